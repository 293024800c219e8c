"""The attack on a pattern that is being tried: which needs it leaves unmet, and why.

Every table that is found for one need is kept: it shows how far all its cells can move, under this
pattern and under every other one that hides the cells in which it differs from the truth.
"""

import random
from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from app.export.disclosure.cuts import Capacity, Cut, Task, capacity, cuts_of
from app.export.disclosure.pieces import Piece, pieces
from app.export.disclosure.polytope import Polytope
from app.export.disclosure.solver import Extreme, Stop, Stopped
from app.export.disclosure.threshold import Need

if TYPE_CHECKING:
    from app.export.disclosure.solver import Flags, Numbers, Wholes

_TINY = 1e-7
_MANY = 6
_PATIENCE = 3
_ENOUGH = 100


class _Table(NamedTuple):
    """What differs from the truth in a table: which cells, the free ones of them, and their values."""

    cells: "Wholes"
    free: "Wholes"
    values: "Numbers"


class Tables:
    """Tables found so far, each as what differs from the truth; fractions do no harm here."""

    def __init__(self, task: Task) -> None:
        import numpy as np

        self._task = task
        self.place = {cell: n for n, cell in enumerate(task.system.cells)}
        self.truth = np.array([each.value for each in task.system.cells.values()], np.float64)
        self._is_free = self._chosen(task.free)
        self._kept: list[_Table] = []

    def keep(self, cells: "Wholes", table: "Numbers") -> None:
        """Remember a table of the cells at these places."""
        moved = abs(table - self.truth[cells]) > _TINY
        where = cells[moved]
        self._kept.append(_Table(where, where[self._is_free[where]], table[moved]))

    def ends(self, hidden: Collection[str]) -> "tuple[Numbers, Numbers]":
        """Return how far every cell moves in the tables that agree with what a pattern shows."""
        import numpy as np

        is_hidden = self._chosen(hidden)
        low, high = self.truth.copy(), self.truth.copy()
        for cells, free, values in self._kept:
            if is_hidden[free].all():
                low[cells] = np.minimum(low[cells], values)
                high[cells] = np.maximum(high[cells], values)
        return low, high

    def _chosen(self, cells: Collection[str]) -> "Flags":
        import numpy as np

        found = np.zeros(len(self.place), bool)
        found[[self.place[cell] for cell in cells]] = True
        return found


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
    ends = tables.ends(hidden)
    searches = [
        _Search(task, piece, tables, ends, stop)
        for piece in pieces(task.system.relations, task.known(hidden))
    ]
    return [cut for search in searches for cut in islice(search.cuts(), _ENOUGH)]


class _Open(NamedTuple):
    """A cell with a need, which is not met yet or was not when the search began."""

    column: int
    cell: str
    need: Need


class _Search:
    """The attack on one piece."""

    def __init__(
        self,
        task: Task,
        piece: Piece,
        tables: Tables,
        ends: "tuple[Numbers, Numbers]",
        stop: Stop | None,
    ) -> None:
        import numpy as np

        self._task, self._piece, self._tables, self._stop = task, piece, tables, stop
        self._built: Polytope | None = None
        self._places = np.array([tables.place[cell] for cell in piece.cells], np.int64)
        self._low, self._high = ends[0][self._places], ends[1][self._places]
        self._least, self._most = np.minimum, np.maximum
        self._open = [
            _Open(column, cell, need)
            for column, cell in enumerate(piece.cells)
            if (need := task.need(cell)) is not None
        ]
        self._forget_met()

    def cuts(self) -> Iterator[Cut]:
        """Yield what the pattern breaks in this piece."""
        self._push_together()
        for one in list(self._open):
            if self._is_met(one):
                continue
            found = {1: self._push(one, 1)}
            if not self._is_met(one):
                found[-1] = self._push(one, -1)
            if not self._is_met(one):
                capacities = {way: self._capacity(one, way, found[way]) for way in found}
                ends = float(self._low[one.column]), float(self._high[one.column])
                yield from cuts_of(self._task, one.cell, one.need, capacities, ends)

    @property
    def _polytope(self) -> Polytope:
        if self._built is None:
            self._built = Polytope(self._piece)
        return self._built

    def _is_met(self, one: _Open) -> bool:
        return one.need.met(float(self._low[one.column]), float(self._high[one.column]))

    def _forget_met(self) -> None:
        self._open = [one for one in self._open if not self._is_met(one)]

    def _push_together(self) -> None:
        """Move all cells with open needs at once, each within what it needs to reach.

        A corner of so narrow a box has many cells at their ends, so a few tables go a long way.
        """
        if len(self._open) < _MANY:
            return
        self._polytope.box(*self._box())
        fruitless = turn = 0
        while self._open and fruitless < _PATIENCE:
            self._ask()
            before, turn = len(self._open), turn + 1
            self._keep(self._polytope.maximise(self._outwards(turn)).point)
            self._forget_met()
            fruitless = 0 if len(self._open) < before else fruitless + 1
        self._polytope.unbox()

    def _box(self) -> "tuple[Numbers, Numbers]":
        truth = self._tables.truth[self._places]
        low, high = truth - 2 * self._task.width, truth + 2 * self._task.width
        for one in self._open:
            if one.need.low is not None:
                low[one.column] = min(one.need.low, truth[one.column])
            if one.need.high is not None:
                high[one.column] = max(one.need.high, truth[one.column])
        return low, high

    def _outwards(self, turn: int) -> dict[int, float]:
        """Return weights that push every open cell towards an end it has not reached."""
        draw = random.Random(turn)
        weights = {}
        for one in self._open:
            low, high = self._low[one.column], self._high[one.column]
            down = one.need.low is not None and low > one.need.low + _TINY
            up = one.need.high is not None and high < one.need.high - _TINY
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
        multipliers = ((self._piece.sums[number].relation, d) for number, d in duals.items())
        return capacity(self._task, one.cell, direction, multipliers)

    def _keep(self, table: "Numbers") -> None:
        self._low = self._least(self._low, table)
        self._high = self._most(self._high, table)
        self._tables.keep(self._places, table)
