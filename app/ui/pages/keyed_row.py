"""A line of a list that answers keys of its own, with a button for each of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton

from app.ui.pages.line import Line, keep_place
from app.ui.palette import tokens
from app.ui.widgets.measure import button, em
from app.ui.widgets.painting import draw_ring

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Wish(NamedTuple):
    """Something that can be asked of a row: the wish, its short words, and a tip with its key.

    ``widest`` are the words that stand in its place in other rows, so that all are as wide; one
    that is not ``possible`` leaves its place empty.
    """

    wish: str
    text: str
    tip: str
    look: str = "quiet"
    widest: str = ""
    possible: bool = True


class KeyedRow(Line):
    """Sends ``asked`` with a wish for a key or a button.

    The row itself takes the focus; its buttons are reached with Tab while it has it. ``key`` is
    the id of what it shows.
    """

    asked = Signal(str)

    def __init__(self, key: str, keys: Mapping[int, str]) -> None:
        super().__init__()
        self.key = key
        self._keys = dict(keys)
        self._buttons: list[QPushButton] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def push_buttons(self) -> list[QPushButton]:
        """The buttons of the row from left to right."""
        return list(self._buttons)

    def add_buttons(self, title: str, wishes: Sequence[Wish]) -> None:
        """Add a button for each wish; ``title`` says in their names what they are about."""
        for wish in wishes:
            made = button(wish.text, wish.look, name=f"{wish.tip}: {title}")
            made.setToolTip(wish.tip)
            made.clicked.connect(lambda _=False, asked=wish.wish: self.asked.emit(asked))
            made.installEventFilter(self)
            made.setMinimumWidth(_width(made, wish.text, wish.widest))
            self.buttons.addWidget(made)
            if wish.possible:
                self._buttons.append(made)
            else:
                keep_place(made)
                made.hide()
        self.buttons.addStretch(1)

    def set_current(self, current: bool) -> None:
        """Let Tab reach the buttons of this row, or pass them by."""
        policy = Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus
        for made in self._buttons:
            made.setFocusPolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = self._wish(event)
        if wish:
            self.asked.emit(wish)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the row work on its buttons too, except those that press them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            wish = "" if event.key() in _PRESSES else self._wish(event)
            if wish:
                self.asked.emit(wish)
                return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ring(painter, QRectF(self.rect()), tokens().accent, em(self, 0.43))

    def _wish(self, event: QKeyEvent) -> str:
        return self._keys.get(event.key(), "") if event.modifiers() in _PLAIN else ""


def _width(made: QPushButton, text: str, widest: str) -> int:
    """Return how wide a button is, or would be with the widest words that stand in its place."""
    made.ensurePolished()
    widths = []
    for words in (widest, text):
        made.setText(words)
        widths.append(made.sizeHint().width())
    return max(widths)
