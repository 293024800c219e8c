from datetime import date

import pytest

from app.models.plan import PlanStatus
from app.models.plan_types import ActivityKind, ActivityStatus, PresenceRule
from app.models.plan_words import (
    ACTIVITY_KINDS,
    ACTIVITY_STATES,
    PLAN_STATES,
    rhythm_words,
    rule_words,
    short_weekday,
    time_span,
    week_of,
)
from app.models.recurrence import local_start
from app.models.types import RecordId
from app.texts import Text

MONDAY, FRIDAY = date(2026, 11, 16), date(2026, 11, 20)


def rule(**fields: object) -> PresenceRule:
    usual = {
        "workplace_id": RecordId("w"),
        "weekdays": (2,),
        "time": "09:00",
        "counsellor_ids": (RecordId("c"),),
        "anchor": MONDAY,
        "valid_from": MONDAY,
    }
    return PresenceRule(**(usual | fields))  # type: ignore[arg-type]


def test_every_state_and_kind_has_words() -> None:
    assert set(PLAN_STATES) == set(PlanStatus)
    assert set(ACTIVITY_KINDS) == set(ActivityKind)
    assert set(ACTIVITY_STATES) == set(ActivityStatus)


@pytest.mark.parametrize(
    ("fields", "danish", "english"),
    [
        ({}, "hver uge, tirsdag 09.00–10.00", "every week, Tuesday 09.00–10.00"),
        (
            {"every_weeks": 2},
            "hver 2. uge, tirsdag 09.00–10.00",
            "every 2nd week, Tuesday 09.00–10.00",
        ),
        (
            {"weekdays": (1, 3, 5), "time": "22:30", "minutes": 180},
            "hver uge, mandag, onsdag og fredag 22.30–01.30",
            "every week, Monday, Wednesday and Friday 22.30–01.30",
        ),
    ],
)
def test_a_rule_is_described_as_it_would_be_told(
    fields: dict[str, object], danish: str, english: str
) -> None:
    assert rule_words(rule(**fields)) == Text(danish, english)


@pytest.mark.parametrize(
    ("weeks", "english"),
    [
        (3, "every 3rd week"),
        (11, "every 11th week"),
        (21, "every 21st week"),
        (52, "every 52nd week"),
    ],
)
def test_rhythms_have_their_english_endings(weeks: int, english: str) -> None:
    assert rhythm_words(weeks).en == english


def test_days_and_times_are_short() -> None:
    assert short_weekday(date(2026, 11, 21)) == Text("lør", "Sat")
    assert time_span(local_start(FRIDAY, "09:00"), local_start(FRIDAY, "10:05")) == "09.00–10.05"
    assert week_of(date(2027, 1, 1)) == Text("uge 53", "week 53")
