"""The plan shows every visit once: what follows from the rules, and what is known beyond them."""

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from app.errors import NotFound
from app.models.plan import PlanStatus, find_planned, read_plan
from app.models.plan_types import ClosingDays, RulePlace
from app.models.planning import hold_visit, move_visit, plan_visit
from app.models.recurrence import local_span
from app.models.store import Store
from app.models.types import Visit, VisitStatus, Workplace
from app.models.visit_ids import visit_id
from tests.records import add_rule, add_workplace

TODAY = date(2026, 11, 21)
FRIDAY = date(2026, 11, 27)


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


def test_a_visit_says_where_it_comes_from(store: Store, lem: Workplace) -> None:
    rule = add_rule(store, lem, places=(RulePlace(room="Kantinen", address="Vej 2"),))
    (visit,) = read_plan(store, FRIDAY, FRIDAY)
    assert (visit.id, visit.rule_id, visit.series_id) == (
        visit_id(rule.id, FRIDAY),
        rule.id,
        rule.series_id,
    )
    assert (visit.day, visit.occurrence, visit.place) == (FRIDAY, FRIDAY, "Kantinen, Vej 2")
    assert (visit.code, visit.workplace) == ("LEM", "Vestas i Lem")
    assert (visit.visit, visit.is_open, visit.contacts) == (None, True, 0)


def test_looking_at_a_plan_stores_nothing(store: Store, lem: Workplace) -> None:
    rule = add_rule(store, lem)
    read_plan(store, FRIDAY, FRIDAY + timedelta(days=365))
    find_planned(store, visit_id(rule.id, FRIDAY))
    assert store.visits.count() == 0


def test_what_was_arranged_of_a_rule_that_is_gone_is_still_shown(
    store: Store, lem: Workplace
) -> None:
    friday = TODAY - timedelta(days=1)
    rule = add_rule(store, lem)
    held = visit_id(rule.id, friday)
    hold_visit(store, held, *local_span(friday, "09:00", 60))
    store.presence_rules.end(rule.id, friday)
    assert [visit.id for visit in read_plan(store, friday, FRIDAY)] == [held]
    # Its end was put back behind the visit: that has no rule, and is known all the same.
    store.database.execute("UPDATE presence_rule SET valid_until = '2026-11-15'")
    (visit,) = read_plan(store, friday, FRIDAY)
    assert (visit.id, visit.rule_id, visit.occurrence) == (held, None, friday)


def test_a_visit_moved_here_from_afar_names_the_rule_of_its_own_day(
    store: Store, lem: Workplace
) -> None:
    rule = add_rule(store, lem, valid_until=FRIDAY)
    moved = visit_id(rule.id, FRIDAY)
    spring = date(2027, 4, 7)
    move_visit(store, moved, spring)
    (visit,) = read_plan(store, spring, spring)
    assert (visit.id, visit.rule_id) == (moved, rule.id)
    assert read_plan(store, FRIDAY, FRIDAY) == ()


def test_a_visit_moved_past_a_change_of_its_rule_names_the_version_it_came_from(
    store: Store, lem: Workplace
) -> None:
    first = add_rule(store, lem)
    tuesday, friday = date(2026, 12, 1), date(2026, 12, 4)
    move_visit(store, visit_id(first.id, FRIDAY), tuesday)
    later = store.presence_rules.change_from(first.id, tuesday, replace(first, time="13:00"))
    assert [visit.rule_id for visit in read_plan(store, tuesday, friday)] == [first.id, later.id]


def test_visits_without_a_plan_stand_at_their_real_times(store: Store, lem: Workplace) -> None:
    running = store.visits.start(lem.id)
    (visit,) = read_plan(store, TODAY, TODAY)
    assert (visit.id, visit.status, visit.minutes) == (running.id, PlanStatus.RUNNING, 60)
    assert f"{visit.start:%H.%M}" == "09.24"


def test_a_visit_cancelled_before_there_were_plans_takes_no_time(
    store: Store, lem: Workplace
) -> None:
    me = store.settings.counsellor_id
    store.visits.add(
        Visit(workplace_id=lem.id, counsellor_id=me, date=TODAY, status=VisitStatus.CANCELLED)
    )
    (visit,) = read_plan(store, TODAY, TODAY)
    assert (visit.status, visit.minutes, visit.day) == (PlanStatus.CANCELLED, 0, TODAY)


