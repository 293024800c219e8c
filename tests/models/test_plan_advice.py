"""A counsellor is told which hours to stop, which to have more often, and where nobody has been."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.periods import Period
from app.models.plan_advice import Coverage, Unvisited, coverage, suggestions, unvisited
from app.models.plan_types import PresenceRule
from app.models.planning import cancel_visit, hold_visit
from app.models.recurrence import local_end, local_start, occurrence_days
from app.models.store import Store
from app.models.types import RecordId, Shift, Workplace
from app.models.visit_ids import visit_id
from app.texts import Text
from tests.planned import SettableClock
from tests.records import add_contact, add_workplace
from tests.stores import NOW, new_store

TODAY = date(2026, 11, 21)
"""A Saturday, as the clock of the tests has it."""

SPRING = date(2026, 4, 6)
"""A Monday, long before the half year that suggestions look at."""

IN_SPRING = datetime(2026, 4, 6, 7, tzinfo=UTC)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock(NOW)


@pytest.fixture
def store(tmp_path: Path, clock: SettableClock) -> Iterator[Store]:
    opened = new_store(tmp_path, clock)
    yield opened
    opened.close()


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


@pytest.fixture
def tarm(store: Store) -> Workplace:
    return add_workplace(store, "TARM", "Tarm Hjemmepleje")


def rule(
    store: Store, place: Workplace, weekday: int = 2, every_weeks: int = 1, **more: object
) -> PresenceRule:
    values: dict[str, object] = {
        "workplace_id": place.id,
        "every_weeks": every_weeks,
        "weekdays": (weekday,),
        "time": "09:00",
        "counsellor_ids": (store.settings.counsellor_id,),
        "anchor": SPRING,
        "valid_from": SPRING,
    }
    return store.presence_rules.add(PresenceRule(**values | more))  # type: ignore[arg-type]


def hold_all(
    store: Store, kept: PresenceRule, contacts: int, last: date = TODAY, most: int = 100
) -> None:
    """Hold the last visits of a rule, each for an hour and with so many contacts."""
    for day in occurrence_days(kept, SPRING, last)[-most:]:
        hold(store, kept, day, contacts)


def hold(store: Store, kept: PresenceRule, day: date, contacts: int = 0) -> RecordId:
    start = local_start(day, kept.time)
    visit = hold_visit(store, visit_id(kept.series_id, day), start, local_end(start, 60))
    for _ in range(contacts):
        add_contact(store, day=day, workplace_id=kept.workplace_id, visit_id=visit.id)
    return visit.id


def texts(store: Store) -> list[tuple[str, str]]:
    return [(one.workplace, one.text.da) for one in suggestions(store, TODAY)]


def test_an_empty_project_gets_no_suggestions(store: Store, lem: Workplace) -> None:
    rule(store, lem)
    assert suggestions(store, TODAY) == ()


def test_a_shift_to_which_nobody_comes_is_suggested_to_stop(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    hold_all(store, rule(store, tarm), contacts=2)
    night = rule(store, lem, shift=Shift.NIGHT)
    hold_all(store, night, contacts=0, most=6)
    (one,) = suggestions(store, TODAY)
    assert (one.workplace_id, one.workplace, one.shift, one.weekday) == (
        lem.id,
        "Vestas i Lem",
        Shift.NIGHT,
        2,
    )
    assert one.text == Text(
        "0 henvendelser på 6 fremmøder. Overvej at stoppe eller flytte.",
        "0 inquiries in 6 visits. Consider stopping or moving.",
    )
    assert (one.figures.visits, one.figures.minutes, one.figures.high) == (6, 360, 61)


def test_five_empty_visits_are_too_few_to_say_anything(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    hold_all(store, rule(store, tarm), contacts=2)
    hold_all(store, rule(store, lem), contacts=0, most=5)
    assert suggestions(store, TODAY) == ()


def test_nothing_is_suggested_while_it_may_be_chance(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    # Few come anywhere: six empty hours could be bad luck.
    tuesdays = rule(store, tarm)
    hold_all(store, tuesdays, contacts=0, last=date(2026, 6, 30))
    hold(store, tuesdays, date(2026, 11, 17), contacts=1)
    hold_all(store, rule(store, lem), contacts=0, most=6)
    assert suggestions(store, TODAY) == ()


def test_the_two_shifts_of_a_place_are_looked_at_apart(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    hold_all(store, rule(store, lem, shift=Shift.DAY), contacts=3)
    hold_all(store, rule(store, lem, shift=Shift.NIGHT, time="22:00"), contacts=0, most=8)
    assert [one.shift for one in suggestions(store, TODAY)] == [Shift.NIGHT]


def test_what_was_stopped_already_is_not_suggested_again(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    hold_all(store, rule(store, tarm), contacts=2)
    night = rule(store, lem)
    hold_all(store, night, contacts=0)
    assert len(suggestions(store, TODAY)) == 1
    store.presence_rules.end(night.id, TODAY - timedelta(days=1), "ingen kom")
    assert suggestions(store, TODAY) == ()


def test_a_workplace_that_has_left_the_project_is_left_alone(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    hold_all(store, rule(store, tarm), contacts=2)
    hold_all(store, rule(store, lem), contacts=0)
    store.workplaces.change(replace(lem, ended_on=TODAY - timedelta(days=1)))
    assert suggestions(store, TODAY) == ()


@pytest.mark.parametrize(
    ("every_weeks", "danish", "english"),
    [
        (
            2,
            "3,0 henvendelser pr. time. Overvej hver uge i stedet for hver 2. uge.",
            "3.0 inquiries per hour. Consider every week instead of every 2 weeks.",
        ),
        (
            3,
            "3,0 henvendelser pr. time. Overvej hver 2. uge i stedet for hver 3. uge.",
            "3.0 inquiries per hour. Consider every 2 weeks instead of every 3 weeks.",
        ),
    ],
)
def test_a_full_place_is_suggested_more_often(
    store: Store,
    lem: Workplace,
    tarm: Workplace,
    every_weeks: int,
    danish: str,
    english: str,
) -> None:
    quiet = rule(store, tarm)
    hold_all(store, quiet, contacts=0)
    hold(store, rule(store, tarm, weekday=3), date(2026, 11, 18), contacts=1)
    hold_all(store, rule(store, lem, every_weeks=every_weeks), contacts=3)
    found = {one.workplace: one.text for one in suggestions(store, TODAY)}
    assert found["Vestas i Lem"] == Text(danish, english)


def test_one_full_visit_is_no_reason_to_come_more_often(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    hold_all(store, rule(store, tarm), contacts=0)
    full = rule(store, lem, every_weeks=2)
    hold_all(store, full, contacts=9, most=5)
    assert "Vestas i Lem" not in [one.workplace for one in suggestions(store, TODAY)]
    hold_all(store, full, contacts=9, last=date(2026, 9, 10), most=1)
    assert "Vestas i Lem" in [one.workplace for one in suggestions(store, TODAY)]


def test_a_full_place_that_is_visited_every_week_cannot_have_more(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    hold_all(store, rule(store, tarm, weekday=3), contacts=1)
    hold_all(store, rule(store, lem), contacts=4)
    assert "Vestas i Lem" not in [one.workplace for one in suggestions(store, TODAY)]


def test_the_five_strongest_come_in_an_order_that_does_not_change(store: Store) -> None:
    hold_all(store, rule(store, add_workplace(store, "FULD")), contacts=4)
    for number in range(7):
        place = add_workplace(store, f"TOM{number}", f"Tom {number}")
        hold_all(store, rule(store, place), contacts=0, most=6 + number % 3 * 3)
    found = texts(store)
    assert [name for name, _ in found] == ["Tom 2", "Tom 5", "Tom 1", "Tom 4", "Tom 0"]
    assert found[0][1].startswith("0 henvendelser på 12 fremmøder.")
    assert texts(store) == found


def test_only_the_last_half_year_counts(store: Store, lem: Workplace, tarm: Workplace) -> None:
    hold_all(store, rule(store, tarm), contacts=2)
    old = rule(store, lem)
    hold_all(store, old, contacts=0, last=date(2026, 5, 22))
    assert suggestions(store, TODAY) == ()


def test_the_coverage_of_a_month(store: Store, lem: Workplace) -> None:
    weekly = rule(store, lem)
    hold(store, weekly, date(2026, 11, 3))
    cancel_visit(store, visit_id(weekly.series_id, date(2026, 11, 10)), "Sygdom")
    assert coverage(store, Period.month(TODAY)) == Coverage(
        planned=4,
        planned_minutes=240,
        held=1,
        held_minutes=60,
        cancelled=1,
        cancelled_minutes=60,
        skipped=0,
        skipped_minutes=0,
        zero=1,
        zero_minutes=60,
        unanswered=1,
    )


@pytest.mark.parametrize(
    ("every_weeks", "weeks_ago", "is_long"),
    [(1, 4, False), (1, 5, True), (2, 5, True), (3, 6, False), (3, 7, True), (4, 8, False)],
)
def test_a_place_is_unvisited_after_two_cycles_and_five_weeks(
    store: Store, lem: Workplace, every_weeks: int, weeks_ago: int, is_long: bool
) -> None:
    last = TODAY - timedelta(weeks=weeks_ago)
    kept = rule(store, lem, weekday=6, every_weeks=every_weeks, anchor=last)
    hold(store, kept, last)
    expected = Unvisited(
        workplace_id=lem.id,
        code=lem.code,
        workplace="Vestas i Lem",
        last_held=last,
        days=7 * weeks_ago,
    )
    assert expected.weeks == weeks_ago
    assert unvisited(store, TODAY) == ((expected,) if is_long else ())


def test_a_place_where_nobody_has_ever_been_waits_since_its_rule_began(
    store: Store, clock: SettableClock, lem: Workplace, tarm: Workplace
) -> None:
    clock.now = IN_SPRING
    rule(store, lem)
    rule(store, tarm, valid_from=TODAY - timedelta(weeks=2))
    (one,) = unvisited(store, TODAY)
    assert (one.workplace, one.last_held, one.weeks) == ("Vestas i Lem", None, 32)


def test_of_the_time_before_a_rule_was_entered_nothing_is_known(
    store: Store, clock: SettableClock, lem: Workplace
) -> None:
    clock.now = IN_SPRING
    rule(store, lem, valid_from=date(2018, 2, 1))
    assert unvisited(store, SPRING) == ()
    (one,) = unvisited(store, TODAY)
    assert one.weeks == 32


def test_a_changed_rule_has_been_in_force_since_its_first_version(
    store: Store, clock: SettableClock, lem: Workplace
) -> None:
    clock.now = IN_SPRING
    first = rule(store, lem)
    store.presence_rules.change_from(first.id, TODAY, replace(first, time="10:00"))
    assert [one.weeks for one in unvisited(store, TODAY)] == [32]


def test_without_a_rule_in_force_or_a_workplace_nobody_is_missed(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    ended = rule(store, lem, valid_until=date(2026, 9, 30))
    assert ended.valid_until is not None
    rule(store, tarm)
    store.workplaces.change(replace(tarm, ended_on=date(2026, 10, 1)))
    assert unvisited(store, TODAY) == ()


def test_the_longest_unvisited_stands_first(
    store: Store, clock: SettableClock, lem: Workplace, tarm: Workplace
) -> None:
    clock.now = IN_SPRING
    rule(store, lem, valid_from=date(2026, 8, 3))
    rule(store, tarm)
    rule(store, add_workplace(store, "AA", "Aars Hjemmepleje"))
    names = [one.workplace for one in unvisited(store, TODAY)]
    assert names == ["Tarm Hjemmepleje", "Aars Hjemmepleje", "Vestas i Lem"]
