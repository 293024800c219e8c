"""The demo project has a plan that is in use, on whatever day it is opened."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from app.models.closures import read_closures
from app.models.conflicts import find_conflicts
from app.models.demo import build_demo
from app.models.demo_recent import WEEKS
from app.models.holidays_dk import HolidayKind, danish_holidays
from app.models.plan import PlannedVisit, PlanStatus, read_plan
from app.models.plan_advice import suggestions, unvisited
from app.models.plan_types import ActivityStatus
from app.models.store import Store
from app.models.types import Shift
from app.paths import Paths
from tests.stores import CHEAP, standing_clock

AHEAD, BACK = timedelta(weeks=6), timedelta(weeks=WEEKS)
YESTERDAY = timedelta(days=1)
SATURDAY = 5

Demo = tuple[Store, date]


def built(folder: Path, today: date) -> Store:
    clock = standing_clock(datetime.combine(today, time(8), UTC))
    store, _ = build_demo(Paths(folder), clock=clock, recent=True, params=CHEAP)
    return store


@pytest.fixture(
    scope="module",
    params=[
        date(2026, 11, 20),
        date(2026, 11, 21),
        date(2026, 12, 30),
        date(2027, 3, 30),
        date(2028, 2, 29),
    ],
    ids=["Friday", "Saturday", "Christmas week", "after Easter", "leap day"],
)
def demo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Demo]:
    today: date = request.param
    store = built(tmp_path_factory.mktemp("demo"), today)
    yield store, today
    store.close()


def past(demo: Demo) -> tuple[PlannedVisit, ...]:
    store, today = demo
    return read_plan(store, today - BACK, today - YESTERDAY)


def ahead(demo: Demo) -> tuple[PlannedVisit, ...]:
    store, today = demo
    return read_plan(store, today, today + AHEAD)


def test_every_workplace_with_a_frequency_has_a_rule(demo: Demo) -> None:
    store, today = demo
    covered = {rule.workplace_id for rule in store.presence_rules.in_force(today, today)}
    without = {place.code for place in store.workplaces.all() if place.id not in covered}
    assert without == {"ARLA-KC", "ANDEN-K"}


def test_whoever_opens_it_goes_somewhere_on_every_working_day(demo: Demo) -> None:
    store, today = demo
    mine = {
        visit.day
        for visit in ahead(demo)
        if visit.is_open and store.settings.counsellor_id in visit.counsellor_ids
    }
    days = [today + timedelta(days=number) for number in range(AHEAD.days)]
    holidays = {day for day, each in danish_holidays().items() if each.kind is HolidayKind.PUBLIC}
    free = [day for day in days if day.weekday() < SATURDAY and day not in mine | holidays]
    assert len(free) <= 1, "only the day on which VM Tarm is closed may be without"
    assert today not in free


def test_the_last_weeks_were_held_as_planned_and_one_answer_is_missing(demo: Demo) -> None:
    became = Counter(visit.status for visit in past(demo))
    assert became[PlanStatus.HELD] > 50
    assert became[PlanStatus.CANCELLED] >= 3
    assert became[PlanStatus.SKIPPED] >= 1
    assert became[PlanStatus.PLANNED] == 1
    assert all(visit.rule_id for visit in past(demo))
    assert all(visit.reason for visit in past(demo) if visit.status is PlanStatus.CANCELLED)
    assert any(visit.day != visit.occurrence for visit in past(demo) if visit.contacts)


def test_what_is_to_come_has_a_move_a_cancellation_and_a_closed_day(demo: Demo) -> None:
    to_come = Counter(visit.status for visit in ahead(demo))
    assert (to_come[PlanStatus.MOVED], to_come[PlanStatus.CANCELLED]) == (1, 1)
    assert to_come[PlanStatus.SKIPPED] >= 1


def test_nothing_is_in_the_way_of_anything_else(demo: Demo) -> None:
    store, today = demo
    activities = store.activities.between(today, today + AHEAD)
    assert find_conflicts(store, ahead(demo), activities) == ()


def test_the_figures_suggest_to_stop_the_nights_and_to_come_more_often_elsewhere(
    demo: Demo,
) -> None:
    store, today = demo
    told = {(each.workplace, each.shift): each.text.da for each in suggestions(store, today)}
    assert told["Vestas i Lem", Shift.NIGHT].startswith("0 henvendelser på ")
    assert "Overvej hver uge" in told["Plejecenter Fjordparken", Shift.NONE]
    assert {each.workplace for each in unvisited(store, today)} <= {"Tim Plejehjem og hjemmepleje"}


def test_a_shift_that_nobody_came_to_was_stopped(demo: Demo) -> None:
    store, _ = demo
    (stopped,) = [rule for rule in store.presence_rules.all() if rule.end_reason]
    gpv = store.workplaces.by_code("GPV-TARM")
    assert gpv is not None
    assert stopped.workplace_id == gpv.id
    assert stopped.end_reason == "Stoppet: ingen kom"
    nights = [visit for visit in past(demo) if visit.rule_id == stopped.id]
    assert nights
    assert sum(visit.contacts for visit in nights) == 0


def test_two_addresses_take_turns_at_tarm_hemmet(demo: Demo) -> None:
    of_rule = [visit for visit in (*past(demo), *ahead(demo)) if visit.code == "TARMHEM"]
    addresses = [visit.address for visit in of_rule]
    assert set(addresses) == {"Demotorvet 1, 6880 Tarm", "Demovej 7, 6880 Tarm"}
    assert all(one != other for one, other in pairwise(addresses))


def test_six_activities_with_what_is_known_of_them(demo: Demo) -> None:
    store, today = demo
    activities = store.activities.between(today - BACK, today + AHEAD)
    assert len(activities) == 6
    for each in activities:
        held = each.status is ActivityStatus.HELD
        assert held == (each.participants is not None)
        assert each.topics
        assert each.workplace_ids
        closures = read_closures(store, each.date, each.date)
        assert closures.on(each.date, each.workplace_ids[0]) is None
    (planned,) = [each for each in activities if each.status is ActivityStatus.PLANNED]
    assert timedelta(0) < planned.date - today <= timedelta(days=14)


def test_the_same_day_gives_the_same_plan(tmp_path: Path) -> None:
    seen = []
    today = date(2026, 11, 20)
    for name in ("one", "two"):
        store = built(tmp_path / name, today)
        plan = read_plan(store, today - BACK, today + AHEAD)
        seen.append(
            [(each.code, each.start, each.end, each.status, each.contacts) for each in plan]
        )
        store.close()
    assert seen[0] == seen[1]
