"""The limits of a rate are those of the printed tables, and hold as often as they promise."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.poisson_limits import poisson_limits
from app.models.visit_tallies import rate_limits


@pytest.mark.parametrize(
    ("count", "low", "high"),
    [
        (0, 0, 3.689),
        (1, 0.0253, 5.572),
        (5, 1.623, 11.668),
        (10, 4.795, 18.390),
        (20, 12.217, 30.888),
        (50, 37.111, 65.919),
        (100, 81.364, 121.627),
    ],
)
def test_the_limits_are_those_of_the_printed_tables(count: int, low: float, high: float) -> None:
    limits = poisson_limits(count)
    assert limits.low == pytest.approx(low, abs=0.0006)
    assert limits.high == pytest.approx(high, abs=0.0006)


def test_a_count_below_zero_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="negative"):
        poisson_limits(-1)


@given(st.integers(0, 3000))
def test_limits_lie_around_the_count_and_grow_with_it(count: int) -> None:
    here, more = poisson_limits(count), poisson_limits(count + 1)
    assert here.low <= count < here.high
    assert here.low < more.low
    assert here.high < more.high


@given(st.integers(1, 3000))
def test_the_interval_narrows_with_the_count_for_its_size(count: int) -> None:
    here, more = poisson_limits(count), poisson_limits(count + 1)
    assert (more.high - more.low) / (count + 1) < (here.high - here.low) / count


@given(st.floats(0.01, 60))
def test_the_true_mean_lies_inside_at_least_as_often_as_promised(mean: float) -> None:
    inside = sum(
        math.exp(count * math.log(mean) - mean - math.lgamma(count + 1))
        for count in range(200)
        if poisson_limits(count).low <= mean <= poisson_limits(count).high
    )
    assert inside >= 0.95 - 1e-9


def test_the_limits_of_a_rate_are_per_100_hours_and_need_time() -> None:
    assert rate_limits(0, 600) == (0, 37)
    assert rate_limits(10, 600) == (48, 184)
    assert rate_limits(3, 0) == (None, None)


def test_a_very_large_count_has_limits_too() -> None:
    low, high = poisson_limits(1_000_000)
    assert low == pytest.approx(1_000_000 - 1960, abs=5)
    assert high == pytest.approx(1_000_000 + 1960, abs=5)
