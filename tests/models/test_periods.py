"""Periods: what people enter, what is meant, how it is written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from app.models.periods import (
    Period,
    end_of_month,
    months_back,
    parse_month,
    parse_period,
    short_month,
)
from app.texts import Text

DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-10", "2026-10", Period(date(2026, 10, 1), date(2026, 10, 31))),
        ("2024-02", "2024-02", Period(date(2024, 2, 1), date(2024, 2, 29))),
        ("2026-01", "2026-11-21", Period(date(2026, 1, 1), date(2026, 11, 21))),
        ("2026-11-21", "2026-12", Period(date(2026, 11, 21), date(2026, 12, 31))),
        (" 2026-11-21 ", "2026-11-21", Period(date(2026, 11, 21), date(2026, 11, 21))),
    ],
)
def test_a_month_means_its_first_day_at_the_start_and_its_last_at_the_end(
    first: str, last: str, expected: Period
) -> None:
    assert parse_period(first, last) == expected


@pytest.mark.parametrize(
    "text",
    ["", "oktober", "2026", "2026-13", "2026-02-30", "2026-1", "26-10", "1066-10", "2026-00"],
)
def test_what_is_no_date_is_named_and_explained(text: str) -> None:
    with pytest.raises(UserError) as caught:
        parse_period(text, "2026-10")
    assert f"»{text}«" in caught.value.why.da
    assert "2026-10" in caught.value.next_step.da


def test_ends_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(UserError) as caught:
        parse_period("2026-11", "2026-10")
    assert caught.value.why == Text("2026-10 ligger før 2026-11.", "2026-10 lies before 2026-11.")
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2026, 2, 1), date(2026, 1, 1))


def test_a_month_is_not_a_day() -> None:
    assert parse_month("2026-10") == Period.month(date(2026, 10, 7))
    with pytest.raises(UserError):
        parse_month("2026-10-07")


def test_quarters_and_the_year_to_date() -> None:
    assert Period.quarter(date(2026, 11, 21)) == Period(date(2026, 10, 1), date(2026, 12, 31))
    assert Period.quarter(date(2026, 3, 31)) == Period(date(2026, 1, 1), date(2026, 3, 31))
    assert Period.year_to_date(date(2026, 11, 21)) == Period(date(2026, 1, 1), date(2026, 11, 21))


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        ("2026-10", "2026-10", Text("oktober 2026", "October 2026")),
        ("2026-10", "2026-12", Text("4. kvartal 2026", "4th quarter 2026")),
        ("2026-01", "2026-12", Text("året 2026", "the year 2026")),
        ("2026-01", "2026-09", Text("januar – september 2026", "January – September 2026")),
        ("2018-02", "2019-10", Text("februar 2018 – oktober 2019", "February 2018 – October 2019")),
        (
            "2026-01-01",
            "2026-11-21",
            Text("1. januar – 21. november 2026", "1 January – 21 November 2026"),
        ),
        ("2026-11-21", "2026-11-21", Text("21. november 2026", "21 November 2026")),
        (
            "2025-12-24",
            "2026-01-06",
            Text("24. december 2025 – 6. januar 2026", "24 December 2025 – 6 January 2026"),
        ),
    ],
)
def test_a_period_is_written_as_people_say_it(first: str, last: str, label: Text) -> None:
    assert parse_period(first, last).label == label


def test_months_on_an_axis_have_three_letters() -> None:
    assert short_month(date(2026, 5, 1)) == Text("maj", "May")


@given(DAYS)
def test_every_day_lies_in_its_month_and_its_quarter(day: date) -> None:
    month, quarter = Period.month(day), Period.quarter(day)
    assert quarter.first <= month.first <= day <= month.last <= quarter.last
    assert month.whole_months
    assert quarter.whole_months
    assert end_of_month(day) == month.last


@given(DAYS, st.integers(0, 24))
def test_going_back_months_meets_every_month_once(day: date, count: int) -> None:
    back = months_back(day, count)
    assert back.day == 1
    assert (day.year - back.year) * 12 + day.month - back.month == count
