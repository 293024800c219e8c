"""What the lead's page reads: the grid of laptops and months, who belongs, and where letters go."""

from datetime import timedelta

import msgspec

from app.models.clock import local_today
from app.models.periods import Period, month_name
from app.models.store import Store
from app.models.team.cards import Card
from app.models.team.devices import Devices
from app.models.team.inbox import Inbox, InLetter
from app.models.team.lead_status import LeadStatus, lead_status, reported_months
from app.models.team.outbox import Outbox, Sending
from app.models.team.places import Place, Places
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.models.team.senders import expected_senders, missing_senders
from app.models.team.standing import Standing, standing_of
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
    standing: Standing = Standing.BELONGS


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
        status=lead_status(store, shown, expected_senders(store)),
        place=Places(store).current(),
        refused=Inbox(store).letters(taken=False),
        standing=standing_of(store, roster),
    )


def last_month(store: Store) -> LastMonth:
    """Return how many have not sent the month that is just over."""
    month = Period.month(local_today(store.clock).replace(day=1) - timedelta(days=1))
    name = month_name(month.first)
    key = f"{month.first:%Y-%m}"
    waiting = [one for one in Outbox(store).all() if one.state is Sending.QUEUED]
    return LastMonth(
        Text(name.da.split(" ")[0], name.en.split(" ")[0]),
        sum(sender.since <= key for sender in expected_senders(store)),
        len(missing_senders(store, key)),
        len(waiting),
    )
