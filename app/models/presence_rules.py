"""Presence rules: when a counsellor sits where, version by version."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from app.errors import Conflict
from app.models.arranged_visits import carry_over, drop_arranged, settle_series
from app.models.audit import changed_fields
from app.models.clock import local_today
from app.models.ids import new_id
from app.models.periods import monday
from app.models.plan_types import PresenceRule
from app.models.recurrence import covers
from app.models.repository import Repository
from app.models.rule_checks import NOT_CHANGED, check_rule, require_change_day, require_end
from app.models.types import RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_KEPT_IN_PLACE = ("id", "series_id", "valid_from", "created_at", "changed_at")
_FREE_TO_CHANGE = frozenset({"valid_until", "end_reason", "remark"})
_NOT_DELETED = Text("Reglen blev ikke slettet.", "The rule was not deleted.")
_MOST_DECODED = 10_000
"""Versions kept in memory; some five years of changes of 2,000 rules."""
_ONE_DAY = timedelta(days=1)


class PresenceRules(Repository[PresenceRule]):
    """Keeps the rules; what a rule has brought so far never moves.

    A rule is corrected by :meth:`change_from`, which ends it and begins a new version, and stopped
    by :meth:`end`. Only a rule that has not begun is changed in place or deleted.
    """

    kind = "presence_rule"
    table = "presence_rule"
    record_type = PresenceRule

    def __init__(self, store: "Store") -> None:
        super().__init__(store)
        self._decoded: dict[RecordId, PresenceRule] = {}

    def add(self, record: PresenceRule) -> PresenceRule:
        """Store the first version of a new series."""
        new = RecordId(new_id())
        return self._add(replace(record, id=new, series_id=new))

    def change(self, record: PresenceRule) -> PresenceRule:
        """Store a rule that has not begun; of one that has, only its end and its remark.

        Raises:
            InvalidInput: a rule is broken, or the end lies before yesterday.
            Conflict: something else of a rule that has begun would change.
        """
        with self._store.atomic():
            before = self.get(record.id)
            fields = set(changed_fields(before, record))
            if self._has_begun(before):
                if not fields <= _FREE_TO_CHANGE:
                    raise Conflict(
                        NOT_CHANGED,
                        Text("Den har allerede været i brug.", "It has been in use already."),
                        Text("Ret den fra en bestemt dag.", "Change it from a day on."),
                    )
                if "valid_until" in fields:
                    require_end(before, record.valid_until, self._today())
            after = super().change(replace(record, anchor=monday(record.anchor)))
            carry_over(self._store, before, after, self._today())
            return after

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
        """Return the versions that are in force on any day from ``first`` to ``last``.

        What was decoded before serves again where its stamp is still that of the stored rule: a
        plan that is leafed through needs nearly the same rules every time.
        """
        stamped = self._database.execute(
            "SELECT id, changed_at FROM presence_rule"
            " WHERE valid_from <= ? AND (valid_until IS NULL OR valid_until >= ?) ORDER BY id",
            (last.isoformat(), first.isoformat()),
        ).fetchall()
        known = self._decoded if len(self._decoded) < _MOST_DECODED else {}
        missing = [
            rule_id
            for rule_id, changed_at in stamped
            if rule_id not in known or known[rule_id].changed_at != changed_at
        ]
        if missing:
            wanted = (msgspec.json.encode(missing).decode(),)
            read = self._select("WHERE id IN (SELECT value FROM json_each(?))", wanted)
            known = known | {rule.id: rule for rule in read}
            # What a transaction reads may be rolled back, and its stamps may then come again.
            if not self._database.conn.in_transaction:
                self._decoded = known
        return tuple(known[rule_id] for rule_id, _ in stamped)

    def of_series(self, series_id: RecordId) -> tuple[PresenceRule, ...]:
        """Return the versions of one series, the oldest first."""
        return tuple(self._select("WHERE series_id = ? ORDER BY valid_from", (series_id,)))

    def version_on(self, series_id: RecordId, day: date) -> PresenceRule | None:
        """Return the version of a series that is in force on a day, or None."""
        return next((rule for rule in self.of_series(series_id) if covers(rule, day)), None)

    def change_from(
        self, rule_id: RecordId, day: date, wanted: PresenceRule, reason: str = ""
    ) -> PresenceRule:
        """Let a rule be ``wanted`` from ``day`` on and return the version that is then in force.

        Of ``wanted`` everything but ids, ``valid_from`` and stamps is taken; where the series has
        a later version, the new one ends before it. What was planned before ``day`` stays; what
        was arranged for single visits from ``day`` on is carried over, see
        :func:`app.models.arranged_visits.carry_over`.

        Raises:
            InvalidInput: a rule is broken, or ``day`` lies before today or outside the rule.
        """
        with self._store.atomic():
            before = self.get(rule_id)
            require_change_day(before, day, self._today())
            wanted = replace(wanted, valid_until=self._end_before_the_next(before, wanted))
            if day <= before.valid_from:
                kept = {name: getattr(before, name) for name in _KEPT_IN_PLACE}
                after = super().change(replace(wanted, **kept, anchor=monday(wanted.anchor)))
            else:
                super().change(replace(before, valid_until=day - _ONE_DAY, end_reason=reason))
                new = RecordId(new_id())
                series = before.series_id
                after = self._add(replace(wanted, id=new, series_id=series, valid_from=day))
            carry_over(self._store, before, after, day)
        return after

    def end(self, rule_id: RecordId, last_day: date, reason: str = "") -> PresenceRule:
        """Let ``last_day`` be the last day of a rule; what was arranged for later visits is dropped.

        Raises:
            InvalidInput: ``last_day`` lies before yesterday, before the rule began or in a later
                version of it, or the rule has ended already.
        """
        with self._store.atomic():
            before = self.get(rule_id)
            require_end(before, last_day, self._today())
            after = super().change(replace(before, valid_until=last_day, end_reason=reason))
            drop_arranged(self._store, before, last_day + _ONE_DAY)
        return after

    def take_series(
        self, series_id: RecordId, versions: Sequence[PresenceRule], today: date
    ) -> None:
        """Let a series have these versions and no others, as another installation tells them.

        They were checked together before, and one of them has the id of the series. What was
        recorded stays; what was arranged from ``today`` on is settled.
        """
        with self._store.atomic():
            before = {version.id: version for version in self.of_series(series_id)}
            settle_series(self._store, tuple(before.values()), versions, today)
            kept = {version.id for version in versions}
            # The first version comes first and goes last: the others refer to it.
            for old in sorted(before.values(), key=lambda one: one.id == series_id):
                if old.id not in kept:
                    super().delete(old.id)
            for version in sorted(versions, key=lambda one: one.id != series_id):
                old_one = before.get(version.id)
                told = self._as_told(old_one, version)
                if told != old_one:
                    # One after the other they may overlap on the way, so they are not checked here.
                    self._write(told)
                    self._store.note_change(self.kind, old_one, told)

    def delete(self, record_id: RecordId) -> PresenceRule:
        """Delete a rule that has not begun; raise Conflict for one that has: end it instead.

        What was arranged for its visits is dropped. An earlier version of the rule stays ended.
        """
        with self._store.atomic():
            rule = self.get(record_id)
            if self._has_begun(rule):
                raise Conflict(
                    _NOT_DELETED,
                    Text("Den har allerede været i brug.", "It has been in use already."),
                    Text("Afslut den i stedet.", "End it instead."),
                )
            drop_arranged(self._store, rule, rule.valid_from)
            return super().delete(record_id)

    def _add(self, record: PresenceRule) -> PresenceRule:
        now, week = self._store.now(), monday(record.anchor)
        return self._save(None, replace(record, anchor=week, created_at=now, changed_at=now))

    def _has_begun(self, rule: PresenceRule) -> bool:
        return rule.valid_from < self._today()

    def _today(self) -> date:
        return local_today(self._store.clock)

    def _end_before_the_next(self, before: PresenceRule, wanted: PresenceRule) -> date | None:
        starts = (rule.valid_from for rule in self.of_series(before.series_id))
        later = [start - _ONE_DAY for start in starts if start > before.valid_from]
        ends = later if wanted.valid_until is None else [*later, wanted.valid_until]
        return min(ends, default=None)

    def _check(self, record: PresenceRule) -> None:
        check_rule(record, self.of_series(record.series_id))

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
