"""A field under its caption, with room for what is wrong with it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.theme import restyle
from app.ui.widgets.measure import em, label


class Labelled(QWidget):
    """Caption, field and message, one below the other."""

    def __init__(self, title: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._target = field.focusProxy() or field
        caption = label(title, "caption")
        caption.setBuddy(self._target)
        if not self._target.accessibleName():
            self._target.setAccessibleName(title)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.2))
        for widget in (caption, field, self._error):
            column.addWidget(widget)
        column.addStretch(1)
        self.setFocusProxy(self._target)

    def say(self, message: str) -> None:
        """Say what is wrong; an empty message says that nothing is."""
        self._error.setText(message)
        self._error.setVisible(bool(message))
        self._target.setAccessibleDescription(message)
        self._target.setProperty("invalid", "true" if message else "")
        restyle(self._target)
