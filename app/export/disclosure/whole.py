"""The needs in whole numbers: what a linear programme reaches with fractions counts for nothing."""

from collections.abc import Collection

from app.export.disclosure.attack import reach
from app.export.disclosure.cuts import Task
from app.export.disclosure.pieces import Piece, pieces


def unmet(task: Task, hidden: Collection[str]) -> list[str]:
    """Return the cells to which a pattern leaves too little room in whole numbers."""
    found = []
    for piece in pieces(task.system.relations, task.known(hidden)):
        found.extend(_unmet(task, piece))
    return found


def _unmet(task: Task, piece: Piece) -> list[str]:
    low = [task.system.value(cell) for cell in piece.cells]
    high = list(low)
    programme = piece.programme()
    found = []
    for column, cell in enumerate(piece.cells):
        need = task.need(cell)
        for direction in (1, -1):
            if need is not None and not need.met(low[column], high[column]):
                point = reach(piece, programme, column, direction)
                low = [min(pair) for pair in zip(low, point, strict=True)]
                high = [max(pair) for pair in zip(high, point, strict=True)]
        if need is not None and not need.met(low[column], high[column]):
            found.append(cell)
    return found
