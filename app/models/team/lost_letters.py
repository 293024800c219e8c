"""Letters with figures that must have been sent, because a later one names them, and are not here."""

from typing import TYPE_CHECKING

import msgspec

from app.models.clock import from_stamp, local

if TYPE_CHECKING:
    from app.models.store import Store

_LOST = """
SELECT l.device, l.follows, min(l.received_at) FROM reported_letter l
WHERE l.verdict <> 'forked' AND l.follows > 0 AND l.follows < l.seq AND NOT EXISTS
  (SELECT 1 FROM reported_letter b
   WHERE b.device = l.device AND b.seq = l.follows AND b.verdict <> 'forked')
GROUP BY l.device, l.follows ORDER BY l.device, l.follows
"""


class LostLetter(msgspec.Struct, frozen=True, kw_only=True):
    """The number of a letter of a device; before it more may lack.

    Nobody knows of which month it tells, but of none after ``latest`` (``YYYY-MM``), in which the
    letter came that names it: figures are sent of months that are over.
    """

    device: str
    seq: int
    latest: str


def lost_letters(store: "Store") -> tuple[LostLetter, ...]:
    """Return what did not reach this lead, by device and number.

    Other letters, with the key among counsellors, have numbers, too, and never come to the lead.
    """
    return tuple(
        LostLetter(device=device, seq=seq, latest=f"{local(from_stamp(came)):%Y-%m}")
        for device, seq, came in store.database.execute(_LOST).fetchall()
    )
