"""The roster that an installation knows: kept in its store, replaced only by a newer one."""

from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import msgspec

from app.errors import NotFound
from app.models.changes import Action
from app.models.team.roster import Roster, Verdict, encode_roster, judge, verify_roster
from app.models.types import RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

KIND = "roster"
"""What a new version is called where changes are published."""

_READ: "WeakKeyDictionary[Store, tuple[str, Roster]]" = WeakKeyDictionary()
"""The roster that a store was last found to have, with its hash: reading one of a thousand members
takes milliseconds, and every letter asks for it."""


class Rosters:
    """Reads and replaces the one roster in a store."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def current(self) -> Roster | None:
        """Return the roster that was taken last, or None before the first."""
        database = self._store.database
        row = database.execute("SELECT hash FROM roster").fetchone()
        if row is None:
            return None
        known = _READ.get(self._store)
        if known is None or known[0] != row[0]:
            (document,) = database.execute("SELECT document FROM roster").fetchone()
            known = (row[0], msgspec.json.decode(document, type=Roster))
            _READ[self._store] = known
        return known[1]

    def require(self) -> Roster:
        """Return the roster, or raise NotFound where this installation belongs to no project."""
        roster = self.current()
        if roster is None:
            raise NotFound(
                Text("Handlingen blev ikke udført.", "This was not done."),
                Text(
                    "Denne computer hører endnu ikke til et fælles projekt.",
                    "This computer does not belong to a shared project yet.",
                ),
                Text(
                    "Åbn projektets fil. Er du projektleder, så opret projektet, eller overtag det med"
                    " projektkoden.",
                    "Open the project's file. If you are its lead, create the project, or take it over"
                    " with the project's code.",
                ),
            )
        return roster

    def take(self, roster: Roster) -> Verdict:
        """Verify a roster and keep it if it is newer than the one here, in one transaction.

        The first one is taken as it is: whoever calls has had the lead's ten words compared. The
        installation's project then has the name in the roster.

        Raises:
            Refused: as for :func:`~app.models.team.roster.verify_roster` and
                :func:`~app.models.team.roster.judge`; nothing is changed.
        """
        with self._store.atomic():
            known = self.current()
            # What is kept here was verified when it was taken.
            verify_roster(
                roster, frozenset(one.card for one in known.members) if known else frozenset()
            )
            verdict = judge(known, roster)
            if verdict is not Verdict.KNOWN:
                self._keep(roster)
        return verdict

    def _keep(self, roster: Roster) -> None:
        self._store.database.execute(
            "INSERT INTO roster (one, hash, document, taken_at) VALUES (1, ?, ?, ?)"
            " ON CONFLICT (one) DO UPDATE SET hash = excluded.hash, document = excluded.document,"
            " taken_at = excluded.taken_at",
            (roster.hash, encode_roster(roster), self._store.now()),
        )
        if self._store.settings.project != roster.project:
            self._store.settings.set("project", roster.project)
        self._store.tell_of(KIND, RecordId(roster.project_id), Action.UPDATE)
