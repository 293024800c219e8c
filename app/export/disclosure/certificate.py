"""The proof that goes with a release: other whole-number tables that agree with all that is shown.

For every cell that is not shown, the tables of a certificate hold its least possible value and a
value at least k−2 above it (or, where a range is narrower, its greatest). Anybody can check by
addition that each of the tables fits, without a solver and without trusting this program; see
``check_release.py``.

The tables are made from what the reader knows and from nothing else: the true figures do not enter,
so that they cannot be guessed from the certificate.
"""

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

from app.export.disclosure.attack import View, reach
from app.export.disclosure.model import Bounds, floors
from app.export.disclosure.pieces import Addition, Piece, pieces
from app.export.disclosure.polytope import Polytope
from app.export.disclosure.solver import Stop, Stopped, is_whole, rounded, scattered

if TYPE_CHECKING:
    from app.export.disclosure.solver import Wholes

_FRUITFUL = 3
"""How many cells a table must bring to their ends for a try with as many to be worth it."""


class Certificate(NamedTuple):
    """The cells that are not shown, and what they are in each of the alternative tables."""

    cells: tuple[str, ...]
    alternatives: tuple[tuple[int, ...], ...]

    def ranges(self) -> dict[str, tuple[int, int]]:
        """Return the least and the greatest value of every cell in the alternatives."""
        columns = zip(*self.alternatives, strict=True)
        return {
            cell: (min(column), max(column))
            for cell, column in zip(self.cells, columns, strict=True)
        }

    def only(self, cells: Collection[str]) -> "Certificate":
        """Return the certificate of those of its cells that are among these."""
        wanted = set(cells)
        places = [n for n, cell in enumerate(self.cells) if cell in wanted]
        return Certificate(
            tuple(self.cells[n] for n in places),
            tuple(tuple(row[n] for n in places) for row in self.alternatives),
        )


def certify(
    view: View, width: int, stop: Stop | None = None, earlier: Certificate | None = None
) -> Certificate:
    """Return a certificate of what a reader of all releases knows.

    Args:
        view: the releases, joined.
        width: how far above its least value each cell is shown to reach (k−2).
        stop: asked before every cell.
        earlier: a certificate of a part of what is known: of fewer releases, or of fewer sums, and
            of this width at least. What it reaches is tried first, and nothing is sought beyond
            what it found to be the end. Every table is still found and added up in this view.

    Raises:
        ValueError: what is known contradicts itself.
        Stopped: ``stop`` said so.
    """
    least = floors(view.relations, view.known)
    found = []
    before = _Before(earlier)
    for piece in pieces(view.relations, view.known):
        tables = before.tables(piece)
        if tables is not None:
            found.append(Certificate(tuple(piece.cells), tuple(tuple(t.tolist()) for t in tables)))
            continue
        lowest = [least[cell] for cell in piece.cells]
        ends = _Ends(piece, lowest, width, stop)
        if earlier is not None:
            ends.aim(_Goals(earlier.only(piece.cells), width))
        tables = _fewer(ends.tables(range(len(lowest))), width)
        found.append(Certificate(tuple(piece.cells), tuple(tuple(t.tolist()) for t in tables)))
    return together(found)


def room(
    view: View,
    width: int,
    cells: Collection[str],
    stop: Stop | None = None,
    earlier: Certificate | None = None,
) -> dict[str, Bounds]:
    """Return how far these cells can go, as far as it matters; faster than an attack.

    The least value is exact. The greatest is, too, unless it is at least ``width`` above the least
    value, and above 1. Cells whose value is known are left out. Nothing is sought beyond what
    ``earlier`` found to be the end. Args and errors as for :func:`certify`.
    """
    least = floors(view.relations, view.known)
    found: dict[str, Bounds] = {}
    before = _Before(earlier)
    for piece in pieces(view.relations, view.known):
        columns = [n for n, cell in enumerate(piece.cells) if cell in cells]
        if columns:
            tables = before.tables(piece)
            if tables is None:
                lowest = [least[cell] for cell in piece.cells]
                ends = _Ends(piece, lowest, width, stop)
                if earlier is not None:
                    ends.stop_at(_Goals(earlier.only(piece.cells), width))
                tables = ends.tables(columns)
            for n in columns:
                values = [int(table[n]) for table in tables]
                found[piece.cells[n]] = Bounds(min(values), max(values))
    return found


