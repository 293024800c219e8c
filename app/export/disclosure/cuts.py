"""Inequalities that every safe pattern of suppression keeps, and a search for one that is broken.

After Fischetti & Salazar (2001): how far a cell can move while the sums hold is at most what the
hidden cells allow, weighted by multipliers of the sums (linear programming duality). A pattern that
leaves a cell too little room therefore breaks an inequality over the choice of hidden cells, the
*capacity constraint*, whose multipliers are the duals of the attacker's own linear programme.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from app.export.disclosure.model import MARKED, Bounds, Relation, System, shown
from app.export.disclosure.pieces import Piece, pieces
from app.export.disclosure.solver import CAP, Programme, is_whole
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
    cell that is hidden; ``width`` is the need of a free cell if it becomes hidden.
    """

    system: System
    needs: Mapping[str, Need]
    fixed: Mapping[str, Bounds]
    free: Mapping[str, float]
    width: int
    mark: Bounds = MARKED

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
                capacity = _capacity(task, cell, direction, multipliers)
                yield from _cuts(task, cell, need, {direction: capacity})
            if cell in task.free:
                others = {c: 1.0 for c in (relation.total, *relation.parts) if c in task.free}
                del others[cell]
                if not any(_open(task, c) for c in (relation.total, *relation.parts)):
                    yield Cut(others, 1.0, cell)


def _open(task: Task, cell: str) -> bool:
    return cell in task.fixed and not task.fixed[cell].exact


class Verdict(NamedTuple):
    """The inequalities that a pattern breaks, and whether every table looked at was a whole one."""

    cuts: list[Cut]
    whole: bool


def broken(task: Task, hidden: Collection[str]) -> Verdict:
    """Return the inequalities that a pattern breaks; none if the linear programmes find no leak.

    Raises:
        Unprotectable: no pattern gives a cell the room it needs.
    """
    found: list[Cut] = []
    whole = True
    for piece in pieces(task.system.relations, task.known(hidden)):
        search = _Search(task, piece)
        found.extend(search.cuts())
        whole = whole and search.whole
    return Verdict(found, whole)


class _Search:
    """The attack on one piece: cells that move far in a table found for another need no search."""

    def __init__(self, task: Task, piece: Piece) -> None:
        self._task, self._piece = task, piece
        self._programme: Programme | None = None
        self._low = [float(task.system.value(cell)) for cell in piece.cells]
        self._high = list(self._low)
        self.whole = True

    def cuts(self) -> Iterator[Cut]:
        for column, cell in enumerate(self._piece.cells):
            need = self._task.need(cell)
            if need is None or self._met(need, column):
                continue
            capacities = {1: self._push(column, 1)}
            if not self._met(need, column):
                capacities[-1] = self._push(column, -1)
            if not self._met(need, column):
                yield from _cuts(self._task, cell, need, capacities, self._ends(column))

    def _met(self, need: Need, column: int) -> bool:
        return need.met(self._low[column], self._high[column])

    def _ends(self, column: int) -> tuple[float, float]:
        return self._low[column], self._high[column]

    def _push(self, column: int, direction: int) -> "_Capacity":
        if self._programme is None:
            self._programme = self._piece.programme()
        extreme = self._programme.maximise({column: direction})
        self.whole = self.whole and is_whole(extreme.point)
        for n, value in enumerate(extreme.point):
            self._low[n] = min(self._low[n], value)
            self._high[n] = max(self._high[n], value)
        multipliers = [
            (s.relation, dual)
            for s, dual in zip(self._piece.sums, extreme.duals, strict=True)
            if abs(dual) > _TINY
        ]
        return _capacity(self._task, self._piece.cells[column], direction, multipliers)


class _Capacity(NamedTuple):
    """How far a cell can move one way: at most ``always`` and what the free cells add if hidden."""

    always: float
    added: Mapping[str, float]


def _capacity(
    task: Task, cell: str, direction: int, multipliers: Iterable[tuple[Relation, float]]
) -> _Capacity:
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
    return _Capacity(always, added)


def _cuts(
    task: Task,
    cell: str,
    need: Need,
    capacities: Mapping[int, _Capacity],
    ends: tuple[float, float] = (math.inf, -math.inf),
) -> Iterator[Cut]:
    value, when = task.system.value(cell), cell if cell in task.free else None
    if need.high is not None and 1 in capacities and ends[1] < need.high - _TINY:
        yield from _cut(cell, [capacities[1]], need.high - value, when)
    if need.low is not None and -1 in capacities and ends[0] > need.low + _TINY:
        yield from _cut(cell, [capacities[-1]], value - need.low, when)
    if len(capacities) > 1 and ends[1] - ends[0] < need.width - _TINY:
        yield from _cut(cell, list(capacities.values()), need.width, when)


def _cut(
    cell: str, capacities: list[_Capacity], distance: float, when: str | None
) -> Iterator[Cut]:
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
