"""The list of inquiries: filter, order and pages, made for a hundred thousand rows.

The list is first a tuple of entry numbers, found by indexes alone; the rows are read a page at a
time, when they are shown.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any

import msgspec

from app.models.cipher import Database
from app.models.folding import like_pattern, search_words
from app.models.types import Channel, ContactKind, Identity, RecordId, Role, SickLeave


class InquirySort(StrEnum):
    """The orders that the list can stand in."""

    NEWEST = "newest"
    OLDEST = "oldest"
    WORKPLACE = "workplace"
    PERSON = "person"
    KIND = "kind"
    COUNSELLOR = "counsellor"


class InquiryFilter(msgspec.Struct, frozen=True, kw_only=True):
    """What the list shall show; an empty field admits everything."""

    text: str = ""
    first: date | None = None
    last: date | None = None
    workplace_id: RecordId | None = None
    kind: ContactKind | None = None
    reason: str = ""
    advice: str = ""
    counsellor_id: RecordId | None = None


class InquiryRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the list. ``person`` is empty for an anonymous contact."""

    seq: int
    id: RecordId
    date: date
    time: str
    kind: ContactKind
    identity: Identity
    channel: Channel
    role: Role
    sick_leave: SickLeave
    person: str
    birth_year: int | None
    phone: str
    workplace_code: str
    workplace: str
    counsellor: str
    reasons: tuple[str, ...]
    advice: tuple[str, ...]
    minutes: int | None


_ORDER = {
    InquirySort.NEWEST: ("", "i.date DESC, i.time DESC, i.seq DESC"),
    InquirySort.OLDEST: ("", "i.date, i.time, i.seq"),
    InquirySort.WORKPLACE: (
        " LEFT JOIN workplace w ON w.id = i.workplace_id",
        "w.name, i.date DESC, i.time DESC, i.seq DESC",
    ),
    InquirySort.PERSON: (
        " LEFT JOIN person p ON p.id = i.person_id",
        "p.search IS NULL, p.search, i.date DESC, i.time DESC, i.seq DESC",
    ),
    InquirySort.KIND: (
        " JOIN inquiry_kind k ON k.seq = i.seq",
        "k.kind, i.date DESC, i.time DESC, i.seq DESC",
    ),
    InquirySort.COUNSELLOR: (
        " JOIN counsellor c ON c.id = i.counsellor_id",
        "c.initials, i.date DESC, i.time DESC, i.seq DESC",
    ),
}

# Every word must match somewhere: in the person, the workplace, or a code.
_WORD = (
    "(i.person_id IN (SELECT id FROM person WHERE search LIKE :{n})"
    " OR i.workplace_id IN (SELECT id FROM workplace WHERE search LIKE :{n})"
    " OR i.seq IN (SELECT inquiry_seq FROM inquiry_reason WHERE code = :{n}_code)"
    " OR i.seq IN (SELECT inquiry_seq FROM inquiry_advice WHERE code = :{n}_code))"
)


def list_seqs(database: Database, wanted: InquiryFilter, sort: InquirySort) -> tuple[int, ...]:
    """Return the entry numbers of the inquiries that ``wanted`` admits, in the order asked for."""
    conditions, values = _conditions(wanted)
    join, order = _ORDER[sort]
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = database.execute(f"SELECT i.seq FROM inquiry i{join}{where} ORDER BY {order}", values)
    return tuple(seq for (seq,) in rows.fetchall())


def _conditions(wanted: InquiryFilter) -> tuple[list[str], dict[str, Any]]:
    conditions: list[str] = []
    values: dict[str, Any] = {}
    plain = (
        ("first", wanted.first and wanted.first.isoformat(), "i.date >= :first"),
        ("last", wanted.last and wanted.last.isoformat(), "i.date <= :last"),
        ("workplace", wanted.workplace_id, "i.workplace_id = :workplace"),
        ("counsellor", wanted.counsellor_id, "i.counsellor_id = :counsellor"),
        ("kind", wanted.kind, "(SELECT kind FROM inquiry_kind k WHERE k.seq = i.seq) = :kind"),
        (
            "reason",
            wanted.reason,
            "i.seq IN (SELECT inquiry_seq FROM inquiry_reason WHERE code = :reason)",
        ),
        (
            "advice",
            wanted.advice,
            "i.seq IN (SELECT inquiry_seq FROM inquiry_advice WHERE code = :advice)",
        ),
    )
    for name, value, condition in plain:
        if value:
            conditions.append(condition)
            values[name] = value
    for number, word in enumerate(search_words(wanted.text)):
        name = f"w{number}"
        conditions.append(_WORD.format(n=name))
        values |= {name: like_pattern(word), f"{name}_code": word.upper()}
    return conditions, values


def read_rows(database: Database, seqs: Sequence[int]) -> tuple[InquiryRow, ...]:
    """Return the lines of the given entry numbers in their order; a deleted one is left out."""
    marks = ", ".join("?" for _ in seqs)
    query = (
        "SELECT i.seq, i.id, i.date, i.time, k.kind, i.identity, i.channel, i.role, i.sick_leave,"
        " i.minutes, coalesce(p.name, '') AS person, p.birth_year, coalesce(p.phone, '') AS phone,"
        " coalesce(w.code, '') AS workplace_code, coalesce(w.name, '') AS workplace,"
        " c.initials AS counsellor"
        " FROM inquiry i JOIN inquiry_kind k ON k.seq = i.seq"
        " JOIN counsellor c ON c.id = i.counsellor_id"
        " LEFT JOIN person p ON p.id = i.person_id"
        " LEFT JOIN workplace w ON w.id = i.workplace_id"
        f" WHERE i.seq IN ({marks})"
    )
    found = {row["seq"]: row for row in database.query(query, tuple(seqs))}
    for name in ("reason", "advice"):
        key = "reasons" if name == "reason" else "advice"
        for row in found.values():
            row[key] = []
        codes = (
            f"SELECT inquiry_seq, code FROM inquiry_{name} WHERE inquiry_seq IN ({marks})"
            " ORDER BY inquiry_seq, position"
        )
        for seq, code in database.execute(codes, tuple(seqs)):
            found[seq][key].append(code)
    ordered = tuple(found[seq] for seq in seqs if seq in found)
    return msgspec.convert(ordered, tuple[InquiryRow, ...], strict=False)
