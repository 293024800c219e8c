"""What the panels of a visit and of an activity have in common: a head, and actions with one key."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui import icons
from app.ui.pages.focus import holds_focus
from app.ui.pages.plan.facts import plain
from app.ui.pages.plan.keyed_button import KeyedButton
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em


class Action(NamedTuple):
    """Something that can be done: its name, the letter that does it, and its words."""

    name: str
    key: str
    text: str


class DetailsPanel(Card):
    """``asked`` carries the name of an action, ``closed`` is the cross in the corner.

    ``key`` is the key in the grid of what is shown.
    """

    asked = Signal(str)
    closed = Signal()

    def __init__(self, key: str, title: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.key = key
        self.buttons: dict[str, KeyedButton] = {}
        self.setAccessibleName(spoken)
        self.close_button = button("", "quiet", name=self.tr("Luk (Esc)"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        icons.set_icon(self.close_button, "x", "muted", em(self, 1.1))
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(plain(title, "heading"), 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)

    def add_actions(self, actions: Sequence[Action]) -> None:
        """Add a button for each action; the first one added is the likeliest."""
        if not actions:
            return
        holder = QWidget()
        row = FlowLayout(holder, gap=em(self, 0.43))
        for name, key, text in actions:
            made = KeyedButton(text, key)
            made.clicked.connect(lambda _=False, each=name: self.asked.emit(each))
            self.buttons[name] = made
            row.addWidget(made)
        self.body.addWidget(holder)

    def press(self, key: int) -> None:
        """Do what a key stands for, if it stands for anything here."""
        made = next((each for each in self.buttons.values() if key == ord(each.key)), None)
        if made is not None:
            made.click()

    def focused_action(self) -> str:
        """Return the action whose button has the focus, or ""."""
        return next((name for name, made in self.buttons.items() if holds_focus(made)), "")

    def focus_action(self, action: str) -> None:
        """Move the focus to an action, or where it is not offered to the likeliest thing to do."""
        likeliest = next(iter(self.buttons.values()), None)
        made = self.buttons.get(action) or likeliest or self.close_button
        made.setFocus(Qt.FocusReason.OtherFocusReason)
