"""Exchanging letters in tests: a team whose laptops know one place, a real folder or server."""

from contextlib import closing
from datetime import date
from pathlib import Path

from app.export.delivery.share import open_delivery, prepare_share
from app.export.letters.posting import post_month
from app.export.sync import sync_once
from app.export.sync_report import SyncReport
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.outbox import Outbox, OutLetter
from app.models.team.places import Place, PlaceKind, Places
from app.models.team.rosters import Rosters
from tests.records import add_contact, add_person, add_workplace

OCTOBER = Period.month(date(2026, 10, 1))
SHARED_PHONE = "21 30 40 50"


def folder_place(root: Path) -> Place:
    """Return a place that is a folder."""
    return Place(kind=PlaceKind.FOLDER, address=str(root))


def use_place(lead: Store, stores: list[Store], place: Place) -> None:
    """Let the lead prepare a place, and everybody use it."""
    with closing(open_delivery(place)) as delivery:
        prepare_share(delivery, Rosters(lead).require().project_id)
    for store in (lead, *stores):
        Places(store).set(place)
    Places(lead).note_archive(Devices(lead).current().id)


def exchange(store: Store, **options: object) -> SyncReport:
    """Exchange letters once, with whatever is due."""
    with closing(open_delivery(Places(store).require())) as delivery:
        return sync_once(store, delivery, **options)  # type: ignore[arg-type]


def register_october(store: Store, own: int = 2) -> None:
    """Register and close October: one person whom others may know, too, and ``own`` others."""
    place = add_workplace(store)
    names = ["Lone Bæk"] + [f"Egen Nr{number}" for number in range(own)]
    for number, name in enumerate(names):
        phone = SHARED_PHONE if not number else ""
        person = add_person(store, name, phone=phone)
        add_contact(store, person, date(2026, 10, 5 + number), workplace_id=place.id)
    close_month(store, OCTOBER, anyway=True)


def post_october(store: Store, own: int = 2) -> OutLetter:
    """Register October and queue its letter."""
    register_october(store, own)
    return post_month(store, OCTOBER)


def months(store: Store) -> list[OutLetter]:
    """Return the letters with months' figures that were written in a store."""
    return [one for one in Outbox(store).all() if one.kind == "summary"]
