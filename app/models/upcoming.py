"""The next visits that a presence rule brings, also of a rule that is still being typed."""

from datetime import date, timedelta
from typing import NamedTuple

from msgspec.structs import replace

from app.models.closures import Closure, Closures
from app.models.periods import LATEST_YEAR, monday
from app.models.plan_types import PresenceRule, RulePlace
from app.models.recurrence import occurrence_days, place_on


class Upcoming(NamedTuple):
    """One visit to come; ``closure`` says why it will be skipped."""

    day: date
    place: RulePlace
    closure: Closure | None


class FirstTime(NamedTuple):
    """The first visit that a rhythm can have, and the Monday of its week."""

    anchor: date
    day: date


def upcoming(
    rule: PresenceRule, closures: Closures, since: date, count: int
) -> tuple[Upcoming, ...]:
    """Return the first visits of a rule from ``since`` on; fewer where it ends or lies too far off."""
    return tuple(
        Upcoming(day, place_on(rule, day), closures.on(day, rule.workplace_id))
        for day in _days(rule, since, count)
    )


def first_times(rule: PresenceRule, since: date) -> tuple[FirstTime, ...]:
    """Return when the rhythm of a rule could have its first visit from ``since`` on, in order.

    There is one for each of the weeks of its rhythm; those that would come after the rule's end
    are left out.
    """
    week = monday(since)
    found: list[FirstTime] = []
    for ahead in range(rule.every_weeks):
        days = _days(replace(rule, anchor=week + timedelta(weeks=ahead)), since, 1)
        found.extend(FirstTime(monday(day), day) for day in days)
    return tuple(sorted(found, key=lambda time: time.day))


def same_rhythm(rule: PresenceRule, anchor: date) -> bool:
    """Tell whether the rule's weeks are those that are counted from ``anchor``."""
    weeks = (monday(rule.anchor) - monday(anchor)).days // 7
    return weeks % rule.every_weeks == 0


def _days(rule: PresenceRule, since: date, count: int) -> tuple[date, ...]:
    first = max(since, rule.valid_from)
    if first.year > LATEST_YEAR:
        return ()
    # Every rhythm has a visit in its weeks; the first ones may lie before the first day.
    last = first + timedelta(weeks=rule.every_weeks * (count + 1))
    return occurrence_days(rule, first, last)[:count]
