"""What a figure is, as it stands beside the report, and under it where the letters are large."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.periods import parse_period
from app.ui.pages.reports.finding import go_to
from app.ui.pages.reports.page import ReportsPage
from app.ui.pages.reports.place import Place
from app.ui.workspace import Workspace
from tests.screens import audits
from tests.screens.conftest import Show
from tests.screens.test_english import danish, said_by

__all__ = ["danish"]

PLACES = {
    "workplace": Place("by_workplace", "all", "first", "table"),
    "share": Place("reasons_by_group", "P", "all_share", "table"),
    "rate": Place("visits", "period", "per_hour", "card"),
    "bar": Place("reasons_by_group", "S", "all", "chart"),
}


def shown(show: Show, state: str, **look: object) -> Workspace:
    workspace = show("reports", **look)
    page = workspace.current_page()
    assert isinstance(page, ReportsPage)
    page.open(parse_period("2018-02", "2019-10"))
    go_to(page.content, PLACES[state])
    page.asking.ask(PLACES[state])
    for _ in range(6):  # the report learns its new width, its height, and then where it stands
        QApplication.processEvents()
    return workspace


@pytest.mark.parametrize("state", PLACES)
@pytest.mark.parametrize(
    ("look", "language", "percent"),
    [("light", "da", 100), ("dark", "en", 100), ("light", "da", 200), ("dark", "en", 200)],
)
def test_nothing_is_clipped_nameless_or_too_small(
    show: Show, screens_folder: Path, state: str, look: str, language: str, percent: int
) -> None:
    workspace = shown(show, state, look=look, language=language, percent=percent)
    name = f"reports-ask-{state}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    assert audits.complaints(workspace) == []


def test_the_focus_goes_as_the_eye_does(show: Show, qtbot: QtBot) -> None:
    workspace = shown(show, "workplace")
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    workspace.rail.item(workspace.rail.current()).setFocus()
    assert audits.out_of_order(audits.tab_stops(workspace)) == []


@pytest.mark.parametrize("state", PLACES)
def test_no_word_is_left_in_danish(show: Show, danish: set[str], state: str) -> None:
    workspace = shown(show, state, language="en")
    page = workspace.current_page()
    assert page is not None
    left = {text for widget in page.findChildren(QWidget) for text in said_by(widget)}
    assert "Close (Esc)" in left
    assert sorted(left & danish) == []
