"""The log of look-ups as it is read: filtered, lengthened, and a way to the person."""

from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.models.access import Access, Way
from app.models.erasure import erase_person
from app.models.store import Store
from app.models.types import Person
from app.ui.pages.settings.access_section import AccessSection
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_contact, add_counsellor, add_person
from tests.stores import NOW


@pytest.fixture
def section(qtbot: QtBot, services: Services) -> AccessSection:
    made = AccessSection(services, "Opslag")
    qtbot.addWidget(made)
    made.resize(900, 660)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.reload()
    return made


@pytest.fixture
def looked_up(store: Store) -> tuple[Person, Person]:
    """Lone looked up yesterday by KM, Bo today by JB."""
    lone, bo = add_person(store, "Lone Bæk"), add_person(store, "Bo Holm")
    standing = store.clock

    def yesterday() -> datetime:
        return NOW - timedelta(days=1)

    store.clock = yesterday
    store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    store.clock = standing
    other = add_counsellor(store, "JB", "Jon Bæk")
    store.settings.set("counsellor", other.id)
    store.access.note(Access.EXPORTED, [bo.id], Way.CLIPBOARD)
    return lone, bo


def rows(section: AccessSection) -> list[str]:
    return [section.list.item(row).text() for row in range(section.list.count())]


def test_an_empty_log_says_so(section: AccessSection) -> None:
    assert section.told.text() == "Ingen opslag endnu."
    assert section.list.isHidden()
    assert section.more.isHidden()


def test_the_lines_are_filtered_by_keys(
    section: AccessSection, looked_up: tuple[Person, Person], store: Store
) -> None:
    section.reload()
    lone = "20-11-2026 09.24 · KM · Lone Bæk · åbnede personens side"
    bo = "21-11-2026 09.24 · JB · Bo Holm · kopierede personens henvendelser"
    assert rows(section) == [bo, lone]
    assert section.told.text() == "Opslag: 2, de nyeste øverst"
    typist = Typist()
    section.person.setFocus()
    typist.type("baek")
    assert rows(section) == [lone], "the name of a counsellor is none of a person"
    typist.press("Ctrl+A", "Backspace")
    typist.press("Tab", "Down", "Down")
    assert section.counsellor.currentText() == "Karen Møller (KM)"
    assert rows(section) == [lone]
    typist.press("Up", "Up", "Tab")
    typist.type("i dag")
    typist.press("Tab")
    assert rows(section) == [bo]
    typist.type("i går")
    typist.press("Tab")
    assert section.told.text() == "Ingen opslag passer."


def test_a_line_leads_to_the_person(
    section: AccessSection,
    looked_up: tuple[Person, Person],
    services: Services,
    store: Store,
    visited: list[tuple[str, object]],
) -> None:
    lone, bo = looked_up
    add_contact(store, bo, date(2026, 11, 2))
    erase_person(store, services.paths, bo.id)
    section.reload()
    assert rows(section)[0].endswith(" · JB · slettet person · slettede personen")
    section.list.setFocus()
    Typist().press("Enter", "Down", "Down", "Enter")
    assert visited == [("person", ShowPerson(lone.id))], "nobody has no page"


def test_a_long_log_is_shown_piece_by_piece(section: AccessSection, store: Store) -> None:
    people = [add_person(store, f"Nogen {number}").id for number in range(230)]
    store.access.note(Access.LOOKED_UP, people, Way.PAGE)
    section.reload()
    assert section.told.text() == "200 af 230 opslag, de nyeste øverst"
    section.more.setFocus()
    Typist().press("Space")
    assert (section.list.count(), section.more.isHidden()) == (230, True)
    assert section.list.hasFocus()
