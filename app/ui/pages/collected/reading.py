"""What the lead's page reads: the grid of laptops and months, who belongs, and where letters go."""

from collections.abc import Mapping

import msgspec

from app.export.letters.letter import Kind
from app.export.letters.publishing import Unpublished, unpublished
from app.models.periods import Period
from app.models.store import Store
from app.models.team.cards import Card
from app.models.team.devices import Devices
from app.models.team.lead_status import LeadStatus, lead_status, reported_months
from app.models.team.outbox import Outbox, Sending
from app.models.team.packages import Packages
from app.models.team.places import Place, Places
from app.models.team.receptions import Reception, Receptions
from app.models.team.roster import Roster
from app.models.team.rosters import Rosters
from app.models.team.senders import expected_senders
from app.models.team.standing import Standing, standing_of
from app.ui.pages.collected.whose import Whose, owners

RECENT_MONTHS = 12
"""Months in the grid until somebody asks for all."""

RECENT_LETTERS = 50
"""Letters in the list of what came in until somebody asks for all."""

MOST_LETTERS = 5_000
"""The most that a list on the screen has use for."""


class Collected(msgspec.Struct, frozen=True):
    """All that the page shows; ``roster`` is None in an installation that is not a lead's."""

    roster: Roster | None
    me: str = ""
    card: Card | None = None
    project: str = ""
    people: Mapping[str, Whose] = msgspec.field(default_factory=dict)
    months: tuple[Period, ...] = ()
    more_months: bool = False
    status: LeadStatus | None = None
    place: Place | None = None
    unpublished: Unpublished = Unpublished()
    has_package: bool = False
    receipts_waiting: int = 0
    receipts_saved: int = 0
    received: tuple[Reception, ...] = ()
    received_count: int = 0
    unseen: tuple[Reception, ...] = ()
    standing: Standing = Standing.BELONGS


def read_collected(
    store: Store, *, all_months: bool = False, all_letters: bool = False
) -> Collected:
    """Return what the page shows."""
    roster = Rosters(store).current()
    if roster is None or not store.settings.is_lead:
        return Collected(None)
    months = reported_months(store)
    receipts = [one.state for one in Outbox(store).all() if one.kind == Kind.RECEIPT]
    received = Receptions(store)
    shown = months if all_months else months[-RECENT_MONTHS:]
    return Collected(
        roster=roster,
        me=Devices(store).current().id,
        card=Devices(store).card(),
        project=store.settings.project,
        people=owners(roster),
        months=shown,
        more_months=len(shown) < len(months),
        status=lead_status(store, shown, expected_senders(store)),
        place=Places(store).current(),
        unpublished=unpublished(store),
        has_package=Packages(store).letter() is not None,
        receipts_waiting=receipts.count(Sending.QUEUED),
        receipts_saved=receipts.count(Sending.SAVED),
        received=received.recent(MOST_LETTERS if all_letters else RECENT_LETTERS),
        received_count=received.count(),
        unseen=received.unseen(RECENT_LETTERS),
        standing=standing_of(store, roster),
    )
