"""How many contacts each of the last weeks and months had, also for the first page of the window."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.models.counting import contacts_by_date, known_codes
from app.models.periods import end_of_month, monday, months_back
from app.models.store import Store

_MONTHS, _DAYS_OF_WEEK = 12, 7


class MonthCount(NamedTuple):
    """The contacts of one calendar month, named ``YYYY-MM``."""

    month: str
    contacts: int


class WeekCount(NamedTuple):
    """The contacts of one ISO week."""

    year: int
    week: int
    contacts: int


def twelve_months(
    store: Store, last_month: date, workplace_codes: Sequence[str] = ()
) -> tuple[MonthCount, ...]:
    """Return the contacts of the 12 months that end with the month of ``last_month``."""
    chosen = known_codes(store, workplace_codes)
    first, last = months_back(last_month, _MONTHS - 1), end_of_month(last_month)
    found = contacts_by_date(store.database, first, last, chosen, length=len("YYYY-MM"))
    months = (months_back(last_month, back) for back in reversed(range(_MONTHS)))
    names = (f"{month:%Y-%m}" for month in months)
    return tuple(MonthCount(name, found.get(name, 0)) for name in names)


def last_weeks(store: Store, today: date, count: int = 8) -> tuple[WeekCount, ...]:
    """Return the contacts of the last ``count`` ISO weeks; the last one is that of ``today``."""
    first = monday(today) - timedelta(weeks=count - 1)
    last = monday(today) + timedelta(days=_DAYS_OF_WEEK - 1)
    by_week: dict[tuple[int, int], int] = {}
    for back in range(count):
        by_week[(first + timedelta(weeks=back)).isocalendar()[:2]] = 0
    for day, contacts in contacts_by_date(store.database, first, last, ()).items():
        by_week[date.fromisoformat(day).isocalendar()[:2]] += contacts
    return tuple(WeekCount(year, week, contacts) for (year, week), contacts in by_week.items())
