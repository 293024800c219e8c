"""Figures and how they add up: the ground on which everything else in this package stands.

A *system* is a list of whole-number cells and of relations "this total is the sum of these parts".
Two-way tables with margins, hierarchies of codes, year to date, sums over workplaces and tables that
share a total are all of that form (Fischetti & Salazar 2001 call it a table with linear
constraints), so nothing here knows what a row or a month is.

The identifier of a cell is the same in every release. A corrected figure is another quantity and
needs an identifier of its own; see docs/decisions/0010-disclosure-control.md.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

import msgspec


class State(StrEnum):
    """Why a cell has the figure it has; the last two stand in a table in words, not as 0."""

    COUNTED = "counted"
    NO_VISITS = "no_visits"
    """There was no visit at which anything could have been counted."""
    NOT_ASKED = "not_asked"
    """The question was not put in that period."""


class Cell(msgspec.Struct, frozen=True):
    """One whole number that is published, withheld, or known only inside.

    ``persons`` is the number of distinct persons behind ``value`` (an anonymous contact is one
    person); with it the cell says something about people. Without it, the cell is activity (visits,
    hours, contacts of a place), and ``headcount`` is how many people the place has; without that
    as well, the cell needs no protection of its own. ``among`` is the cell that counts the contacts
    which this one is about, and ``once`` tells that each of them counts here once at most: then no
    pattern leaves more open than there are. ``elsewhere`` tells
    that it counts those who do not stand where all others do: that it is 0 must not be known, or the
    same would be known of each of them, however many they are.
    """

    id: str
    value: int
    persons: int | None = None
    headcount: int | None = None
    state: State = State.COUNTED
    among: str | None = None
    once: bool = True
    elsewhere: bool = False


class Relation(NamedTuple):
    """The cell ``total`` is the sum of the cells ``parts``, whatever their values are."""

    total: str
    parts: tuple[str, ...]


class Bounds(NamedTuple):
    """What is known of a cell in whole numbers; ``high`` None is "nothing"."""

    low: int
    high: int | None

    @property
    def exact(self) -> bool:
        """Tell whether only one value is possible."""
        return self.low == self.high

    def meet(self, other: "Bounds") -> "Bounds":
        """Return what is known when both are."""
        highs = [high for high in (self.high, other.high) if high is not None]
        return Bounds(max(self.low, other.low), min(highs, default=None))


UNKNOWN = Bounds(0, None)
"""A cell that nobody published: a count is never negative."""

MARKED = Bounds(1, None)
"""A suppressed cell: zeros are always shown, so the mark says "at least one"."""


def shown(value: int) -> Bounds:
    """Return what is known of a cell that is published as it is."""
    return Bounds(value, value)


class System:
    """Cells that add up as the relations say.

    Raises :class:`ValueError` for a cell that is there twice, a relation between cells that are not
    there, a count below zero, and figures that do not add up: faults of the caller.
    """

    def __init__(self, cells: Iterable[Cell], relations: Iterable[Relation]) -> None:
        listed = list(cells)
        self.cells: Mapping[str, Cell] = {cell.id: cell for cell in listed}
        self.relations: Sequence[Relation] = tuple(relations)
        if len(self.cells) < len(listed):
            raise ValueError("a cell is there twice")
        _check(self.cells, self.relations)

    def value(self, cell: str) -> int:
        """Return the true value of a cell."""
        return self.cells[cell].value

    def within(self, cells: Collection[str]) -> "System":
        """Return the system of these cells and of the relations that lie wholly within them."""
        inside = set(cells)
        relations = (r for r in self.relations if r.total in inside and inside.issuperset(r.parts))
        return System((self.cells[cell] for cell in self.cells if cell in inside), relations)


def _check(cells: Mapping[str, Cell], relations: Sequence[Relation]) -> None:
    for cell in cells.values():
        if cell.value < 0 or (cell.value and cell.state is not State.COUNTED):
            raise ValueError(f"cell {cell.id} cannot be {cell.value}")
        if cell.persons is not None and (
            cell.persons < 0 or (cell.persons > 0) != (cell.value > 0)
        ):
            raise ValueError(f"cell {cell.id}: {cell.value} of {cell.persons} persons")
    for total, parts in relations:
        if not parts or len(set(parts) | {total}) != len(parts) + 1:
            raise ValueError(f"the sum {total} repeats a cell or has no parts")
        missing = [cell for cell in (total, *parts) if cell not in cells]
        if missing:
            raise ValueError(f"the sum {total} needs {missing[0]}, which is not there")
        if cells[total].value != sum(cells[part].value for part in parts):
            raise ValueError(f"the parts of {total} do not add up")


def floors(relations: Iterable[Relation], known: Mapping[str, Bounds]) -> dict[str, int]:
    """Return the least value of every cell that zeros and marks allow.

    A reader adds the marks below a withheld sum: three of them make it at least 3. And where all
    other parts of a sum are zeros, its last part is the sum. No suppression hides that as long as
    zeros are shown, so it is the floor from which a range is counted.

    Raises:
        ValueError: sums are parts of one another, or what is known contradicts itself.
    """
    low = {cell: bounds.low for cell, bounds in known.items()}
    zero = {cell for cell, bounds in known.items() if bounds.high == 0}
    exact = {cell for cell, bounds in known.items() if bounds.exact}
    # Nothing can follow from sums of known figures, and they are most of a long ledger.
    due = [r for r in relations if r.total not in exact or not exact.issuperset(r.parts)]
    having: dict[str, list[Relation]] = {}
    for relation in due:
        for cell in (relation.total, *relation.parts):
            having.setdefault(cell, []).append(relation)
    rounds = 0
    while due:
        rounds += 1
        if rounds > 2 * len(low) + 2:
            raise ValueError("the sums go round in a circle")
        changed = {cell: None for relation in due for cell in _raised(relation, low, zero)}
        due = list(dict.fromkeys(r for cell in changed for r in having[cell]))
    return low


def _raised(relation: Relation, low: dict[str, int], zero: set[str]) -> list[str]:
    """Take in what one sum says of its cells, and return those of which more is known now."""
    total, parts = relation
    left, found = [part for part in parts if part not in zero], []
    if (total in zero) != (not left):
        found += [cell for cell in (total, *parts) if cell not in zero]
        zero.update(found)
    least = sum(low[part] for part in left)
    if least > low[total]:
        low[total] = least
        found.append(total)
    if len(left) == 1 and low[left[0]] < low[total]:
        low[left[0]] = low[total]
        found.append(left[0])
    return found
