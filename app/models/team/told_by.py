"""Behind a lead's figures: which laptops told of a record, and how a person is known on several.

No names are here, and every day is made up. What can be said of a row is its month, whose laptops told
of it, and for persons whether phone or name and year of birth are the same on them.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import msgspec

from app.models.figure_rows import FigureRow, Kind
from app.models.periods import Period
from app.models.sorting import danish_key
from app.models.team.laptops import Laptops
from app.models.team.tokens import How
from app.models.types import RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_SOURCES = {
    Kind.INQUIRY: (
        "SELECT i.id, r.source FROM inquiry i JOIN reported_contact r ON r.inquiry_seq = i.seq"
        " WHERE i.id IN (SELECT value FROM json_each(?))"
    ),
    Kind.PERSON: (
        "SELECT person_id, source FROM reported_person"
        " WHERE person_id IN (SELECT value FROM json_each(?))"
    ),
    Kind.ACTIVITY: (
        "SELECT a.activity_id, m.source FROM reported_activity a"
        " JOIN reported_month m ON m.id = a.month_id"
        " WHERE a.activity_id IN (SELECT value FROM json_each(?))"
    ),
    Kind.VISIT: (
        "SELECT value, substr(value, 9, instr(substr(value, 9), ':') - 1) FROM json_each(?)"
    ),
    Kind.REFERRAL: (
        "SELECT record_id, source FROM reported_case WHERE kind = 'referral'"
        " AND record_id IN (SELECT value FROM json_each(?))"
    ),
    Kind.FOLLOWUP: (
        "SELECT record_id, source FROM reported_case WHERE kind = 'followup'"
        " AND record_id IN (SELECT value FROM json_each(?))"
    ),
}
_PERSONS = """
SELECT DISTINCT i.person_id FROM inquiry i LEFT JOIN workplace w ON w.id = i.workplace_id
WHERE i.date BETWEEN :first AND :last AND i.person_id IS NOT NULL
  AND (:codes = '[]' OR w.code IN (SELECT value FROM json_each(:codes)))
"""
# A token that two persons have links nobody: a phone may be a family's.
_HOW = """
SELECT DISTINCT p.person_id, t.how FROM reported_person p
JOIN reported_token t ON t.source = p.source AND t.ref = p.ref
JOIN reported_token o ON o.token = t.token AND o.source <> t.source
JOIN reported_person q ON q.source = o.source AND q.ref = o.ref AND q.person_id = p.person_id
WHERE p.person_id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
  SELECT 1 FROM reported_token x JOIN reported_person y ON y.source = x.source AND y.ref = x.ref
  WHERE x.token = t.token AND y.person_id <> p.person_id)
"""


class ToldBy(msgspec.Struct, frozen=True, kw_only=True):
    """The laptops that told of a record, by their initials; of a person also how they are known."""

    laptops: tuple[str, ...] = ()
    how: tuple[How, ...] = ()


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """How many of some persons more than one laptop knows, and by what they are known again.

    ``both`` are known by phone and by name with year of birth.
    """

    persons: int
    shared: int
    phone: int
    name: int
    both: int


def read_told_by(store: "Store", rows: Sequence[FigureRow]) -> dict[RecordId, ToldBy]:
    """Return who told of each of these rows."""
    laptops = Laptops(store)
    found: dict[RecordId, set[str]] = {}
    for kind, query in _SOURCES.items():
        ids = [row.id for row in rows if row.kind is kind]
        if ids:
            for record_id, source in store.database.execute(query, (_json(ids),)).fetchall():
                found.setdefault(RecordId(record_id), set()).add(source)
    how = _how(store, [row.id for row in rows if row.kind is Kind.PERSON])
    return {
        record_id: ToldBy(
            laptops=tuple(sorted(map(laptops.name, sources), key=danish_key)),
            how=how.get(record_id, ()),
        )
        for record_id, sources in found.items()
    }


def told_by_words(told: ToldBy) -> Text:
    """Return who told of a record, and of a person how they are known: "AB, CD, known by phone"."""
    named = ", ".join(told.laptops)
    if not told.how:
        return Text(named, named)
    how = _HOW_BRIEFLY[told.how]
    return Text(f"{named}, kendt på {how.da}", f"{named}, known by {how.en}")


def how_known(store: "Store", persons: Collection[RecordId]) -> Known:
    """Return how many of these persons several laptops know, and how."""
    shared = _shared(store, persons)
    how = list(_how(store, shared).values())
    return Known(
        persons=len(persons),
        shared=len(shared),
        phone=how.count((How.PHONE,)),
        name=how.count((How.NAME,)),
        both=how.count((How.PHONE, How.NAME)),
    )


def persons_of(store: "Store", period: Period, codes: Sequence[str]) -> tuple[RecordId, ...]:
    """Return the persons with a contact in a period, at some workplaces (none given: anywhere)."""
    rows = store.database.execute(
        _PERSONS,
        {
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "codes": msgspec.json.encode(list(codes)).decode(),
        },
    )
    return tuple(RecordId(person_id) for (person_id,) in rows.fetchall())


def known_words(known: Known) -> Text:
    """Return how unique persons are known across laptops, in one or two sentences."""
    if not known.shared:
        return Text(
            "Ingen af personerne er kendt på flere computere.",
            "None of the persons is known on several laptops.",
        )
    parts = [
        Text(f"{count} på {words.da}", f"{count} by {words.en}")
        for count, words in (
            (known.phone, _HOW_WORDS[(How.PHONE,)]),
            (known.name, _HOW_WORDS[(How.NAME,)]),
            (known.both, _HOW_WORDS[(How.PHONE, How.NAME)]),
        )
        if count
    ]
    verb = "is" if known.shared == 1 else "are"
    of_da = ", ".join(one.da for one in parts)
    of_en = ", ".join(one.en for one in parts)
    return Text(
        f"Af de unikke personer er {known.shared} kendt på flere computere: {of_da}.",
        f"Of the unique persons, {known.shared} {verb} known on several laptops: {of_en}.",
    )


_HOW_WORDS = {
    (How.PHONE,): Text("telefonnummer", "phone number"),
    (How.NAME,): Text("navn og fødselsår", "name and year of birth"),
    (How.PHONE, How.NAME): Text(
        "både telefonnummer og navn med fødselsår",
        "phone number as well as name with year of birth",
    ),
}


_HOW_BRIEFLY = _HOW_WORDS | {
    (How.PHONE,): Text("telefon", "phone"),
    (How.PHONE, How.NAME): Text("telefon og navn", "phone and name"),
}


def _shared(store: "Store", persons: Collection[RecordId]) -> tuple[RecordId, ...]:
    """Return those of these persons whom several laptops know."""
    rows = store.database.execute(
        "SELECT person_id FROM reported_person"
        " WHERE person_id IN (SELECT value FROM json_each(?))"
        " GROUP BY person_id HAVING count(DISTINCT source) > 1",
        (_json(sorted(persons)),),
    )
    return tuple(RecordId(person_id) for (person_id,) in rows.fetchall())


def _how(store: "Store", persons: Collection[RecordId]) -> dict[RecordId, tuple[How, ...]]:
    rows = store.database.execute(_HOW, (_json(sorted(persons)),)).fetchall()
    found: dict[RecordId, set[str]] = {}
    for person_id, how in rows:
        found.setdefault(RecordId(person_id), set()).add(how)
    return {
        person_id: tuple(each for each in How if each.value in ways)
        for person_id, ways in found.items()
    }


def _json(ids: Collection[RecordId]) -> str:
    return msgspec.json.encode(list(ids)).decode()
