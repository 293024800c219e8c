"""Whose the reported contacts are: a counsellor for every person who reports, also with like initials.

A laptop and those that took its place are one person's. Two laptops with the same initials are one
person's where both cards have the same name, and otherwise those of two. Who was entered at the lead,
or came with the package, is the person with these initials: the one of that name, else who reported
first.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from app.models.folding import fold
from app.models.team.reported import Sender
from app.models.team.rosters import Rosters
from app.models.team.senders import line_of
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_DIGITS = 4

_Called = tuple[str, str]

_LIKE = "SELECT id, name FROM counsellor WHERE initials = ?1 OR initials GLOB ?2 ORDER BY id"
# All contacts of a reported month have one counsellor, and so have its activities.
_OWNER = """
SELECT m.source FROM reported_month m
WHERE ?1 IN (
  (SELECT i.counsellor_id FROM reported_contact r JOIN inquiry i ON i.seq = r.inquiry_seq
   WHERE r.month_id = m.id LIMIT 1),
  (SELECT a.counsellor_id FROM reported_activity r
   JOIN activity_counsellor a ON a.activity_id = r.activity_id WHERE r.month_id = m.id LIMIT 1))
ORDER BY m.id LIMIT 1
"""
_ADD = (
    "INSERT INTO counsellor (id, initials, name, profession, active, created_at, changed_at)"
    " VALUES (?, ?, ?, 'other', 1, ?, ?)"
)
_MOVE_CONTACTS = """
UPDATE inquiry SET counsellor_id = ?1 WHERE counsellor_id <> ?1
AND seq IN (SELECT inquiry_seq FROM reported_contact WHERE source = ?2)
"""
_MOVE_ACTIVITIES = """
UPDATE activity_counsellor SET counsellor_id = ?1 WHERE counsellor_id <> ?1 AND activity_id IN
  (SELECT a.activity_id FROM reported_activity a JOIN reported_month m ON m.id = a.month_id
   WHERE m.source = ?2)
"""


class ReportedCounsellors:
    """Finds the counsellors of the senders of one transaction, and makes those that are not here."""

    def __init__(self, store: "Store") -> None:
        self._store, self._database = store, store.database
        self._found: dict[str, RecordId] = {}

    def of(self, sender: Sender) -> RecordId:
        """Return the counsellor of a sender; all that the laptop ever told is theirs then."""
        if sender.source not in self._found:
            self._found[sender.source] = self._known(sender) or self._add(sender)
        return self._found[sender.source]

    @cached_property
    def _roster(self) -> Mapping[str, set[_Called]]:
        """Who each laptop on the roster is, by its source: what its cards say, old and new."""
        found: dict[str, set[_Called]] = {}
        roster = Rosters(self._store).current()
        if roster is None:
            return found
        for member in roster.members:
            card, first = member.card, line_of(roster, member)[0]
            found.setdefault(first.device, set()).add(_called(card.initials, card.name))
        return found

    def _known(self, sender: Sender) -> RecordId | None:
        row = self._database.execute(
            "SELECT id FROM counsellor WHERE id = ?", (sender.source,)
        ).fetchone()
        if row is not None:
            return RecordId(row[0])
        like = (sender.initials, f"{_escaped(sender.initials)} (*)")
        for key, name in self._database.execute(_LIKE, like).fetchall():
            if self._is_theirs(sender, str(key), str(name)):
                return RecordId(key)
        return None

    def _is_theirs(self, sender: Sender, key: str, name: str) -> bool:
        """Tell whether a counsellor with the sender's initials is the sender."""
        told, named = _called(sender.initials, sender.name), _called(sender.initials, name)
        owner = self._owner(key)
        if owner == sender.source:
            return True
        if owner:
            return bool({told, _called(sender.initials)} & self._roster.get(owner, {named}))
        if told == named or not sender.name:
            return True
        # Entered here and nobody's yet: the lead's own is the lead's, and of two with these initials
        # it is that of who is called like that.
        return key != self._store.settings.counsellor_id and not any(
            named in called for source, called in self._roster.items() if source != sender.source
        )

    def _owner(self, key: str) -> str:
        """Return the laptop whose counsellor a record is; empty where it is nobody's yet."""
        if key in self._roster:
            return key
        row = self._database.execute(_OWNER, (key,)).fetchone()
        return str(row[0]) if row is not None else ""

    def _add(self, sender: Sender) -> RecordId:
        """Make a counsellor; what the laptop had told under another one becomes theirs."""
        key, now = RecordId(sender.source), self._store.now()
        name = sender.name or sender.initials
        self._database.execute(_ADD, (key, self._free_initials(sender), name, now, now))
        for statement in (_MOVE_CONTACTS, _MOVE_ACTIVITIES):
            self._database.execute(statement, (key, sender.source))
        return key

    def _free_initials(self, sender: Sender) -> str:
        """Return initials that nobody has, with as much of the device as that needs."""
        # As laptops with the same initials are told apart (app.models.team.laptops).
        source = sender.source
        more = (f"{sender.initials} ({source[:end]})" for end in range(_DIGITS, len(source) + 1))
        for initials in (sender.initials, *more):
            row = self._database.execute(
                "SELECT 1 FROM counsellor WHERE initials = ?", (initials,)
            ).fetchone()
            if row is None:
                return initials
        return source


def _called(initials: str, name: str = "") -> _Called:
    """Return what two writings of one person share; without a name, the initials are it."""
    return initials.casefold(), fold(name or initials)


def _escaped(initials: str) -> str:
    """Return initials in which no character is a wildcard of GLOB."""
    return "".join(f"[{one}]" if one in "*?[" else one for one in initials)
