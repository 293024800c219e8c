"""A short message over the status bar of the window, with something to take back."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget

from app.ui import icons
from app.ui.theme import restyle
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.status_bar import StatusBar

_BELOW = 0.07
"""How far it stands from the lower edge: one line of it fits into the status bar."""
_LEAST_BESIDE = 24
"""So much room in text sizes must be right of what the status bar says to stand there."""


class Toast(QFrame):
    """Says that something was done and offers to take it back; never takes the focus.

    It goes by itself after some seconds, but not while the pointer or the focus is on it; one in
    the danger tone stays until it is closed. ``activated`` is the click on its button, ``closed``
    is sent whenever it goes. ``room_taken`` tells how much of the lower edge it covers, 0 when it
    is gone: whoever has fields there moves them up.
    """

    activated = Signal()
    closed = Signal()
    room_taken = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._on_action: Callable[[], None] | None = None
        self.setProperty("surface", "toast")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(em(self, 1.14), em(self, 0.07), em(self, 0.29), em(self, 0.07))
        row.setSpacing(em(self, 1))
        self.label = label("", wrap=False)
        row.addWidget(self.label)
        self.button = button("", "toast")
        self.button.clicked.connect(self._act)
        row.addWidget(self.button)
        self.close_button = button("", "toast", name=self.tr("Luk beskeden"))
        self.close_button.setToolTip(self.close_button.accessibleName())
        self.close_button.clicked.connect(self.dismiss)
        row.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._expire)
        window.installEventFilter(self)
        self.hide()

    def show_message(
        self,
        text: str,
        action: str = "",
        milliseconds: int = 8000,
        *,
        on_action: Callable[[], None] | None = None,
        tone: Literal["info", "danger"] = "info",
    ) -> None:
        """Show ``text``, and a button named ``action`` that calls ``on_action`` and is gone."""
        self._on_action = on_action
        self.setProperty("surface", "toast-danger" if tone == "danger" else "toast")
        for widget in (self, self.label, self.button, self.close_button):
            restyle(widget)
        ink = "danger.on_solid" if tone == "danger" else "card"
        icons.set_icon(self.close_button, "x", ink, em(self, 1))
        self.label.setText(text)
        self.setAccessibleName(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))
        self._place()
        self.show()
        self.raise_()
        announce(self, text)
        self._timer.stop()
        if milliseconds and tone != "danger":
            self._timer.start(milliseconds)

    def dismiss(self) -> None:
        """Take the message away."""
        if not self.isHidden():
            self._timer.stop()
            self.hide()
            self.room_taken.emit(0)
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    def _act(self) -> None:
        called = self._on_action
        self.dismiss()
        self.activated.emit()
        if called is not None:
            called()

    def _expire(self) -> None:
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self):
            self._timer.start(2000)
        else:
            self.dismiss()

    def _place(self) -> None:
        window = self._window
        side, below = em(self, 2), em(self, _BELOW)
        room = window.width() - 2 * side
        # The status bar says how far the figures are; a message about that shall not cover it.
        bar = window.findChild(StatusBar)
        kept = bar.kept_until() if bar is not None else 0
        beside = window.width() - side - kept if kept else 0
        if beside >= em(self, _LEAST_BESIDE):
            room = beside
        elif bar is not None and kept:
            below = bar.height()
        widest = min(room, em(self, 56))
        self.label.setMinimumWidth(0)
        self.label.setWordWrap(False)
        self.label.setContentsMargins(0, 0, 0, 0)
        if self._row.sizeHint().width() > widest:
            frame = self._row.sizeHint().width() - self.label.sizeHint().width()
            self.label.setWordWrap(True)
            self.label.setContentsMargins(0, em(self, 0.29), 0, em(self, 0.29))
            self.label.setMinimumWidth(max(widest - frame, em(self, 8)))
        self.setMaximumWidth(room)
        self.adjustSize()
        middle, right = (window.width() - self.width()) // 2, window.width() - side - self.width()
        x = right if room == beside else middle
        self.move(x, window.height() - self.height() - below)
        self.room_taken.emit(self.height() + below)
