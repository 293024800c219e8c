"""Visits: the occurrences of presence at workplaces."""

from datetime import date
from typing import Any

import msgspec
from msgspec.structs import replace

from app.errors import UserError
from app.models.checking import Checker
from app.models.clock import from_stamp, local_today, stamp
from app.models.repository import Repository
from app.models.rules import is_clock_time, is_length
from app.models.types import RecordId, Shift, Visit, VisitStatus
from app.models.visit_ids import visit_id
from app.texts import Text


def minutes_held(visit: Visit) -> int:
    """Return the real length of a held visit in minutes, rounded half up; 0 for any other."""
    if visit.status is not VisitStatus.HELD:
        return 0
    length = from_stamp(visit.ended_at) - from_stamp(visit.started_at)
    return int(length.total_seconds() / 60 + 0.5)


_TO_COME = (VisitStatus.PLANNED, VisitStatus.MOVED)
_NOT_STARTED = Text("Fremmødet blev ikke startet.", "The visit was not started.")


class Visits(Repository[Visit]):
    """Keeps the visits; a counsellor can be at one running visit at a time.

    What a presence rule brings is stored only when something is known of it beyond the rule; see
    :mod:`app.models.plan` for what is planned and :mod:`app.models.planning` for what is done.
    """

    kind = "visit"
    table = "visit"
    record_type = Visit
    counsellors_own = True

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

    def of_series(self, series_id: RecordId, since: date) -> tuple[Visit, ...]:
        """Return what is stored of a series for its occurrences from ``since`` on, in order."""
        return tuple(
            self._select(
                "WHERE series_id = ? AND occurrence >= ? ORDER BY occurrence",
                (series_id, since.isoformat()),
            )
        )

    def around(self, first: date, last: date) -> tuple[Visit, ...]:
        """Return the visits that take place, or by their rule would, from ``first`` to ``last``."""
        days = {"first": first.isoformat(), "last": last.isoformat()}
        return tuple(
            self._select(
                "WHERE id IN (SELECT id FROM visit WHERE date BETWEEN :first AND :last UNION"
                " SELECT id FROM visit WHERE occurrence BETWEEN :first AND :last)"
                " ORDER BY date, time, started_at, id",
                days,  # type: ignore[arg-type]
            )
        )

    def arrange(self, visit: Visit) -> Visit:
        """Store what is known of a rule's visit beyond the rule; its id comes from the rule."""
        if visit.series_id is None or visit.occurrence is None:
            raise ValueError("only a visit of a rule has an id before it is stored")
        now = self._store.now()
        made = visit_id(visit.series_id, visit.occurrence)
        return self._save(None, replace(visit, id=made, created_at=now, changed_at=now))

    def stand_alone(self, visit: Visit) -> Visit:
        """Let a moved visit go on without its rule, which no longer has it."""
        promises = self._store.followups.of_visit(visit.id)
        with self._store.atomic():
            self.delete(visit.id)
            alone = self.add(
                replace(visit, series_id=None, occurrence=None, status=VisitStatus.PLANNED)
            )
            for promise in promises:
                current = self._store.followups.get(promise.id)
                self._store.followups.change(replace(current, visit_id=alone.id))
        return alone

    def delete(self, record_id: RecordId) -> Visit:
        """Delete a visit; what was promised there stays with the workplace."""
        with self._store.atomic():
            for promise in self._store.followups.of_visit(record_id):
                self._store.followups.change(replace(promise, visit_id=None))
            return super().delete(record_id)

    def start(self, workplace_id: RecordId, *, shift: Shift = Shift.NONE, place: str = "") -> Visit:
        """Start a visit now; raise UserError when one is running already."""
        self.require_none_running(_NOT_STARTED)
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

    def require_none_running(self, what: Text) -> None:
        """Raise UserError, beginning with ``what``, when the current counsellor is at a visit."""
        if self.running() is not None:
            raise UserError(
                what,
                Text("Et andet fremmøde er i gang.", "Another visit is running."),
                Text("Afslut det først.", "End it first."),
            )

    def end(self, record_id: RecordId) -> Visit:
        """End a running visit now; with no contacts it stands as held with zero."""
        visit = self.get(record_id)
        if visit.status is not VisitStatus.RUNNING:
            raise UserError(
                Text("Fremmødet kan ikke afsluttes.", "The visit cannot be ended."),
                Text("Det er ikke i gang.", "It is not running."),
                Text(
                    "Se igen, hvilke fremmøder der er i gang.",
                    "Look again which visits are running.",
                ),
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
        check.require(
            record.counsellor_id not in record.also and len(set(record.also)) == len(record.also),
            "counsellor_ids",
            "Hver vejleder kan kun vælges én gang.",
            "Each counsellor can be chosen only once.",
        )
        check.require(
            (record.minutes is None) == (record.time == "")
            and (record.time != "" or record.status not in _TO_COME)
            and (record.minutes is None or is_length(record.minutes))
            and (record.time == "" or is_clock_time(record.time)),
            "time",
            "Skriv et klokkeslæt, fx 9.30, og en længde på højst 24 timer.",
            "Enter a time of day, for example 9.30, and a length of at most 24 hours.",
        )
        check.refuse_cpr(
            place=record.place, address=record.address, reason=record.reason, remark=record.remark
        )
        check.finish()

    def _write(self, record: Visit) -> Visit:
        row: dict[str, Any] = msgspec.to_builtins(record)
        also = row.pop("also")
        self._database.table(self.table).upsert(row, pk="id")
        self._database.execute("DELETE FROM visit_counsellor WHERE visit_id = ?", (record.id,))
        if also:
            self._database.table("visit_counsellor").insert_all(
                {"visit_id": record.id, "position": at, "counsellor_id": counsellor_id}
                for at, counsellor_id in enumerate(also)
            )
        return record

    def _complete(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        by_id = {row["id"]: row for row in rows}
        for row in rows:
            row["also"] = []
        wanted = (msgspec.json.encode(list(by_id)).decode(),)
        for owner, counsellor_id in self._database.execute(
            "SELECT visit_id, counsellor_id FROM visit_counsellor"
            " WHERE visit_id IN (SELECT value FROM json_each(?)) ORDER BY visit_id, position",
            wanted,
        ).fetchall():
            by_id[owner]["also"].append(counsellor_id)
        return rows
