"""The header of the window: search, the running visit, and the one primary button."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.elided_label import ElidedLabel
from app.ui.widgets.key_badge import KeyBadge, native
from app.ui.widgets.measure import button, em


class Header(QFrame):
    """``search_clicked``, ``visit_clicked`` and ``primary_clicked`` are its three buttons.

    Without words the primary button stays hidden.
    """

    search_clicked = Signal()
    visit_clicked = Signal()
    primary_clicked = Signal()

    def __init__(self, search: str, primary: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "header")
        row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 1.43), em(self, 0.71), em(self, 1.43), em(self, 0.71))
        row.setSpacing(em(self, 0.86))
        self.search = _KeyButton(search, "Ctrl+K", "search")
        self.search.setMaximumWidth(em(self, 30))
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.clicked.connect(self.search_clicked)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        self.visit = button("", "visit", elided=True)
        self.visit.clicked.connect(self.visit_clicked)
        self.visit.hide()
        row.addWidget(self.visit)
        self.primary = _KeyButton(primary, "Ctrl+N", "primary")
        self.primary.clicked.connect(self.primary_clicked)
        if not primary:
            self.primary.hide()
        row.addWidget(self.primary)

    def set_visit(self, text: str) -> None:
        """Show the running visit; an empty text takes the chip away."""
        self.visit.setText(text)
        self.visit.setToolTip(text)
        self.visit.setVisible(bool(text))


class _KeyButton(ActionButton):
    """A button that shows its key at the right of its text."""

    def __init__(self, text: str, keys: str, kind: str) -> None:
        super().__init__("", kind)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({native(keys)})")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 1), 0, em(self, 0.86), 0)
        row.setSpacing(em(self, 0.57))
        self._words = ElidedLabel(text, f"on-{kind}")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._words)
        self._badge = KeyBadge(keys)
        self._badge.setProperty("role", f"key-{kind}")
        row.addWidget(self._badge)
        row.addStretch(1)

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), max(super().sizeHint().height(), em(self, 2.4)))

    def minimumSizeHint(self) -> QSize:
        if self.property("kind") == "search":
            return QSize(em(self, 9.5), self.sizeHint().height())
        return self.sizeHint()
