"""The one top-level window: shows a gate while locked, the workspace while open."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QMainWindow, QPushButton, QToolButton, QWidget

from app.paths import resource
from app.ui.widgets.measure import em

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SMALLEST = (60, 40)
_COMFORTABLE = (91, 57)
"""Sizes in lines of text; the second is 1280×800 at the normal font."""
_TITLE_BAR = 3
"""Room for the frame that the desktop puts around the window, in lines of text."""


class MainWindow(QMainWindow):
    """Shows one content at a time."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Vejviser")
        self.setWindowIcon(QIcon(str(resource("icons", "logo.svg"))))
        self.setMinimumSize(self._in_lines(_SMALLEST) / 2)
        self.resize(self._in_lines(_COMFORTABLE))

    def _in_lines(self, lines: tuple[int, int]) -> QSize:
        """Return a size in lines of text, or as much of it as the screen has room for."""
        room = self.screen().availableGeometry().size()
        room.setHeight(room.height() - em(self, _TITLE_BAR))
        return QSize(em(self, lines[0]), em(self, lines[1])).boundedTo(room)

    def appear(self) -> None:
        """Show the window, over all of a screen that has no room for its comfortable size."""
        wanted = QSize(em(self, _COMFORTABLE[0]), em(self, _COMFORTABLE[1]))
        if self._in_lines(_COMFORTABLE) == wanted:
            self.show()
        else:
            self.showMaximized()

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as the space bar does."""
        focused = self.focusWidget()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ENTER and not plain and isinstance(focused, QPushButton | QToolButton):
            if not event.isAutoRepeat():
                focused.click()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the application keep what is being typed before the window goes."""
        self.closing.emit()
        super().closeEvent(event)
