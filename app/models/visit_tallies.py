"""What a tally says of visits, made of their sums: the whole, the months, workplaces by weekday."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from app.models.poisson_limits import poisson_limits
from app.models.tally_types import PresenceTally, VisitTally, hours_of, per_100_hours
from app.models.types import RecordId, Shift
from app.models.visit_counting import VisitGroup, VisitSums, by_month, total

_MINUTES_OF_100_HOURS = 6000


def visit_tally(sums: VisitSums) -> VisitTally:
    """Return sums as they stand in a tally."""
    low, high = rate_limits(sums.contacts, sums.minutes)
    return VisitTally(
        held=sums.held,
        zero=sums.zero,
        cancelled=sums.cancelled,
        minutes=sums.minutes,
        hours=hours_of(sums.minutes),
        contacts=sums.contacts,
        contacts_per_100_hours=per_100_hours(sums.contacts, sums.minutes),
        contacts_per_100_hours_low=low,
        contacts_per_100_hours_high=high,
        zero_minutes=sums.zero_minutes,
        zero_hours=hours_of(sums.zero_minutes),
        planned=sums.planned,
        planned_minutes=sums.planned_minutes,
        planned_hours=hours_of(sums.planned_minutes),
        unplanned=sums.unplanned,
        unanswered=sums.unanswered,
        cancelled_minutes=sums.cancelled_minutes,
        cancelled_hours=hours_of(sums.cancelled_minutes),
        skipped=sums.skipped,
    )


def visits_by_month(groups: Iterable[VisitGroup]) -> dict[str, VisitTally]:
    """Return the months from the first to the last with a visit, those between without gaps."""
    found = by_month(groups)
    if not found:
        return {}
    months = _months_between(min(found), max(found))
    return {month: visit_tally(found.get(month, VisitSums())) for month in months}


def presence_tallies(
    groups: Iterable[VisitGroup], codes: Mapping[RecordId, str]
) -> tuple[PresenceTally, ...]:
    """Return the held visits by workplace code, shift and weekday, in this order."""
    found: dict[tuple[str, Shift, int], list[VisitSums]] = {}
    for group in groups:
        if group.sums.held:
            key = (codes[group.workplace_id], group.shift, group.weekday)
            found.setdefault(key, []).append(group.sums)
    shifts = list(Shift)
    ordered = sorted(found, key=lambda key: (key[0], shifts.index(key[1]), key[2]))
    return tuple(_presence(*key, total(found[key])) for key in ordered)


def rate_limits(contacts: int, minutes: int) -> tuple[int | None, int | None]:
    """Return the limits of contacts per 100 hours, rounded half up; None when there is no time."""
    if not minutes:
        return None, None
    limits = poisson_limits(contacts)
    low, high = (int(limit * _MINUTES_OF_100_HOURS / minutes + 0.5) for limit in limits)
    return low, high


def _presence(code: str, shift: Shift, weekday: int, sums: VisitSums) -> PresenceTally:
    low, high = rate_limits(sums.contacts, sums.minutes)
    return PresenceTally(
        workplace=code,
        shift=shift,
        weekday=weekday,
        visits=sums.held,
        zero_visits=sums.zero,
        minutes=sums.minutes,
        hours=hours_of(sums.minutes),
        contacts=sums.contacts,
        per_100_hours=per_100_hours(sums.contacts, sums.minutes),
        low=low,
        high=high,
    )


def _months_between(first: str, last: str) -> Sequence[str]:
    """Return the months from one to another, both included."""
    months = [first]
    while months[-1] < last:
        in_the_next = date.fromisoformat(f"{months[-1]}-01") + timedelta(days=31)
        months.append(in_the_next.isoformat()[:7])
    return months
