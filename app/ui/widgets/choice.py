"""A closed choice among words, for forms."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget


class Choice(QComboBox):
    """A combo box of (key, words); ``chosen(key)`` is sent when a person chooses another one.

    The wheel moves the page, not the choice: a form is scrolled over its fields all day.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.setSizeAdjustPolicy(policy)
        self.setMinimumContentsLength(8)
        self.set_options(options)
        self.activated.connect(lambda _: self.chosen.emit(self.value()))

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other words; the choice stays where it is among them."""
        before = self.value()
        self.clear()
        for key, words in options:
            self.addItem(words, key)
        self.set_value(before)

    def value(self) -> str:
        """Return the key of what is chosen."""
        key = self.currentData()
        return "" if key is None else str(key)

    def set_value(self, key: str) -> None:
        """Choose ``key``, or the first where there is none such, without sending ``chosen``."""
        self.setCurrentIndex(max(0, self.findData(key)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt looks for words that begin with what Ctrl+S types, and so keeps it from the form.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
