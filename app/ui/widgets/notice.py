"""A notice inside a page, with a tone, and at most one thing to do about it."""

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.ui.widgets.icon_view import IconView
from app.ui.widgets.measure import announce, button, em, label

Kind = Literal["info", "good", "warn", "danger"]

_ICONS = {"info": "info", "good": "shield", "warn": "warning", "danger": "warning"}


class Notice(QFrame):
    """A tinted bar with an icon, a text and perhaps a button; ``activated`` is its click."""

    activated = Signal()

    def __init__(
        self, text: str, kind: Kind = "info", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("tone", kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.86), em(self, 0.57), em(self, 0.86), em(self, 0.57))
        row.setSpacing(em(self, 0.71))
        row.addWidget(IconView(_ICONS[kind], f"{kind}.text"))
        self.label = label(text, wrap=True)
        row.addWidget(self.label, 1)
        self.button = button(action)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.activated)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_text(self, text: str) -> None:
        """Change the text and let a screen reader say it."""
        self.label.setText(text)
        if text and self.isVisible():
            announce(self, text)
