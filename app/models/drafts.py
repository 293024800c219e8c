"""Drafts: what is being typed, kept encrypted from second to second."""

from app.models.cipher import Database
from app.models.clock import Clock, stamp


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

    def discard(self, kind: str) -> None:
        """Remove the draft of a kind, if there is one."""
        self._database.execute("DELETE FROM draft WHERE kind = ?", (kind,))
