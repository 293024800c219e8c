"""Moving between pages: where one lands, and what the frame leaves to the page."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.types import Person
from app.ui.main_window import MainWindow
from app.ui.pages.inquiries.inquiries_table import Column
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.person.page import PersonPage
from app.ui.pages.scrolled import Scrolled
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from app.ui.workspace import Workspace
from tests.keyboard import Typist
from tests.records import add_contact, add_person


@pytest.fixture
def often(store: Store) -> Person:
    """Somebody whose page is longer than the window."""
    person = add_person(store, "Lærke Nygaard")
    for day in range(1, 21):
        add_contact(store, person, date(2026, 11, day))
    return person


@pytest.fixture
def workspace(services: Services, qtbot: QtBot, often: Person) -> Iterator[Workspace]:
    """The workspace in its window, on the page of somebody."""
    go: list[Callable[[str, object], None]] = []

    def asked(name: str, target: object) -> None:
        go[0](name, target)

    made = Workspace(replace(services, go=asked))
    go.append(made.go)
    window = MainWindow()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show_content(made)
        window.show()
        window.activateWindow()
    made.go("person", ShowPerson(often.id))
    QApplication.processEvents()
    yield made
    window.close()


def page_of(workspace: Workspace) -> PersonPage:
    page = workspace.current_page()
    assert isinstance(page, PersonPage)
    return page


def test_who_is_opened_by_name_is_seen_from_the_top(workspace: Workspace, often: Person) -> None:
    page = page_of(workspace)
    (bar,) = (area.verticalScrollBar() for area in page.findChildren(Scrolled))
    bar.setValue(bar.maximum())
    assert bar.value() > 0, "or this proves nothing"

    workspace.go("today")
    Typist().press("Ctrl+K")
    Typist().type("lærke nyg")
    Typist().press("Enter")

    assert page_of(workspace) is page
    assert bar.value() == 0
    assert page.new_button.hasFocus()
    assert page.title.visibleRegion().boundingRect() == page.title.rect()


def test_the_first_control_is_seen_also_when_one_comes_back(
    workspace: Workspace, store: Store
) -> None:
    page = page_of(workspace)
    (bar,) = (area.verticalScrollBar() for area in page.findChildren(Scrolled))
    bar.setValue(bar.maximum())
    workspace.go("today")
    workspace.go("person")
    assert page.new_button.hasFocus()
    assert not page.new_button.visibleRegion().isEmpty()


def test_the_keys_of_a_person_work_in_the_status_bar_too(
    workspace: Workspace, store: Store, often: Person
) -> None:
    page, typist = page_of(workspace), Typist()
    part = workspace.status.part("encrypted")
    part.setFocus()
    typist.press("S")
    assert store.people.get(often.id).consent_on is not None
    part.setFocus()
    typist.press("F2")
    assert page.form.isVisible()
    assert page.form.name.hasFocus()


def test_letters_in_the_search_box_are_only_letters(
    workspace: Workspace, store: Store, often: Person
) -> None:
    Typist().press("Ctrl+K", "F2")
    Typist().type("se")
    assert store.people.get(often.id) == often
    assert page_of(workspace).form.isHidden()


def test_a_code_word_is_found_everywhere_and_leads_to_its_talks(
    workspace: Workspace, store: Store, qtbot: QtBot
) -> None:
    draft = InquiryDraft(date=date(2026, 11, 20), code_word="Grøn kaffekop", reasons=("P01",))
    talk = register(store, draft).inquiry
    Typist().press("Ctrl+K")
    Typist().type("grøn kaff")
    Typist().press("Enter")
    page = workspace.current_page()
    assert isinstance(page, InquiriesPage)
    assert list(page.list.table.seqs) == [talk.seq]
    table = page.list.table
    qtbot.waitUntil(lambda: table.index(0, Column.PERSON).data() == "»Grøn kaffekop«")
