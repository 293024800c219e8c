"""How a period stands to the closed months: which figures its report prints, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.export.cells import Table
from app.export.close_tables import Restatement
from app.export.differences import Difference, differences
from app.export.labels import Labels
from app.export.tables import report_tables
from app.models.close_types import MonthClose
from app.models.close_words import closed_words
from app.models.frozen import Frozen, FrozenScope, unpack
from app.models.periods import Period, month_name, parse_month
from app.models.sorting import danish_key
from app.models.store import Store
from app.models.types import RecordId
from app.texts import Language, Text

_BESIDE = Text(
    "Talt op af data, som de er nu: kun den enkelte måned og året til dato, for hele projektet, én"
    " arbejdsplads eller én organisation, har lukkede tal.",
    "Counted from the data as they are now: only a single month and the year to date, of the whole"
    " project, one workplace or one organisation, have closed figures.",
)


@dataclass(frozen=True, slots=True)
class Closing:
    """The frozen figures of a period, whoever closed it, and what the data would now give."""

    close: MonthClose
    by: str
    frozen: Frozen
    scope: FrozenScope
    tables: tuple[Table, ...]
    changed: tuple[Difference, ...] = ()

    @property
    def told(self) -> Text:
        """When it was closed or restated, and by whom."""
        return closed_words(self.close, self.by)


def find_closing(
    store: Store, period: Period, codes: Sequence[str], labels: Labels, language: Language
) -> Closing | None:
    """Return the frozen figures of exactly this period and these workplaces, where there are any."""
    found = frozen_scope(store, period, codes)
    if found is None:
        return None
    close, frozen, scope = found
    tables = tables_of(scope, names_then(labels, frozen), language)
    return Closing(close, initials(store, close.counsellor_id), frozen, scope, tables)


def frozen_scope(
    store: Store, period: Period, codes: Sequence[str]
) -> tuple[MonthClose, Frozen, FrozenScope] | None:
    """Return the figures of exactly this period and these workplaces as they were closed, if any."""
    close = _close_of(store, period)
    if close is None:
        return None
    frozen = unpack(close.figures)
    span = frozen.span(period)
    scope = span.scope(codes) if span else None
    return None if scope is None else (close, frozen, scope)


def with_changes(closing: Closing, now: Sequence[Table]) -> Closing:
    """Return a closing with what differs from the tables as the data would give them now."""
    changed = differences(closing.tables, now, lasting=True)
    return replace(closing, changed=changed)


def tables_of(scope: FrozenScope, labels: Labels, language: Language) -> tuple[Table, ...]:
    """Return the tables of frozen figures."""
    return report_tables(scope.told, scope.months, labels, language)


def names_then(labels: Labels, frozen: Frozen) -> Labels:
    """Return names in which the workplaces are called as they were when the month was closed."""
    names = labels.workplaces | {place.code: place.name for place in frozen.places}
    ordered = sorted(names.items(), key=lambda each: danish_key(each[1]))
    return replace(labels, workplaces=dict(ordered))


def restatements(
    store: Store, period: Period, codes: Sequence[str], labels: Labels, language: Language
) -> tuple[Restatement, ...]:
    """Return what the report of a month, or of the year to it, prints as corrections.

    A restatement is printed by the first later month that is closed after it; until there is one,
    by every later month.
    """
    if not _is_closable(period):
        return ()
    month = Period.month(period.last)
    revisions = store.month_closes.all()
    found = []
    for before, after in pairwise(revisions):
        of_one = before.month == after.month
        if of_one and _prints(month, after, revisions):
            found.append(_restatement(store, before, after, codes, labels, language))
    return tuple(each for each in found if each.differences)


def printed_restatements(
    store: Store, month: Period
) -> tuple[tuple[tuple[str, int], tuple[str, int]], ...]:
    """Return the restatements that the reports of a month print: month and revision, old and new."""
    revisions = store.month_closes.all()
    return tuple(
        ((before.month, before.revision), (after.month, after.revision))
        for before, after in pairwise(revisions)
        if before.month == after.month and _prints(month, after, revisions)
    )


def beside_closed(store: Store, period: Period) -> Text | None:
    """Return a warning where a period holds closed months and has no closed figures of its own."""
    first, last = f"{period.first:%Y-%m}", f"{period.last:%Y-%m}"
    closed = any(first <= month <= last for month in store.month_closes.months())
    return _BESIDE if closed else None


def initials(store: Store, counsellor_id: RecordId) -> str:
    """Return the initials of whoever closed a month."""
    return store.counsellors.get(counsellor_id).initials


def _close_of(store: Store, period: Period) -> MonthClose | None:
    if not _is_closable(period):
        return None
    return store.month_closes.current(f"{period.last:%Y-%m}")


def _is_closable(period: Period) -> bool:
    """Tell whether a period is a month, or a year to the end of one."""
    year = Period.year_to_date(period.last)
    return period.whole_months and period in (Period.month(period.last), year)


def _prints(month: Period, restated: MonthClose, revisions: Sequence[MonthClose]) -> bool:
    name = f"{month.first:%Y-%m}"
    if restated.month >= name:
        return False
    # Ids are made of the time, and never the same.
    later = [
        close
        for close in revisions
        if close.revision == 1 and close.month > restated.month and close.id > restated.id
    ]
    if later:
        return min(later, key=lambda close: close.id).month == name
    return all((close.month, close.revision) != (name, 1) for close in revisions)


def _restatement(
    store: Store,
    before: MonthClose,
    after: MonthClose,
    codes: Sequence[str],
    labels: Labels,
    language: Language,
) -> Restatement:
    month = parse_month(after.month)
    told = closed_words(after, initials(store, after.counsellor_id)).in_language(language)
    old, new = (_tables(close, month, codes, labels, language) for close in (before, after))
    changed = differences(old, new) if old and new else ()
    name = month_name(month.first).in_language(language)
    return Restatement(after.month, name, told, changed)


def _tables(
    close: MonthClose, month: Period, codes: Sequence[str], labels: Labels, language: Language
) -> tuple[Table, ...]:
    frozen = unpack(close.figures)
    span = frozen.span(month)
    scope = span.scope(codes) if span else None
    return tables_of(scope, names_then(labels, frozen), language) if scope else ()
