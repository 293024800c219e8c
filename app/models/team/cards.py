"""The card (visitkort) of a device: its public keys and whose they are, signed by itself.

A card proves nothing about who made it: anybody can sign a card with a name on it. That is what its
ten words are for, which two people compare over the telephone (:mod:`app.models.team.fingerprint`).
"""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta
from msgspec.structs import replace

from app.models.team.refusing import Reason, refused_card
from app.models.team.signing import (
    SIGN_KEY_BYTES,
    SIGNATURE_BYTES,
    Label,
    is_recipient,
    is_signed,
    short_digest,
    sign,
)

FORMAT = "vejviser-card/1"
LARGEST_CARD = 4096
"""Bytes of a card; also what fits into a QR code."""

FINGERPRINT_BYTES = 10

_UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
DeviceId = Annotated[str, Meta(pattern=rf"\A{_UUID}\Z")]
DeviceIdOrNone = Annotated[str, Meta(pattern=rf"\A({_UUID})?\Z")]
"""The id of a device, or an empty text."""


class Card(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a device tells others of itself.

    ``replaces`` is the device that this one continues after a restore, or empty; that one signed,
    too (``old_signature``). Both signatures are over all other fields.
    """

    format: str = FORMAT
    device: DeviceId
    initials: Annotated[str, Meta(min_length=1, max_length=12)]
    name: Annotated[str, Meta(min_length=1, max_length=80)]
    sign_key: Annotated[bytes, Meta(min_length=SIGN_KEY_BYTES, max_length=SIGN_KEY_BYTES)]
    recipient: Annotated[str, Meta(max_length=80)]
    made_on: date
    replaces: DeviceIdOrNone = ""
    signature: Annotated[bytes, Meta(max_length=SIGNATURE_BYTES)] = b""
    old_signature: Annotated[bytes, Meta(max_length=SIGNATURE_BYTES)] = b""

    @property
    def fingerprint(self) -> bytes:
        """The 80 bits by which people know the card: of the device and its two public keys."""
        public = msgspec.json.encode([self.device, self.sign_key, self.recipient])
        return short_digest(public, FINGERPRINT_BYTES, b"vejviser card")


class _Opening(msgspec.Struct):
    """What every format of ours begins with."""

    format: str = ""


def format_of(data: bytes) -> str:
    """Return the format that a JSON file names, empty where it names none."""
    try:
        return msgspec.json.decode(data, type=_Opening).format
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ""


def signed_card(card: Card, seed: bytes, old_seed: bytes = b"") -> Card:
    """Return the card with the signature of its device, and of the one that it replaces."""
    facts = _facts(card)
    old = sign(old_seed, Label.SUCCESSION, facts) if old_seed else b""
    return replace(card, signature=sign(seed, Label.CARD, facts), old_signature=old)


def encode_card(card: Card) -> bytes:
    """Return the bytes of a card; there is only one way to write it."""
    return msgspec.json.encode(card)


def decode_card(data: bytes) -> Card:
    """Return the card in ``data`` after checking its own signature.

    White space around it is let pass: cards travel by e-mail.

    Raises:
        Refused: it is no card, too large, of a newer format, damaged or not signed by its device.
    """
    if len(data) > LARGEST_CARD:
        raise refused_card(Reason.TOO_LARGE)
    data = data.strip()
    told = format_of(data)
    if told != FORMAT:
        newer = told.startswith("vejviser-card/")
        raise refused_card(Reason.NEWER_FORMAT if newer else Reason.NOT_A_CARD)
    try:
        card = msgspec.json.decode(data, type=Card)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise refused_card(Reason.DAMAGED) from error
    if encode_card(card) != data:
        raise refused_card(Reason.DAMAGED)
    verify_card(card)
    return card


def verify_card(card: Card) -> None:
    """Check that a card can be used and that its own device signed it; raise Refused if not."""
    sayable = card.initials.strip().isprintable() and card.name.strip().isprintable()
    named = card.initials.strip() and card.name.strip()
    if card.format != FORMAT or not (named and sayable and is_recipient(card.recipient)):
        raise refused_card(Reason.DAMAGED)
    if bool(card.replaces) != bool(card.old_signature) or card.replaces == card.device:
        raise refused_card(Reason.DAMAGED)
    if not is_signed(card.sign_key, Label.CARD, _facts(card), card.signature):
        raise refused_card(Reason.BAD_SIGNATURE)


def is_successor(card: Card, old: Card) -> bool:
    """Tell whether ``card`` continues the device of ``old``, with its signature."""
    return card.replaces == old.device and is_signed(
        old.sign_key, Label.SUCCESSION, _facts(card), card.old_signature
    )


def _facts(card: Card) -> bytes:
    return msgspec.json.encode(replace(card, signature=b"", old_signature=b""))
