"""A list of entries of two lines, of which one is shown beside it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.ui.palette import tokens
from app.ui.widgets.measure import target

_ENTRY = Qt.ItemDataRole.UserRole
_LINES = 3.6
"""The height of an entry in text sizes."""


class Entry(NamedTuple):
    """One entry; ``mark`` is a warning that stands before the detail, ``muted`` greys the name."""

    id: str
    name: str
    detail: str
    muted: bool = False
    mark: str = ""


class EntryList(QListWidget):
    """``chosen(id)`` is sent when another entry becomes the current one."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_EntryDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.currentItemChanged.connect(self._current_changed)

    def show_entries(self, entries: Sequence[Entry], current: str) -> None:
        """Show these entries with ``current`` marked; scroll and focus stay.

        One that was not marked before is brought into view.
        """
        row = self.currentRow()
        stays = row >= 0 and self.ids()[row] == current
        scrolled = self.verticalScrollBar().value()
        self.blockSignals(True)
        self.clear()
        for entry in entries:
            words = (entry.name, entry.detail, entry.mark)
            item = QListWidgetItem(" · ".join(filter(None, words)))
            item.setData(_ENTRY, entry)
            self.addItem(item)
        self.blockSignals(False)
        self.mark(current)
        self.verticalScrollBar().setValue(scrolled)
        if not stays and self.currentRow() >= 0:
            self.scrollToItem(self.currentItem())

    def mark(self, current: str) -> None:
        """Mark the entry with this id, without sending ``chosen``."""
        self.blockSignals(True)
        self.setCurrentRow(self.ids().index(current) if current in self.ids() else -1)
        self.blockSignals(False)

    def ids(self) -> list[str]:
        """Return the ids that are shown, from above."""
        return [self.item(row).data(_ENTRY).id for row in range(self.count())]

    def minimumSizeHint(self) -> QSize:
        one_entry = target(self, _LINES) + 2 * self.frameWidth()
        return QSize(super().minimumSizeHint().width(), one_entry)

    def _current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ENTRY).id)


class _EntryDelegate(QStyledItemDelegate):
    """Draws the name over its details, and the mark in the colour of a warning."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        owner = self.parent()
        assert isinstance(owner, QWidget)
        return QSize(0, target(owner, _LINES))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry, colours = index.data(_ENTRY), tokens()
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        gap = option.fontMetrics.height() * 0.5
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(box, 5, 5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(box, 5, 5)
        strong, small = QFont(option.font), QFont(option.font)
        strong.setWeight(QFont.Weight.DemiBold)
        small.setPointSizeF(option.font.pointSizeF() * 0.86)
        upper = QRectF(box.x() + gap, box.y() + gap * 0.5, box.width() - 2 * gap, box.height() / 2)
        lower = upper.translated(0, box.height() / 2 - gap * 0.5)
        painter.setFont(strong)
        _write(painter, upper, entry.name, colours.muted if entry.muted else colours.text)
        painter.setFont(small)
        if entry.mark:
            _write(painter, lower, entry.mark, colours.warn.text)
            width = painter.fontMetrics().horizontalAdvance(entry.mark + "  ")
            lower.setLeft(lower.left() + width)
        _write(painter, lower, entry.detail, colours.muted)
        painter.restore()


def _write(painter: QPainter, box: QRectF, text: str, ink: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
