"""What a calendar may still show although the plan has lost it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.calendar_history import PlanHistory
from app.models.plan import PlanStatus, read_plan
from app.models.plan_gone import gone_visits, moved_out
from app.models.planning import assign_visit, move_visit
from app.models.types import RecordId
from tests.planned import NOVEMBER, Planned, planned


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Planned]:
    with planned(tmp_path) as made:
        yield made


def gone(plan: Planned, *, counsellors: tuple[RecordId, ...] = ()) -> list[date]:
    present = (
        *read_plan(plan.store, *NOVEMBER, counsellor_ids=counsellors),
        *moved_out(plan.store, *NOVEMBER, counsellor_ids=counsellors),
    )
    found = gone_visits(
        plan.store,
        PlanHistory(plan.store),
        *NOVEMBER,
        present={visit.id for visit in present},
        counsellor_ids=counsellors,
    )
    assert all(visit.status is PlanStatus.CANCELLED for visit in found)
    return [visit.day for visit in found]


def overnight(plan: Planned) -> None:
    plan.clock.now += timedelta(days=1)


def test_a_plan_that_only_grew_has_lost_nothing(plan: Planned) -> None:
    plan.busy_month()
    overnight(plan)
    assert gone(plan) == []


def test_another_weekday_leaves_the_old_one_behind_after_a_night(plan: Planned) -> None:
    rules = plan.store.presence_rules
    changed = rules.change(replace(plan.fridays, weekdays=(4,)))
    assert gone(plan) == []
    overnight(plan)
    rules.change(replace(changed, weekdays=(3,)))
    assert gone(plan) == [date(2026, 11, day) for day in (5, 12, 19, 26)]


def test_a_rule_that_is_deleted_leaves_all_its_visits_behind(plan: Planned) -> None:
    overnight(plan)
    with plan.store.atomic() as deleting:
        plan.store.presence_rules.delete(plan.fridays.id)
    assert gone(plan) == [date(2026, 11, day) for day in (6, 13, 20, 27)]
    plan.store.undo(deleting)
    assert gone(plan) == []


def test_what_is_moved_out_of_the_period_is_not_gone(plan: Planned) -> None:
    move_visit(plan.store, plan.friday(27), date(2026, 12, 1))
    assert gone(plan) == []
    [visit] = moved_out(plan.store, *NOVEMBER)
    assert (visit.id, visit.day) == (plan.friday(27), date(2026, 12, 1))
    move_visit(plan.store, plan.friday(27), date(2026, 11, 30))
    assert moved_out(plan.store, *NOVEMBER) == ()


def test_what_came_from_elsewhere_and_went_on_is_told_of_after_a_night(plan: Planned) -> None:
    october = plan.friday(30, month=10)
    move_visit(plan.store, october, date(2026, 11, 4))
    move_visit(plan.store, october, date(2026, 12, 1))
    assert moved_out(plan.store, *NOVEMBER) == (), "nobody had it in November yet"
    move_visit(plan.store, october, date(2026, 11, 4))
    overnight(plan)
    move_visit(plan.store, october, date(2026, 12, 1))
    [visit] = moved_out(plan.store, *NOVEMBER)
    assert (visit.id, visit.day) == (october, date(2026, 12, 1))
    assert moved_out(plan.store, *NOVEMBER, counsellor_ids=(plan.jb,)) == ()
    assert moved_out(plan.store, *NOVEMBER, workplace_ids=(plan.aero.id,)) == ()


def test_what_another_takes_over_is_gone_for_the_first_only(plan: Planned) -> None:
    assign_visit(plan.store, plan.friday(20), (plan.jb,))
    assert gone(plan) == []
    assert gone(plan, counsellors=(plan.km,)) == [date(2026, 11, 20)]
    assert gone(plan, counsellors=(plan.jb,)) == []
