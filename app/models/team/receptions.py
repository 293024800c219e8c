"""What came of the letters that came in: merge receipts to read again, and refusals nobody has seen yet.

Letters come in beside the work and over night. Whoever opens the page next day must find the receipts,
and must be told what was refused until that was seen.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from app.models.changes import Action
from app.models.team.inbox import InLetter
from app.models.team.reported import MergeReceipt
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

KIND = "reception"
"""What a letter or file that came in is called where changes are published."""


class Reception(msgspec.Struct, frozen=True, kw_only=True):
    """One letter that came in (``hash``), or one file that held no letter for us (``file``).

    ``reason`` is empty where it was taken, otherwise a name of a refusal. ``receipt`` is there for a
    month's figures. ``received_at`` is a stamp in UTC.
    """

    id: int
    received_at: str
    hash: str
    file: str
    initials: str
    kind: str
    month: str
    revision: int
    reason: str
    seen: bool
    receipt: MergeReceipt | None = None


class Receptions:
    """What came in, the newest first."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._database = store.database

    def note_letter(
        self, letter: InLetter, initials: str, receipt: MergeReceipt | None = None
    ) -> None:
        """Keep what came of a letter; it joins the transaction. The same refusal is kept once."""
        self._note(
            letter.hash,
            "",
            (initials, letter.kind, letter.month, letter.revision),
            letter.reason,
            "" if receipt is None else msgspec.json.encode(receipt).decode(),
        )

    def note_files(self, refused: Iterable[tuple[str, str]]) -> None:
        """Keep why files were no letters for us: their names and reasons; the same is kept once."""
        with self._store.atomic():
            for name, reason in refused:
                self._note("", name, ("", "", "", 0), reason, "")

    def count(self) -> int:
        """Return how many are kept."""
        return int(self._database.execute("SELECT count(*) FROM reception").fetchone()[0])

    def recent(self, most: int) -> tuple[Reception, ...]:
        """Return the newest, at most so many."""
        return self._read("ORDER BY id DESC LIMIT ?", most)

    def unseen(self, most: int) -> tuple[Reception, ...]:
        """Return the newest refusals that nobody has seen, at most so many."""
        return self._read("WHERE seen = 0 ORDER BY id DESC LIMIT ?", most)

    def see(self, receptions: Iterable[int]) -> None:
        """Remember that these refusals were seen."""
        self._see("id IN (SELECT value FROM json_each(?))", list(receptions))

    def see_letters(self, hashes: Iterable[str]) -> None:
        """Remember that what came of these letters was told to somebody at once."""
        self._see("hash IN (SELECT value FROM json_each(?))", list(hashes))

    def _see(self, which: str, values: list[int] | list[str]) -> None:
        with self._store.atomic():
            self._database.execute(
                f"UPDATE reception SET seen = 1 WHERE seen = 0 AND {which}",
                (msgspec.json.encode(values).decode(),),
            )
            self._store.tell_of(KIND, RecordId(KIND), Action.UPDATE)

    def _read(self, which: str, most: int) -> tuple[Reception, ...]:
        rows = self._database.query(f"SELECT * FROM reception {which}", (most,))
        return tuple(_reception(dict(row)) for row in rows)

    def _note(
        self, letter: str, file: str, about: tuple[str, str, str, int], reason: str, receipt: str
    ) -> None:
        known = "SELECT 1 FROM reception WHERE hash = ? AND file = ? AND reason = ?"
        # What was refused is judged again with every new roster and says the same again.
        if reason and self._database.execute(known, (letter, file, reason)).fetchone():
            return
        with self._store.atomic():
            self._database.execute(
                "INSERT INTO reception (received_at, hash, file, initials, kind, month, revision,"
                " reason, receipt, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (self._store.now(), letter, file, *about, reason, receipt, not reason),
            )
            self._store.tell_of(KIND, RecordId(letter or file), Action.CREATE)


def _reception(row: dict[str, object]) -> Reception:
    receipt = row.pop("receipt")
    made = msgspec.convert(row, Reception, strict=False)
    if not receipt:
        return made
    read = msgspec.json.decode(str(receipt), type=MergeReceipt)
    return msgspec.structs.replace(made, receipt=read)
