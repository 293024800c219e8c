"""Why a report cannot go out, in the words of a counsellor: which figure, because of what."""

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
    View,
    attack,
    ways_out,
)
from app.export.disclosure.protection import task_of
from app.export.outside.cell_words import cell_words
from app.export.outside.detail import DETAILS, Detail, reduced
from app.models.frozen import Frozen
from app.texts import Text

_SECONDS = 5.0
_MOST_TRIED = 12


def refused(
    system: System,
    rule: Rule,
    tables: Sequence[Table],
    ledger: Ledger,
    frozen: Frozen,
) -> Refusal:
    """Return the refusal of a report in which a cell cannot be protected.

    Its leak names the earlier releases without which it could have gone out, one by one.
    """
    asked = _cells(tables)
    found = _found(system, rule, asked, ledger)
    first = found[0][0]
    through = tuple(
        release.id
        for release in ledger.releases[-_MOST_TRIED:]
        if not _found(system, rule, asked, _without(ledger, release.id), first)
    )
    ways = ways_out(rule, ledger, _coarser(system, tables), _SECONDS)
    leaks = [Leak(cell, bounds, through) for cell, bounds in found]
    return Refusal(leaks, ways, lambda name: cell_words(name, frozen))


def _found(
    system: System,
    rule: Rule,
    asked: Collection[str],
    ledger: Ledger,
    only: str | None = None,
) -> list[tuple[str, Bounds]]:
    """Return what can be worked out though everything is withheld that may be.

    With ``only``, nothing but that cell is looked at. Otherwise, where only whole numbers give
    something away, the first cell with a need stands for it.
    """
    task = task_of(system, rule, asked, ledger=ledger)
    known = task.known(task.free)
    cells = None if only is None else (only,)
    ranges = attack(View(tuple(task.system.relations), known), cells=cells)
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
