"""What is done with planned visits: every step that is allowed, every one that is not, and back."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from app.errors import Conflict, InvalidInput, NotFound
from app.models.plan import PlannedVisit, PlanStatus, find_planned, read_plan
from app.models.plan_types import ClosingDays, PresenceRule, RulePlace
from app.models.planning import (
    assign_visit,
    cancel_visit,
    hold_visit,
    move_visit,
    plan_visit,
    reinstate_visit,
    start_visit,
)
from app.models.recurrence import local_span
from app.models.store import Store
from app.models.types import RecordId, Shift, Workplace
from app.models.visit_ids import visit_id
from tests.records import add_counsellor, add_rule, add_workplace

LAST_FRIDAY, THURSDAY, FRIDAY, MONDAY = (
    date(2026, 11, 20),
    date(2026, 11, 26),
    date(2026, 11, 27),
    date(2026, 11, 30),
)
NEXT_FRIDAY = date(2026, 12, 4)
Step = Callable[[Store, RecordId], object]


def nine_to_ten(store: Store, record_id: RecordId) -> object:
    return hold_visit(store, record_id, *local_span(LAST_FRIDAY, "09:00", 60))


STEPS: dict[str, Step] = {
    "start": start_visit,
    "hold": nine_to_ten,
    "cancel": lambda store, record_id: cancel_visit(store, record_id, "Sygdom"),
    "move": lambda store, record_id: move_visit(store, record_id, THURSDAY),
    "assign": lambda store, record_id: assign_visit(store, record_id, (jens(store),)),
    "reinstate": reinstate_visit,
}
TRANSITIONS: dict[PlanStatus, dict[str, PlanStatus]] = {
    PlanStatus.PLANNED: {
        "start": PlanStatus.RUNNING,
        "hold": PlanStatus.HELD,
        "cancel": PlanStatus.CANCELLED,
        "move": PlanStatus.MOVED,
        "assign": PlanStatus.PLANNED,
    },
    PlanStatus.MOVED: {
        "start": PlanStatus.RUNNING,
        "hold": PlanStatus.HELD,
        "cancel": PlanStatus.CANCELLED,
        "move": PlanStatus.MOVED,
        "assign": PlanStatus.MOVED,
    },
    PlanStatus.SKIPPED: {
        "start": PlanStatus.RUNNING,
        "hold": PlanStatus.HELD,
        "cancel": PlanStatus.CANCELLED,
        "move": PlanStatus.MOVED,
        "reinstate": PlanStatus.PLANNED,
    },
    PlanStatus.CANCELLED: {"reinstate": PlanStatus.PLANNED},
    PlanStatus.RUNNING: {},
    PlanStatus.HELD: {},
}


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


@pytest.fixture
def rule(store: Store, lem: Workplace) -> PresenceRule:
    """Fridays 9.00 to 10.00, in the canteen and in the store room in turn."""
    places = (RulePlace(room="Kantinen"), RulePlace(room="Lager", address="Bagvej 2"))
    return add_rule(store, lem, places=places, shift=Shift.DAY, remark="Ring på")


@pytest.fixture
def friday(rule: PresenceRule) -> RecordId:
    return visit_id(rule.series_id, FRIDAY)


def jens(store: Store) -> RecordId:
    found = next((each for each in store.counsellors.all() if each.initials == "JH"), None)
    return found.id if found is not None else add_counsellor(store, "JH").id


def brought_to(store: Store, record_id: RecordId, status: PlanStatus) -> PlannedVisit:
    """Bring a planned visit to a status."""
    match status:
        case PlanStatus.RUNNING:
            start_visit(store, record_id)
        case PlanStatus.HELD:
            nine_to_ten(store, record_id)
        case PlanStatus.CANCELLED:
            cancel_visit(store, record_id, "Ferie")
        case PlanStatus.MOVED:
            move_visit(store, record_id, MONDAY)
        case PlanStatus.SKIPPED:
            store.closing_days.add(ClosingDays(first_on=FRIDAY, last_on=FRIDAY))
    found = find_planned(store, record_id)
    assert found.status is status
    return found


every_status = pytest.mark.parametrize("status", PlanStatus)
every_step = pytest.mark.parametrize("step", STEPS)


@every_status
@every_step
def test_every_step_from_every_status(
    store: Store, friday: RecordId, status: PlanStatus, step: str
) -> None:
    before = brought_to(store, friday, status)
    jens(store)
    after = TRANSITIONS[status].get(step)
    if after is None:
        with pytest.raises(Conflict) as refused:
            STEPS[step](store, friday)
        assert len({refused.value.message("da"), refused.value.message("en")}) == 2
        assert find_planned(store, friday) == before
        return

    with store.atomic() as change:
        STEPS[step](store, friday)
    done = find_planned(store, friday)
    assert done.status is after

    redo = store.undo(change)
    assert find_planned(store, friday) == before
    store.undo(redo)
    assert find_planned(store, friday) == done


@every_step
def test_a_visit_that_is_not_in_the_plan_is_not_found(
    store: Store, rule: PresenceRule, step: str
) -> None:
    jens(store)
    for nothing in (visit_id(rule.series_id, THURSDAY), RecordId("nothing"), rule.id):
        with pytest.raises(NotFound):
            STEPS[step](store, nothing)
    assert store.visits.count() == 0


# --- what is stored of a rule's visit


def test_the_first_thing_done_stores_the_visit_as_the_rule_has_it(
    store: Store, rule: PresenceRule, friday: RecordId
) -> None:
    cancelled = cancel_visit(store, friday, "  Sygdom ")
    assert cancelled.id == friday
    assert (cancelled.series_id, cancelled.occurrence) == (rule.series_id, FRIDAY)
    assert (cancelled.date, cancelled.time, cancelled.minutes) == (FRIDAY, "09:00", 60)
    assert (cancelled.place, cancelled.address) == ("Lager", "Bagvej 2")
    assert (cancelled.shift, cancelled.remark) == (Shift.DAY, "Ring på")
    assert cancelled.reason == "Sygdom"


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_visit_is_not_cancelled_without_a_reason(
    store: Store, friday: RecordId, reason: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        cancel_visit(store, friday, reason)
    assert refused.value.problems[0].field == "reason"


def test_a_reinstated_visit_has_no_reason_left(store: Store, friday: RecordId) -> None:
    cancel_visit(store, friday, "Sygdom")
    assert reinstate_visit(store, friday).reason == ""


# --- moving


def test_a_moved_visit_stands_where_it_is_and_not_where_the_rule_has_it(
    store: Store, friday: RecordId
) -> None:
    move_visit(store, friday, THURSDAY, time="23:30", minutes=90, reason="Natholdet")
    (moved,) = read_plan(store, THURSDAY, FRIDAY)
    assert (moved.id, moved.day, moved.occurrence) == (friday, THURSDAY, FRIDAY)
    assert f"{moved.start:%d %H.%M}–{moved.end:%d %H.%M}" == "26 23.30–27 01.00"
    assert (moved.status, moved.reason, moved.room) == (PlanStatus.MOVED, "Natholdet", "Lager")
    assert read_plan(store, FRIDAY, FRIDAY) == ()


@pytest.mark.parametrize("change", [{"time": "10:00"}, {"minutes": 30}])
def test_a_visit_can_be_moved_within_its_day(
    store: Store, friday: RecordId, change: dict[str, object]
) -> None:
    move_visit(store, friday, FRIDAY, **change)  # type: ignore[arg-type]
    assert find_planned(store, friday).status is PlanStatus.MOVED


def test_a_visit_that_is_moved_back_is_planned_again(store: Store, friday: RecordId) -> None:
    move_visit(store, friday, THURSDAY, time="13:00")
    move_visit(store, friday, FRIDAY)
    assert find_planned(store, friday).status is PlanStatus.MOVED  # still at one o'clock
    move_visit(store, friday, FRIDAY, time="09:00")
    assert find_planned(store, friday).status is PlanStatus.PLANNED


def test_a_moved_visit_that_was_cancelled_comes_back_as_moved(
    store: Store, friday: RecordId
) -> None:
    move_visit(store, friday, FRIDAY, time="13:00")
    cancel_visit(store, friday, "Sygdom")
    reinstate_visit(store, friday)
    back = find_planned(store, friday)
    assert (back.status, back.start.hour) == (PlanStatus.MOVED, 13)


def test_two_visits_of_one_rule_can_stand_on_one_day(
    store: Store, rule: PresenceRule, friday: RecordId
) -> None:
    move_visit(store, friday, NEXT_FRIDAY, time="13:00")
    both = read_plan(store, FRIDAY, NEXT_FRIDAY)
    assert [(visit.id, visit.start.hour) for visit in both] == [
        (visit_id(rule.series_id, NEXT_FRIDAY), 9),
        (friday, 13),
    ]


@pytest.mark.parametrize("wrong", [{"time": "9.00"}, {"minutes": 0}, {"minutes": 1441}])
def test_a_visit_is_not_moved_to_no_time(
    store: Store, friday: RecordId, wrong: dict[str, object]
) -> None:
    with pytest.raises(InvalidInput):
        move_visit(store, friday, THURSDAY, **wrong)  # type: ignore[arg-type]
    assert store.visits.count() == 0


def test_a_visit_of_a_rule_with_two_weekdays_moves_alone(store: Store, lem: Workplace) -> None:
    rule = add_rule(store, lem, weekdays=(4, 5))
    move_visit(store, visit_id(rule.series_id, THURSDAY), FRIDAY, time="15:00")
    assert [f"{visit.start:%d %H}" for visit in read_plan(store, THURSDAY, FRIDAY)] == [
        "27 09",
        "27 15",
    ]


def test_what_the_clocks_skip_keeps_the_time_that_was_written(store: Store, lem: Workplace) -> None:
    """28 March 2027 has no 2.30, and the visit begins at 3.30; a week later it would not."""
    night = date(2027, 3, 28)
    rule = add_rule(store, lem, weekdays=(7,), time="02:30")
    skipped = visit_id(rule.series_id, night)
    assert f"{find_planned(store, skipped).start:%H.%M %z}" == "03.30 +0200"
    cancel_visit(store, skipped, "Sygdom")
    reinstate_visit(store, skipped)
    assert find_planned(store, skipped).status is PlanStatus.PLANNED
    moved = move_visit(store, skipped, night + timedelta(days=1))
    assert (moved.time, moved.minutes) == ("02:30", 60)


def test_a_visit_through_the_night_of_the_change_keeps_its_length(
    store: Store, lem: Workplace
) -> None:
    rule = add_rule(store, lem, weekdays=(6,), time="23:00", minutes=480)
    saturday = visit_id(rule.series_id, date(2027, 3, 27))
    assert find_planned(store, saturday).minutes == 480
    moved = move_visit(store, saturday, date(2027, 3, 26))
    assert (moved.time, moved.minutes) == ("23:00", 480)
    assert f"{find_planned(store, saturday).end:%d %H.%M}" == "27 07.00"


# --- who goes


def test_somebody_else_is_sent(store: Store, friday: RecordId) -> None:
    me, other = store.settings.counsellor_id, jens(store)
    assign_visit(store, friday, (other, me))
    found = find_planned(store, friday)
    assert (found.counsellors, found.status) == (("JH", "KM"), PlanStatus.PLANNED)
    assign_visit(store, friday, [me])
    assert find_planned(store, friday).counsellors == ("KM",)


def test_a_visit_needs_somebody_and_nobody_twice(store: Store, friday: RecordId) -> None:
    me = store.settings.counsellor_id
    for nobody in ((), (me, me)):
        with pytest.raises(InvalidInput) as refused:
            assign_visit(store, friday, nobody)
        assert refused.value.problems[0].field == "counsellor_ids"


# --- visits of their own


def test_a_visit_of_its_own_is_planned_moved_and_held(store: Store, lem: Workplace) -> None:
    visit = plan_visit(
        store,
        workplace_id=lem.id,
        day=LAST_FRIDAY,
        time="15:00",
        minutes=45,
        counsellor_ids=(jens(store), store.settings.counsellor_id),
        shift=Shift.EVENING,
        room="Mødelokale 2",
        address="Bagvej 2",
        remark="Tag pjecer med",
    )
    found = find_planned(store, visit.id)
    assert (found.rule_id, found.series_id, found.occurrence) == (None, None, None)
    assert (found.counsellors, found.place) == (("JH", "KM"), "Mødelokale 2, Bagvej 2")

    move_visit(store, visit.id, THURSDAY)
    # It has no rule to be moved from: it simply is planned for another day.
    assert find_planned(store, visit.id).status is PlanStatus.PLANNED
    assert nine_to_ten(store, visit.id) == store.visits.get(visit.id)
    (held,) = read_plan(store, LAST_FRIDAY, FRIDAY)
    assert (held.status, held.minutes) == (PlanStatus.HELD, 60)


def test_a_visit_is_planned_for_oneself(store: Store, lem: Workplace) -> None:
    visit = plan_visit(store, workplace_id=lem.id, day=FRIDAY, time="09:00", minutes=60)
    assert (visit.counsellor_id, visit.also) == (store.settings.counsellor_id, ())


def test_a_visit_without_a_time_is_not_planned(store: Store, lem: Workplace) -> None:
    with pytest.raises(InvalidInput):
        plan_visit(store, workplace_id=lem.id, day=FRIDAY, time="", minutes=60)


# --- days that are skipped


def test_a_visit_on_a_holiday_is_held_after_all(store: Store, lem: Workplace) -> None:
    christmas = date(2026, 12, 25)
    rule = add_rule(store, lem)
    record_id = visit_id(rule.series_id, christmas)
    assert find_planned(store, record_id).status is PlanStatus.SKIPPED
    reinstate_visit(store, record_id)
    found = find_planned(store, record_id)
    assert (found.status, found.closure) == (PlanStatus.PLANNED, None)


def test_nobody_is_sent_where_nobody_goes(store: Store, friday: RecordId) -> None:
    brought_to(store, friday, PlanStatus.SKIPPED)
    with pytest.raises(Conflict) as refused:
        assign_visit(store, friday, (jens(store),))
    assert "Vælg først at holde det alligevel." in refused.value.message("da")