def test_the_order_is_by_time_and_then_by_place(store: Store, lem: Workplace) -> None:
    aero = add_workplace(store, "AERO")
    for place, time in ((lem, "09:00"), (aero, "09:00"), (lem, "08:00")):
        add_rule(store, place, time=time)
    plan_visit(store, workplace_id=aero.id, day=FRIDAY, time="08:30", minutes=30)
    shown = [(visit.start.hour, visit.code) for visit in read_plan(store, FRIDAY, FRIDAY)]
    assert shown == [(8, "LEM"), (8, "AERO"), (9, "AERO"), (9, "LEM")]


def test_in_the_hour_that_comes_twice_the_order_is_that_of_time_itself(
    store: Store, lem: Workplace
) -> None:
    night = date(2026, 10, 25)
    early = add_rule(store, lem, weekdays=(7,), valid_from=night, time="01:45", minutes=90)
    late = add_rule(store, lem, weekdays=(7,), valid_from=night, time="02:30", minutes=60)
    first, second = read_plan(store, night, night)
    assert [first.rule_id, second.rule_id] == [early.id, late.id]
    # On its clock the second ends when it begins; it lasts an hour all the same.
    assert f"{second.start:%H.%M}–{second.end:%H.%M}" == "02.30–02.30"
    assert (first.minutes, second.minutes) == (90, 60)


def test_a_night_visit_belongs_to_the_day_on_which_it_begins(store: Store, lem: Workplace) -> None:
    add_rule(store, lem, time="23:00", minutes=480)
    saturday = FRIDAY + timedelta(days=1)
    (visit,) = read_plan(store, FRIDAY, FRIDAY)
    assert visit.end.date() == saturday
    assert read_plan(store, saturday, saturday) == ()


@pytest.mark.parametrize("setting", ["skip", "move"])
def test_a_skipped_visit_says_why_and_where_it_could_go(
    store: Store, lem: Workplace, setting: str
) -> None:
    store.settings.set("holidays", setting)
    rule = add_rule(store, lem)
    store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=date(2026, 12, 28), last_on=date(2027, 1, 3))
    )
    christmas = date(2026, 12, 25)
    (visit,) = read_plan(store, christmas, christmas)
    assert visit.closure is not None
    assert (visit.closure.name.da, visit.closure.holiday) == ("Juledag", True)
    assert visit.proposal == (date(2027, 1, 4) if setting == "move" else None)
    assert find_planned(store, visit_id(rule.id, christmas)) == visit


@pytest.mark.parametrize("setting", ["skip", "keep"])
def test_visits_on_closing_days_are_skipped_whatever_is_done_on_holidays(
    store: Store, lem: Workplace, setting: str
) -> None:
    store.settings.set("holidays", setting)
    add_rule(store, lem)
    closed = ClosingDays(workplace_id=lem.id, first_on=FRIDAY, last_on=FRIDAY, reason="Ferie")
    store.closing_days.add(closed)
    (visit,) = read_plan(store, FRIDAY, FRIDAY)
    assert visit.closure is not None
    assert (visit.status, visit.closure.name.da) == (PlanStatus.SKIPPED, "Ferie")


def test_two_versions_that_were_put_on_one_day_bring_one_visit(
    store: Store, lem: Workplace
) -> None:
    """No way leads there but taking back an old step; the plan must not fall over it."""
    rule = add_rule(store, lem, valid_until=FRIDAY)
    values: dict[str, Any] = {"series": rule.series_id, "id": "0" * 36}
    store.database.execute(
        "INSERT INTO presence_rule SELECT :id, :series, workplace_id, every_weeks, weekdays, time,"
        " minutes, shift, anchor, valid_from, NULL, end_reason, remark, created_at, changed_at"
        " FROM presence_rule",
        values,
    )
    assert len(read_plan(store, FRIDAY, FRIDAY)) == 1


@pytest.mark.parametrize("day", [date(2026, 11, 26), date(2026, 10, 30)])
def test_what_no_rule_has_is_not_in_the_plan(store: Store, lem: Workplace, day: date) -> None:
    rule = add_rule(store, lem)
    with pytest.raises(NotFound):
        find_planned(store, visit_id(rule.id, day))
