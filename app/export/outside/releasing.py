"""Reports for the outside: what would go out, protected together with all that went out before.

In three steps, so that a window need not wait: :func:`read_request` reads the store,
:func:`protect_request` computes beside it, :func:`write_release` appends to the ledger.
"""

import json
import time
from dataclasses import dataclass

from app.export.disclosure import (
    Certificate,
    Ledger,
    Release,
    compose,
    encode_release,
)
from app.export.disclosure.check_release import check
from app.export.disclosure.protection import told_by
from app.export.outside.asking import Asked, MonthOpen, Request, frozen_of, read_request
from app.export.outside.audience import Issued, certificate_for, for_readers
from app.export.outside.detail import Detail
from app.export.outside.kept import Beside, Kept, ledger_of, pack, pack_truth
from app.export.outside.parts import Omitted, left_out
from app.export.outside.protecting import NoPattern
from app.export.outside.refusing import Watch, refused
from app.export.outside.sparing import sparing_pattern
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
    def left_out(self) -> tuple[Omitted, ...]:
        """The tables that it leaves out, and why."""
        done = self.request.done
        return left_out(self.request.without, self.request.close) if done is None else done.left_out

    @property
    def file(self) -> bytes:
        """What its readers have, with a certificate, in the form of docs/release-json.md."""
        told = [each._asdict() for each in self.left_out]
        return encode_release(self.readers, self.readers_certificate, told)

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
    try:
        request, found = sparing_pattern(request, ledger, watch, seconds)
    except NoPattern as error:
        raise refused(error.request, error.beside, ledger, watch) from error
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
        certificate_for(readers, stop, request.proven_to_readers),
        asked.detail,
        is_new=True,
    )
    for file in (made.file, made.whole_file):
        check(json.loads(file))
    return made


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
        protected.left_out,
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
