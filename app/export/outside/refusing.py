"""Why a report cannot go out, in the words of a counsellor: which figure, because of what."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from app.export.disclosure import (
    Bounds,
    Kind,
    Leak,
    Ledger,
    Progress,
    Refusal,
    Stopped,
    Table,
    WayOut,
)
from app.export.disclosure.cuts import Task
from app.export.disclosure.protection import begins_elsewhere, beyond_reach, task_of
from app.export.outside.asking import Request
from app.export.outside.cell_words import cell_words
from app.export.outside.detail import DETAILS, Detail
from app.export.outside.protecting import NoPattern, without_needs
from app.export.outside.sparing import sparing_pattern
from app.models.frozen import Frozen
from app.texts import Text

_SECONDS = 15.0
_MOST_TRIED = 6
SMALLER = {
    Detail.GROUPS: Kind.COARSER,
    Detail.MAIN: Kind.COARSER,
    Detail.TO_DATE: Kind.LONGER,
    Detail.SUMS: Kind.COARSER,
    Detail.ACTIVITY: Kind.COARSER,
}
"""The smaller reports that are tried."""


class Searching(NamedTuple):
    """How far the search is for the reason of a refusal and for ways out, in steps."""

    done: int
    of: int


Watch = Callable[[Progress | Searching], bool]
"""Told the progress now and then; returns False to stop."""


class Offer(NamedTuple):
    """A smaller report that can go out, with the figures other than 0 that it shows, and hides."""

    detail: Detail
    shows: int
    hides: int


class Refused(Refusal):
    """A report that cannot go out; ``offers`` are the smaller ones that can, the largest first.

    ``cells`` are the figures that could be worked out, in words.
    """

    def __init__(
        self, leaks: Sequence[Leak], ways: Sequence[tuple[Detail, WayOut]], frozen: Frozen
    ) -> None:
        ordered = sorted(ways, key=lambda each: (-each[1].shows, each[1].hides))
        self.offers = tuple(Offer(detail, way.shows, way.hides) for detail, way in ordered)
        self.cells = tuple(cell_words(leak.cell, frozen) for leak in leaks)
        super().__init__(leaks, [way for _, way in ordered], lambda name: cell_words(name, frozen))


class _Steps:
    """Counts the steps of a search, and ends it where nobody waits for it any more."""

    def __init__(self, watch: Watch | None, of: int) -> None:
        self._watch, self._done, self._of = watch, 0, of

    def next(self) -> None:
        """Begin the next step; raise :class:`Stopped` where the watch says so."""
        if self.stopped():
            raise Stopped
        self._done += 1

    def stopped(self) -> bool:
        """Tell how far it is, and whether to stop."""
        return self._watch is not None and not self._watch(Searching(self._done, self._of))

    def heard(self, _progress: Progress) -> bool:
        """Tell a search for a pattern whether to go on."""
        return not self.stopped()


def refused(
    request: Request, beside: Collection[str], ledger: Ledger, watch: Watch | None = None
) -> Refused:
    """Return the refusal of a report in which a cell cannot be protected.

    Its leak names the earlier releases without which it could have gone out, one by one. ``beside``
    are the figures that are left aside; see :func:`without_needs`.

    Raises:
        Stopped: ``watch`` said so.
    """
    tried = ledger.releases[-_MOST_TRIED:]
    steps = _Steps(watch, 1 + len(tried) + len(SMALLER))
    steps.next()
    found = _found(request, beside, ledger, steps)
    first = found[0][0]
    through = []
    for release in tried:
        steps.next()
        task = _task(request, beside, _without(ledger, release.id))
        if not beyond_reach(task, (first,), steps.stopped):
            through.append(release.id)
    ways = []
    for smaller, kind in SMALLER.items():
        steps.next()
        way = _smaller(request, smaller, kind, ledger, steps)
        if way is not None and way.shows:
            ways.append((smaller, way))
    if steps.stopped():
        raise Stopped
    leaks = [Leak(cell, bounds, tuple(through)) for cell, bounds in found]
    return Refused(leaks, ways, request.frozen)


def _found(
    request: Request, beside: Collection[str], ledger: Ledger, steps: _Steps
) -> list[tuple[str, Bounds]]:
    """Return what can be worked out though everything is withheld that may be.

    Where nothing is found by itself, the first cell with a need stands for all of them.
    """
    task = _task(request, beside, ledger)
    found = [
        (cell, bounds)
        for cell, bounds in beyond_reach(task, task.needs, steps.stopped).items()
        if not begins_elsewhere(task.needs[cell], bounds)
    ]
    first = next(iter(task.needs))
    return found or [(first, task.known(task.free)[first])]


def _task(request: Request, beside: Collection[str], ledger: Ledger) -> Task:
    system = without_needs(request.system, beside)
    return task_of(system, request.rule, _cells(request.tables), ledger=ledger)


def _smaller(
    request: Request, detail: Detail, kind: Kind, ledger: Ledger, steps: _Steps
) -> WayOut | None:
    """Return what the report shows in a detail, protected as it will be when it is asked for.

    None where it is not smaller, or cannot go out either.
    """
    framed = request.framing.framed(detail)
    if not 0 < len(_cells(framed.tables)) < len(_cells(request.tables)):
        return None
    try:
        _, found = sparing_pattern(framed, ledger, steps.heard, _SECONDS)
    except (NoPattern, Stopped):
        return None
    words, option = DETAILS[detail], f"--detail {detail.value}"
    return WayOut.of(kind, Text(f"{words.da} ({option})", f"{words.en} ({option})"), found)


def _cells(tables: Sequence[Table]) -> Collection[str]:
    return dict.fromkeys(cell for table in tables for cell in table.ids())


def _without(ledger: Ledger, release_id: str) -> Ledger:
    return Ledger(tuple(each for each in ledger.releases if each.id != release_id))
