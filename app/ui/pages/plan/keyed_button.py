"""A button with the one key that does the same."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.key_badge import KeyBadge
from app.ui.widgets.measure import em, label


class KeyedButton(ActionButton):
    """Shows its key at the right of its words; the panel that it stands in answers the key."""

    def __init__(self, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self.key = key
        self.setAccessibleName(text)
        self.setAccessibleDescription(key)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 0.86), 0, em(self, 0.57), 0)
        row.setSpacing(em(self, 0.5))
        words = label(text)
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(words)
        row.addWidget(KeyBadge(key))

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), max(super().sizeHint().height(), em(self, 2.4)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
