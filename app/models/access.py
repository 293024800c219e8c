"""The log of who looked up or handed out what about whom, beside the trail of changes.

A line says when, which counsellor, what they did and in which way; it never holds a name. The same
thing done to the same person again within a few minutes is one line.
"""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from app.errors import UserError
from app.log import logger
from app.models.clock import day_stamps, stamp
from app.models.folding import search_words, word_start
from app.models.people import ERASED_NAME
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

COALESCED = timedelta(minutes=10)
"""Within so long a second look at the same person is no line of its own."""

PERSON = "person"
"""The kind of record that lines are about."""


class Access(StrEnum):
    """What somebody did with a person's data."""

    LOOKED_UP = "looked_up"
    EXPORTED = "exported"
    ERASED = "erased"


class Way(StrEnum):
    """How they did it; files of several formats stand with a comma between them."""

    PAGE = "page"
    COMMAND = "command"
    PDF = "pdf"
    JSON = "json"
    CLIPBOARD = "clipboard"
    FIGURE = "figure"
    REQUEST = "request"
    RETENTION = "retention"


class AccessLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line: ``at`` is a UTC stamp, ``detail`` one or more values of :class:`Way`."""

    seq: int
    at: str
    counsellor_id: RecordId
    action: Access
    kind: str
    record_id: RecordId
    detail: str

    @property
    def ways(self) -> tuple[Way, ...]:
        """In which ways it was done."""
        return tuple(Way(each) for each in self.detail.split(",") if each)


class AccessFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which lines are wanted; None and "" let everything through.

    Every word of ``text`` begins a word of the name, the year of birth or the phone number;
    ``first`` and ``last`` are local dates and both included.
    """

    text: str = ""
    people: Collection[RecordId] | None = None
    counsellor_id: RecordId | None = None
    first: date | None = None
    last: date | None = None


class AccessLog:
    """Writes and reads the lines; nothing is ever changed but the id of a person who was erased."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._database = store.database

    def note(self, action: Access, people: Iterable[RecordId], *ways: Way) -> None:
        """Write that the data of these persons were looked up, handed out or erased.

        It joins the transaction that is under way. What the same counsellor did in the same way to
        the same person a few minutes ago is not written again.
        """
        now = self._store.clock()
        who, detail = self._store.settings.counsellor_id, ",".join(ways)
        since = stamp(now - COALESCED)
        with self._store.atomic():
            for person_id in dict.fromkeys(people):
                self._database.execute(
                    "INSERT INTO access (at, counsellor_id, action, kind, record_id, detail)"
                    " SELECT :now, :who, :action, :kind, :person, :detail WHERE NOT EXISTS"
                    " (SELECT 1 FROM access WHERE record_id = :person AND counsellor_id = :who"
                    " AND action = :action AND detail = :detail AND at BETWEEN :since AND :now)",
                    {
                        "now": stamp(now),
                        "who": who,
                        "action": action,
                        "kind": PERSON,
                        "person": person_id,
                        "detail": detail,
                        "since": since,
                    },
                )

    def note_if_possible(self, action: Access, people: Iterable[RecordId], *ways: Way) -> None:
        """Write it unless the store cannot be written to: reading must go on where writing cannot."""
        try:
            self.note(action, people, *ways)
        except UserError:
            logger("store").warning("the log of look-ups could not be written")

    def lines(
        self, wanted: AccessFilter | None = None, limit: int | None = None
    ) -> tuple[AccessLine, ...]:
        """Return the lines that are wanted, the newest first, at most ``limit``."""
        where, values = _conditions(wanted or AccessFilter())
        rows = self._database.query(
            f"SELECT a.* FROM access a {where} ORDER BY a.seq DESC LIMIT :limit",
            values | {"limit": -1 if limit is None else limit},
        )
        return msgspec.convert(tuple(rows), tuple[AccessLine, ...], strict=False)

    def count(self, wanted: AccessFilter | None = None) -> int:
        """Return how many lines are wanted."""
        where, values = _conditions(wanted or AccessFilter())
        row = self._database.execute(f"SELECT count(*) FROM access a {where}", values).fetchone()
        return int(row[0])

    def rename(self, people: Collection[RecordId], new_id: RecordId) -> None:
        """Let the lines of a person stand under another id, so that the old one is nowhere."""
        self._database.execute(
            "UPDATE access SET record_id = ? WHERE record_id IN (SELECT value FROM json_each(?))",
            (new_id, msgspec.json.encode(sorted(people)).decode()),
        )


def note_copied(store: "Store", seqs: Collection[int]) -> None:
    """Write whose inquiries were copied, by their entry numbers; nobody stands behind some."""
    rows = store.database.execute(
        "SELECT DISTINCT p.id FROM inquiry i JOIN person p ON p.id = i.person_id"
        " WHERE i.seq IN (SELECT value FROM json_each(?)) AND p.name <> ? ORDER BY p.id",
        (msgspec.json.encode(list(seqs)).decode(), ERASED_NAME),
    ).fetchall()
    people = [RecordId(person_id) for (person_id,) in rows]
    store.access.note_if_possible(Access.EXPORTED, people, Way.CLIPBOARD)


def _conditions(wanted: AccessFilter) -> tuple[str, dict[str, Any]]:
    conditions: list[str] = []
    values: dict[str, Any] = {}
    for number, word in enumerate(search_words(wanted.text)):
        conditions.append(
            "EXISTS (SELECT 1 FROM person p WHERE p.id = a.record_id"
            f" AND instr(p.search, :word{number}))"
        )
        values[f"word{number}"] = word_start(word)
    if wanted.people is not None:
        conditions.append("a.record_id IN (SELECT value FROM json_each(:people))")
        values["people"] = msgspec.json.encode(sorted(wanted.people)).decode()
    if wanted.counsellor_id is not None:
        conditions.append("a.counsellor_id = :counsellor")
        values["counsellor"] = wanted.counsellor_id
    if wanted.first is not None:
        conditions.append("a.at >= :first")
        values["first"] = day_stamps(wanted.first)[0]
    if wanted.last is not None:
        conditions.append("a.at < :end")
        values["end"] = day_stamps(wanted.last)[1]
    return f"WHERE {' AND '.join(conditions)}" if conditions else "", values
