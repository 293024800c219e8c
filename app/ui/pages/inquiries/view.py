"""The table of inquiries: keys of its own, and reasons drawn with their colours."""

from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.ui.pages.inquiries.inquiries_table import TAGS, Column
from app.ui.palette import tokens
from app.ui.widgets.measure import em
from app.ui.widgets.table import DataTable, RowDelegate

_WIDTHS = {
    Column.WHEN: 10.7,
    Column.PERSON: 10.2,
    Column.KIND: 7.0,
    Column.WORKPLACE: 9.6,
    Column.REASONS: 8.8,
    Column.ADVICE: 7.4,
    Column.COUNSELLOR: 5.2,
}
"""Widths to begin with, in multiples of the text size: together what a small screen has room for."""
_GIVING_WAY = (Column.PERSON, Column.WORKPLACE, Column.REASONS, Column.ADVICE)
"""Columns that become narrower where all together have no room; their texts end in …"""
_LEAST = 4.5
_A_LITTLE = 4
"""So much too wide is another language or scroll bar; more than that was somebody's choice."""


class InquiriesView(DataTable):
    """Sends ``copy_asked`` for Ctrl+C and ``delete_asked`` for the Delete key."""

    copy_asked = Signal()
    delete_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._tags = _TagDelegate(self)
        self.setItemDelegateForColumn(Column.REASONS, self._tags)
        self.setMinimumSize(em(self, 16), em(self, 12))

    def set_first_widths(self) -> None:
        """Give the columns the widths that they begin with; the model must be set."""
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, em(self, width))

    def set_state(self, state: str) -> bool:
        """Restore widths and order; what was kept for more room or another language is fitted."""
        restored = super().set_state(state)
        self._fit()
        return restored

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let every column be seen where they are a little too wide together."""
        header = self.horizontalHeader()
        if not header.count() or not self.isVisible():
            return
        last = Column.COUNSELLOR
        needed = max(header.sectionSizeHint(last), em(self, _WIDTHS[last]))
        room = self.viewport().width() - needed
        over = sum(self.columnWidth(column) for column in Column if column != last) - room
        least = em(self, _LEAST)
        spare = sum(max(0, self.columnWidth(column) - least) for column in _GIVING_WAY)
        if over <= 0 or over > min(spare, em(self, _A_LITTLE)):
            return
        for column in _GIVING_WAY:
            width = self.columnWidth(column)
            self.setColumnWidth(column, width - ceil(over * max(0, width - least) / spare))

    def copy_selection(self) -> None:
        """Let the page copy: not every chosen row need have been read."""
        self.copy_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)


class _TagDelegate(RowDelegate):
    """Draws each label after a dot in the colour of its group; the label says it in words."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = ""  # the labels are drawn below

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        tags = index.data(TAGS) or ()
        metrics = option.fontMetrics
        gap, dot = metrics.height() * 0.5, metrics.height() * 0.45
        box = QRectF(option.rect).adjusted(gap, 0, -gap, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, colours = box.left(), tokens()
        for group, text in tags:
            room = box.right() - x - dot - gap / 2
            if room < metrics.averageCharWidth() * 2:
                break
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.group(group).solid))
            painter.drawEllipse(QRectF(x, box.center().y() - dot / 2, dot, dot))
            x += dot + gap / 2
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room))
            painter.setPen(QColor(colours.text))
            place = QRectF(x, box.y(), room, box.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(shown) + gap
        painter.restore()
