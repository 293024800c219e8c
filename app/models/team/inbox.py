"""What came in: letters with what was made of them, and files that were looked at in vain.

A letter is known by its hash, whatever file it comes in, so a copy changes nothing. A file that was
refused is looked at again only when it, the roster or the program has changed.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from app.models.changes import Action
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

KIND = "inbox"
"""What a letter that came in is called where changes are published."""


class InLetter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter from a known sender, and whether it was taken; ``reason`` says why not."""

    hash: str
    kind: str
    sender: str
    seq: int
    month: str
    revision: int
    taken: bool
    reason: str


class Received(InLetter, frozen=True, kw_only=True):
    """A letter that came, when, and what became of the month in it (``verdict``, or empty)."""

    received_at: str
    verdict: str


class FileSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A file that was no letter, or none for us; ``reason`` is a name of a refusal."""

    folder: str
    name: str
    mark: str
    judged_with: str
    reason: str


class Inbox:
    """The letters of a store that came from others."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._database = store.database

    def letter(self, letter_hash: str) -> InLetter | None:
        """Return what was made of a letter, or None before it came."""
        rows = self._database.query("SELECT * FROM inbox_letter WHERE hash = ?", (letter_hash,))
        return next((msgspec.convert(row, InLetter, strict=False) for row in rows), None)

    def letters(self, *, taken: bool | None = None) -> tuple[InLetter, ...]:
        """Return the letters in the order in which they came; only those (not) taken if asked."""
        rows = self._database.query(
            "SELECT * FROM inbox_letter WHERE ?1 IS NULL OR taken = ?1 ORDER BY received_at, hash",
            (taken,),
        )
        return tuple(msgspec.convert(list(rows), list[InLetter], strict=False))

    def received(self) -> tuple[Received, ...]:
        """Return every letter with what became of its month, in the order in which they came."""
        rows = self._database.query(
            "SELECT i.*, coalesce(r.verdict, '') AS verdict FROM inbox_letter i"
            " LEFT JOIN reported_letter r ON r.hash = i.hash ORDER BY i.received_at, i.hash"
        )
        return tuple(msgspec.convert(list(rows), list[Received], strict=False))

    def taken_from(self, devices: Iterable[str]) -> tuple[str, ...]:
        """Return the hashes of the letters of these devices that were taken, in their order."""
        rows = self._database.execute(
            "SELECT hash FROM inbox_letter WHERE taken"
            " AND sender IN (SELECT value FROM json_each(?)) ORDER BY hash",
            (msgspec.json.encode(list(devices)).decode(),),
        ).fetchall()
        return tuple(letter_hash for (letter_hash,) in rows)

    def refused_any(self, devices: Iterable[str]) -> bool:
        """Tell whether a letter of these devices was refused and has not been taken since."""
        row = self._database.execute(
            "SELECT 1 FROM inbox_letter WHERE NOT taken"
            " AND sender IN (SELECT value FROM json_each(?)) LIMIT 1",
            (msgspec.json.encode(list(devices)).decode(),),
        ).fetchone()
        return row is not None

    def refused_of(self, device: str, reason: str) -> tuple[str, ...]:
        """Return the hashes of a device's letters that were refused for a reason, in their order."""
        rows = self._database.execute(
            "SELECT hash FROM inbox_letter WHERE NOT taken AND sender = ? AND reason = ?"
            " ORDER BY hash",
            (device, reason),
        ).fetchall()
        return tuple(letter_hash for (letter_hash,) in rows)

    def note(self, letter: InLetter) -> None:
        """Remember what was made of a letter; it joins the transaction. Taken stays taken."""
        with self._store.atomic():
            self._database.execute(
                "INSERT INTO inbox_letter (hash, kind, sender, seq, month, revision, taken, reason,"
                " received_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO UPDATE SET"
                " taken = excluded.taken, reason = excluded.reason WHERE NOT inbox_letter.taken",
                (
                    *(letter.hash, letter.kind, letter.sender, letter.seq, letter.month),
                    *(letter.revision, letter.taken, letter.reason, self._store.now()),
                ),
            )
            self._store.tell_of(KIND, RecordId(letter.hash), Action.UPDATE)

    def files(self, folder: str) -> dict[str, FileSeen]:
        """Return the files of a folder that were looked at in vain, by name."""
        rows = self._database.query("SELECT * FROM inbox_file WHERE folder = ?", (folder,))
        seen = msgspec.convert(list(rows), list[FileSeen])
        return {one.name: one for one in seen}

    def note_files(self, seen: Iterable[FileSeen]) -> None:
        """Remember files, so that they are not read in vain every time."""
        now = self._store.now()
        with self._store.atomic():
            self._database.execute_many(
                "INSERT OR REPLACE INTO inbox_file (folder, name, mark, judged_with, reason, seen_at)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (one.folder, one.name, one.mark, one.judged_with, one.reason, now)
                    for one in seen
                ],
            )

    def forget_files(self, folder: str, names: frozenset[str]) -> None:
        """Forget files that are not there any more."""
        with self._store.atomic():
            self._database.execute_many(
                "DELETE FROM inbox_file WHERE folder = ? AND name = ?",
                [(folder, name) for name in sorted(names)],
            )
