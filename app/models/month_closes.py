"""Closed months: every revision that was ever frozen, and which of them were released."""

from datetime import date
from typing import Any

import msgspec

from app.errors import Conflict
from app.models.checking import Checker
from app.models.close_types import MonthClose
from app.models.repository import Repository
from app.models.types import Record, RecordId
from app.texts import Text

LONGEST_REASON = 400
"""Letters of a reason; it stands in reports."""

_LETTER = "letter:"
"""How what left in a letter to the lead begins where releases are kept; no release is called so."""


class MonthCloses(Repository[MonthClose]):
    """Keeps the revisions; none is ever changed, and one that was released stays for good."""

    kind = "month_close"
    table = "month_close"
    record_type = MonthClose

    def all(self) -> tuple[MonthClose, ...]:
        """Return every revision, by month, the oldest first."""
        return tuple(self._select("ORDER BY month, revision"))

    def since(self, month: str) -> tuple[MonthClose, ...]:
        """Return the revisions of a month (``YYYY-MM``) and of later ones, in the same order."""
        return tuple(self._select("WHERE month >= ? ORDER BY month, revision", (month,)))

    def revisions(self, month: str) -> tuple[MonthClose, ...]:
        """Return the revisions of a month (``YYYY-MM``), the oldest first; none when it is open."""
        return tuple(self._select("WHERE month = ? ORDER BY revision", (month,)))

    def current(self, month: str) -> MonthClose | None:
        """Return the newest revision of a month, or None when it is open."""
        found = self._select("WHERE month = ? ORDER BY revision DESC LIMIT 1", (month,))
        return found[0] if found else None

    def months(self) -> frozenset[str]:
        """Return the closed months, without reading their figures."""
        rows = self._database.execute("SELECT DISTINCT month FROM month_close")
        return frozenset(month for (month,) in rows)

    def is_closed(self, day: date) -> bool:
        """Tell whether the month of a local day is closed."""
        query = "SELECT 1 FROM month_close WHERE month = ?"
        return self._database.execute(query, (f"{day:%Y-%m}",)).fetchone() is not None

    def mark_released(self, close_id: RecordId, release_id: str) -> None:
        """Remember that a release holds figures of a revision: from now on it cannot be undone."""
        with self._store.atomic():
            self._database.execute(
                "INSERT OR IGNORE INTO month_release (close_id, release_id, released_at)"
                " VALUES (?, ?, ?)",
                (close_id, release_id, self._store.now()),
            )

    def mark_sent(self, close_id: RecordId, letter_hash: str) -> None:
        """Remember that a letter to the lead holds a revision: from now on it cannot be undone."""
        self.mark_released(close_id, f"{_LETTER}{letter_hash}")

    def releases(self, close_id: RecordId) -> tuple[str, ...]:
        """Return the ids of the releases that hold figures of a revision, in their order."""
        return tuple(one for one in self._left_in(close_id) if not one.startswith(_LETTER))

    def is_sent(self, close_id: RecordId) -> bool:
        """Tell whether a letter to the lead holds a revision."""
        return any(one.startswith(_LETTER) for one in self._left_in(close_id))

    def _left_in(self, close_id: RecordId) -> tuple[str, ...]:
        """Return in what the figures of a revision left the house, in that order."""
        rows = self._database.execute(
            "SELECT release_id FROM month_release WHERE close_id = ?"
            " ORDER BY released_at, release_id",
            (close_id,),
        )
        return tuple(one for (one,) in rows)

    def waiting(self) -> tuple[str, ...]:
        """Return the months that went out and were corrected to what no release holds yet."""
        rows = self._database.execute(
            "SELECT month FROM month_close LEFT JOIN month_release ON close_id = id"
            " GROUP BY month"
            " HAVING max(revision) > max(CASE WHEN close_id IS NOT NULL THEN revision END)"
            " ORDER BY month"
        )
        return tuple(month for (month,) in rows)

    def change(self, record: MonthClose) -> MonthClose:
        """Refuse: a revision is what was frozen; a month is restated with a new one."""
        raise TypeError("a frozen month never changes")

    def _check(self, record: MonthClose) -> None:
        check = Checker(Text("Måneden blev ikke lukket.", "The month was not closed."))
        if record.revision > 1:
            check.require(
                bool(record.reason),
                "reason",
                "Skriv, hvorfor de lukkede tal rettes.",
                "Write why the closed figures are corrected.",
            )
        check.require(
            len(record.reason) <= LONGEST_REASON,
            "reason",
            f"Begrundelsen må højst fylde {LONGEST_REASON} tegn.",
            f"The reason may have {LONGEST_REASON} characters at most.",
        )
        check.refuse_cpr(reason=record.reason)
        check.finish()

    def _remove(self, record: MonthClose) -> None:
        if self.releases(record.id):
            raise _stays(Text("Tallene er allerede udgivet.", "The figures have been released."))
        if self.is_sent(record.id):
            raise _stays(
                Text(
                    "Tallene er gjort klar til projektlederen eller sendt.",
                    "The figures were made ready for the lead, or sent.",
                )
            )
        newest = self.current(record.month)
        if newest is not None and newest.revision > record.revision:
            raise _stays(Text("Tallene er rettet siden.", "The figures were restated since."))
        super()._remove(record)

    def put_back(self, current: Record | None, wanted: Record | None) -> None:
        """Put a revision back that was undone, unless the month was closed again meanwhile."""
        if isinstance(wanted, MonthClose):
            newest = self.current(wanted.month)
            if wanted.revision != (newest.revision + 1 if newest else 1):
                raise _stays(Text("Måneden er lukket igen siden.", "It was closed again since."))
        super().put_back(current, wanted)

    def _row(self, record: MonthClose) -> dict[str, Any]:
        row: dict[str, Any] = msgspec.to_builtins(record, builtin_types=(bytes,))
        return row


def _stays(why: Text) -> Conflict:
    return Conflict(
        Text("Månedslukningen kan ikke fortrydes.", "The month close cannot be undone."),
        why,
        Text(
            "Ret de lukkede tal med en begrundelse i stedet.",
            "Restate the closed figures with a reason instead.",
        ),
    )
