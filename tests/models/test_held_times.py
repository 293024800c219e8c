"""The times of a visit are corrected afterwards, and the plan stays what it was."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import InvalidInput, UserError
from app.models.held_times import correct_times
from app.models.planning import move_visit, start_visit
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
