"""Two-way tables with margins as systems of the engine, for the tests."""

import random
from collections.abc import Collection, Sequence

from app.export.disclosure.cuts import Task
from app.export.disclosure.model import MARKED, Bounds, Cell, Relation, System, shown
from app.export.disclosure.suppression import costs
from app.export.disclosure.threshold import Need

ALL = "+"


def name(row: int | str, column: int | str) -> str:
    return f"{row},{column}"


def two_way(inner: Sequence[Sequence[int]]) -> System:
    """Return the table with its margins; one person behind every count."""
    rows: list[int | str] = [*range(len(inner)), ALL]
    columns: list[int | str] = [*range(len(inner[0])), ALL]
    values: dict[str, int] = {}
    for row in rows:
        for column in columns:
            chosen = [
                inner[r][c]
                for r in range(len(inner))
                for c in range(len(inner[0]))
                if row in (r, ALL) and column in (c, ALL)
            ]
            values[name(row, column)] = sum(chosen)
    relations = [
        *(Relation(name(r, ALL), tuple(name(r, c) for c in columns[:-1])) for r in rows),
        *(Relation(name(ALL, c), tuple(name(r, c) for r in rows[:-1])) for c in columns),
    ]
    return System((Cell(cell, value, value) for cell, value in values.items()), relations)


def task_for(
    system: System, primary: Collection[str], need: Need, width: int, mark: Bounds = MARKED
) -> Task:
    """Return the task of protecting the given cells, all others that are not 0 being free."""
    fixed = {cell: shown(0) for cell in system.cells if system.value(cell) == 0}
    fixed |= dict.fromkeys(primary, mark)
    free = costs(system, (cell for cell in system.cells if cell not in fixed))
    return Task(system, dict.fromkeys(primary, need), fixed, free, width, mark)


def random_table(draw: random.Random, rows: int, columns: int, mean: float) -> list[list[int]]:
    """Return counts of which some are large, many small and some zero."""
    return [[min(30, int(draw.expovariate(1 / mean))) for _ in range(columns)] for _ in range(rows)]
