"""What was neither held nor cancelled is asked about once, whatever the clock does."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.models.planning import cancel_visit, hold_visit, move_visit, plan_visit
from app.models.types import RecordId
from app.models.unsettled import ask, ask_no_more, unsettled
from tests.planned import Planned, planned

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Planned]:
    with planned(tmp_path) as opened:
        yield opened


def used_on(plan: Planned, month: int, day: int, *, year: int = 2026, hour: int = 9) -> list[str]:
    """Open the program on a day at a local hour; return the ids of what it asks about."""
    plan.clock.now = datetime(year, month, day, hour - 1, tzinfo=UTC)
    return [visit.id for visit in ask(plan.store)]


def test_a_visit_is_asked_about_all_the_next_day_and_not_on_the_day_after(plan: Planned) -> None:
    used_on(plan, 11, 19)
    assert used_on(plan, 11, 20, hour=17) == [], "its own day is not over"
    assert used_on(plan, 11, 21) == [plan.friday(20)]
    assert used_on(plan, 11, 21, hour=16) == [plan.friday(20)]
    assert used_on(plan, 11, 22) == []


def test_after_days_without_the_program_all_of_them_are_asked_about(plan: Planned) -> None:
    used_on(plan, 11, 19)
    tuesday = plan_visit(
        plan.store,
        workplace_id=plan.aero.id,
        day=date(2026, 11, 24),
        time="12:00",
        minutes=45,
    )
    assert used_on(plan, 11, 25) == [plan.friday(20), tuesday.id]


def test_nobody_is_asked_about_what_lies_more_than_a_week_back(plan: Planned) -> None:
    used_on(plan, 11, 2)
    assert used_on(plan, 11, 21) == [plan.friday(20)], "those of the 6th and 13th are too old"


def test_what_was_settled_is_not_asked_about(plan: Planned) -> None:
    used_on(plan, 11, 12)
    cancel_visit(plan.store, plan.friday(13), "Sygdom")
    assert used_on(plan, 11, 14) == []
    move_visit(plan.store, plan.friday(20), date(2026, 11, 21), time="14:00")
    assert used_on(plan, 11, 21) == [], "it was moved to this very day"
    assert used_on(plan, 11, 22) == [plan.friday(20)]
    begun = datetime(2026, 11, 21, 13, tzinfo=UTC)
    hold_visit(plan.store, plan.friday(20), begun, begun + timedelta(hours=1))
    assert unsettled(plan.store) == ()


def test_only_the_counsellor_who_goes_is_asked(plan: Planned) -> None:
    plan.rule(plan.aero, weekdays=(5,), counsellor_ids=(plan.jb,))
    assert used_on(plan, 11, 21) == [plan.friday(20)]


def test_nobody_is_asked_about_a_closing_day(plan: Planned) -> None:
    plan.close(20)
    assert used_on(plan, 11, 21) == []


def test_a_night_visit_is_asked_about_the_day_after_it_ended(plan: Planned) -> None:
    tuesday = date(2026, 11, 10)
    night = [RecordId(f"{tuesday:%Y%m%d}.{plan.nights.series_id}")]
    used_on(plan, 11, 9)
    assert used_on(plan, 11, 10, hour=20) == []
    assert used_on(plan, 11, 11) == [], "it ended this very night"
    assert used_on(plan, 11, 12) == night


def test_one_that_shall_not_be_asked_about_is_not(plan: Planned) -> None:
    other = plan.rule(plan.aero, weekdays=(5,))
    asked = used_on(plan, 11, 21)
    assert len(asked) == 2
    with plan.store.atomic() as change_set:
        ask_no_more(plan.store, plan.friday(20))
    (left,) = used_on(plan, 11, 21)
    assert left.endswith(other.series_id)
    plan.store.undo(change_set)
    assert used_on(plan, 11, 21) == asked


def test_a_rule_that_is_entered_with_a_beginning_in_the_past_asks_nothing(plan: Planned) -> None:
    used_on(plan, 11, 19)
    plan.clock.now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    late = plan.rule(plan.aero, weekdays=(4, 5), time="14:00")
    assert used_on(plan, 11, 21) == [plan.friday(20), f"20261120.{late.series_id}"]


@pytest.mark.parametrize("wrong", [(2027, 5, 1), (2020, 1, 1)])
def test_a_clock_that_is_wrong_for_days_neither_loses_nor_repeats_a_question(
    plan: Planned, wrong: tuple[int, int, int]
) -> None:
    year, month, day = wrong
    used_on(plan, 11, 19)
    used_on(plan, 11, 20)
    used_on(plan, month, day, year=year)
    used_on(plan, month, day + 1, year=year)
    assert used_on(plan, 11, 21) == [plan.friday(20)], "not lost"
    used_on(plan, month, day, year=year)
    assert used_on(plan, 11, 22) == [], "not repeated"
    assert used_on(plan, 11, 23) == []
    used_on(plan, 11, 26)
    assert used_on(plan, 11, 28) == [plan.friday(27)]


def test_a_clock_that_ran_a_few_days_ahead_asks_again_when_the_day_really_comes(
    plan: Planned,
) -> None:
    used_on(plan, 11, 19)
    assert used_on(plan, 11, 23) == [plan.friday(20)], "the clock is four days ahead"
    assert used_on(plan, 11, 20) == []
    assert used_on(plan, 11, 21) == [plan.friday(20)]


def test_what_is_remembered_does_not_grow(plan: Planned) -> None:
    begin = date(2027, 1, 1)
    for ahead in range(90):
        day = begin + timedelta(days=ahead)
        used_on(plan, day.month, day.day, year=day.year)
        ask_no_more(plan.store, RecordId(f"{ahead}"))
    assert len(str(plan.store.settings.get("plan_asked_days")).split()) == 30
    assert len(str(plan.store.settings.get("plan_not_asked")).split()) == 50
