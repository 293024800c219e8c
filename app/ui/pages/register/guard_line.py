"""The warning that something should not stand in a text, with one key that masks it."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.models.guards import Danger
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.key_badge import KeyBadge
from app.ui.widgets.measure import announce, button, em, label

MASK_KEY = "F4"


class GuardLine(QFrame):
    """A tinted line that appears while there is something to mask, and never stands in the way."""

    mask_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("tone", "warn")
        self.label = label("", wrap=True)
        self.button = button(self.tr("Maskér"))
        self.button.clicked.connect(self.mask_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.86), em(self, 0.21), em(self, 0.43), em(self, 0.21))
        row.setSpacing(em(self, 0.57))
        row.addWidget(IconView("warning", "warn.text"))
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        row.addWidget(KeyBadge(MASK_KEY))
        self.hide()

    def warn_of(self, dangers: Collection[Danger]) -> None:
        """Show what was found; nothing found takes the line away."""
        words = {
            Danger.CPR: self.tr("Der står noget, der ligner et CPR-nummer."),
            Danger.NAME: self.tr(
                "En kendt persons navn står i teksten, men henvendelsen er anonym."
            ),
        }
        text = " ".join(words[danger] for danger in Danger if danger in dangers)
        changed = text != self.label.text()
        self.label.setText(text)
        self.setVisible(bool(text))
        if text and changed:
            announce(self, text)
