"""Calendar periods: where they begin and end, and which comes before and after."""

from datetime import date, timedelta
from typing import Literal

PeriodKind = Literal["month", "quarter", "year", "own"]
"""``year`` is the year to date: from 1 January to the end of a month."""


def month_end(day: date) -> date:
    """Return the last day of the month that ``day`` is in."""
    return _shift_months(day.replace(day=1), 1) - timedelta(days=1)


def period_around(kind: PeriodKind, day: date) -> tuple[date, date]:
    """Return first and last day of the period that ``day`` is in; an own period is its month."""
    if kind == "year":
        return day.replace(month=1, day=1), month_end(day)
    if kind == "quarter":
        first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        return first, month_end(_shift_months(first, 2))
    return day.replace(day=1), month_end(day)


def kind_of(first: date, last: date) -> PeriodKind:
    """Return how a period is stepped through, as its ends tell."""
    kinds: tuple[PeriodKind, ...] = ("month", "quarter")
    for kind in kinds:
        if (first, last) == period_around(kind, first):
            return kind
    return "year" if (first, last) == period_around("year", last) else "own"


def neighbour(kind: PeriodKind, period: tuple[date, date], by: int) -> tuple[date, date]:
    """Return the period ``by`` steps later; a year to date steps by one month, own by its length."""
    first, last = period
    if kind == "own":
        length = timedelta(days=((last - first).days + 1) * by)
        return first + length, last + length
    if kind == "year":
        return period_around(kind, _shift_months(last.replace(day=1), by))
    return period_around(kind, _shift_months(first, by * (3 if kind == "quarter" else 1)))


def _shift_months(first: date, by: int) -> date:
    months = first.year * 12 + first.month - 1 + by
    return first.replace(year=months // 12, month=months % 12 + 1)
