"""Reports for the outside: what would go out, protected together with all that went out before.

In three steps, so that a window need not wait: :func:`read_request` reads the store,
:func:`protect_request` computes beside it, :func:`write_release` appends to the ledger.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from app.errors import NotFound, UserError
from app.export.closing import printed_restatements
from app.export.disclosure import (
    Cell,
    Certificate,
    Ledger,
    Progress,
    Release,
    Rule,
    System,
    Table,
    Unprotectable,
    compose,
    encode_release,
    protect,
)
from app.export.disclosure.check_release import check
from app.export.outside.detail import Detail, reduced
from app.export.outside.entries import Entries, Entry
from app.export.outside.frame import Codes, frame
from app.export.outside.kept import Kept, ledger_of, pack, pack_truth, read, truth_of
from app.export.outside.layout import layout
from app.export.outside.months import Close, Months
from app.export.outside.profiles import Family, Profile, families_of
from app.export.outside.refusing import refused
from app.export.outside.scopes import PROJECT, Scope
from app.export.outside.sheet import spans_of
from app.models.clock import local_today
from app.models.folding import fold
from app.models.frozen import Frozen
from app.models.periods import Period, month_name
from app.models.releases import StoredRelease
from app.models.store import Store
from app.models.types import RecordId
from app.texts import Text

Watch = Callable[[Progress], bool]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report is asked for; ``revision`` of the month is the newest where none is named."""

    profile: Profile
    month: Period
    scope: Scope = PROJECT
    revision: int | None = None
    detail: Detail = Detail.FULL


@dataclass(frozen=True, slots=True)
class Request:
    """All that must be known to protect a report; made of the store, and free of it.

    ``done`` is there where the report was released already: then there is nothing to compute.
    """

    asked: Asked
    close: Close
    frozen: Frozen
    rule: Rule
    today: date
    kept: tuple[Kept, ...]
    entries: Mapping[Entry, frozenset[Family]]
    restated: tuple[tuple[Entry, Entry], ...]
    system: System
    truth: Mapping[str, Cell]
    tables: tuple[Table, ...]
    close_ids: tuple[RecordId, ...]
    done: Kept | None = None

    @property
    def spans(self) -> Mapping[str, Text]:
        """The periods of the report by their names in the release, in words."""
        return {name: period.label for name, period in spans_of(self.close).items()}


@dataclass(frozen=True, slots=True)
class Protected:
    """A report that may go out: its release, the ledger with it, and the proof.

    ``is_new`` tells one that nobody has released yet.
    """

    request: Request
    release: Release
    ledger: Ledger
    certificate: Certificate
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
        """The release with its certificate, in the form of docs/release-json.md."""
        return encode_release(self.ledger, self.certificate)


def read_request(store: Store, asked: Asked) -> Request:
    """Read what a report is made of.

    Raises:
        UserError: the month is not closed, or it has no figures for the scope.
        ValueError: the ledger is damaged.
    """
    months = Months(store.month_closes.all())
    name = f"{asked.month.first:%Y-%m}"
    close = months.newest(name) if asked.revision is None else Close(name, asked.revision)
    if close is None or not months.has(close):
        raise _open(asked.month)
    frozen = months.frozen(close)
    if asked.scope.codes(frozen) is None:
        raise _no_figures(asked)
    rows = store.releases.all()
    kept = read(rows)
    stored = truth_of(rows)
    settings = store.settings
    rule = Rule(int(settings.get("protection_k")), int(settings.get("least_headcount")))
    before = _published(kept)
    entry = Entry(asked.scope, close)
    families = families_of(asked.profile, whole=asked.scope == PROJECT)
    restated = tuple(
        (Entry(asked.scope, Close(*old)), Entry(asked.scope, Close(*new)))
        for old, new in printed_restatements(store, asked.month)
        if Entry(asked.scope, Close(*old)) in before
    )
    own = {entry: families} | {
        new: families & before[old] - {Family.PLACES, Family.QUARTER} for old, new in restated
    }
    codes = Codes(store, months, (close, *(each.close for each in before)))
    everything = _merged(before, own)
    system, sheet = frame(months, codes, everything, stored, rule)
    tables = layout(
        sheet,
        entry,
        families,
        [(old, new, own[new]) for old, new in restated],
        k=rule.k,
        least_headcount=rule.headcount,
        released={cell for each in kept for cell in each.release.figures},
    )
    done = next((each for each in kept if _is(each.stored, asked, close)), None)
    return Request(
        asked=asked,
        close=close,
        frozen=frozen,
        rule=rule,
        today=local_today(store.clock),
        kept=kept,
        entries=own,
        restated=restated,
        system=system,
        truth={name: cell for name, cell in sheet.cells.items() if name not in stored},
        tables=tuple(reduced(tables, asked.detail)),
        close_ids=tuple(months.of(each.close).id for each in own),
        done=done,
    )


