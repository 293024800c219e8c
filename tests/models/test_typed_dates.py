"""Dates, times and years are read as people type them, and nonsense is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.typed_dates import parse_birth_year, parse_date, parse_time

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i dag", TODAY),
        ("I Går", date(2026, 11, 20)),
        ("i  forgårs", date(2026, 11, 19)),
        ("i morgen", date(2026, 11, 22)),
        ("yesterday", date(2026, 11, 20)),
        ("-1", date(2026, 11, 20)),
        ("+14", date(2026, 12, 5)),
        ("2111", TODAY),
        ("0101", date(2027, 1, 1)),
        ("0107", date(2026, 7, 1)),
        ("211126", TODAY),
        ("21112026", TODAY),
        ("21.11", TODAY),
        ("21.11.", TODAY),
        ("21.11.26", TODAY),
        ("21-11-2026", TODAY),
        ("21/11/2026", TODAY),
        ("21 11 26", TODAY),
        ("2026-11-21", TODAY),
        ("1.2", date(2027, 2, 1)),
        ("29.2.24", date(2024, 2, 29)),
        ("2902", None),
        ("3111", None),
        ("32.1", None),
        ("21.13.26", None),
        ("mandag", None),
        ("211", None),
        ("+99999", None),
        ("", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert parse_date(text, TODAY) == day


def test_days_are_counted_from_another_day_where_one_is_at_hand() -> None:
    christmas = date(2026, 12, 25)
    assert parse_date("+7", TODAY, counted_from=christmas) == date(2027, 1, 1)
    assert parse_date("-1", TODAY, counted_from=christmas) == date(2026, 12, 24)
    assert parse_date("i morgen", TODAY, counted_from=christmas) == TODAY + timedelta(days=1)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_date_comes_back_from_every_way_of_writing_it(day: date) -> None:
    for form in ("%d-%m-%Y", "%d.%m.%Y", "%d/%m/%Y", "%d%m%Y", "%d%m%y", "%Y-%m-%d"):
        assert parse_date(day.strftime(form), TODAY) == day


@given(st.integers(-182, 182))
def test_without_a_year_the_nearest_is_meant(days: int) -> None:
    day = TODAY + timedelta(days=days)
    assert parse_date(day.strftime("%d%m"), TODAY) == day


@given(st.text(max_size=30))
def test_no_text_is_too_strange(text: str) -> None:
    assert parse_date(text, TODAY) is None or isinstance(parse_date(text, TODAY), date)
    assert parse_time(text) is None or isinstance(parse_time(text), str)
    assert parse_birth_year(text, TODAY) is None or isinstance(parse_birth_year(text, TODAY), int)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("9", "09:00"),
        ("924", "09:24"),
        ("0924", "09:24"),
        ("9.24", "09:24"),
        ("09:24", "09:24"),
        ("23 59", "23:59"),
        ("", ""),
        ("24", None),
        ("9.60", None),
        ("kl. 9", None),
    ],
)
def test_times(text: str, time: str | None) -> None:
    assert parse_time(text) == time


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1974", 1974),
        ("74", 1974),
        (" 05 ", 2005),
        ("11", 2011),
        ("12", 1912),
        ("2026", 2026),
        ("2027", None),
        ("1899", None),
        ("197", None),
        ("0", None),
        ("årgang 74", None),
    ],
)
def test_years_of_birth(text: str, year: int | None) -> None:
    assert parse_birth_year(text, TODAY) == year
