"""The dated code lists as a Qt model."""

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from app.models.folding import search_text, search_words
from app.models.sorting import danish_key
from app.ui.pages.reports.dots import dot
from app.ui.widgets.headed_model import ROOT, HeadedModel, Index


class CodeLine(NamedTuple):
    """One code as it is shown; ``colour`` is the code of its reason group."""

    code: str
    group: str
    danish: str
    english: str
    valid_from: str
    retired: str
    colour: str = ""
    sort_from: date = date.min


class TaxonomyModel(HeadedModel):
    """Shows the lines in which every word of the filter starts a word."""

    def __init__(self, headings: tuple[str, ...], parent: QObject | None = None) -> None:
        super().__init__(headings, parent)
        self._given: tuple[CodeLine, ...] = ()
        self._lines: list[CodeLine] = []
        self._query = ""
        self._order: tuple[int, bool] | None = None

    def show_lines(self, lines: tuple[CodeLine, ...]) -> None:
        """Show other lines under the same filter."""
        self._given = lines
        self._arrange()

    def filter(self, query: str) -> None:
        """Show the lines that ``query`` finds."""
        self._query = query
        self._arrange()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and not index.column() and line.colour:
            return dot(line.colour)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 brings the fixed order of the list back."""
        self._order = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        wanted = search_words(self._query)
        self._lines = [
            line
            for line in self._given
            if all(f" {word}" in search_text(*line[:4]) for word in wanted)
        ]
        if self._order is not None:
            column, descending = self._order
            self._lines.sort(key=lambda line: danish_key(str(line[column])), reverse=descending)
        self.endResetModel()
