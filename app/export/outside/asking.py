"""What a report is made of: read from the store once, and free of it afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType

from app.errors import NotFound, UserError
from app.export.disclosure import Cell, Certificate, Rule, System, Table
from app.export.outside.chains import link_pools
from app.export.outside.crowds import Crowds
from app.export.outside.detail import Detail, reduced, shown_families
from app.export.outside.editions import Editions
from app.export.outside.entries import Entries, Entry
from app.export.outside.frame import AtMost, Codes, Frame
from app.export.outside.history import crowds_of, printed_months
from app.export.outside.kept import Kept, read, truth_of
from app.export.outside.layout import Contents, Restated, layout
from app.export.outside.months import Close, Months
from app.export.outside.parts import RESTATED, Part, Why, Without, before_protection, sparse
from app.export.outside.profiles import Family, Profile, families_of
from app.export.outside.quarters import quarter_lines, quarter_of
from app.export.outside.remarks import laptops_missing, remarks
from app.export.outside.scopes import PROJECT, Scope
from app.export.outside.told import Told, told_of
from app.models.clock import local_today
from app.models.command_words import command_words
from app.models.frozen import Frozen
from app.models.month_checks import open_months
from app.models.periods import Period, month_name
from app.models.store import Store
from app.models.team.coverage import Coverage, coverage
from app.models.types import RecordId
from app.texts import Text


class MonthOpen(UserError):
    """The month is not closed, so nothing of it can be released."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report is asked for; ``revision`` None is the one that may go out."""

    profile: Profile
    month: Period
    scope: Scope = PROJECT
    revision: int | None = None
    detail: Detail = Detail.FULL


@dataclass(frozen=True, slots=True)
class Request:
    """All that must be known to protect a report; made of the store, and free of it.

    ``entries`` are the months that its figures are made of. ``notes`` say what it lacks. ``framing``
    is what the same report in less detail would be made of. ``once`` are rules that
    do not stand among the sums yet, ``minded`` the numbers of contacts of which they do. ``without``
    is what is left out, and why; ``yielding`` are visits and hours of the whole scope that may be
    withheld for the sake of others, as the report could not go out otherwise.
    ``done`` is there where the report was released already: then there is nothing to compute.
    """

    asked: Asked
    close: Close
    frozen: Frozen
    rule: Rule
    today: date
    kept: tuple[Kept, ...]
    entries: Entries
    restated: tuple[Restated, ...]
    system: System
    truth: Mapping[str, Cell]
    tables: tuple[Table, ...]
    close_ids: tuple[RecordId, ...]
    notes: tuple[Text, ...]
    framing: "Framing"
    once: tuple[AtMost, ...] = ()
    minded: frozenset[str] = frozenset()
    yielding: frozenset[str] | None = None
    without: Without = field(default_factory=dict)
    done: Kept | None = None

    @property
    def proven(self) -> Certificate | None:
        """The certificate of all earlier releases; None before the first, or of a smaller k."""
        last = self._last(self.kept)
        return last and last.certificate

    @property
    def proven_to_readers(self) -> Certificate | None:
        """The certificate that its readers have already; None where this is their first report."""
        same = (self.asked.profile.value, self.asked.scope.key)
        last = self._last([e for e in self.kept if (e.stored.profile, e.stored.scope) == same])
        return last and last.readers

    def _last(self, kept: Sequence[Kept]) -> Kept | None:
        """Return the last of some releases, if its certificate promised as much as is due now."""
        due = max(self.rule.k, *(each.release.k for each in self.kept), 0)
        return kept[-1] if kept and kept[-1].release.k >= due else None


def read_request(store: Store, asked: Asked) -> Request:
    """Read what a report is made of.

    Raises:
        MonthOpen: the month is not closed.
        UserError: it has no figures for the scope, or the detail that is asked for leaves none.
        ValueError: the ledger is damaged, or another revision may go out than the one asked for.
    """
    framing = _read(store, asked)
    if asked.scope.codes(framing.frozen) is None:
        raise _no_figures(asked)
    done = next((each for each in framing.kept if framing.is_done(each)), None)
    if done is not None:
        return framing.released(done)
    if framing.close != framing.editions.of(framing.close.month):
        raise ValueError(f"{framing.close} is not the revision that may go out")
    request = framing.usefully(asked.detail)
    if not request.tables:
        raise _nothing_left()
    return request


