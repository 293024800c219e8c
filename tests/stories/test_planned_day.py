"""A day of the plan in the real window, with the keyboard alone: start, register, end, answer, move."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.models.opening import open_store
from app.models.store import Store
from app.models.types import RecordId, VisitStatus
from app.models.visit_ids import visit_id
from app.paths import Paths
from app.ui.application import Application
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.today.page import TodayPage
from tests.keyboard import Typist, focused
from tests.planned import Planned, SettableClock
from tests.stores import PASSPHRASE, new_store

PATIENCE_MS = 10_000
FRIDAY = date(2026, 11, 20)
BEFORE_NINE = datetime(2026, 11, 20, 7, 52, tzinfo=UTC)
PLANNED = (
    "Start: Vestas i Lem, fredag 20. november 09.00 til 10.00,"
    " mødelokale 3, Fabriksvej 1, Lem, planlagt"
)


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def friday(tmp_path: Path, clock: SettableClock) -> RecordId:
    """A project with a plan; the id of the visit at Vestas i Lem on Friday."""
    store = new_store(tmp_path, clock)
    series_id = Planned(store, clock).fridays.series_id
    store.settings.set("plan_asked_days", "2026-11-19")
    store.close()
    clock.now = BEFORE_NINE
    return visit_id(series_id, FRIDAY)


class Window:
    """The program in front of somebody who has no mouse."""

    def __init__(self, qtbot: QtBot, application: Application) -> None:
        self.qtbot, self.application = qtbot, application
        self.typist = Typist()

    def unlock(self) -> TodayPage:
        with self.qtbot.waitActive(self.application.window):
            self.application.start()
            self.application.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=PATIENCE_MS)
        self.typist.type(PASSPHRASE)
        self.typist.press("Enter")
        self.qtbot.waitUntil(lambda: self.application.workspace is not None, timeout=PATIENCE_MS)
        page = self.page()
        assert isinstance(page, TodayPage)
        self.qtbot.waitUntil(lambda: page.has_plan, timeout=PATIENCE_MS)
        self.settle()
        return page

    def page(self) -> object:
        assert self.application.workspace is not None
        return self.application.workspace.current_page()

    def press(self, *keys: str) -> None:
        """Press keys, each when the one before has had its effect."""
        for key in keys:
            self.typist.press(key)
            self.settle()

    def settle(self) -> None:
        """Wait until the store's thread has answered everything that was asked so far."""
        assert self.application.session is not None
        for _ in range(3):  # an answer may ask again
            answered: list[bool] = []
            self.application.session.thread_of_store.run(lambda _store: True, answered.append)
            self.qtbot.waitUntil(lambda: bool(answered), timeout=PATIENCE_MS)  # noqa: B023

    def focus_says(self, name: str) -> None:
        """Wait until what has the focus is called so."""
        self.qtbot.waitUntil(lambda: spoken_focus() == name, timeout=PATIENCE_MS)

    def tab_to(self, name: str, *, key: str = "Tab") -> None:
        """Press Tab until what has the focus begins so."""
        for _ in range(60):
            if spoken_focus().startswith(name):
                return
            self.press(key)
        raise AssertionError(f"{name} is not among the stops of {key}")


def spoken_focus() -> str:
    """Return what a screen reader says of the widget that gets the keys."""
    widget = focused()
    return widget.accessibleName() or str(getattr(widget, "text", str)())


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, friday: RecordId, clock: SettableClock
) -> Iterator[Window]:
    made = Application(qapp, Paths(tmp_path / "data"), clock=clock)
    yield Window(qtbot, made)
    made.window.close()
    made.window.deleteLater()
    qapp.processEvents()


def left_behind(window: Window, tmp_path: Path, clock: SettableClock) -> Store:
    """Close the window and open the store that it has left behind."""
    window.application.close()
    store, _ = open_store(Paths(tmp_path / "data"), PASSPHRASE, clock=clock)
    return store


