"""A letter: what travels from one laptop to another, signed inside and sealed outside.

The inner form is a first line, the header (JSON), the sender's signature over it, and the compressed
payload, which the header binds by its hash. The outer form is an age file. The header names the
recipients and is signed, so a letter that is sealed anew to somebody else is known as passed on. The
format is described in docs/letter.md.
"""

import re
import zlib
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
import pyrage
from msgspec import Meta

from app.models.team.cards import DeviceId
from app.models.team.devices import DeviceKeys
from app.models.team.refusing import Reason, refused_letter
from app.models.team.signing import (
    SIGN_KEY_BYTES,
    SIGNATURE_BYTES,
    Label,
    digest,
    is_recipient,
    is_signed,
)

FORMAT = "vejviser-letter/1"
LARGEST_FILE = 16 * 1024 * 1024
LARGEST_HEADER = 16 * 1024
LARGEST_PAYLOAD = 64 * 1024 * 1024
MOST_RECIPIENTS = 200

_FIRST_LINE = b"VEJVISER-LETTER/1\n"
_ANY_FIRST_LINE = re.compile(rb"VEJVISER-LETTER/\d{1,6}\n")
_LARGEST_AGE_HEAD = 64 * 1024
_LENGTH_BYTES = 4
_LEVEL = 9

Hash = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]


class Kind(StrEnum):
    """What a letter brings."""

    SUMMARY = "summary"
    RECEIPT = "receipt"
    KEY = "key"
    ROSTER = "roster"
    PACKAGE = "package"


