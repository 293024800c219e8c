"""Opfølgning: nothing promised is forgotten, and each promise is dealt with by one key."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import FollowUp, Identity, Inquiry, Person, RecordId, Workplace
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.pages.followups.row import PromiseRow
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.services import Services

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
    assert focused(page) == "Den anden", "taking back does not move the focus"


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
    for _ in range(4):
        widget = page.window().focusWidget()
        assert widget is not None
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
        reached.append(page.window().focusWidget())
    assert reached == page.rows()[1].push_buttons


def test_f2_opens_the_talk_it_came_from_and_delete_removes_with_a_way_back(
    store: Store,
    services: Services,
    karen: Inquiry,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    kept = promise(store, "Ring om coaching", 0, karen)
    page = opened(services, qtbot)

    qtbot.keyClick(page.rows()[0], Qt.Key.Key_F2)
    assert visited == [("inquiries", ShowInquiry(karen.id))]

    qtbot.keyClick(page.rows()[0], Qt.Key.Key_Delete)
    assert store.followups.find(kept) is None
    services.commands.undo()
    assert store.followups.find(kept) is not None


def test_a_button_does_what_its_key_does(store: Store, services: Services, qtbot: QtBot) -> None:
    ticked = promise(store, "Ring", 0)
    page = opened(services, qtbot)
    _, _, week, talk = page.rows()[0].push_buttons
    assert not talk.isVisible(), "this promise came from no talk"

    qtbot.mouseClick(week, Qt.MouseButton.LeftButton)
    assert store.followups.get(ticked).due_on == date(2026, 11, 28)
    qtbot.mouseClick(page.rows()[0].push_buttons[0], Qt.MouseButton.LeftButton)
    assert store.followups.get(ticked).done_on == TODAY


def test_an_empty_page_says_so_and_leads_on(
    services: Services, qtbot: QtBot, visited: list[tuple[str, object]]
) -> None:
    page = opened(services, qtbot)

    focus = page.first_focus()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Space)

    assert visited == [("register", None)]


def test_a_promise_made_elsewhere_appears_without_moving_the_focus(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    promise(store, "Min", 2)
    page = opened(services, qtbot)

    promise(store, "Ny", 0)

    assert texts(page) == ["Ny", "Min"]
    assert focused(page) == "Min"
    assert all(isinstance(row, PromiseRow) for row in page.rows())
