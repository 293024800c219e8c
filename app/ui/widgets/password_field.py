"""A field for a passphrase, which can be shown while it is typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from app.ui import icons
from app.ui.widgets.key_badge import native
from app.ui.widgets.measure import em

SHOW_KEY = "Ctrl+R"
"""Shows and hides the text of the field that has the focus."""


class PasswordField(QWidget):
    """``changed(text)`` while typing, ``submitted()`` for Enter.

    The eye or :data:`SHOW_KEY` shows the text.
    """

    changed = Signal(str)
    submitted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.textEdited.connect(self.changed)
        self.line.returnPressed.connect(self.submitted)
        self.eye = QToolButton()
        self.eye.setProperty("kind", "quiet")
        self.eye.setCheckable(True)
        # Not a stop of Tab: whoever tabs on and goes on typing would show the passphrase to
        # the room with the first space bar in it.
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        show = QShortcut(QKeySequence(SHOW_KEY), self)
        show.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        show.activated.connect(self.eye.toggle)
        self.eye.toggled.connect(self._show_text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.29))
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.setFocusProxy(self.line)
        self._show_text(False)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Empty the field and hide its text again."""
        self.line.clear()
        self.eye.setChecked(False)

    def _show_text(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        name = self.tr("Skjul det skrevne") if shown else self.tr("Vis det skrevne")
        self.eye.setAccessibleName(name)
        self.eye.setToolTip(f"{name} ({native(SHOW_KEY)})")
        icons.set_icon(self.eye, "eye-off" if shown else "eye", "muted", em(self, 1.3))
