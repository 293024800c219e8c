"""What pages in use are asked: can all of it be read, reached in order, and is none of it Danish."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.workspace import Workspace
from tests.screens import audits
from tests.screens.test_english import said_by

LOOKS = [("light", "da", 100), ("dark", "en", 100), ("light", "da", 200), ("dark", "en", 200)]
"""Look, language, and the size of the texts in per cent."""


def settled(workspace: Workspace) -> Workspace:
    """Return a workspace whose layouts have settled: those in a scroll area need some rounds."""
    for _ in range(6):
        QApplication.processEvents()
    return workspace


def must_be_readable(workspace: Workspace, picture: Path) -> None:
    """Ask that nothing is clipped, nameless, too small or beside the window; keep a picture of it."""
    assert workspace.window().grab().save(str(picture))
    assert audits.complaints(workspace) == []
    assert audits.sideways(workspace) == []


def focus_must_go_as_the_eye_does(workspace: Workspace, qtbot: QtBot) -> None:
    """Ask that Tab goes down and to the right from the rail on, and round."""
    with qtbot.waitActive(workspace.window()):
        workspace.window().activateWindow()
    workspace.rail.item(workspace.rail.current()).setFocus()
    assert audits.out_of_order(audits.tab_stops(workspace)) == []


def danish_left(workspace: Workspace, danish: set[str]) -> list[str]:
    """Return the Danish texts of an English window, the name of the language left out."""
    left = {text for widget in workspace.findChildren(QWidget) for text in said_by(widget)}
    return sorted(left & danish - {"Dansk"})
