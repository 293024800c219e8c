"""What the repositories of all aggregates share: one audited way to add, change and delete."""

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import msgspec
from msgspec.structs import replace

from app.errors import Conflict, NotFound
from app.models.checking import Checker
from app.models.cipher import IntegrityError
from app.models.clock import next_stamp, stamp
from app.models.ids import new_id
from app.models.kind_words import never_there
from app.models.team.roles import require_own_records
from app.models.types import Record, RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

R = TypeVar("R", bound=Record)

_GONE = Text("Posten findes ikke længere.", "The record is no longer there.")
_NOT_FOUND = Text("Posten blev ikke fundet.", "The record was not found.")
_REFRESH = Text("Se listen igen, og vælg derfra.", "Look at the list again and choose there.")


class Repository(Generic[R]):
    """The records of one aggregate.

    A subclass names its ``kind``, ``table`` and ``record_type``; it overrides :meth:`_write`,
    :meth:`_remove` and :meth:`_complete` where the aggregate has more than one table. Records that
    are ``counsellors_own`` are never written in a lead's installation.
    """

    kind: ClassVar[str]
    table: ClassVar[str]
    record_type: ClassVar[type[Record]]
    counsellors_own: ClassVar[bool] = False

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._database = store.database

    def get(self, record_id: RecordId) -> R:
        """Return one record; raise :class:`~app.errors.NotFound` when it is not there."""
        record = self.find(record_id)
        if record is None:
            raise self._not_found(record_id)
        return record

    def find(self, record_id: RecordId) -> R | None:
        """Return one record, or None."""
        records = self._select("WHERE id = ?", (record_id,))
        return records[0] if records else None

    def add(self, record: R) -> R:
        """Store a new record and return it with its id and stamps."""
        now = stamp(self._store.clock())
        new = replace(record, id=RecordId(new_id()), created_at=now, changed_at=now)
        return self._save(None, new)

    def change(self, record: R) -> R:
        """Store a changed record; raise Conflict when it was changed since it was read."""
        with self._store.atomic():
            before = self.get(record.id)
            if before.changed_at != record.changed_at:
                raise Conflict(
                    Text("Ændringen blev ikke gemt.", "The change was not saved."),
                    Text(
                        "Posten er ændret, siden du åbnede den.",
                        "The record has changed since you opened it.",
                    ),
                    _REFRESH,
                )
            unchanged = replace(record, created_at=before.created_at)
            if unchanged == before:
                return before
            # Later than before also when the clock stands still or was set back: a stamp that
            # never comes twice is how a stale record is known.
            changed_at = max(stamp(self._store.clock()), next_stamp(before.changed_at))
            after = replace(unchanged, changed_at=changed_at)
            return self._save(before, after)

    def take(self, record: R) -> R:
        """Store a record as another installation tells it, under the id that it has there."""
        with self._store.atomic():
            before = self.find(record.id)
            after = self._as_told(before, record)
            return after if after == before else self._save(before, after)

    def delete(self, record_id: RecordId) -> R:
        """Delete one record and return what it was; raise Conflict when others refer to it."""
        with self._store.atomic():
            self._require_own()
            before = self.get(record_id)
            try:
                self._remove(before)
            except IntegrityError as error:
                raise Conflict(
                    Text("Posten blev ikke slettet.", "The record was not deleted."),
                    Text("Andre poster henviser til den.", "Other records refer to it."),
                    Text("Slet eller ret dem først.", "Delete or correct them first."),
                ) from error
            self._store.note_change(self.kind, before, None)
        return before

    def count(self) -> int:
        """Return how many records there are."""
        row = self._database.execute(f"SELECT count(*) FROM {self.table}").fetchone()
        return int(row[0])

    def check(self, record: R) -> None:
        """Raise InvalidInput when ``record`` breaks a rule; nothing is stored."""
        self._check(record)

    def put_back(self, current: Record | None, wanted: Record | None) -> None:
        """Make the store hold ``wanted`` again, audited; used by undo only."""
        if wanted is None:
            if current is not None:
                self._remove(current)  # type: ignore[arg-type]
        else:
            self._write(wanted)  # type: ignore[arg-type]
        self._store.note_change(self.kind, current, wanted)

    def decode(self, payload: str) -> R:
        """Return the record that an audit row holds as JSON."""
        return msgspec.json.decode(payload, type=self.record_type)  # type: ignore[return-value]

    def _not_found(self, record_id: RecordId) -> NotFound:
        """Return what to raise for an id: what the trail knows was there, anything else never was."""
        if not self._store.audit.of_record(record_id):
            return NotFound(_NOT_FOUND, never_there(self.kind, record_id), _REFRESH)
        why = Text("Den er slettet eller rettet et andet sted.", "It was deleted elsewhere.")
        return NotFound(_GONE, why, _REFRESH)

    def _refuse_cpr(self, check: Checker, record: R, *fields: str) -> None:
        """Note every text in which a CPR number is entered.

        One that stood there before does not hinder: what else is changed must not wait for it.
        """
        before = self.find(record.id) if record.id else None
        texts = {field: getattr(record, field) for field in fields}
        check.refuse_cpr(
            **{n: text for n, text in texts.items() if before is None or getattr(before, n) != text}
        )

    def _as_told(self, before: R | None, record: R) -> R:
        """Return ``record`` with the stamps that it has when it takes the place of ``before``."""
        now = self._store.now()
        if before is None:
            return replace(record, created_at=now, changed_at=now)
        same = replace(record, created_at=before.created_at, changed_at=before.changed_at)
        if same == before:
            return before
        return replace(same, changed_at=max(now, next_stamp(before.changed_at)))

    def _save(self, before: R | None, after: R) -> R:
        with self._store.atomic():
            self._require_own()
            self._check(after)
            stored = self._write(after)
            self._store.note_change(self.kind, before, stored)
        return stored

    def _require_own(self) -> None:
        if self.counsellors_own:
            require_own_records(self._store)

    def _check(self, record: R) -> None:
        """Raise InvalidInput when ``record`` breaks a rule; the base knows none."""

    def _write(self, record: R) -> R:
        self._database.table(self.table).upsert(self._row(record), pk="id")
        return record

    def _remove(self, record: R) -> None:
        self._database.execute(f"DELETE FROM {self.table} WHERE id = ?", (record.id,))

    def _row(self, record: R) -> dict[str, Any]:
        row: dict[str, Any] = msgspec.to_builtins(record)
        return row

    def _complete(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Add to the rows of the main table what other tables hold; the base has no others."""
        return rows

    def _select(self, tail: str, parameters: tuple[Any, ...] = ()) -> list[R]:
        rows = self._database.query(f"SELECT * FROM {self.table} {tail}", parameters)
        complete = self._complete(list(rows))
        return msgspec.convert(complete, list[self.record_type], strict=False)  # type: ignore[name-defined]
