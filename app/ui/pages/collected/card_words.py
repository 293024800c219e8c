"""What a lead should know before a card is taken in: whether it replaces one, or looks like another."""

import msgspec
from PySide6.QtCore import QCoreApplication

from app.models.team.cards import Card
from app.models.team.roster import Member, Roster
from app.models.words import short_date

translate = QCoreApplication.translate


def card_remark(card: Card, roster: Roster) -> str:
    """Return what taking the card in does to other computers, or what to be careful of; else ""."""
    old = roster.member(card.replaces) if card.replaces else None
    if old is not None and not old.replaced_by:
        said = translate("Collected", "Kortet afløser computeren, der blev taget i brug {day}.")
        return said.format(day=short_date(old.card.made_on))
    alike = [one for one in roster.members if one.is_active and _is_like(one.card, card)]
    if not alike:
        return ""
    said = translate(
        "Collected",
        "{name} ({initials}) er med allerede med en anden computer. Er den gamle ude af brug, så spær "
        "den bagefter; er det en anden person, så bed om andre initialer.",
    )
    return said.format(name=alike[0].card.name, initials=alike[0].card.initials)


def pasted_card(text: str) -> bytes:
    """Return a card's text as its file would be: spaces and line breaks between its parts go."""
    try:
        return msgspec.json.encode(msgspec.json.decode(text.strip().encode()))
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError):
        return text.encode(errors="replace")


def replaced_on(member: Member, roster: Roster) -> str:
    """Return since when another computer goes on for this one: the day of that one's card.

    What the old one wrote on that day still counts, so it is revoked from the next day on.
    """
    follower = roster.member(member.replaced_by)
    if follower is not None:
        return short_date(follower.card.made_on)
    return short_date(member.revoked_on) if member.revoked_on is not None else ""


def _is_like(one: Card, other: Card) -> bool:
    if one.device == other.device:
        return False
    return one.initials.casefold() == other.initials.casefold() or (
        one.name.casefold() == other.name.casefold()
    )
