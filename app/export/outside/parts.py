"""What a report can leave out one by one: a table of the month, of the year to date, of a quarter.

Left out is what cannot be protected together with all that went out before, and tables in which most
figures would be withheld, as they tell nothing and cost the others much, or everybody stands in one row.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from app.export.disclosure import Cell, Rule, Table
from app.export.disclosure.ledger import Figure
from app.export.outside.months import Close
from app.export.outside.profiles import ATTRIBUTES, SPLITS, Family
from app.export.outside.sheet import ELSEWHERE

CONTACTS = "contacts"
"""The number of inquiries beside visits and hours; what is left without it tells of nobody."""

ALL = "all"
RESTATED = "restated"
_SUMS = (ALL, "total", "project")


class Part(NamedTuple):
    """A table of one period: the family or the key of the table, and the name of the period.

    Tables of one period only have an empty ``span``.
    """

    key: str
    span: str = ""


class Why(StrEnum):
    """Why a part is left out."""

    FEW = "few"
    """Most of its figures would be withheld, and what they count; or everybody stands in one row."""

    TOGETHER = "together"
    """Together with what went out before, it would tell of too few."""


Without = Mapping[Part, Why]


class Omitted(NamedTuple):
    """A part that is left out: table, period (empty: the table has one only), and the reason."""

    table: str
    period: str
    reason: str


class Lacking(NamedTuple):
    """A year to date that is the sum of some months only: table, period, and the months it lacks."""

    table: str
    period: str
    months: tuple[str, ...]


_FAMILIES = (
    *(Family.KINDS, Family.GROUPS, Family.CHANNEL, Family.QUARTER, Family.GENDER, Family.AGE),
    *(Family.ROLE, Family.SICK_LEAVE, Family.SECTOR, Family.ADVICE, Family.REASONS),
)
_ORDER = {key: place for place, key in enumerate((CONTACTS, Family.PLACES, *_FAMILIES))}
"""The most useful first: where not all can go out, the last are left out before the first."""


def parts_of(tables: Iterable[Table], close: Close) -> list[Part]:
    """Return the parts that a report prints, the most useful first.

    Visits and hours are not among them: they always go out. Of a table the year to date comes
    before the month, which has fewer figures that can be shown.
    """
    found: set[Part] = set()
    for table in tables:
        if table.key.startswith("activity"):
            span = close.month if table.key == "activity" else close.span
            found |= {Part(CONTACTS, span)} if CONTACTS in table.columns else set()
            found |= {Part(Family.PLACES, span)} if len(table.rows) > 1 else set()
        elif table.key in SPLITS:
            found |= {Part(table.key, column) for column in table.columns}
        else:
            found.add(Part(table.key))
    return in_order(found, close)


def left_out(without: Without, close: Close) -> tuple[Omitted, ...]:
    """Return what a report leaves out and why, the most useful first, as its file tells it."""
    return tuple(Omitted(part.key, part.span, without[part]) for part in in_order(without, close))


def in_order(parts: Iterable[Part], close: Close) -> list[Part]:
    """Return parts of a report by how useful they are, the most useful first."""
    return sorted(parts, key=lambda part: _rank(part, close))


class Weight(NamedTuple):
    """The value of a figure other than 0, and whether it is withheld."""

    value: int
    withheld: bool


def sparse(tables: Iterable[Table], weights: Mapping[str, Weight]) -> list[Part]:
    """Return the parts that show fewer than half of their figures, and less than half of what they count.

    Zeros and sums do not count as figures, and a table of nothing else stays.

    Args:
        tables: those of a report.
        weights: of every figure other than 0.
    """
    found = []
    for table in tables:
        if table.key == Family.QUARTER:
            columns = [n for n, column in enumerate(table.columns) if column not in _SUMS]
            if _is_sparse(_inside(table, columns), weights):
                found.append(Part(table.key))
        elif table.key in SPLITS:
            found += [
                Part(table.key, column)
                for n, column in enumerate(table.columns)
                if _is_sparse(_inside(table, [n]), weights)
            ]
    return found


def one_row(tables: Iterable[Table], cells: Mapping[str, Cell]) -> list[Part]:
    """Return the parts with a row in which everybody stands, as far as it says something of them."""
    alike = {name.partition(ELSEWHERE)[0] for name in cells if ELSEWHERE in name}
    return [
        Part(table.key, column)
        for table in tables
        if table.key in ATTRIBUTES
        for n, column in enumerate(table.columns)
        if any(row[n] in alike for row in table.cells)
    ]


def before_protection(cells: Mapping[str, Cell], rule: Rule) -> dict[str, Weight]:
    """Return the figures with what is withheld for their own sake."""
    return {name: Weight(c.value, rule.withholds(c)) for name, c in cells.items() if c.value}


def after_protection(cells: Mapping[str, Cell], figures: Mapping[str, Figure]) -> dict[str, Weight]:
    """Return the figures with what is withheld for whatever reason."""
    return {
        name: Weight(cells[name].value, figure is None)
        for name, figure in figures.items()
        if cells[name].value
    }


def _inside(table: Table, columns: Sequence[int]) -> list[str]:
    return [
        cell
        for row, cells in zip(table.rows, table.cells, strict=True)
        if row not in _SUMS
        for n in columns
        if (cell := cells[n]) is not None
    ]


def _is_sparse(cells: Iterable[str], weights: Mapping[str, Weight]) -> bool:
    there = [weights[cell] for cell in cells if cell in weights]
    shown = [each.value for each in there if not each.withheld]
    return 2 * len(shown) < len(there) and 2 * sum(shown) < sum(each.value for each in there)


def _rank(part: Part, close: Close) -> tuple[int, bool, str]:
    # A correction is one large table of everything: it waits before anything else does.
    return _ORDER.get(part.key, len(_ORDER)), part.span == close.month, part.key
