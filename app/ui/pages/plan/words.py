"""The sentences of the presence plan, and what a screen reader says of each of its parts."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.models.closures import Closure
from app.models.periods import MONTHS
from app.models.plan import PlannedVisit, PlanStatus
from app.models.plan_types import Activity, ActivityStatus
from app.models.plan_words import (
    ACTIVITY_KINDS,
    ACTIVITY_STATES,
    PLAN_STATES,
)
from app.models.recurrence import local_end, local_start
from app.models.types import Shift
from app.models.words import clock_time, small, weekday
from app.texts import Text

translate = QCoreApplication.translate

Words = Callable[[Text], str]
"""Returns a text of the models in the language of the window, as ``Services.words`` does."""


UNSETTLED = Text("Hverken holdt eller aflyst", "Neither held nor cancelled")
"""What stands in a visit of a day that is past and that nobody has settled: it says what is left."""


def spoken(words: Words, visit: PlannedVisit) -> str:
    """Return a visit as a screen reader says it.

    "Vestas i Lem, fredag 20. november 09.00 til 10.00, kantinen, planlagt"
    """
    times = _times(words, visit.day, clock_time(visit.start), clock_time(visit.end))
    place = ", ".join(part for part in (small(visit.room), visit.address) if part)
    return ", ".join(part for part in (visit.workplace, times, place, state(words, visit)) if part)


def spoken_activity(words: Words, activity: Activity) -> str:
    """Return an activity as a screen reader says it."""
    begins = local_start(activity.date, activity.time)
    ends = local_end(begins, activity.minutes)
    times = _times(words, activity.date, clock_time(begins), clock_time(ends))
    told = activity_state(words, activity)
    parts = (activity_title(words, activity), times, small(activity.place), told)
    return ", ".join(part for part in parts if part)


def activity_state(words: Words, activity: Activity) -> str:
    """Return where an activity stands and why: "aflyst: sygdom"."""
    told = words(ACTIVITY_STATES[activity.status]).lower()
    cancelled = activity.status is ActivityStatus.CANCELLED
    return f"{told}: {small(activity.reason)}" if cancelled and activity.reason else told


def state(words: Words, visit: PlannedVisit) -> str:
    """Return where a visit stands and why: "aflyst: leder på ferie", "sprunget over: juledag"."""
    told = words(PLAN_STATES[visit.status]).lower()
    why = small(visit.reason)
    if visit.status is PlanStatus.SKIPPED and visit.closure is not None:
        why = closure_name(words, visit.closure)
    return f"{told}: {why}" if why else told


def closure_name(words: Words, closure: Closure) -> str:
    """Return a closure as it stands within a sentence: "juledag", but "Christmas Day"."""
    return words(closure.words)


def detail(words: Words, visit: PlannedVisit, *, who: bool = False) -> str:
    """Return the second line of a visit in the grid: its place and shift, or what became of it.

    With ``who`` it names the counsellors too: "Glasburet · dag · KM".
    """
    if visit.status in (PlanStatus.CANCELLED, PlanStatus.SKIPPED):
        told = state(words, visit)
        return told[:1].upper() + told[1:]
    shift = "" if visit.shift is Shift.NONE else words(_SHORT_SHIFTS[visit.shift])
    initials = ", ".join(visit.counsellors) if who else ""
    return " · ".join(part for part in (visit.place, shift, initials) if part)


def note(visit: PlannedVisit) -> str:
    """Return what else is known of a visit, for its tool tip: who goes, and the remark."""
    return "\n".join(part for part in (", ".join(visit.counsellors), visit.remark) if part)


def activity_title(words: Words, activity: Activity) -> str:
    """Return what an activity is called: its own title, else its kind."""
    return activity.title or words(ACTIVITY_KINDS[activity.kind])


def activity_detail(activity: Activity) -> str:
    """Return the second line of an activity in the grid: "Fjordparken · 14 deltagere"."""
    many = activity.participants
    counted = "" if many is None else participants(many)
    return " · ".join(part for part in (activity.place, counted) if part)


def participants(count: int) -> str:
    """Return how many took part."""
    if count == 1:
        return translate("Plan", "1 deltager")
    return translate("Plan", "{count} deltagere").format(count=count)


def date_words(words: Words, day: date) -> str:
    """Return a date without its year: "20. november"."""
    return translate("Plan", "{day}. {month}").format(
        day=day.day, month=words(MONTHS[day.month - 1])
    )


def long_date(words: Words, day: date) -> str:
    """Return a date with its weekday and year: "fredag 20. november 2026"."""
    return f"{words(weekday(day))} {date_words(words, day)} {day.year}"


def hours(words: Words, minutes: int) -> str:
    """Return a number of minutes as hours that no line parts: "38 t", "1,5 t"."""
    tenths = (minutes * 10 + 30) // 60
    whole, rest = divmod(tenths, 10)
    number = words(Text(f"{whole},{rest}", f"{whole}.{rest}")) if rest else f"{whole}"
    return translate("Plan", "{hours} t").format(hours=number).replace(" ", "\u00a0")


def _times(words: Words, day: date, begins: str, ends: str) -> str:
    return translate("Plan", "{weekday} {date} {begins} til {ends}").format(
        weekday=words(weekday(day)), date=date_words(words, day), begins=begins, ends=ends
    )


_SHORT_SHIFTS = {
    Shift.DAY: Text("dag", "day"),
    Shift.EVENING: Text("aften", "evening"),
    Shift.NIGHT: Text("nat", "night"),
}
