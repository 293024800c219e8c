"""The schema and the enums close the same vocabularies: shown by really writing every value."""

import re
from enum import StrEnum
from typing import Any

import pytest

from app.models.access import Access, Way
from app.models.case_types import Outcome, ReferralState, RetentionSubject
from app.models.changes import Action
from app.models.cipher import IntegrityError
from app.models.identity_types import MovedKind
from app.models.plan_types import ActivityKind, ActivityStatus
from app.models.store import Store
from app.models.team.outbox import Sending
from app.models.team.places import PlaceKind
from app.models.team.reported import Verdict
from app.models.team.tokens import How
from app.models.types import (
    AgeBand,
    Channel,
    ContactKind,
    ContactRole,
    Gender,
    Identity,
    OfferKind,
    Profession,
    PromisedChannel,
    Repeat,
    Role,
    Sector,
    Shift,
    SickLeave,
    TermKind,
    VisitStatus,
)
from tests.one_of_each import BONDS, KINDS
from tests.records import add_contact, add_person

VOCABULARIES: dict[tuple[str, str], type[StrEnum]] = {
    ("counsellor", "profession"): Profession,
    ("workplace", "sector"): Sector,
    ("workplace_contact", "role"): ContactRole,
    ("offer", "kind"): OfferKind,
    ("visit", "status"): VisitStatus,
    ("visit", "shift"): Shift,
    ("presence_rule", "shift"): Shift,
    ("activity", "kind"): ActivityKind,
    ("activity", "status"): ActivityStatus,
    ("person", "gender"): Gender,
    ("followup", "channel"): PromisedChannel,
    ("followup", "repeat"): Repeat,
    ("inquiry", "channel"): Channel,
    ("inquiry", "identity"): Identity,
    ("inquiry", "gender"): Gender,
    ("inquiry", "age_band"): AgeBand,
    ("inquiry", "role"): Role,
    ("inquiry", "sick_leave"): SickLeave,
    ("referral", "state"): ReferralState,
    ("referral", "outcome"): Outcome,
    ("linked_contact", "gender"): Gender,
    ("linked_contact", "age_band"): AgeBand,
    ("moved_record", "kind"): MovedKind,
    ("term", "kind"): TermKind,
    ("audit", "action"): Action,
    ("retention_period", "subject"): RetentionSubject,
    ("access", "action"): Access,
}
UNNAMED = {
    ("crosswalk", "change"): {"rename", "split", "merge"},
    ("release", "profile"): {"plan", "steering", "public"},
    ("outbox", "kind"): {"summary", "receipt", "key", "roster", "package"},
    ("package", "place"): {"taken", "waiting"},
}
"""One that is only read so far, those whose enum is a layer above the store, and one of two names."""
# A letter that was saved as a file is in the table a queued one with a stamp.
TRAVELLING = {
    ("outbox", "state"): set(Sending) - {Sending.SAVED},
    ("delivery_place", "kind"): set(PlaceKind),
}
"""What goes out and where to; written in the tests of delivery."""

REPORTED = {
    ("reported_letter", "verdict"): set(Verdict),
    ("reported_claim", "gender"): set(Gender),
    ("reported_visit", "shift"): set(Shift),
    ("reported_place", "sector"): set(Sector),
    ("reported_token", "how"): set(How),
    ("reported_case", "kind"): {"referral", "followup"},
}
"""What a lead's store is told: read with the same enums before it is written."""


WRONG: tuple[Any, ...] = ("nonsense", " ", "PRIVATE", "Woman", None, 7, b"other")
every_vocabulary = pytest.mark.parametrize("place", VOCABULARIES, ids=".".join)


_PARTS = (
    "workplace_contact",
    "visit_counsellor",
    "presence_rule_place",
    "presence_rule_counsellor",
    "activity_workplace",
    "activity_counsellor",
    "activity_topic",
    "referral_session",
)
"""Tables that hold a part of a record."""

# What else must differ in a copy of a row, and what must go along with some values.
_UNIQUE = {
    "id": "copy",
    "code": "X99",
    "initials": "XX",
    "import_key": "",
    "search": " copy",
    "record_id": "copy",
    "position": 99,
    "occurrence": "2026-12-03",
}
_FREE = {
    "linked_contact": (
        "inquiry_id",
        "SELECT id FROM inquiry WHERE id NOT IN (SELECT inquiry_id FROM linked_contact)",
    ),
    "different_people": ("other_id", "SELECT max(id) FROM person"),
}
"""What a copy must refer to where each may be referred to once."""

