"""The plan of a period as rows: read once, in order, for every kind of file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from app.errors import NotFound
from app.export.plan_rows import PlanRow, activity_row, visit_row
from app.models.calendar_history import PlanHistory, Revision
from app.models.clock import local_today
from app.models.conflicts import conflicts_between
from app.models.periods import Period
from app.models.plan import PlannedVisit, PlanStatus, read_plan
from app.models.plan_gone import (
    gone_activities,
    gone_visits,
    moved_out,
    moved_out_activities,
)
from app.models.plan_types import Activity
from app.models.store import Store
from app.models.types import Counsellor, RecordId, Workplace
from app.texts import Language, Text

CALENDAR = "ics"
"""The format that also says what has changed."""

LINES = "text"
"""The format that also says what does not fit together."""


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What shall be written: the days from ``first`` to ``last``, the formats and the folder.

    ``workplace_codes`` and ``counsellors`` (initials) choose among the visits; none means all.
    """

    first: date
    last: date
    formats: tuple[str, ...]
    out: Path
    workplace_codes: tuple[str, ...] = ()
    counsellors: tuple[str, ...] = ()
    language: Language = "da"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What only a calendar file says: how often things changed, and what was in the period before.

    ``besides`` are rows for what the plan has lost, and for what was moved out of the period.
    ``revisions`` belong to the ids of all rows. ``left_out`` are the ids of visits on holidays,
    which no calendar file ever had.
    """

    revisions: Mapping[RecordId, Revision]
    besides: tuple[PlanRow, ...]
    left_out: frozenset[RecordId]


@dataclass(frozen=True, slots=True)
class PlanSheet:
    """The plan of a period, immutable, so that any thread may render it.

    ``people`` are the counsellors by their initials; ``calendar`` is there when the request has a
    calendar file among its formats, ``conflicts`` when it has lines of text.
    """

    period: Period
    language: Language
    made_on: date
    project: str
    demo: bool
    rows: tuple[PlanRow, ...]
    people: Mapping[str, Counsellor]
    workplace_codes: tuple[str, ...] = ()
    workplace_names: tuple[str, ...] = ()
    counsellors: tuple[str, ...] = ()
    calendar: Calendar | None = None
    conflicts: tuple[Text, ...] = ()

    @property
    def title(self) -> str:
        """The project, what it is, and the period in words."""
        name = Text("Fremmødeplan", "Presence plan").in_language(self.language)
        return f"{self.project} · {name} · {self.period.label.in_language(self.language)}"

    @property
    def chosen(self) -> str:
        """The chosen workplaces and counsellors in words."""
        places = ", ".join(self.workplace_names) or Text("Alle arbejdspladser", "All workplaces")
        words = places if isinstance(places, str) else places.in_language(self.language)
        return " · ".join(part for part in (words, ", ".join(self.counsellors)) if part)


def make_sheet(store: Store, request: PlanRequest, *, with_gone: bool = True) -> PlanSheet:
    """Read the plan of a request; ``with_gone`` lets a calendar file tell what was there before.

    Raises:
        NotFound: a workplace code or a counsellor's initials are unknown.
    """
    workplaces = {place.code: place for place in store.workplaces.all()}
    people = {who.initials: who for who in store.counsellors.all()}
    _require_known(request.workplace_codes, workplaces, _NO_PLACE)
    _require_known(request.counsellors, people, _NO_COUNSELLOR)
    choice = _Choice(
        request.first,
        request.last,
        frozenset(workplaces[code].id for code in request.workplace_codes),
        frozenset(people[initials].id for initials in request.counsellors),
    )
    names = _Names(
        {place.id: place for place in workplaces.values()},
        {who.id: who.initials for who in people.values()},
    )
    visits = _chosen_visits(store, choice)
    activities = _chosen(store.activities.between(request.first, request.last), choice)
    rows = [visit_row(visit) for visit in visits]
    rows += [activity_row(activity, *names) for activity in activities]
    # Visits come in their order already; what begins at the same time keeps it.
    rows.sort(key=lambda row: row.start.timestamp())
    calendar = None
    if CALENDAR in request.formats:
        calendar = _read_calendar(store, choice, names, visits, activities, with_gone=with_gone)
    return PlanSheet(
        period=Period(request.first, request.last),
        language=request.language,
        made_on=local_today(store.clock),
        project=store.settings.project,
        demo=store.settings.demo,
        rows=tuple(rows),
        people=people,
        workplace_codes=request.workplace_codes,
        workplace_names=tuple(workplaces[code].name for code in request.workplace_codes),
        counsellors=request.counsellors,
        calendar=calendar,
        conflicts=_conflicts(store, request, rows) if LINES in request.formats else (),
    )


def _conflicts(store: Store, request: PlanRequest, rows: Sequence[PlanRow]) -> tuple[Text, ...]:
    """Return what does not fit with one of the rows, also where the other was not chosen."""
    shown = {row.id for row in rows}
    found = conflicts_between(store, request.first, request.last)
    return tuple(one.dated for one in found if not shown.isdisjoint(one.visits))


class _Names(NamedTuple):
    places: Mapping[RecordId, Workplace]
    initials: Mapping[RecordId, str]


class _Choice(NamedTuple):
    first: date
    last: date
    places: frozenset[RecordId]
    people: frozenset[RecordId]


def _chosen_visits(store: Store, choice: _Choice) -> tuple[PlannedVisit, ...]:
    return read_plan(
        store,
        choice.first,
        choice.last,
        workplace_ids=choice.places,
        counsellor_ids=choice.people,
    )


def _chosen(activities: Sequence[Activity], choice: _Choice) -> list[Activity]:
    return [
        activity
        for activity in activities
        if (not choice.places or not choice.places.isdisjoint(activity.workplace_ids))
        and (not choice.people or not choice.people.isdisjoint(activity.counsellor_ids))
    ]


def _visits_before(
    store: Store, choice: _Choice, history: PlanHistory, visits: Sequence[PlannedVisit]
) -> tuple[PlannedVisit, ...]:
    """Return what the period had, and has no more: elsewhere now, or cancelled."""
    days, chosen = (choice.first, choice.last), (choice.places, choice.people)
    moved = moved_out(store, *days, workplace_ids=chosen[0], counsellor_ids=chosen[1])
    lost = gone_visits(
        store,
        history,
        *days,
        present={visit.id for visit in (*visits, *moved)},
        workplace_ids=chosen[0],
        counsellor_ids=chosen[1],
    )
    return (*moved, *lost)


def _read_calendar(
    store: Store,
    choice: _Choice,
    names: _Names,
    visits: Sequence[PlannedVisit],
    activities: Sequence[Activity],
    *,
    with_gone: bool,
) -> Calendar:
    history = PlanHistory(store)
    other_visits: tuple[PlannedVisit, ...] = ()
    other_activities: list[Activity] = []
    if with_gone:
        other_visits = _visits_before(store, choice, history, visits)
        other_activities = _chosen(
            (
                *gone_activities(store, choice.first, choice.last),
                *moved_out_activities(store, choice.first, choice.last),
            ),
            choice,
        )
    return Calendar(
        revisions=history.of_visits((*visits, *other_visits))
        | history.of_activities((*activities, *other_activities)),
        besides=(
            *(visit_row(visit) for visit in other_visits),
            *(activity_row(activity, *names) for activity in other_activities),
        ),
        left_out=_never_shown(visits, history),
    )


def _never_shown(visits: Sequence[PlannedVisit], history: PlanHistory) -> frozenset[RecordId]:
    if not history.holidays_never_changed:
        return frozenset()
    on_holidays = [
        visit.id
        for visit in visits
        if visit.status is PlanStatus.SKIPPED
        and visit.closure is not None
        and visit.closure.holiday
    ]
    # What was to be held all the same, and was undone, may stand in a calendar by now.
    return frozenset(on_holidays) - history.arranged(on_holidays)


def _require_known(wanted: Sequence[str], known: Mapping[str, object], why: Text) -> None:
    for name in wanted:
        if name not in known:
            raise NotFound(
                Text("Planen blev ikke skrevet.", "The plan was not written."),
                why.format(name=name),
                Text("Se efter, hvordan det staves.", "Check how it is spelt."),
            )


_NO_PLACE = Text(
    "Der er ingen arbejdsplads med koden »{name}«.", "There is no workplace with the code “{name}”."
)
_NO_COUNSELLOR = Text(
    "Der er ingen vejleder med initialerne »{name}«.",
    "There is no counsellor with the initials “{name}”.",
)
