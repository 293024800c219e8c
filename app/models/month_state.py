"""How far a month has come: not over, open, ready to be closed, closed, corrected since."""

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import local_today
from app.models.close_types import MonthClose
from app.models.month_changes import is_corrected
from app.models.month_checks import CheckList, check_month, open_months
from app.models.periods import Period, parse_month
from app.models.team.rosters import Rosters

if TYPE_CHECKING:
    from app.models.store import Store


class State(StrEnum):
    """Where a month stands; ``READY`` is open with a clear check list."""

    NOT_OVER = "not_over"
    OPEN = "open"
    READY = "ready"
    CLOSED = "closed"
    CORRECTED = "corrected"


class MonthState(msgspec.Struct, frozen=True, kw_only=True):
    """One month; ``checks`` of an open one, ``revisions`` of a closed one, the oldest first.

    ``initials`` are of the counsellors who closed and restated it, ``releases`` hold figures of its
    newest revision, ``released`` counts those of all its revisions, ``is_sent`` tells whether a letter
    to the lead holds them, and ``is_to_be_sent`` whether one shall: the computer is in a project.
    """

    month: Period
    state: State
    checks: CheckList | None = None
    revisions: tuple[MonthClose, ...] = ()
    initials: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    released: int = 0
    is_sent: bool = False
    is_to_be_sent: bool = False

    @property
    def is_out(self) -> bool:
        """Whether its figures left the house, so that the close cannot be undone."""
        return bool(self.releases) or self.is_sent

    @property
    def is_closed(self) -> bool:
        """Whether its figures are frozen."""
        return bool(self.revisions)


def month_state(store: "Store", month: Period) -> MonthState:
    """Return how far a calendar month has come."""
    revisions = store.month_closes.revisions(f"{month.first:%Y-%m}")
    if revisions:
        newest = revisions[-1]
        return MonthState(
            month=month,
            state=State.CORRECTED if is_corrected(store, newest) else State.CLOSED,
            revisions=revisions,
            initials=tuple(store.counsellors.get(one.counsellor_id).initials for one in revisions),
            releases=store.month_closes.releases(newest.id),
            released=len({r for one in revisions for r in store.month_closes.releases(one.id)}),
            is_sent=store.month_closes.is_sent(newest.id),
            is_to_be_sent=_shares(store) and not store.month_closes.is_sent(newest.id),
        )
    checks = check_month(store, month)
    to_be_closed = State.READY if checks.is_clear else State.OPEN
    return MonthState(
        month=month, state=to_be_closed if checks.is_over else State.NOT_OVER, checks=checks
    )


def _shares(store: "Store") -> bool:
    return not store.settings.is_lead and Rosters(store).current() is not None


def all_months(store: "Store") -> Iterator[Period]:
    """Yield the months that are closed, or that are over and have anything in them, in order."""
    this_month = local_today(store.clock).replace(day=1)
    found = {month.first: month for month in open_months(store, this_month)}
    found |= {month.first: month for month in map(parse_month, store.month_closes.months())}
    for first in sorted(found):
        yield found[first]


def forgotten_month(store: "Store", after_days: int = 5) -> Period | None:
    """Return last month where it is still open though it ended more than so many days ago.

    None as well where nothing was registered in it.
    """
    today = local_today(store.clock)
    last = Period.month(today.replace(day=1) - timedelta(days=1))
    if today.day <= after_days or last not in open_months(store, today.replace(day=1)):
        return None
    return last
