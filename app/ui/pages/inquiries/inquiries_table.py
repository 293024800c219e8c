"""The Qt model of the list: a tuple of entry numbers, and the rows that are being looked at.

The view asks for a cell, the rows around it are asked for from the store's thread, and the cell is
painted again when they have come. A hundred thousand inquiries cost a hundred thousand numbers.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from app.models.inquiry_list import InquiryRow

Index = QModelIndex | QPersistentModelIndex
Loaded = Callable[[tuple[InquiryRow, ...]], None]
Load = Callable[[Sequence[int], Loaded, Callable[[], None]], None]
"""Reads rows: entry numbers, what to call with the rows, what to call when that failed."""

_BLOCK = 64
"""Rows that are read together."""

_KEPT = 4096
"""Rows that are kept."""

_AT_ONCE = 3
"""Blocks read in one job; more are wanted only while the list flies past."""

TAGS = Qt.ItemDataRole.UserRole + 1
"""Role of a cell with codes: a tuple of (reason group, label)."""


class Column(IntEnum):
    """The columns from the left."""

    WHEN = 0
    PERSON = 1
    KIND = 2
    WORKPLACE = 3
    REASONS = 4
    ADVICE = 5
    COUNSELLOR = 6


@dataclass(frozen=True, slots=True)
class _Kept:
    row: InquiryRow | None
    generation: int


class InquiriesTable(QAbstractTableModel):
    """Shows the inquiries of :meth:`set_seqs`; ``sort_asked(column, descending)`` on a heading.

    ``describe(row, column)`` gives the text of a cell, ``tags(row, column)`` its coloured labels.
    """

    sort_asked = Signal(int, bool)

    def __init__(
        self,
        load: Load,
        headings: Sequence[str],
        describe: Callable[[InquiryRow, Column], str],
        tags: Callable[[InquiryRow, Column], tuple[tuple[str, str], ...]],
    ) -> None:
        super().__init__()
        self._load = load
        self._headings = tuple(headings)
        self._describe = describe
        self._tags = tags
        self._seqs: tuple[int, ...] = ()
        self._places: dict[int, int] | None = None
        self._rows: OrderedDict[int, _Kept] = OrderedDict()
        self._generation = 0
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._loading = False
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._fetch)

    @property
    def seqs(self) -> tuple[int, ...]:
        """The entry numbers in the order shown."""
        return self._seqs

    def set_seqs(self, seqs: tuple[int, ...]) -> None:
        """Show these inquiries, reading again what is looked at; old rows stand in meanwhile."""
        self._generation += 1
        if seqs == self._seqs:
            if seqs:
                last = self.index(len(seqs) - 1, self.columnCount() - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._seqs = seqs
        self._places = None
        self._wanted.clear()
        self.endResetModel()

    def place_of(self, seq: int) -> int | None:
        """Return the row in which an inquiry stands, or None."""
        if self._places is None:
            self._places = {each: place for place, each in enumerate(self._seqs)}
        return self._places.get(seq)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._seqs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, TAGS):
            return None
        row = self._row(index.row())
        if row is None:
            return None
        column = Column(index.column())
        if role == TAGS:
            return self._tags(row, column)
        return self._describe(row, column)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.sort_asked.emit(column, order == Qt.SortOrder.DescendingOrder)

    def _row(self, place: int) -> InquiryRow | None:
        """Return what is known of a row, and ask for it where that is nothing or old."""
        kept = self._rows.get(self._seqs[place])
        if kept is None or kept.generation != self._generation:
            self._wanted[place // _BLOCK] = None
            self._wanted.move_to_end(place // _BLOCK)
            if not self._loading and not self._timer.isActive():
                self._timer.start()
        return kept.row if kept else None

    def _fetch(self) -> None:
        """Read the blocks that were looked at last; the others have flown past."""
        blocks = list(self._wanted)[-_AT_ONCE:]
        self._wanted.clear()
        if not blocks or self._loading:
            return
        seqs = [s for block in blocks for s in self._seqs[block * _BLOCK : (block + 1) * _BLOCK]]
        generation, self._loading = self._generation, True
        self._load(seqs, lambda rows: self._take(seqs, rows, generation), self._failed)

    def _take(self, seqs: list[int], rows: tuple[InquiryRow, ...], generation: int) -> None:
        self._loading = False
        found = {row.seq: row for row in rows}
        for seq in seqs:
            self._rows[seq] = _Kept(found.get(seq), generation)
            self._rows.move_to_end(seq)
        while len(self._rows) > _KEPT:
            self._rows.popitem(last=False)
        places = [place for seq in seqs if (place := self.place_of(seq)) is not None]
        if places:
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(min(places), 0), self.index(max(places), last))
        if self._wanted:
            self._timer.start()

    def _failed(self) -> None:
        self._loading = False
