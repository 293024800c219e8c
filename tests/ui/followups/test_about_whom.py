"""A promise that is begun from nowhere is given its person and its workplace by keys alone."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Person, Workplace
from app.ui.pages.followups.form import begun
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.pages.followups.target import NewFollowUp
from app.ui.services import Services
from tests.keyboard import Typist

TODAY = date(2026, 11, 21)


@pytest.fixture
def karen(store: Store, lem: Workplace) -> Person:
    return store.people.add(Person(name="Karen Møller", phone="20304050", workplace_id=lem.id))


@pytest.fixture
def page(store: Store, services: Services, karen: Person, qtbot: QtBot) -> FollowUpsPage:
    """The page with nothing promised, the form of a new promise open in it."""
    page = FollowUpsPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.begin_new()
    return page


def test_a_person_is_found_and_the_promise_belongs_to_their_workplace_too(
    store: Store, page: FollowUpsPage, karen: Person
) -> None:
    typist = Typist()
    typist.type("Ring")
    typist.press("Tab", "Tab")
    assert page.form.whom.person.field.line.hasFocus()
    typist.type("kar")
    typist.press("Enter")
    assert page.form.whom.person.field.text() == "Karen Møller"
    typist.press("Enter")
    (made,) = store.followups.open()
    assert (made.text, made.person_id, made.workplace_id) == ("Ring", karen.id, karen.workplace_id)
    assert page.rows()[0].hasFocus()


def test_a_workplace_alone_is_enough(store: Store, page: FollowUpsPage, lem: Workplace) -> None:
    typist = Typist()
    typist.press("Tab", "Tab", "Tab")
    assert page.form.whom.place.line.hasFocus()
    typist.type("lem")
    typist.press("Enter", "Enter")
    (made,) = store.followups.open()
    assert (made.text, made.person_id, made.workplace_id) == ("", None, lem.id)


def test_a_workplace_of_its_own_goes_before_that_of_the_person(
    store: Store, page: FollowUpsPage, karen: Person
) -> None:
    arla = store.workplaces.add(Workplace(code="ARLA", name="Arla Danmark"))
    page.begin_new()  # the workplaces are read when the form is opened
    typist = Typist()
    typist.press("Tab", "Tab")
    typist.type("møl")
    typist.press("Enter", "Tab")
    typist.type("arla")
    typist.press("Enter", "Ctrl+Enter")
    (made,) = store.followups.open()
    assert (made.person_id, made.workplace_id) == (karen.id, arla.id)


def test_a_name_that_nobody_was_chosen_for_is_asked_about_and_nothing_is_lost(
    store: Store, page: FollowUpsPage
) -> None:
    typist = Typist()
    typist.type("Ring")
    typist.press("Tab", "Tab")
    typist.type("Ukendt")
    typist.press("Ctrl+S")
    assert store.followups.open() == ()
    person = page.form.whom.person
    assert person.field.line.hasFocus()
    assert person.field.line.accessibleDescription() == "Find personen, og vælg den på listen."
    assert (page.form.text.text(), person.field.text()) == ("Ring", "Ukendt")

    typist.press(*["Backspace"] * len("Ukendt"))
    typist.press("Enter")
    (made,) = store.followups.open()
    assert (made.text, made.person_id, made.workplace_id) == ("Ring", None, None)


def test_the_next_promise_begins_with_nobody(store: Store, page: FollowUpsPage) -> None:
    typist = Typist()
    typist.press("Tab", "Tab")
    typist.type("kar")
    typist.press("Enter", "Enter")
    page.begin_new()
    typist.type("Bestil pjecer")
    typist.press("Enter")
    assert sorted((made.text, bool(made.person_id)) for made in store.followups.open()) == [
        ("", True),
        ("Bestil pjecer", False),
    ]


def test_what_is_about_somebody_already_is_not_asked(
    store: Store, page: FollowUpsPage, karen: Person
) -> None:
    whom = page.form.whom
    assert whom.person.isVisible()
    page.open(NewFollowUp(begun(TODAY, person_id=karen.id), "Karen Møller"))
    assert not whom.person.isVisible()
    typist = Typist()
    typist.type("Ring")
    typist.press("Enter")
    (made,) = store.followups.open()
    assert made.person_id == karen.id
    typist.press("F2")
    assert not page.form.isHidden()
    assert not whom.person.isVisible()
