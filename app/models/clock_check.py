"""Whether the clock can be believed: what a wrong date could do is asked about once more."""

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import from_stamp, local_today, stamp
from app.models.words import short_date
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

FAR = timedelta(days=60)
"""So long without any change in the store is more than a holiday: the clock may have leapt."""

_SKEW = timedelta(hours=1)


class ClockDoubt(msgspec.Struct, frozen=True, kw_only=True):
    """The clock says ``today``, but the records before end or go on at ``recorded``."""

    today: date
    recorded: date

    @property
    def is_ahead(self) -> bool:
        """Whether the clock seems to be ahead, not behind."""
        return self.recorded < self.today


def doubt_of_clock(store: "Store") -> ClockDoubt | None:
    """Return why the clock may be wrong, or None.

    It is doubted where a record is dated after now, and where it went on by more than
    :data:`FAR` within the time of the same length: the records made since then may have the wrong
    date as well, so that the newest one alone says nothing.
    """
    now, today = store.clock(), local_today(store.clock)
    stamps = [stamp(now)]
    rows = store.database.execute("SELECT at FROM audit ORDER BY seq DESC")
    for (at,) in rows:
        if at > stamp(now + _SKEW):
            return ClockDoubt(today=today, recorded=from_stamp(at).date())
        stamps.append(at)
        if at < stamp(now - FAR):
            break
    for later, earlier in pairwise(stamps):
        if from_stamp(later) - from_stamp(earlier) > FAR:
            return ClockDoubt(today=today, recorded=from_stamp(earlier).date())
    return None


def doubt_words(doubt: ClockDoubt) -> Text:
    """Return what is strange about the clock."""
    day, recorded = short_date(doubt.today), short_date(doubt.recorded)
    if doubt.is_ahead:
        return Text(
            f"Computerens ur siger {day}, men efter den {recorded} blev der længe ikke gemt noget.",
            f"The computer's clock says {day}, but for long after {recorded} nothing was saved.",
        )
    return Text(
        f"Computerens ur siger {day}, men der er gemt noget den {recorded}.",
        f"The computer's clock says {day}, but something was saved on {recorded}.",
    )
