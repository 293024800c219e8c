"""What a reader can work out about the cells that were withheld.

The attacker of this package has every release, knows that a mark stands for at least 1 because
zeros are shown, knows how the tables add up, and has time: the ends of every range are those that
some whole-number table reaches, not those of a relaxation. What the attacker does not have is told
in docs/decisions/0010-disclosure-control.md. The ranges are those of the *auditing problem*
(Hundepool et al. 2012; Fischetti & Salazar 2001).
"""

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from app.export.disclosure.model import Bounds, Relation
from app.export.disclosure.pieces import Piece, pieces
from app.export.disclosure.polytope import Polytope
from app.export.disclosure.solver import CAP, Impossible, Stop, Stopped

if TYPE_CHECKING:
    from app.export.disclosure.solver import Wholes


class Contradiction(Exception):
    """No whole-number table agrees with everything that is published."""


class View(NamedTuple):
    """What everybody knows: how cells add up, and the bounds of every cell."""

    relations: tuple[Relation, ...]
    known: Mapping[str, Bounds]


def attack(
    view: View, stop: Stop | None = None, cells: Collection[str] | None = None
) -> dict[str, Bounds]:
    """Return the exact whole-number range of every cell that is not published.

    Args:
        view: the releases, joined.
        stop: asked before every cell.
        cells: only these, instead of all.

    Raises:
        Contradiction: the published figures cannot all be true.
        Stopped: ``stop`` said so.
    """
    found: dict[str, Bounds] = {}
    try:
        for piece in pieces(view.relations, view.known):
            wanted = piece.cells if cells is None else set(piece.cells).intersection(cells)
            if wanted:
                found.update(_ranges(piece, wanted, stop))
    except (Impossible, ValueError) as error:
        raise Contradiction from error
    return found


def _ranges(
    piece: Piece, wanted: Collection[str], stop: Stop | None
) -> Iterable[tuple[str, Bounds]]:
    polytope = Polytope(piece)
    for column, cell in enumerate(piece.cells):
        if cell not in wanted:
            continue
        if stop is not None and stop():
            raise Stopped
        high = int(reach(piece, polytope, column, 1)[column])
        low = int(reach(piece, polytope, column, -1)[column])
        yield cell, Bounds(low, None if high >= CAP else high)


def reach(piece: Piece, polytope: Polytope, column: int, direction: int) -> "Wholes":
    """Return the whole-number table in which one cell is greatest (1) or least (-1).

    Raises:
        Impossible: there is no such table.
    """
    table = polytope.furthest(column, direction)
    if not polytope.holds(table):
        raise ArithmeticError(f"the solver's table for {piece.cells[column]} does not add up")
    return table
