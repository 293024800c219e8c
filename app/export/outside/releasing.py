"""Reports for the outside: what would go out, protected together with all that went out before.

In three steps, so that a window need not wait: :func:`read_request` reads the store,
:func:`protect_request` computes beside it, :func:`write_release` appends to the ledger.
"""

import json
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.export.disclosure import (
    Cell,
    Certificate,
    Ledger,
    Relation,
    Release,
    Rule,
    System,
    Unprotectable,
    compose,
    encode_release,
    protect,
)
from app.export.disclosure.check_release import check
from app.export.disclosure.model import UNKNOWN
from app.export.disclosure.protection import Protected as Found
from app.export.disclosure.protection import begins_elsewhere, beyond_reach, task_of, told_by
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.disclosure.solver import Stop
from app.export.outside.asking import Asked, MonthOpen, Request, frozen_of, read_request
from app.export.outside.audience import Issued, certificate_for, for_readers
from app.export.outside.detail import Detail
from app.export.outside.frame import AtMost
from app.export.outside.kept import Beside, Kept, ledger_of, pack, pack_truth
from app.export.outside.refusing import Watch, refused, without_needs
from app.models.folding import fold
from app.models.releases import StoredRelease
from app.models.store import Store

__all__ = [
    "Asked",
    "MonthOpen",
    "Protected",
    "Request",
    "frozen_of",
    "protect_request",
    "read_request",
    "write_release",
]


@dataclass(frozen=True, slots=True)
class Protected:
    """A report that may go out: its release, the ledger with it, and the proof.

    ``readers`` are the releases that its readers have, with the proof of these alone. ``is_new``
    tells one that nobody has released yet; ``detail`` is how much of it goes out, or went.
    """

    request: Request
    release: Release
    ledger: Ledger
    certificate: Certificate
    readers: Ledger
    readers_certificate: Certificate
    detail: Detail
    is_new: bool

    @property
    def hidden(self) -> int:
        """How many cells are withheld."""
        return sum(figure is None for figure in self.release.figures.values())

    @property
    def earlier(self) -> int:
        """How many releases it was checked against."""
        return len(self.ledger.releases) - 1

    @property
    def file(self) -> bytes:
        """What its readers have, with a certificate, in the form of docs/release-json.md."""
        return encode_release(self.readers, self.readers_certificate)

    @property
    def whole_file(self) -> bytes:
        """All releases of the ledger until this one, in the same form: for the store's own."""
        return encode_release(self.ledger, self.certificate)

    @property
    def hash(self) -> str:
        """The hash of the release as its readers have it."""
        return self.readers.releases[-1].hash


def protect_request(
    request: Request, watch: Watch | None = None, seconds: float | None = None
) -> Protected:
    """Return the report as it may go out; the same request gives the same figures.

    Args:
        request: what was read.
        watch: told the progress, of the search for ways out as well; returns False to stop.
        seconds: stop looking for the cheapest pattern after so long.

    Raises:
        Refused: it cannot be protected together with what was released before.
        Stopped: stopped before a safe pattern, or the ways out, were found.
    """
    if request.done is not None:
        return _done(request, request.done)
    ledger = ledger_of(request.kept)
    cells = dict.fromkeys(cell for table in request.tables for cell in table.ids())
    while True:
        found = _protected(request, ledger, cells, watch, seconds)
        ignored = _ignored(request, found)
        if not ignored:
            break
        request = _with_rules(request, ignored)
    release = compose(
        ledger,
        request.system,
        request.tables,
        found.figures,
        id=_id(request),
        date=request.today.isoformat(),
        k=request.rule.k,
    )
    asked = request.asked
    issued = [each.issued for each in request.kept] + [Issued(asked.profile, asked.scope, release)]
    readers = for_readers(issued, asked.profile, asked.scope)
    stop = watch and told_by(watch, time.monotonic())
    made = Protected(
        request,
        release,
        ledger.append(release),
        found.certificate,
        readers,
        certificate_for(readers, stop),
        asked.detail,
        is_new=True,
    )
    for file in (made.file, made.whole_file):
        check(json.loads(file))
    return made


