"""The rows of one reported month: written from its summary, and removed again as a whole."""

from typing import TYPE_CHECKING

import msgspec

from app.models.team.born import born_in
from app.models.team.former_codes import FormerCodes
from app.models.team.made_ids import made_id
from app.models.team.pseudo_days import made_up
from app.models.team.reported import Arrival
from app.models.team.reported_places import claim_places
from app.models.team.summary import Summary, ToldContact, ToldPerson
from app.models.team.tokens import How
from app.models.types import AgeBand, Gender, Identity, RecordId
from app.models.visit_counting import VisitSums

if TYPE_CHECKING:
    from app.models.store import Store

_ADD_MONTH = (
    "INSERT INTO reported_month (source, device, place_in_line, month, revision, seq, taxonomy,"
    " contacts, persons, received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_CLAIM = (
    "INSERT INTO reported_claim (source, ref, month_id, gender, born_from, born_to, phone, name)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_INQUIRY = (
    "INSERT INTO inquiry (id, date, time, workplace_id, visit_id, counsellor_id, channel, identity,"
    " person_id, gender, age_band, role, sick_leave, minutes, said_returning, alias_id, note,"
    " created_at, changed_at)"
    " VALUES (?, ?, '', ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, '', ?, ?)"
)
_ADD_CONTACT = (
    "INSERT INTO reported_contact (inquiry_seq, month_id, source, contact, ref, position, marks)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_SUMS = VisitSums._fields
_ADD_VISITS = (
    f"INSERT INTO reported_visit (month_id, month, workplace_id, shift, weekday, {', '.join(_SUMS)})"
    f" VALUES (?, ?, ?, ?, ?, {', '.join('?' for _ in _SUMS)})"
)
_ADD_ACTIVITY = (
    "INSERT INTO activity (id, date, time, minutes, kind, status, title, place, participants,"
    " reason, remark, created_at, changed_at)"
    " VALUES (?, ?, '00:00', ?, ?, ?, '', '', ?, '', '', ?, ?)"
)


def add_month(
    store: "Store",
    arrival: Arrival,
    told: Summary,
    counsellor: RecordId,
    former: FormerCodes,
) -> int:
    """Write what a summary tells of its month; return the key of the reported month."""
    sender = arrival.sender
    cursor = store.database.execute(
        _ADD_MONTH,
        (sender.source, sender.device, sender.place_in_line, told.month, told.revision, arrival.seq,
         told.taxonomy, len(told.contacts), len(told.persons), store.now()),
    )  # fmt: skip
    month_id = int(cursor.lastrowid)
    places = claim_places(store, month_id, told, former)
    writing = _Writing(store, sender.source, month_id, told, places, counsellor)
    writing.persons()
    writing.contacts()
    writing.visits()
    writing.activities()
    return month_id


def drop_month(store: "Store", month_id: int) -> int:
    """Remove a reported month with everything that was written for it; return its contacts."""
    database, key = store.database, (month_id,)
    seqs = database.execute(
        "SELECT inquiry_seq FROM reported_contact WHERE month_id = ?", key
    ).fetchall()
    aliases = database.execute(
        "SELECT DISTINCT i.alias_id FROM reported_contact r JOIN inquiry i ON i.seq = r.inquiry_seq"
        " WHERE r.month_id = ? AND i.alias_id IS NOT NULL",
        key,
    ).fetchall()
    database.execute("DELETE FROM reported_contact WHERE month_id = ?", key)
    database.execute_many("DELETE FROM inquiry WHERE seq = ?", seqs)
    database.execute_many(
        "DELETE FROM alias WHERE id = ?1"
        " AND NOT EXISTS (SELECT 1 FROM inquiry WHERE alias_id = ?1)",
        aliases,
    )
    activities = database.execute(
        "SELECT activity_id FROM reported_activity WHERE month_id = ?", key
    ).fetchall()
    database.execute("DELETE FROM reported_activity WHERE month_id = ?", key)
    database.execute_many("DELETE FROM activity WHERE id = ?", activities)
    for table in ("reported_visit", "reported_claim", "reported_place"):
        database.execute(f"DELETE FROM {table} WHERE month_id = ?", key)
    database.execute("DELETE FROM reported_month WHERE id = ?", key)
    return len(seqs)


class _Writing:
    """Writes the rows of one month; one statement is prepared once and run for many rows."""

    def __init__(
        self,
        store: "Store",
        source: str,
        month_id: int,
        told: Summary,
        places: dict[str, RecordId],
        counsellor: RecordId,
    ) -> None:
        self._database, self._source, self._month_id = store.database, source, month_id
        self._told, self._places, self._counsellor = told, places, counsellor
        self._now = store.now()
        self._persons = {person.ref: person for person in told.persons}

    def persons(self) -> None:
        year = int(self._told.month[:4])
        self._database.execute_many(
            _ADD_CLAIM, [self._claim(person, year) for person in self._told.persons]
        )

    def _claim(self, person: ToldPerson, year: int) -> tuple[object, ...]:
        born = born_in(person.age, year)
        tokens = person.tokens.get(How.PHONE, ""), person.tokens.get(How.NAME, "")
        return (self._source, person.ref, self._month_id, person.gender, *born, *tokens)

    def contacts(self) -> None:
        day, _ = made_up(self._told.month, 0)
        positions: dict[str, int] = {}
        for contact in self._told.contacts:
            position = positions[contact.person] = positions.get(contact.person, -1) + 1
            seq = self._database.execute(_ADD_INQUIRY, self._inquiry(contact, day)).lastrowid
            self._database.execute(
                _ADD_CONTACT,
                (seq, self._month_id, self._source, contact.id, contact.person, position,
                 self._marks(contact)),
            )  # fmt: skip
            for kind, codes in (("reason", contact.reasons), ("advice", contact.advice)):
                self._database.execute_many(
                    f"INSERT INTO inquiry_{kind} (inquiry_seq, position, code) VALUES (?, ?, ?)",
                    [(seq, at, code) for at, code in enumerate(codes)],
                )

    def _inquiry(self, contact: ToldContact, day: str) -> tuple[object, ...]:
        known = bool(contact.person)
        # Whose record it is in the end is found out when all of the month is here.
        person = made_id("person", self._source, contact.person) if known else None
        return (
            made_id("contact", self._source, self._told.month, contact.id),
            day,
            self._places.get(contact.workplace),
            self._counsellor,
            contact.channel,
            Identity.REGISTERED if known else Identity.ANONYMOUS,
            person,
            Gender.NOT_TOLD if known else contact.gender,
            AgeBand.NOT_TOLD if known else contact.age,
            contact.role,
            contact.sick_leave,
            int(contact.said_returning),
            self._alias(contact.alias) if contact.alias else None,
            self._now,
            self._now,
        )

    def _marks(self, contact: ToldContact) -> str:
        """Return the marks of a contact by the token under which they were drawn."""
        if not contact.person:
            return "{}"
        tokens = self._persons[contact.person].tokens
        marks = {tokens[how]: mark for how, mark in contact.marks.items() if how in tokens}
        return msgspec.json.encode(marks).decode()

    def _alias(self, ref: str) -> str:
        """Return the record that keeps the contacts with one code word of one laptop together."""
        key = made_id("alias", self._source, ref)
        self._database.execute(
            "INSERT OR IGNORE INTO alias (id, word, search, created_at, changed_at)"
            " VALUES (?, ?, ?, ?, ?)",
            (key, f"Kodeord {key[:8]}", f" kodeord {key}", self._now, self._now),
        )
        return key

    def visits(self) -> None:
        self._database.execute_many(
            _ADD_VISITS,
            [
                (self._month_id, self._told.month, self._places[row.workplace], row.shift,
                 row.weekday, *row.sums)
                for row in self._told.visits
            ],
        )  # fmt: skip

    def activities(self) -> None:
        for number, each in enumerate(self._told.activities):
            key = made_id("activity", self._source, self._told.month, str(number))
            self._database.execute(
                _ADD_ACTIVITY,
                (key, f"{self._told.month}-01", each.minutes, each.kind, each.status,
                 each.participants, self._now, self._now),
            )  # fmt: skip
            self._database.execute(
                "INSERT INTO reported_activity (activity_id, month_id) VALUES (?, ?)",
                (key, self._month_id),
            )
            self._database.execute(
                "INSERT INTO activity_counsellor (activity_id, position, counsellor_id)"
                " VALUES (?, 0, ?)",
                (key, self._counsellor),
            )
            places = [self._places[code] for code in each.workplaces]
            for table, column, values in (
                ("activity_workplace", "workplace_id", places),
                ("activity_topic", "code", each.topics),
            ):
                self._database.execute_many(
                    f"INSERT INTO {table} (activity_id, position, {column}) VALUES (?, ?, ?)",
                    [(key, at, value) for at, value in enumerate(values)],
                )