def frozen_of(store: Store, month: Period) -> Frozen | None:
    """Return the newest figures of a closed month, None where it is open."""
    months = Months(store.month_closes.all())
    close = months.newest(f"{month.first:%Y-%m}")
    return None if close is None else months.frozen(close)


def _read(store: Store, asked: Asked) -> "Framing":
    months, rows = Months(store.month_closes.all()), store.releases.all()
    kept, settings = read(rows), store.settings
    rule = Rule(int(settings.get("protection_k")), int(settings.get("least_headcount")))
    before: dict[Entry, frozenset[Family]] = {}
    for each in kept:
        before = _merged(before, each.entries)
    editions = Editions(months, before, rule.k)
    close = _chosen(asked, months, editions, at_lead=store.settings.is_lead)
    after = close.period.last + timedelta(days=1)
    names = [f"{month.first:%Y-%m}" for month in open_months(store, after)]
    return Framing(
        asked=asked,
        close=close,
        months=months,
        editions=editions,
        codes=Codes(store, (close, *(entry.close for entry in before))),
        rule=rule,
        today=local_today(store.clock),
        kept=kept,
        before=before,
        stored=truth_of(rows),
        missing=tuple(name for name in names if name.startswith(close.year)),
        covered=coverage(store, close.period, until=months.of(close).created_at),
    )


def _chosen(asked: Asked, months: Months, editions: Editions, *, at_lead: bool) -> Close:
    name = f"{asked.month.first:%Y-%m}"
    close = editions.of(name)
    if asked.revision is not None:
        close = Close(name, asked.revision)
    if close is None or not months.has(close):
        raise _open(asked.month, at_lead=at_lead)
    return close


@dataclass(frozen=True, slots=True)
class Framing:
    """What was read of the store for a report, free of it: the report can be framed in any detail.

    ``before`` is what all releases printed, ``stored`` the cells of the ledger as they were then.
    ``missing`` are the months of the year so far that hold anything and are not closed, ``covered``
    is at a lead what of the month was here when it was closed.
    """

    asked: Asked
    close: Close
    months: Months
    editions: Editions
    codes: Codes
    rule: Rule
    today: date
    kept: tuple[Kept, ...]
    before: Entries
    stored: Mapping[str, Cell]
    missing: tuple[str, ...]
    covered: Coverage | None

    @property
    def frozen(self) -> Frozen:
        """The figures of the month."""
        return self.months.frozen(self.close)

    def usefully(self, detail: Detail) -> Request:
        """Return the report in a detail without tables most of whose figures are too small."""
        request = self.framed(detail)
        few = sparse(request.tables, before_protection(request.system.cells, self.rule))
        return self.framed(detail, dict.fromkeys(few, Why.FEW)) if few else request

    def framed(self, detail: Detail, without: Without = MappingProxyType({})) -> Request:
        """Return the report in a detail; no tables may be left.

        Families that the detail leaves out take no part: nobody prints them, so they need no more
        protection than before. The same is true of the parts in ``without``.
        """
        asked, months = replace(self.asked, detail=detail), self.months
        families = shown_families(detail, families_of(asked.profile, whole=asked.scope == PROJECT))
        crowds = Crowds(months, self.editions, self.rule.k, crowds_of(self.kept))
        told = told_of(crowds, self.editions, asked.scope, self.close, self.missing)
        has_quarter = Family.QUARTER in families and Part(Family.QUARTER) not in without
        quarter = quarter_of(self.editions, self.close) if has_quarter else ()
        places = quarter_lines(crowds, months, quarter, self.rule.headcount)
        restated = [
            each
            for each in self._restated(families)
            if Part(f"{RESTATED}.{each.after.month}") not in without
        ]
        contents = Contents(told, families, restated, (quarter if places else (), places), without)
        own = _entries(contents)
        frame = Frame(months, self.codes, _merged(self.before, own), self.stored)
        tables = layout(frame, contents)
        link_pools(frame.sheet)
        shown = tuple(reduced(tables, detail))
        printed = {table.key for table in shown}
        return Request(
            asked=asked,
            close=self.close,
            frozen=self.frozen,
            rule=self.rule,
            today=self.today,
            kept=self.kept,
            entries=own,
            restated=tuple(r for r in restated if f"{RESTATED}.{r.after.month}" in printed),
            system=frame.sheet.system(),
            truth={
                name: cell for name, cell in frame.sheet.cells.items() if name not in self.stored
            },
            tables=shown,
            close_ids=tuple(months.of(each.close).id for each in own),
            notes=(
                *laptops_missing(self.covered),
                *remarks(contents, without, self.rule.k, self._waiting(told)),
            ),
            framing=self,
            once=tuple(frame.once),
            without=without,
        )

    def released(self, done: Kept) -> Request:
        """Return the request of a report that was released: there is nothing to compute."""
        return Request(
            asked=self.asked,
            close=self.close,
            frozen=self.frozen,
            rule=self.rule,
            today=self.today,
            kept=self.kept,
            entries={},
            restated=(),
            system=System((), ()),
            truth={},
            tables=(),
            close_ids=(),
            notes=done.notes,
            framing=self,
            done=done,
        )

    def is_done(self, kept: Kept) -> bool:
        """Tell whether a release is the report that is asked for, in whatever detail."""
        stored = kept.stored
        return (stored.profile, stored.scope, stored.month, stored.revision) == (
            self.asked.profile.value,
            self.asked.scope.key,
            *self.close,
        )

    def _waiting(self, told: Told) -> int:
        """Return how many of the months that went out have a correction that waits."""
        names = {close.month for close in (told.close, *told.to_date)}
        names |= {entry.close.month for entry in self.before}
        return sum(self.editions.waits(name) for name in names if name <= told.close.month)

    def _restated(self, families: frozenset[Family]) -> tuple[Restated, ...]:
        """Return the corrections of earlier months that these readers do not have yet."""
        printed = printed_months(self.kept, self.asked.profile, self.asked.scope)
        found = []
        for month, (before, had) in sorted(printed.items()):
            after = self.editions.of(month)
            if month < self.close.month and after is not None and after != before:
                found.append(Restated(before, after, had & families))
        return tuple(found)


