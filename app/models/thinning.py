"""Which old backups may go: a pure rule over the moments they were made."""

from collections.abc import Callable, Collection, Hashable
from datetime import date, datetime

from app.models.clock import local

DAILY, WEEKLY, MONTHLY = 7, 4, 12
NEWEST = 3
"""So many of the newest stay whatever their dates, should the clock be wrong."""


def to_thin(made: Collection[datetime], today: date) -> set[datetime]:
    """Return the moments whose backups are not needed any more.

    Kept are the newest of each of the last 7 days, 4 weeks and 12 months in which backups were
    made, the 3 newest of all, and everything dated after ``today``: a clock that was ahead made
    them, and they must not push out the others. Days without backups do not count, so that a
    jump of the clock or a long absence removes nothing. Days are those of Denmark.
    """
    kept = set(sorted(made, reverse=True)[:NEWEST])
    kept |= {moment for moment in made if local(moment).date() > today}
    past = sorted((m for m in made if local(m).date() <= today), reverse=True)
    kept |= _newest_of_each(past, DAILY, lambda day: day)
    kept |= _newest_of_each(past, WEEKLY, lambda day: day.isocalendar()[:2])
    kept |= _newest_of_each(past, MONTHLY, lambda day: (day.year, day.month))
    return set(made) - kept


def _newest_of_each(
    newest_first: list[datetime], periods: int, period_of: Callable[[date], Hashable]
) -> set[datetime]:
    newest: dict[Hashable, datetime] = {}
    for moment in newest_first:
        newest.setdefault(period_of(local(moment).date()), moment)
    return set(list(newest.values())[:periods])
