"""Drafts: what is being typed, kept encrypted from second to second."""

from typing import TypeVar

import msgspec

from app.models.cipher import Database
from app.models.clock import Clock, stamp

T = TypeVar("T")


class Drafts:
    """Keeps at most one draft of each kind, as JSON. Drafts are neither counted nor audited."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def save(self, kind: str, payload: str) -> None:
        """Store the draft of a kind in place of the one before."""
        self._database.execute(
            "INSERT INTO draft (kind, payload, changed_at) VALUES (?, ?, ?) ON CONFLICT (kind)"
            " DO UPDATE SET payload = excluded.payload, changed_at = excluded.changed_at",
            (kind, payload, stamp(self._clock())),
        )

    def read(self, kind: str) -> str | None:
        """Return the draft of a kind, or None."""
        row = self._database.execute("SELECT payload FROM draft WHERE kind = ?", (kind,)).fetchone()
        return str(row[0]) if row else None

    def decoded(self, kind: str, shape: type[T]) -> T | None:
        """Return the draft of a kind as ``shape``, or None when there is none that can be read.

        One that was written by another release, or is broken, must never stand in the way.
        """
        payload = self.read(kind)
        try:
            return None if payload is None else msgspec.json.decode(payload, type=shape)
        except msgspec.MsgspecError:
            return None

    def discard(self, kind: str) -> None:
        """Remove the draft of a kind, if there is one."""
        self._database.execute("DELETE FROM draft WHERE kind = ?", (kind,))
