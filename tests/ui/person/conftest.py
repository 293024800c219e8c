"""A person with a history, and their page as the window opens it."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Gender, Person, RecordId, Workplace
from app.ui.pages.person.page import PersonPage
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from tests.records import add_contact, add_person, add_promise

NOTE = "Vil gerne høre om §56."
Opened = Callable[[], PersonPage]


@pytest.fixture
def karen(store: Store, lem: Workplace) -> Person:
    """Karen Møller: two talks, one with a note, a promise that is late and one that was kept."""
    person = add_person(
        store,
        "Karen Møller",
        gender=Gender.WOMAN,
        birth_year=1974,
        phone="20304050",
        workplace_id=lem.id,
    )
    first = add_contact(
        store, person, date(2026, 11, 2), "09:00", workplace_id=lem.id, note=NOTE, advice=("A01",)
    )
    add_contact(store, person, date(2026, 11, 19), "13:05", reasons=("S01", "F01"))
    add_promise(
        store,
        date(2026, 11, 19),
        inquiry_id=first.id,
        person_id=person.id,
        workplace_id=lem.id,
        text="Ring om coaching",
    )
    kept = add_promise(store, date(2026, 11, 9), person_id=person.id, text="Send link")
    store.followups.done(kept.id)
    return person


@pytest.fixture
def opened(services: Services, qtbot: QtBot, karen: Person) -> Opened:
    """Open Karen's page as the window does, with the focus where the page wants it."""

    def open_page(person_id: RecordId = karen.id) -> PersonPage:
        page = PersonPage(services)
        qtbot.addWidget(page)
        page.resize(1158, 660)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.open(ShowPerson(person_id))
        page.first_focus().setFocus()
        return page

    return open_page
