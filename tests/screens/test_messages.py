"""A message at the foot of the window never lies over a field of the page."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.notices import WindowNotices
from app.ui.widgets.toast import Toast
from app.ui.workspace import Workspace
from tests.screens.conftest import Show

SAID = "Henvendelsen er gemt"
EXPLAINED = (
    "Ændringen blev ikke gemt. Posten er ændret, siden du åbnede den. Se listen igen, og vælg derfra. "
) * 3


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def covered(workspace: Workspace, toast: Toast) -> bool:
    """Tell whether the message lies over the page."""
    page = workspace.stack
    bottom = page.mapTo(workspace.window(), page.rect().bottomLeft()).y()
    return toast.y() <= bottom


@pytest.mark.parametrize("text", [SAID, EXPLAINED], ids=["short", "long"])
@pytest.mark.parametrize(
    ("look", "language", "percent"), [("light", "da", 100), ("dark", "en", 200)]
)
def test_a_message_covers_the_status_bar_only(
    show: Show, screens_folder: Path, text: str, look: str, language: str, percent: int
) -> None:
    workspace = show("settings", look=look, language=language, percent=percent)
    before = workspace.stack.height()
    services = workspace.current_page().services  # type: ignore[union-attr]
    services.notices.tell(text, undo=True)
    settle()
    (toast,) = (one for one in workspace.window().findChildren(Toast) if one.isVisible())
    name = f"message-{'short' if text is SAID else 'long'}-{look}-{percent}-{language}.png"
    assert workspace.window().grab().save(str(screens_folder / name))
    assert not covered(workspace, toast)
    if text is SAID:
        assert workspace.stack.height() == before, "nothing jumps for a short one"
    toast.dismiss()
    settle()
    assert workspace.stack.height() == before


def test_what_a_page_said_goes_with_it_unless_it_can_be_taken_back(show: Show) -> None:
    workspace = show("settings")
    (notices,) = workspace.window().findChildren(WindowNotices)
    workspace.page_left.connect(notices.leave_page)
    notices.tell("1 række er kopieret")
    workspace.go("settings")
    assert notices.toast.isVisible(), "it is the same page"
    workspace.go("today")
    assert notices.toast.isHidden()
    notices.tell(SAID, undo=True)
    workspace.go("followups")
    assert notices.toast.isVisible()
