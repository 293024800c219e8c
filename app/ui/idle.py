"""When the window must lock by itself: after idle minutes, and after the computer slept.

Time that passes while the computer sleeps does not reach a timer, so two clocks are compared: when
the wall clock has run far ahead of the ticks, the computer was asleep.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TICK_MS = 1_000
_SLEPT_SECONDS = 15.0
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Emits ``expired`` once when nobody has touched the window for the allowed time.

    ``now`` returns seconds and goes on while the computer sleeps.
    """

    expired = Signal()

    def __init__(
        self,
        app: QApplication,
        minutes: int,
        now: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._now = now
        self._seconds = minutes * 60
        self._touched = self._ticked = now()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        app.installEventFilter(self)

    def allow(self, minutes: int) -> None:
        """Change the allowed time."""
        self._seconds = minutes * 60

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()
        self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of every sign of life; never swallow it."""
        if event.type() in _INPUT:
            self._touched = self._now()
        return False

    def tick(self) -> None:
        """Compare the clocks; called every second."""
        now = self._now()
        idle = now - self._touched >= self._seconds
        slept = now - self._ticked >= _SLEPT_SECONDS
        # A clock that was set back says nothing about how long nobody was here.
        self._touched = min(self._touched, now)
        self._ticked = now
        if idle or slept:
            self.stop()
            self.expired.emit()
