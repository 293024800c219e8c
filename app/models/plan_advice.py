"""What the figures say about the plan: how much was held, what to stop, where to come more often."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.models.clock import from_stamp, local
from app.models.periods import Period
from app.models.plan_types import PresenceRule
from app.models.sorting import danish_key
from app.models.tally_types import per_100_hours
from app.models.types import RecordId, Shift, Workplace
from app.models.visit_counting import VisitSums, count_visits, total
from app.models.worth import PresenceWorth, presence_worth
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

LOOKED_BACK = timedelta(weeks=26)
"""How far back suggestions look: far enough for six visits with four weeks between them."""

FEWEST_VISITS = 6
"""How many visits it takes before anything is suggested: one alone is full or empty by chance."""

MOST_SUGGESTIONS = 5
_WEEKS_APART, _CYCLES_APART = 5, 2
_DAYS_OF_WEEK = 7
_EMPTY = Text(
    "0 henvendelser på {visits} fremmøder. Overvej at stoppe eller flytte.",
    "0 inquiries in {visits} visits. Consider stopping or moving.",
)
_FULL = Text(
    "{rate} henvendelser pr. time. Overvej {wanted} i stedet for {present}.",
    "{rate} inquiries per hour. Consider {wanted} instead of {present}.",
)


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """One suggestion about the visits on one shift and weekday, with the figures behind it."""

    workplace_id: RecordId
    workplace: str
    shift: Shift
    weekday: int
    text: Text
    figures: PresenceWorth


class Coverage(msgspec.Struct, frozen=True, kw_only=True):
    """How much of the plan was held; defined as in :class:`~app.models.visit_counting.VisitSums`."""

    planned: int
    planned_minutes: int
    held: int
    held_minutes: int
    cancelled: int
    cancelled_minutes: int
    skipped: int
    skipped_minutes: int
    zero: int
    zero_minutes: int
    unanswered: int


class Unvisited(msgspec.Struct, frozen=True, kw_only=True):
    """A workplace with a rule in force where nobody has been for long.

    ``days``, and ``weeks`` in whole ones, are those since ``last_held``; where it is None, since the
    rule began or, if that was later, was entered: of visits before that nothing is known.
    """

    workplace_id: RecordId
    code: str
    workplace: str
    last_held: date | None
    days: int

    @property
    def weeks(self) -> int:
        """The whole weeks without a visit."""
        return self.days // _DAYS_OF_WEEK


class _Weighed(NamedTuple):
    """A suggestion and how far its rate lies from that of the whole project."""

    strength: float
    suggestion: Suggestion


def suggestions(store: "Store", today: date) -> tuple[Suggestion, ...]:
    """Return what the last half year suggests, the strongest first, at most five.

    Only what cannot well be chance: the whole interval of the rate lies on one side of the rate of
    all visits together. What has been stopped already is not suggested to be stopped again.
    """
    period = Period(today - LOOKED_BACK + timedelta(days=1), today)
    figures = presence_worth(store, period)
    contacts, minutes = sum(row.contacts for row in figures), sum(row.minutes for row in figures)
    usual = per_100_hours(contacts, minutes)
    active = {place.id for place in store.workplaces.all() if _is_active(place, today)}
    rules: dict[RecordId, list[PresenceRule]] = {}
    for rule in store.presence_rules.all():
        rules.setdefault(rule.workplace_id, []).append(rule)
    weighed = [
        found
        for row in figures
        if row.workplace_id in active
        for found in _weigh(row, usual, _rules_of(row, rules.get(row.workplace_id, ())), today)
    ]
    weighed.sort(key=lambda one: -one.strength)
    return tuple(one.suggestion for one in weighed[:MOST_SUGGESTIONS])


def coverage(store: "Store", period: Period) -> Coverage:
    """Return how much of the plan of a period was held."""
    sums: VisitSums = total(group.sums for group in count_visits(store, period))
    return Coverage(
        planned=sums.planned,
        planned_minutes=sums.planned_minutes,
        held=sums.held,
        held_minutes=sums.minutes,
        cancelled=sums.cancelled,
        cancelled_minutes=sums.cancelled_minutes,
        skipped=sums.skipped,
        skipped_minutes=sums.skipped_minutes,
        zero=sums.zero,
        zero_minutes=sums.zero_minutes,
        unanswered=sums.unanswered,
    )


def unvisited(store: "Store", today: date) -> tuple[Unvisited, ...]:
    """Return the workplaces where nobody has been for long, the longest first.

    Long is more than two cycles of the rule, and at least five weeks. A rule that has not been in
    force for so long is given its time.
    """
    last_held = _last_held(store)
    rules_ever = store.presence_rules.all()
    begun = _earliest((rule.series_id, rule.valid_from) for rule in rules_ever)
    entered = _earliest((rule.series_id, _entered_on(rule)) for rule in rules_ever)
    in_force: dict[RecordId, list[PresenceRule]] = {}
    for rule in store.presence_rules.in_force(today, today):
        in_force.setdefault(rule.workplace_id, []).append(rule)
    found = []
    for place in store.workplaces.all():
        rules = in_force.get(place.id, [])
        if not rules or not _is_active(place, today):
            continue
        held = last_held.get(place.id)
        since = min(begun[rule.series_id] for rule in rules)
        if held is None:
            since = max(since, min(entered[rule.series_id] for rule in rules))
        cycle = min(rule.every_weeks for rule in rules)
        if _is_long(today - max(since, held or since), cycle):
            days = (today - (held or since)).days
            found.append(
                Unvisited(
                    workplace_id=place.id,
                    code=place.code,
                    workplace=place.name,
                    last_held=held,
                    days=days,
                )
            )
    found.sort(key=lambda one: (-one.weeks, danish_key(one.workplace)))
    return tuple(found)


def _weigh(
    row: PresenceWorth, usual: int, rules: Sequence[PresenceRule], today: date
) -> Iterable[_Weighed]:
    """Yield the suggestion that a line of figures gives rise to, if any."""
    if row.low is None or row.high is None or row.visits < FEWEST_VISITS:
        return
    in_force = [rule for rule in rules if rule.valid_until is None or rule.valid_until >= today]
    stopped = bool(rules) and not in_force
    if row.contacts == 0 and row.high < usual and not stopped:
        yield _Weighed(usual / max(row.high, 1), _suggest(row, _EMPTY.format(visits=row.visits)))
    begun = [rule.every_weeks for rule in in_force if rule.valid_from <= today]
    cycle = min(begun, default=1)
    if row.low > usual and cycle > 1:
        text = _FULL.format(
            rate=_one_decimal(row.per_100_hours),
            wanted=_every(cycle - 1),
            present=_every(cycle),
        )
        yield _Weighed(row.low / max(usual, 1), _suggest(row, text))


def _every(weeks: int) -> Text:
    if weeks == 1:
        return Text("hver uge", "every week")
    return Text("hver {weeks}. uge", "every {weeks} weeks").format(weeks=weeks)


def _one_decimal(hundredths: int) -> Text:
    tenths = (hundredths + 5) // 10
    return Text(f"{tenths // 10},{tenths % 10}", f"{tenths // 10}.{tenths % 10}")


def _suggest(row: PresenceWorth, text: Text) -> Suggestion:
    return Suggestion(
        workplace_id=row.workplace_id,
        workplace=row.workplace,
        shift=row.shift,
        weekday=row.weekday,
        text=text,
        figures=row,
    )


def _rules_of(row: PresenceWorth, rules: Iterable[PresenceRule]) -> list[PresenceRule]:
    """Return those rules of its workplace, also ended ones, that bring the visits of a line."""
    return [rule for rule in rules if rule.shift is row.shift and row.weekday in rule.weekdays]


def _is_long(waited: timedelta, every_weeks: int) -> bool:
    cycles = timedelta(weeks=_CYCLES_APART * every_weeks)
    return waited > cycles and waited >= timedelta(weeks=_WEEKS_APART)


def _is_active(place: Workplace, today: date) -> bool:
    return place.ended_on is None or place.ended_on >= today


def _entered_on(rule: PresenceRule) -> date:
    return local(from_stamp(rule.created_at)).date()


def _earliest(days: Iterable[tuple[RecordId, date]]) -> dict[RecordId, date]:
    """Return the first day of each series, however often its rule was changed."""
    first: dict[RecordId, date] = {}
    for series_id, day in days:
        first[series_id] = min(day, first.get(series_id, day))
    return first


def _last_held(store: "Store") -> dict[RecordId, date]:
    # From the latest visit of each workplace back to one that was held: few rows, not all there are.
    rows = store.database.execute(
        "SELECT id, (SELECT date FROM visit WHERE workplace_id = workplace.id AND status = 'held'"
        " ORDER BY date DESC LIMIT 1) AS day FROM workplace WHERE day IS NOT NULL"
    )
    return {RecordId(place_id): date.fromisoformat(day) for place_id, day in rows.fetchall()}
