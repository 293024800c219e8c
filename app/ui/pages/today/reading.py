"""Everything the page shows, read in one go."""

from datetime import date

import msgspec

from app.models.day import Day, StartChoice, read_day, start_choices
from app.models.promises import Promise, open_promises
from app.models.store import Store
from app.models.tallies import WeekCount, last_weeks
from app.models.taxonomy import Term
from app.models.types import TermKind


class TodayData(msgspec.Struct, frozen=True):
    """What stands on the page I dag. ``terms`` has the reasons and advice by code."""

    day: Day
    promises: tuple[Promise, ...]
    choices: tuple[StartChoice, ...]
    weeks: tuple[WeekCount, ...]
    terms: dict[str, Term]


def read_today(store: Store, today: date) -> TodayData:
    """Read the page for the day that ``today`` is."""
    terms = (term for kind in TermKind for term in store.taxonomy.terms(kind, today))
    return TodayData(
        day=read_day(store),
        promises=open_promises(store, until=today),
        choices=start_choices(store),
        weeks=last_weeks(store, today),
        terms={term.code: term for term in terms},
    )
