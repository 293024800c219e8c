"""What ends a registration: promise, private note, the state of the draft, and saving."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.pages.register.follow_up import FollowUpField
from app.ui.widgets.key_badge import KeyBadge
from app.ui.widgets.measure import button, em, label

SAVE_KEYS = "Ctrl+Return"


class BottomBar(QWidget):
    """Promise and note at the left, draft state and Gem at the right.

    Where the text is large the promise stands at the end of what scrolls instead.
    """

    save_wanted = Signal()
    cancel_wanted = Signal()
    note_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.follow_up = FollowUpField(today)
        self.note = button(self.tr("Privat &note …"))
        self.note.clicked.connect(self.note_wanted)
        self.state = label("", "caption")
        self.cancel = button(self.tr("Annullér"))
        self.cancel.clicked.connect(self.cancel_wanted)
        self.cancel.hide()
        self.save = button(self.tr("&Gem"), "primary", name=self.tr("Gem"))
        self.save.clicked.connect(self.save_wanted)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.71))
        row.addWidget(self.follow_up, 1)
        row.addWidget(self.note)
        row.addStretch(0)
        row.addWidget(self.state)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        row.addWidget(KeyBadge(SAVE_KEYS))

    def take_follow_up(self) -> None:
        """Show the promise here again."""
        self._row.insertWidget(0, self.follow_up, 1)

    def show_note_state(self, written: bool) -> None:
        """Say on the button whether there is a note."""
        self.note.setText(self.tr("Privat &note ✓") if written else self.tr("Privat &note …"))
        self.note.setAccessibleName(
            self.tr("Privat note, udfyldt") if written else self.tr("Privat note")
        )