def _entries(contents: Contents) -> dict[Entry, frozenset[Family]]:
    """Return the months that the figures of a report are made of."""
    told, families, without = contents.told, contents.families, contents.without
    scope = told.scope
    own: dict[Entry, frozenset[Family]] = {}

    def add(scope: Scope, close: Close, needed: frozenset[Family]) -> None:
        entry = Entry(scope, close)
        own[entry] = own.get(entry, frozenset()) | needed

    for span, closes in ((told.close.month, (told.close,)), (told.close.span, told.to_date)):
        for close in closes:
            add(scope, close, families & {Family.ACTIVITY})
            if Part(Family.PLACES, span) not in without:
                add(scope, close, families & {Family.PLACES})
    for first in (False, True):
        if told.months[first]:
            add(scope, told.close, contents.split(told.close.month, first=first))
        for block in told.blocks[first]:
            if len(block.closes) == 1:
                add(scope, block.closes[0], contents.split(told.close.span, first=first))
    for each in contents.restated:
        add(scope, each.before, each.families)
        add(scope, each.after, each.families)
    closes_of_quarter, places = contents.quarter
    for close in closes_of_quarter:
        for each_scope in (PROJECT, *places):
            add(each_scope, close, frozenset({Family.GROUPS}))
    return own


def _merged(one: Entries, other: Entries) -> dict[Entry, frozenset[Family]]:
    return {
        entry: one.get(entry, frozenset()) | other.get(entry, frozenset())
        for entry in (*one, *other)
    }


_WHAT = Text("Opgørelsen blev ikke lavet.", "The report was not made.")


def _open(month: Period, *, at_lead: bool) -> MonthOpen:
    name = month_name(month.first)
    command = command_words(f"close --month {month.first:%Y-%m}", at_lead=at_lead)
    return MonthOpen(
        _WHAT,
        Text(f"{name.da.capitalize()} er ikke lukket.", f"{name.en} is not closed."),
        Text(
            f"Luk måneden først (»{command}«): kun tal, der ikke ændrer sig, kan udgives.",
            f"Close the month first (“{command}”): only figures that"
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


def _nothing_left() -> UserError:
    return UserError(
        _WHAT,
        Text(
            "Med det valg er der ingen tal tilbage at vise.",
            "With that choice no figures are left to show.",
        ),
        Text("Vælg at vise mere, eller en anden måned.", "Choose to show more, or another month."),
    )
