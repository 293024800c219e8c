"""The lead's receipt: which letters of a laptop were taken, and which were refused and why."""

from typing import Annotated

import msgspec
from msgspec import Meta

from app.models.team.cards import format_of
from app.models.team.refusing import Reason, refused_letter

FORMAT = "vejviser-receipt/1"
MOST_LETTERS = 10_000
_LARGEST = 4 * 1024 * 1024


class Answered(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One letter, named by its hash; ``reason`` is empty where it was taken."""

    hash: Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
    reason: Annotated[str, Meta(pattern=r"\A[a-z_]{0,40}\Z")] = ""


class Receipt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the lead made of one laptop's letters. No figures: a counsellor sees none of others."""

    format: str = FORMAT
    letters: Annotated[tuple[Answered, ...], Meta(max_length=MOST_LETTERS)]


def encode_receipt(receipt: Receipt) -> bytes:
    """Return the content of a letter that brings a receipt."""
    return msgspec.json.encode(receipt)


def decode_receipt(payload: bytes) -> Receipt:
    """Return the receipt in a letter; raise Refused where it is none."""
    told = format_of(payload) if len(payload) <= _LARGEST else ""
    if told != FORMAT and told.startswith("vejviser-receipt/"):
        raise refused_letter(Reason.NEWER_FORMAT)
    try:
        receipt = msgspec.json.decode(payload[:_LARGEST], type=Receipt)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise refused_letter(Reason.DAMAGED) from error
    if receipt.format != FORMAT:
        raise refused_letter(Reason.DAMAGED)
    return receipt
