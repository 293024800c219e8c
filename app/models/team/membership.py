"""Who may send: a device that the roster lists as active, and why another one may not."""

from typing import TYPE_CHECKING

from app.errors import Conflict
from app.models.team.devices import Devices
from app.models.team.roster import Member, Roster
from app.models.team.standing import Standing, standing_of
from app.models.words import short_date
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_NEW_CARD = Text(
    "Giv projektlederen denne computers visitkort, og hent den nye deltagerliste.",
    "Give the lead this computer's card, and get the new roster.",
)


def require_member(store: "Store", roster: Roster, what: Text) -> None:
    """Refuse to write what the lead would refuse; ``what`` says what was not done.

    Raises:
        Conflict: this device is not on the roster, or was taken off it; says when, and what to do.
    """
    member = roster.member(Devices(store).current().id)
    if member is None:
        restored = standing_of(store, roster) is Standing.RESTORED
        raise Conflict(what, _RESTORED if restored else _UNKNOWN, _NEW_CARD)
    if not member.is_active:
        raise Conflict(what, *_gone(roster, member))


_UNKNOWN = Text(
    "Projektlederen har ikke taget denne computer med på deltagerlisten endnu.",
    "The lead has not taken this computer into the roster yet.",
)
_RESTORED = Text(
    "Data er gendannet fra en sikkerhedskopi, eller en kopi af dem har sendt fra en anden computer; så"
    " er computeren en ny, som ikke er på deltagerlisten endnu.",
    "The data were restored from a backup, or a copy of them sent from another computer, which makes"
    " this a new computer that is not on the roster yet.",
)


def _gone(roster: Roster, member: Member) -> tuple[Text, Text]:
    """Return that a device was taken off the roster, with all that the roster tells of it."""
    assert member.revoked_on is not None, (
        "a roster tells the day of every device that belongs no more"
    )
    day, lead = short_date(member.revoked_on), roster.lead.card.name
    if member.replaced_by:
        return (
            Text(
                f"Computeren blev afløst {day}: dens data er gendannet eller kopieret, og den"
                " anden computer med dem er med i projektet i stedet.",
                f"This computer was replaced on {day}: its data were restored or copied, and the"
                " other computer with them belongs to the project instead.",
            ),
            Text(
                f"Send fra den gendannede. Er den ikke din, så ring til {lead}, projektlederen.",
                f"Send from the restored one. If it is not yours, call {lead}, the lead.",
            ),
        )
    return (
        Text(
            f"Projektlederen har taget denne computer af deltagerlisten {day}: den er spærret."
            f" Projektleder er nu {lead}.",
            f"The lead took this computer off the roster on {day}: it is revoked. The lead now is"
            f" {lead}.",
        ),
        Text(
            f"Ring til {lead}. Skal computeren med igen, så gendan en sikkerhedskopi, og giv"
            " projektlederen det nye visitkort; det gamle kan ikke bruges. Månederne ligger her endnu.",
            f"Call {lead}. For the computer to come back, restore a backup and give the lead the new"
            " card; the old one cannot be used. The months are still here.",
        ),
    )
