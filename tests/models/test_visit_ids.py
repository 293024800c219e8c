"""The id of a visit that a rule brings tells its series and its day, and nothing else has that form."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.ids import new_id
from app.models.types import RecordId
from app.models.visit_ids import parse_visit_id, visit_id

SERIES = RecordId("0193457d-8c3a-7d41-9b1f-3a2f2f6d9e10")


def test_an_id_begins_with_the_day() -> None:
    made = visit_id(SERIES, date(2026, 11, 20))
    assert made == "20261120.0193457d-8c3a-7d41-9b1f-3a2f2f6d9e10"
    assert visit_id(RecordId("f"), date(2026, 11, 20)) < visit_id(RecordId("0"), date(2026, 11, 21))


@given(st.dates())
def test_an_id_tells_what_it_was_made_of(day: date) -> None:
    series = RecordId(new_id())
    assert parse_visit_id(visit_id(series, day)) == (series, day)


@pytest.mark.parametrize(
    "text",
    [
        "",
        SERIES,
        "20261120",
        f"20261120{SERIES}",
        f"2026-11-20.{SERIES}",
        f"20261131.{SERIES}",
        f"00000101.{SERIES}",
        f"20261120.{SERIES} ",
        f"20261120.{SERIES}.20261121",
        f"20261120.{SERIES.upper()}",
        f"２０２６１１２０.{SERIES}",
        f"{SERIES}.20261120",
    ],
)
def test_no_other_text_is_such_an_id(text: str) -> None:
    assert parse_visit_id(text) is None
