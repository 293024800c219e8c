"""A table that sorts, copies to a spreadsheet and remembers its columns."""

from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.palette import tokens
from app.ui.widgets.clipboard import copy_text, tab_separated
from app.ui.widgets.measure import em, target

_MOVING = frozenset(
    (
        *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown),
    )
)


class DataTable(QTableView):
    """A table view with the program's habits; the model is set with ``setModel``.

    Whole rows are chosen, a click on a heading sorts (the model's ``sort``), Ctrl+C copies the
    chosen rows with headings as tab-separated text, Enter or a double click sends ``opened(row)``.
    Numbers stand at the right when the model says so by ``TextAlignmentRole``.
    """

    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(RowDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def selected_rows(self) -> list[int]:
        """Return the chosen rows, from above."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def copy_selection(self) -> None:
        """Put the chosen rows, or the whole table if none is chosen, on the clipboard."""
        copy_text(self.as_tsv())

    def as_tsv(self) -> str:
        """Return headings and chosen rows (all if none is chosen) as tab-separated text."""
        model, header = self.model(), self.horizontalHeader()
        columns = [header.logicalIndex(at) for at in range(header.count())]
        columns = [column for column in columns if not self.isColumnHidden(column)]
        rows = self.selected_rows() or list(range(model.rowCount()))
        side = Qt.Orientation.Horizontal
        lines = [[_text(model.headerData(column, side)) for column in columns]]
        lines += [[_text(model.index(row, column).data()) for column in columns] for row in rows]
        return tab_separated(lines)

    def get_state(self) -> str:
        """Return widths, order, sorting and hidden columns as text to keep."""
        return bytes(self.horizontalHeader().saveState().toBase64().data()).decode("ascii")

    def set_state(self, state: str) -> bool:
        """Restore what ``get_state`` returned; return False and change nothing if it does not fit."""
        before = self.horizontalHeader().saveState()
        restored = self.horizontalHeader().restoreState(
            QByteArray.fromBase64(state.encode("ascii", "ignore"))
        )
        if not restored:
            self.horizontalHeader().restoreState(before)
        return restored

    def selectionCommand(
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Choose the row that Ctrl+arrow moves to: what is looked at and what is chosen are one."""
        if (
            isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and event.key() in _MOVING
        ):
            flag = QItemSelectionModel.SelectionFlag
            return flag.ClearAndSelect | flag.Rows
        return super().selectionCommand(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        height = target(self, 2.35)
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setMinimumSectionSize(em(self, 3))


def _text(value: object) -> str:
    return "" if value is None else str(value)


class RowDelegate(QStyledItemDelegate):
    """Draws a hairline under each row and no frame round the current cell.

    What a cell says is drawn by Qt; a subclass draws more over it.
    """

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colours = tokens()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.selection))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(colours.hover))
        painter.setPen(QPen(QColor(colours.border), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()
        plain = QStyleOptionViewItem(option)
        plain.state &= ~(
            QStyle.StateFlag.State_HasFocus
            | QStyle.StateFlag.State_Selected
            | QStyle.StateFlag.State_MouseOver
        )
        gap = option.fontMetrics.height() // 2 - 3
        plain.rect = option.rect.adjusted(gap, 0, -gap, -1)
        super().paint(painter, plain, index)
