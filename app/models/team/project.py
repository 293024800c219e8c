"""What a lead does with a project: create it, take members in, revoke them, take it over."""

from datetime import date
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.errors import Conflict, NotFound, UserError
from app.models import recovery_code
from app.models.clock import local_today
from app.models.team.cards import Card, is_successor, verify_card
from app.models.team.devices import DeviceKeys, Devices
from app.models.team.recovery import RecoveryKeys, recovery_keys
from app.models.team.refusing import Reason, refused_card, refused_roster
from app.models.team.roster import (
    Member,
    Roster,
    Status,
    TeamRole,
    endorsed,
    judge,
    signed_bytes,
    verify_roster,
)
from app.models.team.rosters import Rosters
from app.models.team.signing import Label, sign
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_NOT_CREATED = Text("Projektet blev ikke oprettet.", "The project was not created.")
_NOT_TAKEN_OVER = Text("Projektet blev ikke overtaget.", "The project was not taken over.")
_NOT_CHANGED = Text("Deltagerlisten blev ikke ændret.", "The roster was not changed.")


def create_project(store: "Store") -> tuple[Roster, str]:
    """Make this installation the lead's, and return the first roster and the recovery code.

    The code is kept nowhere: whoever calls shows or prints it now. The project has the name that the
    installation gave it.

    Raises:
        Conflict: there is a project already, or contacts are registered here; nothing is changed.
    """
    devices, rosters = Devices(store), Rosters(store)
    with store.atomic():
        if rosters.current() is not None:
            raise Conflict(
                _NOT_CREATED,
                Text(
                    "Denne computer hører allerede til et fælles projekt.",
                    "This computer belongs to a shared project already.",
                ),
                Text("Brug en anden datamappe.", "Use another data folder."),
            )
        _require_no_contacts(store, _NOT_CREATED)
        code = recovery_code.generate()
        recovery = recovery_keys(code)
        roster = Roster(
            project_id=recovery.public.project_id,
            project=store.settings.project,
            term=1,
            version=1,
            previous="",
            made_on=_today(store),
            recovery=recovery.public,
            members=(Member(card=devices.card(), role=TeamRole.LEAD),),
            endorsement=b"",
        )
        roster = _signed(_endorsed(roster, recovery, devices.current()), devices.current())
        rosters.take(roster)
        store.settings.set("role", TeamRole.LEAD.value)
    return roster, code


def accept_card(store: "Store", card: Card) -> Roster:
    """Take a counsellor's device in, and return the new roster; the same card again changes nothing.

    Its ten words must have been compared before. A card that continues another device, signed with
    that one's key, replaces it. A member's card with another name on it replaces the old card.

    Raises:
        Refused: the card is not sound, its device was revoked, or it contradicts another card.
        UserError: this is not the lead's installation.
    """
    verify_card(card)
    with store.atomic():
        known = _my_roster(store)
        members = _with_card(known, card, _today(store))
        return known if members == known.members else _next_version(store, known, members)


def revoke(
    store: "Store", device: str, on: date | None = None, last_letter: int | None = None
) -> Roster:
    """Let a device belong no longer, from ``on`` (today) on, and return the new roster.

    ``last_letter`` is the number of the last letter that was certainly written by its owner, where
    it is known; then everything up to it counts and nothing above it, whatever the dates.

    Raises:
        NotFound: no active counsellor's device has this id.
        UserError: this is not the lead's installation.
    """
    with store.atomic():
        known = _my_roster(store)
        member = known.member(device)
        if member is None or not member.is_active or member.role is TeamRole.LEAD:
            raise NotFound(
                _NOT_CHANGED,
                Text(
                    "Ingen vejleders aktive computer har dette id.",
                    "No counsellor's active computer has this id.",
                ),
                Text("Se efter på deltagerlisten.", "Look at the roster."),
            )
        gone = replace(
            member,
            status=Status.REVOKED,
            revoked_on=on or _today(store),
            last_letter=last_letter,
        )
        return _next_version(store, known, _exchanged(known.members, gone))


