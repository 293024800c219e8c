"""Two records of one person in the window: suggested, compared, merged, split, told apart."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionButton
from pytestqt.qtbot import QtBot

from app.models.access import Access, Way
from app.models.consent import Consent, set_consent
from app.models.merging import merge_people
from app.models.store import Store
from app.models.types import Person
from app.ui.pages.duplicates.page import DuplicatesPage
from app.ui.pages.scrolled import Scrolled
from app.ui.pages.targets import ComparePeople, ShowPerson
from app.ui.services import Services
from tests.keyboard import Typist, focused
from tests.records import add_contact, add_person
from tests.ui.person.conftest import Opened

Visited = list[tuple[str, object]]


def again(store: Store) -> Person:
    person = add_person(store, "Karen Moeller", birth_year=1974, phone="60 70 80 90")
    add_contact(store, person)
    return person


def duplicates(qtbot: QtBot, services: Services, target: object = None) -> DuplicatesPage:
    page = DuplicatesPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(target)
    page.first_focus().setFocus()
    return page


def test_the_page_of_a_person_suggests_and_compares(
    opened: Opened, store: Store, karen: Person, visited: Visited
) -> None:
    other = again(store)
    page = opened()
    (row,) = page.same.rows
    assert "Karen Moeller · f. 1974 · 60 70 80 90" in row.accessibleName()
    row.compare_button.setFocus()
    Typist().press("Space")
    assert visited[-1] == ("duplicates", ComparePeople(karen.id, other.id))
    page.reload()
    (row,) = page.same.rows
    assert focused() is row.compare_button, "reading again leaves the focus where it was"
    row.apart_button.setFocus()
    Typist().press("Space")
    assert page.same.rows == []
    assert focused() is page.same.other.field.line
    assert store.different_people.others(karen.id) == {other.id}


def test_anybody_else_is_found_in_the_field(
    opened: Opened, store: Store, karen: Person, visited: Visited
) -> None:
    bo = add_person(store, "Bo Holm")
    page = opened()
    assert page.same.rows == []
    page.same.other.setFocus()
    typist = Typist()
    typist.type("bo")
    typist.press("Enter")
    assert visited[-1] == ("duplicates", ComparePeople(karen.id, bo.id))


def test_two_records_are_merged_with_what_was_chosen(
    qtbot: QtBot, services: Services, store: Store, karen: Person, visited: Visited
) -> None:
    other = again(store)
    page = duplicates(qtbot, services, ComparePeople(karen.id, other.id))
    assert set(page.compare.choices) == {"name", "gender", "phone", "workplace_id"}
    ours, theirs = page.compare.choices["phone"]
    assert ours.isChecked()
    assert focused() is page.compare.choices["name"][0]
    theirs.setFocus()
    typist = Typist()
    typist.press("Space")
    page.compare.merge_button.setFocus()
    typist.press("Space")
    kept = store.people.get(karen.id)
    assert (kept.name, kept.phone) == ("Karen Møller", "60 70 80 90")
    assert len(store.inquiries.of_person(karen.id)) == 3
    assert visited[-1] == ("person", ShowPerson(karen.id))
    services.commands.undo()
    assert store.people.get(karen.id).phone == "20304050"
    assert store.people.get(other.id).merged_into is None


def test_the_list_of_pairs_leads_to_both_and_back(
    qtbot: QtBot, services: Services, store: Store, karen: Person, visited: Visited
) -> None:
    other = again(store)
    page = duplicates(qtbot, services)
    (row,) = page.rows
    assert focused() is row.compare_button
    typist = Typist()
    typist.press("Space")
    assert page.compare.isVisible()
    typist.press("Esc")
    assert not page.compare.isVisible()
    assert focused() is page.rows[0].compare_button
    typist.press("Tab", "Space")
    assert page.rows == []
    assert store.different_people.others(other.id) == {karen.id}
    assert focused() is page.empty.button
    services.commands.undo()
    assert len(page.rows) == 1


def test_who_is_compared_from_a_person_goes_back_there(
    qtbot: QtBot, services: Services, store: Store, karen: Person, visited: Visited
) -> None:
    page = duplicates(qtbot, services, ComparePeople(karen.id, again(store).id))
    Typist().press("Esc")
    assert visited[-1] == ("person", ShowPerson(karen.id))
    assert page.compare.compared is not None


def test_merged_records_are_shown_and_split(opened: Opened, store: Store, karen: Person) -> None:
    other = again(store)
    merge_people(store, karen.id, other.id)
    page = opened(other.id)
    assert page.title.text() == "Karen Møller", "a merged record is shown as who it became"
    (split,) = page.same.split_buttons
    split.setFocus()
    Typist().press("Space")
    assert store.people.get(other.id).merged_into is None
    assert page.same.split_buttons == []
    assert len(page.same.rows) == 1, "they look alike as before"
    assert len(page.contacts.rows) == 2


@pytest.mark.parametrize("key", ["Ctrl+Enter", "Ctrl+S"])
def test_the_keys_that_save_everywhere_merge(
    qtbot: QtBot, services: Services, store: Store, karen: Person, key: str
) -> None:
    other = again(store)
    page = duplicates(qtbot, services, ComparePeople(karen.id, other.id))
    Typist().press(key)
    assert store.people.get(other.id).merged_into == karen.id
    assert page.compare.compared is None


def test_the_consents_of_both_are_shown_and_chosen(
    qtbot: QtBot, services: Services, store: Store, karen: Person
) -> None:
    other = again(store)
    set_consent(store, other.id, Consent.REGISTRATION, date(2026, 11, 4))
    page = duplicates(qtbot, services, ComparePeople(karen.id, other.id))
    ours, theirs = page.compare.choices["consent_on"]
    assert (ours.text(), theirs.text()) == ("Ikke givet", "Givet 04-11-2026")
    assert theirs.isChecked(), "what only one has is proposed"
    assert "evaluator_consent_on" not in page.compare.choices
    ours.setChecked(True)
    page.compare.merge_button.click()
    assert store.people.get(karen.id).consent_on is None


def test_what_cannot_be_chosen_stands_in_line_with_what_can(
    qtbot: QtBot, services: Services, store: Store, karen: Person
) -> None:
    other = again(store)
    page = duplicates(qtbot, services, ComparePeople(karen.id, other.id))
    choice = page.compare.choices["name"][0]
    (plain, _) = (one for one in page.compare.findChildren(QLabel) if one.text() == "1974")
    option = QStyleOptionButton()
    choice.initStyleOption(option)
    words = choice.style().subElementRect(QStyle.SubElement.SE_RadioButtonContents, option, choice)
    qtbot.waitUntil(lambda: plain.height() == choice.height())
    assert plain.x() + plain.indent() == choice.x() + words.x()


def test_the_records_stand_below_each_other_where_there_is_no_room_beside(
    qtbot: QtBot, services: Services, store: Store, karen: Person
) -> None:
    page = duplicates(qtbot, services, ComparePeople(karen.id, again(store).id))
    one, other = page.compare.choices["name"]
    qtbot.waitUntil(lambda: other.y() == one.y() and other.x() > one.x())
    page.resize(600, 600)
    qtbot.waitUntil(lambda: other.y() > one.y() and other.x() == one.x())
    assert {area.horizontalScrollBar().maximum() for area in page.findChildren(Scrolled)} == {0}
    born = [each for each in page.compare.findChildren(QLabel) if each.text() == "1974"]
    assert [each.isVisible() for each in born].count(True) == 1, "what is the same is said once"
    page.resize(1158, 660)
    qtbot.waitUntil(lambda: other.y() == one.y() and other.x() > one.x())


def test_both_are_looked_up_when_they_are_compared(
    qtbot: QtBot, services: Services, store: Store, karen: Person
) -> None:
    other = again(store)
    page = duplicates(qtbot, services, ComparePeople(karen.id, other.id))
    page.reload()
    lines = store.access.lines()
    assert {line.record_id for line in lines} == {karen.id, other.id}
    assert {(line.action, line.ways) for line in lines} == {(Access.LOOKED_UP, (Way.PAGE,))}
