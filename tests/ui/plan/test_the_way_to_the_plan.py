"""The plan's place in the window: the rail, its key, the search box, and a new visit from anywhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.plan_types import PresenceRule
from app.ui.main_window import MainWindow
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.visit_form import VisitForm
from app.ui.services import Services
from app.ui.workspace import Workspace

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def workspace(services: Services, fridays: PresenceRule, qtbot: QtBot) -> Iterator[Workspace]:
    window = MainWindow()
    qtbot.addWidget(window)
    made = Workspace(services)
    window.show_content(made)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.go("followups")
    yield made
    window.close()


@pytest.mark.parametrize(
    ("key", "page"),
    [
        (Qt.Key.Key_3, "followups"),
        (Qt.Key.Key_4, "plan"),
        (Qt.Key.Key_5, "workplaces"),
        (Qt.Key.Key_6, "reports"),
        (Qt.Key.Key_Comma, "settings"),
    ],
)
def test_the_keys_of_the_pages_follow_the_rail(
    workspace: Workspace, key: Qt.Key, page: str
) -> None:
    QTest.keyClick(workspace.window(), key, CTRL)
    assert workspace.current_name() == page
    assert workspace.rail.current() == page


def test_a_new_visit_is_begun_from_any_page(workspace: Workspace) -> None:
    QTest.keyClick(workspace.window(), Qt.Key.Key_N, CTRL | SHIFT)
    page = workspace.current_page()
    assert isinstance(page, PlanPage)
    assert isinstance(page.side.form, VisitForm)
    assert workspace.window().focusWidget() is page.side.form.place.line


def test_the_search_box_finds_the_plan_and_the_new_visit(workspace: Workspace) -> None:
    palette = workspace.overlays.palette
    palette.start()
    QTest.keyClicks(palette.window().focusWidget(), "fremm")
    QTest.keyClick(palette.window().focusWidget(), Qt.Key.Key_Return)
    assert workspace.current_name() == "plan"


def test_the_plan_is_as_it_was_left_when_one_comes_back(workspace: Workspace) -> None:
    workspace.go("plan")
    page = workspace.current_page()
    assert isinstance(page, PlanPage)
    QTest.keyClick(workspace.window().focusWidget(), Qt.Key.Key_PageDown)
    workspace.go("followups")
    workspace.go("plan")
    assert workspace.current_page() is page
    assert page.controls.title.text() == "Uge 48, 2026"