def protect_request(
    request: Request, watch: Watch | None = None, seconds: float | None = None
) -> Protected:
    """Return the report as it may go out; the same request gives the same figures.

    Args:
        request: what was read.
        watch: told the progress; returns False to stop.
        seconds: stop looking for the cheapest pattern after so long.

    Raises:
        Refusal: it cannot be protected together with what was released before.
        Stopped: stopped before a safe pattern was found.
    """
    ledger = ledger_of(request.kept)
    if request.done is not None:
        until = request.kept[: request.kept.index(request.done) + 1]
        done = request.done
        return Protected(request, done.release, ledger_of(until), done.certificate, False)
    cells = dict.fromkeys(cell for table in request.tables for cell in table.ids())
    try:
        found = protect(
            request.system, request.rule, cells, ledger=ledger, watch=watch, seconds=seconds
        )
    except Unprotectable as error:
        raise refused(
            request.system, request.rule, request.tables, ledger, request.frozen, watch
        ) from error
    release = compose(
        ledger,
        request.system,
        request.tables,
        found.figures,
        id=_id(request),
        date=request.today.isoformat(),
        k=request.rule.k,
    )
    made = Protected(request, release, ledger.append(release), found.certificate, True)
    check(json.loads(made.file))
    return made


def write_release(store: Store, protected: Protected) -> bool:
    """Append a report to the ledger; tell whether it is new there.

    Raises:
        Conflict: another release came in between.
    """
    if not protected.is_new:
        return False
    request, release = protected.request, protected.release
    document = pack(
        release,
        protected.certificate,
        request.entries,
        [
            (old.close.month, old.close.revision, new.close.revision)
            for old, new in request.restated
        ],
    )
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


def _published(kept: tuple[Kept, ...]) -> dict[Entry, frozenset[Family]]:
    """Return what all releases printed."""
    found: dict[Entry, frozenset[Family]] = {}
    for each in kept:
        found = _merged(found, each.entries)
    return found


def _merged(one: Entries, other: Entries) -> dict[Entry, frozenset[Family]]:
    return {
        entry: one.get(entry, frozenset()) | other.get(entry, frozenset())
        for entry in (*one, *other)
    }


def _is(stored: StoredRelease, asked: Asked, close: Close) -> bool:
    return (stored.profile, stored.scope, stored.month, stored.revision) == (
        asked.profile.value,
        asked.scope.key,
        *close,
    )


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


_WHAT = Text("Opgørelsen blev ikke lavet.", "The report was not made.")


def _open(month: Period) -> UserError:
    name = month_name(month.first)
    return UserError(
        _WHAT,
        Text(f"{name.da.capitalize()} er ikke lukket.", f"{name.en} is not closed."),
        Text(
            f"Luk måneden først (vejviser close --month {month.first:%Y-%m}): kun tal, der ikke"
            " ændrer sig, kan udgives.",
            f"Close the month first (vejviser close --month {month.first:%Y-%m}): only figures that"
            " do not change can be released.",
        ),
    )


def _no_figures(asked: Asked) -> NotFound:
    name = asked.scope.name
    return NotFound(
        _WHAT,
        Text(
            f"Den lukkede måned har ingen tal for »{name}«.",
            f"The closed month has no figures for “{name}”.",
        ),
        Text(
            "En organisation skal have mindst to arbejdspladser; ellers vælg arbejdspladsen.",
            "An organisation needs two workplaces at least; otherwise choose the workplace.",
        ),
    )
