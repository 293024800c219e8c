"""Cards and rosters as objects of JSON; described in docs/roster.md."""

from app.export.json_objects import JsonObject
from app.models.team.cards import Card
from app.models.team.fingerprint import hex_of, words_of
from app.models.team.roster import Member, Roster


def card_object(card: Card) -> JsonObject:
    """Return whose card it is and how to recognise it."""
    return {
        "device": card.device,
        "initials": card.initials,
        "name": card.name,
        "made_on": card.made_on.isoformat(),
        "replaces": card.replaces,
        "words": list(words_of(card.fingerprint)),
        "fingerprint": hex_of(card.fingerprint),
    }


def roster_object(roster: Roster, me: str) -> JsonObject:
    """Return the roster as the device ``me`` knows it."""
    return {
        "format": "vejviser-members/1",
        "project": roster.project,
        "project_id": roster.project_id,
        "term": roster.term,
        "version": roster.version,
        "hash": roster.hash,
        "made_on": roster.made_on.isoformat(),
        "me": me,
        "members": [_member_object(member) for member in roster.members],
    }


def _member_object(member: Member) -> JsonObject:
    return {
        **card_object(member.card),
        "role": member.role.value,
        "status": member.status.value,
        "revoked_on": member.revoked_on and member.revoked_on.isoformat(),
        "last_letter": member.last_letter,
        "replaced_by": member.replaced_by,
    }
