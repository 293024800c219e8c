"""Opening a person's page is written down: once, after it stands there, and without being able to fail it."""

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from app.models.access import Access, Way
from app.models.erasure import erase_person
from app.models.store import Store
from app.models.types import Person
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.person.page import PersonPage
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import DAY, add_contact, add_person
from tests.ui.conftest import RecordingNotices
from tests.ui.person.conftest import Opened
from tests.ui.today.test_late_answers import LaterRunner


def told(store: Store) -> list[tuple[str, Access, tuple[Way, ...]]]:
    return [(line.record_id, line.action, line.ways) for line in store.access.lines()]


def test_opening_the_page_is_one_line(opened: Opened, store: Store, karen: Person) -> None:
    page = opened()
    page.open(ShowPerson(karen.id))
    page.reload()
    assert told(store) == [(karen.id, Access.LOOKED_UP, (Way.PAGE,))]


def test_a_page_that_reads_again_is_not_opened_again(
    opened: Opened, store: Store, karen: Person
) -> None:
    page = opened()
    store.database.execute("DELETE FROM access")
    page.reload()
    assert told(store) == []


def test_the_next_person_is_another_line(opened: Opened, store: Store, karen: Person) -> None:
    other = add_person(store, "Bo Holm")
    page = opened()
    page.open(ShowPerson(other.id))
    assert [line.record_id for line in store.access.lines()] == [other.id, karen.id]


def test_a_file_and_an_erasure_are_lines_too(
    opened: Opened, store: Store, karen: Person, tmp_path: object
) -> None:
    store.settings.set("export_folder", str(tmp_path))
    page = opened()
    page.rights.pdf_button.click()
    page.rights.erase_button.click()
    page.rights.panel.yes.click()
    (erased, exported, looked_up) = store.access.lines()
    assert (erased.action, erased.ways) == (Access.ERASED, (Way.REQUEST,))
    assert (exported.action, exported.ways) == (Access.EXPORTED, (Way.PDF,))
    assert looked_up.action is Access.LOOKED_UP
    assert karen.id not in {erased.record_id, exported.record_id, looked_up.record_id}


def test_nobody_is_not_looked_up(
    opened: Opened, store: Store, karen: Person, services: Services
) -> None:
    contact = store.inquiries.of_person(karen.id)[0]
    erase_person(store, services.paths, karen.id)
    nobody = store.inquiries.get(contact.id).person_id
    assert nobody is not None
    opened(nobody)
    assert [line.action for line in store.access.lines()] == [Access.ERASED]


def test_a_store_that_cannot_be_written_shows_the_page_all_the_same(
    opened: Opened, store: Store, notices: RecordingNotices, karen: Person
) -> None:
    store.database.execute("PRAGMA query_only = ON")
    page = opened()
    assert page.title.text() == "Karen Møller"
    assert notices.errors == []
    store.database.execute("PRAGMA query_only = OFF")
    assert told(store) == []


def test_the_page_does_not_wait_for_the_line(
    qtbot: QtBot, services: Services, store: Store, karen: Person
) -> None:
    written_when_shown: list[int] = []

    class Page(PersonPage):
        def setAccessibleName(self, name: str) -> None:
            super().setAccessibleName(name)
            if name == karen.name:
                written_when_shown.append(store.access.count())

    page = Page(replace(services, runner=LaterRunner(store, services.notices.show_error)))
    qtbot.addWidget(page)
    page.show()
    page.open(ShowPerson(karen.id))
    qtbot.waitUntil(lambda: store.access.count() == 1)
    assert written_when_shown[0] == 0
    assert page.title.text() == "Karen Møller"


@pytest.fixture
def copied(qtbot: QtBot, services: Services, store: Store, karen: Person) -> InquiriesPage:
    """The list of Karen's two inquiries, one of Bo and one of nobody, all of them copied by key."""
    bo = add_person(store, "Bo Holm")
    add_contact(store, bo, DAY)
    add_contact(store, None, DAY)
    page = InquiriesPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.list.view.setFocus()
    Typist().press("Ctrl+A", "Ctrl+C")
    return page


def test_copied_rows_are_a_line_for_everybody_in_them(
    copied: InquiriesPage, store: Store, notices: RecordingNotices
) -> None:
    assert notices.told == ["4 rækker er kopieret"]
    names = {store.people.get(line.record_id).name for line in store.access.lines()}
    assert names == {"Karen Møller", "Bo Holm"}
    assert {(line.action, line.ways) for line in store.access.lines()} == {
        (Access.EXPORTED, (Way.CLIPBOARD,))
    }
