"""The attack on a pattern that is being tried: which needs it leaves unmet, and why.

Every table that is found for one need is kept: it shows how far all its cells can move, under this
pattern and under every other one that hides the cells in which it differs from the truth.
"""

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice

from app.export.disclosure.cuts import Capacity, Cut, Task, capacity, cuts_of
from app.export.disclosure.pieces import Piece, pieces
from app.export.disclosure.polytope import Polytope
from app.export.disclosure.solver import Extreme, Stop, Stopped
from app.export.disclosure.threshold import Need

_TINY = 1e-7
_MANY = 6
_PATIENCE = 3
_ENOUGH = 100


class Tables:
    """Tables found so far, each as what differs from the truth; fractions do no harm here."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._kept: list[tuple[frozenset[str], dict[str, float]]] = []

    def keep(self, cells: Sequence[str], table: Sequence[float]) -> None:
        """Remember a table."""
        value = self._task.system.value
        pairs = zip(cells, table, strict=True)
        moved = {cell: at for cell, at in pairs if abs(at - value(cell)) > _TINY}
        self._kept.append((frozenset(c for c in moved if c in self._task.free), moved))

    def fitting(self, hidden: Collection[str]) -> Iterator[dict[str, float]]:
        """Yield the tables that agree with what this pattern shows."""
        for chosen, moved in self._kept:
            if chosen.issubset(hidden):
                yield moved


def broken(
    task: Task, hidden: Collection[str], tables: Tables, stop: Stop | None = None
) -> list[Cut]:
    """Return inequalities that a pattern breaks, but not all; none if no programme finds a leak.

    Args:
        task: what is protected.
        hidden: the free cells that the pattern hides.
        tables: what was found before; what is found now is added.
        stop: asked before every programme.

    Raises:
        Unprotectable: no pattern gives a cell the room it needs.
        Stopped: ``stop`` said so.
    """
    searches = [
        _Search(task, piece, tables, stop)
        for piece in pieces(task.system.relations, task.known(hidden))
    ]
    home = {cell: search for search in searches for cell in search.open_cells}
    for moved in tables.fitting(hidden):
        for search in {home[cell] for cell in moved if cell in home}:
            search.recall(moved)
    return [cut for search in searches for cut in islice(search.cuts(), _ENOUGH)]


class _Open:
    """A need that is not met yet, and how far the cell got."""

    __slots__ = ("cell", "column", "high", "low", "need")

    def __init__(self, column: int, cell: str, need: Need, truth: int) -> None:
        self.column, self.cell, self.need = column, cell, need
        self.low = self.high = float(truth)

    def see(self, value: float) -> None:
        """Take note of a value that the cell has in a table."""
        self.low, self.high = min(self.low, value), max(self.high, value)

    @property
    def met(self) -> bool:
        """Tell whether the tables so far leave enough open."""
        return self.need.met(self.low, self.high)


class _Search:
    """The attack on one piece."""

    def __init__(self, task: Task, piece: Piece, tables: Tables, stop: Stop | None) -> None:
        self._task, self._piece, self._tables, self._stop = task, piece, tables, stop
        self._built: Polytope | None = None
        self._open = [
            _Open(column, cell, need, task.system.value(cell))
            for column, cell in enumerate(piece.cells)
            if (need := task.need(cell)) is not None
        ]
        self._open = [one for one in self._open if not one.met]

    @property
    def open_cells(self) -> list[str]:
        """The cells whose needs are not met yet."""
        return [one.cell for one in self._open]

    def recall(self, moved: Mapping[str, float]) -> None:
        """Take note of a table that was found before."""
        for one in self._open:
            if one.cell in moved:
                one.see(moved[one.cell])
        self._open = [one for one in self._open if not one.met]

    def cuts(self) -> Iterator[Cut]:
        """Yield what the pattern breaks in this piece."""
        self._push_together()
        for one in list(self._open):
            if one.met:
                continue
            found = {1: self._push(one, 1)}
            if not one.met:
                found[-1] = self._push(one, -1)
            if not one.met:
                capacities = {way: self._capacity(one, way, found[way]) for way in found}
                ends = (one.low, one.high)
                yield from cuts_of(self._task, one.cell, one.need, capacities, ends)

    @property
    def _polytope(self) -> Polytope:
        if self._built is None:
            self._built = Polytope(self._piece)
        return self._built

    def _push_together(self) -> None:
        """Move all cells with open needs at once, each within what it needs to reach.

        A corner of so narrow a box has many cells at their ends, so a few tables go a long way.
        """
        if len(self._open) < _MANY:
            return
        self._polytope.box(*zip(*self._box(), strict=True))
        fruitless = turn = 0
        while self._open and fruitless < _PATIENCE:
            self._ask()
            before, turn = len(self._open), turn + 1
            self._keep(self._polytope.maximise(self._outwards(turn)).point)
            fruitless = 0 if len(self._open) < before else fruitless + 1
        self._polytope.unbox()

    def _box(self) -> Iterator[tuple[int, int]]:
        reach_of = {one.column: one.need for one in self._open}
        for column, cell in enumerate(self._piece.cells):
            truth, room = self._task.system.value(cell), 2 * self._task.width
            need = reach_of.get(column)
            low = truth - room if need is None or need.low is None else need.low
            high = truth + room if need is None or need.high is None else need.high
            yield min(low, truth), max(high, truth)

    def _outwards(self, turn: int) -> dict[int, float]:
        """Return weights that push every open cell towards an end it has not reached."""
        draw = random.Random(turn)
        weights = {}
        for one in self._open:
            down = one.need.low is not None and one.low > one.need.low + _TINY
            up = one.need.high is not None and one.high < one.need.high - _TINY
            sign = draw.choice((-1, 1)) if up == down else 1 if up else -1
            weights[one.column] = sign * draw.uniform(0.5, 1.0)
        return weights

    def _ask(self) -> None:
        if self._stop is not None and self._stop():
            raise Stopped

    def _push(self, one: _Open, direction: int) -> Extreme:
        self._ask()
        extreme = self._polytope.maximise({one.column: direction})
        self._keep(extreme.point)
        return extreme

    def _capacity(self, one: _Open, direction: int, extreme: Extreme) -> Capacity:
        duals = self._polytope.duals({one.column: direction}, extreme)
        multipliers = [
            (s.relation, dual)
            for s, dual in zip(self._piece.sums, duals, strict=True)
            if abs(dual) > _TINY
        ]
        return capacity(self._task, one.cell, direction, multipliers)

    def _keep(self, table: Sequence[float]) -> None:
        for one in self._open:
            one.see(table[one.column])
        self._open = [one for one in self._open if not one.met]
        self._tables.keep(self._piece.cells, table)
