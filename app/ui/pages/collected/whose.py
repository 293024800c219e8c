"""Whose laptop a row of the grid is, as the roster tells."""

from datetime import date

import msgspec

from app.models.team.roster import Roster, TeamRole
from app.models.team.senders import sender_of


class Whose(msgspec.Struct, frozen=True):
    """A counsellor's name and initials; ``revoked_on`` where none of the computers belongs any more."""

    name: str
    initials: str
    revoked_on: date | None = None


def owners(roster: Roster) -> dict[str, Whose]:
    """Return whose each laptop is, by the first device of its line; the newest computer says so."""
    found: dict[str, Whose] = {}
    lines: dict[str, int] = {}
    for member in roster.members:
        if member.role is not TeamRole.COUNSELLOR:
            continue
        sender = sender_of(roster, member)
        if sender.place_in_line >= lines.get(sender.source, 0):
            lines[sender.source] = sender.place_in_line
            revoked = None if member.is_active else member.revoked_on
            found[sender.source] = Whose(member.card.name, member.card.initials, revoked)
    return found
