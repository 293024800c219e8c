"""A person at the keyboard: real key events to whatever has the focus, and every key counted."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

KEYSTROKE = 0.28
"""Seconds for one key, a practised but not a professional typist (K of the keystroke-level model)."""

MENTAL = 1.35
"""Seconds for making up one's mind (M of the keystroke-level model)."""

_NAMED = {
    "Enter": Qt.Key.Key_Return,
    "Tab": Qt.Key.Key_Tab,
    "Esc": Qt.Key.Key_Escape,
    "Down": Qt.Key.Key_Down,
    "Up": Qt.Key.Key_Up,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Backspace": Qt.Key.Key_Backspace,
    "Space": Qt.Key.Key_Space,
    "Delete": Qt.Key.Key_Delete,
    "F1": Qt.Key.Key_F1,
    "F2": Qt.Key.Key_F2,
    "F4": Qt.Key.Key_F4,
    "F5": Qt.Key.Key_F5,
    "F6": Qt.Key.Key_F6,
}
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}


@dataclass
class Typist:
    """Types and thinks; ``keys`` counts every key pressed, Shift, Ctrl and Alt too."""

    keys: int = 0
    decisions: int = 0

    @property
    def seconds(self) -> float:
        """The time by the keystroke-level model."""
        return self.keys * KEYSTROKE + self.decisions * MENTAL

    def think(self) -> None:
        """Make up one's mind: remember a name, look at what was found, decide what comes next."""
        self.decisions += 1

    def type(self, text: str) -> None:
        """Type a text; a capital costs Shift too."""
        for letter in text:
            self.keys += 2 if letter.isupper() else 1
            QTest.keyClicks(focused(), letter)

    def press(self, *combinations: str) -> None:
        """Press keys such as "Enter", "3" or "Ctrl+Enter"."""
        for combination in combinations:
            *modifiers, key = combination.split("+")
            held = Qt.KeyboardModifier.NoModifier
            for name in modifiers:
                held |= _MODIFIERS[name]
            self.keys += 1 + len(modifiers)
            QTest.keyClick(focused(), _NAMED[key] if key in _NAMED else _letter(key), held)


def focused() -> QWidget:
    """Return the widget that gets the keys."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def _letter(key: str) -> Qt.Key:
    return Qt.Key(ord(key.upper()))
