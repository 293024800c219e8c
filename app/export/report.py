"""A report: everything that its renderers need, read from the store once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.export.cells import Table
from app.export.close_tables import CHANGED, RESTATED, changed_table, restated_table
from app.export.closing import (
    Closing,
    beside_closed,
    find_closing,
    names_then,
    restatements,
    with_changes,
)
from app.export.labels import Labels, read_labels
from app.export.tables import report_tables
from app.models.clock import local_today
from app.models.close_words import changed_words
from app.models.over_time import MonthCount, twelve_months
from app.models.periods import Period
from app.models.plan_advice import Suggestion, suggestions
from app.models.store import Store
from app.models.tallies import tally
from app.models.tally_types import Tally
from app.models.team.coverage import Coverage, coverage, coverage_words
from app.models.team.told_by import how_known, known_words, persons_of
from app.texts import Language, Text


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of a period with their names; immutable, so that any thread may render it.

    ``made_on`` is the local day on which the figures were counted. ``closing`` is there where they
    are those of a closed month, ``counted_now`` where they are not although closed months lie in
    the period; ``notes`` say so, and what else must stand beside them. ``demo`` marks what is made
    of the invented data of a demo project. ``suggestions`` for the plan look at the last half year
    whatever the period is, and stand on the screen only. ``covered`` tells at a lead from which laptops
    the figures are.
    """

    period: Period
    language: Language
    made_on: date
    tally: Tally
    months: tuple[MonthCount, ...]
    labels: Labels
    tables: tuple[Table, ...]
    suggestions: tuple[Suggestion, ...] = ()
    demo: bool = False
    closing: Closing | None = None
    counted_now: Text | None = None
    notes: tuple[str, ...] = ()
    covered: Coverage | None = None

    def table(self, key: str) -> Table:
        """Return one of the tables by its key."""
        return next(table for table in self.tables if table.key == key)

    @property
    def corrections(self) -> tuple[Table, ...]:
        """The tables of what was restated, and of what changed since the close, if there is any."""
        return tuple(table for table in self.tables if table.key in (RESTATED, CHANGED))

    @property
    def project(self) -> str:
        """The name of the project."""
        return self.labels.project

    @property
    def title(self) -> str:
        """The project and the period in words."""
        return f"{self.project} · {self.period.label.in_language(self.language)}"

    @property
    def has_plan(self) -> bool:
        """Whether any visit of the period was planned, or skipped."""
        return bool(self.tally.visits.planned or self.tally.visits.skipped)

    @property
    def has_activities(self) -> bool:
        """Whether any activity of the period is known."""
        sums = self.tally.activities.all
        return bool(sums.planned or sums.held or sums.cancelled)

    @property
    def has_referrals(self) -> bool:
        """Whether any referral was made, used or ended in the period."""
        return bool(self.tally.referrals.by_advice)

    @property
    def has_followups(self) -> bool:
        """Whether anything was promised, due, done or left open in the period."""
        tally = self.tally.followups
        return bool(tally.made or tally.due or tally.done or tally.open)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was counted, planned, referred or promised in the period."""
        counted = self.tally.contacts.all or self.tally.visits.held
        others = self.has_plan or self.has_activities or self.has_referrals or self.has_followups
        return not (counted or others)

    @property
    def is_restating(self) -> bool:
        """Whether it tells of months that were restated, which an empty period may do, too."""
        return any(table.key == RESTATED for table in self.tables)

    @property
    def workplace_names(self) -> tuple[str, ...]:
        """The names of the chosen workplaces in Danish order, empty for the whole project."""
        chosen = self.tally.workplaces
        return tuple(name for code, name in self.labels.workplaces.items() if code in chosen)


def make_report(
    store: Store,
    period: Period,
    workplace_codes: Sequence[str] = (),
    *,
    language: Language = "da",
) -> Report:
    """Count and name everything for a period, for the whole project or for some workplaces.

    Raises:
        NotFound: a workplace code is unknown.
    """
    counted = tally(store, period, workplace_codes)
    months = twelve_months(store, period.last, workplace_codes)
    labels = read_labels(store, period.last, language)
    made_on = today = local_today(store.clock)
    chosen = counted.workplaces
    advised = [one for one in suggestions(store, today) if not chosen or one.figures.code in chosen]
    tables = report_tables(counted, months, labels, language)
    restated = restatements(store, period, chosen, labels, language)
    extra = [restated_table(restated, language)] if restated else []
    closing = find_closing(store, period, chosen, labels, language)
    if closing is not None:
        closing = with_changes(closing, tables)
        counted, months, tables = closing.scope.told, closing.scope.months, closing.tables
        labels, made_on = names_then(labels, closing.frozen), closing.close.closed_on
        if closing.changed:
            extra.append(changed_table(closing.changed, language))
    *before, definitions = tables
    counted_now = beside_closed(store, period) if closing is None else None
    until = "" if closing is None else closing.close.created_at
    covered = coverage(store, period, until=until)
    return Report(
        period=period,
        language=language,
        made_on=made_on,
        tally=counted,
        months=months,
        labels=labels,
        tables=(*before, *extra, definitions),
        suggestions=tuple(advised),
        demo=store.settings.demo,
        closing=closing,
        counted_now=counted_now,
        notes=tuple(
            note.in_language(language)
            for note in (*_from_whom(store, covered, period, chosen), *_notes(closing, counted_now))
        ),
        covered=covered,
    )


def _from_whom(
    store: Store, covered: Coverage | None, period: Period, chosen: Sequence[str]
) -> Iterator[Text]:
    """Yield at a lead whose figures these are and what is missing, and how persons are known."""
    if covered is not None:
        yield coverage_words(covered)
        yield known_words(how_known(store, persons_of(store, period, chosen)))


def _notes(closing: Closing | None, counted_now: Text | None) -> Iterator[Text]:
    """Yield what must stand beside the figures about the closed months."""
    if counted_now is not None:
        yield counted_now
    if closing is None:
        return
    yield closing.told
    if closing.changed:
        yield changed_words(len(closing.changed))
