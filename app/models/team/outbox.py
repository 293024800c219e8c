"""Letters that were written here and must arrive: none is forgotten before it was acknowledged.

A letter is *queued* until it lies whole in the place, then *delivered*; the lead's receipt makes it
*acknowledged* or *refused*. One that was saved as a file by hand is *saved*: nobody knows what became
of the file, so it can be saved again, and it goes by the place, too, as soon as that can be reached.
After a failure the next try waits longer and longer, up to six hours, and a little at random, so that
laptops that lost the same server do not all come back at once.
"""

import random
from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.models.changes import Action
from app.models.clock import from_stamp, stamp
from app.models.team.troubles import Trouble
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

KIND = "outbox"
"""What a letter that waits is called where changes are published."""

FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=6)
LOST_AFTER = timedelta(days=7)
"""So long after delivery a letter without receipt that is not there any more is sent again."""

_COLUMNS = (
    "seq, hash, kind, folder, name, month, revision, epoch, size,"
    " CASE WHEN state = 'queued' AND delivered_at <> '' THEN 'saved' ELSE state END AS state,"
    " reason, trouble, attempts,"
    " made_at, next_attempt_at, delivered_at, settled_at"
)


class Sending(StrEnum):
    """How far a letter has come; in the table, one that was saved is a queued one with a stamp."""

    QUEUED = "queued"
    SAVED = "saved"
    DELIVERED = "delivered"
    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"


class OutLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter on its way to one folder of the place; stamps are empty until it happened.

    ``delivered_at`` is when it was left in the place or saved as a file, ``epoch`` that of the team
    key in a letter that brings it, otherwise 0. ``reason`` is why the lead refused it, ``trouble``
    why the last try to leave it failed.
    """

    seq: int
    hash: str
    kind: str
    folder: str
    name: str
    month: str
    revision: int
    epoch: int
    size: int
    state: Sending
    reason: str
    trouble: Trouble | None
    attempts: int
    made_at: str
    next_attempt_at: str
    delivered_at: str
    settled_at: str


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How many letters with a month's figures are how far."""

    queued: int = 0
    saved: int = 0
    delivered: int = 0
    acknowledged: int = 0
    refused: int = 0

    @property
    def all_arrived(self) -> bool:
        """Whether everything was acknowledged: only then may the status be green."""
        return not (self.queued or self.saved or self.delivered or self.refused)


