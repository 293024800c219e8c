"""HiGHS as this package uses it: linear programmes, their whole-number points, and stopping.

The library (and numpy with it) is loaded when the first programme is made, because most commands
never need it. One thread and a fixed seed, so that the same figures give the same pattern.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import highspy
    import numpy as np
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]
    """Coordinates of a point."""

    Wholes = npt.NDArray[np.int64]
    """Coordinates of a whole-number point."""

    Flags = npt.NDArray[np.bool_]
    """One answer, yes or no, for each of some cells."""

CAP = 1_000_000
"""Stands for "without limit": no project counts a million of anything in one cell."""

TOLERANCE = 1e-6
# Numbers of HiGHS: its simplex methods, and its kinds of columns.
_DUAL, _PRIMAL = 1, 4
_CONTINUOUS, _INTEGER = 0, 1


class Impossible(Exception):
    """No point keeps all rows and bounds."""


class Stopped(Exception):
    """The caller asked to stop, or the time is over."""


class Row(NamedTuple):
    """A weighted sum of columns that lies between ``low`` and ``high``."""

    columns: tuple[int, ...]
    factors: tuple[float, ...]
    low: float
    high: float


class Extreme(NamedTuple):
    """A best point: its value, its coordinates, and what each row's bounds are worth (duals)."""

    value: float
    point: "Numbers"
    duals: "Numbers"


class Programme:
    """Points between bounds that keep rows; solved again from where the last solution stood."""

    def __init__(self, low: Sequence[float], high: Sequence[float], rows: Sequence[Row]) -> None:
        import highspy

        self._highs: highspy.Highs = new_solver()
        self._maximise = highspy.ObjSense.kMaximize
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._impossible = (
            highspy.HighsModelStatus.kInfeasible,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        )
        self._size = len(low)
        # Only the objective changes: the last corner is a good start, and stays allowed.
        self._highs.setOptionValue("presolve", "off")
        self._highs.setOptionValue("simplex_strategy", _PRIMAL)
        self._highs.addVars(self._size, list(low), list(high))
        add_rows(self._highs, rows)
        self._highs.changeObjectiveSense(self._maximise)
        self._objective: list[int] = []

    def bound(self, column: int, low: float, high: float) -> None:
        """Change the bounds of one column."""
        self._highs.changeColBounds(column, low, high)

    def bound_all(self, low: "Numbers", high: "Numbers") -> None:
        """Change the bounds of all columns."""
        import numpy as np

        self._highs.changeColsBounds(self._size, np.arange(self._size, dtype=np.int32), low, high)

    def add_row(self, row: Row) -> int:
        """Add a row and return its number."""
        add_rows(self._highs, [row])
        return int(self._highs.getNumRow()) - 1

    def bound_row(self, number: int, low: float, high: float) -> None:
        """Change the bounds of one row."""
        self._highs.changeRowBounds(number, low, high)

    def maximise(self, objective: Mapping[int, float]) -> Extreme:
        """Return a point at which the weighted sum is greatest.

        Raises:
            Impossible: there is no point.
        """
        import numpy as np

        self._aim(objective)
        self._run()
        solution = self._highs.getSolution()
        value = self._highs.getInfo().objective_function_value
        return Extreme(value, np.array(solution.col_value), np.array(solution.row_dual))

    def maximise_whole(self, objective: Mapping[int, float]) -> "Numbers":
        """Return the same among the whole-number points, by branching.

        Raises:
            Impossible: there is no whole-number point.
        """
        import numpy as np

        self._aim(objective)
        self._set_kind(_INTEGER)
        self._highs.setOptionValue("presolve", "on")
        try:
            self._run()
            return np.array(self._highs.getSolution().col_value)
        finally:
            self._highs.setOptionValue("presolve", "off")
            self._set_kind(_CONTINUOUS)

    def _aim(self, objective: Mapping[int, float]) -> None:
        for column in self._objective:
            if column not in objective:
                self._highs.changeColCost(column, 0.0)
        for column, weight in objective.items():
            self._highs.changeColCost(column, weight)
        self._objective = list(objective)

    def _set_kind(self, kind: int) -> None:
        import numpy as np

        columns = np.arange(self._size, dtype=np.int32)
        kinds = np.full(self._size, kind, dtype=np.uint8)
        self._highs.changeColsIntegrality(self._size, columns, kinds)

    def _run(self) -> None:
        self._highs.run()
        status = self._highs.getModelStatus()
        if status != self._optimal:
            # A warm start can run into numerical trouble; from scratch it is another path.
            self._highs.clearSolver()
            self._highs.run()
            status = self._highs.getModelStatus()
        if status not in (self._optimal, *self._impossible):
            status = self._another_way()
        if status in self._impossible:
            raise Impossible
        if status != self._optimal:
            raise ArithmeticError(f"the solver ended with {status}")

    def _another_way(self) -> "highspy.HighsModelStatus":
        """Solve with the dual simplex on a presolved programme, where the primal one gave up."""
        self._highs.clearSolver()
        self._highs.setOptionValue("presolve", "on")
        self._highs.setOptionValue("simplex_strategy", _DUAL)
        try:
            self._highs.run()
            return self._highs.getModelStatus()
        finally:
            self._highs.setOptionValue("presolve", "off")
            self._highs.setOptionValue("simplex_strategy", _PRIMAL)


def new_solver() -> "highspy.Highs":
    """Return a silent solver with one thread and a fixed seed."""
    import highspy

    highs: highspy.Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    for name, value in (
        ("output_flag", False),
        ("threads", 1),
        ("random_seed", 1),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", TOLERANCE),
    ):
        highs.setOptionValue(name, value)
    return highs


def add_rows(highs: "highspy.Highs", rows: Sequence[Row]) -> None:
    """Add rows to a solver."""
    for row in rows:
        highs.addRow(row.low, row.high, len(row.columns), list(row.columns), list(row.factors))


def is_whole(point: "Numbers") -> bool:
    """Tell whether every coordinate is a whole number, but for rounding errors."""
    return bool((abs(point - point.round()) <= TOLERANCE).all())


def rounded(point: "Numbers") -> "Wholes":
    """Return the whole numbers that the coordinates stand for."""
    whole: Wholes = point.round().astype("int64")
    return whole


def scattered(columns: Iterable[int], turn: int, sign: int) -> dict[int, float]:
    """Return weights between a half and one, the same ones for the same turn."""
    draw = random.Random(turn)
    return {column: sign * draw.uniform(0.5, 1.0) for column in columns}


Stop = Callable[[], bool]
"""Asked now and then; True ends the work."""
