"""The grid of laptops and months: what came, what is late, and what is in doubt."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from app.models.sorting import danish_key
from app.models.team.lead_status import LaptopRow
from app.texts import Language
from app.ui import icons
from app.ui.pages.collected.words import (
    ICONS,
    cell_details,
    cell_text,
    heading,
    remarks,
    who,
)
from app.ui.palette import colour, tokens
from app.ui.widgets.measure import em
from app.ui.widgets.painting import draw_ring
from app.ui.widgets.table import DataTable, RowDelegate

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_MOST_ROWS = 14


class GridModel(QAbstractTableModel):
    """Laptops by initials; a month's column sorts by its word, so that what is missing comes together."""

    def __init__(self, language: Language, titles: tuple[str, str]) -> None:
        super().__init__()
        self._language, self._titles = language, titles
        self._rows: list[LaptopRow] = []
        self._months: tuple[str, ...] = ()
        self._sorted = (0, Qt.SortOrder.AscendingOrder)

    def show_rows(self, rows: Sequence[LaptopRow], months: Sequence[str]) -> None:
        """Show these laptops, sorted as before."""
        self.beginResetModel()
        self._rows, self._months = list(rows), tuple(months)
        self._arrange()
        self.endResetModel()

    def row_at(self, row: int) -> LaptopRow:
        """Return the laptop of a row."""
        return self._rows[row]

    def details(self, index: _Index) -> str:
        """Return what a cell stands for, in one sentence."""
        row = self._rows[index.row()]
        at = index.column() - 1
        if 0 <= at < len(self._months):
            return cell_details(row, row.months[at], self._language)
        said = remarks(row)
        return f"{who(row)}: {said}" if said else who(row)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._months) + 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        if 1 <= section <= len(self._months):
            return heading(self._months[section - 1], self._language)
        return self._titles[0 if section == 0 else 1]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.details(index)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(index.row(), index.column())
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            return
        self.layoutAboutToBeChanged.emit()
        self._sorted = (column, order)
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        column, order = self._sorted
        self._rows.sort(key=lambda row: danish_key(who(row)))
        if 0 < column < len(self._months) + 2:
            keys = {row.source: danish_key(self._words(row, column)) for row in self._rows}
            self._rows.sort(key=lambda row: keys[row.source])
        if order == Qt.SortOrder.DescendingOrder:
            self._rows.reverse()

    def _text(self, row: int, column: int) -> str:
        return self._words(self._rows[row], column)

    def _words(self, row: LaptopRow, column: int) -> str:
        if column == 0:
            return who(row)
        if column <= len(self._months):
            return cell_text(row.months[column - 1], self._language)
        return remarks(row)

    def _icon(self, row: int, column: int) -> object:
        laptop = self._rows[row]
        if column == len(self._months) + 1:
            name, role = ("warning", "danger.text") if laptop.forked else ("", "")
        elif column == 0:
            name, role = "", ""
        else:
            name, role = ICONS[laptop.months[column - 1].state]
        return icons.icon(name, colour(tokens(), role)) if name else None


class Grid(DataTable):
    """``looked_at`` carries the sentence about the cell that one moves to."""

    looked_at = Signal(str)

    def __init__(self, name: str, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.grid = model
        self.setItemDelegate(_CellDelegate(self))
        self.setIconSize(QSize(em(self, 1.1), em(self, 1.1)))
        self.setModel(model)
        self.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setStretchLastSection(True)
        self.selectionModel().currentChanged.connect(self._moved)
        model.modelReset.connect(self._fit)
        model.layoutChanged.connect(self._fit)

    def cell(self, row: int, column: int) -> str:
        """Return the words in a cell."""
        return str(self.grid.index(row, column).data())

    def _moved(self, current: _Index, _before: _Index) -> None:
        self.looked_at.emit(self.grid.details(current) if current.isValid() else "")

    def _fit(self) -> None:
        """Be as high as the rows need, up to a screenful, and let columns fit their words."""
        self.resizeColumnsToContents()
        rows = min(max(self.grid.rowCount(), 1), _MOST_ROWS)
        height = self.verticalHeader().defaultSectionSize() * rows
        bar = self.horizontalScrollBar().sizeHint().height()
        around = self.horizontalHeader().sizeHint().height() + bar + 2 * self.frameWidth()
        self.setFixedHeight(height + around)


class _CellDelegate(RowDelegate):
    """Shows which cell of the row one is in: what is said below is about that one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room that the words and the gaps beside them need."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width() + 2 * option.fontMetrics.height(), hint.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            owner = self.parent()
            assert isinstance(owner, QWidget)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ring(painter, QRectF(option.rect), tokens().accent, em(owner, 0.29))
            painter.restore()
