"""A table of a report as a Qt model: rendered, sorted, and nothing else."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from app.export.cells import Cell, Column, Row, Table, Unit, shown
from app.models.sorting import danish_key
from app.texts import Language
from app.ui.pages.reports.dots import dot

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ReportModel(QAbstractTableModel):
    """Shows chosen columns of a table; the total stays last however the rows are sorted.

    ``groups`` gives the reason group of a row, whose colour stands as a dot before its name.
    """

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._columns: list[tuple[int, Column, str]] = []
        self._rows: list[Row] = []
        self._given: tuple[Row, ...] = ()
        self._total: Row | None = None
        self._groups: Mapping[str, str] = {}
        self._order: tuple[int, Qt.SortOrder] | None = None
        self._table = ""
        self.hint = ""
        """The tool tip of a figure."""

    def show_table(
        self, table: Table, columns: Mapping[str, str], groups: Mapping[str, str]
    ) -> None:
        """Show these columns under these headings, sorted as before."""
        self.beginResetModel()
        self._columns = [
            (at, column, columns[column.key])
            for at, column in enumerate(table.columns)
            if column.key in columns
        ]
        self._given, self._total, self._groups = table.rows, table.total, groups
        self._table = table.key
        self._arrange()
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._columns):
            return None
        _, column, title = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.full_title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column.unit is Unit.TEXT else _RIGHT
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, (at, column, _) = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown(row.cells[at], row.unit_in(column), self._language)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if column.unit is Unit.TEXT else _RIGHT
        if role == Qt.ItemDataRole.FontRole and row is self._total:
            bold = QFont()
            bold.setWeight(QFont.Weight.DemiBold)
            return bold
        if role == Qt.ItemDataRole.DecorationRole and not index.column():
            group = self._groups.get(row.key, "")
            return dot(group) if group else None
        if role == Qt.ItemDataRole.ToolTipRole:
            words = str(row.cells[at] or "") if column.unit is Unit.TEXT else ""
            return self.hint if self.is_figure(index) else words
        return None

    def is_figure(self, index: _Index) -> bool:
        """Tell whether a cell holds a figure."""
        at, column, _ = self._columns[index.column()]
        return column.unit is not Unit.TEXT and self._rows[index.row()].cells[at] is not None

    def keys_of(self, row: int, column: int) -> tuple[str, str, str]:
        """Return the keys of the table, the row and the column of a cell."""
        return self._table, self._rows[row].key, self._columns[column][1].key

    def cell_of(self, row_key: str, column_key: str) -> tuple[int, int] | None:
        """Return the row and column with these keys, None where they are not shown."""
        rows = [number for number, row in enumerate(self._rows) if row.key == row_key]
        columns = [
            number for number, (_, each, _) in enumerate(self._columns) if each.key == column_key
        ]
        return (rows[0], columns[0]) if rows and columns else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings the order of the report back."""
        self._order = (column, order) if 0 <= column < len(self._columns) else None
        self.layoutAboutToBeChanged.emit()
        self._arrange()
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        rows = list(self._given)
        if self._order is not None and self._order[0] < len(self._columns):
            at = self._columns[self._order[0]][0]
            descending = self._order[1] == Qt.SortOrder.DescendingOrder
            filled = [row for row in rows if row.cells[at] is not None]
            filled.sort(key=lambda row: _key(row.cells[at]), reverse=descending)
            rows = filled + [row for row in rows if row.cells[at] is None]
        self._rows = rows if self._total is None else [*rows, self._total]


def _key(cell: Cell) -> tuple[int, str]:
    return (cell, "") if isinstance(cell, int) else (0, danish_key(str(cell)))
