"""A choice of exactly one among a few."""

from collections.abc import Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import em
from app.ui.widgets.roving import Roving

_NOT_PLAIN = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Option(msgspec.Struct, frozen=True):
    """One of the choices; ``not_told`` marks the one that the key 0 chooses."""

    key: str
    title: str
    not_told: bool = False


class Segmented(QWidget):
    """A row of buttons or chips of which one at most is chosen.

    One tab stop; the arrow keys move and choose, the digits choose by position and 0 chooses
    "not told". ``changed`` is sent when a person chooses, never by ``set_value``. With
    ``can_clear``, choosing the chosen one again leaves nothing chosen (value "").
    """

    changed = Signal(str)

    def __init__(
        self,
        name: str,
        options: Sequence[Option],
        *,
        look: Literal["button", "chip"] = "button",
        can_clear: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._can_clear = can_clear
        self._value = ""
        self._options = tuple(options)
        self._roving = Roving()
        self._buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(self, gap=em(self, 0.43 if look == "chip" else 0.57))
        for option in options:
            made = Chip(option.key, option.title) if look == "chip" else _Segment(option.title)
            made.setAccessibleName(f"{name}: {option.title.replace('&', '')}")
            made.clicked.connect(lambda _=False, key=option.key: self._choose(key))
            made.installEventFilter(self)
            flow.addWidget(made)
            self._buttons[option.key] = made
        self._roving.set_members(list(self._buttons.values()))

    def value(self) -> str:
        """Return the chosen key, or "" where nothing is chosen."""
        return self._value

    def set_value(self, key: str) -> None:
        """Choose ``key`` ("" for none) without sending ``changed``; a focus in here goes along."""
        focused = self.window().focusWidget()
        self._value = key if key in self._buttons else ""
        for each, made in self._buttons.items():
            made.setChecked(each == self._value)
        if self._value in self._buttons:
            self._roving.set_current(self._buttons[self._value])
            if focused in self._buttons.values():
                self.focus()

    def button(self, key: str) -> QPushButton:
        """Return the button that stands for ``key``."""
        return self._buttons[key]

    def focus(self) -> None:
        """Move the focus to the chosen button, or to the first."""
        if self._roving.current is not None:
            self._roving.focus(self._roving.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _NOT_PLAIN:
            super().keyPressEvent(event)
        elif self._roving.move(event.key()):
            self._choose(self._key_of(self._roving.current), again=False)
        elif not self._choose_by_digit(event.key() - Qt.Key.Key_0):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self._roving.set_current(watched)
        return False

    def _choose_by_digit(self, digit: int) -> bool:
        if digit == 0:
            found = next((option for option in self._options if option.not_told), None)
        else:
            found = self._options[digit - 1] if 0 < digit <= len(self._options) else None
        if found is None:
            return False
        self._roving.focus(self._buttons[found.key])
        self._choose(found.key, again=False)
        return True

    def _choose(self, key: str, *, again: bool = True) -> None:
        chosen = "" if again and self._can_clear and key == self._value else key
        changed = chosen != self._value
        self.set_value(chosen)
        if changed:
            self.changed.emit(chosen)

    def _key_of(self, widget: QWidget | None) -> str:
        return next(key for key, made in self._buttons.items() if made is widget)


class _Segment(ActionButton):
    """A checkable button that leaves the arrow keys to its row."""

    def __init__(self, title: str) -> None:
        super().__init__(title, "segment")
        self.setCheckable(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            super().keyPressEvent(event)
        else:
            event.ignore()
