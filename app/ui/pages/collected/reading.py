"""What the lead's page reads: the grid of laptops and months, who belongs, and where letters go."""

from collections.abc import Sequence
from datetime import timedelta

import msgspec

from app.export.letters.taking import sender_of
from app.models.clock import local_today
from app.models.periods import Period, month_name
from app.models.store import Store
from app.models.team.cards import Card
from app.models.team.devices import Devices
from app.models.team.inbox import Inbox, InLetter
from app.models.team.lead_status import Arrived, LeadStatus, lead_status, reported_months
from app.models.team.outbox import Outbox, Sending
from app.models.team.places import Place, Places
from app.models.team.reported import Sender
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.texts import Text

RECENT_MONTHS = 12
"""Months in the grid until somebody asks for all."""


class LastMonth(msgspec.Struct, frozen=True):
    """How many of the expected laptops have not sent the month that is just over."""

    name: Text
    expected: int
    missing: int
    receipts_waiting: int


class Collected(msgspec.Struct, frozen=True):
    """All that the page shows; ``roster`` is None in an installation that is not a lead's."""

    roster: Roster | None
    me: str = ""
    card: Card | None = None
    project: str = ""
    months: tuple[Period, ...] = ()
    more_months: bool = False
    status: LeadStatus | None = None
    place: Place | None = None
    refused: tuple[InLetter, ...] = ()


def read_collected(store: Store, *, all_months: bool = False) -> Collected:
    """Return what the page shows."""
    roster = Rosters(store).current()
    if roster is None or not store.settings.is_lead:
        return Collected(None)
    months = reported_months(store)
    shown = months if all_months else months[-RECENT_MONTHS:]
    return Collected(
        roster=roster,
        me=Devices(store).current().id,
        card=Devices(store).card(),
        project=store.settings.project,
        months=shown,
        more_months=len(shown) < len(months),
        status=lead_status(store, shown, _expected(roster)),
        place=Places(store).current(),
        refused=Inbox(store).letters(taken=False),
    )


def last_month(store: Store) -> LastMonth:
    """Return how many have not sent the month that is just over."""
    month = Period.month(local_today(store.clock).replace(day=1) - timedelta(days=1))
    roster = Rosters(store).current()
    expected = _expected(roster) if roster is not None else ()
    rows = lead_status(store, (month,), expected).laptops if expected else ()
    missing = [
        row
        for row in rows
        if row.known and row.months[0].state not in (Arrived.SENT, Arrived.SENT_LATE)
    ]
    waiting = [one for one in Outbox(store).all() if one.state is Sending.QUEUED]
    name = month_name(month.first)
    short = Text(name.da.split(" ")[0], name.en.split(" ")[0])
    return LastMonth(short, len(expected), len(missing), len(waiting))


def _expected(roster: Roster) -> Sequence[Sender]:
    return [sender_of(roster, member) for member in roster.counsellors]
