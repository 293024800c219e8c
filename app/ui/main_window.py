"""The one top-level window: shows a gate while locked, the workspace while open."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QIcon
from PySide6.QtWidgets import QMainWindow, QWidget

from app.paths import resource
from app.ui.widgets.measure import em

_SMALLEST = (60, 40)
_COMFORTABLE = (91, 57)
"""Sizes in lines of text; the second is 1280×800 at the normal font."""


class MainWindow(QMainWindow):
    """Shows one content at a time."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Vejviser")
        self.setWindowIcon(QIcon(str(resource("icons", "logo.svg"))))
        self.setMinimumSize(em(self, _SMALLEST[0]) // 2, em(self, _SMALLEST[1]) // 2)
        self.resize(em(self, _COMFORTABLE[0]), em(self, _COMFORTABLE[1]))

    def show_content(self, content: QWidget) -> QWidget | None:
        """Show ``content`` and return what was shown before, hidden; the caller deletes it."""
        previous: QWidget | None = self.takeCentralWidget()
        # Hidden first: what hides later would take the focus along that the new content took.
        if previous is not None:
            previous.hide()
        self.setCentralWidget(content)
        content.show()
        # A widget that asks for the focus while it is being shown is only noted down for it.
        chosen = content.focusWidget()
        if chosen is not None:
            chosen.setFocus()
        return previous

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the application keep what is being typed before the window goes."""
        self.closing.emit()
        super().closeEvent(event)
