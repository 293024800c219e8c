"""Who it is: typing registers, an empty field is anonymous, a person known is recognised."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import AgeBand, Gender, Identity, Role, Workplace
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.targets import ForPerson
from app.ui.services import Services
from app.ui.widgets.hit_list import HitList
from tests.desk import Desk, earlier_contact, open_desk
from tests.keyboard import Typist
from tests.records import add_contact, add_person


def line(page: RegisterPage) -> str:
    return page.parts.identity.line.label.text()


def test_a_name_registers_and_an_emptied_field_is_anonymous_again(
    page: RegisterPage, typist: Typist
) -> None:
    assert page.draft.identity is Identity.ANONYMOUS
    typist.type("k")
    assert (page.draft.identity, page.draft.name) == (Identity.REGISTERED, "k")
    typist.press("Backspace")
    assert (page.draft.identity, page.draft.name) == (Identity.ANONYMOUS, "")


def test_registered_that_was_chosen_stays_when_the_name_is_emptied(
    page: RegisterPage, typist: Typist, qtbot: QtBot
) -> None:
    typist.press("Alt+R")
    qtbot.waitUntil(lambda: page.draft.identity is Identity.REGISTERED)
    page.parts.identity.focus()
    typist.type("k")
    typist.press("Backspace")
    assert page.draft.identity is Identity.REGISTERED


def test_choosing_anonymous_takes_the_name_away_and_registered_brings_it_back(
    page: RegisterPage, typist: Typist, qtbot: QtBot
) -> None:
    typist.type("lone bæk")
    typist.press("Alt+A")
    qtbot.waitUntil(lambda: page.draft.identity is Identity.ANONYMOUS)
    assert page.draft.name == page.parts.identity.person.text() == ""
    typist.press("Alt+R")
    qtbot.waitUntil(lambda: page.draft.identity is Identity.REGISTERED)
    assert page.draft.name == page.parts.identity.person.text() == "lone bæk"


def test_a_returning_person_is_greeted_with_what_was_talked_about(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    earlier_contact(store, lem)
    known = store.people.search("karen")[0]
    add_contact(store, known, role=Role.MANAGER, reasons=("S01",), workplace_id=lem.id)
    typist.type("karen")
    typist.press("Enter")
    assert page.draft.person_id == known.id
    assert page.draft.role is Role.MANAGER
    assert page.parts.circumstances.role.value() == Role.MANAGER
    assert line(page).startswith("Genganger: 2 tidligere ")
    assert line(page).endswith("senest 20-11-2026 (Stress)")
    assert "f. 1974" in page.parts.identity.about.summary.text()


@pytest.mark.parametrize("typed", ["1234 56", "+45 12345678", "møl", "1974"])
def test_a_person_is_found_by_phone_last_name_or_year(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist, typed: str
) -> None:
    earlier_contact(store, lem)
    typist.type(typed)
    typist.press("Enter")
    assert page.draft.name == "Karen Møller"


def test_typing_on_after_a_person_was_taken_lets_go_of_everything_of_theirs(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    earlier_contact(store, lem)
    typist.type("karen")
    typist.press("Enter", "Backspace")
    draft = page.draft
    assert (draft.person_id, draft.gender, draft.birth_year, draft.phone) == (None, "", None, "")
    assert draft.name == "Karen Mølle"


def test_an_unknown_number_becomes_the_phone_of_a_new_person(
    page: RegisterPage, typist: Typist
) -> None:
    typist.type("98765432")
    typist.press("Enter")
    typist.type("Bo")
    draft = page.draft
    assert (draft.identity, draft.name, draft.phone) == (Identity.REGISTERED, "Bo", "98765432")
    assert page.parts.identity.about.phone.text() == "98765432"


def test_a_year_of_birth_may_be_two_digits_and_nonsense_is_refused(
    page: RegisterPage, typist: Typist
) -> None:
    typist.type("Bo Hald")
    typist.press("Enter", "Tab")
    typist.type("74")
    typist.press("Tab")
    assert page.draft.birth_year == 1974
    assert page.parts.identity.about.year.text() == "1974"

    page.parts.identity.about.year.setFocus()
    page.parts.identity.about.year.selectAll()
    typist.type("3074")
    typist.press("Ctrl+S")
    assert "Fødselsåret" in line(page)
    assert page.parts.identity.about.year.property("invalid") == "true"


def test_a_year_that_was_refused_is_not_the_next_persons(
    page: RegisterPage, typist: Typist
) -> None:
    typist.type("Bo Hald")
    typist.press("Enter", "Tab")
    typist.type("eg")
    typist.press("Tab")
    year = page.parts.identity.about.year
    assert year.property("invalid") == "true"
    page.leave()
    page.open(None)

    typist.type("Ida Holm")

    assert (year.text(), year.property("invalid")) == ("", "")


def test_a_year_that_was_refused_is_not_the_one_of_the_person_taken_instead(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    earlier_contact(store, lem, birth_year=None)
    typist.type("karen")
    typist.press("Tab", "Tab")
    page.parts.identity.about.year.setFocus()
    typist.type("eg")
    page.parts.identity.focus()
    page.parts.identity.person.refresh()
    typist.press("Enter")

    assert page.draft.name == "Karen Møller"
    assert page.parts.identity.about.year.text() == ""


def test_a_likely_person_is_asked_about_and_taken_by_one_key(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist, qtbot: QtBot
) -> None:
    earlier_contact(store, lem)
    typist.type("Karen Møller")
    typist.press("Tab")
    assert line(page) == "Måske Karen Møller f. 1974 (1 tidligere)"
    typist.press("Alt+J")
    known = store.people.search("karen")[0]
    qtbot.waitUntil(lambda: page.draft.person_id == known.id)


def test_a_likely_person_who_is_another_is_not_asked_about_again(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist, qtbot: QtBot
) -> None:
    earlier_contact(store, lem)
    typist.type("Karen Møller")
    typist.press("Tab", "Alt+E")
    qtbot.waitUntil(lambda: line(page) == "Ny person")
    typist.press("Alt+S")
    typist.type("læ")
    typist.press("Enter", "Ctrl+Enter")
    assert line(page) == ""
    assert store.people.count() == 2


def test_the_year_of_birth_tells_two_of_one_name_apart(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    earlier_contact(store, lem)
    typist.type("Karen Møller")
    typist.press("Tab", "Tab")
    typist.type("1990")
    assert line(page) == "Ny person"


def test_an_anonymous_person_may_tell_gender_age_and_that_they_were_here(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    typist.press("Tab", "1", "Tab", "Down", "Down", "Tab", "Space")
    draft = page.draft
    assert draft.gender is Gender.WOMAN
    assert draft.age_band is AgeBand.FROM_19
    assert draft.said_returning
    typist.press("Tab", "Tab", "0")
    assert page.draft.role is Role.NOT_TOLD


def test_down_in_the_empty_field_lists_who_was_here_last(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    earlier_contact(store, lem)
    earlier_contact(store, lem, "Kurt Sørensen", birth_year=1966, phone="")
    typist.press("Down", "Down", "Enter")
    assert page.draft.name == "Kurt Sørensen"
    assert page.draft.identity is Identity.REGISTERED


def test_a_misspelt_person_is_corrected_for_good(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    person = add_person(store, "Karen Møler", birth_year=1947)
    typist.type("karen")
    typist.press("Enter")
    QTest.mouseClick(page.parts.identity.about.correct, Qt.MouseButton.LeftButton)
    page.parts.identity.focus()
    typist.press("Backspace", "Backspace")
    typist.type("ler")
    typist.press("Tab", "1", "Tab")
    page.parts.identity.about.year.selectAll()
    typist.type("74")
    page.parts.reasons.field.setFocus()
    typist.type("læ")
    typist.press("Enter", "Ctrl+Enter")
    known = store.people.get(person.id)
    assert (known.name, known.gender, known.birth_year) == ("Karen Møller", Gender.WOMAN, 1974)
    assert store.people.count() == 1


def test_the_page_opens_for_a_person(
    qtbot: QtBot, services: Services, store: Store, lem: Workplace
) -> None:
    earlier_contact(store, lem)
    person = store.people.search("karen")[0]
    desk = open_desk(qtbot, services, target=ForPerson(person.id))
    page = desk.page
    assert page.draft.person_id == person.id
    assert page.draft.workplace_id == lem.id
    assert line(page).startswith("Genganger")


def test_no_name_stays_behind_in_the_window_when_the_page_goes(
    desk: Desk, store: Store, lem: Workplace, typist: Typist, qtbot: QtBot
) -> None:
    earlier_contact(store, lem)
    typist.type("karen")
    lists = desk.window.findChildren(HitList)
    assert any(each.isVisible() for each in lists)
    desk.page.leave()
    desk.page.deleteLater()
    qtbot.waitUntil(lambda: not desk.window.findChildren(HitList))


def test_a_new_person_agrees_to_be_registered_and_to_nothing_more(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    boxes = page.parts.identity.about.consent
    assert not boxes.isVisible(), "an anonymous contact agrees to nothing"
    typist.type("Gunhild Nybo")
    assert boxes.isVisible()
    assert (boxes.registration.isChecked(), boxes.evaluator.isChecked()) == (True, False)

    boxes.evaluator.setFocus()
    typist.press("Space")
    boxes.registration.setFocus()
    typist.press("Space")
    assert (page.draft.consent, page.draft.evaluator_consent) == (False, True)
    typist.press("Space")
    page.parts.reasons.field.setFocus()
    typist.type("læ")
    typist.press("Enter", "Ctrl+S")

    (made,) = store.people.search("gunhild")
    assert made.consent_on == made.evaluator_consent_on == date(2026, 11, 21)
    typist.type("Jens Holm")
    assert (boxes.registration.isChecked(), boxes.evaluator.isChecked()) == (True, False)


def test_a_known_person_is_not_asked_again(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    earlier_contact(store, lem)
    typist.type("kar")
    typist.press("Enter")
    assert page.draft.person_id is not None
    assert not page.parts.identity.about.consent.isVisible()