def take_over(store: "Store", code: str, roster: Roster | None = None) -> Roster:
    """Make this installation the lead's with the printed code, and return the roster to hand out.

    ``roster`` is the newest one that can be found; without it the one known here. The lead before is
    revoked. From then on this installation opens what was sealed to the recovery key, too: all that
    was sent to the lead before.

    Raises:
        MistypedCode: a slip in the code.
        Refused: the code is another project's, or the roster is not sound or older than the one here.
        Conflict: contacts are registered here; nothing is changed.
    """
    recovery = recovery_keys(code)
    devices, rosters = Devices(store), Rosters(store)
    with store.atomic():
        if roster is not None:
            verify_roster(roster)
            judge(rosters.current(), roster)
        known = roster or rosters.require()
        if recovery.public != known.recovery:
            raise refused_roster(Reason.WRONG_CODE)
        _require_no_contacts(store, _NOT_TAKEN_OVER)
        mine, today = devices.card(), _today(store)
        members = tuple(_retired_lead(one, mine, today) for one in known.members)
        successor = replace(
            known,
            term=known.term + 1,
            version=known.version + 1,
            previous=known.hash,
            made_on=today,
            members=(
                *(one for one in members if one.card.device != mine.device),
                Member(card=mine, role=TeamRole.LEAD),
            ),
        )
        successor = _endorsed(successor, recovery, devices.current())
        successor = _signed(successor, devices.current())
        rosters.take(successor)
        devices.keep_recovery_identity(recovery.identity)
        store.settings.set("role", TeamRole.LEAD.value)
    return successor


def _my_roster(store: "Store") -> Roster:
    """Return the roster that this installation may sign the next version of."""
    known = Rosters(store).require()
    if not store.settings.is_lead or known.lead.card.device != Devices(store).current().id:
        raise UserError(
            _NOT_CHANGED,
            Text(
                "Kun projektlederens computer kan ændre den.",
                "Only the lead's computer can change it.",
            ),
            Text(
                "Er projektlederens data gendannet, så overtag projektet med dets kode.",
                "If the lead's data were restored, take the project over with its code.",
            ),
        )
    return known


def _with_card(known: Roster, card: Card, today: date) -> tuple[Member, ...]:
    same = known.member(card.device)
    if same is not None:
        keys = (card.sign_key, card.recipient, card.replaces)
        if keys != (same.card.sign_key, same.card.recipient, same.card.replaces):
            raise refused_card(Reason.FORKED)
        if not same.is_active:
            raise refused_card(Reason.ALREADY_REVOKED)
        return _exchanged(known.members, replace(same, card=card))
    for one in known.members:
        if card.sign_key == one.card.sign_key or card.recipient == one.card.recipient:
            raise refused_card(Reason.FORKED)
    members = known.members
    old = known.member(card.replaces) if card.replaces else None
    if old is not None:
        members = _exchanged(members, _continued(old, card, today))
    return (*members, Member(card=card, role=TeamRole.COUNSELLOR))


def _continued(old: Member, card: Card, today: date) -> Member:
    """Return the member whose device goes on as that of ``card``."""
    if not is_successor(card, old.card):
        raise refused_card(Reason.BAD_SIGNATURE)
    if old.replaced_by:
        raise refused_card(Reason.FORKED)  # the same backup was put back on two laptops
    if old.role is TeamRole.LEAD and old.is_active:
        raise refused_card(Reason.WRONG_ROLE)
    if not old.is_active:
        return replace(old, replaced_by=card.device)
    ends = min(card.made_on, today)
    return replace(old, status=Status.REVOKED, revoked_on=ends, replaced_by=card.device)


def _retired_lead(member: Member, new_lead: Card, today: date) -> Member:
    if member.role is not TeamRole.LEAD or not member.is_active:
        return member
    follows = is_successor(new_lead, member.card)
    return replace(
        member,
        status=Status.REVOKED,
        revoked_on=today,
        replaced_by=new_lead.device if follows else "",
    )


def _exchanged(members: tuple[Member, ...], new: Member) -> tuple[Member, ...]:
    return tuple(new if one.card.device == new.card.device else one for one in members)


def _next_version(store: "Store", known: Roster, members: tuple[Member, ...]) -> Roster:
    roster = replace(
        known,
        project=store.settings.project,
        version=known.version + 1,
        previous=known.hash,
        made_on=_today(store),
        members=members,
    )
    roster = _signed(roster, Devices(store).current())
    Rosters(store).take(roster)
    return roster


def _endorsed(roster: Roster, recovery: RecoveryKeys, lead: DeviceKeys) -> Roster:
    said = endorsed(roster.project_id, roster.term, lead.sign_key)
    return replace(roster, endorsement=sign(recovery.seed, Label.LEAD, said))


def _signed(roster: Roster, lead: DeviceKeys) -> Roster:
    return replace(roster, signature=lead.sign(Label.ROSTER, signed_bytes(roster)))


def _today(store: "Store") -> date:
    return local_today(store.clock)


def _require_no_contacts(store: "Store", what: Text) -> None:
    """Refuse where contacts were registered; those of a lead who was restored are laptops' reports."""
    if not store.settings.is_lead and store.inquiries.count():
        raise Conflict(
            what,
            Text(
                "Her er registreret henvendelser. Projektlederens data må ikke rumme egne.",
                "Contacts are registered here. The lead's data may not hold own ones.",
            ),
            Text(
                "Brug en ny datamappe til projektlederens tal.",
                "Use a new data folder for the lead's figures.",
            ),
        )
