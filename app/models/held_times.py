"""The real times of a visit: told afterwards, or corrected where one was forgotten."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.errors import UserError
from app.models.checking import Checker
from app.models.clock import local, stamp
from app.models.plan import PlannedVisit
from app.models.recurrence import local_span, local_start
from app.models.types import RecordId, Visit, VisitStatus
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_LATE_END = timedelta(minutes=45)
_NOT_CORRECTED = Text("Tiderne blev ikke gemt.", "The times were not saved.")
_HALF_A_DAY = timedelta(hours=12)
_ONE_DAY = timedelta(days=1)
_NOTHING = timedelta(0)


def real_times(visit: PlannedVisit, started: str, ended: str) -> tuple[datetime, datetime]:
    """Return two clock times (HH:MM) of a planned visit as aware local times.

    A time that is told as planned is exactly the planned one, also in the hour that comes twice. A
    start more than twelve hours before the planned one is after midnight. An end before the start is
    the next day's where the visit then lasts twelve hours at most; else it is left before the start,
    for whoever stores it to refuse.
    """
    begins = visit.start
    if started != f"{visit.start:%H:%M}":
        begins = local_start(visit.day, started)
        if _between(begins, visit.start) > _HALF_A_DAY:
            begins = local_start(visit.day + _ONE_DAY, started)
    if ended == f"{visit.end:%H:%M}" and _between(begins, visit.end) >= _NOTHING:
        return begins, visit.end
    return begins, _end_after(begins, ended)


def _end_after(begins: datetime, ended: str) -> datetime:
    """Return the first instant from ``begins`` on at which the clocks show ``ended``."""
    day = begins.date()
    first, next_day = local_start(day, ended), local_start(day + _ONE_DAY, ended)
    # In autumn an hour comes twice; on all other days both are the same.
    for moment in (first, first.replace(fold=1), next_day):
        if _NOTHING <= _between(begins, moment) <= _HALF_A_DAY:
            return moment
    return first


def _between(earlier: datetime, later: datetime) -> timedelta:
    # In UTC: two times on the same local clock are subtracted as if it never changed.
    return later.astimezone(UTC) - earlier.astimezone(UTC)


def correct_times(store: "Store", record_id: RecordId, started: datetime, ended: datetime) -> Visit:
    """Let a visit that is running or held have lasted from ``started`` to ``ended`` (aware).

    One that is running is held with that. The planned times stay what they were.

    Raises:
        InvalidInput: it would end before it began, or in the time to come.
        UserError: the visit was never started.
    """
    check = Checker(_NOT_CORRECTED)
    check.require(
        ended <= store.clock(),
        "ended_at",
        "Et fremmøde kan ikke være slut, før klokken er så mange.",
        "A visit cannot have ended at a time that is still to come.",
    )
    check.finish()
    visit = store.visits.get(record_id)
    if visit.status not in (VisitStatus.RUNNING, VisitStatus.HELD):
        raise UserError(
            _NOT_CORRECTED,
            Text("Fremmødet er ikke startet.", "The visit has not been started."),
            Text("Start det, eller noter det som holdt.", "Start it, or record it as held."),
        )
    return store.visits.change(
        replace(
            visit,
            date=local(started).date(),
            status=VisitStatus.HELD,
            started_at=stamp(started),
            ended_at=stamp(ended),
        )
    )


def end_was_forgotten(visit: Visit, now: datetime) -> bool:
    """Tell whether a running visit should have ended so long ago that nobody ended it in time."""
    if visit.minutes is None or visit.status is not VisitStatus.RUNNING:
        return False
    _, planned_end = local_span(visit.date, visit.time, visit.minutes)
    return now.astimezone(UTC) - planned_end.astimezone(UTC) > _LATE_END
