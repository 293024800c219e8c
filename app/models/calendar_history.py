"""How often every visit and activity of the plan has changed, read from the audit trail.

A calendar takes over an event that it has already when its number is higher. The number is the
count of the steps in the trail that changed what the plan shows of it: it follows from the store
alone, and it never falls, because undoing adds to the trail too.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

import msgspec

from app.models.holidays_dk import danish_holidays
from app.models.plan import PlannedVisit
from app.models.plan_types import Activity, ClosingDays, PresenceRule
from app.models.recurrence import has_occurrence, place_on
from app.models.repository import Repository
from app.models.types import Record, RecordId

if TYPE_CHECKING:
    from app.models.store import Store

R = TypeVar("R", bound=Record)

_HOLIDAY_SETTINGS = ("holidays", "holiday_kinds")


class Revision(NamedTuple):
    """How often something has changed since it was made, and the stamp of the last time."""

    number: int
    at: str


class Step(NamedTuple, Generic[R]):
    """One row of the trail: a record before and after it, None where there was none."""

    at: str
    before: R | None
    after: R | None


class PlanHistory:
    """The steps that made the plan what it is."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self.series: dict[RecordId, list[Step[PresenceRule]]] = {}
        for step in read_steps(store, store.presence_rules):
            rule = step.after or step.before
            if rule is not None:
                self.series.setdefault(rule.series_id, []).append(step)
        self._closings = _by_place(read_steps(store, store.closing_days))
        self._holiday_choices = _stamps_of(store, "setting", _HOLIDAY_SETTINGS)

    @property
    def holidays_never_changed(self) -> bool:
        """Whether what is done on holidays has been the same since the project began."""
        return not self._holiday_choices

    def arranged(self, ids: Sequence[RecordId]) -> frozenset[RecordId]:
        """Return those visits of which anything was ever stored, also if that was undone."""
        return frozenset(_counted(self._store, ids))

    def of_visits(self, visits: Sequence[PlannedVisit]) -> dict[RecordId, Revision]:
        """Return the revision of every visit of the plan, by id."""
        own = _counted(self._store, [visit.id for visit in visits])
        return {visit.id: self._of_visit(visit, own.get(visit.id, [])) for visit in visits}

    def of_activities(self, activities: Sequence[Activity]) -> dict[RecordId, Revision]:
        """Return the revision of every activity, by id."""
        own = _counted(self._store, [activity.id for activity in activities])
        return {
            activity.id: _revision(own.get(activity.id, []), activity.changed_at)
            for activity in activities
        }

    def _of_visit(self, visit: PlannedVisit, own: list[str]) -> Revision:
        stamps = list(own)
        if visit.series_id is not None and visit.occurrence is not None:
            day = visit.occurrence
            steps = self.series.get(visit.series_id, [])
            stamps += [
                step.at for step in steps if _shown(step.before, day) != _shown(step.after, day)
            ]
            stamps += self._closed_or_opened(visit.workplace_id, day)
            if day in danish_holidays():
                stamps += self._holiday_choices
        return _revision(stamps, visit.visit.changed_at if visit.visit else "")

    def _closed_or_opened(self, workplace_id: RecordId, day: date) -> Iterable[str]:
        for place in (None, workplace_id):
            for step in self._closings.get(place, ()):
                if _closes(step.before, place, day) != _closes(step.after, place, day):
                    yield step.at


def read_steps(
    store: "Store", repository: Repository[R], *, deleted_only: bool = False
) -> Iterable[Step[R]]:
    """Yield the steps of all records of one kind, or only their deletions, in order."""
    wanted = "AND action = 'delete'" if deleted_only else ""
    rows = store.database.execute(
        f"SELECT at, before, after FROM audit WHERE kind = ? {wanted} ORDER BY seq",
        (repository.kind,),
    )
    for at, before, after in rows.fetchall():
        yield Step(
            at,
            None if before is None else repository.decode(before),
            None if after is None else repository.decode(after),
        )


def _by_place(
    steps: Iterable[Step[ClosingDays]],
) -> Mapping[RecordId | None, list[Step[ClosingDays]]]:
    found: dict[RecordId | None, list[Step[ClosingDays]]] = {}
    for step in steps:
        for place in {days.workplace_id for days in (step.before, step.after) if days is not None}:
            found.setdefault(place, []).append(step)
    return found


def _shown(rule: PresenceRule | None, day: date) -> tuple[object, ...] | None:
    """Return all that a version of a rule lets the plan show on a day, None for nothing."""
    if rule is None or not has_occurrence(rule, day):
        return None
    where = place_on(rule, day)
    return (rule.workplace_id, rule.time, rule.minutes, rule.shift, where, rule.counsellor_ids)


def _closes(days: ClosingDays | None, place: RecordId | None, day: date) -> bool:
    return days is not None and days.workplace_id == place and days.first_on <= day <= days.last_on


def _stamps_of(store: "Store", kind: str, names: Collection[str]) -> list[str]:
    rows = store.database.execute("SELECT record_id, at FROM audit WHERE kind = ?", (kind,))
    return [at for name, at in rows.fetchall() if name in names]


def _counted(store: "Store", ids: Sequence[RecordId]) -> dict[RecordId, list[str]]:
    """Return the stamps of the steps of single records."""
    rows = store.database.execute(
        "SELECT record_id, at FROM audit WHERE record_id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(ids).decode(),),
    )
    found: dict[RecordId, list[str]] = {}
    for record_id, at in rows.fetchall():
        found.setdefault(record_id, []).append(at)
    return found


def _revision(stamps: Sequence[str], otherwise: str) -> Revision:
    return Revision(max(0, len(stamps) - 1), max(stamps, default=otherwise))
