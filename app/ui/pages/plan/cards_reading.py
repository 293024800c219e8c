"""What the cards beside the plan are read from, when the days themselves are already shown."""

from datetime import date, timedelta

import msgspec

from app.models.holidays_dk import Holiday, HolidayKind, holidays_between
from app.models.periods import Period
from app.models.plan import PlannedVisit, PlanStatus, read_plan
from app.models.plan_advice import (
    Coverage,
    Suggestion,
    Unvisited,
    coverage,
    suggestions,
    unvisited,
)
from app.models.store import Store

_AHEAD = timedelta(days=45)
_MOST_HOLIDAYS = 6


class ComingHoliday(msgspec.Struct, frozen=True):
    """A holiday, and the visits that the plan skips because of it."""

    holiday: Holiday
    skipped: tuple[PlannedVisit, ...]


class Advice(msgspec.Struct, frozen=True):
    """What is said of ``today``, whichever days are shown."""

    today: date
    suggestions: tuple[Suggestion, ...]
    unvisited: tuple[Unvisited, ...]


class CardsData(msgspec.Struct, frozen=True):
    """``holidays_choice`` is the project's setting: skip, move or keep."""

    advice: Advice
    month: date
    coverage: Coverage
    holidays: tuple[ComingHoliday, ...]
    holidays_choice: str


def read_cards(
    store: Store, today: date, first: date, month: date, known: Advice | None = None
) -> CardsData:
    """Read the cards for a plan that is shown from ``first`` on and is mostly about ``month``.

    Advice of today that is ``known`` is not read again.
    """
    choice = str(store.settings.get("holidays"))
    if known is None or known.today != today:
        known = Advice(today, suggestions(store, today), unvisited(store, today))
    return CardsData(
        advice=known,
        month=month,
        coverage=coverage(store, Period.month(month)),
        holidays=_coming(store, first),
        holidays_choice=choice,
    )


def _coming(store: Store, first: date) -> tuple[ComingHoliday, ...]:
    customary = store.settings.get("holiday_kinds") == "customary"
    found = [
        holiday
        for holiday in holidays_between(first, first + _AHEAD)
        if customary or holiday.kind is HolidayKind.PUBLIC
    ]
    return tuple(ComingHoliday(each, _skipped(store, each.day)) for each in found[:_MOST_HOLIDAYS])


def _skipped(store: Store, day: date) -> tuple[PlannedVisit, ...]:
    plan = read_plan(store, day, day)
    return tuple(visit for visit in plan if visit.status is PlanStatus.SKIPPED)
