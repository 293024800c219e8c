"""HiGHS as this package uses it: linear programmes, their whole-number points, and stopping.

The library (and numpy with it) is loaded when the first programme is made, because most commands
never need it. One thread and a fixed seed, so that the same figures give the same pattern.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import highspy

CAP = 1_000_000
"""Stands for "without limit": no project counts a million of anything in one cell."""

TOLERANCE = 1e-6


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
    point: list[float]
    duals: list[float]


class Programme:
    """Points between bounds that keep rows; solved again from where the last solution stood."""

    def __init__(self, low: Sequence[float], high: Sequence[float], rows: Sequence[Row]) -> None:
        import highspy

        self._highs: highspy.Highs = new_solver()
        self._maximise = highspy.ObjSense.kMaximize
        self._kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        self._optimal = highspy.HighsModelStatus.kOptimal
        self._impossible = (
            highspy.HighsModelStatus.kInfeasible,
            highspy.HighsModelStatus.kUnboundedOrInfeasible,
        )
        self._size = len(low)
        # Presolve costs more than it saves when only the objective changes.
        self._highs.setOptionValue("presolve", "off")
        self._highs.addVars(self._size, list(low), list(high))
        add_rows(self._highs, rows)
        self._highs.changeObjectiveSense(self._maximise)
        self._objective: list[int] = []

    def bound(self, column: int, low: float, high: float) -> None:
        """Change the bounds of one column."""
        self._highs.changeColBounds(column, low, high)

    def maximise(self, objective: Mapping[int, float]) -> Extreme:
        """Return a point at which the weighted sum is greatest.

        Raises:
            Impossible: there is no point.
        """
        self._aim(objective)
        self._run()
        solution = self._highs.getSolution()
        value = self._highs.getInfo().objective_function_value
        return Extreme(value, list(solution.col_value), list(solution.row_dual))

    def maximise_whole(self, objective: Mapping[int, float]) -> list[int]:
        """Return a whole-number point at which the weighted sum is greatest among such points.

        Raises:
            Impossible: there is no such point.
        """
        point = self.maximise(objective).point
        if not is_whole(point):
            self._set_kind(1)
            try:
                self._run()
                point = list(self._highs.getSolution().col_value)
            finally:
                self._set_kind(0)
        return [round(value) for value in point]

    def _aim(self, objective: Mapping[int, float]) -> None:
        for column in self._objective:
            if column not in objective:
                self._highs.changeColCost(column, 0.0)
        for column, weight in objective.items():
            self._highs.changeColCost(column, weight)
        self._objective = list(objective)

    def _set_kind(self, kind: int) -> None:
        for column in range(self._size):
            self._highs.changeColIntegrality(column, self._kinds[kind])

    def _run(self) -> None:
        self._highs.run()
        status = self._highs.getModelStatus()
        if status != self._optimal:
            # A warm start can run into numerical trouble; from scratch it is another path.
            self._highs.clearSolver()
            self._highs.run()
            status = self._highs.getModelStatus()
        if status in self._impossible:
            raise Impossible
        if status != self._optimal:
            raise ArithmeticError(f"the solver ended with {status}")


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


def is_whole(point: Sequence[float]) -> bool:
    """Tell whether every coordinate is a whole number, but for rounding errors."""
    return all(abs(value - round(value)) <= TOLERANCE for value in point)


Stop = Callable[[], bool]
"""Asked now and then; True ends the work."""
