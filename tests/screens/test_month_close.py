"""The close of a month as it is read: open, asked about, closed, corrected since, restated."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.month_closing import close_month, restate_month
from app.models.periods import Period
from app.models.store import Store
from app.paths import Paths
from app.ui.pages.reports.page import ReportsPage
from app.ui.workspace import Workspace
from tests.records import add_contact
from tests.screens import audits
from tests.screens.conftest import Show
from tests.screens.test_english import danish, said_by

__all__ = ["danish"]
AUGUST, SEPTEMBER, OCTOBER = (Period.month(date(2026, month, 1)) for month in (8, 9, 10))


@pytest.fixture(scope="module", autouse=True)
def closed(lived_in: tuple[Store, Paths]) -> Iterator[None]:
    """August is closed and restated, September closed and corrected; all is taken back after."""
    store, _ = lived_in
    done = []

    def act(change: Callable[[], object]) -> None:
        with store.atomic() as change_set:
            change()
        done.append(change_set)

    act(lambda: close_month(store, AUGUST, anyway=True))
    act(lambda: add_contact(store, None, AUGUST.last))
    act(lambda: restate_month(store, AUGUST, "En henvendelse fra den 31. var ikke tastet"))
    act(lambda: close_month(store, SEPTEMBER, anyway=True))
    act(lambda: add_contact(store, None, SEPTEMBER.last, reasons=()))
    for day in range(3):
        act(lambda day=day: add_contact(store, None, OCTOBER.last - timedelta(day), reasons=()))  # type: ignore[misc]
    yield
    for change_set in reversed(done):
        store.undo(change_set)


def ask(page: ReportsPage) -> None:
    page.closing.open_close()


def list_changes(page: ReportsPage) -> None:
    page.closing.changed_button.click()


def ask_why(page: ReportsPage) -> None:
    page.closing.open_restate()


STATES: dict[str, tuple[Period, Callable[[ReportsPage], None]]] = {
    "month-open": (OCTOBER, lambda page: None),
    "month-check-list": (OCTOBER, ask),
    "month-closed": (AUGUST, lambda page: None),
    "month-corrected": (SEPTEMBER, list_changes),
    "month-restate": (SEPTEMBER, ask_why),
}


def shown(show: Show, state: str, **look: object) -> Workspace:
    period, act = STATES[state]
    workspace = show("reports", **look)
    workspace.go("reports", period)
    page = workspace.current_page()
    assert isinstance(page, ReportsPage)
    act(page)
    for _ in range(4):
        QApplication.processEvents()
    return workspace


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(
    ("look", "language", "percent"),
    [("light", "da", 100), ("dark", "en", 100), ("light", "da", 200), ("light", "en", 200)],
)
def test_nothing_is_clipped_nameless_or_too_small(
    show: Show, screens_folder: Path, state: str, look: str, language: str, percent: int
) -> None:
    workspace = shown(show, state, look=look, language=language, percent=percent)
    name = f"{state}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    assert audits.complaints(workspace) == []


@pytest.mark.parametrize("state", STATES)
def test_the_focus_goes_as_the_eye_does(show: Show, qtbot: QtBot, state: str) -> None:
    workspace = shown(show, state)
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    workspace.rail.item(workspace.rail.current()).setFocus()
    assert audits.out_of_order(audits.tab_stops(workspace)) == []


@pytest.mark.parametrize("state", STATES)
def test_no_word_is_left_in_danish(show: Show, danish: set[str], state: str) -> None:
    workspace = shown(show, state, language="en")
    page = workspace.current_page()
    assert isinstance(page, ReportsPage)
    left = {text for widget in page.closing.findChildren(QWidget) for text in said_by(widget)}
    assert any("month" in text or "figures" in text or "October" in text for text in left)
    assert sorted(left & danish) == []
