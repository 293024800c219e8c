"""Rules change and end from a day on; what they have brought so far never moves."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.errors import Conflict, InvalidInput
from app.models.plan import find_planned, read_plan
from app.models.plan_types import PresenceRule, RulePlace
from app.models.planning import cancel_visit, hold_visit, move_visit
from app.models.recurrence import local_span
from app.models.store import Store
from app.models.types import Workplace
from app.models.visit_ids import visit_id
from tests.records import add_counsellor, add_rule, add_workplace
from tests.stores import new_store

TODAY = date(2026, 11, 21)
"""A Saturday."""
YESTERDAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 22)
LAST_FRIDAY, FRIDAY, NEXT_FRIDAY = YESTERDAY, date(2026, 11, 27), date(2026, 12, 4)
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


def test_a_rule_is_the_first_version_of_a_series_counted_from_a_monday(
    store: Store, rule: PresenceRule
) -> None:
    assert rule.id == rule.series_id
    assert rule.anchor == date(2026, 11, 2)
    assert store.presence_rules.all() == store.presence_rules.of_series(rule.id) == (rule,)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("every_weeks", 0),
        ("every_weeks", 53),
        ("weekdays", ()),
        ("weekdays", (0,)),
        ("weekdays", (8,)),
        ("weekdays", (5, 2)),
        ("weekdays", (2, 2)),
        ("time", ""),
        ("time", "9.00"),
        ("time", "24:00"),
        ("minutes", 0),
        ("minutes", 1441),
        ("counsellor_ids", ()),
        ("valid_until", date(2026, 11, 5)),
    ],
)
def test_a_broken_rule_is_refused_by_the_name_of_its_field(
    store: Store, rule: PresenceRule, field: str, value: Any
) -> None:
    with pytest.raises(InvalidInput) as refused:
        store.presence_rules.check(replace(rule, **{field: value}))
    assert [problem.field for problem in refused.value.problems] == [field]


def test_nobody_is_sent_twice(store: Store, lem: Workplace) -> None:
    me = store.settings.counsellor_id
    with pytest.raises(InvalidInput):
        add_rule(store, lem, counsellor_ids=(me, me))


def test_the_rules_of_a_workplace_are_told_with_those_in_force_first(
    store: Store, lem: Workplace, rule: PresenceRule
) -> None:
    old = add_rule(store, lem, valid_until=date(2026, 11, 10))
    older = add_rule(store, lem, valid_until=date(2026, 11, 9))
    add_rule(store, add_workplace(store, "AERO"))
    assert store.presence_rules.of_workplace(lem.id) == (rule, old, older)


# --- a change from a day on


def test_a_change_leaves_what_has_been_and_begins_on_its_day(
    store: Store, rule: PresenceRule
) -> None:
    later = store.presence_rules.change_from(
        rule.id, FRIDAY, replace(rule, time="13:00"), "Ingen kom om formiddagen"
    )
    before, after = store.presence_rules.of_series(rule.series_id)
    assert (before.valid_until, before.end_reason) == (THURSDAY, "Ingen kom om formiddagen")
    assert (after, after.valid_from, after.end_reason) == (later, FRIDAY, "")
    assert shown(store, date(2026, 11, 1), NEXT_FRIDAY) == [
        "06-11 09.00 planned",
        "13-11 09.00 planned",
        "20-11 09.00 planned",
        "27-11 13.00 planned",
        "04-12 13.00 planned",
    ]


def test_an_id_that_was_told_before_the_change_still_finds_its_visit(
    store: Store, rule: PresenceRule
) -> None:
    told = read_plan(store, FRIDAY, FRIDAY)[0].id
    later = store.presence_rules.change_from(rule.id, TODAY, replace(rule, time="13:00"))
    found = find_planned(store, told)
    assert (found.start.hour, found.rule_id) == (13, later.id)


def test_a_change_on_the_first_day_of_a_rule_needs_no_new_version(
    store: Store, lem: Workplace
) -> None:
    rule = add_rule(store, lem, valid_from=FRIDAY)
    for day in (TODAY, FRIDAY):
        rule = store.presence_rules.change_from(rule.id, day, replace(rule, minutes=day.day))
    assert store.presence_rules.all() == (rule,)
    assert (rule.valid_from, rule.minutes) == (FRIDAY, 27)


@pytest.mark.parametrize("day", [YESTERDAY, date(2020, 1, 1)])
def test_nothing_changes_before_today(store: Store, rule: PresenceRule, day: date) -> None:
    with pytest.raises(InvalidInput) as refused:
        store.presence_rules.change_from(rule.id, day, replace(rule, time="13:00"))
    assert refused.value.problems[0].field == "valid_from"
    assert store.presence_rules.all() == (rule,)


def test_an_ended_rule_is_not_changed_after_its_end(store: Store, lem: Workplace) -> None:
    rule = add_rule(store, lem, valid_until=FRIDAY)
    with pytest.raises(InvalidInput):
        store.presence_rules.change_from(rule.id, FRIDAY + timedelta(days=1), rule)


def test_versions_of_a_series_never_overlap(store: Store, rule: PresenceRule) -> None:
    december = replace(rule, time="13:00")
    second = store.presence_rules.change_from(rule.id, date(2026, 12, 1), december)
    first = store.presence_rules.get(rule.id)
    # Asked for without an end, the version in between gives way to the one to come.
    between = store.presence_rules.change_from(
        first.id, FRIDAY, replace(first, time="11:00", valid_until=None)
    )
    assert between.valid_until == date(2026, 11, 30)
    assert shown(store, LAST_FRIDAY, NEXT_FRIDAY) == [
        "20-11 09.00 planned",
        "27-11 11.00 planned",
        "04-12 13.00 planned",
    ]
    with pytest.raises(InvalidInput) as refused:
        store.presence_rules.end(between.id, second.valid_from)
    assert refused.value.problems[0].field == "valid_until"
    with pytest.raises(InvalidInput):
        store.presence_rules.change(replace(between, valid_until=None))


# --- an end


def test_an_ended_rule_has_its_last_visit_on_its_last_day(store: Store, rule: PresenceRule) -> None:
    kept, dropped = fridays(rule, FRIDAY, NEXT_FRIDAY)
    cancel_visit(store, kept, "Ferie")
    move_visit(store, dropped, THURSDAY)
    ended = store.presence_rules.end(rule.id, FRIDAY, "Stoppet: ingen kom")
    assert (ended.valid_until, ended.end_reason) == (FRIDAY, "Stoppet: ingen kom")
    assert shown(store, TODAY, FAR) == ["27-11 09.00 cancelled"]


def test_a_rule_that_is_stopped_at_once_ends_yesterday(store: Store, rule: PresenceRule) -> None:
    assert store.presence_rules.end(rule.id, YESTERDAY).valid_until == YESTERDAY
    with pytest.raises(InvalidInput):
        store.presence_rules.end(rule.id, YESTERDAY - timedelta(days=1))


def test_the_past_gets_no_new_visits_by_an_end_that_is_put_off(
    store: Store, lem: Workplace
) -> None:
    over = add_rule(store, lem, valid_until=date(2026, 11, 10))
    for last_day in (FRIDAY, None):
        with pytest.raises(InvalidInput) as refused:
            store.presence_rules.change(replace(over, valid_until=last_day))
        assert "Reglen er allerede slut." in refused.value.message("da")
    with pytest.raises(InvalidInput):
        store.presence_rules.end(over.id, FRIDAY)


def test_a_rule_to_come_is_deleted_and_not_ended_before_it_begins(
    store: Store, lem: Workplace
) -> None:
    coming = add_rule(store, lem, valid_from=NEXT_FRIDAY)
    with pytest.raises(InvalidInput) as refused:
        store.presence_rules.end(coming.id, FRIDAY)
    assert "Slet den i stedet." in refused.value.message("da")
    assert store.presence_rules.end(coming.id, NEXT_FRIDAY).valid_until == NEXT_FRIDAY


def test_an_end_is_taken_back_with_what_it_dropped(store: Store, rule: PresenceRule) -> None:
    (moved,) = fridays(rule, NEXT_FRIDAY)
    move_visit(store, moved, date(2026, 12, 3))
    before = read_plan(store, TODAY, FAR)
    with store.atomic() as change:
        store.presence_rules.end(rule.id, FRIDAY)
    redo = store.undo(change)
    assert read_plan(store, TODAY, FAR) == before
    store.undo(redo)
    assert shown(store, TODAY, FAR) == ["27-11 09.00 planned"]


# --- in place


def test_of_a_rule_in_use_only_the_end_and_the_remark_change_in_place(
    store: Store, rule: PresenceRule
) -> None:
    with pytest.raises(Conflict) as refused:
        store.presence_rules.change(replace(rule, time="13:00"))
    assert "Ret den fra en bestemt dag." in refused.value.message("da")
    changed = store.presence_rules.change(replace(rule, remark="Ring på", valid_until=FRIDAY))
    assert (changed.remark, changed.valid_until) == ("Ring på", FRIDAY)


def test_a_rule_that_has_not_begun_changes_in_place_with_what_was_arranged(
    store: Store, lem: Workplace
) -> None:
    rule = add_rule(store, lem, valid_from=FRIDAY)
    kept, dropped = fridays(rule, FRIDAY, NEXT_FRIDAY)
    cancel_visit(store, kept, "Ferie")
    cancel_visit(store, dropped, "Ferie")
    store.presence_rules.change(replace(rule, every_weeks=2, time="10:00", anchor=FRIDAY))
    assert shown(store, TODAY, date(2026, 12, 11)) == [
        "27-11 10.00 cancelled",
        "11-12 10.00 planned",
    ]


def test_a_stale_rule_is_not_changed(store: Store, rule: PresenceRule) -> None:
    store.presence_rules.change(replace(rule, remark="Ring på"))
    with pytest.raises(Conflict):
        store.presence_rules.change(replace(rule, remark="Bank på"))


def test_a_rule_in_use_is_not_deleted(store: Store, rule: PresenceRule) -> None:
    with pytest.raises(Conflict) as refused:
        store.presence_rules.delete(rule.id)
    assert "Afslut den i stedet." in refused.value.message("da")


def test_a_rule_to_come_is_deleted_with_what_was_arranged_for_it(
    store: Store, lem: Workplace
) -> None:
    rule = add_rule(store, lem, valid_from=FRIDAY)
    cancel_visit(store, fridays(rule, FRIDAY)[0], "Ferie")
    before = read_plan(store, TODAY, FAR)
    with store.atomic() as change:
        store.presence_rules.delete(rule.id)
    assert read_plan(store, TODAY, FAR) == ()
    store.undo(change)
    assert read_plan(store, TODAY, FAR) == before


def test_a_version_to_come_is_deleted_and_the_one_before_it_stays_ended(
    store: Store, rule: PresenceRule
) -> None:
    later = store.presence_rules.change_from(rule.id, NEXT_FRIDAY, replace(rule, time="13:00"))
    store.presence_rules.delete(later.id)
    assert shown(store, TODAY, FAR) == ["27-11 09.00 planned"]


# --- what refers to a rule, and what a rule refers to


def test_a_workplace_and_a_counsellor_of_a_rule_are_not_deleted(
    store: Store, lem: Workplace
) -> None:
    other = add_counsellor(store, "JB")
    add_rule(store, lem, counsellor_ids=(store.settings.counsellor_id, other.id))
    with pytest.raises(Conflict):
        store.workplaces.delete(lem.id)
    with pytest.raises(Conflict):
        store.counsellors.delete(other.id)


def test_a_rule_with_a_held_visit_cannot_be_taken_back(store: Store, lem: Workplace) -> None:
    with store.atomic() as change:
        rule = add_rule(store, lem)
    start, end = local_span(LAST_FRIDAY, "09:00", 60)
    hold_visit(store, fridays(rule, LAST_FRIDAY)[0], start, end)
    with pytest.raises(Conflict):
        store.undo(change)
    assert shown(store, LAST_FRIDAY, TODAY) == ["20-11 09.00 held"]


# --- what is remembered of them


def test_rules_in_force_are_those_that_cover_a_day(store: Store, lem: Workplace) -> None:
    ended = add_rule(store, lem, valid_until=YESTERDAY)
    going_on = add_rule(store, lem)
    coming = add_rule(store, lem, valid_from=TOMORROW)
    in_force = store.presence_rules.in_force
    assert set(in_force(TODAY, TODAY)) == {going_on}
    assert set(in_force(YESTERDAY, TODAY)) == {ended, going_on}
    assert set(in_force(TODAY, TOMORROW)) == {going_on, coming}


def test_a_rule_that_was_read_before_is_told_as_it_is_now(store: Store, rule: PresenceRule) -> None:
    rules = store.presence_rules
    assert rules.in_force(TODAY, TODAY) == (rule,)
    changed = rules.change(replace(rule, remark="Ring på"))
    assert rules.in_force(TODAY, TODAY) == (changed,)
    rules.end(rule.id, YESTERDAY)
    assert rules.in_force(TODAY, TODAY) == ()


def test_what_was_rolled_back_is_forgotten_though_its_stamp_comes_again(tmp_path: Path) -> None:
    store = new_store(tmp_path)  # its clock stands still
    rules = store.presence_rules
    rule = add_rule(store, add_workplace(store))

    def change_and_fail() -> None:
        with store.atomic():
            lost = rules.change(replace(rule, remark="Bank på"))
            assert rules.in_force(TODAY, TODAY) == (lost,)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    changed = rules.change(replace(rule, remark="Ring på"))
    assert rules.in_force(TODAY, TODAY) == (changed,)
    store.close()
