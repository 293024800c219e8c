"""The budgets of a registration: real keys into the real page, every single one counted.

``think()`` stands where the keystroke-level model puts a mental operator: before a name is
recalled, before what was found is accepted, before each reason and each piece of advice, before
the promise, and before saving.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Gender, Identity, Inquiry, Workplace
from app.ui.services import Services
from tests.desk import Desk, earlier_contact, open_desk
from tests.keyboard import Typist, focused


@pytest.fixture
def desk(qtbot: QtBot, services: Services, store: Store, lem: Workplace) -> Desk:
    """A visit at a workplace where many people have been seen before."""
    for name, year in (
        ("Karen Møller", 1974),
        ("Karen Madsen", 1990),
        ("Karin Mikkelsen", 1981),
        ("Kurt Møller", 1966),
        ("Åse Jørgensen", 1959),
    ):
        earlier_contact(store, lem, name, birth_year=year, phone="")
    store.visits.start(lem.id, place="Kantinen")
    return open_desk(qtbot, services)


@pytest.fixture
def typist() -> Typist:
    return Typist()


def newest(store: Store) -> Inquiry:
    inquiry = store.inquiries.newest()
    assert inquiry is not None
    return inquiry


def no_dialog_was_shown(desk: Desk) -> bool:
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return shown == [desk.window] and QApplication.activeModalWidget() is None


def test_an_anonymous_contact_takes_twelve_keys(desk: Desk, store: Store, typist: Typist) -> None:
    typist.press("Enter")
    typist.type("st")
    typist.press("Enter", "Enter")
    typist.type("læ")
    typist.press("Enter", "Ctrl+Enter")

    inquiry = newest(store)
    assert inquiry.identity is Identity.ANONYMOUS
    assert (inquiry.reasons, inquiry.advice) == (("S01",), ("A03",))
    assert inquiry.visit_id is not None
    assert no_dialog_was_shown(desk)
    assert typist.keys <= 12


def test_a_returning_person_takes_twenty_five_keys_and_twenty_seconds(
    desk: Desk, store: Store, typist: Typist
) -> None:
    typist.think()
    typist.type("kar mø")
    typist.think()
    typist.press("Enter", "Enter")
    _two_reasons_two_advice_and_two_weeks(typist)

    inquiry = newest(store)
    assert inquiry.person_id is not None
    assert store.people.get(inquiry.person_id).name == "Karen Møller"
    assert len(store.inquiries.of_person(inquiry.person_id)) == 2
    _expect_the_rest(store, inquiry)
    assert no_dialog_was_shown(desk)
    assert typist.keys <= 25
    assert typist.seconds <= 20


def test_advice_that_is_typed_keeps_the_budget_too(
    desk: Desk, store: Store, typist: Typist
) -> None:
    typist.think()
    typist.type("kar mø")
    typist.think()
    typist.press("Enter", "Enter")
    for words in (("læ", "st"), ("su", "læ")):
        for word in words:
            typist.think()
            typist.type(word)
            typist.press("Enter")
        typist.press("Enter")
    typist.think()
    typist.press("3")
    typist.think()
    typist.press("Ctrl+Enter")

    _expect_the_rest(store, newest(store))
    assert typist.keys <= 25
    assert typist.seconds <= 20


def test_a_new_person_takes_sixty_keys(desk: Desk, store: Store, typist: Typist) -> None:
    typist.type("Hanne Østergaard")
    typist.press("Enter", "1", "Tab")
    typist.type("1974")
    typist.press("Tab")
    typist.type("23456789")
    typist.press("Enter")
    _two_reasons_two_advice_and_two_weeks(typist)

    inquiry = newest(store)
    assert inquiry.person_id is not None
    person = store.people.get(inquiry.person_id)
    assert (person.name, person.gender, person.birth_year, person.phone) == (
        "Hanne Østergaard",
        Gender.WOMAN,
        1974,
        "23456789",
    )
    _expect_the_rest(store, inquiry)
    assert no_dialog_was_shown(desk)
    assert typist.keys <= 60


def test_the_next_contact_begins_where_this_one_began(
    desk: Desk, store: Store, typist: Typist
) -> None:
    first_field = focused()
    for reason in ("læ", "st"):
        typist.press("Enter")
        typist.type(reason)
        typist.press("Enter", "Ctrl+Enter")
        assert focused() is first_field
    assert len(store.inquiries.of_visit(newest(store).visit_id or "")) == 2


def test_every_scenario_is_possible_by_mouse_alone(desk: Desk, store: Store) -> None:
    parts = desk.page.parts
    for chip in (parts.reasons.board.chip("P01"), parts.advice.board.chip("A01")):
        click(chip)
    click(parts.bottom.save)
    assert newest(store).reasons == ("P01",)

    click(parts.identity.recent)
    hits = parts.identity.person.hits.list
    row = next(n for n in range(hits.count()) if hits.item(n).text().startswith("Kurt"))
    QTest.mouseClick(
        hits.viewport(),
        Qt.MouseButton.LeftButton,
        pos=hits.visualItemRect(hits.item(row)).center(),
    )
    for chip in (parts.reasons.board.chip("P01"), parts.reasons.board.chip("S01")):
        click(chip)
    for code in ("A01", "A03"):
        click(parts.advice.board.chip(code))
    click(parts.bottom.follow_up.choice.button("two"))
    click(parts.bottom.save)
    inquiry = newest(store)
    assert inquiry.person_id is not None
    assert store.people.get(inquiry.person_id).name == "Kurt Møller"
    _expect_the_rest(store, inquiry)


def _two_reasons_two_advice_and_two_weeks(typist: Typist) -> None:
    for reason in ("læ", "st"):
        typist.think()
        typist.type(reason)
        typist.press("Enter")
    typist.press("Enter", "Down")
    for digit in ("1", "2"):
        typist.think()
        typist.press(digit)
    typist.press("Tab")
    typist.think()
    typist.press("3")
    typist.think()
    typist.press("Ctrl+Enter")


def _expect_the_rest(store: Store, inquiry: Inquiry) -> None:
    assert inquiry.reasons == ("P01", "S01")
    assert inquiry.advice == ("A01", "A03")
    (promise,) = store.followups.of_inquiry(inquiry.id)
    assert promise.due_on.isoformat() == "2026-12-05"


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
