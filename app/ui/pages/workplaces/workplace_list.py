"""The list of workplaces: search, filters, and one entry of two lines for each."""

from typing import NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from app.ui.palette import tokens
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.measure import em, label, target

_ENTRY = Qt.ItemDataRole.UserRole
ACTIVE, ENDED, ALL = "active", "ended", "all"


class Entry(NamedTuple):
    """One workplace in the list; ``unsaved`` says that changes are waiting to be saved."""

    id: str
    name: str
    detail: str
    ended: bool = False
    unsaved: str = ""


class WorkplaceList(QWidget):
    """``wanted`` is sent when search or filters change, ``chosen(id)`` when another is chosen."""

    wanted = Signal()
    chosen = Signal(str)
    entered = Signal()
    delete_asked = Signal()

    def __init__(self, sectors: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Søg arbejdsplads"))
        self.search.setPlaceholderText(self.tr("Søg navn, kode, by"))
        self.search.setClearButtonEnabled(True)
        self.sector = Choice(self.tr("Sektor"), (("", self.tr("Alle sektorer")), *sectors))
        self.state = Choice(
            self.tr("Vis"),
            (
                (ACTIVE, self.tr("Aktive")),
                (ENDED, self.tr("Afsluttede")),
                (ALL, self.tr("Alle")),
            ),
        )
        for choice in (self.sector, self.state):
            choice.setMinimumContentsLength(5)
        self.count = label("", "caption")
        self.view = QListWidget()
        self.view.setAccessibleName(self.tr("Arbejdspladser"))
        self.view.setItemDelegate(_EntryDelegate(self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        filters = Columns((self.sector, self.state), least=18, shares=(4, 3), gap=0.57)
        for widget in (self.search, filters, self.count):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        self._connect()

    def show_entries(self, entries: list[Entry], current: str) -> None:
        """Show these entries with ``current`` marked; scroll and focus stay.

        One that was not marked before is brought into view.
        """
        row = self.view.currentRow()
        stays = row >= 0 and self.ids()[row] == current
        scrolled = self.view.verticalScrollBar().value()
        self.view.blockSignals(True)
        self.view.clear()
        for entry in entries:
            words = (entry.name, entry.detail, entry.unsaved)
            item = QListWidgetItem(" · ".join(filter(None, words)))
            item.setData(_ENTRY, entry)
            self.view.addItem(item)
        self.view.blockSignals(False)
        self.mark(current)
        self.view.verticalScrollBar().setValue(scrolled)
        if not stays and self.view.currentRow() >= 0:
            self.view.scrollToItem(self.view.currentItem())
        self.count.setText(self.tr("%n arbejdspladser", "", len(entries)))

    def mark(self, current: str) -> None:
        """Mark the entry with this id, without sending ``chosen``."""
        self.view.blockSignals(True)
        self.view.setCurrentRow(self.ids().index(current) if current in self.ids() else -1)
        self.view.blockSignals(False)

    def ids(self) -> list[str]:
        """Return the ids that are shown, from above."""
        return [self.view.item(row).data(_ENTRY).id for row in range(self.view.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key, plain = event.key(), event.modifiers() == Qt.KeyboardModifier.NoModifier
        if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Return) and plain:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.view.currentRow() < 0 and self.view.count():
                self.view.setCurrentRow(0)
        elif watched is self.view and key in (Qt.Key.Key_Return, Qt.Key.Key_F2) and plain:
            self.entered.emit()
        elif watched is self.view and key == Qt.Key.Key_Delete and plain:
            self.delete_asked.emit()
        else:
            return False
        return True

    def _connect(self) -> None:
        self.search.textEdited.connect(lambda _: self.wanted.emit())
        self.search.textChanged.connect(lambda text: self.wanted.emit() if not text else None)
        self.sector.chosen.connect(lambda _: self.wanted.emit())
        self.state.chosen.connect(lambda _: self.wanted.emit())
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.currentItemChanged.connect(self._current_changed)

    def _current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_ENTRY).id)


class _EntryDelegate(QStyledItemDelegate):
    """Draws the name over its details; what has ended is muted, what is unsaved says so."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        owner = self.parent()
        assert isinstance(owner, QWidget)
        return QSize(0, target(owner, 3.6))

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
        _write(painter, upper, entry.name, colours.muted if entry.ended else colours.text)
        painter.setFont(small)
        if entry.unsaved:
            _write(painter, lower, entry.unsaved, colours.warn.text)
            width = painter.fontMetrics().horizontalAdvance(entry.unsaved + "  ")
            lower.setLeft(lower.left() + width)
        _write(painter, lower, entry.detail, colours.muted)
        painter.restore()


def _write(painter: QPainter, box: QRectF, text: str, ink: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.setPen(QColor(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
