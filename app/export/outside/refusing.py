"""Why nothing of a month can be told, in the words of a counsellor: which figure, because of what."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from app.export.disclosure import Bounds, Leak, Ledger, Progress, Refusal, Stopped
from app.export.disclosure.cuts import Task
from app.export.disclosure.protection import begins_elsewhere, beyond_reach, task_of
from app.export.outside.cell_words import cell_words
from app.export.outside.drafts import Draft
from app.export.outside.protecting import cells_of, without_needs

_MOST_TRIED = 6


class Planning(NamedTuple):
    """How many of the plans that a report needs are made, and of how many."""

    done: int
    of: int


Watch = Callable[[Progress | Planning], bool]
"""Told the progress now and then; returns False to stop."""


def refused(
    draft: Draft, beside: Collection[str], ledger: Ledger, watch: Watch | None = None
) -> Refusal:
    """Return the refusal of a plan in which a cell cannot be protected.

    Its leak names the earlier releases without which it could be told, one by one. ``beside``
    are the figures that are left aside; see :func:`~app.export.outside.protecting.without_needs`.

    Raises:
        Stopped: ``watch`` said so.
    """
    tried = ledger.releases[-_MOST_TRIED:]
    found = _found(draft, beside, ledger)
    first = found[0][0]
    through = []
    for done, release in enumerate(tried):
        if watch is not None and not watch(Planning(done, len(tried))):
            raise Stopped
        task = _task(draft, beside, _without(ledger, release.id))
        if not beyond_reach(task, (first,)):
            through.append(release.id)
    leaks = [Leak(cell, bounds, tuple(through)) for cell, bounds in found]
    return Refusal(leaks, (), lambda name: cell_words(name, draft.frozen))


def _found(draft: Draft, beside: Collection[str], ledger: Ledger) -> list[tuple[str, Bounds]]:
    """Return what can be worked out though everything is withheld that may be.

    Where nothing is found by itself, the first cell with a need stands for all of them.
    """
    task = _task(draft, beside, ledger)
    found = [
        (cell, bounds)
        for cell, bounds in beyond_reach(task, task.needs).items()
        if not begins_elsewhere(task.needs[cell], bounds)
    ]
    first = next(iter(task.needs))
    return found or [(first, task.known(task.free)[first])]


def _task(draft: Draft, beside: Collection[str], ledger: Ledger) -> Task:
    return task_of(without_needs(draft.system, beside), draft.rule, cells_of(draft), ledger=ledger)


def _without(ledger: Ledger, release_id: str) -> Ledger:
    return Ledger(tuple(each for each in ledger.releases if each.id != release_id))
