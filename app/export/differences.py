"""What differs between two countings of the same tables, figure by figure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.export.cells import Cell, Table, Unit, shown
from app.texts import Language

_FOLLOWING = frozenset((Unit.TEXT, Unit.PERCENT, Unit.RATE))
"""Units of what follows from the counts and is therefore not listed beside them."""

_OTHER_MONTHS = frozenset(("twelve_months", "advice_top", "definitions"))
"""Tables of figures that stand in another table, or belong to another month."""

_OF_THE_DAY = frozenset(("referrals_by_state", "referral_outcomes"))
_OPEN_REFERRALS = ("referrals", "open")
"""Figures of the day of counting: they move on without a correction."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that differs: its table, row and column by their keys and in words."""

    table: str
    row: str
    column: str
    words: str
    unit: Unit
    before: Cell
    now: Cell

    @property
    def key(self) -> str:
        """The three keys in one."""
        return f"{self.table}.{self.row}.{self.column}"

    def shown(self, language: Language) -> tuple[str, str]:
        """Return both figures as people read them."""
        before, now = (shown(cell or 0, self.unit, language) for cell in (self.before, self.now))
        return before, now


def differences(
    before: Sequence[Table], now: Sequence[Table], *, lasting: bool = False
) -> tuple[Difference, ...]:
    """Return the counts and hours that differ, in the order of the tables.

    What follows from them (per cent, rates, sums of a table other than that of the contacts) is
    left out. A row that only one of them has counts as zero in the other.

    Args:
        before: the tables as they were.
        now: the same tables as they are.
        lasting: leave out the figures that move on without a correction.
    """
    later = {table.key: table for table in now}
    return tuple(
        difference
        for table in before
        if table.key not in _OTHER_MONTHS and not (lasting and table.key in _OF_THE_DAY)
        for difference in _of_table(table, later[table.key])
        if not (lasting and (difference.table, difference.column) == _OPEN_REFERRALS)
    )


def _of_table(before: Table, now: Table) -> Iterator[Difference]:
    old, new = _rows(before), _rows(now)
    for key in dict.fromkeys((*old, *new)):
        cells = old.get(key), new.get(key)
        named = cells[1] or cells[0]
        assert named is not None, "the key is in one of them"
        for at, column in enumerate(before.columns):
            if column.unit in _FOLLOWING:
                continue
            figures = [row[at] if row is not None else 0 for row in cells]
            if (figures[0] or 0) != (figures[1] or 0):
                words = f"{before.title} · {_name(before, named)} · {column.full_title}"
                yield Difference(
                    before.key, key, column.key, words, column.unit, figures[0], figures[1]
                )


def _rows(table: Table) -> dict[str, tuple[Cell, ...]]:
    rows = table.all_rows if table.key == "contacts" else table.rows
    return {row.key: row.cells for row in rows}


def _name(table: Table, cells: tuple[Cell, ...]) -> str:
    """Return the words before the figures of a row."""
    words = []
    for column, cell in zip(table.columns, cells, strict=True):
        if column.unit is not Unit.TEXT:
            break
        words.append(str(cell))
    return ", ".join(words)
