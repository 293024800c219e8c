"""The day's plan, and a visit that starts where one is planned."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.errors import UserError
from app.models.day_plan import read_day_plan, start_at
from app.models.holidays_dk import danish_holidays
from app.models.plan import PlanStatus
from app.models.planning import assign_visit, cancel_visit, start_visit
from app.models.types import Shift, VisitStatus
from tests.planned import Planned, planned

FRIDAY_MORNING = datetime(2026, 11, 20, 7, 30, tzinfo=UTC)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Planned]:
    with planned(tmp_path) as opened:
        opened.clock.now = FRIDAY_MORNING
        yield opened


def test_my_visits_stand_apart_from_those_of_others(plan: Planned) -> None:
    plan.rule(plan.aero, weekdays=(5,), time="08:00", counsellor_ids=(plan.jb,), every_weeks=2)
    day = read_day_plan(plan.store)
    assert [(each.visit.workplace, each.rhythm.da) for each in day.mine] == [
        ("Vestas i Lem", "hver uge")
    ]
    assert day.others == (), "its next Friday is the 27th"
    plan.clock.now = datetime(2026, 11, 27, 7, tzinfo=UTC)
    assert [each.rhythm.en for each in read_day_plan(plan.store).others] == ["every 2nd week"]


def test_what_has_begun_is_not_planned_any_more_and_what_was_cancelled_is_still_there(
    plan: Planned,
) -> None:
    later = plan.rule(plan.aero, weekdays=(5,), time="13:00")
    cancel_visit(plan.store, f"20261120.{later.series_id}", "Sygdom")  # type: ignore[arg-type]
    start_visit(plan.store, plan.friday(20))
    (left,) = read_day_plan(plan.store).mine
    assert (left.visit.status, left.visit.reason) == (PlanStatus.CANCELLED, "Sygdom")


def test_the_night_that_began_yesterday_belongs_to_today_until_it_is_settled(
    plan: Planned,
) -> None:
    plan.clock.now = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # half past midnight on the 25th
    (night,) = read_day_plan(plan.store).mine
    assert (night.visit.day, night.visit.end.date()) == (date(2026, 11, 24), date(2026, 11, 25))
    start_visit(plan.store, night.visit.id)
    assert read_day_plan(plan.store).mine == ()


def test_activities_are_told_apart_too(plan: Planned) -> None:
    plan.busy_month()
    plan.clock.now = datetime(2026, 11, 19, 7, tzinfo=UTC)
    day = read_day_plan(plan.store)
    assert [activity.time for activity in day.my_activities] == ["13:00"]
    assert day.other_activities == ()


def test_where_a_visit_is_planned_today_that_one_starts(plan: Planned) -> None:
    visit = start_at(plan.store, plan.lem.id, Shift.NONE, "Mødelokale 3")
    assert (visit.id, visit.status) == (plan.friday(20), VisitStatus.RUNNING)
    assert (visit.time, visit.minutes, visit.address) == ("09:00", 60, "Fabriksvej 1, Lem")


def test_it_starts_where_it_really_is(plan: Planned) -> None:
    with plan.store.atomic() as change_set:
        visit = start_at(plan.store, plan.lem.id, Shift.DAY, "Kantinen")
    assert (visit.id, visit.shift, visit.place) == (plan.friday(20), Shift.DAY, "Kantinen")
    plan.store.undo(change_set)
    assert plan.store.visits.find(plan.friday(20)) is None


def test_where_only_somebody_else_is_expected_a_visit_of_its_own_starts(plan: Planned) -> None:
    assign_visit(plan.store, plan.friday(20), (plan.jb,))
    visit = start_at(plan.store, plan.lem.id, Shift.NONE, "Kantinen")
    assert (visit.series_id, visit.time) == (None, "")


def test_a_second_visit_does_not_start_beside_the_first(plan: Planned) -> None:
    start_at(plan.store, plan.aero.id, Shift.NONE, "")
    with pytest.raises(UserError):
        start_at(plan.store, plan.lem.id, Shift.NONE, "Kantinen")
    assert plan.store.visits.find(plan.friday(20)) is None


def test_a_project_without_rules_never_reads_the_holidays(plan: Planned) -> None:
    for rule in plan.store.presence_rules.all():
        plan.clock.now = datetime(2026, 10, 1, 7, tzinfo=UTC)
        plan.store.presence_rules.delete(rule.id)
    danish_holidays.cache_clear()
    read_day_plan(plan.store)
    assert danish_holidays.cache_info().misses == 0
