"""Why a report cannot go out, in the words of a counsellor: which figure, because of what."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from app.export.disclosure import (
    Bounds,
    Candidate,
    Kind,
    Leak,
    Ledger,
    Progress,
    Refusal,
    Rule,
    Stopped,
    System,
    Table,
    View,
    WayOut,
    attack,
    ways_out,
)
from app.export.disclosure.protection import task_of
from app.export.outside.cell_words import cell_words
from app.export.outside.detail import DETAILS, Detail
from app.export.outside.framing import Framing
from app.models.frozen import Frozen
from app.texts import Text

_SECONDS = 5.0
_MOST_TRIED = 12
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
    framing: Framing,
    detail: Detail,
    ledger: Ledger,
    frozen: Frozen,
    watch: Watch | None = None,
) -> Refused:
    """Return the refusal of a report in which a cell cannot be protected.

    Its leak names the earlier releases without which it could have gone out, one by one.

    Raises:
        Stopped: ``watch`` said so.
    """
    rule, tried = framing.rule, ledger.releases[-_MOST_TRIED:]
    steps = _Steps(watch, 1 + len(tried) + len(SMALLER))
    steps.next()
    asked = framing.framed(detail)
    system, cells = asked.system, _cells(asked.tables)
    found = _found(system, rule, cells, ledger, steps)
    first = found[0][0]
    through = []
    for release in tried:
        steps.next()
        if not _found(system, rule, cells, _without(ledger, release.id), steps, first):
            through.append(release.id)
    ways = []
    for smaller, kind in SMALLER.items():
        steps.next()
        candidates = _smaller(framing, smaller, kind, len(cells))
        found_ways = ways_out(rule, ledger, candidates, _SECONDS, steps.heard)
        ways += [(smaller, way) for way in found_ways if way.shows]
    if steps.stopped():
        raise Stopped
    leaks = [Leak(cell, bounds, tuple(through)) for cell, bounds in found]
    return Refused(leaks, ways, frozen)


def _found(
    system: System,
    rule: Rule,
    asked: Collection[str],
    ledger: Ledger,
    steps: _Steps,
    only: str | None = None,
) -> list[tuple[str, Bounds]]:
    """Return what can be worked out though everything is withheld that may be.

    With ``only``, nothing but that cell is looked at. Otherwise, where only whole numbers give
    something away, the first cell with a need stands for it.
    """
    task = task_of(system, rule, asked, ledger=ledger)
    known = task.known(task.free)
    cells = None if only is None else (only,)
    ranges = attack(View(tuple(task.system.relations), known), steps.stopped, cells)
    found = []
    for cell, need in task.needs.items() if only is None else [(only, task.needs.get(only))]:
        bounds = ranges.get(cell, known[cell])
        high = float("inf") if bounds.high is None else bounds.high
        if need is not None and high - bounds.low < need.width:
            found.append((cell, bounds))
    if found or only is not None:
        return found
    first = next(iter(task.needs))
    return [(first, known[first])]


def _smaller(framing: Framing, detail: Detail, kind: Kind, most: int) -> list[Candidate]:
    """Return the report in a detail, as it will be asked for; none that is not smaller."""
    framed = framing.framed(detail)
    cells = _cells(framed.tables)
    if not 0 < len(cells) < most:
        return []
    words, option = DETAILS[detail], f"--detail {detail.value}"
    text = Text(f"{words.da} ({option})", f"{words.en} ({option})")
    return [Candidate(kind, text, framed.system, cells)]


def _cells(tables: Sequence[Table]) -> Collection[str]:
    return dict.fromkeys(cell for table in tables for cell in table.ids())


def _without(ledger: Ledger, release_id: str) -> Ledger:
    return Ledger(tuple(each for each in ledger.releases if each.id != release_id))
