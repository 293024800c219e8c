"""The cheapest pattern of suppression: exact, with the better bound shown while it is sought.

The cell suppression problem of Fischetti & Salazar (2001), solved by cuts: HiGHS chooses the
cheapest pattern that keeps the inequalities known so far, the attacker's programmes look for one
that it breaks, and so on until none is broken. A range that no whole-number table reaches counts
for nothing: the last word has the certificate, and where only fractions reach a need, the pattern
is excluded (cf. Salazar-González 2010 for tables of frequencies).
"""

import hashlib
import time
from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple

from app.export.disclosure.attack import View
from app.export.disclosure.certificate import Certificate, certify
from app.export.disclosure.cuts import Cut, Task, Unprotectable, line_cuts
from app.export.disclosure.leaks import Tables, broken
from app.export.disclosure.master import Master
from app.export.disclosure.model import System
from app.export.disclosure.solver import Impossible, Stop, Stopped

_LEAST_GAP = 1e-6
_ROUNDS = 100
_REPAIRED = 10
"""Of so many patterns that are tried and found unsafe, one is mended."""


class Progress(NamedTuple):
    """What is known while a pattern is sought: the cost of a safe one, and a bound below all."""

    cost: float | None
    bound: float
    seconds: float


Watch = Callable[[Progress], bool]
"""Told the progress now and then; returns False to stop."""


class Pattern(NamedTuple):
    """The free cells to hide; ``optimal`` if none is cheaper, else ``bound`` says how far off.

    ``certificate`` shows that every need is met.
    """

    hidden: frozenset[str]
    cost: float
    bound: float
    optimal: bool
    certificate: Certificate


def costs(system: System, cells: Iterable[str]) -> dict[str, float]:
    """Return what hiding each cell costs: its value, the information that is lost.

    Of two patterns that lose as much the one with fewer cells is cheaper, and of two of the same
    size the one whose cells have the lesser SHA-256 of their identifiers in all. Both additions
    stay below 1 over all cells together, so they never outweigh a value.
    """
    listed = list(cells)
    share = 1 / (len(listed) + 1)
    return {cell: system.value(cell) + share * (0.9 + 0.1 * _fraction(cell)) for cell in listed}


def _fraction(cell: str) -> float:
    digest = hashlib.sha256(cell.encode()).digest()
    return int.from_bytes(digest[:3], "big") / 2**24


def cheapest(task: Task, watch: Watch | None = None, seconds: float | None = None) -> Pattern:
    """Return the cheapest pattern under which every need is met.

    Args:
        task: the figures, the needs, and the cells that may be hidden with their costs.
        watch: told the cost of the best safe pattern and the bound; False stops.
        seconds: stop after so long.

    Returns:
        The optimum; or the best pattern found until it was stopped, which is safe as well.

    Raises:
        Unprotectable: hiding everything would not be enough.
        Stopped: stopped before any safe pattern was found.
    """
    return _Search(task, watch, seconds).run()


def certified(
    task: Task, hidden: Collection[str], stop: Stop | None = None
) -> tuple[Certificate, list[str]]:
    """Return a certificate and the cells to which a pattern leaves too little room in it.

    Raises:
        Stopped: ``stop`` said so.
    """
    view = View(tuple(task.system.relations), task.known(hidden))
    needs = {cell: task.need(cell) for cell in view.known}
    width = max(task.width, *(n.width for n in needs.values() if n is not None), 0)
    certificate = certify(view, width, stop, task.earlier)
    unmet = [
        cell
        for cell, ends in certificate.ranges().items()
        if (need := needs[cell]) is not None and not need.met(*ends)
    ]
    return certificate, unmet


