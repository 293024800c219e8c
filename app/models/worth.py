"""Is the presence worth it: how many come per hour, by workplace, shift and weekday, and how sure.

Visits on two shifts, or on two weekdays, are never put together: one may be full and the other
empty.
"""

from typing import TYPE_CHECKING

import msgspec

from app.models.periods import Period
from app.models.types import RecordId, Shift
from app.models.visit_counting import count_visits
from app.models.visit_tallies import presence_tallies

if TYPE_CHECKING:
    from app.models.store import Store


class PresenceWorth(msgspec.Struct, frozen=True, kw_only=True):
    """What came of the held visits at one workplace on one shift and weekday (1 is Monday).

    ``minutes`` are those really held, ``contacts`` belong to one of the visits. ``per_100_hours``
    is their rate, rounded half up, and lies with 95 per cent confidence between ``low`` and
    ``high``, see :mod:`app.models.poisson_limits`; it is 0 and has no limits where no time was held.
    """

    workplace_id: RecordId
    code: str
    workplace: str
    shift: Shift
    weekday: int
    visits: int
    zero_visits: int
    minutes: int
    contacts: int
    per_100_hours: int
    low: int | None
    high: int | None


def presence_worth(store: "Store", period: Period) -> tuple[PresenceWorth, ...]:
    """Return the held visits of a period by workplace code, shift and weekday, in this order."""
    places = {place.code: place for place in store.workplaces.all()}
    codes = {place.id: code for code, place in places.items()}
    return tuple(
        PresenceWorth(
            workplace_id=places[row.workplace].id,
            code=row.workplace,
            workplace=places[row.workplace].name,
            shift=row.shift,
            weekday=row.weekday,
            visits=row.visits,
            zero_visits=row.zero_visits,
            minutes=row.minutes,
            contacts=row.contacts,
            per_100_hours=row.per_100_hours,
            low=row.low,
            high=row.high,
        )
        for row in presence_tallies(count_visits(store, period), codes)
    )
