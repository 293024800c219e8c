"""A clock that leapt is noticed, also when work went on with it; a long holiday is asked about too."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.models.clock_check import ClockDoubt, doubt_of_clock, doubt_words
from app.models.store import Store
from tests.records import add_person
from tests.stores import NOW, new_store

DAY = timedelta(days=1)


class Watch:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path, watch: Watch) -> Store:
    return new_store(tmp_path, watch)


def work(store: Store, watch: Watch, *days: int) -> None:
    """Save something on each of these days, counted from the first."""
    for number in days:
        watch.now = NOW + number * DAY
        add_person(store, f"Nogen {number}")


def test_a_store_that_is_used_is_not_asked_about(store: Store, watch: Watch) -> None:
    assert doubt_of_clock(store) is None
    work(store, watch, 20, 60, 119)
    watch.now = NOW + 178 * DAY
    assert doubt_of_clock(store) is None


def test_a_leap_ahead_is_noticed(store: Store, watch: Watch) -> None:
    work(store, watch, 1)
    watch.now = NOW + 3650 * DAY
    doubt = doubt_of_clock(store)
    assert doubt == ClockDoubt(today=watch.now.date(), recorded=(NOW + DAY).date())
    assert doubt is not None
    assert doubt.is_ahead
    assert doubt_words(doubt).da == (
        "Computerens ur siger 18-11-2036, men efter den 22-11-2026 blev der længe ikke gemt noget."
    )


def test_work_with_the_wrong_date_does_not_hide_the_leap(store: Store, watch: Watch) -> None:
    work(store, watch, 1, 3650, 3651, 3660)
    doubt = doubt_of_clock(store)
    assert doubt is not None
    assert doubt.recorded == (NOW + DAY).date()


def test_a_clock_that_was_set_back_is_noticed(store: Store, watch: Watch) -> None:
    work(store, watch, 400)
    watch.now = NOW + DAY
    doubt = doubt_of_clock(store)
    assert doubt is not None
    assert not doubt.is_ahead
    work(store, watch, 2, 3)
    assert doubt_of_clock(store) is not None, "what was saved in between does not hide it"


def test_after_weeks_of_work_a_pause_is_forgotten(store: Store, watch: Watch) -> None:
    work(store, watch, 100, 130, 155, 165)
    assert doubt_of_clock(store) is None
