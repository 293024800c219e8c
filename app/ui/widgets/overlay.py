"""A panel that lies over the window, is not modal, and goes with Esc."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from app.ui.widgets.measure import em


class Overlay(QFrame):
    """Base of the palette and the sheet of keys; ``closed`` is sent when it goes.

    Esc, a click elsewhere or focus elsewhere closes it; the focus goes back to where it was.
    """

    closed = Signal()

    def __init__(self, window: QWidget, name: str) -> None:
        super().__init__(window)
        self.setProperty("surface", "overlay")
        self.setAccessibleName(name)
        self._window = window
        self._before: QWidget | None = None
        window.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._focus_moved)
        self.hide()

    def open(self, focus: QWidget) -> None:
        """Show the panel with the focus in ``focus``."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.place()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def dismiss(self) -> None:
        """Close the panel and put the focus back."""
        if self.isHidden():
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        before = self._before
        # What had the focus may have been built again meanwhile.
        if had_focus and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None
        self.closed.emit()

    def place(self) -> None:
        """Stand in the upper middle of the window, never wider than it."""
        window = self._window
        gap = em(self, 1)
        width = min(self.wanted_width(), window.width() - 2 * gap)
        top = min(em(self, 4.5), window.height() // 8)
        height = min(self.wanted_height(width), window.height() - top - gap)
        self.setGeometry((window.width() - width) // 2, top, width, height)

    def wanted_width(self) -> int:
        """Return the width that it has where the window leaves room for it."""
        return em(self, 44)

    def wanted_height(self, width: int) -> int:
        """Return the height at which nothing needs to scroll."""
        return self.sizeHint().height()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self.place()
        return False

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        inside = new is not None and (new is self or self.isAncestorOf(new))
        if new is not None and not inside and new.window() is self.window():
            self.dismiss()
