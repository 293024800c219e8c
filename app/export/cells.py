"""What a cell of a report table holds, and how it is written for people."""

from dataclasses import dataclass
from enum import StrEnum

from app.texts import Language

Cell = str | int | None
"""Text; a whole number in the unit that its :class:`Unit` names; None where there is no figure."""

NO_FIGURE = "–"


class Unit(StrEnum):
    """What the cells of a column are.

    ``HOURS`` cells hold minutes, ``RATE`` cells hold hundredths; both are shown as decimals.
    """

    TEXT = "text"
    COUNT = "count"
    PERCENT = "percent"
    HOURS = "hours"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``band`` is a heading that it shares with its neighbours, or empty."""

    key: str
    title: str
    unit: Unit = Unit.COUNT
    band: str = ""

    @property
    def full_title(self) -> str:
        """The heading that stands alone: with its band before it."""
        return f"{self.band}, {self.title.lower()}" if self.band else self.title


@dataclass(frozen=True, slots=True)
class Row:
    """One line; ``key`` is the code that it is about, the first cell its name.

    ``universe`` says what the line is counted over where that is not the table's, ``unit`` what its
    figures are where they are not what those of the columns are.
    """

    key: str
    cells: tuple[Cell, ...]
    universe: str = ""
    unit: Unit | None = None

    def unit_in(self, column: Column) -> Unit:
        """Return what its cell in a column is."""
        return column.unit if self.unit is None or column.unit is Unit.TEXT else self.unit


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title and, in words, what it is counted over."""

    key: str
    title: str
    universe: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """The rows, and the total below them where there is one."""
        return self.rows if self.total is None else (*self.rows, self.total)

    def column(self, key: str) -> int:
        """Return the position of a column."""
        return [column.key for column in self.columns].index(key)


def number(cell: int, unit: Unit) -> int | float:
    """Return a figure in the unit in which people know it: hours, not minutes."""
    if unit is Unit.HOURS:
        return cell / 60
    return cell / 100 if unit is Unit.RATE else cell


def shown(cell: Cell, unit: Unit, language: Language) -> str:
    """Return a cell as people read it: 1.234, 41 %, 12,5."""
    if cell is None:
        return NO_FIGURE
    if isinstance(cell, str):
        return cell
    if unit is Unit.PERCENT:
        return f"{cell}\N{NO-BREAK SPACE}%" if language == "da" else f"{cell}%"
    parts = {Unit.HOURS: 60, Unit.RATE: 100}.get(unit)
    text = one_decimal(cell, parts) if parts else f"{cell:,}"
    return text.translate(_DANISH_MARKS) if language == "da" else text


_DANISH_MARKS = str.maketrans({",": ".", ".": ","})


def one_decimal(cell: int, parts: int) -> str:
    """Return ``cell / parts`` with one decimal, rounded half up, as 1,234.5."""
    tenths = (20 * cell + parts) // (2 * parts)
    return f"{tenths // 10:,}.{tenths % 10}"
