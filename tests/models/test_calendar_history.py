"""How often a visit of the plan changed: every step counts that it shows, and no other."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.calendar_history import PlanHistory, Revision
from app.models.plan import read_plan
from app.models.plan_types import RulePlace
from app.models.planning import cancel_visit
from app.models.types import RecordId
from tests.planned import NOVEMBER, Planned, planned


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Planned]:
    with planned(tmp_path) as made:
        yield made


def revisions(plan: Planned) -> dict[RecordId, Revision]:
    return PlanHistory(plan.store).of_visits(read_plan(plan.store, *NOVEMBER))


def later(plan: Planned) -> None:
    plan.clock.now += timedelta(hours=1)


def test_what_never_changed_is_as_old_as_its_rule(plan: Planned) -> None:
    assert set(revisions(plan).values()) == {Revision(0, "2026-10-01T07:00:00.000Z")}


def test_a_change_of_one_visit_counts_for_that_one(plan: Planned) -> None:
    later(plan)
    cancel_visit(plan.store, plan.friday(13), "sygdom")
    changed = {key: found for key, found in revisions(plan).items() if found.number}
    assert changed == {plan.friday(13): Revision(1, "2026-10-01T08:00:00.000Z")}


def test_a_new_version_of_a_rule_counts_from_its_first_day_on(plan: Planned) -> None:
    later(plan)
    wanted = replace(plan.fridays, minutes=90)
    plan.store.presence_rules.change_from(plan.fridays.id, date(2026, 11, 14), wanted)
    found = revisions(plan)
    assert [found[plan.friday(day)].number for day in (6, 13)] == [0, 0]
    # The old version lost the day, and the new one has it.
    assert [found[plan.friday(day)].number for day in (20, 27)] == [2, 2]


def test_a_change_that_the_plan_does_not_show_does_not_count(plan: Planned) -> None:
    before = revisions(plan)
    later(plan)
    plan.store.presence_rules.change(replace(plan.fridays, remark="Ring på"))
    assert revisions(plan) == before


def test_a_place_that_is_used_in_turn_counts_for_its_own_weeks(plan: Planned) -> None:
    first, _ = plan.fridays.places
    elsewhere = (first, RulePlace(room="Vagten"))
    plan.store.presence_rules.change(replace(plan.fridays, places=elsewhere))
    found = revisions(plan)
    assert [found[plan.friday(day)].number for day in (6, 13, 20, 27)] == [1, 0, 1, 0]


def test_a_closing_day_counts_where_it_closes(plan: Planned) -> None:
    later(plan)
    plan.close(20)
    plan.close(10)
    changed = {key: found.number for key, found in revisions(plan).items() if found.number}
    assert changed == {plan.friday(20): 1}


def test_a_closing_day_that_moves_to_every_workplace_counts_for_all(plan: Planned) -> None:
    closed = plan.close(10)
    plan.store.closing_days.change(replace(closed, workplace_id=None))
    night = next(v for v in read_plan(plan.store, *NOVEMBER) if v.day == date(2026, 11, 10))
    changed = {key: found.number for key, found in revisions(plan).items() if found.number}
    assert changed == {night.id: 1}
