"""What the week grid is told to show."""

from datetime import date
from typing import Literal

import msgspec

Mode = Literal["day", "week", "month"]

Tone = Literal[
    "planned", "running", "held", "cancelled", "moved", "skipped", "unsettled", "activity"
]
"""What an item is; each tone has a mark or a line of its own, not only a colour."""

DAY = 24 * 60
"""Minutes in the column of a day."""

SNAP = 15
"""Minutes to which an item that is moved, and a new one, keeps."""


class GridItem(msgspec.Struct, frozen=True):
    """One thing with a time.

    ``start`` and ``end`` are minutes after midnight of ``day``; an ``end`` beyond 1440 goes on in
    the column of the next day. ``spoken`` is what a screen reader says; ``note`` is added to the
    tool tip and, for an item with a ``warning``, to what is spoken. ``key`` is unique.
    """

    key: str
    day: date
    start: int
    end: int
    title: str
    detail: str
    spoken: str
    tone: Tone = "planned"
    movable: bool = True
    warning: bool = False
    note: str = ""


class GridDay(msgspec.Struct, frozen=True):
    """One day that is shown; ``note`` names a holiday, ``spoken`` is the whole date in words."""

    day: date
    label: str
    note: str = ""
    closed: bool = False
    spoken: str = ""


def clock(minute: int) -> str:
    """Return minutes after midnight as a time of day, as 09.00; beyond midnight it begins again."""
    hours, minutes = divmod(minute % DAY, 60)
    return f"{hours:02}.{minutes:02}"
