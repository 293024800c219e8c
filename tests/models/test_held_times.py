"""The times of a visit are told or corrected afterwards, and the plan stays what it was."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import InvalidInput, UserError
from app.models.held_times import correct_times, real_times
from app.models.plan import find_planned
from app.models.planning import hold_visit, move_visit, plan_visit, start_visit
from app.models.types import VisitStatus
from tests.planned import Planned, planned

NINE = datetime(2026, 11, 20, 8, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Planned]:
    with planned(tmp_path) as opened:
        opened.clock.now = NINE
        start_visit(opened.store, opened.friday(20))
        yield opened


def test_an_end_that_was_forgotten_is_told_later(plan: Planned) -> None:
    plan.clock.now = NINE + 5 * HOUR
    with plan.store.atomic() as change_set:
        visit = correct_times(plan.store, plan.friday(20), NINE, NINE + HOUR)
    assert (visit.status, visit.ended_at) == (VisitStatus.HELD, "2026-11-20T09:00:00.000Z")
    assert (visit.time, visit.minutes) == ("09:00", 60)
    plan.store.undo(change_set)
    assert plan.store.visits.get(plan.friday(20)).status is VisitStatus.RUNNING


def test_a_held_visit_moves_to_the_day_on_which_it_really_began(plan: Planned) -> None:
    plan.clock.now = NINE + 5 * HOUR
    plan.store.visits.end(plan.friday(20))
    evening = NINE - 12 * HOUR
    visit = correct_times(plan.store, plan.friday(20), evening, evening + HOUR)
    assert (visit.date.day, visit.started_at[:13]) == (19, "2026-11-19T20")


@pytest.mark.parametrize("ended", [NINE - HOUR, NINE + 6 * HOUR])
def test_it_ends_after_it_began_and_not_in_the_time_to_come(plan: Planned, ended: datetime) -> None:
    plan.clock.now = NINE + 5 * HOUR
    with pytest.raises(InvalidInput) as refused:
        correct_times(plan.store, plan.friday(20), NINE, ended)
    assert [problem.field for problem in refused.value.problems] == ["ended_at"]


def test_what_was_never_started_has_no_times(plan: Planned) -> None:
    move_visit(plan.store, plan.friday(27), NINE.date())
    with pytest.raises(UserError):
        correct_times(plan.store, plan.friday(27), NINE - HOUR, NINE)


@pytest.mark.parametrize(
    ("day", "time", "minutes", "told", "real"),
    [
        ((20, 11), "09:00", 60, ("09:10", "09:55"), ("20 09:10+01:00", 45)),
        ((20, 11), "09:00", 60, ("22:00", "22:30"), ("20 22:00+01:00", 30)),
        ((20, 11), "23:30", 60, ("22:45", "00:15"), ("20 22:45+01:00", 90)),
        ((20, 11), "23:30", 60, ("00:10", "01:40"), ("21 00:10+01:00", 90)),
        ((20, 11), "23:30", 60, ("00:10", "00:30"), ("21 00:10+01:00", 20)),
        ((20, 11), "09:00", 1200, ("09:00", "05:00"), ("20 09:00+01:00", 1200)),
        # In the night to 25 October the hour from 2 to 3 comes twice.
        ((24, 10), "23:00", 300, ("23:00", "03:00"), ("24 23:00+02:00", 300)),
        ((25, 10), "01:30", 120, ("02:45", "02:30"), ("25 02:45+02:00", 45)),
        ((25, 10), "01:30", 120, ("02:45", "02:15"), ("25 02:45+02:00", 30)),
        ((25, 10), "01:30", 120, ("01:30", "02:15"), ("25 01:30+02:00", 45)),
    ],
)
def test_clock_times_are_read_beside_what_was_planned(
    plan: Planned,
    day: tuple[int, int],
    time: str,
    minutes: int,
    told: tuple[str, str],
    real: tuple[str, int],
) -> None:
    made = plan_visit(
        plan.store,
        workplace_id=plan.lem.id,
        day=date(2026, day[1], day[0]),
        time=time,
        minutes=minutes,
    )
    begins, ends = real_times(find_planned(plan.store, made.id), *told)
    lasts = ends.astimezone(UTC) - begins.astimezone(UTC)
    assert (begins.isoformat(" ", "minutes")[8:], lasts) == (real[0], timedelta(minutes=real[1]))


@pytest.mark.parametrize("told", [("10:30", "10:00"), ("09:00", "08:00")])
def test_an_end_that_makes_no_sense_stays_before_the_start_and_is_refused(
    plan: Planned, told: tuple[str, str]
) -> None:
    friday = plan.friday(13)
    begins, ends = real_times(find_planned(plan.store, friday), *told)
    assert ends < begins
    with pytest.raises(InvalidInput):
        hold_visit(plan.store, friday, begins, ends)
