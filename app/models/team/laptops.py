"""What the laptops are called that reported: the initials of their counsellors, told apart where needed."""

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from app.models.team.roster import TeamRole
from app.models.team.rosters import Rosters
from app.models.team.senders import sender_of

if TYPE_CHECKING:
    from app.models.store import Store

_NOT_IN_ROSTER = """
SELECT s.source, (SELECT c.initials FROM reported_contact r JOIN inquiry i ON i.seq = r.inquiry_seq
  JOIN counsellor c ON c.id = i.counsellor_id WHERE r.source = s.source LIMIT 1)
FROM (SELECT DISTINCT source FROM reported_month) s
WHERE s.source NOT IN (SELECT value FROM json_each(?))
"""
_DIGITS = 4


class Laptops:
    """Names laptops by their source, the first device of their line; read once."""

    def __init__(self, store: "Store") -> None:
        self._lines: dict[str, str] = {}
        named: dict[str, str] = {}
        roster = Rosters(store).current()
        for member in roster.members if roster is not None else ():
            if member.role is TeamRole.COUNSELLOR:
                source = sender_of(roster, member).source if roster is not None else ""
                self._lines[member.card.device] = source
                named[source] = member.card.initials
        known = msgspec.json.encode(sorted(named)).decode()
        rows = store.database.execute(_NOT_IN_ROSTER, (known,)).fetchall()
        others = {str(source): str(initials or "") for source, initials in rows}
        self._names = {source: initials or source[:_DIGITS] for source, initials in
                       (others | named).items()}  # fmt: skip
        self._shared = {name for name, count in Counter(self._names.values()).items() if count > 1}

    def name(self, source: str) -> str:
        """Return the initials; with some digits of the device where two have the same ones."""
        name = self._names.get(source, source[:_DIGITS])
        return f"{name} ({source[:_DIGITS]})" if name in self._shared else name

    def source(self, device: str) -> str:
        """Return the first device of the line that a device belongs to."""
        return self._lines.get(device, device)
