"""The lived-in weeks of the demo project: what became of its plan up to yesterday, and who came."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from app.models import planning
from app.models.closures import read_closures
from app.models.demo_contacts import Contacts
from app.models.demo_plan import FIRST_BEGUN, plan_weeks
from app.models.demo_promises import make_more_promises
from app.models.demo_referrals import refer_recent
from app.models.demo_visits import Rhythm
from app.models.plan import PlannedVisit, PlanStatus, read_plan
from app.models.store import Store
from app.models.types import Shift

WEEKS = 14
"""How long ago the first of it took place."""

_PLANNED_WEEKS = 10
_WORKDAYS = 5
_CALLS_PER_DAY = 0.3
_DAY = timedelta(days=1)

_MANY = 3
"""How many come to each visit where the plan suggests more of them."""

_LEFT_ALONE = "TIM"
"""Where every visit but the first was cancelled, so that nobody has been there for long."""

_EVERY, _SICK, _AWAY = 16, 6, 12
"""Of so many visits, the one that is cancelled and the one that is moved."""

_MOVED_TO = "11:30"
_ON_LEAVE = "Leder på ferie"


def live_recent_weeks(store: Store, rhythms: Sequence[Rhythm], today: date) -> None:
    """Plan and live the weeks up to ``today``; the same day gives the same weeks.

    Nothing has happened yet today, and whoever opens the project has one visit to tell of.
    """
    first, yesterday = today - timedelta(weeks=WEEKS), today - _DAY
    plan_weeks(store, rhythms, today, begun=(first, today - timedelta(weeks=_PLANNED_WEEKS)))
    _arrange_past(store, read_plan(store, first, yesterday), today)
    _arrange_ahead(store, today)
    contacts = Contacts(store, today)
    due = [visit for visit in read_plan(store, first, yesterday) if visit.is_open]
    me = store.settings.counsellor_id
    *_, untold = (visit for visit in _usual(due) if me in visit.counsellor_ids)
    for number in range((today - first).days + 1):
        day = first + number * _DAY
        for visit in due:
            if visit.day == day and visit is not untold:
                _hold(store, visit, contacts)
        if day.weekday() < _WORKDAYS and contacts.random.random() < _CALLS_PER_DAY:
            contacts.phone_call(day)
    contacts.keep_promises()
    make_more_promises(store, today)
    refer_recent(store, first, today)


def _hold(store: Store, visit: PlannedVisit, contacts: Contacts) -> None:
    ended = visit.end + timedelta(minutes=contacts.random.choice((0, 0, 5, 10)))
    planning.hold_visit(store, visit.id, visit.start, ended)
    contacts.at_visit(visit, _how_many(visit, contacts))


def _how_many(visit: PlannedVisit, contacts: Contacts) -> int:
    if visit.shift is Shift.NIGHT:
        return 0
    if visit.code == FIRST_BEGUN:
        return _MANY
    return contacts.random.choices((0, 1, 2, 3), (4, 5, 3, 1))[0]


def _arrange_past(store: Store, plan: Iterable[PlannedVisit], today: date) -> None:
    """Cancel and move some of the visits that have been."""
    plan = [visit for visit in plan if visit.is_open]
    for visit in [visit for visit in plan if visit.code == _LEFT_ALONE][1:]:
        planning.cancel_visit(store, visit.id, _ON_LEAVE)
    for number, visit in enumerate(_usual(plan)):
        if number % _EVERY == _SICK:
            planning.cancel_visit(store, visit.id, "Sygdom")
        elif number % _EVERY == _AWAY and _next_open_day(store, visit) < today:
            _move(store, visit)


def _arrange_ahead(store: Store, today: date) -> None:
    """Move the next visit of the other counsellor, and cancel the one after it."""
    ahead = _usual(read_plan(store, today + _DAY, today + timedelta(weeks=3)))
    me = store.settings.counsellor_id
    moved, cancelled, *_ = (visit for visit in ahead if me not in visit.counsellor_ids)
    _move(store, moved)
    planning.cancel_visit(store, cancelled.id, _ON_LEAVE)


def _move(store: Store, visit: PlannedVisit) -> None:
    day = _next_open_day(store, visit)
    planning.move_visit(store, visit.id, day, time=_MOVED_TO, reason="Kursus")


def _usual(plan: Iterable[PlannedVisit]) -> Iterator[PlannedVisit]:
    """Yield the planned visits by day at which nothing special is to be seen."""
    for visit in plan:
        by_day = visit.shift in (Shift.NONE, Shift.DAY)
        planned = visit.status is PlanStatus.PLANNED
        if planned and by_day and visit.code not in (FIRST_BEGUN, _LEFT_ALONE):
            yield visit


def _next_open_day(store: Store, visit: PlannedVisit) -> date:
    closures = read_closures(store, visit.day, visit.day)
    return closures.next_open_day(visit.day, visit.workplace_id) or visit.day