_ALONG = {
    ("inquiry", "identity", Identity.REGISTERED): {
        "gender": "",
        "age_band": "",
        "said_returning": 0,
    },
    ("term", "kind", TermKind.REASON): {"group_code": "P"},
    ("retention_period", "subject", RetentionSubject.NOTE): {"valid_from": "2030-01-01"},
}
_ONCE = {"organisation": {"name": "x"}, "retention_period": {"valid_from": "2030-01-01"}}
"""What must differ in a copy because it may stand only once in one table."""


def insert_copy(store: Store, table: str, **values: Any) -> None:
    """Insert a copy of the first row of a table in which ``values`` differ, and take it back."""
    row = next(iter(store.database.query(f"SELECT * FROM {table}")))
    row.pop("seq", None)
    if table in _FREE:
        column, free = _FREE[table]
        (row[column],) = store.database.execute(free).fetchone()
    row |= {name: value for name, value in _UNIQUE.items() if name in row} | values
    marks = ", ".join(f":{name}" for name in row)
    store.database.execute("BEGIN")
    try:
        store.database.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row)
    finally:
        store.database.execute("ROLLBACK")


def filled(store: Store, table: str) -> Store:
    if table in BONDS:
        BONDS[table](store)
        return store
    owners = (kind for kind in KINDS if table == kind or table.startswith(f"{kind}_"))
    kind = next(owners, None)
    if table == "access":
        store.access.note(Access.LOOKED_UP, [add_person(store).id], Way.PAGE)
    if kind is not None:
        store.repositories[kind].add(KINDS[kind](store)[0])
    return store


@every_vocabulary
def test_every_value_of_an_enum_can_be_stored_and_no_other(
    store: Store, place: tuple[str, str]
) -> None:
    table, column = place
    members = {str(member) for member in VOCABULARIES[place]}
    person = add_person(store, "Bo Holm") if table == "inquiry" else None
    filled(store, table)

    for member in sorted(members):
        along = dict(_ALONG.get((table, column, member), {}))
        if person is not None and member == Identity.REGISTERED:
            along["person_id"] = person.id
        insert_copy(store, table, **{column: member}, **along)

    for wrong in {*WRONG, "", *(member.upper() for member in members)} - members:
        with pytest.raises(IntegrityError):
            insert_copy(store, table, **{column: wrong})


def test_the_schema_closes_no_vocabulary_that_is_not_an_enum(store: Store) -> None:
    written: dict[tuple[str, str], set[str]] = {}
    tables = store.database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
    for table, sql in tables.fetchall():
        for column, values in re.findall(r"CHECK \((\w+) IN \(('[^)]*)\)\)", sql):
            written[table, column] = set(re.findall(r"'([^']*)'", values))
    enums = {place: {str(each) for each in enum} for place, enum in VOCABULARIES.items()}
    assert written == enums | UNNAMED | TRAVELLING | REPORTED


def test_the_derived_kinds_are_those_of_the_enum(store: Store) -> None:
    lone = add_person(store)
    made = [
        add_contact(store, lone),
        add_contact(store, lone),
        add_contact(store, channel=Channel.PHONE),
        add_contact(store),
    ]
    assert [store.inquiries.kind_of(contact) for contact in made] == list(ContactKind)


