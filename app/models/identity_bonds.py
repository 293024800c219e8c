"""Keeps who is who: linked contacts, moved records, and people who were told apart."""

from collections.abc import Collection
from typing import Any

import msgspec

from app.models.identity_types import (
    DifferentPeople,
    LinkedContact,
    MovedKind,
    MovedRecord,
    linked_id,
    moved_id,
)
from app.models.repository import Repository
from app.models.types import RecordId

_NOT_STORED = ("id", "created_at", "changed_at")


class LinkedContacts(Repository[LinkedContact]):
    """Keeps what an anonymous contact told, and the consent with which it was linked."""

    kind = "linked_contact"
    table = "linked_contact"
    record_type = LinkedContact

    def find(self, record_id: RecordId) -> LinkedContact | None:
        """Return one link, or None."""
        inquiry_id = record_id.removeprefix(linked_id(RecordId("")))
        found = self._select("WHERE inquiry_id = ?", (inquiry_id,))
        return found[0] if found else None

    def of_inquiry(self, inquiry_id: RecordId) -> LinkedContact | None:
        """Return the link of an inquiry, or None where there is none."""
        return self.find(linked_id(inquiry_id))

    def of_inquiries(self, inquiry_ids: Collection[RecordId]) -> tuple[LinkedContact, ...]:
        """Return the links of these inquiries, by their ids."""
        wanted = msgspec.json.encode(sorted(inquiry_ids)).decode()
        where = "WHERE inquiry_id IN (SELECT value FROM json_each(?)) ORDER BY inquiry_id"
        return tuple(self._select(where, (wanted,)))

    def keep(self, link: LinkedContact) -> LinkedContact:
        """Store the link of an inquiry that has none."""
        return self._save(None, msgspec.structs.replace(link, id=linked_id(link.inquiry_id)))

    def forget(self, inquiry_id: RecordId) -> None:
        """Remove the link of an inquiry, if it has one."""
        if self.of_inquiry(inquiry_id) is not None:
            self.delete(linked_id(inquiry_id))

    def _write(self, record: LinkedContact) -> LinkedContact:
        self._database.table(self.table).insert(_columns(record))
        return record

    def _remove(self, record: LinkedContact) -> None:
        self._database.execute(
            "DELETE FROM linked_contact WHERE inquiry_id = ?", (record.inquiry_id,)
        )

    def _complete(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [row | {"id": linked_id(row["inquiry_id"])} for row in rows]


class MovedRecords(Repository[MovedRecord]):
    """Keeps whose a record was before a merging."""

    kind = "moved_record"
    table = "moved_record"
    record_type = MovedRecord

    def find(self, record_id: RecordId) -> MovedRecord | None:
        """Return what is kept about one moved record, or None."""
        _, _, kind_and_id = record_id.partition(":")
        kind, _, moved = kind_and_id.partition(":")
        found = self._select("WHERE kind = ? AND record_id = ?", (kind, moved))
        return found[0] if found else None

    def of_person(self, person_id: RecordId) -> tuple[MovedRecord, ...]:
        """Return the records that were this person's own before their record was merged."""
        return tuple(self._select("WHERE person_id = ? ORDER BY kind, record_id", (person_id,)))

    def keep(self, kind: MovedKind, record_id: RecordId, person_id: RecordId) -> None:
        """Note whose a record is before it is moved; the first owner stays through every move."""
        if self.find(moved_id(kind, record_id)) is None:
            self._save(
                None,
                MovedRecord(
                    id=moved_id(kind, record_id),
                    kind=kind,
                    record_id=record_id,
                    person_id=person_id,
                ),
            )

    def forget(self, kind: MovedKind, record_id: RecordId) -> None:
        """Say that a record is whoever has it now."""
        if self.find(moved_id(kind, record_id)) is not None:
            self.delete(moved_id(kind, record_id))

    def _write(self, record: MovedRecord) -> MovedRecord:
        self._database.table(self.table).insert(_columns(record))
        return record

    def _remove(self, record: MovedRecord) -> None:
        self._database.execute(
            "DELETE FROM moved_record WHERE kind = ? AND record_id = ?",
            (record.kind, record.record_id),
        )

    def _complete(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [row | {"id": moved_id(row["kind"], row["record_id"])} for row in rows]


class DifferentPeopleList(Repository[DifferentPeople]):
    """Keeps the pairs that somebody looked at and found to be two persons."""

    kind = "different_people"
    table = "different_people"
    record_type = DifferentPeople

    def tell_apart(self, one: RecordId, other: RecordId) -> None:
        """Remember that two records are of two persons."""
        first, second = sorted((one, other))
        if second not in self.others(first):
            self.add(DifferentPeople(person_id=first, other_id=second))

    def others(self, person_id: RecordId) -> frozenset[RecordId]:
        """Return who was told apart from a person."""
        return frozenset(
            pair.other_id if pair.person_id == person_id else pair.person_id
            for pair in self.of_person(person_id)
        )

    def of_person(self, person_id: RecordId) -> tuple[DifferentPeople, ...]:
        """Return the pairs that a person is in."""
        where = "WHERE person_id = ? OR other_id = ? ORDER BY id"
        return tuple(self._select(where, (person_id, person_id)))

    def all(self) -> frozenset[tuple[RecordId, RecordId]]:
        """Return all pairs, the smaller id first."""
        return frozenset((pair.person_id, pair.other_id) for pair in self._select(""))


def _columns(record: LinkedContact | MovedRecord) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(record)
    return {name: value for name, value in row.items() if name not in _NOT_STORED}
