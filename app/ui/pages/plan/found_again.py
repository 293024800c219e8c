"""Says in a narrow form that something was typed before, and what can be done about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.measure import announce, button, em, label


class FoundAgain(QWidget):
    """A sentence with a link below it; ``activated`` is its click. Hidden until there is one."""

    activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = label("", "warn", wrap=True)
        self.button = button("", "link")
        self.button.clicked.connect(self.activated)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.2))
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def say(self, text: str, action: str) -> None:
        """Show a sentence, said by a screen reader too, and what its link does."""
        self.label.setText(text)
        self.button.setText(action)
        self.show()
        announce(self, text)
