"""The choice of the cheapest pattern that keeps all inequalities found so far, by HiGHS."""

import time
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from app.export.disclosure.cuts import Cut
from app.export.disclosure.solver import TOLERANCE, Impossible, Row, add_rows, new_solver

if TYPE_CHECKING:
    from highspy.highs import HighsCallbackEvent

Heard = Callable[[float], bool]
"""Told the best bound on the cost so far; True stops the search."""


class Choice(NamedTuple):
    """The cells to hide, a bound that no safe pattern undercuts, and whether the search ended."""

    hidden: frozenset[str]
    bound: float
    finished: bool


class Master:
    """Zero-one variables for the cells that may be hidden, with the cuts as rows."""

    def __init__(self, costs: Mapping[str, float]) -> None:
        import highspy

        self._status = highspy.HighsModelStatus
        self._cells = list(costs)
        self._place = {cell: column for column, cell in enumerate(self._cells)}
        self._highs = new_solver()
        size = len(self._cells)
        self._highs.addVars(size, [0.0] * size, [1.0] * size)
        for cell, column in self._place.items():
            self._highs.changeColIntegrality(column, highspy.HighsVarType.kInteger)
            self._highs.changeColCost(column, costs[cell])
        self._known: set[tuple[object, ...]] = set()
        self._heard: Heard | None = None
        self._highs.cbMipInterrupt.subscribe(self._listen)

    def add(self, cuts: Iterable[Cut]) -> int:
        """Add inequalities; return how many of them are new."""
        new = 0
        for cut in cuts:
            weights = {self._place[cell]: weight for cell, weight in cut.weights.items()}
            least = cut.least
            if cut.when is not None:
                column, least = self._place[cut.when], 0.0
                weights[column] = weights.get(column, 0.0) - cut.least
            key = (least, *sorted((c, round(w, 6)) for c, w in weights.items()))
            if key not in self._known:
                self._known.add(key)
                self._highs.addRow(
                    least - TOLERANCE,
                    float("inf"),
                    len(weights),
                    list(weights),
                    list(weights.values()),
                )
                new += 1
        return new

    def add_row(self, row: Row) -> None:
        """Add a row over the cells, which are counted in the order of the costs."""
        add_rows(self._highs, [row])

    def choose(self, heard: Heard, deadline: float | None, start: Collection[str] | None) -> Choice:
        """Return the cheapest choice, or how far the search came.

        Args:
            heard: told the bound now and then; may stop the search.
            deadline: on the clock of :func:`time.monotonic`; the search stops there.
            start: a choice that keeps all cuts, to begin with.

        Raises:
            Impossible: no choice keeps all cuts.
        """
        if not self._cells:
            return Choice(frozenset(), 0.0, True)
        self._heard = heard
        limit = float("inf") if deadline is None else max(0.0, deadline - time.monotonic())
        # The limit counts from the first of all runs of this solver.
        self._highs.setOptionValue("time_limit", self._highs.getRunTime() + limit)
        if start is not None:
            self._highs.setSolution(
                len(self._cells),
                list(range(len(self._cells))),
                [1.0 if cell in start else 0.0 for cell in self._cells],
            )
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == self._status.kInfeasible:
            raise Impossible
        bound = self._highs.getInfo().mip_dual_bound
        finished = status == self._status.kOptimal
        values = self._highs.getSolution().col_value if finished else []
        hidden = frozenset(c for c, value in zip(self._cells, values, strict=False) if value > 0.5)
        return Choice(hidden, bound, finished)

    def _listen(self, event: "HighsCallbackEvent") -> None:
        if self._heard is not None and self._heard(event.data_out.mip_dual_bound):
            event.interrupt()
