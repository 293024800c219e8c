"""What does not fit together in a plan is told, by name and time, and never stands in the way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.conflicts import ConflictKind, PlanConflict, find_conflicts
from app.models.plan import PlannedVisit, PlanStatus, read_plan
from app.models.plan_types import Activity, ActivityKind, ActivityStatus, ClosingDays
from app.models.planning import (
    assign_visit,
    cancel_visit,
    plan_visit,
    reinstate_visit,
    start_visit,
)
from app.models.recurrence import local_span
from app.models.store import Store
from app.models.types import RecordId, Shift, Visit, Workplace
from app.texts import Text
from tests.records import add_counsellor, add_rule, add_workplace
from tests.stores import StoreMould

FRIDAY = date(2026, 11, 27)
Kinds = list[tuple[str, tuple[str, ...]]]


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> StoreMould:
    return StoreMould(tmp_path_factory.mktemp("mould"))


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


@pytest.fixture
def aero(store: Store) -> Workplace:
    return add_workplace(store, "AERO", "Ærø Plejecenter")


def plan(
    store: Store, place: Workplace, time: str, minutes: int = 60, day: date = FRIDAY, who: str = ""
) -> Visit:
    people = [each.id for each in store.counsellors.all() if each.initials == who]
    return plan_visit(
        store, workplace_id=place.id, day=day, time=time, minutes=minutes, counsellor_ids=people
    )


def add_activity(store: Store, time: str, **more: object) -> Activity:
    values: dict[str, object] = {
        "kind": ActivityKind.TALK_LIAISON,
        "counsellor_ids": (store.settings.counsellor_id,),
    }
    return store.activities.add(
        Activity(date=FRIDAY, time=time, **values | more)  # type: ignore[arg-type]
    )


def conflicts(store: Store, first: date = FRIDAY, last: date = FRIDAY) -> tuple[PlanConflict, ...]:
    activities = store.activities.between(first, last)
    return find_conflicts(store, read_plan(store, first, last), activities)


def kinds(store: Store) -> Kinds:
    return [(conflict.kind.value, conflict.visits) for conflict in conflicts(store)]


# --- two things at a time


def test_somebody_cannot_be_at_two_places_at_a_time(
    store: Store, lem: Workplace, aero: Workplace
) -> None:
    first, second = plan(store, lem, "09:00"), plan(store, aero, "09:30")
    (found,) = conflicts(store)
    assert (found.kind, found.visits) == (ConflictKind.DOUBLE_BOOKED, (first.id, second.id))
    assert found.text == Text(
        "KM har to aftaler på samme tid: Vestas i Lem 09.00–10.00 og Ærø Plejecenter 09.30–10.30.",
        "KM: two appointments at the same time,"
        " Vestas i Lem 09.00–10.00 and Ærø Plejecenter 09.30–10.30.",
    )


def test_two_counsellors_can_be_out_at_once(store: Store, lem: Workplace, aero: Workplace) -> None:
    add_counsellor(store, "JB")
    plan(store, lem, "09:00")
    plan(store, aero, "09:30", who="JB")
    assert conflicts(store) == ()


def test_both_who_are_booked_twice_are_named_in_one_conflict(
    store: Store, lem: Workplace, aero: Workplace
) -> None:
    other = add_counsellor(store, "JB").id
    for visit in (plan(store, lem, "09:00"), plan(store, aero, "09:30")):
        assign_visit(store, visit.id, (store.settings.counsellor_id, other))
    (found,) = conflicts(store)
    assert found.text.da.startswith("KM og JB har to aftaler")
    assert found.text.en.startswith("KM and JB: two appointments")


def test_somebody_who_goes_along_is_as_busy_as_who_is_responsible(
    store: Store, lem: Workplace, aero: Workplace
) -> None:
    other = add_counsellor(store, "JB").id
    along = plan(store, lem, "09:00")
    assign_visit(store, along.id, (store.settings.counsellor_id, other))
    alone = plan(store, aero, "09:00", who="JB")
    assert {frozenset(ids) for _, ids in kinds(store)} == {frozenset((along.id, alone.id))}


def test_activities_take_time_too(store: Store, lem: Workplace) -> None:
    visit = plan(store, lem, "09:00")
    titled = add_activity(store, "09:30", title="Tidlig indsats")
    add_activity(store, "09:00", status=ActivityStatus.CANCELLED, reason="Sygdom")
    (found,) = conflicts(store)
    assert found.visits == (visit.id, titled.id)
    assert "Vestas i Lem 09.00–10.00 og Tidlig indsats 09.30–10.30" in found.text.da
    untitled = add_activity(store, "10:15")
    assert conflicts(store)[-1].visits == (titled.id, untitled.id)
    assert "Oplæg for SU 10.15–11.15" in conflicts(store)[-1].text.da


def test_a_visit_through_the_night_meets_the_next_morning(
    store: Store, lem: Workplace, aero: Workplace
) -> None:
    night = plan(store, lem, "23:00", 8 * 60, FRIDAY)
    saturday = FRIDAY + timedelta(days=1)
    morning = plan(store, aero, "06:30", 60, saturday)
    (found,) = conflicts(store, FRIDAY, saturday)
    assert found.visits == (night.id, morning.id)


def test_a_running_visit_meets_what_is_still_to_come(
    store: Store, lem: Workplace, aero: Workplace
) -> None:
    """It is 9.24 on Saturday, and nobody has said how long the visit will last."""
    running = store.visits.start(lem.id)
    saturday = date(2026, 11, 21)
    coming = plan(store, aero, "10:00", 60, saturday)
    (found,) = conflicts(store, saturday, saturday)
    assert found.visits == (running.id, coming.id)
    store.visits.end(running.id)
    assert conflicts(store, saturday, saturday) == ()


def test_what_has_been_is_no_conflict_any_more(
    store: Store, lem: Workplace, aero: Workplace
) -> None:
    saturday = date(2026, 11, 21)
    both = [plan(store, place, "09:00", 60, saturday) for place in (lem, aero)]
    assert len(conflicts(store, saturday, saturday)) == 1
    for visit in both:
        store.visits.end(start_visit(store, visit.id).id)
    assert conflicts(store, saturday, saturday) == ()


def test_what_is_cancelled_or_skipped_takes_no_time(
    store: Store, lem: Workplace, aero: Workplace
) -> None:
    plan(store, lem, "09:00")
    cancelled = plan(store, aero, "09:00")
    cancel_visit(store, cancelled.id, "Sygdom")
    add_rule(store, aero)
    store.closing_days.add(
        ClosingDays(workplace_id=aero.id, first_on=FRIDAY, last_on=FRIDAY, reason="Ferie")
    )
    statuses = {visit.status for visit in read_plan(store, FRIDAY, FRIDAY)}
    assert statuses == {PlanStatus.PLANNED, PlanStatus.CANCELLED, PlanStatus.SKIPPED}
    assert conflicts(store) == ()


# --- the way between two workplaces


@pytest.mark.parametrize(
    ("begins", "conflicting"), [("10:00", True), ("10:19", True), ("10:20", False)]
)
def test_the_way_takes_its_time(
    store: Store, lem: Workplace, aero: Workplace, begins: str, conflicting: bool
) -> None:
    first, second = plan(store, lem, "09:00"), plan(store, aero, begins)
    expected = [("travel", (first.id, second.id))] if conflicting else []
    assert kinds(store) == expected


def test_the_way_that_is_too_short_is_told_in_minutes(
    store: Store, lem: Workplace, aero: Workplace
) -> None:
    store.settings.set("travel_minutes", 45)
    plan(store, lem, "09:00")
    plan(store, aero, "10:30")
    assert conflicts(store)[0].text == Text(
        "KM har 30 min. fra Vestas i Lem 09.00–10.00 til Ærø Plejecenter 10.30–11.30;"
        " rejsen tager 45 min.",
        "KM: 30 min. from Vestas i Lem 09.00–10.00 to Ærø Plejecenter 10.30–11.30;"
        " travel takes 45 min.",
    )


def test_there_is_no_way_within_one_workplace_nor_to_nowhere(
    store: Store, lem: Workplace, aero: Workplace
) -> None:
    plan(store, lem, "09:00")
    plan(store, lem, "10:00")
    add_activity(store, "11:00", workplace_ids=(lem.id, aero.id))
    add_activity(store, "12:00")  # nobody has said where
    plan(store, aero, "13:00")
    assert conflicts(store) == ()
    store.settings.set("travel_minutes", 0)
    plan(store, lem, "14:00")
    assert conflicts(store) == ()


# --- closed


def test_a_workplace_that_is_closed_is_told_with_the_reason(store: Store, lem: Workplace) -> None:
    visit = plan(store, lem, "09:00")
    store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=FRIDAY, last_on=FRIDAY, reason="Ferie")
    )
    (found,) = conflicts(store)
    assert (found.kind, found.visits) == (ConflictKind.CLOSED, (visit.id,))
    assert found.text == Text(
        "Vestas i Lem har lukket (Ferie): fredag 27. november 2026 09.00–10.00.",
        "Vestas i Lem is closed (Ferie): Friday 27 November 2026 09.00–10.00.",
    )


def test_a_visit_that_is_held_on_a_holiday_after_all_is_told(store: Store, lem: Workplace) -> None:
    christmas = date(2026, 12, 25)
    add_rule(store, lem)
    (skipped,) = read_plan(store, christmas, christmas)
    assert conflicts(store, christmas, christmas) == ()
    reinstate_visit(store, skipped.id)
    (found,) = conflicts(store, christmas, christmas)
    assert "har lukket (Juledag)" in found.text.da
    store.settings.set("holidays", "keep")
    assert conflicts(store, christmas, christmas) == ()


@pytest.mark.parametrize(
    ("life", "told"),
    [
        ({"ended_on": date(2026, 11, 26)}, "Vestas i Lem er ophørt 26. november 2026: fredag"),
        ({"ended_on": FRIDAY}, ""),
        ({"started_on": FRIDAY}, ""),
        (
            {"started_on": date(2026, 12, 1)},
            "Vestas i Lem er først med fra 1. december 2026: fredag",
        ),
    ],
)
def test_a_workplace_that_has_ended_or_not_begun_is_told(
    store: Store, life: dict[str, date], told: str
) -> None:
    lem = add_workplace(store, "LEM", "Vestas i Lem", **life)
    add_rule(store, lem)
    found = conflicts(store)
    assert len(found) == bool(told)
    assert all(conflict.text.da.startswith(told) for conflict in found)


# --- all of them, and fast


def visit_at(number: int, start: int, minutes: int, who: str, place: str) -> PlannedVisit:
    begins, _ = local_span(FRIDAY, "00:00", 1)
    return PlannedVisit(
        id=RecordId(f"{number:04d}"),
        status=PlanStatus.PLANNED,
        workplace_id=RecordId(place),
        code=place,
        workplace=place,
        start=begins + timedelta(minutes=start),
        end=begins + timedelta(minutes=start + minutes),
        shift=Shift.NONE,
        room="",
        address="",
        counsellor_ids=tuple(RecordId(each) for each in who),
        counsellors=tuple(who),
    )


VISITS = st.lists(
    st.tuples(
        st.integers(0, 600),
        st.integers(1, 300),
        st.sampled_from(["A", "B", "AB"]),
        st.sampled_from(["P", "Q"]),
    ),
    max_size=12,
)


@given(drawn=VISITS)
def test_all_who_overlap_stand_in_a_conflict_and_nobody_else(
    mould: StoreMould, drawn: list[tuple[int, int, str, str]]
) -> None:
    visits = [visit_at(number, *values) for number, values in enumerate(drawn)]
    with mould.copy() as store:
        found = find_conflicts(store, visits, ())
    overlapping = {
        frozenset((one.id, other.id))
        for one in visits
        for other in visits
        if one.id != other.id
        and set(one.counsellors) & set(other.counsellors)
        and one.start < other.end
        and other.start < one.end
    }
    told = {frozenset(each.visits) for each in found if each.kind is ConflictKind.DOUBLE_BOOKED}
    assert told <= overlapping
    assert {record_id for pair in told for record_id in pair} == {
        record_id for pair in overlapping for record_id in pair
    }
    by_id = {visit.id: visit for visit in visits}
    for conflict in found:
        if conflict.kind is ConflictKind.TRAVEL:
            before, after = (by_id[record_id] for record_id in conflict.visits)
            assert timedelta() <= after.start - before.end < timedelta(minutes=20)
            assert before.workplace_id != after.workplace_id
