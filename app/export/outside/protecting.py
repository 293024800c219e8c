"""Which figures of a report may be shown, with the rules that matter and what is left aside."""

import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

import msgspec

from app.export.disclosure import Cell, Ledger, Relation, Rule, System, Unprotectable, protect
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
from app.export.outside.asking import Request
from app.export.outside.frame import AtMost


class NoPattern(Exception):
    """Nothing fits: what was tried last, and the figures ``beside`` it that were left aside."""

    def __init__(self, request: Request, beside: Collection[str]) -> None:
        super().__init__(request.asked)
        self.request, self.beside = request, beside


def pattern_of(
    request: Request, ledger: Ledger, watch: Watch | None, seconds: float | None
) -> tuple[Request, Found]:
    """Return the request with the rules that matter among its sums, and what of it may be shown.

    A report and the smaller ones that are offered instead are protected by this one function: what
    is offered can go out.

    Args:
        request: what was read.
        ledger: the earlier releases.
        watch: told the progress; returns False to stop.
        seconds: stop looking for the cheapest pattern after so long.

    Raises:
        NoPattern: it cannot be protected together with what was released before.
        Stopped: stopped before a safe pattern was found.
    """
    found = _protected(request, ledger, watch, seconds)
    while ignored := _ignored(request, found):
        request = _with_rules(request, ignored)
        stop = watch and told_by(watch, time.monotonic())
        still_safe = with_more_sums(found, request.system, stop)
        found = still_safe or _protected(request, ledger, watch, seconds)
    return request, found


def without_needs(system: System, beside: Collection[str]) -> System:
    """Return the system in which some figures, which nobody prints, need no protection."""
    return System(
        (
            msgspec.structs.replace(cell, persons=None) if cell.id in beside else cell
            for cell in system.cells.values()
        ),
        system.relations,
    )


def _protected(
    request: Request,
    ledger: Ledger,
    watch: Watch | None,
    seconds: float | None,
) -> Found:
    """Return the pattern of a request; raise NoPattern where there is none.

    Where nothing fits, it may be for the sake of figures that nobody prints and of which earlier
    releases say too much already, such as those of a workplace in a month in which the project had
    few: what is told cannot be withheld, so they are left aside.
    """
    system, rule = request.system, request.rule
    cells = dict.fromkeys(cell for table in request.tables for cell in table.ids())
    search = partial(protect, ledger=ledger, watch=watch, seconds=seconds, earlier=request.proven)
    try:
        return search(system, rule, cells)
    except Unprotectable as error:
        stop = watch and told_by(watch, time.monotonic())
        before = _told_before(system, rule, ledger, cells, stop)
        try:
            if before:
                less = without_needs(system, before)
                return search(less, rule, cells)
        except Unprotectable:
            pass
        raise NoPattern(request, before) from error


def _told_before(
    system: System, rule: Rule, ledger: Ledger, cells: Collection[str], stop: Stop | None
) -> set[str]:
    """Return the figures that nobody prints and that have too little room without this release."""
    task = task_of(system, rule, (), ledger=ledger)
    known = task.known(())
    return {
        cell
        for cell, bounds in beyond_reach(task, task.needs, stop).items()
        if cell not in cells
        and known[cell] == UNKNOWN
        and not begins_elsewhere(task.needs[cell], bounds)
    }


def _ignored(request: Request, found: Found) -> list[AtMost]:
    """Return the rules that an alternative of the certificate breaks, and all about the same number.

    Where all of them keep all rules, the certificate is one for who knows the rules, too. The next
    alternatives would break another rule about the same contacts, and then another.
    """
    columns = zip(*found.certificate.alternatives, strict=True)
    open_cells = dict(zip(found.certificate.cells, columns, strict=True))
    number = len(found.certificate.alternatives)

    def values(cell: str) -> Sequence[int]:
        return open_cells.get(cell) or (request.system.value(cell),) * number

    mattering = [each for each in request.once if each.cell in open_cells]
    numbers = {
        each.most
        for each in mattering
        if any(v > most for v, most in zip(values(each.cell), values(each.most), strict=True))
    }
    return [
        each
        for each in mattering
        if each.most in numbers and _rest_name(each) not in request.system.cells
    ]


def _rest_name(rule: AtMost) -> str:
    return f"{rule.most.removesuffix(ACTIVITY_MARK)}~{rule.what}{ACTIVITY_MARK}"


def _with_rules(request: Request, rules: Collection[AtMost]) -> Request:
    """Return the request with these rules among its sums."""
    system, truth = request.system, dict(request.truth)
    relations = list(system.relations)
    for each in rules:
        rest = system.value(each.most) - system.value(each.cell)
        name = _rest_name(each)
        if rest >= 0:
            truth[name] = Cell(name, rest)
            relations.append(Relation(each.most, (each.cell, name)))
    cells = {**system.cells, **truth}
    once = tuple(each for each in request.once if each not in rules)
    system = System(cells.values(), dict.fromkeys(relations))
    return replace(request, system=system, truth=truth, once=once)
