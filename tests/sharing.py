"""A project a few months old: a lead, two counsellors with closed months, and a shared folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from app.export.delivery.choosing import use_place
from app.export.letters.handing import hand_over, take_files
from app.export.letters.offered import offered
from app.export.letters.posting import post_keys, post_month
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.models.team.cards import Card
from app.models.team.devices import Devices
from app.models.team.places import Place, PlaceKind
from app.models.team.project import accept_card, create_project
from app.models.team.rosters import Rosters
from tests.records import add_contact, add_person
from tests.stores import NOW, new_store, standing_clock
from tests.team import rename

AUGUST = datetime(2026, 8, 31, 8, 0, tzinfo=UTC)
SEPTEMBER = Period.month(date(2026, 9, 1))
OCTOBER = Period.month(date(2026, 10, 1))


@dataclass
class Project:
    """The stores of a lead and of two counsellors, all on 21 November 2026, and their folder."""

    lead: Store
    ann: Store
    bo: Store
    code: str
    folder: Path

    def post(self, store: Store, *months: Period) -> None:
        """Write the letters of months."""
        for month in months:
            post_month(store, month)

    def carry(self, store: Store, out: Path) -> tuple[Path, ...]:
        """Hand over what waits, and return the files."""
        return tuple(one.path for one in hand_over(store, out))

    def take(self, *paths: Path) -> None:
        """Let the lead take letters in."""
        for _ in take_files(self.lead, offered(paths)):
            pass

    def share(self, *stores: Store) -> None:
        """Let these use the common folder; the lead's installation is the first one to do so."""
        self.folder.mkdir(exist_ok=True)
        for store in (self.lead, *stores):
            use_place(store, Place(kind=PlaceKind.FOLDER, address=str(self.folder)))


@contextmanager
def a_project(folder: Path) -> Iterator[Project]:
    """Make a project: AB and CD belong since August and have closed September and October."""
    lead, ann, bo = (new_store(folder / name) for name in ("lead", "ann", "bo"))
    try:
        for store in (lead, ann, bo):
            store.clock = standing_clock(AUGUST)
        rename(lead, "PL", "Pia Lund")
        rename(ann, "AB", "Anne Berg")
        rename(bo, "CD", "Carl Dam")
        _, code = create_project(lead)
        for store in (ann, bo):
            accept_card(lead, card_of(store))
        for store in (ann, bo):
            Rosters(store).take(Rosters(lead).require())
        for store in (lead, ann, bo):
            store.clock = standing_clock(NOW)
        project = Project(lead, ann, bo, code, folder / "fælles")
        _exchange_key(project, folder / "key")
        _register(ann, "Lone Bæk", 3)
        _register(bo, "Lone Bæk", 2)
        for store in (ann, bo):
            for month in (SEPTEMBER, OCTOBER):
                close_month(store, month, anyway=True)
        yield project
    finally:
        for store in (lead, ann, bo):
            store.close()


def card_of(store: Store) -> Card:
    """Return the card of an installation."""
    return Devices(store).card()


def _exchange_key(project: Project, folder: Path) -> None:
    """Bring the key of the tokens from the first laptop to the second, as the place would."""
    post_keys(project.ann)
    files = project.carry(project.ann, folder)
    for _ in take_files(project.bo, offered(files)):
        pass


def _register(store: Store, name: str, contacts: int) -> None:
    """Store contacts of one person known everywhere, and an anonymous one, in both months."""
    person = add_person(store, name, phone="12 34 56 78", birth_year=1974)
    for month in (SEPTEMBER, OCTOBER):
        for day in range(contacts):
            add_contact(store, person, month.first.replace(day=5 + day))
        add_contact(store, None, month.first.replace(day=20))
