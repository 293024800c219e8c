"""The real times of a visit, corrected afterwards: a start or an end that was forgotten."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.errors import UserError
from app.models.checking import Checker
from app.models.clock import local, stamp
from app.models.recurrence import local_span
from app.models.types import RecordId, Visit, VisitStatus
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_LATE_END = timedelta(minutes=45)
_NOT_CORRECTED = Text("Tiderne blev ikke gemt.", "The times were not saved.")


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
