"""What does not fit together in a plan: shown to whoever plans, never in the way of saving.

Only what is still to be held can be in conflict; what is cancelled or skipped takes no time.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.models.closures import read_closures
from app.models.periods import MONTHS
from app.models.plan import PlannedVisit, PlanStatus, read_plan
from app.models.plan_types import Activity, ActivityStatus
from app.models.plan_words import ACTIVITY_KINDS, short_weekday, time_span
from app.models.recurrence import local_span
from app.models.types import RecordId
from app.models.words import short_date, weekday
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_ONE_DAY = timedelta(days=1)
_TAKING_TIME = (PlanStatus.PLANNED, PlanStatus.MOVED, PlanStatus.RUNNING, PlanStatus.HELD)


class ConflictKind(StrEnum):
    """What is wrong."""

    DOUBLE_BOOKED = "double_booked"
    TRAVEL = "travel"
    CLOSED = "closed"


class PlanConflict(msgspec.Struct, frozen=True):
    """Visits, or activities, that do not fit; ``text`` names all of ``visits`` and their times.

    ``day`` is that of the last of them.
    """

    kind: ConflictKind
    visits: tuple[RecordId, ...]
    text: Text
    day: date

    @property
    def dated(self) -> Text:
        """The text with its day before it where it does not name it: for a list of many days."""
        if self.kind is ConflictKind.CLOSED:
            return self.text
        return Text("{weekday} {day}: {text}", "{weekday} {day}: {text}").format(
            weekday=short_weekday(self.day), day=short_date(self.day), text=self.text
        )


class _Entry(NamedTuple):
    """Something that takes a counsellor's time; without workplaces nobody knows where."""

    id: RecordId
    name: Text
    workplaces: frozenset[RecordId]
    start: datetime
    end: datetime
    starts: float
    ends: float
    is_open: bool
    counsellors: tuple[tuple[RecordId, str], ...]


_Pair = tuple[_Entry, _Entry]


def find_conflicts(
    store: "Store",
    plan: Sequence[PlannedVisit],
    activities: Sequence[Activity],
    *,
    public: bool = False,
) -> tuple[PlanConflict, ...]:
    """Return the conflicts among the visits and activities given; those of single visits come last.

    Everything that is booked twice stands in one conflict at least, beside what ends last of all
    that had begun before it: somebody with ten things at a time is told of nine, not of 45.
    ``public``: for files that others read, without what was typed about a closing day.
    """
    entries = sorted(
        [*_visit_entries(plan), *_activity_entries(store, activities)],
        key=lambda entry: (entry.starts, entry.id),
    )
    return (*_pairs(store, entries), *_closed(store, plan, public=public))


def conflicts_between(store: "Store", first: date, last: date) -> tuple[PlanConflict, ...]:
    """Return the conflicts of the days from ``first`` to ``last``, as files may tell them.

    What reaches into these days from the nights around them counts too.
    """
    first = max(first, date.min + _ONE_DAY) - _ONE_DAY
    last = min(last, date.max - _ONE_DAY) + _ONE_DAY
    return find_conflicts(
        store, read_plan(store, first, last), store.activities.between(first, last), public=True
    )


def _pairs(store: "Store", entries: Iterable[_Entry]) -> Iterator[PlanConflict]:
    travel = int(store.settings.get("travel_minutes"))
    last: dict[RecordId, _Entry] = {}
    found: dict[tuple[RecordId, RecordId], tuple[_Entry, _Entry, list[str]]] = {}
    for entry in entries:
        for counsellor, initials in entry.counsellors:
            before = last.get(counsellor)
            if before is None or before.ends <= entry.ends:
                last[counsellor] = entry
            if before is not None and _too_near(before, entry, travel):
                pair = found.setdefault((before.id, entry.id), (before, entry, []))
                pair[2].append(initials)
    for before, entry, who in found.values():
        names = Text(" og ".join(who), " and ".join(who))
        yield _conflict(before, entry, names, travel)


def _too_near(before: _Entry, entry: _Entry, travel: int) -> bool:
    if not (before.is_open or entry.is_open):
        return False
    return entry.starts < before.ends or _is_far(before, entry, travel)


def _is_far(before: _Entry, entry: _Entry, travel: int) -> bool:
    """Tell whether there are too few minutes between two workplaces."""
    elsewhere = bool(
        before.workplaces and entry.workplaces and before.workplaces.isdisjoint(entry.workplaces)
    )
    return elsewhere and entry.starts - before.ends < travel * 60


