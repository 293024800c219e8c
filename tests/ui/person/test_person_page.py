"""The page of a person: what they came about, what was promised, and correcting who they are."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtWidgets import QLabel, QWidget

from app.models.store import Store
from app.models.types import Gender, Person
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.person.page import PersonPage
from app.ui.pages.targets import ForPerson
from app.ui.services import Services
from tests.keyboard import Typist, focused
from tests.records import add_contact, add_workplace
from tests.ui.conftest import RecordingNotices
from tests.ui.person.conftest import NOTE, Opened


def said(widget: QWidget) -> str:
    """Return everything that stands in labels and is seen."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_contacts_stand_with_the_newest_first(opened: Opened) -> None:
    page = opened()
    assert page.title.text() == "Karen Møller"
    assert page.summary.text() == "2 henvendelser, 02-11-2026 til 19-11-2026"
    told = [said(row).split("\n") for row in page.contacts.rows]
    assert told[0][:3] == ["19-11-2026", "13.05", "Genganger · På arbejdspladsen · KM"]
    assert told[1][:3] == ["02-11-2026", "09.00", "Unik · Vestas i Lem · KM"]
    assert "Stress" in told[0]
    assert any(line.startswith("Råd: ") for line in told[1])
    assert page.contacts.rows[0].accessibleName().startswith("19-11-2026 kl. 13.05")


def test_a_note_is_folded_away_until_it_is_asked_for(opened: Opened) -> None:
    page = opened()
    assert NOTE not in said(page)
    newest, oldest = page.contacts.rows
    assert newest.note_button is None
    assert oldest.note_button is not None
    oldest.note_button.setFocus()
    typist = Typist()
    typist.press("Space")
    assert NOTE in said(page)
    assert oldest.note_button.accessibleName() == "Skjul noten fra 02-11-2026"
    typist.press("Space")
    assert NOTE not in said(page)


def test_one_key_begins_the_next_inquiry(
    opened: Opened, karen: Person, visited: list[tuple[str, object]]
) -> None:
    page = opened()
    assert page.new_button.hasFocus()
    Typist().press("Space")
    assert visited == [("register", ForPerson(karen.id))]


def test_a_contact_leads_to_the_list(
    opened: Opened, store: Store, karen: Person, visited: list[tuple[str, object]]
) -> None:
    page = opened()
    page.contacts.rows[1].open_button.setFocus()
    Typist().press("Space")
    assert visited == [("inquiries", ShowInquiry(store.inquiries.of_person(karen.id)[0].id))]


def test_a_promise_is_kept_with_one_key_and_taken_back(
    opened: Opened, services: Services, notices: RecordingNotices
) -> None:
    page = opened()
    (row,) = page.promises.rows
    assert "Send link (gjort 21-11-2026)" in said(page.promises)
    row.setFocus()
    Typist().press("Space")
    assert notices.told == ["Opfølgningen er gjort"]
    assert page.promises.rows == []
    assert "Ring om coaching (gjort 21-11-2026)" in said(page.promises)
    assert page.promises.new_button.hasFocus(), "the focus stays in the card"
    services.commands.undo()
    assert len(page.promises.rows) == 1


def test_a_promise_is_put_off(opened: Opened) -> None:
    page = opened()
    page.promises.rows[0].setFocus()
    Typist().press("7")
    assert "28-11-2026" in said(page.promises.rows[0])
    assert page.promises.rows[0].hasFocus(), "the row that was built again has the focus"


def correct_name(page: PersonPage, name: str) -> Typist:
    typist = Typist()
    typist.press("F2")
    assert page.form.name.hasFocus()
    typist.press("Ctrl+A")
    typist.type(name)
    return typist


