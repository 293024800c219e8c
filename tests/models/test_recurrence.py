"""A rule has its visits where RFC 5545 says, in every year, through every change of the clocks."""

import csv
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.models.clock import LOCAL_ZONE
from app.models.plan_types import PresenceRule, RulePlace
from app.models.recurrence import (
    WEEKDAY_CODES,
    covers,
    has_occurrence,
    local_end,
    local_span,
    local_start,
    occurrence_days,
    place_on,
    rrule_text,
)
from app.models.types import RecordId

LIBICAL = Path(__file__).parents[1] / "data" / "libical_weekly.csv"
"""The weekly rules of libical's tests (src/test/icalrecur_test.txt, test-data/recur.txt in
github.com/libical/libical), as facts: rule, start, number of days and, where it is told, the days.
Left out is what no rule here can say: weeks that begin on another day where that matters (WKST=WE,
or WKST=SU with Sundays in every second week), BYSETPOS and times in BYDAY."""

WEEKDAYS = st.sets(st.integers(1, 7), min_size=1).map(lambda days: tuple(sorted(days)))
MONDAYS = st.integers(0, 5_000).map(lambda weeks: date(1970, 1, 5) + timedelta(weeks=weeks))
DAYS = st.dates(date(1970, 1, 1), date(2099, 12, 31))


def weekly(anchor: date, *weekdays: int, every: int = 1, **more: Any) -> PresenceRule:
    """Return a rule without an end that is in force as long as anybody can remember."""
    values: dict[str, Any] = {
        "workplace_id": RecordId("w"),
        "counsellor_ids": (RecordId("c"),),
        "every_weeks": every,
        "weekdays": weekdays,
        "time": "09:00",
        "anchor": anchor,
        "valid_from": date(1900, 1, 1),
    }
    return PresenceRule(**values | more)


def counted_day_by_day(rule: PresenceRule, first: date, last: date) -> list[date]:
    """Return the days of a rule by walking through the calendar, away from its anchor."""
    found = []
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        weeks, weekday = divmod((day - rule.anchor).days, 7)
        in_force = day >= rule.valid_from and not (rule.valid_until and day > rule.valid_until)
        if in_force and weekday + 1 in rule.weekdays and weeks % rule.every_weeks == 0:
            found.append(day)
    return found


@given(
    anchor=MONDAYS,
    every=st.integers(1, 52),
    weekdays=WEEKDAYS,
    valid_from=DAYS,
    lasting=st.none() | st.integers(0, 4_000),
    first=DAYS,
    length=st.integers(-3, 800),
)
def test_every_rule_equals_a_walk_through_the_calendar(
    anchor: date,
    every: int,
    weekdays: tuple[int, ...],
    valid_from: date,
    lasting: int | None,
    first: date,
    length: int,
) -> None:
    until = None if lasting is None else valid_from + timedelta(days=lasting)
    rule = weekly(anchor, *weekdays, every=every, valid_from=valid_from, valid_until=until)
    last = first + timedelta(days=length)

    days = occurrence_days(rule, first, last)

    assert list(days) == counted_day_by_day(rule, first, last)
    near = [first + timedelta(days=ahead) for ahead in range(min(length, 400) + 1)]
    assert [day for day in near if has_occurrence(rule, day)] == [d for d in days if d in set(near)]
    assert all(covers(rule, day) for day in days)


@given(anchor=MONDAYS, every=st.integers(1, 52), weekdays=WEEKDAYS, first=DAYS)
def test_days_are_the_same_however_they_are_asked_for(
    anchor: date, every: int, weekdays: tuple[int, ...], first: date
) -> None:
    rule = weekly(anchor, *weekdays, every=every)
    weeks = [first + timedelta(weeks=ahead) for ahead in range(60)]
    in_parts = [occurrence_days(rule, week, week + timedelta(days=6)) for week in weeks]
    whole = occurrence_days(rule, first, first + timedelta(days=60 * 7 - 1))
    assert tuple(day for part in in_parts for day in part) == whole