def _conflict(before: _Entry, entry: _Entry, who: Text, travel: int) -> PlanConflict:
    words = {
        "who": who,
        "first": before.name,
        "second": entry.name,
        "then": time_span(before.start, before.end),
        "later": time_span(entry.start, entry.end),
    }
    ids, day = (before.id, entry.id), entry.start.date()
    if entry.starts < before.ends:
        text = Text(
            "{who} har to aftaler på samme tid: {first} {then} og {second} {later}.",
            "{who}: two appointments at the same time, {first} {then} and {second} {later}.",
        )
        return PlanConflict(ConflictKind.DOUBLE_BOOKED, ids, text.format(**words), day)
    text = Text(
        "{who} har {gap} min. fra {first} {then} til {second} {later}; rejsen tager {travel} min.",
        "{who}: {gap} min. from {first} {then} to {second} {later}; travel takes {travel} min.",
    )
    words |= {"gap": f"{(entry.starts - before.ends) / 60:.0f}", "travel": f"{travel}"}
    return PlanConflict(ConflictKind.TRAVEL, ids, text.format(**words), day)


def _closed(
    store: "Store", plan: Sequence[PlannedVisit], *, public: bool
) -> Iterator[PlanConflict]:
    still_open = [visit for visit in plan if visit.is_open]
    if not still_open:
        return
    days = [visit.day for visit in still_open]
    closures = read_closures(store, min(days), max(days))
    lives = _lives(store)
    for visit in still_open:
        begins, ends = lives.get(visit.workplace_id, (date.min, date.max))
        closure = closures.on(visit.day, visit.workplace_id)
        if visit.day < begins:
            why = Text("{place} er først med fra {day}", "{place} takes part from {day} on")
            why = why.format(place=visit.workplace, day=_day(begins))
        elif visit.day > ends:
            why = Text("{place} er ophørt {day}", "{place} ended on {day}")
            why = why.format(place=visit.workplace, day=_day(ends))
        elif closure is not None:
            why = Text("{place} har lukket ({name})", "{place} is closed ({name})")
            why = why.format(
                place=visit.workplace, name=closure.public_words if public else closure.name
            )
        else:
            continue
        text = Text("{why}: {weekday} {day} {times}.", "{why}: {weekday} {day} {times}.").format(
            why=why,
            weekday=weekday(visit.day),
            day=_day(visit.day),
            times=time_span(visit.start, visit.end),
        )
        yield PlanConflict(ConflictKind.CLOSED, (visit.id,), text, visit.day)


def _visit_entries(plan: Iterable[PlannedVisit]) -> Iterator[_Entry]:
    for visit in plan:
        if visit.status in _TAKING_TIME:
            yield _Entry(
                id=visit.id,
                name=Text(visit.workplace, visit.workplace),
                workplaces=frozenset((visit.workplace_id,)),
                start=visit.start,
                end=visit.end,
                starts=visit.start.timestamp(),
                ends=visit.end.timestamp(),
                is_open=visit.is_open,
                counsellors=tuple(zip(visit.counsellor_ids, visit.counsellors, strict=True)),
            )


def _activity_entries(store: "Store", activities: Sequence[Activity]) -> Iterator[_Entry]:
    taking_time = [each for each in activities if each.status is not ActivityStatus.CANCELLED]
    if not taking_time:
        return
    initials = {counsellor.id: counsellor.initials for counsellor in store.counsellors.all()}
    for activity in taking_time:
        start, end = local_span(activity.date, activity.time, activity.minutes)
        title = activity.title
        yield _Entry(
            id=activity.id,
            name=Text(title, title) if title else ACTIVITY_KINDS[activity.kind],
            workplaces=frozenset(activity.workplace_ids),
            start=start,
            end=end,
            starts=start.timestamp(),
            ends=end.timestamp(),
            is_open=activity.status is ActivityStatus.PLANNED,
            counsellors=tuple((who, initials[who]) for who in activity.counsellor_ids),
        )


def _lives(store: "Store") -> dict[RecordId, tuple[date, date]]:
    """Return the first and the last day of the workplaces that have either."""
    rows = store.database.execute(
        "SELECT id, coalesce(started_on, ?), coalesce(ended_on, ?) FROM workplace"
        " WHERE started_on IS NOT NULL OR ended_on IS NOT NULL",
        (date.min.isoformat(), date.max.isoformat()),
    ).fetchall()
    return {
        RecordId(row_id): (date.fromisoformat(first), date.fromisoformat(last))
        for row_id, first, last in rows
    }


def _day(day: date) -> Text:
    month = MONTHS[day.month - 1]
    return Text(f"{day.day}. {month.da} {day.year}", f"{day.day} {month.en} {day.year}")
