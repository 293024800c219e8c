"""Sizes that follow the text, and small helpers that every widget needs."""

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.ui.widgets.action_button import ActionButton

MIN_TARGET = 24
"""The least width and height of anything that can be pointed at, in logical pixels."""

TOUCH_GAP = 0.43
"""The gap between chips and buttons in a row, in multiples of the text size."""


def em(widget: QWidget, multiple: float = 1.0) -> int:
    """Return a multiple of the widget's text size in whole logical pixels."""
    return round(QFontInfo(widget.font()).pixelSize() * multiple)


def target(widget: QWidget, multiple: float) -> int:
    """Return a height for something that can be pointed at: never below 24 pixels."""
    return max(MIN_TARGET, em(widget, multiple))


def announce(widget: QWidget, message: str) -> None:
    """Let a screen reader say ``message`` without moving the focus."""
    # Dear to load, and there is nothing to announce before the window is there.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def label(text: str, role: str = "", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the roles that the theme knows."""
    made = QLabel(text)
    if role:
        made.setProperty("role", role)
    made.setWordWrap(wrap)
    return made


def literal(text: str) -> str:
    """Return what somebody called something as a button shows it: with "&" as a letter, no key."""
    return text.replace("&", "&&")


def button(text: str, kind: str = "", *, name: str = "", elided: bool = False) -> ActionButton:
    """Return a button of one of the kinds that the theme knows; ``name`` is for screen readers."""
    made = ActionButton(text, kind, elided=elided)
    if name:
        made.setAccessibleName(name)
    return made


def hairline() -> QFrame:
    """Return a thin horizontal line."""
    line = QFrame()
    line.setProperty("surface", "line")
    line.setFixedHeight(1)
    return line
