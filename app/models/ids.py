"""Record identifiers: UUID version 7 (RFC 9562), which sort by the time they were made."""

import os
import time

_RANDOM_BITS, _RANDOM_BYTES = 74, 10


def new_id() -> str:
    """Return a new UUIDv7 in its canonical text form."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(_RANDOM_BYTES)) >> (8 * _RANDOM_BYTES - _RANDOM_BITS)
    value = (milliseconds & ((1 << 48) - 1)) << 80
    value |= 0x7 << 76
    value |= (random >> 62) << 64
    value |= 0b10 << 62
    value |= random & ((1 << 62) - 1)
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
