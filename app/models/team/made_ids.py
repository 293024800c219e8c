"""Ids of what is made from reports: the same report gives the same ids, in whatever order it came."""

import hashlib

from app.models.types import RecordId


def made_id(*parts: str) -> RecordId:
    """Return an id in the text form of a UUID, drawn from what it is made of."""
    text = "\0".join(parts).encode()
    digits = hashlib.blake2b(text, digest_size=16, person=b"vejviser-made").hexdigest()
    return RecordId("-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])))