def libical_cases() -> Iterable[dict[str, str]]:
    with LIBICAL.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("case", libical_cases(), ids=lambda case: case["rrule"])
def test_the_cases_of_libical(case: dict[str, str]) -> None:
    said = dict(part.split("=") for part in case["rrule"].split(";"))
    start = date.fromisoformat(case["dtstart"])
    codes = said["BYDAY"].split(",") if "BYDAY" in said else [WEEKDAY_CODES[start.weekday()]]
    until = None
    if "UNTIL" in said:
        # Midnight in UTC: nine o'clock of that day comes after it.
        until = date.fromisoformat(said["UNTIL"].removesuffix("T000000Z")) - timedelta(days=1)
    rule = weekly(
        start - timedelta(days=start.weekday()),
        *sorted({WEEKDAY_CODES.index(code) + 1 for code in codes}),
        every=int(said.get("INTERVAL", "1")),
        valid_from=start,
        valid_until=until,
    )
    if "COUNT" in said:
        # A rule here ends on a day: that of the last of so many.
        several = occurrence_days(rule, start, start + timedelta(days=1_000))
        rule = replace(rule, valid_until=several[int(said["COUNT"]) - 1])

    days = occurrence_days(rule, start, start + timedelta(days=4_000))

    assert len(days) == int(case["events"])
    if case["expected"]:
        assert [f"{day:%Y%m%d}" for day in days] == case["expected"].split(",")


@pytest.mark.parametrize("every", [2, 3])
@pytest.mark.parametrize("year", [2020, 2026, 2032])
def test_the_weeks_stay_in_phase_across_a_year_of_53_weeks(year: int, every: int) -> None:
    assert date(year, 12, 28).isocalendar().week == 53
    rule = weekly(date(year, 12, 28) - timedelta(days=date(year, 12, 28).weekday()), 3, every=every)
    days = occurrence_days(rule, date(year, 10, 1), date(year + 1, 3, 31))
    assert {(later - day).days for day, later in pairwise(days)} == {7 * every}
    assert 53 in {day.isocalendar().week for day in days}


def test_a_rule_every_second_week_goes_on_after_week_53() -> None:
    rule = weekly(date(2026, 11, 30), 2, every=2)
    days = occurrence_days(rule, date(2026, 12, 1), date(2027, 2, 1))
    assert [day.isocalendar()[:2] for day in days] == [
        (2026, 49),
        (2026, 51),
        (2026, 53),
        (2027, 2),
        (2027, 4),
    ]


@given(anchor=MONDAYS, every=st.integers(1, 8), changed=DAYS, weekdays=WEEKDAYS)
def test_a_change_that_keeps_the_anchor_keeps_the_rhythm(
    anchor: date, every: int, changed: date, weekdays: tuple[int, ...]
) -> None:
    whole = weekly(anchor, *weekdays, every=every)
    before = replace(whole, valid_until=changed - timedelta(days=1))
    after = replace(whole, valid_from=changed, time="13:00")
    window = (changed - timedelta(days=200), changed + timedelta(days=200))
    both = occurrence_days(before, *window) + occurrence_days(after, *window)
    assert both == occurrence_days(whole, *window)


def test_places_take_turns_and_a_cancelled_visit_takes_its_turn_with_it() -> None:
    places = tuple(RulePlace(room=room) for room in ("Lem", "Ringkøbing", "Skjern"))
    rule = weekly(date(2026, 11, 30), 1, 4, every=2, places=places)
    days = occurrence_days(rule, date(2026, 11, 30), date(2027, 1, 31))
    # Both days of a week are at the same place.
    assert [place_on(rule, day).room for day in days] == [
        *("Lem", "Lem", "Ringkøbing", "Ringkøbing", "Skjern", "Skjern"),
        *("Lem", "Lem", "Ringkøbing", "Ringkøbing"),
    ]
    assert place_on(rule, date(2026, 11, 16)).room == "Skjern"  # the turn before the first
    assert place_on(replace(rule, places=()), days[0]) == RulePlace()


