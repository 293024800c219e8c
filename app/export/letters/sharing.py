"""How far an installation's months are on their way to the lead, in one reading."""

from enum import StrEnum

import msgspec

from app.export.letters.letter import Kind
from app.export.letters.posting import keys_to_post
from app.export.sync_words import refusal_words
from app.models.clock import local_today
from app.models.month_changes import is_corrected
from app.models.month_checks import open_months
from app.models.periods import Period, months_back, parse_month
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.outbox import Outbox, OutLetter, Sending
from app.models.team.packages import Packages
from app.models.team.places import Place, Places
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.models.team.troubles import trouble_words
from app.texts import Text

_MOST_OPEN = 3
"""Open months that are shown: who has not closed for a year needs no list of twelve to know."""


_MONTHS_LOOKED_AT = 13
"""Months before this one in which a change is noticed: the last year and the month before it."""


class MonthState(StrEnum):
    """Where a month stands on its way; ``CHANGED``: its data give other figures since it was closed."""

    OPEN = "open"
    CHANGED = "changed"
    CLOSED = "closed"
    QUEUED = "queued"
    SAVED = "saved"
    DELIVERED = "delivered"
    RECEIVED = "received"
    REFUSED = "refused"


_STATES = {
    Sending.QUEUED: MonthState.QUEUED,
    Sending.SAVED: MonthState.SAVED,
    Sending.DELIVERED: MonthState.DELIVERED,
    Sending.ACKNOWLEDGED: MonthState.RECEIVED,
    Sending.REFUSED: MonthState.REFUSED,
}


class Belonging(StrEnum):
    """Whether the lead takes in what this computer sends."""

    MEMBER = "member"
    UNKNOWN = "unknown"
    RESTORED = "restored"
    REVOKED = "revoked"
    REPLACED = "replaced"


class MonthLine(msgspec.Struct, frozen=True, kw_only=True):
    """One month: ``letter`` is the last one with its figures, None before it was sent."""

    month: Period
    state: MonthState
    letter: OutLetter | None = None

    @property
    def has_left(self) -> bool:
        """Whether its letter reached the place or the lead; of a saved file nobody knows."""
        here = (Sending.QUEUED, Sending.SAVED)
        return self.letter is not None and self.letter.state not in here


class Sharing(msgspec.Struct, frozen=True, kw_only=True):
    """What is shared, where, and what waits; months with the newest first.

    ``to_save`` counts letters of any kind that only this computer has, ``saved`` those that were
    saved as files and have no receipt. ``package_waits`` tells of a project package to look at.
    """

    roster: Roster | None
    place: Place | None
    months: tuple[MonthLine, ...]
    receipts_waiting: int = 0
    belonging: Belonging = Belonging.UNKNOWN
    to_save: int = 0
    saved: int = 0
    package_waits: bool = False

    def count(self, *states: MonthState) -> int:
        """Return how many months stand so."""
        return sum(line.state in states for line in self.months)

    @property
    def unsent(self) -> int:
        """How many closed months have not left this computer."""
        return self.count(
            MonthState.CLOSED, MonthState.CHANGED, MonthState.QUEUED, MonthState.SAVED
        )

    @property
    def all_received(self) -> bool:
        """Whether the lead has everything that is over: only then may the status be green."""
        return bool(self.months) and self.count(MonthState.RECEIVED) == len(self.months)


def read_sharing(store: Store, changed: frozenset[str] | None = None) -> Sharing:
    """Return how far this installation's months are; at a lead there are only receipts.

    ``changed`` are the months of :func:`changed_months` where they are known; else they are counted.
    """
    letters, roster = Outbox(store).all(), Rosters(store).current()
    is_lead = store.settings.is_lead
    if changed is None:
        changed = frozenset() if is_lead else changed_months(store)
    queued = [one for one in letters if one.state is Sending.QUEUED]
    return Sharing(
        roster=roster,
        place=Places(store).current(),
        months=() if is_lead else _months(store, letters, changed),
        receipts_waiting=sum(one.kind == Kind.RECEIPT for one in queued),
        belonging=_belonging(store, roster),
        to_save=len(queued) + (keys_to_post(store) if roster is not None and not is_lead else 0),
        saved=sum(one.state is Sending.SAVED for one in letters),
        package_waits=Packages(store).waiting() is not None,
    )


def changed_months(store: Store) -> frozenset[str]:
    """Return the closed months (``YYYY-MM``) of the last year whose data give other figures now.

    Every month is counted anew: not for a thread on which somebody waits at every change. Older
    months are not looked at: what is erased when its time is over is no correction.
    """
    first = f"{months_back(local_today(store.clock), _MONTHS_LOOKED_AT):%Y-%m}"
    found = set()
    for month in store.month_closes.months():
        close = store.month_closes.current(month) if month >= first else None
        if close is not None and is_corrected(store, close):
            found.add(month)
    return frozenset(found)


def _belonging(store: Store, roster: Roster | None) -> Belonging:
    if roster is None:
        return Belonging.UNKNOWN
    keys = Devices(store).current()
    member = roster.member(keys.id)
    if member is None:
        return Belonging.RESTORED if keys.replaces else Belonging.UNKNOWN
    if member.is_active:
        return Belonging.MEMBER
    return Belonging.REPLACED if member.replaced_by else Belonging.REVOKED


def trouble_of(line: MonthLine) -> Text | None:
    """Return what keeps a month's letter here or was wrong with it, or None."""
    if line.letter is None:
        return None
    if line.state is MonthState.REFUSED:
        return refusal_words(line.letter.reason)
    return trouble_words(line.letter.trouble) if line.letter.trouble is not None else None


def _months(
    store: Store, letters: tuple[OutLetter, ...], changed: frozenset[str]
) -> tuple[MonthLine, ...]:
    """Return every closed month, and the one that is just over where it is still open."""
    last = {one.month: one for one in letters if one.kind == Kind.SUMMARY}
    closed = store.month_closes.months()
    lines = [_line(store, month, last.get(month), is_changed=month in changed) for month in closed]
    lines += [
        MonthLine(month=month, state=MonthState.OPEN)
        for month in open_months(store, local_today(store.clock).replace(day=1))[-_MOST_OPEN:]
    ]
    return tuple(sorted(lines, key=lambda line: line.month.first, reverse=True))


def _line(store: Store, name: str, letter: OutLetter | None, *, is_changed: bool) -> MonthLine:
    close = store.month_closes.current(name)
    known = letter is not None and close is not None and letter.revision >= close.revision
    state = _STATES[letter.state] if known and letter is not None else MonthState.CLOSED
    return MonthLine(
        month=parse_month(name),
        state=MonthState.CHANGED if is_changed else state,
        letter=letter if known else None,
    )