def together(certificates: Iterable[Certificate]) -> Certificate:
    """Return one certificate for pieces that have nothing to do with each other.

    Any tables of such pieces make one table together, so the longest of them says how many.
    """
    parts = [part for part in certificates if part.cells]
    longest = max((len(part.alternatives) for part in parts), default=0)
    return Certificate(
        tuple(cell for part in parts for cell in part.cells),
        tuple(
            tuple(v for part in parts for v in part.alternatives[n % len(part.alternatives)])
            for n in range(longest)
        ),
    )


class _Before:
    """The tables of an earlier certificate, for the pieces of which nothing more is known now.

    Where all of them still fit, they still show the same ends: who knows more can only rule out
    more, and nothing of theirs is ruled out. Each is added up in the piece of today.
    """

    def __init__(self, earlier: Certificate | None) -> None:
        import numpy as np

        self._place = {cell: n for n, cell in enumerate(earlier.cells)} if earlier else {}
        self._rows = np.array(earlier.alternatives if earlier else (), np.int64)
        self._distinct = np.unique

    def tables(self, piece: Piece) -> "list[Wholes] | None":
        """Return the tables of a piece, or None where they must be found anew."""
        places = [self._place[cell] for cell in piece.cells if cell in self._place]
        if len(places) < len(piece.cells) or not len(self._rows):
            return None
        # Pieces apart have fewer tables than the certificate: its rows repeat them.
        tables = list(self._distinct(self._rows[:, places], axis=0))
        addition = Addition(piece)
        return tables if all(addition.holds(table) for table in tables) else None


class _Goals:
    """What the tables of a certificate show, to be shown again: which cells reach an end together."""

    def __init__(self, earlier: Certificate, width: int) -> None:
        ranges = earlier.ranges()
        self.low = {cell: low for cell, (low, _) in ranges.items()}
        enough = {c: min(high, max(1, low) + width) for c, (low, high) in ranges.items()}
        self.high = {c: h for c, (low, h) in ranges.items() if h < max(1, low) + width}
        """The cells that stay below what is wanted: no table has more."""
        rows = [dict(zip(earlier.cells, row, strict=True)) for row in earlier.alternatives]
        self.ends: dict[int, list[set[str]]] = {
            -1: [{cell for cell in row if row[cell] == self.low[cell]} for row in rows],
            1: [{cell for cell in row if row[cell] >= enough[cell]} for row in rows],
        }


