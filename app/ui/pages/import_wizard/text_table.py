"""A small table of words and numbers that can be sorted and copied."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.ui.widgets.clipboard import copy_text, tab_separated
from app.ui.widgets.headed_model import ROOT, HeadedModel, Index
from app.ui.widgets.table import DataTable

Cell = str | int


class TextTable(HeadedModel):
    """Rows under headings; numbers stand at the right."""

    def __init__(self, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        super().__init__(headings)
        self._rows = [tuple(row) for row in rows]

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return str(cell)
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(cell, int):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(self.headings):
            return
        self.layoutAboutToBeChanged.emit()
        down = order == Qt.SortOrder.DescendingOrder
        self._rows.sort(key=lambda row: (str(type(row[column])), row[column]), reverse=down)
        self.layoutChanged.emit()

    def lines(self, places: Sequence[int]) -> list[list[str]]:
        """Return the headings and the given rows, every row if none is given."""
        chosen = [self._rows[place] for place in places] or self._rows
        return [list(self.headings), *([str(cell) for cell in row] for row in chosen)]


class TextTableView(DataTable):
    """Shows a :class:`TextTable`; Ctrl+C copies what a spreadsheet takes as text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._table: TextTable | None = None

    def show_table(self, table: TextTable) -> None:
        """Show another table in the order in which it was made."""
        self._table = table
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setModel(table)

    def copy_selection(self) -> None:
        """Copy the chosen rows, or all, with headings."""
        if self._table is not None:
            lines = self._table.lines(self.selected_rows())
            copy_text(tab_separated(lines))
