"""What a rule would bring, while it is still being typed."""

from datetime import date

from msgspec.structs import replace

from app.models.closures import read_closures
from app.models.plan_types import ClosingDays, PresenceRule, RulePlace
from app.models.recurrence import has_occurrence
from app.models.store import Store
from app.models.types import RecordId
from app.models.upcoming import first_times, same_rhythm, upcoming
from tests.records import add_workplace

SATURDAY = date(2026, 11, 21)
RULE = PresenceRule(
    workplace_id=RecordId("w"),
    every_weeks=2,
    weekdays=(2,),
    time="09:00",
    places=(RulePlace(room="Kantinen"), RulePlace(room="Hallen")),
    counsellor_ids=(RecordId("c"),),
    anchor=date(2026, 11, 23),
    valid_from=date(2026, 11, 1),
)


def test_the_next_visits_are_told_with_their_places_and_what_skips_them(store: Store) -> None:
    lem = add_workplace(store)
    day = date(2026, 12, 8)
    store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=day, last_on=day, reason="Julefrokost")
    )
    closures = read_closures(store, SATURDAY, date(2027, 12, 31))
    found = upcoming(replace(RULE, workplace_id=lem.id), closures, SATURDAY, 3)
    assert [(each.day.isoformat(), each.place.room) for each in found] == [
        ("2026-11-24", "Kantinen"),
        ("2026-12-08", "Hallen"),
        ("2026-12-22", "Kantinen"),
    ]
    assert [each.closure.name.da if each.closure else "" for each in found] == [
        "",
        "Julefrokost",
        "",
    ]


def test_a_rule_that_ends_has_fewer_and_one_too_far_off_none(store: Store) -> None:
    closures = read_closures(store, SATURDAY, SATURDAY)
    ending = replace(RULE, valid_until=date(2026, 12, 8))
    assert len(upcoming(ending, closures, SATURDAY, 3)) == 2
    assert upcoming(replace(RULE, valid_from=date.max), closures, SATURDAY, 3) == ()


def test_a_rhythm_can_begin_in_each_of_its_weeks() -> None:
    times = first_times(replace(RULE, every_weeks=3), SATURDAY)
    assert [(time.anchor.isoformat(), time.day.isoformat()) for time in times] == [
        ("2026-11-23", "2026-11-24"),
        ("2026-11-30", "2026-12-01"),
        ("2026-12-07", "2026-12-08"),
    ]
    for time in times:
        assert has_occurrence(replace(RULE, every_weeks=3, anchor=time.anchor), time.day)


def test_weeks_of_the_same_phase_are_the_same_rhythm() -> None:
    assert same_rhythm(RULE, date(2026, 12, 7))
    assert same_rhythm(RULE, date(2026, 12, 9)), "a day stands for its week"
    assert not same_rhythm(RULE, date(2026, 11, 30))
