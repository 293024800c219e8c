"""Everything the page shows: the day at once, its plan when the page has been painted."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.models.day import Day, StartChoice, read_day, start_choices
from app.models.over_time import WeekCount, last_weeks
from app.models.promises import Promise, open_promises
from app.models.store import Store
from app.models.taxonomy import Term
from app.models.types import TermKind

if TYPE_CHECKING:
    from app.models.day_plan import DayPlan
    from app.models.plan import PlannedVisit


class TodayData(msgspec.Struct, frozen=True):
    """What stands on the page I dag. ``terms`` has the reasons and advice by code."""

    day: Day
    promises: tuple[Promise, ...]
    choices: tuple[StartChoice, ...]
    weeks: tuple[WeekCount, ...]
    terms: dict[str, Term]


class PlanData(msgspec.Struct, frozen=True):
    """The plan of the day, and the earlier visits that are asked about."""

    plan: "DayPlan"
    asked: tuple["PlannedVisit", ...]


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


def read_plan(store: Store) -> PlanData:
    """Read the plan of the day; what is asked about is remembered as asked on this day."""
    # Dear to load, and a window is there before anybody misses its plan.
    from app.models.day_plan import read_day_plan
    from app.models.unsettled import ask

    return PlanData(plan=read_day_plan(store), asked=ask(store))