def test_every_table_is_strict_about_types(store: Store) -> None:
    rows = store.database.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    ).fetchall()
    loose = {name for name, strict in rows if not strict and not name.startswith("sqlite_")}
    assert loose == {"_sqlite_migrations"}


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("counsellor", {"active": 2}),
        ("counsellor", {"initials": ""}),
        ("counsellor", {"name": ""}),
        ("organisation", {"cvr": "1040378", "name": "x"}),
        ("organisation", {"cvr": "1040378X", "name": "x"}),
        ("organisation", {"name": "Vestas"}),  # taken
        ("workplace", {"code": "VESTAS-LEM"}),  # taken
        ("workplace", {"headcount": -1}),
        ("workplace", {"headcount": "many"}),
        ("workplace", {"p_number": "123456789"}),
        ("workplace", {"organisation_id": "nobody"}),
        ("offer", {"provider": ""}),
        ("offer", {"organisation_id": "nobody"}),  # with a workplace
        ("offer", {"quota": 0}),
        ("offer", {"workplace_id": "nowhere"}),
        ("visit", {"ended_at": "2020-01-01T00:00:00.000Z"}),
        ("visit", {"started_at": ""}),
        ("visit", {"counsellor_id": "nobody"}),
        ("visit", {"time": "9:00"}),
        ("visit", {"minutes": 0}),
        ("visit", {"minutes": 1441}),
        ("visit", {"series_id": "no rule"}),
        ("visit", {"series_id": None}),  # with an occurrence
        ("visit", {"occurrence": None}),  # of a series
        ("visit", {"occurrence": "2026-11-19"}),  # taken
        ("presence_rule", {"weekdays": ""}),
        ("presence_rule", {"weekdays": "0"}),
        ("presence_rule", {"weekdays": "18"}),
        ("presence_rule", {"weekdays": "1,2"}),
        ("presence_rule", {"every_weeks": 0}),
        ("presence_rule", {"every_weeks": 53}),
        ("presence_rule", {"time": ""}),
        ("presence_rule", {"time": "9:00"}),
        ("presence_rule", {"minutes": 0}),
        ("presence_rule", {"minutes": 1441}),
        ("presence_rule", {"valid_until": "2026-11-23"}),  # before it begins
        ("presence_rule", {"series_id": "no rule"}),
        ("presence_rule", {"workplace_id": "nowhere"}),
        ("presence_rule_counsellor", {"counsellor_id": "nobody"}),
        ("presence_rule_place", {"rule_id": "no rule"}),
        ("closing_days", {"last_on": "2026-12-20"}),  # before the first
        ("closing_days", {"workplace_id": "nowhere"}),
        ("activity", {"time": "15.00"}),
        ("activity", {"minutes": 0}),
        ("activity", {"participants": -1}),
        ("activity_topic", {"code": "56"}),
        ("activity_counsellor", {"counsellor_id": "nobody"}),
        ("activity_workplace", {"workplace_id": "nowhere"}),
        ("person", {"name": ""}),
        ("person", {"birth_year": 1899}),
        ("person", {"birth_year": 1974.5}),
        ("person", {"import_key": "P001"}),  # taken
        ("inquiry", {"date": "20-11-2026"}),
        ("inquiry", {"date": None}),
        ("inquiry", {"time": "9:24"}),
        ("inquiry", {"minutes": 1441}),
        ("inquiry", {"minutes": -1}),
        ("inquiry", {"said_returning": 2}),
        ("inquiry", {"identity": "registered"}),  # without a person
        ("inquiry", {"person_id": "somebody"}),  # an anonymous one with a person
        ("inquiry", {"workplace_id": "nowhere"}),
        ("inquiry", {"visit_id": "never"}),
        ("alias", {"word": ""}),
        ("alias", {"search": " blaa cykel"}),  # taken
        ("linked_contact", {"person_id": "nobody"}),
        ("linked_contact", {"said_returning": 2}),
        ("moved_record", {"person_id": "nobody"}),
        ("moved_record", {"record_id": "moved"}),  # taken
        ("different_people", {"person_id": "x", "other_id": "a"}),
        ("person", {"merged_into": "nobody"}),
        ("inquiry", {"alias_id": "no word"}),
        ("followup", {"person_id": "nobody"}),
        ("referral", {"inquiry_id": None, "person_id": None}),
        ("referral", {"inquiry_id": "never"}),
        ("referral", {"person_id": "nobody"}),
        ("referral", {"offer_id": "none"}),
        ("referral", {"advice_code": "02"}),
        ("referral", {"quota": 0}),
        ("referral", {"state_on": None}),
        ("referral_session", {"referral_id": "none"}),
        ("followup", {"due_on": None}),
        ("followup", {"visit_id": "never"}),
        ("term", {"code": "01"}),
        ("retention_period", {"months": 0}),
        ("retention_period", {"months": 601}),
        ("retention_period", {"legal_basis": ""}),
        ("retention_period", {"subject": "note"}),  # taken on that day
    ],
)
def test_the_schema_refuses_what_no_record_may_be(
    store: Store, table: str, values: dict[str, Any]
) -> None:
    filled(store, table)
    with pytest.raises(IntegrityError):
        insert_copy(store, table, **values)


@pytest.mark.parametrize("table", [*KINDS, *BONDS, *_PARTS, "term", "audit", "access"])
def test_a_copy_in_which_nothing_is_wrong_is_taken(store: Store, table: str) -> None:
    """Without this the refusals above might have other reasons."""
    filled(store, table)
    insert_copy(store, table, **_ONCE.get(table, {}))


def test_only_one_visit_of_a_counsellor_is_running(store: Store) -> None:
    filled(store, "visit")
    store.database.execute("UPDATE visit SET status = 'running'")
    with pytest.raises(IntegrityError):
        insert_copy(store, "visit")
