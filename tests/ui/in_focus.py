"""A page of its own in an active window, and keys for whatever has the focus in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.page import Page

ROOM = (1158, 660)
"""What a 1366×768 window leaves for a page, in pixels."""


def enter(qtbot: QtBot, page: Page) -> None:
    """Show a page and give it the focus, as the window does."""
    qtbot.addWidget(page)
    page.resize(*ROOM)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first = page.first_focus()
    assert first is not None
    first.setFocus()


def press(qtbot: QtBot, page: Page, *keys: Qt.Key) -> None:
    """Press keys where the focus is."""
    for key in keys:
        qtbot.keyClick(_focused(page), key)


def type_text(qtbot: QtBot, page: Page, text: str) -> None:
    """Type where the focus is."""
    qtbot.keyClicks(_focused(page), text)


def _focused(page: Page) -> QWidget:
    focused = page.window().focusWidget()
    assert focused is not None
    return focused
