"""A lead's installation registers nothing itself, whoever asks; what it holds of others stays."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.erasure import erase_person
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.team.merging import merge
from app.models.team.roles import NotAtALead
from app.models.types import FollowUp, Identity, RecordId
from app.paths import Paths
from tests.models.team.test_equality import arrival
from tests.models.team.test_merging import KM, everything, simple
from tests.records import add_contact, add_person, add_workplace
from tests.stores import new_store

DAY = date(2026, 1, 12)


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Store]:
    """A lead's store with the January of one laptop."""
    with closing(new_store(tmp_path / "lead")) as store:
        store.settings.set("role", "lead")
        merge(store, arrival(simple(tmp_path), KM, 1))
        yield store


def a_place(store: Store) -> RecordId:
    return store.workplaces.all()[0].id


ATTEMPTS: dict[str, Callable[[Store], object]] = {
    "a contact on the page": lambda store: register(
        store, InquiryDraft(date=DAY, identity=Identity.ANONYMOUS, reasons=("P01",))
    ),
    "a contact": lambda store: add_contact(store, None, DAY),
    "a person": lambda store: add_person(store, "Lone Bæk"),
    "a promise": lambda store: store.followups.add(
        FollowUp(due_on=DAY, workplace_id=a_place(store))
    ),
    "a correction": lambda store: store.people.change(
        replace(store.people.get(reported_person(store)), name="Lone Bæk")
    ),
    "a deletion": lambda store: store.people.delete(reported_person(store)),
}


def reported_person(store: Store) -> RecordId:
    return RecordId(store.database.execute("SELECT id FROM person").fetchone()[0])


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_nothing_is_registered_at_a_lead(lead: Store, attempt: str) -> None:
    before = everything(lead)
    with pytest.raises(NotAtALead):
        ATTEMPTS[attempt](lead)
    assert everything(lead) == before


def test_nobody_is_erased_at_a_lead(lead: Store, tmp_path: Path) -> None:
    before = everything(lead)
    with pytest.raises(NotAtALead):
        erase_person(lead, Paths(tmp_path / "lead" / "data"), reported_person(lead))
    assert everything(lead) == before


def test_what_the_package_holds_is_edited_at_a_lead(lead: Store) -> None:
    before = len(lead.workplaces.all())
    add_workplace(lead, "LEM", "Vestas i Lem")
    assert len(lead.workplaces.all()) == before + 1
