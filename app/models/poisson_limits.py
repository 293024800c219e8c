"""How sure a rate is: exact limits for the mean of a Poisson-distributed count.

Source: F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936), 437-442.
The lower limit is the mean at which so many or more would come with half the error probability,
the upper limit the one at which so few or fewer would. They are exact: the interval holds the true
mean at least as often as promised, however small the count is.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

CONFIDENCE_PERCENT = 95
_ERROR = (100 - CONFIDENCE_PERCENT) / 200
"""The probability that the mean lies beyond one of the limits."""

_HALVINGS = 60


class Limits(NamedTuple):
    """The interval that holds the mean in at least 95 of 100 cases."""

    low: float
    high: float


@lru_cache(maxsize=4096)
def poisson_limits(count: int) -> Limits:
    """Return the limits for the mean of which ``count`` (0 or more) was observed once."""
    if count < 0:
        raise ValueError("a count cannot be negative")
    low = 0.0
    if count:
        low = _crossing(lambda mean: _at_least(count, mean) < _ERROR, 0.0, float(count))
    high = _crossing(lambda mean: _at_most(count, mean) > _ERROR, float(count), 2.0 * count + 10)
    return Limits(low, high)


def _crossing(is_below: Callable[[float], bool], low: float, high: float) -> float:
    """Return where ``is_below`` turns from true to false between two means."""
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if is_below(middle):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _at_least(count: int, mean: float) -> float:
    """Return the probability of ``count`` or more, for a mean that is not above it."""
    term = total = _exactly(count, mean)
    while term > total * math.ulp(1.0):
        count += 1
        term *= mean / count
        total += term
    return total


def _at_most(count: int, mean: float) -> float:
    """Return the probability of ``count`` or fewer, for a mean that is not below it."""
    term = total = _exactly(count, mean)
    while count and term > total * math.ulp(1.0):
        term *= count / mean
        count -= 1
        total += term
    return total


def _exactly(count: int, mean: float) -> float:
    return math.exp(count * math.log(mean) - mean - math.lgamma(count + 1)) if mean else 0.0
