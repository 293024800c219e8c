"""Inequalities that every safe pattern of suppression keeps.

After Fischetti & Salazar (2001): how far a cell can move while the sums hold is at most what the
hidden cells allow, weighted by multipliers of the sums (linear programming duality). A pattern that
leaves a cell too little room therefore breaks an inequality over the choice of hidden cells, the
*capacity constraint*, whose multipliers are the duals of the attacker's own linear programme.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from app.export.disclosure.certificate import Certificate
from app.export.disclosure.model import MARKED, Bounds, Relation, System, shown
from app.export.disclosure.solver import CAP
from app.export.disclosure.threshold import Need

_TINY = 1e-7


class Cut(NamedTuple):
    """Hide cells of at least this much weight in all; with ``when``, only if that one is hidden."""

    weights: Mapping[str, float]
    least: float
    when: str | None = None

    def kept(self, hidden: Collection[str]) -> bool:
        """Tell whether a pattern keeps it."""
        if self.when is not None and self.when not in hidden:
            return True
        weight = sum(self.weights[cell] for cell in self.weights if cell in hidden)
        return weight >= self.least - _TINY


class Unprotectable(Exception):
    """A cell has too little room even when everything that may be hidden is."""

    def __init__(self, cell: str) -> None:
        super().__init__(cell)
        self.cell = cell


class Task(NamedTuple):
    """What is to be chosen: which of the ``free`` cells to hide, so that every need is met.

    ``fixed`` is what is known of all other cells whatever is chosen; ``mark`` is what is known of a
    cell that is hidden; ``width`` is the need of a free cell if it becomes hidden. ``usual`` are the
    needs of those cells among few contacts that are to have less room as long as it is known how few.
    ``earlier`` is the certificate of the releases before; see
    :func:`~app.export.disclosure.certificate.certify`.
    """

    system: System
    needs: Mapping[str, Need]
    fixed: Mapping[str, Bounds]
    free: Mapping[str, float]
    width: int
    mark: Bounds = MARKED
    usual: Mapping[str, Need] = {}
    earlier: Certificate | None = None

    def known(self, hidden: Collection[str]) -> dict[str, Bounds]:
        """Return what a reader knows if these of the free cells are hidden and the others shown."""
        return {
            cell: self.fixed[cell]
            if cell in self.fixed
            else self.mark
            if cell in hidden
            else shown(self.system.value(cell))
            for cell in self.system.cells
        }

    def need(self, cell: str) -> Need | None:
        """Return the need of a cell that is not shown."""
        if cell in self.needs:
            return self.needs[cell]
        return Need(None, None, self.width) if cell in self.free else None


def line_cuts(task: Task) -> Iterator[Cut]:
    """Yield the inequalities that one sum alone gives, for a start.

    A hidden cell needs company in each of its sums, and room to move there.
    """
    for relation in task.system.relations:
        for cell in (relation.total, *relation.parts):
            need = task.need(cell)
            if need is None or (cell in task.fixed and task.fixed[cell].exact):
                continue
            sign = -1.0 if cell == relation.total else 1.0
            for direction in (1, -1):
                multipliers = [(relation, sign * direction)]
                room = capacity(task, cell, direction, multipliers)
                yield from cuts_of(task, cell, need, {direction: room})
            if cell in task.free:
                others = {c: 1.0 for c in (relation.total, *relation.parts) if c in task.free}
                del others[cell]
                if not any(_open(task, c) for c in (relation.total, *relation.parts)):
                    yield Cut(others, 1.0, cell)


def _open(task: Task, cell: str) -> bool:
    return cell in task.fixed and not task.fixed[cell].exact


class Capacity(NamedTuple):
    """How far a cell can move one way: at most ``always`` and what the free cells add if hidden."""

    always: float
    added: Mapping[str, float]


def capacity(
    task: Task, cell: str, direction: int, multipliers: Iterable[tuple[Relation, float]]
) -> Capacity:
    """Return how far a cell can move up (1) or down (-1), by these multipliers of the sums.

    Any multipliers give a true inequality; the duals of the attacker's programme the sharpest.
    """
    reduced: dict[str, float] = {cell: float(direction)}
    for (total, parts), factor in multipliers:
        reduced[total] = reduced.get(total, 0.0) + factor
        for part in parts:
            reduced[part] = reduced.get(part, 0.0) - factor
    always, added = 0.0, {}
    for other, cost in reduced.items():
        if abs(cost) <= _TINY:
            continue
        bounds = task.fixed.get(other, task.mark)
        value = task.system.value(other)
        high = CAP if bounds.high is None else bounds.high
        room = high - value if cost > 0 else value - bounds.low
        if other == cell or other not in task.free:
            always += abs(cost) * room
        elif room:
            added[other] = abs(cost) * room
    return Capacity(always, added)


def cuts_of(
    task: Task,
    cell: str,
    need: Need,
    capacities: Mapping[int, Capacity],
    ends: tuple[float, float] = (math.inf, -math.inf),
) -> Iterator[Cut]:
    """Yield the cuts that follow from the capacities of a cell, where its range has these ends.

    Raises:
        Unprotectable: no choice of hidden cells gives it the room it needs.
    """
    value, when = task.system.value(cell), cell if cell in task.free else None
    if need.high is not None and 1 in capacities and ends[1] < need.high - _TINY:
        yield from _cut(cell, [capacities[1]], need.high - value, when)
    if need.low is not None and -1 in capacities and ends[0] > need.low + _TINY:
        yield from _cut(cell, [capacities[-1]], value - need.low, when)
    if len(capacities) > 1 and ends[1] - ends[0] < need.width - _TINY:
        yield from _cut(cell, list(capacities.values()), need.width, when)


def _cut(cell: str, capacities: list[Capacity], distance: float, when: str | None) -> Iterator[Cut]:
    least = distance - sum(capacity.always for capacity in capacities)
    if least <= _TINY:
        return
    weights: dict[str, float] = {}
    for capacity in capacities:
        for other, weight in capacity.added.items():
            weights[other] = weights.get(other, 0.0) + weight
    if not weights and when is None:
        raise Unprotectable(cell)
    # A weight beyond what is asked for only weakens the relaxation.
    yield Cut({other: min(weight, least) for other, weight in weights.items()}, least, when)
