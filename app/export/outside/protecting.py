"""Which figures of a report may be shown, with the rules that matter and what is left aside."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

import msgspec

from app.export.disclosure import Cell, Ledger, Relation, System, Unprotectable, protect
from app.export.disclosure.model import UNKNOWN
from app.export.disclosure.protection import Protected as Found
from app.export.disclosure.protection import (
    begins_elsewhere,
    beyond_reach,
    task_of,
    told_by,
    with_more_sums,
)
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.disclosure.solver import Stop
from app.export.disclosure.suppression import Watch
from app.export.outside.drafts import Draft
from app.export.outside.frame import AtMost


class NoPattern(Exception):
    """Nothing fits: what was tried last, and the figures ``beside`` it that were left aside."""

    def __init__(self, draft: Draft, beside: Collection[str]) -> None:
        super().__init__(draft.framing.scope, draft.close)
        self.draft, self.beside = draft, beside


def pattern_of(
    draft: Draft, ledger: Ledger, watch: Watch | None, seconds: float | None
) -> tuple[Draft, Found]:
    """Return the draft with the rules that matter among its sums, and what of it may be shown.

    A report and the smaller ones that are offered instead are protected by this one function: what
    is offered can go out.

    Args:
        draft: what was read.
        ledger: the earlier releases.
        watch: told the progress; returns False to stop.
        seconds: stop looking for the cheapest pattern after so long.

    Raises:
        NoPattern: it cannot be protected together with what was released before.
        Stopped: stopped before a safe pattern was found.
    """
    found = _protected(draft, ledger, watch, seconds)
    while ignored := _ignored(draft, found):
        draft = with_rules(draft, {each.most for each in ignored})
        stop = watch and told_by(watch, time.monotonic())
        still_safe = with_more_sums(found, draft.system, stop)
        found = still_safe or _protected(draft, ledger, watch, seconds)
    return draft, found


def headline(draft: Draft) -> set[str]:
    """Return the figures that are never withheld for the sake of others: what they are all about.

    These are visits, hours and the number of inquiries of the whole scope: a table that takes them
    for its protection is left out instead. How many visits were empty may be withheld, and what
    has to yield; see :func:`~app.export.outside.sparing.sparing_pattern`.
    """
    return {
        cell
        for table in draft.tables
        if table.key.startswith("activity")
        for column, cell in zip(table.columns, table.cells[-1], strict=True)
        if cell is not None and column != "zero" and cell not in (draft.yielding or ())
    }


def cells_of(draft: Draft) -> Collection[str]:
    """Return the figures that a report prints, each once."""
    return dict.fromkeys(cell for table in draft.tables for cell in table.ids())


def without_needs(system: System, beside: Collection[str]) -> System:
    """Return the system in which some figures, which nobody prints, need no protection."""
    return System(
        (
            msgspec.structs.replace(cell, persons=None, elsewhere=False)
            if cell.id in beside
            else cell
            for cell in system.cells.values()
        ),
        system.relations,
    )


def _protected(
    draft: Draft,
    ledger: Ledger,
    watch: Watch | None,
    seconds: float | None,
) -> Found:
    """Return the pattern of a draft; raise NoPattern where there is none.

    Where nothing fits, it may be for the sake of figures that nobody prints and of which earlier
    releases say too much already, such as those of a workplace in a month in which the project had
    few: what is told cannot be withheld, so they are left aside.
    """
    system, rule = draft.system, draft.rule
    cells = cells_of(draft)
    search = partial(
        protect,
        ledger=ledger,
        keep=headline(draft),
        watch=watch,
        seconds=seconds,
        earlier=draft.proven,
    )
    try:
        return search(system, rule, cells)
    except Unprotectable as error:
        stop = watch and told_by(watch, time.monotonic())
        before = told_before(draft, ledger, stop)
        try:
            if before:
                less = without_needs(system, before)
                return search(less, rule, cells)
        except Unprotectable:
            pass
        raise NoPattern(draft, before) from error


def told_before(
    draft: Draft, ledger: Ledger, stop: Stop | None, among: Collection[str] | None = None
) -> set[str]:
    """Return the figures that nobody prints and that have too little room without this release.

    Only those ``among`` some are looked for; None are all.
    """
    task = task_of(draft.system, draft.rule, (), ledger=ledger)
    task = task._replace(earlier=draft.proven)
    known, printed = task.known(()), cells_of(draft)
    asked = [
        cell
        for cell in task.needs
        if cell not in printed and known[cell] == UNKNOWN and (among is None or cell in among)
        if not _is_new_edition(cell, ledger)
    ]
    found = beyond_reach(task, asked, stop) if asked else {}
    return {c for c, bounds in found.items() if not begins_elsewhere(task.needs[c], bounds)}


def _is_new_edition(cell: str, ledger: Ledger) -> bool:
    """Tell whether a cell is about a correction that nobody has yet.

    That its other figures did not change stands in the sums, but was told to nobody.
    """
    figure = cell.partition("~")[0]
    return "@" in figure.rsplit("|", 1)[-1] and figure not in ledger.view().known


def _ignored(draft: Draft, found: Found) -> list[AtMost]:
    """Return the rules that an alternative of the certificate breaks, and all about the same number.

    Where all of them keep all rules, the certificate is one for who knows the rules, too. The next
    alternatives would break another rule about the same contacts, and then another.
    """
    columns = zip(*found.certificate.alternatives, strict=True)
    open_cells = dict(zip(found.certificate.cells, columns, strict=True))
    number = len(found.certificate.alternatives)

    def values(cell: str) -> Sequence[int]:
        return open_cells.get(cell) or (draft.system.value(cell),) * number

    mattering = [each for each in draft.once if each.cell in open_cells]
    numbers = {
        each.most
        for each in mattering
        if any(v > most for v, most in zip(values(each.cell), values(each.most), strict=True))
    }
    return [
        each
        for each in mattering
        if each.most in numbers and _rest_name(each) not in draft.system.cells
    ]


def _rest_name(rule: AtMost) -> str:
    return f"{rule.most.removesuffix(ACTIVITY_MARK)}~{rule.what}{ACTIVITY_MARK}"


def with_rules(draft: Draft, minded: Collection[str]) -> Draft:
    """Return the draft with the rules about these numbers of contacts among its sums.

    Where one reason matters the others soon would, so they come together.
    """
    system, truth = draft.system, dict(draft.truth)
    relations = list(system.relations)
    for rule in draft.once:
        rest = system.value(rule.most) - system.value(rule.cell)
        name = _rest_name(rule)
        if rule.most in minded and rest >= 0:
            truth[name] = Cell(name, rest)
            relations.append(Relation(rule.most, (rule.cell, name)))
    return replace(
        draft,
        system=System({**system.cells, **truth}.values(), dict.fromkeys(relations)),
        truth=truth,
        once=tuple(each for each in draft.once if each.most not in minded),
        minded=draft.minded.union(minded),
    )
