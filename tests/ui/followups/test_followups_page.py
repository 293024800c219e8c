"""Opfølgning: nothing promised is forgotten, and each promise is dealt with by one key."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.errors import InvalidInput
from app.models.promises import open_promises
from app.models.store import Store
from app.models.types import (
    FollowUp,
    Identity,
    Inquiry,
    Person,
    PromisedChannel,
    RecordId,
    Repeat,
    Workplace,
)
from app.ui.pages.followups.answering import answer
from app.ui.pages.followups.form import begun
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.pages.followups.past import STEP
from app.ui.pages.followups.row import WEEK, PromiseRow
from app.ui.pages.followups.target import NewFollowUp
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.services import Services
from tests.keyboard import Typist
from tests.ui.conftest import RecordingNotices

TODAY = date(2026, 11, 21)


@pytest.fixture
def karen(store: Store, lem: Workplace) -> Inquiry:
    """A talk with Karen Møller a fortnight ago."""
    person = store.people.add(
        Person(name="Karen Møller", phone="20304050", workplace_id=lem.id, birth_year=1974)
    )
    return store.inquiries.add(
        Inquiry(
            date=date(2026, 11, 7),
            time="09:10",
            workplace_id=lem.id,
            counsellor_id=store.settings.counsellor_id,
            identity=Identity.REGISTERED,
            person_id=person.id,
            reasons=("P01",),
        )
    )


def promise(store: Store, text: str, days: int, talk: Inquiry | None = None) -> RecordId:
    """Promise something that is due so many days from today."""
    followup = FollowUp(due_on=TODAY + timedelta(days=days), text=text)
    if talk is not None:
        followup = FollowUp(
            due_on=followup.due_on,
            text=text,
            inquiry_id=talk.id,
            person_id=talk.person_id,
            workplace_id=talk.workplace_id,
        )
    return store.followups.add(followup).id


def opened(services: Services, qtbot: QtBot) -> FollowUpsPage:
    page = FollowUpsPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    focus = page.first_focus()
    assert focus is not None
    focus.setFocus()
    return page


def texts(page: FollowUpsPage) -> list[str]:
    return [row.promise.followup.text for row in page.rows()]


def focused(page: FollowUpsPage) -> str:
    (row,) = [row for row in page.rows() if row.hasFocus()]
    return row.promise.followup.text


def test_what_is_late_stands_first_and_says_how_late(
    store: Store, services: Services, karen: Inquiry, qtbot: QtBot
) -> None:
    promise(store, "Bekræft lokale", 1)
    promise(store, "Svar om §56", -2)
    promise(store, "Ring om coaching", 0, karen)
    promise(store, "Mål bordhøjde", 9)

    page = opened(services, qtbot)

    assert texts(page) == ["Svar om §56", "Ring om coaching", "Bekræft lokale", "Mål bordhøjde"]
    assert page.rows()[0].accessibleName().endswith("2 dage over tid")
    assert page.rows()[1].accessibleName() == (
        "Ring om coaching. Karen Møller · 20 30 40 50 · Vestas i Lem · aftalt 07-11-2026. i dag"
    )


def test_space_marks_as_done_and_the_next_row_has_the_focus(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    first = promise(store, "Den første", -1)
    promise(store, "Den anden", 0)
    promise(store, "Den tredje", 3)
    page = opened(services, qtbot)

    qtbot.keyClick(page.rows()[0], Qt.Key.Key_Space)

    assert store.followups.get(first).done_on == TODAY
    assert texts(page) == ["Den anden", "Den tredje"]
    assert focused(page) == "Den anden"

    services.commands.undo()

    assert store.followups.get(first).done_on is None
    assert texts(page) == ["Den første", "Den anden", "Den tredje"]
    assert focused(page) == "Den første", "the next key is for what was taken back"


@pytest.mark.parametrize(
    ("key", "due", "expected"),
    [
        (Qt.Key.Key_1, -5, date(2026, 11, 22)),
        (Qt.Key.Key_7, -5, date(2026, 11, 28)),
        (Qt.Key.Key_1, 4, date(2026, 11, 26)),
        (Qt.Key.Key_7, 4, date(2026, 12, 2)),
    ],
)
def test_one_key_puts_off_and_what_is_late_is_put_off_from_today(
    store: Store, services: Services, qtbot: QtBot, key: Qt.Key, due: int, expected: date
) -> None:
    put_off = promise(store, "Ring igen", due)
    page = opened(services, qtbot)

    qtbot.keyClick(page.rows()[0], key)

    assert store.followups.get(put_off).due_on == expected
    assert focused(page) == "Ring igen"


def test_arrows_move_between_rows_and_tab_reaches_the_buttons_of_one_row_only(
    store: Store, services: Services, karen: Inquiry, qtbot: QtBot
) -> None:
    for number in range(3):
        promise(store, f"Nummer {number}", number, karen)
    page = opened(services, qtbot)

    qtbot.keyClick(page.rows()[0], Qt.Key.Key_Down)
    assert focused(page) == "Nummer 1"

    reached = []
    for _ in range(5):
        widget = page.window().focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        reached.append(page.window().focusWidget())
    assert reached == page.rows()[1].push_buttons


def test_o_opens_the_talk_it_came_from_and_delete_removes_with_a_way_back(
    store: Store,
    services: Services,
    karen: Inquiry,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    kept = promise(store, "Ring om coaching", 0, karen)
    page = opened(services, qtbot)

    qtbot.keyClick(page.rows()[0], Qt.Key.Key_O)
    assert visited == [("inquiries", ShowInquiry(karen.id))]

    qtbot.keyClick(page.rows()[0], Qt.Key.Key_Delete)
    assert store.followups.find(kept) is None
    services.commands.undo()
    assert store.followups.find(kept) is not None


def test_a_button_does_what_its_key_does(store: Store, services: Services, qtbot: QtBot) -> None:
    ticked = promise(store, "Ring", 0)
    page = opened(services, qtbot)
    _, _, week, _, talk = page.rows()[0].push_buttons
    assert not talk.isVisible(), "this promise came from no talk"

    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    assert store.followups.get(ticked).due_on == date(2026, 11, 28)
    qtbot.mouseClick(page.rows()[0].push_buttons[0], Qt.MouseButton.LeftButton)
    assert store.followups.get(ticked).done_on == TODAY


def test_an_empty_page_says_so_and_leads_on(store: Store, services: Services, qtbot: QtBot) -> None:
    page = opened(services, qtbot)

    Typist().press("Space")
    assert page.form.text.hasFocus()
    Typist().type("Bestil pjecer")
    Typist().press("Enter")

    assert texts(page) == ["Bestil pjecer"]
    assert focused(page) == "Bestil pjecer"
    services.commands.undo()
    assert not page.rows()
    assert store.followups.open() == ()


def test_a_promise_is_made_with_a_natural_date_and_a_rhythm(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    promise(store, "Den gamle", 30)
    page = opened(services, qtbot)
    typist = Typist()

    typist.press("N")
    typist.type("Ring til HR")
    typist.press("Tab")
    typist.press("Ctrl+A")
    typist.type("+14")
    page.form.channel.setFocus()
    typist.type("t")
    page.form.repeat.setFocus()
    typist.press("Down", "Down")
    typist.press("Ctrl+S")

    (made, _) = store.followups.open()
    assert (made.text, made.due_on) == ("Ring til HR", TODAY + timedelta(days=14))
    assert (made.channel, made.repeat) == (PromisedChannel.PHONE, Repeat.FORTNIGHT)
    assert focused(page) == "Ring til HR"
    assert "Telefon · hver 2. uge" in page.rows()[0].accessibleName()

    typist.press("Space")
    (again, _) = store.followups.open()
    assert (again.text, again.due_on) == ("Ring til HR", TODAY + timedelta(days=28))


def test_f2_corrects_and_k_comments(
    store: Store, services: Services, karen: Inquiry, qtbot: QtBot
) -> None:
    asked = promise(store, "Ring om coachng", 0, karen)
    page = opened(services, qtbot)
    typist = Typist()

    typist.press("F2")
    assert page.form.text.hasFocus()
    typist.press("Ctrl+A")
    typist.type("Ring om coaching")
    typist.press("Enter")
    assert store.followups.get(asked).text == "Ring om coaching"
    assert focused(page) == "Ring om coaching"

    typist.press("K")
    assert page.form.comment.hasFocus()
    typist.type("Tog den ikke")
    typist.press("Enter")
    corrected = store.followups.get(asked)
    assert (corrected.comment, corrected.inquiry_id) == ("21-11: Tog den ikke", karen.id)
    assert "Tog den ikke" in page.rows()[0].accessibleName()

    typist.press("K", "Esc")
    assert page.form.isHidden()
    assert focused(page) == "Ring om coaching"


def test_what_is_wrong_is_said_beside_its_field(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    typist = Typist()
    typist.press("Space", "Enter")
    assert page.form.text.accessibleDescription() == "Skriv, hvad du har lovet."
    typist.type("Ring")
    typist.press("Tab", "Ctrl+A")
    typist.type("i overmorgen")
    typist.press("Enter")
    assert "kan ikke læses" in page.form.due.line.accessibleDescription()
    assert store.followups.open() == ()


def test_a_cpr_number_is_refused_beside_its_field(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    typist = Typist()
    typist.press("Space")
    typist.type("Ring til 010190-1234")
    typist.press("Enter")
    assert "ligner et CPR-nummer" in page.form.text.accessibleDescription()
    assert store.followups.open() == ()


def test_what_was_done_elsewhere_meanwhile_is_not_put_off(
    store: Store, services: Services, notices: RecordingNotices
) -> None:
    made = promise(store, "Ring", 0)
    (shown,) = open_promises(store)
    kept = store.followups.done(made)
    answer(services, WEEK, shown, lambda _, comment: None)
    (error,) = notices.errors
    assert isinstance(error, InvalidInput)
    assert "Den er allerede gjort." in error.message("da")
    assert store.followups.get(made) == kept


def test_what_is_typed_is_kept_when_the_page_is_left(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    Typist().press("Space")
    Typist().type("Ring")
    page.leave()
    assert [each.text for each in store.followups.open()] == ["Ring"]


def test_nothing_disappears_kept_and_deleted_ones_are_found_and_taken_back(
    store: Store, services: Services, karen: Inquiry, qtbot: QtBot
) -> None:
    promise(store, "Står", 3)
    kept = promise(store, "Holdt", 0, karen)
    gone = promise(store, "Væk", 1, karen)
    page = opened(services, qtbot)
    typist = Typist()
    typist.press("Space", "Delete")
    assert texts(page) == ["Står"]
    assert page.kept.rows == page.deleted.rows == []
    assert page.kept.fold_button.accessibleName() == "Vis Gjort · 1"

    page.kept.fold_button.setFocus()
    typist.press("Space", "Tab")
    assert page.kept.fold_button.accessibleName() == "Skjul Gjort · 1"
    (row,) = page.kept.rows
    assert row.back_button.accessibleName() == "Tag tilbage: Holdt, 21-11-2026"
    typist.press("Space")
    assert store.followups.get(kept).done_on is None
    assert not page.kept.isVisible()

    page.deleted.fold_button.setFocus()
    typist.press("Space", "Tab", "Space")
    assert store.followups.get(gone).person_id == karen.person_id
    assert texts(page) == ["Holdt", "Væk", "Står"]

    services.commands.undo()
    assert texts(page) == ["Holdt", "Står"]


def test_many_kept_ones_are_shown_in_parts(store: Store, services: Services, qtbot: QtBot) -> None:
    for number in range(STEP + 5):
        store.followups.done(promise(store, f"Nummer {number}", 0))
    page = opened(services, qtbot)
    assert page.new_button.hasFocus()
    page.kept.fold_button.setFocus()
    Typist().press("Space")
    assert (len(page.kept.rows), page.kept.more_button.isVisible()) == (STEP, True)
    page.kept.more_button.setFocus()
    Typist().press("Space")
    assert (len(page.kept.rows), page.kept.more_button.isVisible()) == (STEP + 5, False)


def test_a_promise_is_begun_from_elsewhere(
    store: Store, services: Services, karen: Inquiry, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    page.open(NewFollowUp(begun(TODAY, inquiry_id=karen.id), "Karen Møller"))
    Typist().type("Ring")
    Typist().press("Enter")
    (made,) = store.followups.open()
    assert (made.inquiry_id, made.person_id) == (karen.id, karen.person_id)


def test_a_promise_made_elsewhere_appears_without_moving_the_focus(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    promise(store, "Min", 2)
    page = opened(services, qtbot)

    promise(store, "Ny", 0)

    assert texts(page) == ["Ny", "Min"]
    assert focused(page) == "Min"
    assert all(isinstance(row, PromiseRow) for row in page.rows())
