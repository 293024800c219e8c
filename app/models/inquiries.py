"""Inquiries: the contacts, the unit that is counted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.checking import Checker
from app.models.identity_types import MovedKind
from app.models.inquiry_list import InquiryFilter, InquiryRow, InquirySort, list_seqs, read_rows
from app.models.inquiry_search import WordSearch
from app.models.repository import Repository
from app.models.rules import is_clock_time
from app.models.types import (
    AgeBand,
    ContactKind,
    Gender,
    Identity,
    Inquiry,
    RecordId,
    TermKind,
)
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_LONGEST_TALK = 24 * 60
_CHILDREN = (("inquiry_reason", "reasons"), ("inquiry_advice", "advice"))


class Inquiries(Repository[Inquiry]):
    """Keeps the inquiries; whether one is a first contact is always derived."""

    kind = "inquiry"
    table = "inquiry"
    record_type = Inquiry
    counsellors_own = True

    def __init__(self, store: "Store") -> None:
        super().__init__(store)
        self._search = WordSearch(store.database)

    def kind_of(self, inquiry: Inquiry) -> ContactKind:
        """Return the kind that the inquiry is counted as now."""
        row = self._database.execute(
            "SELECT kind FROM inquiry_kind WHERE seq = ?", (inquiry.seq,)
        ).fetchone()
        return ContactKind(row[0])

    def of_person(self, person_id: RecordId) -> tuple[Inquiry, ...]:
        """Return the contacts of one person in the order in which they are counted."""
        return tuple(self._select("WHERE person_id = ? ORDER BY date, time, seq", (person_id,)))

    def of_visit(self, visit_id: RecordId) -> tuple[Inquiry, ...]:
        """Return the contacts of one visit, in order."""
        return tuple(self._select("WHERE visit_id = ? ORDER BY date, time, seq", (visit_id,)))

    def newest(self) -> Inquiry | None:
        """Return the inquiry that somebody entered last, or None.

        Where all were imported, it is the latest of them: an old file that was read today does
        not make what stands in it new.
        """
        by_hand = "WHERE id NOT IN (SELECT record_id FROM imported_row) ORDER BY seq DESC LIMIT 1"
        found = self._select(by_hand) or self._select("ORDER BY date DESC, time DESC LIMIT 1")
        return found[0] if found else None

    def list_seqs(
        self,
        wanted: InquiryFilter,
        sort: InquirySort = InquirySort.NEWEST,
        *,
        descending: bool = False,
    ) -> tuple[int, ...]:
        """Return the entry numbers of the inquiries that ``wanted`` admits, in order."""
        return list_seqs(self._database, self._search, wanted, sort, descending=descending)

    def rows(self, seqs: Sequence[int]) -> tuple[InquiryRow, ...]:
        """Return one page of the list for the given entry numbers, in their order."""
        return read_rows(self._database, seqs)

    def change(self, record: Inquiry) -> Inquiry:
        """Store a changed inquiry; how it came to its person is forgotten when that changes."""
        with self._store.atomic():
            before = self.get(record.id)
            after = super().change(record)
            if after.person_id != before.person_id:
                self._forget_origin(after.id)
            if after.alias_id != before.alias_id:
                self._store.aliases.drop_unused(before.alias_id)
        return after

    def hand_over(self, inquiry: Inquiry, person_id: RecordId) -> Inquiry:
        """Give a contact to another record of its person, when records are merged or split."""
        return super().change(msgspec.structs.replace(inquiry, person_id=person_id))

    def delete(self, record_id: RecordId) -> Inquiry:
        """Delete an inquiry with its promises and referrals; undo brings them all back."""
        with self._store.atomic():
            for followup in self._store.followups.of_inquiry(record_id):
                self._store.followups.delete(followup.id)
            for referral in self._store.referrals.of_inquiry(record_id):
                self._store.referrals.delete(referral.id)
            self._forget_origin(record_id)
            deleted = super().delete(record_id)
            self._store.aliases.drop_unused(deleted.alias_id)
        return deleted

    def _forget_origin(self, record_id: RecordId) -> None:
        """Forget that the contact was linked to a person later, or came with a merged record."""
        self._store.linked_contacts.forget(record_id)
        self._store.moved_records.forget(MovedKind.INQUIRY, record_id)

    def _check(self, record: Inquiry) -> None:
        check = Checker(Text("Henvendelsen blev ikke gemt.", "The inquiry was not saved."))
        check.require(
            (record.identity is Identity.REGISTERED) == (record.person_id is not None),
            "person_id",
            "En registreret henvendelse skal have en person, en anonym må ikke.",
            "A registered inquiry must have a person, an anonymous one must not.",
        )
        anonymous = record.identity is Identity.ANONYMOUS
        check.require(
            anonymous
            or (record.gender, record.age_band, record.said_returning)
            == (Gender.NOT_TOLD, AgeBand.NOT_TOLD, False),
            "identity",
            "Køn, alder og tidligere henvendelser hører til den registrerede person.",
            "Gender, age and earlier inquiries belong to the registered person.",
        )
        check.require(
            not record.time or is_clock_time(record.time),
            "time",
            "Klokkeslættet skal skrives som 14.05.",
            "The time must be written like 14:05.",
        )
        check.require(
            record.minutes is None or 0 <= record.minutes <= _LONGEST_TALK,
            "minutes",
            "Minutter skal være mellem 0 og 1440.",
            "Minutes must be between 0 and 1440.",
        )
        self._check_codes(check, TermKind.REASON, record.reasons)
        self._check_codes(check, TermKind.ADVICE, record.advice)
        check.finish()

    def _check_codes(self, check: Checker, kind: TermKind, codes: tuple[str, ...]) -> None:
        known = self._store.taxonomy.codes(kind)
        unknown = ", ".join(code for code in codes if code not in known)
        field = "reasons" if kind is TermKind.REASON else "advice"
        check.require(
            not unknown,
            field,
            f"Koden {unknown} findes ikke i kodelisten.",
            f"The code {unknown} is not in the code list.",
        )
        check.require(
            len(set(codes)) == len(codes),
            field,
            "Den samme kode står to gange.",
            "The same code is there twice.",
        )

    def _write(self, record: Inquiry) -> Inquiry:
        row: dict[str, Any] = msgspec.to_builtins(record)
        codes = {table: row.pop(name) for table, name in _CHILDREN}
        if record.seq:
            self._database.table(self.table).upsert(row, pk="seq")
            stored = record
        else:
            del row["seq"]
            self._database.table(self.table).insert(row)
            seq = self._database.execute("SELECT last_insert_rowid()").fetchone()[0]
            stored = msgspec.structs.replace(record, seq=int(seq))
        for table, chosen in codes.items():
            self._replace_codes(table, stored.seq, chosen)
        return stored

    def _replace_codes(self, table: str, seq: int, codes: list[str]) -> None:
        self._database.execute(f"DELETE FROM {table} WHERE inquiry_seq = ?", (seq,))
        for position, code in enumerate(codes):
            self._database.execute(
                f"INSERT INTO {table} (inquiry_seq, position, code) VALUES (?, ?, ?)",
                (seq, position, code),
            )

    def _complete(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        for row in rows:
            for table, name in _CHILDREN:
                codes = self._database.execute(
                    f"SELECT code FROM {table} WHERE inquiry_seq = ? ORDER BY position",
                    (row["seq"],),
                )
                row[name] = [code for (code,) in codes]
        return rows
