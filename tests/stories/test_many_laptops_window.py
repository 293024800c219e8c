"""A month's way from a counsellor's window to a lead's, with real stores, threads and a folder.

Anne closes October, sends what is closed with one click, and locks up. Pia opens her window, fetches
with F5, and reads the figures in the report. Anne comes back and sees that all was received.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.month_closing import undo_close
from app.paths import Paths
from app.ui.application import Application
from app.ui.pages.collected.page import CollectedPage
from app.ui.pages.reports.close_panel import ClosePanel
from app.ui.pages.reports.page import ReportsPage
from app.ui.pages.sharing.page import SharingPage
from tests.sharing import OCTOBER, a_project
from tests.stores import PASSPHRASE, standing_clock
from tests.window_day import PATIENCE_MS, Day


@contextmanager
def at_the_window(qtbot: QtBot, qapp: QApplication, data: Path) -> Iterator[Day]:
    """Unlock an installation in a window of its own, and close it again."""
    application = Application(qapp, Paths(data), clock=standing_clock())
    day = Day(qtbot, application)
    try:
        day.start()
        day.type(PASSPHRASE)
        day.press("Enter")
        day.inside()
        yield day
    finally:
        qapp.removeEventFilter(day.shown)
        application.window.close()
        application.window.deleteLater()
        qapp.processEvents()


def status(day: Day) -> str:
    return day.workspace.status.part("sharing").text()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data of a project in which Anne has not closed October yet."""
    with a_project(tmp_path) as project:
        project.share(project.ann)
        undo_close(project.ann, OCTOBER)
    return tmp_path


def test_a_month_goes_from_one_window_to_the_other_and_its_receipt_comes_back(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    with at_the_window(qtbot, qapp, folder / "ann" / "data") as day:
        close_october(day)
        day.press("Ctrl+Shift+D")
        day.settle()
        page = day.workspace.current_page()
        assert isinstance(page, SharingPage)
        assert page.months.send_all.text() == "Send 2 lukkede måneder"
        qtbot.waitUntil(lambda: status(day) == "2 måneder venter på at blive sendt")
        page.months.send_all.setFocus()
        day.press("Space")
        day.settle()
        day.quiet()
        qtbot.waitUntil(lambda: status(day) == "2 måneder uden kvittering", timeout=PATIENCE_MS)
        assert day.workspace.status.part("sharing").property("state") == "plain"
    assert len(list((folder / "fælles" / "to-lead").glob("*.vvb"))) == 2

    with at_the_window(qtbot, qapp, folder / "lead" / "data") as day:
        page = day.workspace.current_page()
        assert isinstance(page, CollectedPage)
        day.press("F5")
        day.quiet()
        qtbot.waitUntil(lambda: "Henvendelser: 8." in page.months.sums.text(), timeout=PATIENCE_MS)
        assert page.receipt.lines[0] == "Personer: 0 + 2 nye − 1 kendte = 1"
        assert page.receipt.lines[1] == "Henvendelser: 0 + 8 nye = 8"
        qtbot.waitUntil(lambda: status(day) == "2 måneder mangler", timeout=PATIENCE_MS)
        day.press("Ctrl+2")
        day.settle()
        report = day.workspace.current_page()
        assert isinstance(report, ReportsPage)
        report.open(OCTOBER)
        day.settle()
        qtbot.waitUntil(lambda: figures(report) == "4", timeout=PATIENCE_MS)
        day.quiet()

    with at_the_window(qtbot, qapp, folder / "ann" / "data") as day:
        day.press("Ctrl+Shift+D")
        day.settle()
        day.press("F5")
        day.quiet()
        qtbot.waitUntil(lambda: status(day) == "Alt er sendt og modtaget", timeout=PATIENCE_MS)
        assert day.workspace.status.part("sharing").property("state") == "good"


def test_a_lock_in_the_middle_of_an_exchange_ends_it_and_loses_nothing(
    qtbot: QtBot, qapp: QApplication, folder: Path
) -> None:
    with at_the_window(qtbot, qapp, folder / "ann" / "data") as day:
        day.press("Ctrl+Shift+D")
        day.settle()
        page = day.workspace.current_page()
        assert isinstance(page, SharingPage)
        button = page.months.month_button("2026-09")
        assert button is not None
        button.click()
        day.settle()
        day.press("Ctrl+L")
        assert day.application.workspace is None
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None, timeout=PATIENCE_MS)
        day.type(PASSPHRASE)
        day.press("Enter")
        day.inside()
        day.press("Ctrl+Shift+D")
        day.settle()
        day.press("F5")
        day.quiet()
        qtbot.waitUntil(lambda: status(day) == "1 måned uden kvittering", timeout=PATIENCE_MS)
    assert len(list((folder / "fælles" / "to-lead").glob("*.vvb"))) == 1


def close_october(day: Day) -> None:
    """Go from Deling to the report and close the month there, with keys."""
    day.press("Ctrl+Shift+D")
    day.settle()
    page = day.workspace.current_page()
    assert isinstance(page, SharingPage)
    button = page.months.month_button("2026-10")
    assert button is not None
    assert button.text() == "Luk oktober …"
    button.setFocus()
    day.press("Space")
    day.settle()
    report = day.workspace.current_page()
    assert isinstance(report, ReportsPage)
    day.qtbot.waitUntil(report.closing.close_button.isVisible, timeout=PATIENCE_MS)
    report.closing.open_close()
    day.qtbot.waitUntil(lambda: isinstance(report.closing.panel, ClosePanel), timeout=PATIENCE_MS)
    panel = report.closing.panel
    assert isinstance(panel, ClosePanel)
    day.qtbot.waitUntil(panel.save_button.isEnabled, timeout=PATIENCE_MS)
    panel.save_button.setFocus()
    day.press("Enter")
    day.settle()


def figures(page: ReportsPage) -> str:
    """Return how many reasons were mentioned in all, as the last line of the table says."""
    model = page.content.tables["reasons_by_group"].model
    last = [str(model.index(model.rowCount() - 1, at).data()) for at in range(model.columnCount())]
    return "4" if "4" in last else repr(last)
