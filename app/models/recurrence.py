"""When a presence rule has its visits: weekly recurrence as RFC 5545 defines it.

Source: RFC 5545, 3.3.10 (``FREQ=WEEKLY`` with ``INTERVAL``, ``BYDAY`` and ``WKST=MO``) and 3.3.5
(local times in the hours when the clocks change). The days come from ``dateutil.rrule``.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from app.models.clock import LOCAL_ZONE, local
from app.models.periods import monday
from app.models.plan_types import PresenceRule, RulePlace

WEEKDAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NO_PLACE = RulePlace()


def occurrence_days(rule: PresenceRule, first: date, last: date) -> tuple[date, ...]:
    """Return the days from ``first`` to ``last`` on which the rule has a visit, in order.

    Only days on which the rule is in force; holidays and closing days are not looked at.
    """
    first = max(first, rule.valid_from)
    last = last if rule.valid_until is None else min(last, rule.valid_until)
    every = rule.every_weeks
    phase = _week_number(rule.anchor) % every
    return _rhythm_days(phase, every, rule.weekdays, first, last)


def has_occurrence(rule: PresenceRule, day: date) -> bool:
    """Tell whether the rule has a visit on a day."""
    return (
        covers(rule, day)
        and day.isoweekday() in rule.weekdays
        and _weeks_between(rule.anchor, day) % rule.every_weeks == 0
    )


def covers(rule: PresenceRule, day: date) -> bool:
    """Tell whether the rule is in force on a day."""
    return rule.valid_from <= day and (rule.valid_until is None or day <= rule.valid_until)


def place_on(rule: PresenceRule, day: date) -> RulePlace:
    """Return where the rule's visit is on a day: its places take turns from the anchor's week on.

    The turn follows the calendar, not the visits that were held: one that is cancelled takes its
    turn with it, so that the next place is where its people expect it.
    """
    if not rule.places:
        return _NO_PLACE
    turn = _weeks_between(rule.anchor, day) // rule.every_weeks
    return rule.places[turn % len(rule.places)]


def local_start(day: date, clock_time: str) -> datetime:
    """Return the instant of a Danish clock time as an aware local datetime.

    A time that the clocks skip in spring is read with the offset before the change (2.30 becomes
    3.30); one that comes twice in autumn is the first of the two, both as RFC 5545 3.3.5 says.
    """
    written = datetime.combine(day, time.fromisoformat(clock_time), LOCAL_ZONE)
    return local(written.astimezone(UTC))


def local_end(start: datetime, minutes: int) -> datetime:
    """Return the local time when ``minutes`` have really passed since ``start``."""
    return local(start.astimezone(UTC) + timedelta(minutes=minutes))


# Much of a plan begins at the same few times of its days.
@lru_cache(maxsize=4096)
def local_span(day: date, clock_time: str, minutes: int) -> tuple[datetime, datetime]:
    """Return the local start and end of what begins at a Danish clock time and lasts ``minutes``."""
    start = local_start(day, clock_time)
    return start, local_end(start, minutes)


def rrule_text(rule: PresenceRule) -> str:
    """Return the rule as the value of an RFC 5545 ``RRULE`` property, without an end."""
    days = ",".join(WEEKDAY_CODES[number - 1] for number in rule.weekdays)
    return f"FREQ=WEEKLY;INTERVAL={rule.every_weeks};WKST=MO;BYDAY={days}"


def _week_number(day: date) -> int:
    """Return the number of the week that ``day`` is in, counted through all years."""
    return (day.toordinal() - 1) // 7


def _weeks_between(day: date, later: date) -> int:
    return _week_number(later) - _week_number(day)


# Rules share few rhythms: a plan of thousands of rules asks dateutil some dozens of times.
@lru_cache(maxsize=512)
def _rhythm_days(
    phase: int, every_weeks: int, weekdays: tuple[int, ...], first: date, last: date
) -> tuple[date, ...]:
    """Return the days of a rhythm: in the weeks whose number leaves ``phase``."""
    from dateutil.rrule import MO, WEEKLY, rrule

    # dateutil counts from its start through every week, so it is given one that is near: the
    # first week in phase that is not before the one of the first day.
    week = monday(first)
    ahead = (phase - _week_number(week)) % every_weeks
    found = rrule(
        WEEKLY,
        dtstart=datetime.combine(week + timedelta(weeks=ahead), time.min),
        interval=every_weeks,
        byweekday=[number - 1 for number in weekdays],
        wkst=MO,
        until=datetime.combine(last, time.min),
    )
    days = (moment.date() for moment in found)
    return tuple(day for day in days if day >= first)
