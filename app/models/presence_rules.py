"""Presence rules: when a counsellor sits where, version by version."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import msgspec
from msgspec.structs import replace

from app.errors import Conflict
from app.models.checking import Checker
from app.models.clock import local_today
from app.models.ids import new_id
from app.models.periods import monday
from app.models.plan_types import PresenceRule
from app.models.recurrence import has_occurrence
from app.models.repository import Repository
from app.models.rules import is_clock_time, is_length
from app.models.types import RecordId, Visit, VisitStatus
from app.texts import Text

_LONGEST_CYCLE = 52
_DAYS_OF_WEEK = 7
_KEPT_IN_PLACE = ("id", "series_id", "valid_from", "created_at", "changed_at")
_NOT_CHANGED = Text("Reglen blev ikke ændret.", "The rule was not changed.")
_NOT_ENDED = Text("Reglen blev ikke afsluttet.", "The rule was not ended.")
_UNTOUCHED = (VisitStatus.PLANNED, VisitStatus.MOVED, VisitStatus.CANCELLED)


class PresenceRules(Repository[PresenceRule]):
    """Keeps the rules; what a rule has brought so far never moves.

    A rule is corrected by :meth:`change_from`, which ends it and begins a new version, and stopped
    by :meth:`end`. Only a rule that has not begun is changed in place or deleted.
    """

    kind = "presence_rule"
    table = "presence_rule"
    record_type = PresenceRule

    def add(self, record: PresenceRule) -> PresenceRule:
        """Store the first version of a new series."""
        new = RecordId(new_id())
        first_week = monday(record.anchor)
        return self._add(replace(record, id=new, series_id=new, anchor=first_week))

    def all(self) -> tuple[PresenceRule, ...]:
        """Return every version of every rule, in the order in which they begin."""
        return tuple(self._select("ORDER BY valid_from, time, id"))

    def of_workplace(self, workplace_id: RecordId) -> tuple[PresenceRule, ...]:
        """Return the versions at a workplace, those in force or to come first, then the ended ones."""
        return tuple(
            self._select(
                "WHERE workplace_id = ? ORDER BY valid_until IS NOT NULL, valid_until DESC,"
                " valid_from, time, id",
                (workplace_id,),
            )
        )

    def in_force(self, first: date, last: date) -> tuple[PresenceRule, ...]:
        """Return the versions that are in force on any day from ``first`` to ``last``."""
        return tuple(
            self._select(
                "WHERE valid_from <= :last AND (valid_until IS NULL OR valid_until >= :first)"
                " ORDER BY id",
                {"first": first.isoformat(), "last": last.isoformat()},  # type: ignore[arg-type]
            )
        )

    def of_series(self, series_id: RecordId) -> tuple[PresenceRule, ...]:
        """Return the versions of one series, the oldest first."""
        return tuple(self._select("WHERE series_id = ? ORDER BY valid_from", (series_id,)))

    def version_on(self, series_id: RecordId, day: date) -> PresenceRule | None:
        """Return the version of a series that is in force on a day, or None."""
        versions = (rule for rule in self.of_series(series_id) if _covers(rule, day))
        return next(versions, None)

    def change_from(
        self, rule_id: RecordId, day: date, wanted: PresenceRule, reason: str = ""
    ) -> PresenceRule:
        """Let a rule be ``wanted`` from ``day`` on and return the version that is then in force.

        Of ``wanted`` everything but ids, ``valid_from`` and stamps is taken. What was planned
        before ``day`` stays. What was arranged for single visits from ``day`` on (moved,
        cancelled, another counsellor) holds where the new version still has that visit; else a
        cancellation is dropped and a moved visit stands alone.

        Raises:
            InvalidInput: a rule is broken, or ``day`` lies before today or outside the rule.
        """
        with self._store.atomic():
            before = self.get(rule_id)
            self._require_change_day(before, day)
            if day <= before.valid_from:
                kept = {name: getattr(before, name) for name in _KEPT_IN_PLACE}
                after = self.change(replace(wanted, **kept, anchor=monday(wanted.anchor)))
            else:
                self.change(replace(before, valid_until=day - timedelta(days=1), end_reason=reason))
                after = self._add(
                    replace(
                        wanted,
                        id=RecordId(new_id()),
                        series_id=before.series_id,
                        anchor=monday(wanted.anchor),
                        valid_from=day,
                    )
                )
            self._settle_visits(after, day)
        return after

    def end(self, rule_id: RecordId, last_day: date, reason: str = "") -> PresenceRule:
        """Let ``last_day`` be the last day of a rule; what was arranged for later visits is dropped.

        Raises:
            InvalidInput: ``last_day`` lies before yesterday or before the rule began.
        """
        with self._store.atomic():
            before = self.get(rule_id)
            check = Checker(_NOT_ENDED)
            yesterday = local_today(self._store.clock) - timedelta(days=1)
            check.require(
                last_day >= yesterday,
                "last_day",
                "Den sidste dag kan ikke ligge før i går: det, der har været, flyttes ikke.",
                "The last day cannot lie before yesterday: what has been does not move.",
            )
            check.require(
                last_day >= before.valid_from,
                "last_day",
                "Reglen er først begyndt senere. Slet den i stedet.",
                "The rule begins later than that. Delete it instead.",
            )
            check.finish()
            after = self.change(replace(before, valid_until=last_day, end_reason=reason))
            for visit in self._arranged(before.series_id, last_day + timedelta(days=1)):
                if not _covered(self.of_series(before.series_id), visit):
                    self._store.visits.delete(visit.id)
        return after

    def delete(self, record_id: RecordId) -> PresenceRule:
        """Delete a rule that has not begun; raise Conflict for one that has: end it instead."""
        with self._store.atomic():
            rule = self.get(record_id)
            if rule.valid_from < local_today(self._store.clock):
                raise Conflict(
                    Text("Reglen blev ikke slettet.", "The rule was not deleted."),
                    Text("Den har allerede været i brug.", "It has been in use already."),
                    Text("Afslut den i stedet.", "End it instead."),
                )
            for visit in self._arranged(rule.series_id, rule.valid_from):
                if _covers(rule, visit.occurrence or visit.date):
                    self._store.visits.delete(visit.id)
            return super().delete(record_id)

    def _add(self, record: PresenceRule) -> PresenceRule:
        now = self._store.now()
        return self._save(None, replace(record, created_at=now, changed_at=now))

    def _require_change_day(self, rule: PresenceRule, day: date) -> None:
        check = Checker(_NOT_CHANGED)
        check.require(
            day >= local_today(self._store.clock),
            "valid_from",
            "En regel ændres tidligst fra i dag: det, der har været, flyttes ikke.",
            "A rule is changed from today at the earliest: what has been does not move.",
        )
        check.require(
            rule.valid_until is None or day <= rule.valid_until,
            "valid_from",
            "Reglen er slut på det tidspunkt. Lav en ny.",
            "The rule has ended by then. Make a new one.",
        )
        check.finish()

    def _settle_visits(self, rule: PresenceRule, day: date) -> None:
        for visit in self._arranged(rule.series_id, day):
            if has_occurrence(rule, visit.occurrence or visit.date):
                continue
            if visit.status is VisitStatus.MOVED:
                self._store.visits.stand_alone(visit)
            else:
                self._store.visits.delete(visit.id)

    def _arranged(self, series_id: RecordId, day: date) -> tuple[Visit, ...]:
        """Return what was arranged for single visits of a series from ``day`` on."""
        stored = self._store.visits.of_series(series_id, day)
        return tuple(visit for visit in stored if visit.status in _UNTOUCHED)

    def _check(self, record: PresenceRule) -> None:
        check = Checker(Text("Reglen blev ikke gemt.", "The rule was not saved."))
        check.require(
            1 <= record.every_weeks <= _LONGEST_CYCLE,
            "every_weeks",
            "Vælg mellem hver uge og hver 52. uge.",
            "Choose between every week and every 52nd week.",
        )
        check.require(
            bool(record.weekdays)
            and record.weekdays == tuple(sorted(set(record.weekdays)))
            and set(record.weekdays) <= set(range(1, _DAYS_OF_WEEK + 1)),
            "weekdays",
            "Vælg mindst én ugedag.",
            "Choose at least one weekday.",
        )
        check.require(
            is_clock_time(record.time),
            "time",
            "Skriv et klokkeslæt, fx 9.00.",
            "Enter a time of day, for example 9.00.",
        )
        check.require(
            is_length(record.minutes),
            "minutes",
            "Et fremmøde varer mellem 1 minut og 24 timer.",
            "A visit lasts between 1 minute and 24 hours.",
        )
        check.require(
            bool(record.counsellor_ids)
            and len(set(record.counsellor_ids)) == len(record.counsellor_ids),
            "counsellor_ids",
            "Vælg mindst én vejleder, og hver kun én gang.",
            "Choose at least one counsellor, each only once.",
        )
        check.require(
            record.valid_until is None or record.valid_until >= record.valid_from,
            "valid_until",
            "Slutdatoen ligger før startdatoen.",
            "The end lies before the start.",
        )
        check.finish()

    def _write(self, record: PresenceRule) -> PresenceRule:
        row: dict[str, Any] = msgspec.to_builtins(record)
        places, counsellors = row.pop("places"), row.pop("counsellor_ids")
        row["weekdays"] = "".join(str(number) for number in record.weekdays)
        self._database.table(self.table).upsert(row, pk="id")
        self._replace_children("presence_rule_place", record.id, places)
        who = [{"counsellor_id": counsellor_id} for counsellor_id in counsellors]
        self._replace_children("presence_rule_counsellor", record.id, who)
        return record

    def _replace_children(
        self, table: str, owner: RecordId, rows: Sequence[dict[str, Any]]
    ) -> None:
        self._database.execute(f"DELETE FROM {table} WHERE rule_id = ?", (owner,))
        numbered = [{"rule_id": owner, "position": at} | row for at, row in enumerate(rows)]
        if numbered:
            self._database.table(table).insert_all(numbered)

    def _complete(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        wanted = (msgspec.json.encode([row["id"] for row in rows]).decode(),)
        by_id = {row["id"]: row for row in rows}
        for row in rows:
            row["weekdays"] = tuple(int(digit) for digit in row["weekdays"])
            row["places"], row["counsellor_ids"] = [], []
        of_them = "rule_id IN (SELECT value FROM json_each(?)) ORDER BY rule_id, position"
        for owner, room, address in self._database.execute(
            f"SELECT rule_id, room, address FROM presence_rule_place WHERE {of_them}", wanted
        ).fetchall():
            by_id[owner]["places"].append({"room": room, "address": address})
        for owner, counsellor_id in self._database.execute(
            f"SELECT rule_id, counsellor_id FROM presence_rule_counsellor WHERE {of_them}", wanted
        ).fetchall():
            by_id[owner]["counsellor_ids"].append(counsellor_id)
        return rows


def _covers(rule: PresenceRule, day: date) -> bool:
    return rule.valid_from <= day and (rule.valid_until is None or day <= rule.valid_until)


def _covered(versions: Sequence[PresenceRule], visit: Visit) -> bool:
    return any(_covers(rule, visit.occurrence or visit.date) for rule in versions)
