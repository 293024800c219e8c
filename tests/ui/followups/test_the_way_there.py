"""A follow-up is begun from anywhere in the window, and left again."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.services import Services
from app.ui.workspace import Workspace
from tests.keyboard import Typist, focused
from tests.records import add_promise


@pytest.fixture
def workspace(services: Services, qtbot: QtBot) -> Workspace:
    made = Workspace(services)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.go("today")
    return made


def followups(workspace: Workspace) -> FollowUpsPage:
    page = workspace.current_page()
    assert isinstance(page, FollowUpsPage)
    return page


def test_an_action_of_the_window_begins_one(workspace: Workspace, store: Store) -> None:
    typist = Typist()
    workspace.actions_by_name["new_followup"].trigger()
    page = followups(workspace)
    assert focused() is page.form.text
    typist.type("Bestil pjecer")
    typist.press("Enter")
    assert [each.text for each in store.followups.open()] == ["Bestil pjecer"]


def test_nothing_begun_leaves_nothing_behind(workspace: Workspace, store: Store) -> None:
    typist = Typist()
    typist.press("Ctrl+3", "N", "Esc")
    page = followups(workspace)
    assert store.followups.open() == ()
    focus = page.first_focus()
    assert focus is not None
    assert focus.isVisible()
    assert focused() is focus


def test_the_rail_counts_what_is_due(workspace: Workspace, store: Store) -> None:
    due = add_promise(store, date(2026, 11, 21))
    add_promise(store, date(2026, 11, 20))
    add_promise(store, date(2026, 11, 22))
    item = workspace.rail.item("followups")
    assert "2" in item.accessibleName()
    store.followups.done(due.id)
    assert "1" in item.accessibleName()
