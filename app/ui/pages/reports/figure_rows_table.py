"""The rows behind a figure as a Qt model; names are read, and logged, only where they are seen."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from app.export.figure_answer import amount_title, state_words
from app.models.figure_rows import RATES, Behind, FigureRow, Kind, Measure
from app.models.people import ERASED_NAME
from app.models.periods import month_name
from app.models.types import RecordId
from app.models.words import short_date, whole_number
from app.texts import Text
from app.ui.widgets.clipboard import tab_separated

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_BLOCK = 32
"""Rows whose names are read together."""

Read = Callable[[Sequence[FigureRow], Callable[[Mapping[RecordId, str]], None]], None]


class FigureRowsTable(QAbstractTableModel):
    """Date, whose record it is and what, workplace, and what the row adds to the figure.

    ``by_month`` shows of each day its month alone, where the day is not known.
    ``read`` gives the names of some rows; ``filled`` is sent when they are there.
    """

    filled = Signal()

    def __init__(
        self,
        read: Read,
        words: Callable[[Text], str],
        headings: Sequence[str],
        parent: QObject | None = None,
        *,
        by_month: bool = False,
    ) -> None:
        super().__init__(parent)
        self._read, self._words, self._by_month = read, words, by_month
        self._headings = list(headings)
        self._rows: tuple[FigureRow, ...] = ()
        self._places: Mapping[str, str] = {}
        self._names: dict[RecordId, str] = {}
        self._known: set[int] = set()
        self._wanted: set[int] = set()
        self._amounts, self._with_minutes = False, False
        self._round = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._fetch)

    @property
    def rows(self) -> tuple[FigureRow, ...]:
        """The rows in the order shown."""
        return self._rows

    def show_rows(self, behind: Behind, places: Mapping[str, str]) -> None:
        """Show the rows behind a figure; ``places`` names workplaces by their code."""
        self.beginResetModel()
        measure = behind.measure
        self._rows, self._places, self._with_minutes = behind.rows, places, measure in RATES
        amounts = "" if measure is Measure.RECORDS else self._words(amount_title(measure))
        if amounts and self._with_minutes:
            amounts = self.tr("{amounts} / min.").format(amounts=amounts.rstrip("."))
        self._round += 1
        self._names, self._known, self._wanted = {}, set(), set()
        self._amounts = bool(amounts)
        self._headings[-1] = amounts
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headings) - (not self._amounts)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return self._side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            self._want(index.row())
            return self.cells(index.row())[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(index.column())
        return None

    def cells(self, at: int) -> tuple[str, ...]:
        """Return the texts of a row."""
        row = self._rows[at]
        codes = filter(None, row.workplace.split(","))
        places = ", ".join(self._places.get(code, code) for code in codes)
        amount = whole_number(row.amount)
        if self._with_minutes:
            amount = f"{amount} / {whole_number(row.minutes)}"
        when = self._words(month_name(row.date)) if self._by_month else short_date(row.date)
        return when, self._whose(row), places, amount

    def as_tsv(self, chosen: Sequence[int], names: Mapping[RecordId, str]) -> str:
        """Return rows with headings as tab-separated text; ``names`` are all of theirs."""
        self._names |= names
        columns = self.columnCount()
        lines = [self._headings, *(self.cells(at) for at in chosen)]
        return tab_separated([line[:columns] for line in lines])

    def _side(self, column: int) -> Qt.AlignmentFlag:
        right = column == len(self._headings) - 1
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _whose(self, row: FigureRow) -> str:
        name = self._names.get(row.id, "")
        name = self.tr("Slettet person") if name == ERASED_NAME else name
        state = self._words(state_words(row))
        return " · ".join(filter(None, (name, state)))

    def _want(self, at: int) -> None:
        block = at // _BLOCK
        if block not in self._known:
            self._known.add(block)
            self._wanted.add(block)
            self._timer.start()

    def _fetch(self) -> None:
        blocks, self._wanted = sorted(self._wanted), set()
        rows = [row for b in blocks for row in self._rows[b * _BLOCK : (b + 1) * _BLOCK]]
        wanted = [
            row
            for row in rows
            if self._by_month or row.person_id is not None or row.kind is Kind.ACTIVITY
        ]
        asked = self._round
        if wanted:
            self._read(wanted, lambda names: self._take(names, asked))

    def _take(self, names: Mapping[RecordId, str], asked: int) -> None:
        if asked != self._round:
            return  # of rows that are not shown any more
        self._names |= names
        last = self.index(len(self._rows) - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.filled.emit()
