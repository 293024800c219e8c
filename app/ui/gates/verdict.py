"""What is said under one line of text: what is wrong with it, or that it is right."""

from typing import Literal

from PySide6.QtWidgets import QLabel, QLineEdit

from app.ui.theme import restyle


class Verdict(QLabel):
    """A sentence under ``line``, hidden while there is nothing to say; never moves the focus."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__()
        self._line = line
        self.setWordWrap(True)
        self.say("")

    def say(self, text: str, role: Literal["error", "good"] = "error") -> None:
        """Show ``text``, mark the line as wrong if it is, and tell screen readers why."""
        self.setText(text)
        self.setProperty("role", role)
        self.setVisible(bool(text))
        self._line.setAccessibleDescription(text)
        self._line.setProperty("invalid", "true" if text and role == "error" else "")
        restyle(self)
        restyle(self._line)
