"""Who may send what to whom, and whether a letter keeps to it."""

import msgspec

from app.export.letters.letter import Kind, Letter, open_sealed, read_letter
from app.models.team.refusing import Reason, Refused, refused_letter
from app.models.team.roster import Member, Roster, TeamRole
from app.models.team.senders import called
from app.models.team.team_key import key_recipients

SENDERS: dict[Kind, TeamRole] = {
    Kind.SUMMARY: TeamRole.COUNSELLOR,
    Kind.KEY: TeamRole.COUNSELLOR,
    Kind.RECEIPT: TeamRole.LEAD,
    Kind.ROSTER: TeamRole.LEAD,
    Kind.PACKAGE: TeamRole.LEAD,
}
"""Who sends letters of each kind."""


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """A letter and the member who wrote it; ``called`` tells whose computer that is."""

    letter: Letter
    sender: Member
    called: str


class RevokedSender(Refused):
    """What was ``opened`` is what its sender wrote, who belongs no longer.

    So it can be known again where it was taken before, and its sender can be told.
    """

    def __init__(self, opened: Opened) -> None:
        known = refused_letter(Reason.REVOKED_SENDER)
        super().__init__(known.reason, known.what)
        self.opened = opened


def open_letter(
    data: bytes, identities: tuple[str, ...], recipients: tuple[str, ...], roster: Roster
) -> Opened:
    """Open a sealed file, read the letter in it and check its sender: all there is to check.

    ``identities`` and ``recipients`` are those of :class:`~app.models.team.devices.Devices`.

    Raises:
        Refused: for every reason that :mod:`app.models.team.refusing` names of a letter.
    """
    letter = read_letter(open_sealed(data, identities))
    sender = verify_sender(letter, roster, *recipients)
    return Opened(letter=letter, sender=sender, called=called(roster, sender))


def verify_sender(letter: Letter, roster: Roster, *my_recipients: str) -> Member:
    """Return the member who wrote the letter, if it was written to us and may be believed.

    Whether its number is the next one is the business of whoever keeps the letters.

    Raises:
        Refused: another project, written to somebody else, an unknown or revoked sender, another
            key than the roster's, a kind of letter that the sender may not send, or figures that are
            not for the lead and the recovery key.
    """
    header = letter.header
    if header.project_id != roster.project_id:
        raise refused_letter(Reason.WRONG_PROJECT)
    # What names no recipients is open to all: read_letter lets that pass for such kinds only.
    if header.recipients and not set(my_recipients) & set(header.recipients):
        raise refused_letter(Reason.NOT_FOR_YOU)
    member = roster.member(header.sender)
    if member is None:
        raise refused_letter(Reason.UNKNOWN_SENDER)
    if member.card.sign_key != header.sign_key:
        raise refused_letter(Reason.BAD_SIGNATURE)
    if _is_revoked(member, letter):
        raise RevokedSender(Opened(letter=letter, sender=member, called=called(roster, member)))
    if member.role is not SENDERS[header.kind]:
        raise refused_letter(Reason.WRONG_ROLE)
    if header.kind is Kind.SUMMARY and not _is_to_both(header.recipients, roster):
        raise refused_letter(Reason.NOT_TO_BOTH)
    return member


def recipients_of(kind: Kind, roster: Roster, me: str, device: str = "") -> tuple[str, ...]:
    """Return to whom the device ``me`` seals a letter of a kind; ``device`` gets a receipt.

    A summary goes to the lead and the recovery key, the team key to the other counsellors alone.
    Nobody is named for what everybody may read. Where there are more than
    :data:`~app.export.letters.letter.MOST_RECIPIENTS`, several letters are needed.
    """
    if kind is Kind.SUMMARY:
        return (roster.lead.card.recipient, roster.recovery.recipient)
    if kind is Kind.KEY:
        return key_recipients(roster, me)
    if kind is Kind.RECEIPT:
        member = roster.member(device)
        return (member.card.recipient,) if member is not None else ()
    return ()


def _is_to_both(recipients: tuple[str, ...], roster: Roster) -> bool:
    """Tell whether a summary can be read by a lead, who may be one of before, and with the project's code."""
    leads = {one.card.recipient for one in roster.members if one.role is TeamRole.LEAD}
    return roster.recovery.recipient in recipients and not leads.isdisjoint(recipients)


def _is_revoked(member: Member, letter: Letter) -> bool:
    """Tell whether a letter is none that still counts: by its number where that is known, else its day."""
    header = letter.header
    if member.last_letter is not None:
        return header.seq > member.last_letter
    if member.revoked_on is None:
        return False
    if member.replaced_by or member.role is TeamRole.LEAD:
        # What was written on the day of the restore or of the change of lead still counts.
        return header.made_at > member.revoked_on
    return header.made_at >= member.revoked_on
