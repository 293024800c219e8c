"""The store answers a little later: what was typed is stored once, and the focus finds its row."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.ui.commands import Commands
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.services import Services
from app.ui.tasks import InlineRunner
from tests.keyboard import Typist


class LaterRunner(InlineRunner):
    """Does every job in a later turn of the event loop, as the store's own thread does."""

    def run(self, job: Any, done: Any = None, failed: Any = None, *, key: str = "") -> None:
        QTimer.singleShot(0, lambda: InlineRunner.run(self, job, done, failed, key=key))


@pytest.fixture
def later(services: Services, store: Store) -> Services:
    def failed(error: Exception) -> None:
        raise error

    runner = LaterRunner(store, failed)
    return replace(services, runner=runner, commands=Commands(runner, failed))


def test_a_promise_that_is_sent_twice_is_stored_once(
    store: Store, later: Services, qtbot: QtBot
) -> None:
    page = FollowUpsPage(later)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.begin_new()
    typist = Typist()
    typist.type("Ring")
    typist.press("Enter", "Enter")
    page.leave()

    qtbot.waitUntil(lambda: bool(page.rows()) and page.rows()[0].hasFocus())
    assert [each.text for each in store.followups.open()] == ["Ring"]
    assert page.form.isHidden()
