"""The picture of a key, beside the action it does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class KeyBadge(QLabel):
    """A small key cap, such as Ctrl+K; the words are those of the user's system."""

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(native(keys), parent)
        self.setProperty("role", "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def native(keys: str) -> str:
    """Return a key combination as the system writes it; a plain word stays as it is."""
    written = _written(keys) or keys
    for enter in ("Return", "Enter"):
        written = written.replace(_written(enter), "↵")
    return written


def _written(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
