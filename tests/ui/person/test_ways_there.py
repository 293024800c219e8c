"""The ways to the page of a person: the list, the search box, somebody who is recognised."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from app.models.erasure import erase_person
from app.models.store import Store
from app.models.types import Person
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.person.page import PersonPage
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.targets import DuplicateInquiry, ForPerson, ShowPerson
from app.ui.services import Services
from app.ui.workspace import Workspace


@pytest.fixture
def active(qtbot: QtBot) -> Callable[..., None]:
    def show(widget: object) -> None:
        qtbot.addWidget(widget)
        widget.resize(1158, 660)  # type: ignore[attr-defined]
        with qtbot.waitActive(widget):
            widget.show()  # type: ignore[attr-defined]
            widget.activateWindow()  # type: ignore[attr-defined]

    return show


def test_the_details_of_an_inquiry_lead_to_its_person(
    services: Services,
    karen: Person,
    active: Callable[..., None],
    visited: list[tuple[str, object]],
) -> None:
    page = InquiriesPage(services)
    active(page)
    assert not page.details.person.isVisible()
    page.list.enter()
    assert page.details.person.isVisible()
    page.details.person.click()
    assert visited == [("person", ShowPerson(karen.id))]


def test_a_person_who_is_recognised_has_a_link(
    services: Services,
    karen: Person,
    active: Callable[..., None],
    visited: list[tuple[str, object]],
) -> None:
    page = RegisterPage(services)
    active(page)
    about = page.parts.identity.about
    assert not about.page.isVisible()
    page.open(ForPerson(karen.id))
    assert about.page.isVisible()
    about.page.click()
    assert visited == [("person", ShowPerson(karen.id))]


def test_a_copy_of_an_inquiry_of_nobody_is_anonymous(
    services: Services, store: Store, karen: Person, active: Callable[..., None]
) -> None:
    inquiry = store.inquiries.of_person(karen.id)[-1]
    erase_person(store, services.paths, karen.id)
    page = RegisterPage(services)
    active(page)
    page.open(DuplicateInquiry(inquiry.id))
    assert (page.draft.identity, page.draft.person_id, page.draft.name) == ("anonymous", None, "")
    assert page.draft.reasons == inquiry.reasons


def test_the_search_box_leads_to_the_person(
    services: Services, karen: Person, active: Callable[..., None]
) -> None:
    workspace = Workspace(services)
    active(workspace)
    workspace.go("today")
    workspace.overlays.hit_chosen.emit(f"person:{karen.id}")
    page = workspace.current_page()
    assert page is not None
    assert (page.name, page.accessibleName()) == ("person", "Karen Møller")
    assert workspace.rail.current() == "inquiries"
    assert workspace.window().focusWidget() is page.first_focus()
    assert isinstance(page, PersonPage)
    assert page.new_button.hasFocus()


def test_the_next_person_takes_the_place_of_the_one_before(
    services: Services, store: Store, karen: Person, active: Callable[..., None]
) -> None:
    lone = store.people.add(Person(name="Lone Bæk"))
    workspace = Workspace(services)
    active(workspace)
    workspace.go("person", ShowPerson(karen.id))
    page = workspace.current_page()
    assert isinstance(page, PersonPage)
    page.edit()
    workspace.go("person", ShowPerson(lone.id))
    assert page.title.text() == "Lone Bæk"
    assert page.contacts.rows == []
    assert page.form.isHidden()
    assert workspace.window().focusWidget() is page.new_button
