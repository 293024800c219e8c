"""What an empty page says: one sentence and one button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.widgets.icon_view import IconView
from app.ui.widgets.measure import button, em, label


class EmptyState(QWidget):
    """One sentence, and one button unless ``action`` is empty; ``activated`` is its click."""

    activated = Signal()

    def __init__(
        self, sentence: str, action: str = "", icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(em(self, 0.86))
        column.setContentsMargins(em(self, 2), em(self, 2), em(self, 2), em(self, 2))
        column.addStretch(1)
        if icon:
            column.addWidget(IconView(icon, "muted", 2.86), 0, Qt.AlignmentFlag.AlignHCenter)
        self.sentence = label(sentence, "muted", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self.sentence)
        self.button = button(action)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.activated)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
