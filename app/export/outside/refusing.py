"""Why a report cannot go out, in the words of a counsellor: which figure, because of what."""

import time
from collections.abc import Collection, Sequence

from app.export.disclosure import (
    Bounds,
    Candidate,
    Kind,
    Leak,
    Ledger,
    Refusal,
    Rule,
    System,
    Table,
    ways_out,
)
from app.export.disclosure.protection import begins_elsewhere, beyond_reach, task_of, told_by
from app.export.disclosure.solver import Stop
from app.export.disclosure.suppression import Watch
from app.export.outside.cell_words import cell_words
from app.export.outside.detail import DETAILS, Detail, reduced
from app.models.frozen import Frozen
from app.texts import Text

_SECONDS = 15.0
_MOST_TRIED = 6


def refused(
    system: System,
    rule: Rule,
    tables: Sequence[Table],
    ledger: Ledger,
    frozen: Frozen,
    watch: Watch | None = None,
) -> Refusal:
    """Return the refusal of a report in which a cell cannot be protected.

    Its leak names the earlier releases without which it could have gone out, one by one; and the
    one smaller report that shows most of those that can.

    Raises:
        Stopped: ``watch`` said so.
    """
    stop = watch and told_by(watch, time.monotonic())
    asked = _cells(tables)
    found = _found(system, rule, asked, ledger, stop)
    first = found[0][0]
    through = tuple(
        release.id
        for release in ledger.releases[-_MOST_TRIED:]
        if not beyond_reach(
            task_of(system, rule, asked, ledger=_without(ledger, release.id)), (first,), stop
        )
    )
    ways = ways_out(rule, ledger, _coarser(system, tables), seconds=_SECONDS, watch=watch, enough=1)
    leaks = [Leak(cell, bounds, through) for cell, bounds in found]
    return Refusal(leaks, ways, lambda name: cell_words(name, frozen))


def _found(
    system: System, rule: Rule, asked: Collection[str], ledger: Ledger, stop: Stop | None
) -> list[tuple[str, Bounds]]:
    """Return what can be worked out though everything is withheld that may be.

    Where nothing is found by itself, the first cell with a need stands for all of them.
    """
    task = task_of(system, rule, asked, ledger=ledger)
    found = [
        (cell, bounds)
        for cell, bounds in beyond_reach(task, task.needs, stop).items()
        if not begins_elsewhere(task.needs[cell], bounds)
    ]
    first = next(iter(task.needs))
    return found or [(first, task.known(task.free)[first])]


def _coarser(system: System, tables: Sequence[Table]) -> list[Candidate]:
    """Return smaller reports: groups instead of codes, only the longer period, only sums."""
    kinds = {Detail.GROUPS: Kind.COARSER, Detail.TO_DATE: Kind.LONGER, Detail.SUMS: Kind.COARSER}
    found = []
    for detail, kind in kinds.items():
        less = _cells(reduced(tables, detail))
        if less and len(less) < len(_cells(tables)):
            words = DETAILS[detail]
            option = f"--detail {detail.value}"
            text = Text(f"{words.da} ({option})", f"{words.en} ({option})")
            found.append(Candidate(kind, text, system, less))
    return found


def _cells(tables: Sequence[Table]) -> Collection[str]:
    return dict.fromkeys(cell for table in tables for cell in table.ids())


def _without(ledger: Ledger, release_id: str) -> Ledger:
    return Ledger(tuple(each for each in ledger.releases if each.id != release_id))
