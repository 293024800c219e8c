"""What is typed about a rule is kept, and stored so that what has been does not move."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput
from app.models.rule_editing import (
    RuleDraft,
    RuleEntry,
    has_begun,
    read_rule_drafts,
    save_rule,
    save_rule_drafts,
)
from app.models.store import Store
from app.models.types import RecordId
from tests.records import add_rule, add_workplace

TODAY = date(2026, 11, 21)


def test_a_rule_that_has_begun_gets_a_new_version_from_the_day(store: Store) -> None:
    rule = add_rule(store, add_workplace(store))
    assert has_begun(rule, TODAY)
    entry = RuleEntry(rule=replace(rule, time="13:00"), day=date(2026, 11, 27), reason="Skift")
    save_rule(store, entry)
    old, new = store.presence_rules.of_series(rule.series_id)
    assert (old.time, old.valid_until, old.end_reason) == ("09:00", date(2026, 11, 26), "Skift")
    assert (new.time, new.valid_from) == ("13:00", date(2026, 11, 27))


def test_its_end_and_its_remark_are_changed_in_place(store: Store) -> None:
    rule = add_rule(store, add_workplace(store))
    entry = RuleEntry(rule=replace(rule, remark="Ring på", valid_until=date(2026, 12, 31)))
    assert save_rule(store, entry).id == rule.id
    assert len(store.presence_rules.all()) == 1


def test_a_rule_that_begins_today_has_not_begun(store: Store) -> None:
    rule = add_rule(store, add_workplace(store), valid_from=TODAY)
    assert not has_begun(rule, TODAY)
    save_rule(store, RuleEntry(rule=replace(rule, weekdays=(1,))))
    assert [each.weekdays for each in store.presence_rules.all()] == [(1,)]


def test_a_rule_is_not_changed_in_the_past(store: Store) -> None:
    rule = add_rule(store, add_workplace(store))
    entry = RuleEntry(rule=replace(rule, time="13:00"), day=date(2026, 11, 20))
    with pytest.raises(InvalidInput) as refused:
        save_rule(store, entry)
    assert [problem.field for problem in refused.value.problems] == ["valid_from"]


def test_a_rule_that_ends_before_its_first_visit_is_not_kept(store: Store) -> None:
    """Fridays, but over by Thursday; one that has begun may end whenever it has to."""
    rule = add_rule(store, add_workplace(store), valid_from=TODAY)
    thursday = replace(rule, valid_until=date(2026, 11, 26))
    late = replace(rule, valid_until=date(2027, 1, 7), every_weeks=52, anchor=date(2026, 11, 16))
    for wanted in (thursday, replace(thursday, id=RecordId("")), late):
        with pytest.raises(InvalidInput) as refused:
            save_rule(store, RuleEntry(rule=wanted))
        assert [problem.field for problem in refused.value.problems] == ["valid_until"]
        assert "Vælg en senere slutdato" in refused.value.message("da")
        assert store.presence_rules.all() == (rule,)
    begun = add_rule(store, add_workplace(store, "AERO"))
    ended = save_rule(store, RuleEntry(rule=replace(begun, valid_until=TODAY)))
    assert ended.valid_until == TODAY


def test_drafts_are_kept_until_there_are_none(store: Store) -> None:
    rule = add_rule(store, add_workplace(store))
    drafts = {"place rule": RuleDraft(entry=RuleEntry(rule=rule, day=TODAY), is_open=False)}
    save_rule_drafts(store, drafts)
    assert read_rule_drafts(store) == drafts
    save_rule_drafts(store, {})
    assert read_rule_drafts(store) == {}
    assert store.drafts.read("presence rule") is None
