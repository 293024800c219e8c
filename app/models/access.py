"""The log of who looked up or handed out what about whom, beside the trail of changes.

A line says when, which counsellor, what they did and in which way; it never holds a name. The same
thing done to the same person again within a few minutes is one line.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec

from app.errors import UserError
from app.log import logger
from app.models.changes import Action
from app.models.clock import day_stamps, stamp
from app.models.folding import search_words, word_start
from app.models.people import ERASED_NAME
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

COALESCED = timedelta(minutes=10)
"""Within so long a second look at the same person is no line of its own."""

KIND = "access"
"""The kind under which a new line is published."""
PERSON = "person"
"""The kind of record that lines are about, but for what was emptied by retention."""
_NOBODY = RecordId("")
_COUNTED = ":"


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
    EVALUATOR = "evaluator"
    FIGURE = "figure"
    REQUEST = "request"
    RETENTION = "retention"


class AccessLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line: ``at`` is a UTC stamp, ``detail`` one or more values of :class:`Way`.

    Where retention emptied records of another ``kind`` than persons, ``record_id`` is empty and
    ``detail`` ends with how many there were: "retention:3".
    """

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
        told = self.detail.partition(_COUNTED)[0]
        return tuple(Way(each) for each in told.split(",") if each)

    @property
    def count(self) -> int:
        """How many records it was done to."""
        return int(self.detail.partition(_COUNTED)[2] or 1)


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
        the same person a few minutes ago is not written again: of several ways only those that are
        new.
        """
        now = self._store.clock()
        who = self._store.settings.counsellor_id
        with self._store.atomic():
            for person_id in dict.fromkeys(people):
                done = self._done_since(now - COALESCED, now, action, person_id, who)
                new = [way for way in ways if way not in done]
                if new:
                    self._write(action, PERSON, person_id, ",".join(new))

    def note_emptied(self, subject: str, count: int) -> None:
        """Write that retention emptied so many records of a kind; whose they were is not said."""
        if count:
            with self._store.atomic():
                self._write(Access.ERASED, subject, _NOBODY, f"{Way.RETENTION}{_COUNTED}{count}")

    def _write(self, action: Access, kind: str, record_id: RecordId, detail: str) -> None:
        self._database.execute(
            "INSERT INTO access (at, counsellor_id, action, kind, record_id, detail)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                stamp(self._store.clock()),
                self._store.settings.counsellor_id,
                action,
                kind,
                record_id,
                detail,
            ),
        )
        self._store.tell_of(KIND, record_id, Action.CREATE)

    def _done_since(
        self, since: datetime, now: datetime, action: Access, person_id: RecordId, who: RecordId
    ) -> set[str]:
        """Return in which ways a counsellor has done this to a person a moment ago."""
        rows = self._database.execute(
            "SELECT detail FROM access WHERE record_id = ? AND counsellor_id = ? AND action = ?"
            " AND at BETWEEN ? AND ?",
            (person_id, who, action, stamp(since), stamp(now)),
        )
        return {way for (detail,) in rows for way in detail.split(",")}

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


def note_copied(store: "Store", seqs: Collection[int], way: Way = Way.CLIPBOARD) -> None:
    """Write whose inquiries were copied, by their entry numbers; nobody stands behind some."""
    rows = store.database.execute(
        "SELECT DISTINCT p.id FROM inquiry i JOIN person p ON p.id = i.person_id"
        " WHERE i.seq IN (SELECT value FROM json_each(?)) AND p.name <> ? ORDER BY p.id",
        (msgspec.json.encode(list(seqs)).decode(), ERASED_NAME),
    ).fetchall()
    people = [RecordId(person_id) for (person_id,) in rows]
    store.access.note_if_possible(Access.EXPORTED, people, way)


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
