"""The line under the person: what is known, what may be, and two answers to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.theme import restyle
from app.ui.widgets.measure import announce, button, em, label


class RecognitionLine(QWidget):
    """A sentence with up to two buttons; it always takes one line, so that nothing jumps."""

    accepted = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label("", "caption", wrap=True)
        self.accept_button = button("", "link")
        self.refuse_button = button("", "link")
        self.accept_button.clicked.connect(self.accepted)
        self.refuse_button.clicked.connect(self.refused)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.57))
        row.addWidget(self.label, 1)
        for answer in (self.accept_button, self.refuse_button):
            row.addWidget(answer, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(self.accept_button.sizeHint().height())
        self.say("")

    def say(self, text: str, role: str = "caption", accept: str = "", refuse: str = "") -> None:
        """Show a sentence in a role that the theme knows, with the answers that have words."""
        changed = text != self.label.text()
        self.label.setText(text)
        self.label.setProperty("role", role)
        restyle(self.label)
        for answer, words in ((self.accept_button, accept), (self.refuse_button, refuse)):
            answer.setText(words)
            answer.setVisible(bool(words))
        if changed and text and role != "caption":
            announce(self, text)
