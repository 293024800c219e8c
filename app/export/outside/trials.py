"""Whether a report could go out, asked many times of reports that differ by a table or two.

It is answered far more quickly than a pattern is found: everything is withheld that may be. Where
only fractions would leave enough open, or codes are held against the number of contacts, a search
for a pattern may still find none.
"""

from collections.abc import Collection

from app.export.disclosure import Ledger, Unprotectable
from app.export.disclosure.cuts import Task
from app.export.disclosure.model import shown
from app.export.disclosure.protection import (
    begins_elsewhere,
    beyond_reach,
    task_of,
    with_real_floors,
)
from app.export.disclosure.solver import Stop
from app.export.disclosure.threshold import Need
from app.export.outside.drafts import Draft
from app.export.outside.parts import Part
from app.export.outside.protecting import cells_of, headline, told_before, without_needs

_SUSPECTS = 6
"""How many cells that were not safe in other reports are looked at before all others."""


class Trials:
    """Asks whether reports could go out beside what went out before.

    A cell without enough room in one report has mostly none in the next one either: it is looked at
    first, and alone.
    """

    def __init__(self, ledger: Ledger, stop: Stop | None = None) -> None:
        self._ledger, self._stop = ledger, stop
        self._suspects: list[str] = []
        self._told: set[str] = set()
        self._narrow: dict[frozenset[Part], set[str]] = {}

    def can_be_protected(self, draft: Draft) -> bool:
        """Tell whether a report could go out with everything withheld that may be.

        Raises:
            Stopped: the ``stop`` of the trials said so.
        """
        told = self._told and told_before(draft, self._ledger, self._stop, self._told)
        unsafe = self._unsafe_beside(draft, told)
        if unsafe is None:
            return True
        if not told_before(draft, self._ledger, self._stop, [unsafe]):
            return False
        self._told |= told_before(draft, self._ledger, self._stop)
        return self._unsafe_beside(draft, self._told) is None

    def _unsafe_beside(self, draft: Draft, told: set[str]) -> str | None:
        """Return an unsafe cell of a report, those aside that are told of already; None without."""
        task = task_of(
            without_needs(draft.system, told) if told else draft.system,
            draft.rule,
            cells_of(draft),
            ledger=self._ledger,
            keep=headline(draft),
        )._replace(earlier=draft.proven)
        suspect = self._among_suspects(task)
        return suspect or self._unsafe(draft, self._with_narrow(draft, task))

    def _among_suspects(self, task: Task) -> str | None:
        """Return a cell that was unsafe in another report and is so in this one."""
        if task.usual:
            return None
        asked = [cell for cell in self._suspects if cell in task.needs]
        for cell, bounds in beyond_reach(task, asked, self._stop).items() if asked else ():
            if not begins_elsewhere(task.needs[cell], bounds):
                return cell
        return None

    def _with_narrow(self, draft: Draft, task: Task) -> Task:
        """Return the task with those cells shown that could not be hidden well in a part of it."""
        known = [
            cell
            for without, cells in self._narrow.items()
            if without >= draft.without.keys()
            for cell in cells
        ]
        return _shown(task, [cell for cell in known if cell in task.free])

    def _unsafe(self, draft: Draft, task: Task) -> str | None:
        """Return a cell whose need cannot be met; those that cannot be hidden well are shown."""
        narrow = self._narrow.setdefault(frozenset(draft.without), set())
        while True:
            try:
                floored = with_real_floors(task, self._stop)
            except Unprotectable as error:
                self._suspects = [error.cell, *self._suspects][:_SUSPECTS]
                return error.cell
            wanted = dict.fromkeys(floored.free, Need(None, None, task.width))
            needs = {**floored.needs, **wanted}
            found = beyond_reach(floored._replace(needs=needs), floored.free, self._stop)
            if not found:
                return None
            narrow.update(found)
            task = _shown(task, found)


def _shown(task: Task, cells: Collection[str]) -> Task:
    """Return the task in which some of the free cells are shown."""
    told = {cell: shown(task.system.value(cell)) for cell in cells}
    free = {cell: cost for cell, cost in task.free.items() if cell not in told}
    return task._replace(fixed={**task.fixed, **told}, free=free)