def test_todays_visit_is_started_used_and_ended_without_a_mouse(
    window: Window, friday: RecordId, clock: SettableClock, tmp_path: Path
) -> None:
    window.unlock()
    window.focus_says(PLANNED)
    window.press("Enter")
    window.focus_says("Ny henvendelse: Vestas i Lem")
    assert window.application.workspace is not None
    assert "Vestas i Lem" in window.application.workspace.header.visit.text()

    clock.now = BEFORE_NINE + timedelta(minutes=20)
    window.press("Enter")
    assert isinstance(window.page(), RegisterPage)
    window.press("Alt+S")
    window.typist.type("læ")
    window.press("Enter", "Ctrl+Enter", "Ctrl+1")
    window.focus_says("Ny henvendelse: Vestas i Lem")
    clock.now = BEFORE_NINE + timedelta(minutes=70)
    window.press("Tab")
    assert spoken_focus() == "Afslut fremmøde: Vestas i Lem"
    window.press("Enter", "Ctrl+Z")
    window.focus_says("Ny henvendelse: Vestas i Lem")
    window.press("Ctrl+Y")

    store = left_behind(window, tmp_path, clock)
    visit = store.visits.get(friday)
    assert (visit.status, visit.started_at[11:16], visit.ended_at[11:16]) == (
        VisitStatus.HELD,
        "07:52",
        "09:02",
    )
    inquiry = store.inquiries.newest()
    assert inquiry is not None
    assert (inquiry.visit_id, inquiry.workplace_id) == (friday, visit.workplace_id)
    store.close()


def test_nobody_came_and_that_is_a_result(
    window: Window, friday: RecordId, clock: SettableClock, tmp_path: Path
) -> None:
    today = window.unlock()
    window.focus_says(PLANNED)
    window.press("Enter")
    window.focus_says("Ny henvendelse: Vestas i Lem")
    clock.now = BEFORE_NINE + timedelta(minutes=68)
    window.press("Tab", "Enter")
    ended = today.visits.blocks.get(friday)
    assert ended is not None
    told = [line.text() for line in ended.findChildren(QLabel)]
    assert told[:2] == ["08.52–10.00", "Holdt"]
    assert "0 henvendelser" in told

    store = left_behind(window, tmp_path, clock)
    assert store.visits.get(friday).status is VisitStatus.HELD
    assert store.inquiries.newest() is None
    store.close()


def test_starting_is_taken_back(
    window: Window, friday: RecordId, clock: SettableClock, tmp_path: Path
) -> None:
    window.unlock()
    window.focus_says(PLANNED)
    window.press("Enter")
    window.focus_says("Ny henvendelse: Vestas i Lem")
    window.press("Ctrl+Z")
    window.focus_says(PLANNED)
    store = left_behind(window, tmp_path, clock)
    assert store.visits.find(friday) is None
    store.close()


def test_the_next_day_asks_once_and_is_answered_with_keys(
    window: Window, friday: RecordId, clock: SettableClock, tmp_path: Path
) -> None:
    clock.now = BEFORE_NINE + timedelta(days=1)
    today = window.unlock()
    assert today.unsettled is not None
    window.tab_to("Holdt: Vestas i Lem, fredag 20. november", key="Shift+Tab")
    window.press("Enter")
    assert spoken_focus() == "Fra"
    window.typist.type("905")
    window.press("Enter")
    assert today.unsettled.isHidden()
    window.press("Ctrl+Z")
    assert today.unsettled.isVisible()
    window.press("Ctrl+Y")

    store = left_behind(window, tmp_path, clock)
    visit = store.visits.get(friday)
    assert (visit.status, visit.started_at[11:16], visit.ended_at[11:16]) == (
        VisitStatus.HELD,
        "08:05",
        "09:00",
    )
    store.close()


def test_an_unanswered_question_is_not_asked_on_the_day_after(
    window: Window, clock: SettableClock
) -> None:
    clock.now = BEFORE_NINE + timedelta(days=1)
    assert window.unlock().unsettled is not None
    window.application.lock()
    clock.now = BEFORE_NINE + timedelta(days=2)
    assert window.unlock().unsettled is None


def test_a_visit_is_moved_to_another_day_without_a_mouse(
    window: Window, friday: RecordId, clock: SettableClock, tmp_path: Path
) -> None:
    window.unlock()
    window.focus_says(PLANNED)
    window.tab_to("Vis i planen: Vestas i Lem")
    window.press("Enter")
    window.focus_says(PLANNED.removeprefix("Start: "))
    window.press("F")
    window.typist.type("2311")
    window.press("Enter")
    window.qtbot.waitUntil(lambda: "mandag 23. november 09.00" in spoken_focus())
    window.press("Ctrl+1")
    today = window.page()
    assert isinstance(today, TodayPage)
    window.qtbot.waitUntil(lambda: today.visits.blocks.get(friday) is None)
    window.press("Ctrl+Z")
    window.qtbot.waitUntil(lambda: today.visits.blocks.get(friday) is not None)
    window.press("Ctrl+Y")

    store = left_behind(window, tmp_path, clock)
    visit = store.visits.get(friday)
    assert (visit.status, visit.date) == (VisitStatus.MOVED, date(2026, 11, 23))
    store.close()
