"""What the page of the plan reads from the store, in parts that are needed at different times."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from app.errors import NotFound
from app.models.closures import Closure, read_closures
from app.models.conflicts import PlanConflict, find_conflicts
from app.models.plan import PlannedVisit, find_planned, read_plan
from app.models.plan_types import Activity, PresenceRule
from app.models.promises import Promise, told
from app.models.recurrence import local_end, local_start, occurrence_days
from app.models.sorting import danish_key
from app.models.store import Store
from app.models.types import Counsellor, RecordId
from app.models.visit_ids import visit_id
from app.models.words import address_line

_DAY = timedelta(days=1)
_FEW = 2
"""With so few counsellors, everybody's visits are shown at first."""

_FURTHEST = timedelta(days=366)
"""How far the visit before and after another one is looked for."""


class Wanted(msgspec.Struct, frozen=True):
    """The days that are shown, and the filters; an empty id filters nothing.

    ``counsellor_id`` None is what is usual: everybody in a small project, else the one in use.
    """

    first: date
    last: date
    counsellor_id: RecordId | None = None
    workplace_id: RecordId = RecordId("")


class PlanData(msgspec.Struct, frozen=True):
    """What the grid shows: the visits and activities of the days, and what is wrong with them.

    ``begun`` is False as long as the project has neither a rule nor anything in its plan.
    ``counsellor_id`` is whose visits these are, "" for everybody's.
    """

    visits: tuple[PlannedVisit, ...] = ()
    activities: tuple[Activity, ...] = ()
    conflicts: tuple[PlanConflict, ...] = ()
    closures: tuple[Closure, ...] = ()
    counsellors: tuple[Counsellor, ...] = ()
    counsellor_id: RecordId = RecordId("")
    begun: bool = True

    def visit(self, key: str) -> PlannedVisit | None:
        """Return the visit with an id, or None where the days have none such."""
        return next((visit for visit in self.visits if visit.id == key), None)

    def activity(self, key: str) -> Activity | None:
        """Return the activity with an id, or None."""
        return next((each for each in self.activities if each.id == key), None)


class PlanPlace(NamedTuple):
    """A workplace that can be filtered by and planned for; ``room`` is its usual one."""

    id: RecordId
    name: str
    code: str
    room: str = ""
    addresses: tuple[str, ...] = ()


class PlanChoices(msgspec.Struct, frozen=True):
    """What can be chosen in the forms: the workplaces by name, and who is there.

    ``me`` is the counsellor in use.
    """

    places: tuple[PlanPlace, ...] = ()
    counsellors: tuple[Counsellor, ...] = ()
    me: RecordId = RecordId("")

    def names(self) -> dict[RecordId, str]:
        """Return the names of the workplaces and counsellors by id."""
        of_places = {place.id: place.name for place in self.places}
        return of_places | {counsellor.id: counsellor.name for counsellor in self.counsellors}


class VisitDetails(msgspec.Struct, frozen=True):
    """One visit with its rule, the visits of the same rule around it, and what was promised."""

    visit: PlannedVisit
    rule: PresenceRule | None
    before: PlannedVisit | None
    after: PlannedVisit | None
    names: dict[RecordId, str]
    promises: tuple[Promise, ...] = ()


def read_page(store: Store, wanted: Wanted) -> PlanData:
    """Read the days; conflicts are looked for before filtering, and told of what is shown."""
    counsellors = store.counsellors.all()
    who = wanted.counsellor_id
    if who is None:
        active = sum(each.active for each in counsellors)
        who = store.settings.counsellor_id if active > _FEW else RecordId("")
        wanted = replace(wanted, counsellor_id=who)
    # The night before reaches into the first column.
    plan = read_plan(store, wanted.first - _DAY, wanted.last)
    activities = store.activities.between(wanted.first - _DAY, wanted.last)
    visits = tuple(visit for visit in plan if _is_wanted(wanted, visit))
    shown = {visit.id for visit in visits}
    conflicts = find_conflicts(store, plan, activities)
    return PlanData(
        visits=visits,
        activities=tuple(each for each in activities if _has_wanted(wanted, each)),
        conflicts=tuple(each for each in conflicts if not shown.isdisjoint(each.visits)),
        closures=read_closures(store, wanted.first, wanted.last).everywhere(),
        counsellors=counsellors,
        counsellor_id=who,
        begun=bool(plan or activities or store.presence_rules.all()),
    )


def read_choices(store: Store) -> PlanChoices:
    """Read what the forms offer."""
    places = sorted(store.workplaces.all(), key=lambda place: danish_key(place.name))
    return PlanChoices(
        places=tuple(
            PlanPlace(
                place.id,
                place.name,
                place.code,
                place.place,
                tuple(address_line(address) for address in place.addresses),
            )
            for place in places
        ),
        counsellors=store.counsellors.all(),
        me=store.settings.counsellor_id,
    )


def read_details(store: Store, key: str) -> VisitDetails | None:
    """Read one visit and what belongs to it; None when it is no longer in the plan."""
    try:
        visit = find_planned(store, RecordId(key))
    except NotFound:
        return None
    rule = None if visit.rule_id is None else store.presence_rules.find(visit.rule_id)
    days = _days_around(store, visit)
    return VisitDetails(
        visit=visit,
        rule=rule,
        before=_planned(store, visit, days[0]),
        after=_planned(store, visit, days[1]),
        names={each.id: each.name for each in store.counsellors.all()},
        promises=told(store, store.followups.of_visit(visit.id)),
    )


def _days_around(store: Store, visit: PlannedVisit) -> tuple[date | None, date | None]:
    """Return the days on which the rule has its visit before and after this one."""
    here = visit.occurrence
    if visit.series_id is None or here is None:
        return None, None
    versions = store.presence_rules.of_series(visit.series_id)
    before = _days(versions, here - _FURTHEST, here - _DAY)
    after = _days(versions, here + _DAY, here + _FURTHEST)
    return max(before, default=None), min(after, default=None)


def _days(versions: Iterable[PresenceRule], first: date, last: date) -> list[date]:
    return [day for rule in versions for day in occurrence_days(rule, first, last)]


def _planned(store: Store, visit: PlannedVisit, day: date | None) -> PlannedVisit | None:
    if day is None or visit.series_id is None:
        return None
    try:
        return find_planned(store, visit_id(visit.series_id, day))
    except NotFound:
        return None


def _is_wanted(wanted: Wanted, visit: PlannedVisit) -> bool:
    if wanted.counsellor_id and wanted.counsellor_id not in visit.counsellor_ids:
        return False
    if wanted.workplace_id and wanted.workplace_id != visit.workplace_id:
        return False
    return visit.day >= wanted.first or visit.end.date() >= wanted.first


def _has_wanted(wanted: Wanted, activity: Activity) -> bool:
    if wanted.counsellor_id and wanted.counsellor_id not in activity.counsellor_ids:
        return False
    if wanted.workplace_id and wanted.workplace_id not in activity.workplace_ids:
        return False
    return activity.date >= wanted.first or _activity_end(activity) >= wanted.first


def _activity_end(activity: Activity) -> date:
    """Return the local day on which an activity ends."""
    return local_end(local_start(activity.date, activity.time), activity.minutes).date()
