"""Order marks: they sort one person's contacts of a month across laptops and tell no day.

A month has a slot for every minute. The mark of a slot is a beginning that nobody can guess, and
the sum of pseudo-random, very unequal steps, as many as slots have passed. All of it is drawn under
the team key for this token and this month, so that every laptop gives the same slot the same mark,
while marks of two persons or of two months have nothing to do with each other.
"""

import hashlib
from datetime import date
from itertools import accumulate

MINUTES = 24 * 60
_SLOTS_OF_DAY = MINUTES + 1
"""One more than minutes: what has no time of day comes before everything that has one."""

_BITS = 40
_BEGINNING_BYTES = 8
_BEGINNING_SPARED = 2
"""The beginning lies below 2^62, the sum of all steps of a month below 2^55: both fit in 63 bits."""

_STEPS = tuple(1 << (byte % _BITS) for byte in range(256))

LARGEST_MARK = (1 << 63) - 1


class OrderMarks:
    """The marks of one token in one month."""

    def __init__(self, team_key: bytes, token: str, month: str) -> None:
        seed = hashlib.blake2b(
            f"{token}\0{month}".encode(), key=team_key, person=b"vejviser-order"
        ).digest()
        stream = hashlib.shake_256(seed).digest(_BEGINNING_BYTES + 31 * _SLOTS_OF_DAY)
        self._beginning = int.from_bytes(stream[:_BEGINNING_BYTES]) >> _BEGINNING_SPARED
        self._steps = stream[_BEGINNING_BYTES:]

    def of(self, day: date, time: str) -> int:
        """Return the mark of a contact; ``time`` is HH:MM or empty."""
        passed = self._steps[: slot(day, time) + 1]
        return self._beginning + sum(map(_STEPS.__getitem__, passed))

    def of_all(self) -> tuple[int, ...]:
        """Return the mark of every slot of the month, for those who look at how they lie."""
        return tuple(accumulate((_STEPS[byte] for byte in self._steps), initial=self._beginning))[
            1:
        ]


def slot(day: date, time: str) -> int:
    """Return the number of slots of the month that lie before a contact."""
    minutes = 0 if not time else 1 + 60 * int(time[:2]) + int(time[3:])
    return (day.day - 1) * _SLOTS_OF_DAY + minutes
