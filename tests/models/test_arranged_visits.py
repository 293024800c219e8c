"""What was arranged for single visits follows a rule that changes, or is dropped with it."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.models.plan import PlanStatus, find_planned, read_plan
from app.models.plan_types import PresenceRule, RulePlace
from app.models.planning import assign_visit, cancel_visit, move_visit, start_visit
from app.models.store import Store
from app.models.types import Visit, VisitStatus, Workplace
from app.models.visit_ids import visit_id
from tests.records import add_counsellor, add_rule, add_workplace

TODAY = date(2026, 11, 21)
"""A Saturday."""
TOMORROW = date(2026, 11, 22)
FRIDAY, NEXT_FRIDAY = date(2026, 11, 27), date(2026, 12, 4)
THURSDAY = date(2026, 11, 26)
FAR = date(2027, 1, 31)


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


@pytest.fixture
def rule(store: Store, lem: Workplace) -> PresenceRule:
    """Fridays 9.00 to 10.00 since 6 November, without an end."""
    return add_rule(store, lem, places=(RulePlace(room="Kantinen"),))


def shown(store: Store, first: date, last: date) -> list[str]:
    return [
        f"{visit.start:%d-%m %H.%M} {visit.status.value}" for visit in read_plan(store, first, last)
    ]


def fridays(rule: PresenceRule, *days: date) -> list[str]:
    return [visit_id(rule.series_id, day) for day in days]


def test_a_change_knows_only_the_visits_of_its_own_version(
    store: Store, rule: PresenceRule
) -> None:
    december = date(2026, 12, 1)
    store.presence_rules.change_from(rule.id, december, replace(rule, weekdays=(3,)))
    (wednesday,) = fridays(rule, date(2026, 12, 2))
    cancel_visit(store, wednesday, "Ferie")
    store.presence_rules.change_from(rule.id, TODAY, replace(rule, time="11:00"))
    assert find_planned(store, wednesday).status is PlanStatus.CANCELLED


def test_what_was_arranged_follows_the_rule_except_where_it_was_arranged_otherwise(
    store: Store, rule: PresenceRule
) -> None:
    other = add_counsellor(store, "JB")
    swapped, cancelled, moved = fridays(rule, FRIDAY, NEXT_FRIDAY, date(2026, 12, 11))
    assign_visit(store, swapped, (other.id,))
    cancel_visit(store, cancelled, "Ferie")
    move_visit(store, moved, date(2026, 12, 10))

    third = add_counsellor(store, "AA")
    wanted = replace(
        rule,
        time="13:00",
        minutes=90,
        places=(RulePlace(room="Lager"),),
        counsellor_ids=(third.id, other.id),
    )
    later = store.presence_rules.change_from(rule.id, TODAY, wanted)

    found = [find_planned(store, each) for each in (swapped, cancelled, moved)]
    assert [
        (f"{visit.start:%d-%m %H.%M}–{visit.end:%H.%M}", visit.room, visit.counsellors)
        for visit in found
    ] == [
        ("27-11 13.00–14.30", "Lager", ("JB",)),
        ("04-12 13.00–14.30", "Lager", ("AA", "JB")),
        ("10-12 09.00–10.00", "Kantinen", ("AA", "JB")),
    ]
    assert [visit.status.value for visit in found] == ["planned", "cancelled", "moved"]
    assert {visit.rule_id for visit in found} == {later.id}


def test_a_room_found_for_one_day_outlives_a_change_of_the_rule(
    store: Store, rule: PresenceRule
) -> None:
    (friday,) = fridays(rule, FRIDAY)
    assign_visit(store, friday, (store.settings.counsellor_id,))
    store.visits.change(replace(store.visits.get(friday), place="Mødelokale 2"))
    wanted = replace(rule, time="13:00", places=(RulePlace(room="Lager", address="Bagvej 2"),))
    store.presence_rules.change_from(rule.id, TODAY, wanted)
    found = find_planned(store, friday)
    assert (found.start.hour, found.room, found.address) == (13, "Mødelokale 2", "Bagvej 2")


def test_what_the_rule_no_longer_has_is_dropped_and_a_moved_visit_stands_alone(
    store: Store, rule: PresenceRule
) -> None:
    cancelled, moved = fridays(rule, FRIDAY, NEXT_FRIDAY)
    cancel_visit(store, cancelled, "Ferie")
    move_visit(store, moved, date(2026, 12, 3), reason="Julefrokost")
    store.presence_rules.change_from(rule.id, TODAY, replace(rule, weekdays=(2,)))

    assert shown(store, TODAY, NEXT_FRIDAY) == [
        "24-11 09.00 planned",
        "01-12 09.00 planned",
        "03-12 09.00 planned",
    ]
    alone = read_plan(store, date(2026, 12, 3), date(2026, 12, 3))[0]
    assert (alone.series_id, alone.occurrence, alone.reason) == (None, None, "Julefrokost")
    assert alone.id not in (cancelled, moved)


def test_a_visit_that_was_held_stays_where_it_was(store: Store, lem: Workplace) -> None:
    rule = add_rule(store, lem, weekdays=(6,))  # today
    today = visit_id(rule.series_id, TODAY)
    held = store.visits.end(start_visit(store, today).id)
    store.presence_rules.change_from(rule.id, TODAY, replace(rule, weekdays=(6, 7), time="15:00"))
    assert store.visits.get(today) == held
    assert [visit.id for visit in read_plan(store, TODAY, TOMORROW)] == [
        today,
        visit_id(rule.series_id, TOMORROW),
    ]


def test_a_change_is_taken_back_and_done_again_as_one_step(
    store: Store, rule: PresenceRule
) -> None:
    moved, cancelled = fridays(rule, FRIDAY, NEXT_FRIDAY)
    move_visit(store, moved, THURSDAY)
    cancel_visit(store, cancelled, "Ferie")
    before = read_plan(store, TODAY, FAR)
    with store.atomic() as change:
        store.presence_rules.change_from(rule.id, TODAY, replace(rule, weekdays=(2,)))
    after = read_plan(store, TODAY, FAR)
    assert before != after

    redo = store.undo(change)
    assert read_plan(store, TODAY, FAR) == before
    assert store.presence_rules.all() == (rule,)
    store.undo(redo)
    assert read_plan(store, TODAY, FAR) == after


def test_a_visit_arranged_since_outlives_the_change_that_is_taken_back(
    store: Store, rule: PresenceRule
) -> None:
    with store.atomic() as change:
        store.presence_rules.change_from(rule.id, TODAY, replace(rule, weekdays=(2, 5)))
    tuesday, friday = (visit_id(rule.series_id, date(2026, 11, day)) for day in (24, 27))
    move_visit(store, tuesday, date(2026, 11, 25))
    cancel_visit(store, friday, "Ferie")
    store.undo(change)
    assert shown(store, TODAY, FRIDAY) == ["25-11 09.00 moved", "27-11 09.00 cancelled"]
    assert find_planned(store, tuesday).rule_id is None


def test_a_visit_without_a_rule_is_not_arranged(store: Store, lem: Workplace) -> None:
    visit = Visit(
        workplace_id=lem.id,
        counsellor_id=store.settings.counsellor_id,
        date=FRIDAY,
        time="09:00",
        minutes=60,
        status=VisitStatus.PLANNED,
    )
    with pytest.raises(ValueError, match="only a visit of a rule"):
        store.visits.arrange(visit)
