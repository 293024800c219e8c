"""The visits of a period in sums: what was planned, and what became of it.

What is stored is counted by the database. What only follows from a rule is counted as
:func:`app.models.plan.read_plan` would show it, but without making a record of every visit; where
no rule is in force nothing is expanded.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec

from app.models.clock import local_today
from app.models.closures import read_closures
from app.models.periods import Period
from app.models.plan_types import PresenceRule
from app.models.recurrence import occurrence_days
from app.models.types import RecordId, Shift

if TYPE_CHECKING:
    from app.models.store import Store

Key = TypeVar("Key")

# The length of a visit in whole minutes, rounded half up, as minutes_held() of a visit has it.
_MINUTES = (
    "CAST((unixepoch(v.ended_at, 'subsec') - unixepoch(v.started_at, 'subsec')) / 60 + 0.5"
    " AS INTEGER)"
)
_STORED = f"""
SELECT workplace_id, substr(date, 1, 7), shift, (strftime('%w', date) + 6) % 7 + 1 AS weekday,
       sum(held), sum(held * minutes), sum(held * contacts),
       sum(held AND contacts = 0), sum((held AND contacts = 0) * minutes),
       sum(mine AND is_planned), sum(mine * is_planned * planned_minutes),
       sum(mine AND held AND NOT is_planned), sum(mine AND cancelled),
       sum(mine * cancelled * planned_minutes), 0, 0, sum(mine AND unanswered)
FROM (SELECT v.workplace_id, v.date, v.shift, v.status = 'held' AS held,
             v.status = 'cancelled' AS cancelled,
             v.status IN ('planned', 'moved') AND v.date < :today AS unanswered,
             :responsible = '' OR NOT EXISTS (
               SELECT 1 FROM presence_rule r
               JOIN presence_rule_counsellor c ON c.rule_id = r.id AND c.position = 0
               WHERE r.series_id = v.series_id AND r.valid_from <= v.occurrence
                 AND coalesce(r.valid_until, v.occurrence) >= v.occurrence
                 AND c.counsellor_id <> :responsible) AS mine,
             v.minutes IS NOT NULL OR v.status NOT IN ('held', 'running') AS is_planned,
             coalesce(v.minutes, 0) AS planned_minutes,
             CASE v.status WHEN 'held' THEN {_MINUTES} ELSE 0 END AS minutes,
             (SELECT count(*) FROM inquiry i WHERE i.visit_id = v.id) AS contacts
      FROM visit v
      WHERE v.date BETWEEN :first AND :last
        AND (:places = '[]' OR v.workplace_id IN (SELECT value FROM json_each(:places))))
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""


class VisitSums(NamedTuple):
    """Counts of visits and their minutes.

    ``minutes`` are those really held, ``planned_minutes``, ``cancelled_minutes`` and
    ``skipped_minutes`` the planned lengths. ``planned`` are all visits of the plan but the skipped
    ones, whatever became of them; ``unplanned`` are held ones outside it. ``unanswered`` are over
    since yesterday or longer and neither held nor cancelled.
    """

    held: int = 0
    minutes: int = 0
    contacts: int = 0
    zero: int = 0
    zero_minutes: int = 0
    planned: int = 0
    planned_minutes: int = 0
    unplanned: int = 0
    cancelled: int = 0
    cancelled_minutes: int = 0
    skipped: int = 0
    skipped_minutes: int = 0
    unanswered: int = 0


class VisitGroup(NamedTuple):
    """The visits of one workplace in one month (``YYYY-MM``) on one shift and ISO weekday."""

    workplace_id: RecordId
    month: str
    shift: Shift
    weekday: int
    sums: VisitSums


def total(sums: Iterable[VisitSums]) -> VisitSums:
    """Return several sums as one."""
    return VisitSums(*(sum(column) for column in zip(VisitSums(), *sums, strict=True)))


_REPORTED = f"""
SELECT workplace_id, month, shift, weekday, {", ".join(f"sum({name})" for name in VisitSums._fields)}
FROM reported_visit
WHERE month > substr(date(:first, '-1 day'), 1, 7) AND month <= substr(:last, 1, 7)
  AND (:places = '[]' OR workplace_id IN (SELECT value FROM json_each(:places)))
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
"""