def test_a_rule_is_written_as_rfc_5545_writes_it() -> None:
    rule = weekly(date(2026, 11, 30), 1, 5, 7, every=3)
    assert rrule_text(rule) == "FREQ=WEEKLY;INTERVAL=3;WKST=MO;BYDAY=MO,FR,SU"


def utc(*numbers: int) -> datetime:
    return datetime(*numbers, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("day", "time", "begins"),
    [
        (date(2026, 11, 20), "09:00", utc(2026, 11, 20, 8)),
        (date(2026, 6, 19), "09:00", utc(2026, 6, 19, 7)),
        # 25 October 2026, 31 October 2027: 2.30 comes twice, and the first is meant.
        (date(2026, 10, 25), "02:30", utc(2026, 10, 25, 0, 30)),
        (date(2027, 10, 31), "02:30", utc(2027, 10, 31, 0, 30)),
        (date(2026, 10, 25), "03:00", utc(2026, 10, 25, 2)),
        # 28 March 2027: 2.30 is skipped, and is read by the clock of the minute before.
        (date(2027, 3, 28), "01:59", utc(2027, 3, 28, 0, 59)),
        (date(2027, 3, 28), "02:30", utc(2027, 3, 28, 1, 30)),
        (date(2027, 3, 28), "03:30", utc(2027, 3, 28, 1, 30)),
    ],
)
def test_a_danish_clock_time_is_one_instant(day: date, time: str, begins: datetime) -> None:
    start = local_start(day, time)
    # In UTC: an instant of the hour that comes twice equals none of another zone.
    assert start.astimezone(UTC) == begins
    assert start.tzinfo is LOCAL_ZONE


@pytest.mark.parametrize(
    ("day", "time", "minutes", "shown"),
    [
        (date(2026, 11, 20), "09:00", 90, "20. 09.00 +0100 – 20. 10.30 +0100"),
        (date(2026, 11, 20), "23:00", 120, "20. 23.00 +0100 – 21. 01.00 +0100"),
        # The night is an hour longer than its clocks say, and so the visit ends at six.
        (date(2026, 10, 24), "23:00", 480, "24. 23.00 +0200 – 25. 06.00 +0100"),
        (date(2027, 10, 30), "23:00", 480, "30. 23.00 +0200 – 31. 06.00 +0100"),
        # And an hour shorter in spring.
        (date(2027, 3, 27), "23:00", 480, "27. 23.00 +0100 – 28. 08.00 +0200"),
        (date(2027, 3, 28), "02:30", 60, "28. 03.30 +0200 – 28. 04.30 +0200"),
        (date(2026, 10, 25), "02:30", 60, "25. 02.30 +0200 – 25. 02.30 +0100"),
    ],
)
def test_a_length_is_what_really_passes(day: date, time: str, minutes: int, shown: str) -> None:
    start, end = local_span(day, time, minutes)
    assert f"{start:%d. %H.%M %z} – {end:%d. %H.%M %z}" == shown
    assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(minutes=minutes)
    assert (start, end) == (local_start(day, time), local_end(start, minutes))


@given(day=DAYS, minute=st.integers(0, 24 * 60 - 1), minutes=st.integers(1, 24 * 60))
def test_every_visit_begins_on_its_day_and_lasts_its_minutes(
    day: date, minute: int, minutes: int
) -> None:
    start, end = local_span(day, f"{minute // 60:02d}:{minute % 60:02d}", minutes)
    assert start.date() == day
    assert (end.timestamp() - start.timestamp()) / 60 == minutes
    shown = start.hour * 60 + start.minute
    assert shown in (minute, minute + 60)  # the second only in the hour that is skipped
