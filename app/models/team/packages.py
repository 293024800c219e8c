"""The project package that an installation works with, and one that has come and waits."""

from typing import TYPE_CHECKING

import msgspec

from app.models.changes import Action
from app.models.team.package import Package, encode_package
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

KIND = "package"
"""What another package is called where changes are published."""


class AdoptedIds:
    """Which own records stand for records of the package that came under another id."""

    def __init__(self, store: "Store") -> None:
        self._database = store.database
        rows = self._database.execute("SELECT kind, package_id, record_id FROM adopted_record")
        self._local: dict[tuple[str, str], RecordId] = {
            (kind, theirs): RecordId(own) for kind, theirs, own in rows.fetchall()
        }
        self._theirs = {(kind, own): theirs for (kind, theirs), own in self._local.items()}

    def local(self, kind: str, package_id: str) -> RecordId:
        """Return the id here of what the package calls ``package_id``."""
        return self._local.get((kind, package_id), RecordId(package_id))

    def theirs(self, kind: str, record_id: RecordId) -> str:
        """Return what the package calls a record of ours."""
        return self._theirs.get((kind, record_id), record_id)

    def adopt(self, kind: str, package_id: str, record_id: RecordId) -> None:
        """Let a record of ours stand for one of the package from now on."""
        self.forget(kind, package_id)
        if (kind, record_id) in self._theirs:
            self.forget(kind, self._theirs[kind, record_id])
        self._database.execute(
            "INSERT INTO adopted_record (kind, package_id, record_id) VALUES (?, ?, ?)",
            (kind, package_id, record_id),
        )
        self._local[kind, package_id], self._theirs[kind, record_id] = record_id, package_id

    def forget(self, kind: str, package_id: str) -> None:
        """Let nothing else stand for a record of the package."""
        own = self._local.pop((kind, package_id), None)
        if own is not None:
            del self._theirs[kind, own]
            self._database.execute(
                "DELETE FROM adopted_record WHERE kind = ? AND package_id = ?", (kind, package_id)
            )


class Packages:
    """Reads and replaces the packages in a store; ``letter`` is the signed form of each."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def taken(self) -> Package | None:
        """Return the package that this installation took last or, as the lead's, wrote last."""
        row = self._row("taken", "document")
        return msgspec.json.decode(row, type=Package) if row is not None else None

    def letter(self) -> bytes | None:
        """Return the signed form of what :meth:`taken` returns."""
        return self._row("taken", "letter")

    def waiting(self) -> bytes | None:
        """Return the signed form of a newer package that has come and was not taken yet."""
        return self._row("waiting", "letter")

    def take(self, package: Package, letter: bytes) -> None:
        """Remember that this installation works with a package."""
        with self._store.atomic():
            self._keep("taken", package, letter)
            self._store.database.execute("DELETE FROM package WHERE place = 'waiting'")

    def let_wait(self, package: Package, letter: bytes) -> bool:
        """Keep a newer package until somebody looks at it; tell whether it was not here before."""
        if self.waiting() == letter:
            return False
        with self._store.atomic():
            self._keep("waiting", package, letter)
        return True

    def _keep(self, place: str, package: Package, letter: bytes) -> None:
        self._store.database.execute(
            "INSERT INTO package (place, hash, document, letter, taken_at)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (place) DO UPDATE SET hash = excluded.hash,"
            " document = excluded.document, letter = excluded.letter,"
            " taken_at = excluded.taken_at",
            (place, package.hash, encode_package(package), letter, self._store.now()),
        )
        self._store.tell_of(KIND, RecordId(package.project_id), Action.UPDATE)

    def _row(self, place: str, column: str) -> bytes | None:
        query = f"SELECT {column} FROM package WHERE place = ?"
        row = self._store.database.execute(query, (place,)).fetchone()
        return bytes(row[0]) if row else None
