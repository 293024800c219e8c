"""Retention by hand: periods entered, what has run out chosen row by row, asked about and erased."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.models.case_types import RetentionSubject
from app.models.store import Store
from app.models.types import Person
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.settings.page import SettingsPage
from app.ui.pages.settings.retention_section import RetentionSection
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_contact, add_person
from tests.stores import NOW
from tests.ui.conftest import RecordingNotices

OLD = date(2024, 5, 2)
Opened = Callable[[], RetentionSection]


@pytest.fixture
def opened(qtbot: QtBot, services: Services) -> Opened:
    """Open the section as the window does."""
    pages: list[SettingsPage] = []

    def open_section() -> RetentionSection:
        page = SettingsPage(services)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1158, 660)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.open("retention")
        section = page.section()
        assert isinstance(section, RetentionSection)
        return section

    return open_section


@pytest.fixture
def lone(store: Store) -> Person:
    """Lone, here long ago and due with her note; and a note about nobody."""
    for subject in (RetentionSubject.PERSON, RetentionSubject.NOTE):
        store.retention_periods.set(subject, 12, "Arkivloven", date(2026, 1, 1))
    person = add_person(store)
    add_contact(store, person, OLD, note="Lones note")
    add_contact(store, None, OLD + timedelta(days=1), note="En anden")
    return person


def rows(section: RetentionSection) -> list[str]:
    return [section.due.list.item(row).text() for row in range(section.due.list.count())]


def said(section: RetentionSection) -> str:
    return "\n".join(label.text() for label in section.due.question.findChildren(QLabel))


def test_no_period_is_preset_and_that_is_said(opened: Opened) -> None:
    section = opened()
    assert section.due.told.text() == "Kommunen har ikke fastsat nogen periode endnu."
    assert section.due.list.isHidden()
    texts = [section.periods.list.item(row).text() for row in range(section.periods.list.count())]
    assert len(texts) == 5
    assert texts[0] == "Personer · ingen periode: intet udløber"
    assert section.periods.months.text() == ""


def test_a_period_is_entered_with_keys_corrected_and_taken_back(
    opened: Opened, store: Store, services: Services, notices: RecordingNotices
) -> None:
    section, typist = opened(), Typist()
    periods = section.periods
    periods.list.setFocus()
    typist.press("Down")
    assert periods.subject.value() == "note"
    assert "Noten tømmes" in periods.meaning.text()
    periods.months.setFocus()
    typist.type("24")
    typist.press("Tab")
    typist.type("Arkivloven")
    typist.press("Tab")
    typist.press("Ctrl+A")
    typist.type("1.1.26")
    typist.press("Tab", "Space")
    (made,) = store.retention_periods.all()
    assert (made.subject, made.months, made.legal_basis, made.valid_from) == (
        *("note", 24, "Arkivloven"),
        date(2026, 1, 1),
    )
    assert notices.told == ["Perioden er gemt"]
    assert section.due.told.text() == "Intet har overskredet sin periode."

    periods.months.setFocus()
    typist.press("Ctrl+A")
    typist.type("12")
    typist.press("Enter")
    assert [each.months for each in store.retention_periods.all()] == [12]
    services.commands.undo()
    assert [each.months for each in store.retention_periods.all()] == [24]
    assert periods.months.text() == "24"

    periods.delete_button.setFocus()
    typist.press("Space")
    assert store.retention_periods.all() == ()
    services.commands.undo()
    assert len(store.retention_periods.all()) == 1


def test_the_form_follows_when_a_new_period_is_undone(
    opened: Opened, store: Store, services: Services
) -> None:
    periods = opened().periods
    periods.subject.set_value(RetentionSubject.REFERRAL)
    periods.months.setText("24")
    periods.basis.setText("Forvaltningsloven § 1")
    periods.save_button.click()
    assert periods.delete_button.isEnabled()
    services.commands.undo()
    assert store.retention_periods.all() == ()
    assert (periods.subject.value(), periods.months.text()) == (RetentionSubject.REFERRAL, "")
    assert not periods.delete_button.isEnabled(), "there is none to delete"


@pytest.mark.parametrize("months", ["", "0", "-3", "et år", "9999"])
def test_what_is_no_period_is_said_at_its_field(opened: Opened, store: Store, months: str) -> None:
    periods = opened().periods
    periods.months.setText(months)
    periods.save_button.click()
    assert "mellem 1 og 600" in periods.months.accessibleDescription()
    assert "hjemmel" in periods.basis.accessibleDescription()
    assert store.retention_periods.all() == ()


def test_the_history_stays_beside_the_period_that_counts(opened: Opened, store: Store) -> None:
    for months, day in ((60, date(2024, 1, 1)), (24, date(2026, 1, 1)), (12, date(2027, 1, 1))):
        store.retention_periods.set(RetentionSubject.PERSON, months, "Lov", day)
    section = opened()
    texts = [section.periods.list.item(row).text() for row in range(3)]
    assert texts == [
        "Personer (kommende) · 12 måneder fra 01-01-2027 · Lov",
        "Personer · 24 måneder fra 01-01-2026 · Lov",
        "Personer (tidligere) · 60 måneder fra 01-01-2024 · Lov",
    ]


def test_what_is_typed_stays_when_something_else_is_saved(opened: Opened, store: Store) -> None:
    periods = opened().periods
    periods.basis.setText("Kun begyndt")
    add_person(store, "Bo Holm")
    assert periods.basis.text() == "Kun begyndt"


def test_rows_are_ticked_by_key_asked_about_and_erased(
    opened: Opened, store: Store, lone: Person, notices: RecordingNotices
) -> None:
    section, typist = opened(), Typist()
    assert rows(section) == [
        "Lone Bæk · person, senest her 02-05-2024 · udløb 02-05-2025",
        "Lone Bæk · note fra 02-05-2024 · udløb 02-05-2025",
        "Anonym · note fra 03-05-2024 · udløb 03-05-2025",
    ]
    due = section.due
    assert not due.erase_button.isEnabled()
    due.list.setFocus()
    typist.press("Down", "Down", "Space")
    assert due.erase_button.text() == "Slet de valgte (1) …"
    due.erase_button.setFocus()
    typist.press("Space")
    assert due.question.isVisible()
    assert "Private noter: 1" in said(section)
    assert due.question.no.hasFocus(), "Enter by mistake keeps them"
    typist.press("Esc")
    assert due.question.isHidden()
    assert len(rows(section)) == 3

    typist.press("Space")
    typist.press("Tab", "Space")
    assert due.question.isHidden()
    assert rows(section)[1:] == ["Lone Bæk · note fra 02-05-2024 · udløb 02-05-2025"]
    assert due.done.label.text() == "Slettet: noter: 1"
    assert due.list.hasFocus()
    assert notices.errors == []


def test_all_are_chosen_and_the_person_leaves_a_receipt(
    opened: Opened, store: Store, lone: Person, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    store.settings.set("export_folder", str(out))
    section = opened()
    section.due.all_button.click()
    assert section.due.all_button.text() == "Vælg ingen"
    section.due.erase_button.click()
    assert "Personens henvendelser tælles stadig (1)" in said(section)
    section.due.question.yes.click()
    assert store.people.all() == ()
    assert section.due.told.text() == "Intet har overskredet sin periode."
    assert "Kvitteringen ligger i mappen out" in section.due.done.label.text()
    assert section.due.done.button.hasFocus()
    assert {path.suffix for path in out.iterdir()} == {".pdf", ".txt"}


def test_a_row_leads_to_whom_or_what_it_is_about(
    opened: Opened, store: Store, lone: Person, visited: list[tuple[str, object]]
) -> None:
    section, typist = opened(), Typist()
    section.due.list.setFocus()
    typist.press("Enter", "Down", "Enter")
    (talk,) = store.inquiries.of_person(lone.id)
    assert visited == [("person", ShowPerson(lone.id)), ("inquiries", ShowInquiry(talk.id))]


def test_another_choice_is_another_question(opened: Opened, lone: Person) -> None:
    due = opened().due
    due.list.item(1).setCheckState(Qt.CheckState.Checked)
    due.erase_button.click()
    assert due.question.isVisible()
    due.list.item(2).setCheckState(Qt.CheckState.Checked)
    assert due.question.isHidden()


def test_what_came_back_meanwhile_is_not_erased(
    opened: Opened, store: Store, lone: Person, notices: RecordingNotices
) -> None:
    due = opened().due
    due.list.item(0).setCheckState(Qt.CheckState.Checked)
    due.erase_button.click()
    # Another window, which does not tell this one.
    store.database.execute("UPDATE inquiry SET date = '2026-11-20'")
    due.question.yes.click()
    assert store.people.get(lone.id) == lone
    assert len(notices.errors) == 1
    assert due.list.count() == 0


def test_where_the_clock_leapt_somebody_must_say_that_it_is_right(
    opened: Opened,
    store: Store,
    lone: Person,
) -> None:
    def ten_years_later() -> datetime:
        return NOW + timedelta(days=3650)

    store.clock = ten_years_later
    section = opened()
    due = section.due
    assert due.clock.isVisible()
    assert "18-11-2036" in due.clock.label.text()
    due.all_button.click()
    due.erase_button.click()
    question = due.question
    assert not question.yes.isEnabled()
    assert question.clock.text() == "Datoen er rigtig: i dag er det 18-11-2036"
    typist = Typist()
    question.clock.setFocus()
    typist.press("Space")
    assert question.yes.isEnabled()
    question.no.click()
    due.erase_button.click()
    assert not question.yes.isEnabled(), "it is asked every time"
    assert store.people.get(lone.id) == lone


def test_leaving_the_section_puts_the_question_away(
    opened: Opened, lone: Person, store: Store
) -> None:
    section = opened()
    section.due.all_button.click()
    section.due.erase_button.click()
    section.leave()
    assert section.due.question.isHidden()
    assert store.people.get(lone.id) == lone
