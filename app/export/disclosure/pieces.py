"""What a reader does not know, taken apart into pieces that have nothing to do with each other.

Cells with one possible value are put into the sums they stand in. Of what is left, two cells belong
together only if a chain of sums leads from one to the other, so every piece is searched alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from app.export.disclosure.model import Bounds, Relation

if TYPE_CHECKING:
    from app.export.disclosure.solver import Numbers, Wholes

_PASSES = 20


class Sum(NamedTuple):
    """A relation with unknown cells: the columns, their signs, what they must add up to."""

    columns: tuple[int, ...]
    signs: tuple[int, ...]
    amount: int
    relation: Relation


class Piece(NamedTuple):
    """Unknown cells that hang together: their names, their bounds, their sums."""

    cells: Sequence[str]
    bounds: Sequence[Bounds]
    sums: Sequence[Sum]


class Addition:
    """The bounds and sums of a piece, laid out for adding up many tables one after the other."""

    def __init__(self, piece: Piece) -> None:
        import numpy as np

        most = np.iinfo(np.int64).max
        self._low = np.array([low for low, _ in piece.bounds], np.int64)
        self._high = np.array([most if b.high is None else b.high for b in piece.bounds], np.int64)
        self._columns = np.array([c for s in piece.sums for c in s.columns], np.int64)
        self._signs = np.array([sign for s in piece.sums for sign in s.signs], np.int64)
        self._amounts = np.array([s.amount for s in piece.sums], np.int64)
        lengths = [len(s.columns) for s in piece.sums]
        self._starts = np.cumsum([0, *lengths[:-1]])
        self._sum_of = np.repeat(np.arange(len(lengths)), lengths)
        self._add = np.add.reduceat

    def holds(self, point: "Wholes") -> bool:
        """Tell by addition alone whether the whole-number point is one of the tables."""
        if (point < self._low).any() or (point > self._high).any():
            return False
        if not len(self._amounts):
            return True
        sums = self._add(self._signs * point[self._columns], self._starts)
        return bool((sums == self._amounts).all())

    def limits(self) -> "tuple[Numbers, Numbers]":
        """Return a bound below and one above every cell that its sums give one by one.

        No table lies beyond them, but perhaps none reaches them.
        """
        import numpy as np

        low, high = self._low.astype(float), self._high.astype(float)
        high[self._high == np.iinfo(np.int64).max] = np.inf
        if not len(self._amounts):
            return low, high
        is_part = self._signs > 0
        for _ in range(_PASSES):
            before = low.copy(), high.copy()
            least = np.where(is_part, low[self._columns], -high[self._columns])
            most = np.where(is_part, high[self._columns], -low[self._columns])
            up, down = self._left(least, -np.inf), self._left(most, np.inf)
            np.minimum.at(high, self._columns, np.where(is_part, up, -down))
            np.maximum.at(low, self._columns, np.where(is_part, down, -up))
            if np.array_equal(before, (low, high)):
                break
        return low, high

    def _left(self, ends: "Numbers", endless: float) -> "Numbers":
        """Return what a sum leaves for each of its cells when all others are at these ends."""
        import numpy as np

        has_end = np.isfinite(ends)
        known = np.where(has_end, ends, 0.0)
        without_end = self._add((~has_end).astype(int), self._starts)[self._sum_of] - ~has_end
        left = self._amounts[self._sum_of] - (self._add(known, self._starts)[self._sum_of] - known)
        return np.where(without_end > 0, -endless, left)


def pieces(relations: Iterable[Relation], known: Mapping[str, Bounds]) -> list[Piece]:
    """Return the pieces of what is not known exactly, the cells in the order of ``known``.

    Raises:
        ValueError: what is known contradicts itself.
    """
    open_cells = [cell for cell, bound in known.items() if not bound.exact]
    group = {cell: cell for cell in open_cells}
    told = {cell: bound.low for cell, bound in known.items() if cell not in group}
    sums: list[_Open] = []
    for relation in relations:
        total, parts = relation
        unknown = [part for part in parts if part in group]
        amount = told.get(total, 0) - sum(told.get(part, 0) for part in parts)
        signs = (1,) * len(unknown)
        if total in group:
            unknown, signs = [total, *unknown], (-1, *signs)
        if unknown:
            sums.append(_Open(unknown, signs, amount, relation))
            first = _root(group, unknown[0])
            for cell in unknown[1:]:
                group[_root(group, cell)] = first
        elif amount:
            raise ValueError(f"what is published of {total} does not add up")
    return _collected(open_cells, group, sums, known)


class _Open(NamedTuple):
    """A relation with unknown cells, their signs, and what they must add up to."""

    cells: list[str]
    signs: tuple[int, ...]
    amount: int
    relation: Relation


def _collected(
    open_cells: Sequence[str],
    group: dict[str, str],
    sums: Sequence[_Open],
    known: Mapping[str, Bounds],
) -> list[Piece]:
    members: dict[str, list[str]] = {}
    for cell in open_cells:
        members.setdefault(_root(group, cell), []).append(cell)
    place = {cell: n for cells in members.values() for n, cell in enumerate(cells)}
    found: dict[str, list[Sum]] = {root: [] for root in members}
    for cells, signs, amount, relation in sums:
        columns = tuple(map(place.__getitem__, cells))
        found[_root(group, cells[0])].append(Sum(columns, signs, amount, relation))
    return [
        Piece(cells, [known[cell] for cell in cells], found[root])
        for root, cells in members.items()
    ]


def _root(group: dict[str, str], cell: str) -> str:
    while group[cell] != cell:
        group[cell] = group[group[cell]]
        cell = group[cell]
    return cell
