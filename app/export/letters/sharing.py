"""How far an installation's months are on their way to the lead, in one reading."""

from enum import StrEnum

import msgspec

from app.export.letters.letter import Kind
from app.export.sync_words import reason_words
from app.models.clock import local_today
from app.models.month_checks import open_months
from app.models.periods import Period, parse_month
from app.models.store import Store
from app.models.team.outbox import Outbox, OutLetter, Sending
from app.models.team.places import Place, Places
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.models.team.troubles import trouble_words
from app.texts import Text

_MOST_OPEN = 3
"""Open months that are shown: who has not closed for a year needs no list of twelve to know."""


class MonthState(StrEnum):
    """Where a month stands on its way."""

    OPEN = "open"
    CLOSED = "closed"
    QUEUED = "queued"
    DELIVERED = "delivered"
    RECEIVED = "received"
    REFUSED = "refused"


_STATES = {
    Sending.QUEUED: MonthState.QUEUED,
    Sending.DELIVERED: MonthState.DELIVERED,
    Sending.ACKNOWLEDGED: MonthState.RECEIVED,
    Sending.REFUSED: MonthState.REFUSED,
}


class MonthLine(msgspec.Struct, frozen=True, kw_only=True):
    """One month: ``letter`` is the last one with its figures, None before it was sent."""

    month: Period
    state: MonthState
    letter: OutLetter | None = None


class Sharing(msgspec.Struct, frozen=True, kw_only=True):
    """What is shared, where, and what waits; months with the newest first."""

    roster: Roster | None
    place: Place | None
    months: tuple[MonthLine, ...]
    receipts_waiting: int = 0

    def count(self, *states: MonthState) -> int:
        """Return how many months stand so."""
        return sum(line.state in states for line in self.months)

    @property
    def unsent(self) -> int:
        """How many closed months have not left this computer."""
        return self.count(MonthState.CLOSED, MonthState.QUEUED)

    @property
    def all_received(self) -> bool:
        """Whether the lead has everything that is over: only then may the status be green."""
        return bool(self.months) and self.count(MonthState.RECEIVED) == len(self.months)


def read_sharing(store: Store) -> Sharing:
    """Return how far this installation's months are; at a lead there are only receipts."""
    letters = Outbox(store).all()
    return Sharing(
        roster=Rosters(store).current(),
        place=Places(store).current(),
        months=() if store.settings.is_lead else _months(store, letters),
        receipts_waiting=sum(
            one.kind == Kind.RECEIPT and one.state is Sending.QUEUED for one in letters
        ),
    )


def trouble_of(line: MonthLine) -> Text | None:
    """Return what keeps a month's letter here or was wrong with it, or None."""
    if line.letter is None:
        return None
    if line.state is MonthState.REFUSED:
        return reason_words(line.letter.reason)
    return trouble_words(line.letter.trouble) if line.letter.trouble is not None else None


def _months(store: Store, letters: tuple[OutLetter, ...]) -> tuple[MonthLine, ...]:
    """Return every closed month, and the one that is just over where it is still open."""
    last = {one.month: one for one in letters if one.kind == Kind.SUMMARY}
    closed = store.month_closes.months()
    lines = [_line(store, month, last.get(month)) for month in closed]
    lines += [
        MonthLine(month=month, state=MonthState.OPEN)
        for month in open_months(store, local_today(store.clock).replace(day=1))[-_MOST_OPEN:]
    ]
    return tuple(sorted(lines, key=lambda line: line.month.first, reverse=True))


def _line(store: Store, name: str, letter: OutLetter | None) -> MonthLine:
    close = store.month_closes.current(name)
    known = letter is not None and close is not None and letter.revision >= close.revision
    return MonthLine(
        month=parse_month(name),
        state=_STATES[letter.state] if known and letter is not None else MonthState.CLOSED,
        letter=letter if known else None,
    )
