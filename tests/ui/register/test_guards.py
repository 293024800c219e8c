"""CPR numbers and, when anonymous, names of known persons are warned about and masked by one key."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Workplace
from app.ui.pages.register.page import RegisterPage
from tests.desk import earlier_contact
from tests.keyboard import Typist
from tests.ui.conftest import RecordingNotices


def write_note(page: RegisterPage, typist: Typist, text: str) -> None:
    QTest.mouseClick(page.parts.bottom.note, Qt.MouseButton.LeftButton)
    typist.type(text)


def test_a_cpr_number_in_the_note_is_warned_about_and_masked_by_one_key(
    page: RegisterPage, typist: Typist, qtbot: QtBot
) -> None:
    write_note(page, typist, "hun har 010203-1234")
    qtbot.waitUntil(page.parts.guard.isVisible)
    assert "CPR-nummer" in page.parts.guard.label.text()
    keys = typist.keys
    typist.press("F4")
    assert typist.keys == keys + 1
    assert page.draft.note == page.note.field.toPlainText() == "hun har [CPR]"
    qtbot.waitUntil(lambda: not page.parts.guard.isVisible())


def test_the_warning_never_hides_under_the_note(
    page: RegisterPage, typist: Typist, qtbot: QtBot
) -> None:
    write_note(page, typist, "010203-1234")
    qtbot.waitUntil(page.parts.guard.isVisible)
    guard = page.parts.guard
    top = guard.mapTo(page, guard.rect().topLeft()).y()
    qtbot.waitUntil(lambda: page.note.geometry().bottom() < top)


def test_a_known_name_is_warned_about_only_while_the_contact_is_anonymous(
    page: RegisterPage,
    store: Store,
    lem: Workplace,
    typist: Typist,
    qtbot: QtBot,
) -> None:
    earlier_contact(store, lem)
    write_note(page, typist, "søster til karen møller")
    qtbot.waitUntil(page.parts.guard.isVisible)
    assert "anonym" in page.parts.guard.label.text()

    page.parts.identity.focus()
    typist.type("bo")
    qtbot.waitUntil(lambda: not page.parts.guard.isVisible())
    typist.press("Backspace", "Backspace")
    qtbot.waitUntil(page.parts.guard.isVisible)
    typist.press("F4")
    assert page.draft.note == "søster til [navn]"


def test_what_was_promised_is_guarded_too(page: RegisterPage, typist: Typist, qtbot: QtBot) -> None:
    QTest.mouseClick(page.parts.bottom.follow_up.choice.button("one"), Qt.MouseButton.LeftButton)
    page.parts.bottom.follow_up.text.setFocus()
    typist.type("ring om 0102031234")
    qtbot.waitUntil(page.parts.guard.isVisible)
    typist.press("F4")
    assert page.draft.follow_up_text == page.parts.bottom.follow_up.text.text() == "ring om [CPR]"


def test_a_promise_with_a_cpr_number_is_not_saved_until_it_is_masked(
    page: RegisterPage, store: Store, typist: Typist, notices: RecordingNotices
) -> None:
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter")
    QTest.mouseClick(page.parts.bottom.follow_up.choice.button("one"), Qt.MouseButton.LeftButton)
    page.parts.bottom.follow_up.text.setFocus()
    typist.type("ring om 0102031234")
    typist.press("Ctrl+Enter")
    assert store.inquiries.count() == 0
    assert "ligner et CPR-nummer" in notices.told[-1]
    assert page.parts.bottom.follow_up.text.hasFocus()
    typist.press("F4", "Ctrl+Enter")
    assert [kept.text for kept in store.followups.open()] == ["ring om [CPR]"]


def test_a_cpr_number_in_the_name_is_guarded_too(
    page: RegisterPage, typist: Typist, qtbot: QtBot
) -> None:
    typist.type("bo 010203-1234")
    qtbot.waitUntil(page.parts.guard.isVisible)
    typist.press("F4")
    assert page.draft.name == page.parts.identity.person.text() == "bo [CPR]"


def test_saving_at_once_warns_and_does_not_stop(
    page: RegisterPage, store: Store, typist: Typist, notices: RecordingNotices
) -> None:
    write_note(page, typist, "010203-1234")
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert store.inquiries.count() == 1
    assert "maskeres" in notices.told[-1]


def test_the_note_stays_when_its_panel_closes_and_the_button_says_so(
    page: RegisterPage, typist: Typist
) -> None:
    write_note(page, typist, "svær uge")
    typist.press("Esc")
    assert not page.note.isVisible()
    assert page.draft.note == "svær uge"
    assert page.parts.bottom.note.accessibleName() == "Privat note, udfyldt"
