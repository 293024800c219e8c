"""The store answers a little later: the page says at once what goes on, and nothing that is not so."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.export.letters.sharing import MonthState
from app.ui.pages.sharing.page import SharingPage
from app.ui.services import Services
from app.ui.tasks import InlineRunner
from tests.keyboard import Typist
from tests.sharing import Project
from tests.ui.conftest import shown
from tests.ui.sharing.conftest import Surround


class LaterRunner(InlineRunner):
    """Does every job in a later turn of the event loop, as the store's own thread does."""

    def run(self, job: Any, done: Any = None, failed: Any = None, *, key: str = "") -> None:
        QTimer.singleShot(0, lambda: InlineRunner.run(self, job, done, failed, key=key))


@pytest.fixture
def later(around: Surround, project: Project) -> Services:
    def failed(error: Exception) -> None:
        raise error

    return replace(around(project.ann), runner=LaterRunner(project.ann, failed))


def test_a_click_on_send_is_answered_at_once_and_sends_once(
    qtbot: QtBot, later: Services, project: Project
) -> None:
    page = SharingPage(later)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: "2026-10" in page.months.rows)
    button = page.months.month_button("2026-10")
    assert button is not None
    button.setFocus()
    Typist().press("Space")
    assert (button.text(), button.isEnabled()) == ("Sender …", False)
    assert not page.months.send_all.isEnabled()
    button.click()
    qtbot.waitUntil(lambda: page.months.rows["2026-10"].state is MonthState.QUEUED)
    assert "venter på at blive sendt" in page.months.rows["2026-10"].words.text()
    assert page.months.send_all.isEnabled()
    assert page.window().focusWidget() in (page.months.now, page.months.files)


def test_nothing_is_said_of_the_project_before_it_is_read(qtbot: QtBot, later: Services) -> None:
    page = SharingPage(later)
    shown(qtbot, page)
    said = page.project.about.text()
    assert said == "" or "Projekt Vest" in said
    qtbot.waitUntil(lambda: "»Projekt Vest«" in page.project.about.text())
