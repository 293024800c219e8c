"""The list of inquiries: filter, order and pages, made for a hundred thousand rows.

The list is first a tuple of entry numbers, found by indexes alone; the rows are read a page at a
time, when they are shown.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from itertools import compress
from operator import itemgetter
from typing import Any

import msgspec

from app.models.cipher import Database
from app.models.inquiry_search import WordSearch, read_seqs, snapshot
from app.models.sorting import danish_key
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
    """One line of the list.

    ``person`` is empty for an anonymous contact, who may have a ``code_word``, ``person_id`` None.
    """

    seq: int
    id: RecordId
    date: date
    time: str
    kind: ContactKind
    identity: Identity
    channel: Channel
    role: Role
    sick_leave: SickLeave
    person_id: RecordId | None
    person: str
    code_word: str
    birth_year: int | None
    phone: str
    workplace_code: str
    workplace: str
    counsellor: str
    reasons: tuple[str, ...]
    advice: tuple[str, ...]
    minutes: int | None


_NEWEST_FIRST = "i.date DESC, i.time DESC, i.seq DESC"
_BY_TIME = {InquirySort.NEWEST: _NEWEST_FIRST, InquirySort.OLDEST: "i.date, i.time, i.seq"}
_BY_WORD = {
    InquirySort.WORKPLACE: ("w.name", " LEFT JOIN workplace w ON w.id = i.workplace_id"),
    InquirySort.PERSON: ("p.name", " LEFT JOIN person p ON p.id = i.person_id"),
    InquirySort.KIND: ("k.kind", " JOIN inquiry_kind k ON k.seq = i.seq"),
    InquirySort.COUNSELLOR: ("c.initials", " JOIN counsellor c ON c.id = i.counsellor_id"),
}
_KIND_ORDER = {kind.value: f"{position}" for position, kind in enumerate(ContactKind)}

_LISTED = "(SELECT value FROM json_each(:listed))"
_FEW = 8_000
"""Up to so many inquiries are looked up by number and sorted; of more, the whole list is read in
its order and these are picked from it."""


def list_seqs(
    database: Database,
    search: WordSearch,
    wanted: InquiryFilter,
    sort: InquirySort = InquirySort.NEWEST,
    *,
    descending: bool = False,
) -> tuple[int, ...]:
    """Return the entry numbers of the inquiries that ``wanted`` admits, in the order asked for.

    Words stand in Danish order, ``descending`` turns that round; what has no word comes last, and
    what has the same word stands with the newest first. The two orders by time ignore
    ``descending``.
    """
    conditions, values = _conditions(wanted)
    with snapshot(database) as settled:
        marks = search.find(wanted.text, keep=settled)
        by_time = sort in _BY_TIME and not wanted.kind
        if marks is not None and not (by_time and marks.count(1) > _FEW):
            conditions.append(f"i.seq IN {_LISTED}")
            values["listed"] = _json(compress(range(len(marks)), marks))
            marks = None
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        if sort in _BY_TIME:
            query = f"SELECT i.seq FROM inquiry i{where} ORDER BY {_BY_TIME[sort]}"
            seqs = read_seqs(database, query, values)
            return tuple(seqs if marks is None else [seq for seq in seqs if marks[seq]])
        word, join = _BY_WORD[sort]
        query = f"SELECT i.seq, {word} FROM inquiry i{join}{where} ORDER BY {_NEWEST_FIRST}"
        return _by_word(database.execute(query, values).fetchall(), descending)


def _by_word(found: list[tuple[int, str | None]], descending: bool) -> tuple[int, ...]:
    words = {word for _, word in found if word}
    keys = {word: _KIND_ORDER.get(word) or danish_key(word) for word in words}
    named = [(keys[word], seq) for seq, word in found if word]
    named.sort(key=itemgetter(0), reverse=descending)
    return (*(seq for _, seq in named), *(seq for seq, word in found if not word))


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
    return conditions, values


def read_rows(database: Database, seqs: Sequence[int]) -> tuple[InquiryRow, ...]:
    """Return the lines of the given entry numbers in their order; a deleted one is left out."""
    # One bound list, so that a page may be as long as the list itself.
    wanted = {"listed": _json(seqs)}
    query = (
        "SELECT i.seq, i.id, i.date, i.time, k.kind, i.identity, i.channel, i.role, i.sick_leave,"
        " i.minutes, i.person_id, coalesce(p.name, '') AS person, p.birth_year,"
        " coalesce(p.phone, '') AS phone,"
        " coalesce(w.code, '') AS workplace_code, coalesce(w.name, '') AS workplace,"
        " c.initials AS counsellor, coalesce(a.word, '') AS code_word"
        " FROM inquiry i JOIN inquiry_kind k ON k.seq = i.seq"
        " JOIN counsellor c ON c.id = i.counsellor_id"
        " LEFT JOIN person p ON p.id = i.person_id"
        " LEFT JOIN workplace w ON w.id = i.workplace_id"
        " LEFT JOIN alias a ON a.id = i.alias_id"
        f" WHERE i.seq IN {_LISTED}"
    )
    found = {row["seq"]: row for row in database.query(query, wanted)}
    for name in ("reason", "advice"):
        key = "reasons" if name == "reason" else "advice"
        for row in found.values():
            row[key] = []
        codes = (
            f"SELECT inquiry_seq, code FROM inquiry_{name} WHERE inquiry_seq IN {_LISTED}"
            " ORDER BY inquiry_seq, position"
        )
        for seq, code in database.execute(codes, wanted):
            found[seq][key].append(code)
    ordered = tuple(found[seq] for seq in seqs if seq in found)
    return msgspec.convert(ordered, tuple[InquiryRow, ...], strict=False)


def _json(seqs: Iterable[int]) -> str:
    return msgspec.json.encode(list(seqs)).decode()
