"""What a lead's window says at a glance: which months are missing, and what is not out yet."""

import msgspec

from app.export.letters.letter import Kind
from app.export.letters.publishing import Unpublished, unpublished
from app.models.periods import month_name
from app.models.store import Store
from app.models.team.lead_status import reported_months
from app.models.team.lost_letters import lost_letters
from app.models.team.outbox import Outbox, Sending
from app.models.team.places import Places
from app.models.team.rosters import Rosters
from app.models.team.senders import expected_senders
from app.models.team.standing import Standing, standing_of
from app.models.team.troubles import Trouble
from app.texts import Text


class Missing(msgspec.Struct, frozen=True):
    """A month that is over, how many were to send it, and how many of those did not."""

    name: Text
    expected: int
    missing: int


class LeadStanding(msgspec.Struct, frozen=True, kw_only=True):
    """``months`` are those of the grid that somebody was to send, the newest first.

    ``lost`` counts computers of which letters did not arrive that can be sent again: those that still
    belong. ``standing`` says whether this installation leads at all: where it does not, nothing is sent.
    """

    counsellors: int
    months: tuple[Missing, ...]
    receipts_waiting: int
    unpublished: Unpublished
    has_place: bool
    trouble: Trouble | None
    lost: int = 0
    standing: Standing = Standing.BELONGS

    @property
    def missing(self) -> int:
        """How many months of how many computers have not come: those of all months together."""
        return sum(one.missing for one in self.months)


def lead_standing(store: Store) -> LeadStanding:
    """Return what is missing of all months that are over, and what waits here."""
    senders = expected_senders(store)
    rows = store.database.execute("SELECT source, month FROM reported_month").fetchall()
    here = {(source, month) for source, month in rows}
    place, roster = Places(store).current(), Rosters(store).current()
    months = []
    for month in reversed(reported_months(store)):
        key = f"{month.first:%Y-%m}"
        expected = [one for one in senders if one.since <= key]
        gone = sum((one.source, key) not in here for one in expected)
        if expected:
            months.append(Missing(month_name(month.first), len(expected), gone))
    return LeadStanding(
        counsellors=len(senders),
        months=tuple(months),
        receipts_waiting=sum(
            one.kind == Kind.RECEIPT and one.state is Sending.QUEUED for one in Outbox(store).all()
        ),
        unpublished=unpublished(store),
        has_place=place is not None,
        trouble=place.trouble if place is not None else None,
        lost=len({one.device for one in lost_letters(store)} & {one.device for one in senders}),
        standing=standing_of(store, roster) if roster is not None else Standing.BELONGS,
    )
