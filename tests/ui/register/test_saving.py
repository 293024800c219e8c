"""Saving from anywhere, taking back, correcting, and what is said when something is missing."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import Conflict
from app.models.registration import kept_drafts, register
from app.models.store import Store
from app.models.types import Channel, Inquiry, Workplace
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.targets import EditInquiry
from tests.desk import Desk, earlier_contact
from tests.keyboard import Typist, focused
from tests.ui.conftest import RecordingNotices


def stress(typist: Typist, *then: str) -> None:
    """Choose Stress from the first field on."""
    typist.press("Enter")
    typist.type("st")
    typist.press("Enter", *then)


def newest(store: Store) -> Inquiry:
    inquiry = store.inquiries.newest()
    assert inquiry is not None
    return inquiry


@pytest.mark.parametrize("keys", ["Ctrl+Enter", "Ctrl+S"])
def test_saving_works_from_every_part_of_the_page(
    page: RegisterPage, store: Store, typist: Typist, keys: str
) -> None:
    parts = page.parts
    places = (
        parts.identity.person.line,
        parts.reasons.field.line,
        parts.advice.board.chip("A01"),
        parts.bottom.follow_up.choice.button("one"),
        parts.bottom.save,
    )
    for number, place in enumerate(places, start=1):
        stress(typist)
        place.setFocus()
        typist.press(keys)
        assert store.inquiries.count() == number
        assert focused() is page.first_focus()


def test_a_save_is_told_with_the_way_back_and_the_page_is_ready_for_the_next(
    page: RegisterPage, store: Store, notices: RecordingNotices, typist: Typist
) -> None:
    before = page.draft
    stress(typist, "Ctrl+Enter")
    assert notices.told == ["Henvendelsen er gemt"]
    assert page.draft == before
    assert kept_drafts(store) == ()


def test_a_hit_that_is_marked_counts_as_chosen(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    typist.press("Enter")
    typist.type("st")
    typist.press("Ctrl+Enter")
    assert newest(store).reasons == ("S01",)


def test_what_was_typed_and_not_found_is_not_thrown_away(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    stress(typist)
    typist.type("tandpine")
    typist.press("Ctrl+Enter")
    assert store.inquiries.count() == 0
    assert focused() is page.parts.reasons.field.line
    assert page.parts.reasons.field.line.accessibleDescription() == "»tandpine« er ikke valgt."


def test_without_a_reason_the_field_says_so_and_gets_the_focus(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    typist.press("Ctrl+Enter")
    assert store.inquiries.count() == 0
    assert focused() is page.parts.reasons.field.line
    assert "mindst én årsag" in page.parts.reasons.field.line.accessibleDescription()
    typist.type("st")
    typist.press("Enter")
    assert page.parts.reasons.field.line.accessibleDescription() == ""


def test_at_a_workplace_without_one_opens_the_row_where_it_is_missing(
    quiet_desk: Callable[[], Desk], store: Store, lem: Workplace, typist: Typist
) -> None:
    desk = quiet_desk()
    page, row = desk.page, desk.page.parts.context
    page.change_occasion()
    row.channel.setFocus()
    QTest.keyClick(row.channel, Qt.Key.Key_Home)
    assert page.draft.channel is Channel.WORKPLACE
    page.parts.reasons.field.line.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert store.inquiries.count() == 0
    assert focused() is row.place.line
    assert "Vælg arbejdspladsen" in row.place.line.accessibleDescription()
    typist.type("lem")
    typist.press("Enter")
    assert row.place.line.accessibleDescription() == ""
    typist.press("Ctrl+Enter")
    assert newest(store).workplace_id == lem.id


def test_registered_without_a_name_says_so(
    page: RegisterPage, store: Store, typist: Typist, qtbot: QtBot
) -> None:
    stress(typist, "Alt+R")
    qtbot.waitUntil(lambda: page.draft.identity == "registered")
    typist.press("Ctrl+Enter")
    assert store.inquiries.count() == 0
    assert focused() is page.first_focus()
    assert "Skriv et navn" in page.parts.identity.line.label.text()


def test_ctrl_z_takes_the_save_back_and_the_form_with_it(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    typist.type("Bo Hald")
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter", "Ctrl+Z")
    assert (store.inquiries.count(), store.people.count()) == (0, 0)
    assert (page.draft.name, page.draft.reasons) == ("Bo Hald", ("S01",))
    assert page.parts.identity.person.text() == "Bo Hald"

    typist.press("Ctrl+Y")
    assert store.inquiries.count() == 1
    assert page.draft.is_empty


def test_ctrl_z_undoes_typing_first(page: RegisterPage, store: Store, typist: Typist) -> None:
    stress(typist, "Ctrl+Enter")
    typist.type("ab")
    typist.press("Ctrl+Z")
    assert store.inquiries.count() == 1


def test_a_likely_person_never_stops_a_save_and_can_be_joined_afterwards(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist, qtbot: QtBot
) -> None:
    earlier_contact(store, lem)
    known = store.people.search("karen")[0]
    typist.type("karen møller")
    typist.press("Tab")
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert store.people.count() == 2
    assert page.parts.identity.line.label.text().startswith("Gemt som ny person. Var det Karen")

    typist.press("Alt+J")
    qtbot.waitUntil(lambda: store.people.count() == 1)
    assert newest(store).person_id == known.id
    typist.press("Ctrl+Z")
    assert store.people.count() == 2


def test_a_listed_person_who_was_not_taken_is_asked_about_afterwards(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    earlier_contact(store, lem)
    stress(typist)
    page.parts.identity.focus()
    typist.type("kar")
    typist.press("Ctrl+Enter")
    assert "Var det Karen Møller" in page.parts.identity.line.label.text()


def test_correcting_shows_what_is_stored_and_goes_back_to_the_list(
    page: RegisterPage,
    store: Store,
    lem: Workplace,
    typist: Typist,
    visited: list[tuple[str, object]],
) -> None:
    stored = earlier_contact(store, lem).inquiry
    page.open(EditInquiry(stored.id))
    assert page.parts.title.title.text() == "Ret henvendelse"
    assert page.parts.identity.person.text() == "Karen Møller"
    assert "12-09-2026" in page.parts.title.context.text()
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert store.inquiries.get(stored.id).reasons == ("P01", "S01")
    assert store.inquiries.count() == 1
    assert visited == [("inquiries", None)]


def test_cancelling_a_correction_leaves_everything_as_it_was(
    page: RegisterPage,
    store: Store,
    lem: Workplace,
    typist: Typist,
    visited: list[tuple[str, object]],
) -> None:
    stored = earlier_contact(store, lem).inquiry
    page.open(EditInquiry(stored.id))
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter")
    page.leave()
    QTest.mouseClick(page.parts.bottom.cancel, Qt.MouseButton.LeftButton)
    assert store.inquiries.get(stored.id) == stored
    assert kept_drafts(store) == ()
    assert visited == [("inquiries", None)]


def test_a_correction_that_came_too_late_is_told_and_kept(
    page: RegisterPage,
    store: Store,
    lem: Workplace,
    typist: Typist,
    notices: RecordingNotices,
) -> None:
    stored = earlier_contact(store, lem).inquiry
    page.open(EditInquiry(stored.id))
    # Another device: the stamp moves on although this clock stands still.
    store.database.execute("UPDATE inquiry SET changed_at = '2026-11-21T09:00:00.000Z'")
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert [type(error) for error in notices.errors] == [Conflict]
    assert page.draft.reasons == ("P01", "S01")
    assert [kept.draft.inquiry_id for kept in kept_drafts(store)] == [stored.id]


def test_a_save_that_fails_brings_everything_back(
    page: RegisterPage, store: Store, typist: Typist, notices: RecordingNotices
) -> None:
    store.database.execute(
        "CREATE TRIGGER broken BEFORE INSERT ON inquiry BEGIN SELECT raise(ABORT, 'full'); END"
    )
    typist.type("Bo Hald")
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    assert len(notices.errors) == 1
    assert (page.draft.name, page.draft.reasons) == ("Bo Hald", ("S01",))
    assert [kept.draft.name for kept in kept_drafts(store)] == ["Bo Hald"]

    store.database.execute("DROP TRIGGER broken")
    typist.press("Ctrl+Enter")
    assert store.inquiries.count() == 1
    assert kept_drafts(store) == ()


def test_a_duplicate_of_the_last_one_begins_now_without_note_and_promise(
    page: RegisterPage, store: Store, lem: Workplace, typist: Typist
) -> None:
    draft = replace(page.draft, reasons=("P01",), advice=("A04",), note="ryg", minutes=20)
    register(store, replace(draft, date=page.draft.date.replace(day=1), time="08:00"))
    typist.press("Ctrl+D")
    assert (page.draft.reasons, page.draft.advice) == (("P01",), ("A04",))
    assert (page.draft.note, page.draft.minutes, page.draft.inquiry_id) == ("", None, None)
    assert (page.draft.date.day, page.draft.time) == (21, "09:24")
    assert page.draft.workplace_id == lem.id
    assert page.draft.visit_id is not None


def test_esc_goes_back_and_keeps_what_was_typed(
    page: RegisterPage, store: Store, typist: Typist, visited: list[tuple[str, object]]
) -> None:
    stress(typist)
    typist.type("læ")
    typist.press("Esc")
    assert visited == []
    typist.press("Esc")
    assert visited == [("inquiries", None)]
    page.leave()
    assert [kept.draft.reasons for kept in kept_drafts(store)] == [("S01",)]
