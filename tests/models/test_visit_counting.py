"""What is counted of the plan is what the plan shows, also where nothing of it is stored."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.periods import Period
from app.models.plan import PlanStatus, read_plan
from app.models.plan_types import ClosingDays, PresenceRule
from app.models.planning import (
    assign_visit,
    cancel_visit,
    hold_visit,
    move_visit,
    plan_visit,
    reinstate_visit,
)
from app.models.store import Store
from app.models.types import Counsellor, RecordId, Shift, Workplace
from app.models.visit_counting import VisitSums, by_month, by_workplace, count_visits, total
from tests.records import add_workplace
from tests.stores import new_store

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
NOVEMBER = Period.month(date(2026, 11, 1))
TODAY = date(2026, 11, 21)
"""A Saturday, as the clock of the tests has it."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


def tuesdays(store: Store, place: Workplace, **more: object) -> PresenceRule:
    """Plan every Tuesday of 2026, one hour from 9."""
    values: dict[str, object] = {
        "workplace_id": place.id,
        "weekdays": (2,),
        "time": "09:00",
        "counsellor_ids": (store.settings.counsellor_id,),
        "anchor": date(2026, 1, 5),
        "valid_from": date(2026, 1, 5),
    }
    return store.presence_rules.add(PresenceRule(**values | more))  # type: ignore[arg-type]


def planned_on(store: Store, day: int, month: int = 11) -> RecordId:
    (visit,) = read_plan(store, date(2026, month, day), date(2026, month, day))
    return visit.id


def sums(store: Store, period: Period = NOVEMBER, *places: Workplace) -> VisitSums:
    chosen = [place.id for place in places]
    return total(group.sums for group in count_visits(store, period, chosen))


def hold(store: Store, record_id: RecordId, minutes: int) -> None:
    (planned,) = [v for v in read_plan(store, YEAR.first, YEAR.last) if v.id == record_id]
    hold_visit(store, record_id, planned.start, planned.start + timedelta(minutes=minutes))


def test_a_project_without_visits_counts_nothing(store: Store) -> None:
    assert count_visits(store, YEAR) == ()
    assert total([]) == VisitSums()


def test_a_rule_is_counted_without_a_visit_being_stored(store: Store, lem: Workplace) -> None:
    tuesdays(store, lem)
    # 3, 10 and 17 November are past and unanswered, 24 November is to come.
    assert sums(store) == VisitSums(planned=4, planned_minutes=240, unanswered=3)
    assert store.visits.between(NOVEMBER.first, NOVEMBER.last) == ()


def test_planned_stays_planned_whatever_becomes_of_it(store: Store, lem: Workplace) -> None:
    tuesdays(store, lem)
    hold(store, planned_on(store, 3), 75)
    cancel_visit(store, planned_on(store, 10), "Sygdom")
    assert sums(store) == VisitSums(
        held=1,
        minutes=75,
        zero=1,
        zero_minutes=75,
        planned=4,
        planned_minutes=240,
        cancelled=1,
        cancelled_minutes=60,
        unanswered=1,
    )


def test_a_moved_visit_counts_in_the_month_that_it_was_moved_to(
    store: Store, lem: Workplace
) -> None:
    tuesdays(store, lem)
    move_visit(store, planned_on(store, 24), date(2026, 12, 2), minutes=90)
    december = Period.month(date(2026, 12, 1))
    assert (sums(store).planned, sums(store).planned_minutes) == (3, 180)
    assert (sums(store, december).planned, sums(store, december).planned_minutes) == (6, 390)


def test_a_visit_on_a_closing_day_is_skipped_unless_it_is_held_all_the_same(
    store: Store, lem: Workplace
) -> None:
    tuesdays(store, lem, minutes=90)
    day = date(2026, 11, 24)
    store.closing_days.add(ClosingDays(workplace_id=lem.id, first_on=day, last_on=day))
    skipped = sums(store)
    assert (skipped.planned, skipped.skipped, skipped.skipped_minutes) == (3, 1, 90)
    reinstate_visit(store, planned_on(store, 24))
    assert (sums(store).planned, sums(store).skipped) == (4, 0)


def test_a_visit_begun_without_a_plan_is_held_but_not_planned(store: Store, lem: Workplace) -> None:
    store.visits.end(store.visits.start(lem.id).id)
    assert sums(store) == VisitSums(held=1, zero=1, unplanned=1)


def test_today_and_tomorrow_are_not_yet_unanswered(store: Store, lem: Workplace) -> None:
    for ahead in (-1, 0, 1):
        plan_visit(
            store, workplace_id=lem.id, day=TODAY + timedelta(days=ahead), time="09:00", minutes=30
        )
    assert (sums(store).planned, sums(store).unanswered) == (3, 1)


def test_only_chosen_workplaces_count(store: Store, lem: Workplace) -> None:
    tarm = add_workplace(store, "TARM")
    tuesdays(store, lem)
    tuesdays(store, tarm, every_weeks=2, shift=Shift.NIGHT)
    assert sums(store, NOVEMBER, lem).planned == 4
    assert sums(store, NOVEMBER, tarm).planned == 2
    assert set(by_workplace(count_visits(store, NOVEMBER))) == {lem.id, tarm.id}
    assert {group.shift for group in count_visits(store, NOVEMBER, [tarm.id])} == {Shift.NIGHT}


def test_a_year_of_changes_is_counted_as_the_plan_shows_it(store: Store, lem: Workplace) -> None:
    tarm = add_workplace(store, "TARM")
    other = store.counsellors.add(Counsellor(initials="BO", name="Bo Dam"))
    first = tuesdays(store, lem, weekdays=(2, 5), minutes=45)
    tuesdays(store, tarm, every_weeks=3, valid_until=date(2026, 12, 20), shift=Shift.EVENING)
    store.closing_days.add(
        ClosingDays(workplace_id=None, first_on=date(2026, 7, 6), last_on=date(2026, 7, 26))
    )
    changed = replace(first, weekdays=(1,), every_weeks=2, anchor=date(2026, 11, 30))
    store.presence_rules.change_from(first.id, date(2026, 12, 1), changed, "flere kom")
    visits = read_plan(store, YEAR.first, YEAR.last)
    open_ones = [visit for visit in visits if visit.is_open]
    for number, visit in enumerate(open_ones):
        match number % 7:
            case 0:
                hold_visit(store, visit.id, visit.start, visit.end)
            case 1:
                cancel_visit(store, visit.id, "Sygdom")
            case 2:
                move_visit(store, visit.id, visit.day + timedelta(days=9), time="13:30")
            case 3:
                assign_visit(store, visit.id, [other.id])
    shown = read_plan(store, YEAR.first, YEAR.last)
    assert len({visit.status for visit in shown}) == 5
    for month, counted in by_month(count_visits(store, YEAR)).items():
        of_month = [visit for visit in shown if f"{visit.day:%Y-%m}" == month]
        status = [visit.status for visit in of_month]
        assert counted.skipped == status.count(PlanStatus.SKIPPED)
        assert counted.held == status.count(PlanStatus.HELD)
        assert counted.cancelled == status.count(PlanStatus.CANCELLED)
        assert counted.planned == len(of_month) - counted.skipped
        assert counted.planned_minutes + counted.skipped_minutes == sum(v.minutes for v in of_month)
        assert counted.unanswered == len([v for v in of_month if v.is_open and v.day < TODAY])