class _Search:
    def __init__(self, task: Task, watch: Watch | None, seconds: float | None) -> None:
        self._task, self._watch = task, watch
        self._begun = time.monotonic()
        self._deadline = None if seconds is None else self._begun + seconds
        self._master = Master(task.free)
        self._cuts: list[Cut] = []
        self._tables = Tables(task)
        self._best: frozenset[str] | None = None
        self._bound = 0.0

    def run(self) -> Pattern:
        try:
            found = self._search()
        except Impossible as error:
            raise Unprotectable(self._first_in_need()) from error
        except Stopped:
            found = None
        return found or self._so_far()

    def _search(self) -> Pattern | None:
        """Return the cheapest pattern; None if it was stopped while the choice was made."""
        self._add(line_cuts(self._task))
        turn = 0
        while True:
            choice = self._master.choose(self._heard, self._deadline, self._best)
            self._bound = max(self._bound, choice.bound)
            if not choice.finished:
                return None
            found = broken(self._task, choice.hidden, self._tables, self._ask)
            if not found:
                certificate, unmet = certified(self._task, choice.hidden, self._ask)
                if not unmet:
                    cost = self._cost(choice.hidden)
                    return Pattern(choice.hidden, cost, self._bound, True, certificate)
                found = [self._excluded(choice.hidden, unmet[0])]
            self._add(found)
            turn += 1
            # A safe pattern on the way is for whoever stops the search; it costs more than a choice.
            if self._best is None or turn % _REPAIRED == 0:
                self._repair(choice.hidden)

    def _so_far(self) -> Pattern:
        """Return the best pattern found, made safe in whole numbers where it is not yet."""
        while self._best is not None:
            certificate, unmet = certified(self._task, self._best)
            if not unmet:
                cost = self._cost(self._best)
                optimal = cost - self._bound <= _LEAST_GAP
                return Pattern(self._best, cost, min(self._bound, cost), optimal, certificate)
            self._add([self._excluded(self._best, unmet[0])])
            unsafe, self._best, self._deadline, self._watch = self._best, None, None, None
            self._repair(unsafe)
        raise Stopped

    def _cost(self, hidden: Collection[str]) -> float:
        return sum(self._task.free[cell] for cell in hidden)

    def _add(self, cuts: Iterable[Cut]) -> None:
        listed = list(cuts)
        self._cuts.extend(listed)
        self._master.add(listed)

    def _excluded(self, hidden: frozenset[str], cell: str) -> Cut:
        """Return the cut that excludes a pattern in which only fractions meet a need.

        Hiding more never narrows a range, so every part of a failing pattern fails as well: the
        pattern is first filled up as long as it fails, and then one of the others must be hidden.
        """
        filled = set(hidden)
        for other in self._task.free:
            more = filled | {other}
            if other not in filled and cell in certified(self._task, more)[1]:
                filled = more
        others = {other: 1.0 for other in self._task.free if other not in filled}
        when = cell if cell in self._task.free else None
        if not others and when is None:
            raise Unprotectable(cell)
        return Cut(others, 1.0, when)

    def _repair(self, hidden: frozenset[str]) -> None:
        """Look for a safe pattern near one that is not: hide what the broken cuts ask for.

        What was hidden stays hidden, unless nothing can protect it: then it is shown for good. So
        the search never comes back to where it was.
        """
        chosen, shown = set(hidden), set[str]()
        found = [cut for cut in self._cuts if not cut.kept(chosen)]
        for _ in range(_ROUNDS):
            if not found:
                if self._best is None or self._cost(chosen) < self._cost(self._best):
                    self._best = frozenset(chosen)
                return
            before = len(chosen), len(shown)
            for cut in found:
                self._satisfy(cut, chosen, shown)
            if (len(chosen), len(shown)) == before:
                return
            found = broken(self._task, chosen, self._tables, self._ask)
            self._add(found)

    def _satisfy(self, cut: Cut, chosen: set[str], shown: set[str]) -> None:
        open_cells = sorted(
            (cell for cell in cut.weights if cell not in chosen and cell not in shown),
            key=lambda cell: self._task.free[cell] / cut.weights[cell],
        )
        for cell in open_cells:
            if cut.kept(chosen):
                return
            chosen.add(cell)
        if not cut.kept(chosen) and cut.when is not None:
            chosen.discard(cut.when)
            shown.add(cut.when)

    def _heard(self, bound: float) -> bool:
        self._bound = max(self._bound, bound)
        now = time.monotonic()
        late = self._deadline is not None and now > self._deadline
        if self._watch is None:
            return late
        cost = None if self._best is None else self._cost(self._best)
        return late or not self._watch(Progress(cost, self._bound, now - self._begun))

    def _ask(self) -> bool:
        return self._heard(self._bound)

    def _first_in_need(self) -> str:
        return next(iter(self._task.needs), next(iter(self._task.system.cells)))
