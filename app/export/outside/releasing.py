"""Reports for the outside: what of the plan of a month goes out to whom, with its proof.

In three steps, so that a window need not wait: :func:`read_request` reads the store,
:func:`protect_request` computes beside it, :func:`write_release` appends to the ledger.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass

from app.errors import UserError
from app.export.disclosure import Cell, Certificate, Ledger, Release, encode_release
from app.export.disclosure.check_release import check
from app.export.disclosure.ledger import Mode
from app.export.disclosure.protection import told_by
from app.export.outside.asking import Asked, MonthOpen, Request, frozen_of, read_request
from app.export.outside.audience import Issued, certificate_for, for_readers
from app.export.outside.detail import Detail
from app.export.outside.ground import Ground
from app.export.outside.kept import Content, Kept, ledger_of, pack, pack_truth
from app.export.outside.parts import Lacking, Omitted
from app.export.outside.planning import name_of, planned
from app.export.outside.refusing import Watch
from app.export.outside.remarks import (
    corrections_missing,
    corrections_to_date,
    laptops_missing,
    remarks,
)
from app.export.outside.scopes import Scope
from app.export.outside.selection import Selection, selected
from app.models.releases import StoredRelease
from app.models.store import Store
from app.models.types import RecordId
from app.texts import Text

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
    """A report that may go out: its release, the ledger until it, and the proof.

    ``ground`` is what it stands on, with the plans that it needs. ``readers`` are the releases that
    its readers have, with the proof of these alone. ``restated`` are the corrected months that it
    prints. ``is_new`` tells one that nobody has released yet; ``detail`` is how much of it goes out, or
    went.
    """

    request: Request
    ground: Ground
    release: Release
    ledger: Ledger
    certificate: Certificate
    readers: Ledger
    readers_certificate: Certificate
    restated: tuple[tuple[str, int, int], ...]
    notes: tuple[Text, ...]
    left_out: tuple[Omitted, ...]
    detail: Detail
    is_new: bool

    @property
    def cells(self) -> Mapping[str, Cell]:
        """The cells of the ledger with their true figures."""
        return self.ground.cells

    @property
    def plans(self) -> tuple[Kept, ...]:
        """The plans that are to be written with it."""
        return self.ground.kept[len(self.request.ground.kept) :]

    @property
    def hidden(self) -> int:
        """How many cells are withheld."""
        return sum(figure is None for figure in self.release.figures.values())

    @property
    def earlier(self) -> int:
        """How many releases it was checked against."""
        names = {each.release.id for each in self.ground.released} - {self.release.id}
        return sum(each.id in names for each in self.ledger.releases)

    @property
    def lacking(self) -> tuple[Lacking, ...]:
        """The columns that stand for a year to date, and lack months of too few."""
        close = self.request.close
        plan = self.ground.plan(self.request.asked.scope, close)
        assert plan is not None, "every report is made of a plan"
        return tuple(
            Lacking(table.key, close.span, months)
            for table in self.release.tables
            if close.span in table.columns and (months := plan.content.gaps.lacked_by(table.key))
        )

    @property
    def file(self) -> bytes:
        """What its readers have, with a certificate, in the form of docs/release-json.md."""
        told = [each._asdict() for each in self.left_out]
        lacking = [each._asdict() for each in self.lacking]
        return encode_release(self.readers, self.readers_certificate, told, lacking)

    @property
    def whole_file(self) -> bytes:
        """Everything in the ledger until this one, in the same form: for the store's own."""
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
        watch: told the progress; returns False to stop.
        seconds: stop looking for the cheapest pattern of a plan after so long.

    Raises:
        Refusal: not even visits can be told together with what was released before.
        UserError: with the detail that is asked for nothing is left to show.
        Stopped: stopped before there was a safe pattern.
    """
    if request.done is not None:
        return _done(request, request.done)
    asked, close = request.asked, request.close
    ground = planned(request.begun, asked.scope, close, watch, seconds)
    plan = ground.plan(asked.scope, close)
    assert plan is not None, "it was just made"
    selection = selected(ground, plan, asked)
    if not selection.tables:
        raise _nothing_left()
    release = _release(request, ground, plan, selection)
    issued = [each.issued for each in ground.kept] + [Issued(asked.profile, asked.scope, release)]
    readers = for_readers(issued, asked.profile, asked.scope)
    stop = watch and told_by(watch, time.monotonic())
    made = Protected(
        request=request,
        ground=ground,
        release=release,
        ledger=ground.ledger.append(release),
        certificate=ground.kept[-1].certificate,
        readers=readers,
        readers_certificate=certificate_for(readers, stop, _proven_to_readers(ground, asked)),
        restated=selection.restated,
        notes=_notes(request, ground, plan, selection),
        left_out=selection.left_out,
        detail=asked.detail,
        is_new=True,
    )
    for file in (made.file, made.whole_file):
        check(json.loads(file))
    return made


def _release(request: Request, ground: Ground, plan: Kept, selection: Selection) -> Release:
    """Return the release of what was selected; all its sums stand in the plans."""
    asked = request.asked
    return Release(
        id=name_of(ground, asked.profile.value, asked.scope, request.close),
        date=ground.today.isoformat(),
        k=plan.release.k,
        mode=Mode.SUPPRESSION,
        base=0,
        tables=selection.tables,
        figures=dict(selection.figures),
        relations=(),
        previous=ground.ledger.last_hash,
    )


def _notes(request: Request, ground: Ground, plan: Kept, selection: Selection) -> tuple[Text, ...]:
    """Return the sentences of what a report lacks."""
    close, scope, editions = request.close, request.asked.scope, ground.editions
    printed = {close.month, *(each.stored.month for each in ground.released)}
    printed |= {entry.close.month for entry in plan.entries}
    old = [m for m in sorted(printed) if m <= close.month and editions.waits(scope, m)]
    staying = [month for month in old if editions.stays(scope, month)]
    waiting = [month for month in old if month not in staying]
    return (
        *laptops_missing(request.covered),
        *remarks(plan, selection, ground.rule.k),
        *corrections_missing(scope, waiting, staying, ground.rule.k),
        *corrections_to_date(_corrected_to_date(request.asked, ground, plan, selection)),
    )


def _corrected_to_date(asked: Asked, ground: Ground, plan: Kept, selection: Selection) -> list[str]:
    """Return the months that these readers had in a year to date, and have there corrected now."""
    own, had = (asked.profile.value, asked.scope.key), dict[str, int]()
    for each in ground.released:
        earlier = ground.plan(asked.scope, each.close)
        is_theirs = (each.stored.profile, each.stored.scope) == own
        if is_theirs and earlier is not None and each.close < plan.close:
            for month, revision in _revisions(earlier, asked.scope).items():
                had[month] = max(revision, had.get(month, 0))
    told = {month for month, _, _ in selection.restated}
    now = _revisions(plan, asked.scope)
    return [month for month in had if now.get(month, 0) > had[month] and month not in told]


def _revisions(plan: Kept, scope: Scope) -> dict[str, int]:
    """Return the months of a plan for a scope, each with its newest revision there."""
    return {e.close.month: e.close.revision for e in sorted(plan.entries) if e.scope == scope}


def _proven_to_readers(ground: Ground, asked: Asked) -> Certificate | None:
    """Return the certificate that the readers have; None for their first report, or a smaller k."""
    due = max(each.release.k for each in ground.kept)
    same = (asked.profile.value, asked.scope.key)
    theirs = [e for e in ground.released if (e.stored.profile, e.stored.scope) == same]
    return theirs[-1].readers if theirs and theirs[-1].release.k >= due else None


def _done(request: Request, done: Kept) -> Protected:
    asked, ground = request.asked, request.ground
    until = ground.kept[: ground.kept.index(done) + 1]
    assert done.readers is not None, "what went out has the certificate of its readers"
    return Protected(
        request=request,
        ground=ground,
        release=done.release,
        ledger=ledger_of(until),
        certificate=done.certificate,
        readers=for_readers([each.issued for each in until], asked.profile, asked.scope),
        readers_certificate=done.readers,
        restated=done.restated,
        notes=done.notes,
        left_out=done.left_out,
        detail=done.detail,
        is_new=False,
    )


def write_release(store: Store, protected: Protected) -> bool:
    """Append a report and the plans that it needs to the ledger; tell whether it is new there.

    Raises:
        Conflict: another release came in between.
    """
    if not protected.is_new:
        return False
    request, release, ground = protected.request, protected.release, protected.ground
    readers = protected.readers_certificate
    content = Content(
        encode_release(Ledger((release,)), None).decode(),
        restated=protected.restated,
        certificate=(readers.cells, readers.alternatives),
        detail=protected.detail.value,
        notes=tuple((note.da, note.en) for note in protected.notes),
        left_out=tuple((each.table, each.period, each.reason) for each in protected.left_out),
    )
    stored = StoredRelease(
        id=release.id,
        hash=release.hash,
        previous=release.previous,
        profile=request.asked.profile.value,
        scope=request.asked.scope.key,
        month=request.close.month,
        revision=request.close.revision,
        released_on=ground.today,
        counsellor_id=ground.counsellor_id,
        document=pack(content),
        truth=pack_truth(()),
    )
    store.releases.append(stored, _close_ids(protected), [each.stored for each in protected.plans])
    return True


def _close_ids(protected: Protected) -> list[RecordId]:
    """Return the closed months that must stay as they are, now that the plans are written."""
    ground = protected.ground
    closes = {entry.close for plan in protected.plans for entry in plan.entries}
    return [ground.months.of(close).id for close in sorted({protected.request.close, *closes})]


def _nothing_left() -> UserError:
    return UserError(
        Text("Opgørelsen blev ikke lavet.", "The report was not made."),
        Text(
            "Med det valg er der ingen tal tilbage at vise.",
            "With that choice no figures are left to show.",
        ),
        Text("Vælg at vise mere, eller en anden måned.", "Choose to show more, or another month."),
    )