def test_who_it_is_is_corrected_by_keys_and_taken_back(
    opened: Opened, store: Store, karen: Person, services: Services, notices: RecordingNotices
) -> None:
    page = opened()
    typist = correct_name(page, "Karen Bæk")
    typist.press("Tab", "Tab", "Ctrl+A")
    typist.type("75")
    typist.press("Ctrl+S")
    corrected = store.people.get(karen.id)
    assert (corrected.name, corrected.birth_year) == ("Karen Bæk", 1975)
    assert (corrected.gender, corrected.phone) == (Gender.WOMAN, "20304050")
    assert notices.told == ["Oplysningerne er gemt"]
    assert page.form.isHidden()
    assert page.facts.edit_button.hasFocus()
    assert page.title.text() == "Karen Bæk"
    assert "KM · rettet: Navn, Fødselsår" in said(page.facts)
    services.commands.undo()
    assert page.title.text() == "Karen Møller"


def test_what_is_wrong_stands_beside_its_field(opened: Opened, store: Store, karen: Person) -> None:
    page = opened()
    typist = correct_name(page, " ")
    typist.press("Enter")
    assert "Skriv et navn." in said(page.form)
    typist.type("Karen")
    page.form.birth_year.setFocus()
    typist.press("Ctrl+A")
    typist.type("3000")
    typist.press("Enter")
    assert "Fødselsåret kan ikke passe" in said(page.form)
    assert focused() is page.form.birth_year
    assert store.people.get(karen.id) == karen
    typist.press("Esc")
    assert page.form.isHidden()


def test_a_correction_is_not_lost_when_the_page_is_left(
    opened: Opened, store: Store, karen: Person
) -> None:
    page = opened()
    correct_name(page, "Karen Bæk")
    page.leave()
    assert store.people.get(karen.id).name == "Karen Bæk"


def test_the_focus_and_what_is_typed_stay_when_something_else_changes(
    opened: Opened, store: Store, karen: Person
) -> None:
    page = opened()
    correct_name(page, "Karen B")
    add_contact(store, karen, note="ny")
    assert len(page.contacts.rows) == 3
    assert (page.form.name.text(), page.form.name.hasFocus()) == ("Karen B", True)


def test_escape_leads_back(opened: Opened, visited: list[tuple[str, object]]) -> None:
    opened()
    Typist().press("Esc")
    assert visited == [("inquiries", None)]


def test_a_page_without_a_person_says_how_to_find_one(
    opened: Opened, services: Services, qtbot: object
) -> None:
    page = PersonPage(services)
    qtbot.addWidget(page)  # type: ignore[attr-defined]
    page.show()
    assert page.empty.isVisible()
    assert page.first_focus() is page.empty.button


def test_what_people_wrote_is_never_markup(opened: Opened, store: Store, karen: Person) -> None:
    add_contact(store, karen, note="<b>fed</b>")
    page = opened()
    row = page.contacts.rows[0]
    row.fold_note(False)
    assert "<b>fed</b>" in said(row)


def test_of_a_long_history_the_newest_five_are_shown_until_all_are_asked_for(
    opened: Opened, store: Store, karen: Person
) -> None:
    for number in range(7):
        store.people.change(replace(store.people.get(karen.id), phone=f"2030405{number}"))
    page = opened()

    def lines() -> int:
        return sum("·" in text for text in said(page.facts).split("\n"))

    assert lines() == 5
    page.facts.fold_button.setFocus()
    Typist().press("Space")
    assert lines() == 7, "the first number stood there already"
    assert page.facts.fold_button.hasFocus()
    assert page.facts.fold_button.text() == "Vis færre"
    page.reload()
    assert lines() == 7, "what was unfolded stays so"


def test_the_workplaces_of_the_contacts_stand_under_their_own(
    opened: Opened, store: Store, karen: Person
) -> None:
    arla = add_workplace(store, "ARLA", "Arla Danmark Protein")
    add_contact(store, karen, date(2026, 11, 20), workplace_id=arla.id)
    page = opened()
    said = [one.text() for one in page.facts.findChildren(QLabel)]
    assert "Vestas i Lem\nArla Danmark Protein, senest 20-11-2026" in said
