"""The store answers a little later: the focus is still where one wants to begin."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import FollowUp, Workplace
from app.ui.page import Page
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.today.page import TodayPage
from app.ui.services import Services
from app.ui.tasks import InlineRunner


class LaterRunner(InlineRunner):
    """Does every job in a later turn of the event loop, as the store's own thread does.

    Nobody is answered when the page that asks is gone.
    """

    page: Page | None = None

    def run(self, job: Any, done: Any = None, failed: Any = None, *, key: str = "") -> None:
        def now() -> None:
            InlineRunner.run(self, job, done, failed, key=key)

        QTimer.singleShot(0, self.page or QApplication.instance(), now)


@pytest.fixture
def later(services: Services, store: Store) -> Services:
    def failed(error: Exception) -> None:
        raise error

    return replace(services, runner=LaterRunner(store, failed))


def entered(page: Page, qtbot: QtBot) -> None:
    """Show the page and give it the focus at once, as the window does."""
    runner = page.services.runner
    assert isinstance(runner, LaterRunner)
    runner.page = page
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
        focus = page.first_focus()
        assert focus is not None
        focus.setFocus()


def begins_at(page: Page, qtbot: QtBot, widget: Callable[[], QWidget]) -> None:
    entered(page, qtbot)
    qtbot.waitUntil(lambda: widget().hasFocus())


def test_today_begins_with_the_inquiry_of_the_running_visit(
    store: Store, later: Services, lem: Workplace, qtbot: QtBot
) -> None:
    store.visits.start(lem.id)
    page = TodayPage(later)
    begins_at(page, qtbot, lambda: page.visits.running.new if page.visits.running else page)


def test_today_begins_with_the_first_workplace_where_there_is_none(
    later: Services, qtbot: QtBot
) -> None:
    page = TodayPage(later)
    begins_at(page, qtbot, lambda: page.visits.no_workplaces.button)


def test_what_was_typed_before_a_workplace_was_known_finds_it_when_it_comes(
    store: Store, later: Services, lem: Workplace, qtbot: QtBot
) -> None:
    page = TodayPage(later)
    begins_at(page, qtbot, lambda: page.visits.start.workplace.line)
    field = page.visits.start.workplace
    qtbot.keyClicks(field.line, "fabrik")
    assert not field.is_open
    store.workplaces.add(Workplace(code="VEST", name="Fabrik Vest"))
    page.reload()
    qtbot.waitUntil(lambda: field.is_open)
    assert field.hits.current_title() == "Fabrik Vest"


def test_an_empty_list_begins_with_its_button(later: Services, qtbot: QtBot) -> None:
    page = InquiriesPage(later)
    begins_at(page, qtbot, lambda: page.none_at_all.button)


def test_the_followups_begin_with_the_first_row(
    store: Store, later: Services, qtbot: QtBot
) -> None:
    store.followups.add(FollowUp(due_on=date(2026, 11, 21), text="Ring"))
    page = FollowUpsPage(later)
    begins_at(page, qtbot, lambda: page.rows()[0] if page.rows() else page)


class PlanIsLate(InlineRunner):
    """Reads the plan of the day only when it is told to, as a laptop that has much to do."""

    def __init__(self, store: Store) -> None:
        super().__init__(store, pytest.fail)
        self.plan: Callable[[], None] | None = None

    def run(self, job: Any, done: Any = None, failed: Any = None, *, key: str = "") -> None:
        def now() -> None:
            InlineRunner.run(self, job, done, failed, key=key)

        if key == "today-plan":
            self.plan = now
        else:
            now()


def test_who_has_moved_on_before_the_plan_comes_is_not_taken_back(
    services: Services, store: Store, lem: Workplace, qtbot: QtBot
) -> None:
    runner = PlanIsLate(store)
    page = TodayPage(replace(services, runner=runner))
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field = page.visits.start.workplace.line
    field.setFocus()
    qtbot.waitUntil(lambda: runner.plan is not None)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    moved_to = QApplication.focusWidget()
    assert isinstance(moved_to, QPushButton)
    assert moved_to.text() == lem.name
    assert runner.plan is not None
    runner.plan()
    assert page.has_plan
    assert moved_to.hasFocus()
