"""Stamps are UTC to the millisecond; dates are those of Denmark."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.clock import from_stamp, local, local_today, next_stamp, stamp, system_clock
from tests.stores import NOW, standing_clock

INSTANTS = st.integers(0, 200_000_000_000_000_000).map(
    lambda microseconds: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=microseconds)
)


@given(INSTANTS)
def test_a_stamp_gives_back_its_instant_to_the_millisecond(instant: datetime) -> None:
    back = from_stamp(stamp(instant))
    assert back.utcoffset() == timedelta(0)
    assert timedelta(0) <= instant - back < timedelta(milliseconds=1)
    assert stamp(back) == stamp(instant)


@given(INSTANTS, INSTANTS)
def test_stamps_sort_like_their_instants(one: datetime, other: datetime) -> None:
    if stamp(one) < stamp(other):
        assert one < other


@given(INSTANTS)
def test_the_next_stamp_is_the_smallest_later_one(instant: datetime) -> None:
    later = next_stamp(stamp(instant))
    assert later > stamp(instant)
    assert from_stamp(later) - from_stamp(stamp(instant)) == timedelta(milliseconds=1)


def test_a_stamp_looks_the_same_from_every_zone() -> None:
    assert stamp(NOW) == stamp(local(NOW)) == "2026-11-21T08:24:00.000Z"
    assert local(NOW).strftime("%H:%M") == "09:24"


@pytest.mark.parametrize(
    ("utc", "in_denmark"),
    [
        # Winter: Denmark is an hour ahead.
        (datetime(2026, 11, 20, 22, 59, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2026, 11, 20, 23, 0, tzinfo=UTC), date(2026, 11, 21)),
        # Summer: two hours.
        (datetime(2026, 7, 1, 21, 59, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 7, 1, 22, 0, tzinfo=UTC), date(2026, 7, 2)),
        # The evening after the clocks went forward, and the one after they went back.
        (datetime(2026, 3, 28, 22, 59, tzinfo=UTC), date(2026, 3, 28)),
        (datetime(2026, 3, 28, 23, 0, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 21, 59, tzinfo=UTC), date(2026, 3, 29)),
        (datetime(2026, 3, 29, 22, 0, tzinfo=UTC), date(2026, 3, 30)),
        (datetime(2026, 10, 24, 22, 0, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), date(2026, 10, 26)),
        # New year's eve belongs to the old year.
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_the_day_begins_at_midnight_in_denmark(utc: datetime, in_denmark: date) -> None:
    assert local_today(standing_clock(utc)) == in_denmark


def test_the_clocks_go_forward_and_back_in_the_night() -> None:
    before = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
    assert [f"{local(before + timedelta(minutes=m)):%H:%M}" for m in (0, 1)] == ["01:59", "03:00"]
    before = datetime(2026, 10, 25, 0, 59, tzinfo=UTC)
    assert [f"{local(before + timedelta(minutes=m)):%H:%M}" for m in (0, 1)] == ["02:59", "02:00"]
    # Two instants that read the same on the wall stay apart in the store.
    assert stamp(before) != stamp(before + timedelta(hours=1))


def test_the_real_clock_is_aware_and_in_utc() -> None:
    assert system_clock().utcoffset() == timedelta(0)
