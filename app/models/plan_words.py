"""How the presence plan is put into words: states, kinds of activity, weekdays, times, rules."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from app.models.plan import PlanStatus
from app.models.plan_types import ActivityKind, ActivityStatus, PresenceRule
from app.models.words import clock_time, weekday
from app.texts import Text

PLAN_STATES = {
    PlanStatus.PLANNED: Text("Planlagt", "Planned"),
    PlanStatus.RUNNING: Text("I gang", "Running"),
    PlanStatus.HELD: Text("Holdt", "Held"),
    PlanStatus.CANCELLED: Text("Aflyst", "Cancelled"),
    PlanStatus.MOVED: Text("Flyttet", "Moved"),
    PlanStatus.SKIPPED: Text("Sprunget over", "Skipped"),
}
ACTIVITY_KINDS = {
    ActivityKind.TALK_LIAISON: Text("Oplæg for SU", "Talk for a liaison committee"),
    ActivityKind.TALK_MANAGERS: Text("Oplæg for ledere", "Talk for managers"),
    ActivityKind.TALK_STAFF: Text("Oplæg for medarbejdere", "Talk for staff"),
    ActivityKind.NETWORK: Text("Netværksmøde", "Network meeting"),
    ActivityKind.OTHER: Text("Anden aktivitet", "Other activity"),
}
ACTIVITY_STATES = {
    ActivityStatus.PLANNED: Text("Planlagt", "Planned"),
    ActivityStatus.HELD: Text("Holdt", "Held"),
    ActivityStatus.CANCELLED: Text("Aflyst", "Cancelled"),
}

_MONDAY = date(2024, 1, 1)
WEEKDAYS = tuple(weekday(_MONDAY + timedelta(days=ahead)) for ahead in range(7))
"""The names of the days of a week, from Monday on."""

SHORT_WEEKDAYS = tuple(Text(name.da[:3], name.en[:3]) for name in WEEKDAYS)
"""Their first three letters: man, Mon."""

_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TEENS = range(11, 14)


def short_weekday(day: date) -> Text:
    """Return the weekday of a day in three letters."""
    return SHORT_WEEKDAYS[day.weekday()]


def time_span(start: datetime, end: datetime) -> str:
    """Return two times of day: 09.00–10.00."""
    return f"{clock_time(start)}–{clock_time(end)}"


def week_of(day: date) -> Text:
    """Return the ISO week of a day in words: uge 47."""
    number = day.isocalendar().week
    return Text(f"uge {number}", f"week {number}")


def rule_words(rule: PresenceRule) -> Text:
    """Return when a rule has its visits: "hver 2. uge, tirsdag 09.00–10.00"."""
    days = _listed([WEEKDAYS[number - 1] for number in rule.weekdays])
    start = datetime.combine(_MONDAY, time.fromisoformat(rule.time))
    times = time_span(start, start + timedelta(minutes=rule.minutes))
    return Text("{rhythm}, {days} {times}", "{rhythm}, {days} {times}").format(
        rhythm=rhythm_words(rule.every_weeks), days=days, times=times
    )


def rhythm_words(every_weeks: int) -> Text:
    """Return how often: "hver uge", "hver 2. uge"."""
    if every_weeks == 1:
        return Text("hver uge", "every week")
    ending = "th" if every_weeks % 100 in _TEENS else _ORDINAL_ENDINGS.get(every_weeks % 10, "th")
    return Text(f"hver {every_weeks}. uge", f"every {every_weeks}{ending} week")


def _listed(words: Sequence[Text]) -> Text:
    """Join words as a sentence does: mandag, tirsdag og torsdag."""
    *others, last = words
    if not others:
        return last
    danish, english = (", ".join(column) for column in zip(*others, strict=True))
    return Text(f"{danish} og {last.da}", f"{english} and {last.en}")
