"""The audit trail: who changed what, when, in the same transaction as the change itself.

The values before and after live only here, inside the encrypted database, and can be removed
without removing the fact of the change.
"""

from collections.abc import Collection, Iterator

import msgspec

from app.models.changes import Action
from app.models.cipher import Database
from app.models.types import Record, RecordId


class AuditEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the trail; ``before`` and ``after`` are JSON, None where there is no value."""

    seq: int
    change_set: str
    at: str
    counsellor_id: str
    action: Action
    kind: str
    record_id: RecordId
    fields: tuple[str, ...]
    before: str | None
    after: str | None

    @property
    def is_forgotten(self) -> bool:
        """Tell whether the values were removed, so that the change can no longer be taken back."""
        wanted = (self.action is not Action.CREATE, self.action is not Action.DELETE)
        return wanted != (self.before is not None, self.after is not None)


_STAMPS = frozenset({"created_at", "changed_at"})


def changed_fields(before: Record | None, after: Record | None) -> tuple[str, ...]:
    """Return the names of the fields that differ, stamps left out, in the order of the record."""
    present = before if before is not None else after
    if present is None:
        return ()
    names = (name for name in present.__struct_fields__ if name not in _STAMPS)
    return tuple(n for n in names if getattr(before, n, None) != getattr(after, n, None))


class AuditTrail:
    """Reads and writes the audit rows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(
        self,
        *,
        change_set: str,
        at: str,
        counsellor_id: str,
        kind: str,
        before: Record | None,
        after: Record | None,
    ) -> Action:
        """Append the row of one change and return what kind of change it was."""
        record = after if after is not None else before
        if record is None:
            raise ValueError("a change needs a record before or after it")
        action = _action(before, after)
        self._database.execute(
            "INSERT INTO audit (change_set, at, counsellor_id, action, kind, record_id, fields,"
            " before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                change_set,
                at,
                counsellor_id,
                action,
                kind,
                record.id,
                _json(changed_fields(before, after)),
                _json(before) if before is not None else None,
                _json(after) if after is not None else None,
            ),
        )
        return action

    def of_change_set(self, change_set: str) -> tuple[AuditEntry, ...]:
        """Return the rows of one transaction, oldest first."""
        return tuple(self._read("WHERE change_set = ? ORDER BY seq", (change_set,)))

    def of_record(self, record_id: RecordId) -> tuple[AuditEntry, ...]:
        """Return the history of one record, oldest first."""
        return tuple(self._read("WHERE record_id = ? ORDER BY seq", (record_id,)))

    def of_records(self, record_ids: Collection[RecordId]) -> tuple[AuditEntry, ...]:
        """Return the history of several records, oldest first."""
        where = "WHERE record_id IN (SELECT value FROM json_each(?)) ORDER BY seq"
        return tuple(self._read(where, (_json(sorted(record_ids)),)))

    def naming(self, kind: str, field: str, values: Collection[RecordId]) -> tuple[AuditEntry, ...]:
        """Return the changes of records of ``kind`` whose ``field`` was one of ``values``, ever."""
        named = (
            f"json_extract({{}}, '$.{field}') IN (SELECT value FROM json_each(?))".format(payload)
            for payload in ("before", "after")
        )
        wanted = _json(sorted(values))
        where = f"WHERE kind = ? AND ({' OR '.join(named)}) ORDER BY seq"
        return tuple(self._read(where, (kind, wanted, wanted)))

    def turning(self, kind: str, field: str, value: RecordId) -> tuple[AuditEntry, ...]:
        """Return the changes of records of ``kind`` that made ``field`` this value, or no longer."""
        # What was changed is read before any value is: few changes are about such a field.
        where = (
            f"WHERE kind = ? AND instr(fields, '\"{field}\"')"
            f" AND ? IN (json_extract(before, '$.{field}'), json_extract(after, '$.{field}'))"
            " ORDER BY seq"
        )
        return tuple(self._read(where, (kind, value)))

    def deleted(self, kind: str) -> frozenset[RecordId]:
        """Return the ids of the records of ``kind`` that were deleted, and perhaps put back."""
        rows = self._database.execute(
            "SELECT DISTINCT record_id FROM audit WHERE kind = ? AND action = 'delete'", (kind,)
        )
        return frozenset(record_id for (record_id,) in rows)

    def forget_values(self, record_id: RecordId) -> None:
        """Remove the values of one record from the trail; that it was changed remains."""
        self._database.execute(
            "UPDATE audit SET before = NULL, after = NULL WHERE record_id = ?", (record_id,)
        )

    def forget_texts(self, record_id: RecordId, fields: Collection[str]) -> None:
        """Empty some texts of one record in the trail; its other values remain."""
        paths = [part for field in fields for part in (f"$.{field}", "")]
        marks = ", ".join("?" for _ in paths)
        self._database.execute(
            f"UPDATE audit SET before = json_set(before, {marks}), after = json_set(after, {marks})"
            " WHERE record_id = ?",
            (*paths, *paths, record_id),
        )

    def forget_entries(self, seqs: Collection[int]) -> None:
        """Remove the values of these changes; that something was changed remains."""
        self._database.execute(
            "UPDATE audit SET before = NULL, after = NULL"
            " WHERE seq IN (SELECT value FROM json_each(?))",
            (_json(sorted(seqs)),),
        )

    def rename(self, record_id: RecordId, new_id: RecordId) -> None:
        """Let the history of a record stand under another id, so that the old one is nowhere."""
        self._database.execute(
            "UPDATE audit SET record_id = ? WHERE record_id = ?", (new_id, record_id)
        )

    def write_erasure(
        self,
        *,
        change_set: str,
        at: str,
        counsellor_id: str,
        action: Action,
        kind: str,
        record_id: RecordId,
    ) -> None:
        """Append the row of a change that cannot be taken back, as it keeps no values."""
        self._database.execute(
            "INSERT INTO audit (change_set, at, counsellor_id, action, kind, record_id, fields)"
            " VALUES (?, ?, ?, ?, ?, ?, '[]')",
            (change_set, at, counsellor_id, action, kind, record_id),
        )

    def _read(self, where: str, parameters: tuple[str, ...]) -> Iterator[AuditEntry]:
        for row in self._database.query(f"SELECT * FROM audit {where}", parameters):
            yield msgspec.convert(row | {"fields": msgspec.json.decode(row["fields"])}, AuditEntry)


def _action(before: Record | None, after: Record | None) -> Action:
    if before is None:
        return Action.CREATE
    return Action.DELETE if after is None else Action.UPDATE


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()
