"""What the plan of a period once showed: a calendar file tells that it is cancelled, or where it went.

Only what stood overnight is told of. What was corrected or taken back on the day on which it was
written had hardly been given to a calendar, and a mistyped weekday or an import that was undone
would otherwise fill calendars with cancelled visits.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from app.models.calendar_history import PlanHistory, read_steps
from app.models.clock import from_stamp, local
from app.models.closures import read_closures
from app.models.plan import PlannedVisit, PlanStatus, find_planned, visit_times
from app.models.plan_types import Activity, ActivityStatus, PresenceRule
from app.models.recurrence import local_end, local_start, occurrence_days, place_on
from app.models.repository import Repository
from app.models.types import Record, RecordId, Visit
from app.models.visit_ids import visit_id

if TYPE_CHECKING:
    from app.models.store import Store

R = TypeVar("R", bound=Record)


def gone_visits(
    store: "Store",
    history: PlanHistory,
    first: date,
    last: date,
    *,
    present: Collection[RecordId],
    workplace_ids: Collection[RecordId] = (),
    counsellor_ids: Collection[RecordId] = (),
) -> tuple[PlannedVisit, ...]:
    """Return, as cancelled, the visits from ``first`` to ``last`` that the plan has lost.

    ``present`` are the ids that a file with the same choice of workplaces and counsellors has now;
    what another counsellor has taken over is gone from a file of the first one alone.
    """
    places, people = frozenset(workplace_ids), frozenset(counsellor_ids)
    names = _Names(store)
    found: dict[RecordId, PlannedVisit] = {}
    for visit in (
        *_of_rules(store, history, first, last, names),
        *_of_visits(store, first, last, names),
    ):
        if _is_chosen(visit, places, people) and visit.id not in present:
            found[visit.id] = visit
    return tuple(sorted(found.values(), key=lambda visit: (visit.start.timestamp(), visit.id)))


def moved_out(
    store: "Store",
    first: date,
    last: date,
    *,
    workplace_ids: Collection[RecordId] = (),
    counsellor_ids: Collection[RecordId] = (),
) -> tuple[PlannedVisit, ...]:
    """Return, as they are planned now, the visits that were moved out of the period.

    A calendar that took them over from an earlier file of the period learns from this where they
    went; another file may be the first to have them.
    """
    places, people = frozenset(workplace_ids), frozenset(counsellor_ids)
    by_rule = {visit.id for visit in store.visits.around(first, last)}
    found = (
        find_planned(store, record_id)
        for record_id in by_rule | _dated_before(store, store.visits, first, last)
        if _is_outside(store.visits.find(record_id), first, last)
    )
    chosen = (visit for visit in found if _is_chosen(visit, places, people))
    return tuple(sorted(chosen, key=lambda visit: (visit.start.timestamp(), visit.id)))


def moved_out_activities(store: "Store", first: date, last: date) -> tuple[Activity, ...]:
    """Return, as they are planned now, the activities that were moved out of the period."""
    found = map(store.activities.find, sorted(_dated_before(store, store.activities, first, last)))
    return tuple(each for each in found if each is not None and _is_outside(each, first, last))


def _is_outside(record: Visit | Activity | None, first: date, last: date) -> bool:
    return record is not None and not first <= record.date <= last


def _dated_before(
    store: "Store", repository: Repository[R], first: date, last: date
) -> set[RecordId]:
    """Return the ids of what stood on a day of the period overnight, and was changed."""
    steps = store.database.execute(
        "SELECT record_id, at, before ->> 'changed_at' FROM audit WHERE kind = ?"
        " AND action = 'update' AND before ->> 'date' BETWEEN ? AND ?",
        (repository.kind, first.isoformat(), last.isoformat()),
    )
    return {record for record, at, since in steps if _local_day(since) < _local_day(at)}


def _is_chosen(
    visit: PlannedVisit, places: frozenset[RecordId], people: frozenset[RecordId]
) -> bool:
    return (not places or visit.workplace_id in places) and (
        not people or not people.isdisjoint(visit.counsellor_ids)
    )


def gone_activities(store: "Store", first: date, last: date) -> tuple[Activity, ...]:
    """Return, as cancelled, the activities from ``first`` to ``last`` that were deleted."""
    return tuple(
        replace(activity, status=ActivityStatus.CANCELLED)
        for activity in _deleted(store, store.activities)
        if first <= activity.date <= last and store.activities.find(activity.id) is None
    )


def _deleted(store: "Store", repository: Repository[R]) -> Iterator[R]:
    """Yield the records that were deleted after the day on which they were made."""
    for step in read_steps(store, repository, deleted_only=True):
        record = step.before
        if record is not None and _local_day(record.created_at) < _local_day(step.at):
            yield record


class _Names:
    """The words for what is gone; what was at a workplace that is deleted too has none."""

    def __init__(self, store: "Store") -> None:
        self.places = {place.id: place for place in store.workplaces.all()}
        self._initials = {who.id: who.initials for who in store.counsellors.all()}

    def of(self, counsellors: Sequence[RecordId]) -> tuple[str, ...]:
        """Return the initials of those counsellors who are still there."""
        return tuple(self._initials[who] for who in counsellors if who in self._initials)


def _of_rules(
    store: "Store", history: PlanHistory, first: date, last: date, names: _Names
) -> Iterator[PlannedVisit]:
    """Yield what the versions of rules brought that were in force, the newest last."""
    closures = read_closures(store, first, last)
    for steps in history.series.values():
        stood = [step.before for step in steps if _stood_overnight(step.before, step.at)]
        for rule in (*stood, steps[-1].after):
            if rule is None or rule.workplace_id not in names.places:
                continue
            for day in occurrence_days(rule, first, last):
                closure = closures.on(day, rule.workplace_id)
                known_from_the_start = closure is not None and closure.holiday
                if not (known_from_the_start and history.holidays_never_changed):
                    yield _from_rule(rule, day, names)


def _stood_overnight(rule: PresenceRule | None, until: str) -> bool:
    return rule is not None and _local_day(rule.changed_at) < _local_day(until)


def _local_day(at: str) -> date:
    return local(from_stamp(at)).date()


def _of_visits(store: "Store", first: date, last: date, names: _Names) -> Iterator[PlannedVisit]:
    """Yield the stored visits that were deleted."""
    for visit in _deleted(store, store.visits):
        if first <= visit.date <= last and visit.workplace_id in names.places:
            yield _from_visit(visit, names)


def _from_rule(rule: PresenceRule, day: date, names: _Names) -> PlannedVisit:
    place, where = names.places[rule.workplace_id], place_on(rule, day)
    start = local_start(day, rule.time)
    return PlannedVisit(
        id=visit_id(rule.series_id, day),
        status=PlanStatus.CANCELLED,
        workplace_id=rule.workplace_id,
        code=place.code,
        workplace=place.name,
        start=start,
        end=local_end(start, rule.minutes),
        shift=rule.shift,
        room=where.room,
        address=where.address,
        counsellor_ids=rule.counsellor_ids,
        counsellors=names.of(rule.counsellor_ids),
        series_id=rule.series_id,
        occurrence=day,
    )


def _from_visit(visit: Visit, names: _Names) -> PlannedVisit:
    place = names.places[visit.workplace_id]
    start, end = visit_times(visit)
    who = (visit.counsellor_id, *visit.also)
    return PlannedVisit(
        id=visit.id,
        status=PlanStatus.CANCELLED,
        workplace_id=visit.workplace_id,
        code=place.code,
        workplace=place.name,
        start=start,
        end=end,
        shift=visit.shift,
        room=visit.place,
        address=visit.address,
        counsellor_ids=who,
        counsellors=names.of(who),
        series_id=visit.series_id,
        occurrence=visit.occurrence,
    )