def count_visits(
    store: "Store",
    period: Period,
    workplace_ids: Sequence[RecordId] = (),
    *,
    responsible: RecordId | None = None,
) -> tuple[VisitGroup, ...]:
    """Return the visits whose day lies in a period, at some workplaces (none given: at all).

    A visit counts on the day on which it begins; a moved one on the day that it was moved to. A
    group may come twice, once for what is stored and once for what follows from rules.

    With a ``responsible`` counsellor the plan is that of the rules for which they answer; what was
    held here for somebody else's rule counts as held, and the other one tells that it was planned.
    In a lead's store the sums are those that were reported, and its rules plan nothing there.
    """
    if store.settings.is_lead:
        return _reported(store, period, workplace_ids)
    bound = {
        "responsible": responsible or "",
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "today": local_today(store.clock).isoformat(),
        "places": msgspec.json.encode(list(workplace_ids)).decode(),
    }
    stored = tuple(
        VisitGroup(RecordId(place), month, Shift(shift), weekday, VisitSums(*sums))
        for place, month, shift, weekday, *sums in store.database.execute(_STORED, bound).fetchall()
    )
    return stored + tuple(_from_rules(store, period, workplace_ids, responsible))


def _reported(
    store: "Store", period: Period, workplace_ids: Sequence[RecordId]
) -> tuple[VisitGroup, ...]:
    bound = {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "places": msgspec.json.encode(list(workplace_ids)).decode(),
    }
    return tuple(
        VisitGroup(RecordId(place), month, Shift(shift), weekday, VisitSums(*sums))
        for place, month, shift, weekday, *sums in store.database.execute(_REPORTED, bound)
    )


def _from_rules(
    store: "Store",
    period: Period,
    workplace_ids: Sequence[RecordId],
    responsible: RecordId | None,
) -> Iterator[VisitGroup]:
    """Yield what follows from the rules in force and is not stored."""
    first, last, places = period.first, period.last, frozenset(workplace_ids)
    rules = [
        rule
        for rule in store.presence_rules.in_force(first, last)
        if (not places or rule.workplace_id in places)
        and (responsible is None or rule.counsellor_ids[0] == responsible)
    ]
    if not rules:
        return
    today, closures = local_today(store.clock), read_closures(store, first, last)
    taken = _arranged_days(store, period)
    for rule in rules:
        of_rule = occurrence_days(rule, first, last)
        days = [day for day in of_rule if (rule.series_id, day) not in taken]
        taken.update((rule.series_id, day) for day in days)
        closed = {day for day in days if closures.on(day, rule.workplace_id) is not None}
        yield from _groups(rule, days, closed, today)


def _groups(
    rule: PresenceRule, days: Sequence[date], closed: set[date], today: date
) -> Iterator[VisitGroup]:
    """Yield the visits of one rule by month and weekday."""
    skipped = Counter(_month_and_weekday(day) for day in days if day in closed)
    planned = Counter(_month_and_weekday(day) for day in days if day not in closed)
    past = Counter(_month_and_weekday(day) for day in days if day not in closed and day < today)
    for at in sorted(skipped | planned):
        sums = VisitSums(
            planned=planned[at],
            planned_minutes=planned[at] * rule.minutes,
            skipped=skipped[at],
            skipped_minutes=skipped[at] * rule.minutes,
            unanswered=past[at],
        )
        month, weekday = at
        yield VisitGroup(rule.workplace_id, month, rule.shift, weekday, sums)


def _month_and_weekday(day: date) -> tuple[str, int]:
    return day.isoformat()[:7], day.isoweekday()


def _arranged_days(store: "Store", period: Period) -> set[tuple[RecordId, date]]:
    """Return the series and day of the occurrences that a stored visit stands in the place of."""
    rows = store.database.execute(
        "SELECT series_id, occurrence FROM visit WHERE occurrence BETWEEN ? AND ?",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return {(RecordId(series), date.fromisoformat(day)) for series, day in rows.fetchall()}


def by_workplace(groups: Iterable[VisitGroup]) -> Mapping[RecordId, VisitSums]:
    """Return the sums of each workplace that has any visit."""
    return _summed((group.workplace_id, group.sums) for group in groups)


def by_month(groups: Iterable[VisitGroup]) -> Mapping[str, VisitSums]:
    """Return the sums of each month that has any visit, in order."""
    return dict(sorted(_summed((group.month, group.sums) for group in groups).items()))


def _summed(pairs: Iterable[tuple[Key, VisitSums]]) -> dict[Key, VisitSums]:
    found: dict[Key, list[VisitSums]] = {}
    for key, sums in pairs:
        found.setdefault(key, []).append(sums)
    return {key: total(sums) for key, sums in found.items()}
