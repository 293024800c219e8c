"""How this installation stands to its project: it belongs, or why it does not, and what to do then."""

from enum import StrEnum
from typing import TYPE_CHECKING

from app.models.team.devices import Devices
from app.models.team.roster import Roster
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class Standing(StrEnum):
    """Whether this device may send, or lead, and why not.

    ``NOT_YET`` is a counsellor whose card the lead has not accepted. ``RESTORED`` is a new device of a
    laptop that was put back from a backup, or of which a copy sent letters with the same keys;
    ``REPLACED`` is the other one of the two, when the lead has accepted the new card;
    ``RESTORED_LEAD`` is a lead's that was put back, whom nobody has replaced. ``REPLACED_LEAD`` is a
    lead after whom another one took over.
    """

    BELONGS = "belongs"
    NOT_YET = "not_yet"
    RESTORED = "restored"
    REVOKED = "revoked"
    REPLACED = "replaced"
    RESTORED_LEAD = "restored_lead"
    REPLACED_LEAD = "replaced_lead"

    @property
    def stops(self) -> bool:
        """Whether this device sends nothing any more, and somebody has to act before it may again."""
        return self in (
            Standing.REVOKED,
            Standing.REPLACED,
            Standing.RESTORED_LEAD,
            Standing.REPLACED_LEAD,
        )

    @property
    def may_send(self) -> bool:
        """Whether what waits goes out; what a restored laptop had queued waits for its new card."""
        return not self.needs_attention

    @property
    def needs_attention(self) -> bool:
        """Whether something that worked before does not go on by itself."""
        return self.stops or self is Standing.RESTORED


def standing_of(store: "Store", roster: Roster) -> Standing:
    """Return how this installation stands to the project of ``roster``."""
    me, *before = Devices(store).ids()
    if store.settings.is_lead:
        leads = roster.lead.card.device
        if leads == me:
            return Standing.BELONGS
        return Standing.RESTORED_LEAD if leads in before else Standing.REPLACED_LEAD
    member = roster.member(me)
    if member is not None:
        if member.is_active:
            return Standing.BELONGS
        return Standing.REPLACED if member.replaced_by else Standing.REVOKED
    return Standing.RESTORED if any(map(roster.member, before)) else Standing.NOT_YET


_WORDS = {
    Standing.NOT_YET: Text(
        "Projektlederen har ikke taget denne computer med endnu: giv projektlederen visitkortet"
        " (»vejviser card export«).",
        "The lead has not taken this computer in yet: give the lead the card (“vejviser card export”).",
    ),
    Standing.RESTORED: Text(
        "Data er gendannet fra en sikkerhedskopi, eller en kopi af dem har sendt fra en anden computer."
        " Så er computeren en ny i projektet: giv"
        " projektlederen dens nye visitkort (»vejviser card export«). Før det er taget med, kan den"
        " ikke sende.",
        "The data were restored from a backup, or a copy of them sent from another computer. This makes"
        " the computer a new one in the project: give"
        " the lead its new card (“vejviser card export”). Until it is accepted, it cannot send.",
    ),
    Standing.REVOKED: Text(
        "Denne computer er spærret og sender ikke mere. Ring til projektlederen. Skal den med igen,"
        " kræver det en ny datamappe eller en gendannet sikkerhedskopi og et nyt visitkort.",
        "This computer is revoked and sends no more. Call the lead. To come back, it needs a new data"
        " folder or a restored backup, and a new card.",
    ),
    Standing.REPLACED: Text(
        "Denne computer er afløst og sender ikke mere: dens data er gendannet eller kopieret, og den"
        " anden computer med dem er med i stedet. Send fra den, og registrér dér, hvad der kun står her."
        " Er den ikke din, så ring til projektlederen.",
        "This computer was replaced and sends no more: its data were restored or copied, and the other"
        " computer with them belongs instead. Send from that one, and register there what stands here"
        " alone. If it is not yours, call the lead.",
    ),
    Standing.RESTORED_LEAD: Text(
        "Projektlederens data er gendannet fra en sikkerhedskopi, og så er computeren en ny i projektet."
        " Den henter og sender ikke, før du har overtaget projektet med dets kode (»vejviser project"
        " takeover«).",
        "The lead's data were restored from a backup, which makes the computer a new one in the project."
        " It fetches and sends nothing until you take the project over with its code (“vejviser project"
        " takeover”).",
    ),
    Standing.REPLACED_LEAD: Text(
        "En anden er nu projektleder. Denne computer henter og sender ikke mere.",
        "Somebody else is the lead now. This computer fetches and sends no more.",
    ),
}


def standing_words(standing: Standing) -> Text | None:
    """Return how it stands and what to do, or None where all is as it should be."""
    return _WORDS.get(standing)
