"""What a reader does not know, taken apart into pieces that have nothing to do with each other.

Cells with one possible value are put into the sums they stand in. Of what is left, two cells belong
together only if a chain of sums leads from one to the other, so every piece is searched alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from app.export.disclosure.model import Bounds, Relation


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

    def holds(self, point: Sequence[int]) -> bool:
        """Tell by addition alone whether the whole-number point is one of those tables."""
        return all(
            low <= value and (high is None or value <= high)
            for value, (low, high) in zip(point, self.bounds, strict=True)
        ) and all(
            sum(sign * point[column] for column, sign in zip(s.columns, s.signs, strict=True))
            == s.amount
            for s in self.sums
        )


def pieces(relations: Iterable[Relation], known: Mapping[str, Bounds]) -> list[Piece]:
    """Return the pieces of what is not known exactly, the cells in the order of ``known``.

    Raises:
        ValueError: what is known contradicts itself.
    """
    open_cells = [cell for cell, bound in known.items() if not bound.exact]
    group = {cell: cell for cell in open_cells}
    sums: list[tuple[list[tuple[str, int]], int, Relation]] = []
    for relation in relations:
        signed = [(relation.total, -1), *((part, 1) for part in relation.parts)]
        unknown = [(cell, sign) for cell, sign in signed if cell in group]
        amount = -sum(sign * known[cell].low for cell, sign in signed if cell not in group)
        if unknown:
            sums.append((unknown, amount, relation))
            first = _root(group, unknown[0][0])
            for cell, _ in unknown[1:]:
                group[_root(group, cell)] = first
        elif amount:
            raise ValueError(f"what is published of {relation.total} does not add up")
    return _collected(open_cells, group, sums, known)


def _collected(
    open_cells: Sequence[str],
    group: dict[str, str],
    sums: Sequence[tuple[list[tuple[str, int]], int, Relation]],
    known: Mapping[str, Bounds],
) -> list[Piece]:
    members: dict[str, list[str]] = {}
    for cell in open_cells:
        members.setdefault(_root(group, cell), []).append(cell)
    place = {cell: n for cells in members.values() for n, cell in enumerate(cells)}
    found: dict[str, list[Sum]] = {root: [] for root in members}
    for unknown, amount, relation in sums:
        columns = tuple(place[cell] for cell, _ in unknown)
        signs = tuple(sign for _, sign in unknown)
        found[_root(group, unknown[0][0])].append(Sum(columns, signs, amount, relation))
    return [
        Piece(cells, [known[cell] for cell in cells], found[root])
        for root, cells in members.items()
    ]


def _root(group: dict[str, str], cell: str) -> str:
    while group[cell] != cell:
        group[cell] = group[group[cell]]
        cell = group[cell]
    return cell
