"""Activities: talks and network meetings, with their participants and topics."""

from datetime import date
from typing import Any

import msgspec

from app.models.checking import Checker
from app.models.clock import local_today
from app.models.plan_types import Activity, ActivityStatus
from app.models.repository import Repository
from app.models.rules import is_clock_time, is_length
from app.models.topics import topics
from app.models.types import RecordId
from app.texts import Text

_CHILDREN = (
    ("activity_workplace", "workplace_id", "workplace_ids"),
    ("activity_counsellor", "counsellor_id", "counsellor_ids"),
    ("activity_topic", "code", "topics"),
)


class Activities(Repository[Activity]):
    """Keeps the activities."""

    kind = "activity"
    table = "activity"
    record_type = Activity
    counsellors_own = True

    def between(self, first: date, last: date) -> tuple[Activity, ...]:
        """Return what begins from ``first`` to ``last``, both included, in order."""
        days = (first.isoformat(), last.isoformat())
        return tuple(self._select("WHERE date BETWEEN ? AND ? ORDER BY date, time, id", days))

    def of_workplace(self, workplace_id: RecordId) -> tuple[Activity, ...]:
        """Return the activities for one workplace, the newest first."""
        return tuple(
            self._select(
                "WHERE id IN (SELECT activity_id FROM activity_workplace WHERE workplace_id = ?)"
                " ORDER BY date DESC, time DESC, id",
                (workplace_id,),
            )
        )

    def _check(self, record: Activity) -> None:
        check = Checker(Text("Aktiviteten blev ikke gemt.", "The activity was not saved."))
        check.require(
            is_clock_time(record.time),
            "time",
            "Skriv et klokkeslæt, fx 9.30.",
            "Enter a time of day, for example 9.30.",
        )
        check.require(
            is_length(record.minutes),
            "minutes",
            "En aktivitet varer mellem 1 minut og 24 timer.",
            "An activity lasts between 1 minute and 24 hours.",
        )
        check.require(
            record.participants is None or record.participants >= 0,
            "participants",
            "Antal deltagere kan ikke være negativt.",
            "The number of participants cannot be negative.",
        )
        check.require(
            bool(record.counsellor_ids),
            "counsellor_ids",
            "Vælg mindst én vejleder.",
            "Choose at least one counsellor.",
        )
        check.require(
            record.status is not ActivityStatus.CANCELLED or bool(record.reason.strip()),
            "reason",
            "Skriv, hvorfor aktiviteten er aflyst.",
            "Enter why the activity was cancelled.",
        )
        check.require(
            record.status is not ActivityStatus.HELD
            or record.date <= local_today(self._store.clock),
            "date",
            "En aktivitet kan først være holdt, når dagen er kommet.",
            "An activity has been held only when its day has come.",
        )
        check.require(
            set(record.topics) <= {topic.code for topic in topics()},
            "topics",
            "Vælg emnerne på listen.",
            "Choose the topics from the list.",
        )
        for field in ("topics", "workplace_ids", "counsellor_ids"):
            values = getattr(record, field)
            check.require(
                len(set(values)) == len(values),
                field,
                "Hver kan kun vælges én gang.",
                "Each can be chosen only once.",
            )
        check.refuse_cpr(
            title=record.title, place=record.place, reason=record.reason, remark=record.remark
        )
        check.finish()

    def _write(self, record: Activity) -> Activity:
        row: dict[str, Any] = msgspec.to_builtins(record)
        children = {table: (column, row.pop(field)) for table, column, field in _CHILDREN}
        self._database.table(self.table).upsert(row, pk="id")
        for table, (column, values) in children.items():
            self._database.execute(f"DELETE FROM {table} WHERE activity_id = ?", (record.id,))
            self._database.table(table).insert_all(
                {"activity_id": record.id, "position": at, column: value}
                for at, value in enumerate(values)
            )
        return record

    def _complete(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        wanted = (msgspec.json.encode([row["id"] for row in rows]).decode(),)
        by_id = {row["id"]: row for row in rows}
        for table, column, field in _CHILDREN:
            for row in rows:
                row[field] = []
            for owner, value in self._database.execute(
                f"SELECT activity_id, {column} FROM {table} WHERE activity_id IN"
                " (SELECT value FROM json_each(?)) ORDER BY activity_id, position",
                wanted,
            ).fetchall():
                by_id[owner][field].append(value)
        return rows