OPEN_KINDS = frozenset({Kind.ROSTER, Kind.PACKAGE})
"""What may travel signed and not sealed, to everybody: it then names no recipients."""


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a letter says of itself; all of it is signed.

    ``sender`` is a device, ``sign_key`` the key that it signed with, ``recipients`` whom it is sealed
    to (``age1…``; none for what everybody may read). ``seq`` numbers the sender's letters from 1,
    ``previous`` is the hash of the one before; ``follows`` is the number of the sender's summary before
    this one, so that the lead knows what is missing. ``month`` (``YYYY-MM``) and ``revision`` tell what a
    summary is of. ``made_at`` is a day (UTC), without a time of day. ``payload_hash`` is of the
    payload as it travels, compressed; ``payload_size`` counts its bytes before that.
    """

    format: str = FORMAT
    kind: Kind
    project_id: Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
    sender: DeviceId
    sign_key: Annotated[bytes, Meta(min_length=SIGN_KEY_BYTES, max_length=SIGN_KEY_BYTES)]
    recipients: Annotated[tuple[str, ...], Meta(max_length=MOST_RECIPIENTS)]
    seq: Annotated[int, Meta(ge=1, le=2**53)]
    previous: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")] = ""
    follows: Annotated[int, Meta(ge=0, le=2**53)] = 0
    month: Annotated[str, Meta(pattern=r"\A([0-9]{4}-(0[1-9]|1[0-2]))?\Z")] = ""
    revision: Annotated[int, Meta(ge=0, le=10_000)] = 0
    made_at: date
    payload_hash: Hash
    payload_size: Annotated[int, Meta(ge=0)]


class Letter(msgspec.Struct, frozen=True, kw_only=True):
    """A letter that was read: signed with the key that its header names, and whole.

    Whose key that is, only :func:`~app.export.letters.senders.verify_sender` tells. ``hash`` is the
    identity of the letter: BLAKE2b-256 over header and signature, in hex.
    """

    header: Header
    payload: bytes
    signature: bytes
    hash: str


def write_letter(
    keys: DeviceKeys,
    payload: bytes,
    *,
    kind: Kind,
    project_id: str,
    recipients: tuple[str, ...],
    made_at: date,
    month: str = "",
    revision: int = 0,
) -> tuple[bytes, str]:
    """Return the inner form of the next letter of a device, and its hash.

    The letter has the number after ``keys.last_seq``; whoever sends it notes that with
    :meth:`~app.models.team.devices.Devices.note_letter` in the transaction that keeps the letter.
    """
    if len(payload) > LARGEST_PAYLOAD:
        raise refused_letter(Reason.TOO_LARGE)
    packed = zlib.compress(payload, _LEVEL)
    header = Header(
        kind=kind,
        project_id=project_id,
        sender=keys.id,
        sign_key=keys.sign_key,
        recipients=recipients,
        seq=keys.last_seq + 1,
        previous=keys.last_hash,
        follows=keys.last_to_lead if kind is Kind.SUMMARY else 0,
        month=month,
        revision=revision,
        made_at=made_at,
        payload_hash=digest(packed),
        payload_size=len(payload),
    )
    return put_together(header, packed, keys)


def put_together(header: Header, packed: bytes, keys: DeviceKeys) -> tuple[bytes, str]:
    """Return the inner form of a header, signed by ``keys``, and a compressed payload; and its hash."""
    head = msgspec.json.encode(header)
    if len(head) > LARGEST_HEADER:
        raise refused_letter(Reason.TOO_LARGE)
    signature = keys.sign(Label.LETTER, head)
    length = len(head).to_bytes(_LENGTH_BYTES, "big")
    inner = b"".join((_FIRST_LINE, length, head, signature, packed))
    return inner, digest(head + signature)


def seal(inner: bytes, recipients: tuple[str, ...]) -> bytes:
    """Return the letter as an age file for these recipients; every call gives other bytes.

    Raises:
        Refused: it would be larger than a letter may be.
    """
    to = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    sealed: bytes = pyrage.encrypt(inner, to)
    if len(sealed) > LARGEST_FILE:
        raise refused_letter(Reason.TOO_LARGE)
    return sealed


def open_sealed(data: bytes, identities: tuple[str, ...]) -> bytes:
    """Return the inner form of an age file that is sealed to one of the identities.

    Raises:
        Refused: it is too large, no age file, damaged, or sealed to others.
    """
    if len(data) > LARGEST_FILE:
        raise refused_letter(Reason.TOO_LARGE)
    if not data.startswith(b"age-encryption.org/"):
        raise refused_letter(Reason.NOT_A_LETTER)
    if not data.startswith(b"age-encryption.org/v1\n"):
        raise refused_letter(Reason.NEWER_FORMAT)
    # Every recipient in the head costs a computation for every identity.
    if data.find(b"\n--- ", 0, _LARGEST_AGE_HEAD) < 0:
        raise refused_letter(Reason.DAMAGED)
    own = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
    try:
        inner: bytes = pyrage.decrypt(data, own)
    except pyrage.DecryptError as error:
        # The library tells these apart in words only.
        to_others = "No matching keys" in str(error)
        reason = Reason.WRONG_RECIPIENT if to_others else Reason.DAMAGED
        raise refused_letter(reason) from error
    return inner


def read_letter(inner: bytes) -> Letter:
    """Return the letter in an inner form, nothing of which is believed before it was checked.

    The payload is decompressed last, when it is known to be the sender's own, and never beyond the
    size that the header tells.

    Raises:
        Refused: it is no letter, of a newer format, damaged, too large, not signed with the key in
            its header, or its payload is not the one that was signed.
    """
    head, signature, packed = _cut(inner)
    try:
        header = msgspec.json.decode(head, type=Header)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise refused_letter(Reason.DAMAGED) from error
    addressed = header.recipients or header.kind in OPEN_KINDS
    sealable = addressed and all(map(is_recipient, header.recipients))
    if header.format != FORMAT or not sealable or msgspec.json.encode(header) != head:
        raise refused_letter(Reason.DAMAGED)
    if not is_signed(header.sign_key, Label.LETTER, head, signature):
        raise refused_letter(Reason.BAD_SIGNATURE)
    if digest(packed) != header.payload_hash:
        raise refused_letter(Reason.PAYLOAD_MISMATCH)
    return Letter(
        header=header,
        payload=_unpacked(packed, header.payload_size),
        signature=signature,
        hash=digest(head + signature),
    )


def _cut(inner: bytes) -> tuple[bytes, bytes, bytes]:
    """Return header, signature and packed payload, without looking into them."""
    if not inner.startswith(_FIRST_LINE):
        newer = _ANY_FIRST_LINE.match(inner)
        raise refused_letter(Reason.NEWER_FORMAT if newer else Reason.NOT_A_LETTER)
    if len(inner) > LARGEST_FILE:
        raise refused_letter(Reason.TOO_LARGE)
    start = len(_FIRST_LINE) + _LENGTH_BYTES
    length = int.from_bytes(inner[len(_FIRST_LINE) : start], "big")
    if length > LARGEST_HEADER:
        raise refused_letter(Reason.TOO_LARGE)
    signed, packed = start + length, start + length + SIGNATURE_BYTES
    if len(inner) < packed:
        raise refused_letter(Reason.DAMAGED)
    return inner[start:signed], inner[signed:packed], inner[packed:]


def _unpacked(packed: bytes, size: int) -> bytes:
    if size > LARGEST_PAYLOAD:
        raise refused_letter(Reason.TOO_LARGE)
    unpacking = zlib.decompressobj()
    try:
        # One byte more than was told is enough to know that it was not the truth.
        payload = unpacking.decompress(packed, size + 1)
    except zlib.error as error:
        raise refused_letter(Reason.DAMAGED) from error
    if len(payload) > size:
        raise refused_letter(Reason.PAYLOAD_MISMATCH)
    if not unpacking.eof or unpacking.unused_data or len(payload) != size:
        raise refused_letter(Reason.DAMAGED)
    return payload
