"""What somebody could know a person by (quasi-identifiers), and how each is made coarser.

Every one has a ladder of its own, from what was registered to "withheld"; ``losses`` says in points
what is lost at each rung, and adds up to 100 where everything is withheld. The points are a
judgement about what an evaluation needs: when it was, at least by quarter, and where; then the rest.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from app.export.evaluator.codes import (
    AGES,
    NO_WORKPLACE,
    NOT_TOLD,
    WIDE_AGES,
    WIDE_CHANNELS,
    WIDE_KINDS,
    WIDE_ROLES,
    WITHHELD,
    size_of,
)
from app.models.evaluator_rows import ContactRow
from app.models.periods import Period

Values = tuple[str, ...]
Node = tuple[int, ...]
"""A rung for each quasi-identifier, in the order of :data:`LADDERS`."""


class Ladder(NamedTuple):
    """One quasi-identifier: its columns in the pack, and what they hold at each rung."""

    name: str
    columns: tuple[str, ...]
    losses: tuple[int, ...]
    values: Callable[[ContactRow, int, Period], Values]


def _when(row: ContactRow, level: int, whole: Period) -> Values:
    """Return the step, the first and the last day, within the period of the pack."""
    step = ("month", "quarter", "year", WITHHELD)[level]
    day = row.date
    if level == 0:
        part = Period.month(day)
    elif level == 1:
        part = Period.quarter(day)
    elif level == 2:
        part = Period(date(day.year, 1, 1), date(day.year, 12, 31))
    else:
        part = whole
    first, last = max(part.first, whole.first), min(part.last, whole.last)
    return step, first.isoformat(), last.isoformat()


def _where(row: ContactRow, level: int, _: Period) -> Values:
    if level == 2:
        return WITHHELD, WITHHELD
    if row.sector is None:
        return NO_WORKPLACE, NO_WORKPLACE
    return row.sector.value, WITHHELD if level else size_of(row.headcount).value


def _gender(row: ContactRow, level: int, _: Period) -> Values:
    return (WITHHELD if level else row.gender.value or NOT_TOLD,)


def _age(row: ContactRow, level: int, _: Period) -> Values:
    return ((AGES[row.age], WIDE_AGES[row.age], WITHHELD)[level],)


def _role(row: ContactRow, level: int, _: Period) -> Values:
    return ((row.role.value or NOT_TOLD, WIDE_ROLES[row.role], WITHHELD)[level],)


def _kind(row: ContactRow, level: int, _: Period) -> Values:
    return ((row.kind.value, WIDE_KINDS[row.kind], WITHHELD)[level],)


def _channel(row: ContactRow, level: int, _: Period) -> Values:
    return ((row.channel.value, WIDE_CHANNELS[row.channel], WITHHELD)[level],)


LADDERS: tuple[Ladder, ...] = (
    Ladder("period", ("period_step", "period_from", "period_to"), (0, 3, 16, 40), _when),
    Ladder("workplace", ("sector", "workplace_size"), (0, 6, 18), _where),
    Ladder("gender", ("gender",), (0, 10), _gender),
    Ladder("age", ("age",), (0, 5, 12), _age),
    Ladder("role", ("role",), (0, 3, 7), _role),
    Ladder("kind", ("kind",), (0, 3, 7), _kind),
    Ladder("channel", ("channel",), (0, 2, 6), _channel),
)
FINEST: Node = (0,) * len(LADDERS)
QUASI_COLUMNS = tuple(column for ladder in LADDERS for column in ladder.columns)
"""The columns by which rows are alike or not."""


def loss_of(node: Node) -> int:
    """Return the points that are lost at a node: 0 where nothing is, 100 where all is withheld."""
    return sum(ladder.losses[level] for ladder, level in zip(LADDERS, node, strict=True))


def published(row: ContactRow, node: Node, whole: Period) -> Values:
    """Return what stands in the columns of the quasi-identifiers at a node."""
    return tuple(
        value
        for ladder, level in zip(LADDERS, node, strict=True)
        for value in ladder.values(row, level, whole)
    )


def tables(rows: Sequence[ContactRow], whole: Period) -> list[list[list[int]]]:
    """Return for each quasi-identifier and rung a small number per row; alike rows share it."""
    return [
        [_numbered([ladder.values(row, level, whole) for row in rows]) for level in _levels(ladder)]
        for ladder in LADDERS
    ]


def _levels(ladder: Ladder) -> range:
    return range(len(ladder.losses))


def _numbered(values: Sequence[Values]) -> list[int]:
    numbers: dict[Values, int] = {}
    return [numbers.setdefault(value, len(numbers)) for value in values]
