"""The plan of the working day: what is still to be held, what was cancelled, the activities."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from app.models.clock import local_today
from app.models.plan import PlannedVisit, PlanStatus, read_plan
from app.models.plan_types import Activity, PresenceRule
from app.models.plan_words import rhythm_words
from app.models.planning import start_visit
from app.models.types import RecordId, Shift, Visit
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_BEGUN = (PlanStatus.RUNNING, PlanStatus.HELD)
_NO_RHYTHM = Text("", "")


class DayVisit(msgspec.Struct, frozen=True):
    """A visit of the day that has not begun, and how often its rule has it ("hver 2. uge").

    ``remark`` is that of the workplace; the visit has one of its own.
    """

    visit: PlannedVisit
    rhythm: Text
    remark: str = ""


class DayPlan(msgspec.Struct, frozen=True):
    """What the plan has on a day beside the visits that have begun, in order.

    ``mine`` and ``my_activities`` are those of the counsellor who uses this installation;
    ``others`` and ``other_activities`` those of everybody else.
    """

    mine: tuple[DayVisit, ...] = ()
    others: tuple[DayVisit, ...] = ()
    my_activities: tuple[Activity, ...] = ()
    other_activities: tuple[Activity, ...] = ()

    @property
    def has_any(self) -> bool:
        """Whether there is anything at all."""
        return bool(self.mine or self.others or self.my_activities or self.other_activities)

    @property
    def to_come(self) -> int:
        """How many of my visits are still to be held."""
        return sum(each.visit.is_open for each in self.mine)

    def planned_at(self, workplace_id: str) -> PlannedVisit | None:
        """Return the first of my visits at a workplace that is still to be held, or None."""
        return _first_open(self.mine, workplace_id)


def read_day_plan(store: "Store") -> DayPlan:
    """Return what the plan has today; a visit of last night that ends today belongs to it."""
    today, me = local_today(store.clock), store.settings.counsellor_id
    mine: list[DayVisit] = []
    others: list[DayVisit] = []
    for visit in read_plan(store, today - timedelta(days=1), today):
        if visit.status in _BEGUN or not _is_of(visit, today):
            continue
        remark = store.workplaces.get(visit.workplace_id).remark
        found = DayVisit(visit, _rhythm(store, visit), remark)
        (mine if me in visit.counsellor_ids else others).append(found)
    activities = store.activities.between(today, today)
    return DayPlan(
        mine=tuple(mine),
        others=tuple(others),
        my_activities=tuple(each for each in activities if me in each.counsellor_ids),
        other_activities=tuple(each for each in activities if me not in each.counsellor_ids),
    )


def start_at(store: "Store", workplace_id: RecordId, shift: Shift, place: str) -> Visit:
    """Start a visit at a workplace now: the one that is planned there today, else one of its own.

    ``shift`` and ``place`` are where it really is; they stand in the visit also where the plan
    had others.

    Raises:
        UserError: another visit of the counsellor is running.
    """
    planned = read_day_plan(store).planned_at(workplace_id)
    if planned is None:
        return store.visits.start(workplace_id, shift=shift, place=place)
    with store.atomic():
        visit = start_visit(store, planned.id)
        if (visit.shift, visit.place) == (shift, place):
            return visit
        return store.visits.change(replace(visit, shift=shift, place=place))


def _first_open(visits: tuple[DayVisit, ...], workplace_id: str) -> PlannedVisit | None:
    found = (each.visit for each in visits if each.visit.workplace_id == workplace_id)
    return next((visit for visit in found if visit.is_open), None)


def _is_of(visit: PlannedVisit, today: date) -> bool:
    return visit.day == today or (visit.is_open and visit.end.date() == today)


def _rhythm(store: "Store", visit: PlannedVisit) -> Text:
    rule: PresenceRule | None = (
        None if visit.rule_id is None else store.presence_rules.find(visit.rule_id)
    )
    return _NO_RHYTHM if rule is None else rhythm_words(rule.every_weeks)
