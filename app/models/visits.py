"""Visits: the occurrences of presence at workplaces."""

from datetime import date

from msgspec.structs import replace

from app.errors import UserError
from app.models.checking import Checker
from app.models.clock import from_stamp, local_today, stamp
from app.models.repository import Repository
from app.models.types import RecordId, Shift, Visit, VisitStatus
from app.texts import Text


def minutes_held(visit: Visit) -> int:
    """Return the real length of a held visit in minutes, rounded half up; 0 for any other."""
    if visit.status is not VisitStatus.HELD:
        return 0
    length = from_stamp(visit.ended_at) - from_stamp(visit.started_at)
    return int(length.total_seconds() / 60 + 0.5)


class Visits(Repository[Visit]):
    """Keeps the visits; a counsellor can be at one running visit at a time."""

    kind = "visit"
    table = "visit"
    record_type = Visit

    def running(self, counsellor_id: RecordId | None = None) -> Visit | None:
        """Return the running visit of a counsellor (the current one unless told), or None."""
        who = counsellor_id or self._store.settings.counsellor_id
        found = self._select("WHERE status = 'running' AND counsellor_id = ?", (who,))
        return found[0] if found else None

    def on(self, day: date) -> tuple[Visit, ...]:
        """Return the visits that began on a local day, in order."""
        return self.between(day, day)

    def between(self, first: date, last: date) -> tuple[Visit, ...]:
        """Return the visits from ``first`` to ``last``, both included, in order."""
        days = (first.isoformat(), last.isoformat())
        return tuple(self._select("WHERE date BETWEEN ? AND ? ORDER BY date, started_at, id", days))

    def last_at(self, workplace_id: RecordId) -> Visit | None:
        """Return the newest visit at a workplace, or None."""
        found = self._select(
            "WHERE workplace_id = ? ORDER BY date DESC, started_at DESC LIMIT 1", (workplace_id,)
        )
        return found[0] if found else None

    def start(self, workplace_id: RecordId, *, shift: Shift = Shift.NONE, place: str = "") -> Visit:
        """Start a visit now; raise UserError when one is running already."""
        if self.running() is not None:
            raise UserError(
                Text("Fremmødet blev ikke startet.", "The visit was not started."),
                Text("Et andet fremmøde er i gang.", "Another visit is running."),
                Text("Afslut det først.", "End it first."),
            )
        return self.add(
            Visit(
                workplace_id=workplace_id,
                counsellor_id=self._store.settings.counsellor_id,
                date=local_today(self._store.clock),
                shift=shift,
                place=place,
                started_at=stamp(self._store.clock()),
            )
        )

    def end(self, visit_id: RecordId) -> Visit:
        """End a running visit now; with no contacts it stands as held with zero."""
        visit = self.get(visit_id)
        if visit.status is not VisitStatus.RUNNING:
            raise UserError(
                Text("Fremmødet kan ikke afsluttes.", "The visit cannot be ended."),
                Text("Det er ikke i gang.", "It is not running."),
                Text("Opdater siden med F5.", "Refresh the page with F5."),
            )
        # A clock that was set back must not make a visit end before it began.
        ended_at = max(stamp(self._store.clock()), visit.started_at)
        return self.change(replace(visit, status=VisitStatus.HELD, ended_at=ended_at))

    def _check(self, record: Visit) -> None:
        check = Checker(Text("Fremmødet blev ikke gemt.", "The visit was not saved."))
        check.require(
            record.status is not VisitStatus.HELD
            or (bool(record.started_at) and record.started_at <= record.ended_at),
            "ended_at",
            "Et holdt fremmøde skal slutte efter, det begyndte.",
            "A held visit must end after it began.",
        )
        check.finish()
