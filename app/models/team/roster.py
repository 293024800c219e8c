"""The roster (deltagerliste): who belongs to a project, signed by its lead.

The recovery key says who the lead of a term is (``endorsement``), the lead signs every version. So a
laptop that missed some versions, even a change of lead, can check the newest one by itself: it needs
to know the project's id alone, which is a hash of the recovery key.
"""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from app.errors import UserError
from app.models.team.cards import Card, DeviceIdOrNone, format_of, verify_card
from app.models.team.recovery import Recovery
from app.models.team.refusing import Reason, refused_roster
from app.models.team.signing import SIGNATURE_BYTES, Label, digest, is_recipient, is_signed

FORMAT = "vejviser-roster/1"
LARGEST_ROSTER = 4 * 1024 * 1024
MOST_MEMBERS = 5000

Signature = Annotated[bytes, Meta(max_length=SIGNATURE_BYTES)]


class TeamRole(StrEnum):
    """What a member does."""

    COUNSELLOR = "counsellor"
    LEAD = "lead"


class Status(StrEnum):
    """Whether a device still belongs."""

    ACTIVE = "active"
    REVOKED = "revoked"


class Member(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One device and whose it is.

    Of a revoked device the letters up to the number ``last_letter`` count, whatever their date, and
    none above it: a thief can write any date. Where no number is known, those dated ``revoked_on`` or
    later are refused; of a replaced device and of a lead those dated later. ``replaced_by`` is the
    device that continues this one, or empty.
    """

    card: Card
    role: TeamRole
    status: Status = Status.ACTIVE
    revoked_on: date | None = None
    last_letter: Annotated[int, Meta(ge=0)] | None = None
    replaced_by: DeviceIdOrNone = ""

    @property
    def is_active(self) -> bool:
        """Whether the device belongs today."""
        return self.status is Status.ACTIVE


class Roster(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One version of the list; members in the order in which they came.

    ``term`` counts the leads from 1, ``version`` the versions from 1 over all terms; ``previous`` is
    the hash of the version before, empty for the first.
    """

    format: str = FORMAT
    project_id: Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
    project: Annotated[str, Meta(min_length=1, max_length=200)]
    term: Annotated[int, Meta(ge=1, le=1_000_000)]
    version: Annotated[int, Meta(ge=1, le=1_000_000_000)]
    previous: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")]
    made_on: date
    recovery: Recovery
    members: Annotated[tuple[Member, ...], Meta(max_length=MOST_MEMBERS)]
    endorsement: Signature
    signature: Signature = b""

    @property
    def hash(self) -> str:
        """The identity of this version."""
        return digest(encode_roster(self))

    @property
    def lead(self) -> Member:
        """The lead of this term."""
        return next(one for one in self.members if one.role is TeamRole.LEAD and one.is_active)

    @property
    def counsellors(self) -> tuple[Member, ...]:
        """The counsellors' devices that belong today, in the order in which they came."""
        return tuple(
            one for one in self.members if one.role is TeamRole.COUNSELLOR and one.is_active
        )

    def member(self, device: str) -> Member | None:
        """Return the member with this device, revoked or not."""
        return self._by_device.get(device)

    def predecessor(self, device: str) -> Member | None:
        """Return the member whose device this one continues, or None."""
        return self._by_successor.get(device)

    def with_initials(self, initials: str) -> tuple[Member, ...]:
        """Return the members with these initials, in capitals or not."""
        return self._by_initials.get(initials.casefold(), ())

    # Every letter asks, and a country has a thousand members: so each index is made once.
    @cached_property
    def _by_device(self) -> dict[str, Member]:
        return {one.card.device: one for one in reversed(self.members)}

    @cached_property
    def _by_successor(self) -> dict[str, Member]:
        return {one.replaced_by: one for one in reversed(self.members) if one.replaced_by}

    @cached_property
    def _by_initials(self) -> dict[str, tuple[Member, ...]]:
        found: dict[str, tuple[Member, ...]] = {}
        for one in self.members:
            initials = one.card.initials.casefold()
            found[initials] = (*found.get(initials, ()), one)
        return found


class Verdict(StrEnum):
    """What a sound roster is to somebody who knows another one, or none."""

    FIRST = "first"
    NEWER = "newer"
    KNOWN = "known"


def encode_roster(roster: Roster) -> bytes:
    """Return the bytes of a roster; there is only one way to write it."""
    return msgspec.json.encode(roster)


def decode_roster(data: bytes) -> Roster:
    """Return the roster in ``data`` after checking all signatures in it (:func:`verify_roster`).

    Raises:
        Refused: it is no roster, too large, of a newer format, damaged, or not signed as it must be.
    """
    if len(data) > LARGEST_ROSTER:
        raise refused_roster(Reason.TOO_LARGE)
    data = data.strip()
    told = format_of(data)
    if told != FORMAT:
        newer = told.startswith("vejviser-roster/")
        raise refused_roster(Reason.NEWER_FORMAT if newer else Reason.NOT_A_ROSTER)
    try:
        roster = msgspec.json.decode(data, type=Roster)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise refused_roster(Reason.DAMAGED) from error
    if encode_roster(roster) != data:
        raise refused_roster(Reason.DAMAGED)
    verify_roster(roster)
    return roster


def verify_roster(roster: Roster, verified: frozenset[Card] = frozenset()) -> None:
    """Check what a roster can prove of itself; whether it is the newest is :func:`judge`'s question.

    The project's id is that of its recovery key, which named this lead, who signed this version; every
    card is signed by its own device; no device or key stands there twice. Cards that were ``verified``
    before are not verified again: a roster of a thousand has a thousand.

    Raises:
        Refused: one of these is not so.
    """
    if roster.format != FORMAT or not roster.project.strip().isprintable():
        raise refused_roster(Reason.DAMAGED)
    if roster.recovery.project_id != roster.project_id:
        raise refused_roster(Reason.BAD_SIGNATURE)
    _verify_members(roster, verified)
    lead = roster.lead.card.sign_key
    said = endorsed(roster.project_id, roster.term, lead)
    if not is_signed(roster.recovery.sign_key, Label.LEAD, said, roster.endorsement):
        raise refused_roster(Reason.BAD_SIGNATURE)
    if not is_signed(lead, Label.ROSTER, signed_bytes(roster), roster.signature):
        raise refused_roster(Reason.BAD_SIGNATURE)


def endorsed(project_id: str, term: int, sign_key: bytes) -> bytes:
    """Return what the recovery key signs to make the owner of ``sign_key`` the lead of a term."""
    return msgspec.json.encode([project_id, term, sign_key])


def signed_bytes(roster: Roster) -> bytes:
    """Return what the lead signs: everything but the signature."""
    return encode_roster(replace(roster, signature=b""))


def judge(known: Roster | None, new: Roster) -> Verdict:
    """Tell what a verified roster is to somebody who knows ``known``.

    Raises:
        Refused: it belongs to another project, is older, or contradicts what is known: a different
            one of the same number, or another lead in the same term.
    """
    if known is None:
        return Verdict.FIRST
    if new.project_id != known.project_id:
        raise refused_roster(Reason.WRONG_PROJECT)
    place, known_place = (new.term, new.version), (known.term, known.version)
    if place < known_place:
        raise refused_roster(Reason.OLDER)
    if new.term == known.term and new.lead.card.sign_key != known.lead.card.sign_key:
        raise refused_roster(Reason.FORKED)
    if place == known_place:
        if new.hash != known.hash:
            raise refused_roster(Reason.FORKED)
        return Verdict.KNOWN
    follows = new.term == known.term and new.version == known.version + 1
    if follows and new.previous != known.hash:
        raise refused_roster(Reason.FORKED)
    return Verdict.NEWER


def _verify_members(roster: Roster, verified: frozenset[Card]) -> None:
    cards = [member.card for member in roster.members]
    leads = [one for one in roster.members if one.role is TeamRole.LEAD and one.is_active]
    for values in (
        [card.device for card in cards],
        [card.sign_key for card in cards],
        [card.recipient for card in cards],
    ):
        if len(set(values)) != len(values):
            raise refused_roster(Reason.DAMAGED)
    dated = all(one.is_active == (one.revoked_on is None) for one in roster.members)
    if len(leads) != 1 or not dated or not is_recipient(roster.recovery.recipient):
        raise refused_roster(Reason.DAMAGED)
    for card in cards:
        if card in verified:
            continue
        try:
            verify_card(card)
        except UserError as error:
            raise refused_roster(Reason.BAD_SIGNATURE) from error
