"""What a report is made of: read from the store once, and free of it afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.errors import NotFound, UserError
from app.export.disclosure import Cell, Rule, System, Table
from app.export.outside.chains import link_pools
from app.export.outside.crowds import Crowds, is_about_first
from app.export.outside.detail import Detail, reduced
from app.export.outside.editions import Editions
from app.export.outside.entries import Entries, Entry
from app.export.outside.frame import AtMost, Codes, Frame
from app.export.outside.history import crowds_of, printed_months
from app.export.outside.kept import Kept, read, truth_of
from app.export.outside.layout import Contents, Restated, layout
from app.export.outside.months import Close, Months
from app.export.outside.profiles import SPLITS, Family, Profile, families_of
from app.export.outside.quarters import quarter_lines, quarter_of
from app.export.outside.remarks import remarks
from app.export.outside.scopes import PROJECT, Scope
from app.export.outside.told import Told, told_of
from app.models.clock import local_today
from app.models.frozen import Frozen
from app.models.month_checks import open_months
from app.models.periods import Period, month_name
from app.models.store import Store
from app.models.types import RecordId
from app.texts import Text


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

    ``entries`` are the months that its figures are made of. ``notes`` say what it lacks. ``done`` is
    there where the report was released already: then there is nothing to compute.
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
    once: tuple[AtMost, ...] = ()
    done: Kept | None = None


def read_request(store: Store, asked: Asked) -> Request:
    """Read what a report is made of.

    Raises:
        UserError: the month is not closed, or it has no figures for the scope.
        ValueError: the ledger is damaged, or another revision may go out than the one asked for.
    """
    return _Reading(store, asked).request()


class _Reading:
    """One reading of the store."""

    def __init__(self, store: Store, asked: Asked) -> None:
        self._store, self._asked = store, asked
        self._months = Months(store.month_closes.all())
        self._rows = store.releases.all()
        self._kept = read(self._rows)
        settings = store.settings
        self._rule = Rule(int(settings.get("protection_k")), int(settings.get("least_headcount")))
        self._before: dict[Entry, frozenset[Family]] = {}
        for each in self._kept:
            self._before = _merged(self._before, each.entries)
        self._editions = Editions(self._months, self._before, self._rule.k)
        self._close = self._chosen()
        self._frozen = self._months.frozen(self._close)
        if asked.scope.codes(self._frozen) is None:
            raise _no_figures(asked)

    def request(self) -> Request:
        """Return the request."""
        done = next((each for each in self._kept if self._is_done(each)), None)
        if done is None and self._close != self._editions.of(self._close.month):
            raise ValueError(f"{self._close} is not the revision that may go out")
        return self._new() if done is None else self._made({}, (), System((), ()), {}, (), done)

    def _new(self) -> Request:
        asked, months = self._asked, self._months
        families = families_of(asked.profile, whole=asked.scope == PROJECT)
        crowds = Crowds(months, self._editions, self._rule.k, crowds_of(self._kept))
        told = told_of(crowds, self._editions, asked.scope, self._close, self._missing())
        quarter = quarter_of(self._editions, self._close) if Family.QUARTER in families else ()
        places = quarter_lines(crowds, months, quarter, self._rule.headcount)
        restated = self._restated(families)
        own = _entries(told, families, restated, quarter if places else (), places)
        stored = truth_of(self._rows)
        whole = _merged(self._before, own)
        codes = Codes(self._store, (self._close, *(each.close for each in whole)))
        frame = Frame(months, codes, whole, stored)
        tables = layout(frame, Contents(told, families, restated, (quarter, places)))
        link_pools(frame.sheet)
        shown = tuple(reduced(tables, asked.detail))
        truth = {name: cell for name, cell in frame.sheet.cells.items() if name not in stored}
        waiting = self._waiting(told)
        notes = remarks(told, families, self._rule.k, waiting)
        made = self._made(own, restated, frame.sheet.system(), truth, shown, None, notes)
        return replace(made, once=tuple(frame.once))

    def _made(
        self,
        entries: Entries,
        restated: Sequence[Restated],
        system: System,
        truth: Mapping[str, Cell],
        tables: tuple[Table, ...],
        done: Kept | None,
        notes: tuple[Text, ...] = (),
    ) -> Request:
        printed = {table.key for table in tables}
        return Request(
            asked=self._asked,
            close=self._close,
            frozen=self._frozen,
            rule=self._rule,
            today=local_today(self._store.clock),
            kept=self._kept,
            entries=entries,
            restated=tuple(r for r in restated if f"restated.{r.after.month}" in printed),
            system=system,
            truth=truth,
            tables=tables,
            close_ids=tuple(self._months.of(each.close).id for each in entries),
            notes=notes if done is None else done.notes,
            done=done,
        )

    def _chosen(self) -> Close:
        asked = self._asked
        name = f"{asked.month.first:%Y-%m}"
        close = self._editions.of(name)
        if asked.revision is not None:
            close = Close(name, asked.revision)
        if close is None or not self._months.has(close):
            raise _open(asked.month)
        return close

    def _is_done(self, kept: Kept) -> bool:
        stored = kept.stored
        return (stored.profile, stored.scope, stored.month, stored.revision) == (
            self._asked.profile.value,
            self._asked.scope.key,
            *self._close,
        )

    def _missing(self) -> list[str]:
        """Return the months of the year so far that hold anything and are not closed."""
        after = self._close.period.last + timedelta(days=1)
        names = [f"{month.first:%Y-%m}" for month in open_months(self._store, after)]
        return [name for name in names if name.startswith(self._close.year)]

    def _waiting(self, told: Told) -> int:
        """Return how many of the months that went out have a correction that waits."""
        names = {close.month for close in (told.close, *told.to_date)}
        names |= {entry.close.month for entry in self._before}
        return sum(self._editions.waits(name) for name in names if name <= told.close.month)

    def _restated(self, families: frozenset[Family]) -> tuple[Restated, ...]:
        """Return the corrections of earlier months that these readers do not have yet."""
        asked = self._asked
        printed = printed_months(self._kept, asked.profile, asked.scope)
        found = []
        for month, (before, had) in sorted(printed.items()):
            after = self._editions.of(month)
            if month < self._close.month and after is not None and after != before:
                found.append(Restated(before, after, had & families))
        return tuple(found)


def _entries(
    told: Told,
    families: frozenset[Family],
    restated: Sequence[Restated],
    quarter: Sequence[Close],
    places: Sequence[Scope],
) -> dict[Entry, frozenset[Family]]:
    """Return the months that the figures of a report are made of."""
    scope = told.scope
    own: dict[Entry, frozenset[Family]] = {}

    def add(scope: Scope, close: Close, needed: frozenset[Family]) -> None:
        entry = Entry(scope, close)
        own[entry] = own.get(entry, frozenset()) | needed

    for close in {told.close, *told.to_date}:
        add(scope, close, families & {Family.ACTIVITY, Family.PLACES})
    for first in (False, True):
        split = frozenset(f for f in families if f in SPLITS and is_about_first(f) == first)
        blocks = [told.month] if told.months[first] else []
        for block in (*blocks, *told.blocks[first]):
            if len(block.closes) == 1:
                add(scope, block.closes[0], split)
    for each in restated:
        add(scope, each.before, each.families)
        add(scope, each.after, each.families)
    for close in quarter:
        for each_scope in (PROJECT, *places):
            add(each_scope, close, frozenset({Family.GROUPS}))
    return own


def _merged(one: Entries, other: Entries) -> dict[Entry, frozenset[Family]]:
    return {
        entry: one.get(entry, frozenset()) | other.get(entry, frozenset())
        for entry in (*one, *other)
    }


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