def _protected(
    request: Request,
    ledger: Ledger,
    cells: Collection[str],
    watch: Watch | None,
    seconds: float | None,
) -> Found:
    """Return the pattern of a request; raise Refused where there is none.

    Where nothing fits, it may be for the sake of figures that nobody prints and of which earlier
    releases say too much already, such as those of a workplace in a month in which the project had
    few: what is told cannot be withheld, so they are left aside.
    """
    system, rule = request.system, request.rule
    try:
        return protect(system, rule, cells, ledger=ledger, watch=watch, seconds=seconds)
    except Unprotectable as error:
        stop = watch and told_by(watch, time.monotonic())
        before = _told_before(system, rule, ledger, cells, stop)
        try:
            if before:
                less = without_needs(system, before)
                return protect(less, rule, cells, ledger=ledger, watch=watch, seconds=seconds)
        except Unprotectable:
            pass
        raise refused(request, before, ledger, watch) from error


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
    """Return the rules that an alternative of the certificate breaks.

    Where all of them keep all rules, the certificate is one for who knows the rules, too.
    """
    columns = zip(*found.certificate.alternatives, strict=True)
    open_cells = dict(zip(found.certificate.cells, columns, strict=True))
    number = len(found.certificate.alternatives)

    def values(cell: str) -> Sequence[int]:
        return open_cells.get(cell) or (request.system.value(cell),) * number

    return [
        each
        for each in request.once
        if each.cell in open_cells
        and any(
            value > most for value, most in zip(values(each.cell), values(each.most), strict=True)
        )
    ]


def _with_rules(request: Request, rules: Collection[AtMost]) -> Request:
    """Return the request with these rules among its sums."""
    system, truth = request.system, dict(request.truth)
    relations = list(system.relations)
    for most, cell, what in rules:
        rest = system.value(most) - system.value(cell)
        name = f"{most.removesuffix(ACTIVITY_MARK)}~{what}{ACTIVITY_MARK}"
        if rest >= 0:
            truth[name] = Cell(name, rest)
            relations.append(Relation(most, (cell, name)))
    cells = {**system.cells, **truth}
    once = tuple(each for each in request.once if each not in rules)
    system = System(cells.values(), dict.fromkeys(relations))
    return replace(request, system=system, truth=truth, once=once)


def _done(request: Request, done: Kept) -> Protected:
    asked = request.asked
    until = request.kept[: request.kept.index(done) + 1]
    return Protected(
        request,
        done.release,
        ledger_of(until),
        done.certificate,
        for_readers([each.issued for each in until], asked.profile, asked.scope),
        done.readers,
        done.detail,
        is_new=False,
    )


def write_release(store: Store, protected: Protected) -> bool:
    """Append a report to the ledger; tell whether it is new there.

    Raises:
        Conflict: another release came in between.
    """
    if not protected.is_new:
        return False
    request, release = protected.request, protected.release
    beside = Beside(
        request.entries,
        [
            (each.after.month, each.before.revision, each.after.revision)
            for each in request.restated
        ],
        protected.readers_certificate,
        protected.detail,
        request.notes,
    )
    document = pack(release, protected.certificate, beside)
    stored = StoredRelease(
        id=release.id,
        hash=release.hash,
        previous=release.previous,
        profile=request.asked.profile.value,
        scope=request.asked.scope.key,
        month=request.close.month,
        revision=request.close.revision,
        released_on=request.today,
        counsellor_id=store.settings.counsellor_id,
        document=document,
        truth=pack_truth(request.truth.values()),
    )
    store.releases.append(stored, request.close_ids)
    return True


def _id(request: Request) -> str:
    """Return the name of a release: month, profile, whose figures, and the edition of the month."""
    scope, close = request.asked.scope, request.close
    parts = [close.month, request.asked.profile.value]
    if scope.name:
        parts.append("-".join(fold(scope.name).upper().split()))
    if close.revision > 1:
        parts.append(str(close.revision))
    name = "-".join(parts)
    taken = {each.release.id for each in request.kept}
    numbered = (f"{name}.{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (name, *numbered) if each not in taken)