class Outbox:
    """The letters of a store that were written here."""

    def __init__(self, store: "Store", chance: random.Random | None = None) -> None:
        self._store = store
        self._database = store.database
        self._chance = chance or random.Random()

    def put(
        self,
        *,
        letter_hash: str,
        kind: str,
        folder: str,
        name: str,
        sealed: bytes,
        month: str = "",
        revision: int = 0,
        epoch: int = 0,
    ) -> None:
        """Queue a sealed letter; it joins the transaction. The same one again changes nothing."""
        now = self._store.now()
        with self._store.atomic():
            if month:
                self._database.execute(
                    "UPDATE outbox SET sealed = x'' WHERE month = ? AND state = 'acknowledged'"
                    " AND hash <> ?",
                    (month, letter_hash),
                )
            self._database.execute(
                "INSERT INTO outbox (hash, kind, folder, name, month, revision, epoch, sealed, size,"
                " state, reason, trouble, attempts, made_at, next_attempt_at, delivered_at, settled_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', '', '', 0, ?, ?, '', '')"
                " ON CONFLICT (hash, folder) DO NOTHING",
                (
                    letter_hash,
                    kind,
                    folder,
                    name,
                    month,
                    revision,
                    epoch,
                    sealed,
                    len(sealed),
                    now,
                    now,
                ),
            )
            self._tell(letter_hash, Action.CREATE)

    def all(self) -> tuple[OutLetter, ...]:
        """Return every letter, the oldest first."""
        return self._read("ORDER BY seq")

    def due(self, *, everything: bool = False) -> tuple[OutLetter, ...]:
        """Return the letters to be left now, the oldest first; ``everything`` waits for no time.

        A time further away than the longest wait comes from a clock that was wrong, and counts as now.
        """
        now = self._store.clock()
        return self._read(
            "WHERE state = 'queued' AND (? OR next_attempt_at <= ? OR next_attempt_at > ?)"
            " ORDER BY seq",
            (everything, stamp(now), stamp(now + LONGEST_WAIT)),
        )

    def hashes(self) -> frozenset[str]:
        """Return the hashes of all letters with figures that were ever written here."""
        rows = self._database.execute("SELECT hash FROM outbox WHERE kind = 'summary'").fetchall()
        return frozenset(letter_hash for (letter_hash,) in rows)

    def sealed(self, seq: int) -> bytes:
        """Return the bytes of a letter; none where it was acknowledged, and a newer one replaced it."""
        row = self._database.execute("SELECT sealed FROM outbox WHERE seq = ?", (seq,)).fetchone()
        return bytes(row[0]) if row else b""

    def written_here(self, sealed: bytes) -> OutLetter | None:
        """Return the letter whose file this is, where it was written here and its bytes are kept."""
        letters = self._read(
            "WHERE size = ? AND sealed = ? ORDER BY seq LIMIT 1", (len(sealed), sealed)
        )
        return letters[0] if letters else None

    def delivered(self, seq: int) -> None:
        """Note that a letter lies whole in the place."""
        self._set(
            seq,
            "state = 'delivered', trouble = '', delivered_at = ?",
            (self._store.now(),),
        )

    def saved(self, seq: int) -> None:
        """Note that a letter was saved as a file; the place gets it, too, once there is one."""
        self._set(seq, "delivered_at = ?", (self._store.now(),), only="state = 'queued'")

    def failed(self, seq: int, trouble: Trouble) -> None:
        """Note that a try failed, and when the next one is due."""
        with self._store.atomic():
            row = self._database.execute(
                "SELECT attempts FROM outbox WHERE seq = ? AND state = 'queued'", (seq,)
            ).fetchone()
            if row is None:
                return
            attempts = int(row[0]) + 1
            due = stamp(self._store.clock() + waiting_time(attempts, self._chance))
            values = (attempts, due, trouble)
            self._set(seq, "attempts = ?, next_attempt_at = ?, trouble = ?", values)

    def settle(self, letter_hash: str, reason: str) -> bool:
        """Note what the lead's receipt says: taken (no reason), or refused for a reason.

        What was acknowledged stays so: an old receipt that comes once more changes nothing. Returns
        whether it did. The bytes stay until a newer letter of the month is written: a lead to come
        may need them.
        """
        state = Sending.REFUSED if reason else Sending.ACKNOWLEDGED
        with self._store.atomic():
            rows = self._database.execute(
                "UPDATE outbox SET state = ?1, reason = ?2, trouble = '', settled_at = ?3"
                " WHERE hash = ?4 AND kind = 'summary' AND state <> 'acknowledged'"
                " AND (state <> ?1 OR reason <> ?2) RETURNING seq",
                (state, reason, self._store.now(), letter_hash),
            ).fetchall()
            if rows:
                self._tell(letter_hash, Action.UPDATE)
        return bool(rows)

    def again(self, seq: int) -> None:
        """Queue a letter once more that was refused, or delivered and lost."""
        with self._store.atomic():
            row = self._database.execute(
                "SELECT state FROM outbox WHERE seq = ?", (seq,)
            ).fetchone()
            if row is not None and row[0] != Sending.ACKNOWLEDGED:
                now = self._store.now()
                change = "state = 'queued', reason = '', attempts = 0, delivered_at = '', next_attempt_at = ?"
                self._set(seq, change, (now,))

    def received(self, month: str) -> OutLetter | None:
        """Return the newest letter with a month's figures where the lead has it, else None."""
        letters = self._read("WHERE kind = 'summary' AND month = ? ORDER BY seq", (month,))
        newest = letters[-1] if letters else None
        return newest if newest is not None and newest.state is Sending.ACKNOWLEDGED else None

    def unanswered(self) -> tuple[OutLetter, ...]:
        """Return summaries that were delivered long ago and have no receipt."""
        before = stamp(self._store.clock() - LOST_AFTER)
        return self._read(
            "WHERE state = 'delivered' AND kind = 'summary' AND delivered_at < ? ORDER BY seq",
            (before,),
        )

    def folders_with_key(self, epoch: int) -> frozenset[str]:
        """Return the folders to which a letter with the team key of an epoch was written."""
        rows = self._database.execute(
            "SELECT folder FROM outbox WHERE kind = 'key' AND epoch = ?", (epoch,)
        ).fetchall()
        return frozenset(folder for (folder,) in rows)

    def counts(self) -> Counts:
        """Return how many months' letters are how far, for the status bar.

        An older revision of a month does not count beside a newer one.
        """
        rows = self._database.execute(
            "SELECT CASE WHEN state = 'queued' AND delivered_at <> '' THEN 'saved' ELSE state END,"
            " count(*) FROM outbox o WHERE kind = 'summary' AND NOT EXISTS"
            " (SELECT 1 FROM outbox n WHERE n.kind = 'summary' AND n.month = o.month"
            " AND n.seq > o.seq) GROUP BY 1"
        ).fetchall()
        return Counts(**dict(rows))

    def forget_delivered_receipts(self) -> None:
        """Drop receipts that lie in the place: nobody answers them, and each can be made anew."""
        with self._store.atomic():
            self._database.execute(
                "DELETE FROM outbox WHERE state = 'delivered' AND kind = 'receipt'"
            )

    def forget_waiting_receipts(self, folders: Iterable[str]) -> None:
        """Drop receipts for these folders that were not left yet.

        One that was saved as a file may never arrive; a newer one tells what it told, and more.
        """
        with self._store.atomic():
            self._database.execute(
                "DELETE FROM outbox WHERE state = 'queued' AND kind = 'receipt'"
                " AND folder IN (SELECT value FROM json_each(?))",
                (msgspec.json.encode(sorted(folders)).decode(),),
            )

    def _read(self, rest: str, parameters: tuple[object, ...] = ()) -> tuple[OutLetter, ...]:
        rows = self._database.query(f"SELECT {_COLUMNS} FROM outbox {rest}", parameters)
        changed = [{**row, "trouble": row["trouble"] or None} for row in rows]
        return tuple(msgspec.convert(changed, list[OutLetter]))

    def _set(
        self, seq: int, change: str, values: tuple[object, ...], *, only: str = "true"
    ) -> None:
        with self._store.atomic():
            query = f"UPDATE outbox SET {change} WHERE seq = ? AND {only}"
            self._database.execute(query, (*values, seq))
            self._tell(str(seq), Action.UPDATE)

    def _tell(self, record: str, action: Action) -> None:
        self._store.tell_of(KIND, RecordId(record), action)


def waiting_time(attempts: int, chance: random.Random) -> timedelta:
    """Return how long to wait after so many failed tries: doubled each time, half of it by chance."""
    longest = min(LONGEST_WAIT, FIRST_WAIT * (1 << min(attempts - 1, 16)))
    return longest * (0.5 + chance.random() / 2)


def next_due(letters: tuple[OutLetter, ...]) -> datetime | None:
    """Return when the first of the queued letters is due, or None where nothing is queued."""
    times = [from_stamp(one.next_attempt_at) for one in letters if one.state is Sending.QUEUED]
    return min(times, default=None)
