"""The proof that goes with a release: other whole-number tables that agree with all that is shown.

For every cell that is not shown, the tables of a certificate hold its least possible value and a
value at least k−2 above it (or, where a range is narrower, its greatest). Anybody can check by
addition that each of the tables fits, without a solver and without trusting this program; see
``check_release.py``.

The tables are made from what the reader knows and from nothing else: the true figures do not enter,
so that they cannot be guessed from the certificate.
"""

from collections.abc import Sequence
from typing import NamedTuple

from app.export.disclosure.attack import View, reach
from app.export.disclosure.model import Bounds, floors
from app.export.disclosure.pieces import Piece, pieces
from app.export.disclosure.solver import CAP, Stop, Stopped


class Certificate(NamedTuple):
    """The cells that are not shown, and what they are in each of the alternative tables."""

    cells: tuple[str, ...]
    alternatives: tuple[tuple[int, ...], ...]

    def ranges(self) -> dict[str, Bounds]:
        """Return the least and the greatest value of every cell in the alternatives."""
        columns = zip(*self.alternatives, strict=True)
        return {
            cell: Bounds(min(column), max(column))
            for cell, column in zip(self.cells, columns, strict=True)
        }


def certify(view: View, width: int, stop: Stop | None = None) -> Certificate:
    """Return a certificate of what a reader of all releases knows.

    Args:
        view: the releases, joined.
        width: how far above its least value each cell is shown to reach (k−2).
        stop: asked before every cell.

    Raises:
        ValueError: what is known contradicts itself.
        Stopped: ``stop`` said so.
    """
    least = floors(view.relations, view.known)
    cells: list[str] = []
    blocks: list[list[list[int]]] = []
    for piece in pieces(view.relations, view.known):
        cells.extend(piece.cells)
        lowest = [least[cell] for cell in piece.cells]
        blocks.append(_fewer(_Ends(piece, lowest, width, stop).tables(), width))
    # The pieces have nothing to do with each other, so any tables of them make one together.
    longest = max((len(block) for block in blocks), default=0)
    return Certificate(
        tuple(cells),
        tuple(
            tuple(value for block in blocks for value in block[n % len(block)])
            for n in range(longest)
        ),
    )


class _Ends:
    """The search for tables in which every cell of a piece reaches its ends."""

    def __init__(
        self, piece: Piece, floor: Sequence[int], width: int, stop: Stop | None
    ) -> None:
        self._piece, self._floor, self._width, self._stop = piece, floor, width, stop
        self._programme = piece.programme()
        self._tables: list[list[int]] = []
        self._low: list[int] = []
        self._high: list[int] = []

    def tables(self) -> list[list[int]]:
        """Return the tables, with what each cell needs in at least one of them."""
        for column in range(len(self._piece.cells)):
            if self._stop is not None and self._stop():
                raise Stopped
            if not self._low or self._low[column] > self._floor[column]:
                self._keep(reach(self._piece, self._programme, column, -1))
        for column, (low, high) in enumerate(self._piece.bounds):
            if self._stop is not None and self._stop():
                raise Stopped
            enough = self._low[column] + self._width
            if self._high[column] < enough:
                # No further than needed: a table of astonishing figures convinces nobody.
                most = CAP if high is None else high
                self._programme.bound(column, low, min(enough, most))
                self._keep(reach(self._piece, self._programme, column, 1))
                self._programme.bound(column, low, most)
        return self._tables

    def _keep(self, table: list[int]) -> None:
        self._tables.append(table)
        if len(self._tables) == 1:
            self._low, self._high = list(table), list(table)
        self._low = [min(pair) for pair in zip(self._low, table, strict=True)]
        self._high = [max(pair) for pair in zip(self._high, table, strict=True)]


def _fewer(tables: list[list[int]], width: int) -> list[list[int]]:
    """Return some of the tables that show the same ends: first the one that shows most of them."""
    columns = list(zip(*tables, strict=True))
    low = [min(column) for column in columns]
    enough = [min(max(column), least + width) for column, least in zip(columns, low, strict=True)]
    shows = [
        {(n, -1) for n, value in enumerate(table) if value == low[n]}
        | {(n, 1) for n, value in enumerate(table) if value >= enough[n]}
        for table in tables
    ]
    missing = set[tuple[int, int]]().union(*shows)
    chosen: list[list[int]] = []
    while missing:
        best = max(range(len(tables)), key=lambda n: len(shows[n] & missing))
        missing -= shows[best]
        chosen.append(tables[best])
    return chosen