class _Ends:
    """The search for tables in which every cell of a piece reaches its ends."""

    def __init__(self, piece: Piece, floor: Sequence[int], width: int, stop: Stop | None) -> None:
        import numpy as np

        self._piece, self._width, self._stop = piece, width, stop
        self._polytope = Polytope(piece)
        low, self._ceiling = self._polytope.addition.limits()
        self._floor = np.maximum(np.array(floor, np.int64), low.astype(np.int64))
        self._goals: dict[int, list[set[str]]] = {}
        self._tables: list[Wholes] = []
        # Of no table yet: every cell is too high and too low.
        self._low = np.full(len(floor), np.iinfo(np.int64).max)
        self._high = np.full(len(floor), -1)
        self._least, self._most, self._places = np.minimum, np.maximum, np.flatnonzero

    def aim(self, goals: _Goals) -> None:
        """Try first what an earlier certificate shows, and nothing beyond its ends."""
        self._goals = goals.ends
        self.stop_at(goals)

    def stop_at(self, goals: _Goals) -> None:
        """Seek nothing beyond the ends of an earlier certificate."""
        for column, cell in enumerate(self._piece.cells):
            self._floor[column] = max(self._floor[column], goals.low.get(cell, 0))
            self._ceiling[column] = min(self._ceiling[column], goals.high.get(cell, math.inf))

    def keep(self, table: "Wholes") -> None:
        """Take note of a table of the piece."""
        self._tables.append(table)
        self._low = self._least(self._low, table)
        self._high = self._most(self._high, table)

    def tables(self, columns: Sequence[int]) -> "list[Wholes]":
        """Return the tables, with what each of these cells needs in at least one of them."""
        wanted = self._floor < 0  # none yet
        wanted[list(columns)] = True

        def too_high() -> "Wholes":
            return self._places(wanted & (self._low > self._floor))

        def too_low() -> "Wholes":
            return self._places(wanted & (self._high < enough))

        self._again(too_high, -1)
        self._together(too_high, -1)
        for column in columns:
            self._ask()
            if self._low[column] > self._floor[column]:
                self.keep(reach(self._piece, self._polytope, column, -1))
        # A cell that may be 0 is to reach k−1 as well.
        enough = self._least(self._low.clip(min=1) + self._width, self._ceiling).astype(int)
        # In a narrow box many cells reach what they need at once; what it cuts off comes after.
        self._polytope.box(self._low.astype(float), self._most(self._high, enough).astype(float))
        self._again(too_low, 1)
        self._together(too_low, 1)
        self._polytope.unbox()
        for column in columns:
            self._ask()
            if self._high[column] < enough[column]:
                # No further than needed: a table of astonishing figures convinces nobody.
                low, high = self._piece.bounds[column]
                most = int(enough[column]) if high is None else min(int(enough[column]), high)
                self._polytope.limit(column, low, most)
                self.keep(reach(self._piece, self._polytope, column, 1))
                self._polytope.release(column)
        return self._tables

    def _again(self, unmet: "Callable[[], Wholes]", sign: int) -> None:
        """Push those cells at once that an earlier table had at their ends."""
        for turn, cells in enumerate(self._goals.get(sign, ())):
            some = [column for column in unmet().tolist() if self._piece.cells[column] in cells]
            if some:
                self._ask()
                self._push(some, turn, sign)

    def _push(self, some: Sequence[int], turn: int, sign: int) -> None:
        point = self._polytope.maximise(scattered(some, turn, sign)).point
        if is_whole(point) and self._polytope.holds(rounded(point)):
            self.keep(rounded(point))

    def _together(self, unmet: "Callable[[], Wholes]", sign: int) -> None:
        """Push many cells at once, and fewer when that brings few of them where they should be."""
        size, turn = len(self._piece.cells), 0
        while size and len(now := unmet()):
            self._ask()
            turn += 1
            # Cells that stand far apart are less in each other's way.
            some = now[:: max(1, len(now) // size)][:size].tolist()
            self._push(some, turn, sign)
            if len(now) - len(unmet()) < _FRUITFUL:
                size //= 2

    def _ask(self) -> None:
        if self._stop is not None and self._stop():
            raise Stopped


def _fewer(tables: "Sequence[Wholes]", width: int) -> "list[Wholes]":
    """Return some of the tables that show the same ends: first the one that shows most of them."""
    import numpy as np

    all_tables = np.array(tables)
    low, high = all_tables.min(axis=0), all_tables.max(axis=0)
    enough = np.minimum(high, low.clip(min=1) + width)
    shows = np.concatenate((all_tables == low, all_tables >= enough), axis=1)
    missing = np.ones(shows.shape[1], bool)
    chosen: list[Wholes] = []
    # What a table adds only shrinks, so one that was looked at again and still leads is the best.
    heap = [(-ends, n) for n, ends in enumerate(shows.sum(axis=1).tolist())]
    heapify(heap)
    while missing.any():
        n = heappop(heap)[1]
        adds = -int((shows[n] & missing).sum())
        if heap and (adds, n) > heap[0]:
            heappush(heap, (adds, n))
        else:
            missing &= ~shows[n]
            chosen.append(tables[n])
    return chosen
