"""Telling when something has another width than its charts were drawn for."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_RESIZE_PAUSE_MS = 150
_NOTICEABLE = 0.06
"""A change of width by this share makes the letters of a stretched chart look wrong."""


class WidthWatch(QObject):
    """``changed`` is sent when a widget has come to rest at another width than it was drawn for.

    Its width changes with the window, and where a panel opens beside it.
    """

    changed = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self._watched = watched
        self._drawn = 0
        self._timer = QTimer(self, singleShot=True, interval=_RESIZE_PAUSE_MS)
        self._timer.timeout.connect(self._look)
        watched.installEventFilter(self)

    def drawing(self) -> int:
        """Return the width to draw for, and remember it."""
        self._drawn = self._watched.width()
        return self._drawn

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() == QEvent.Type.Resize:
            self._timer.start()
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        if abs(self._watched.width() - self._drawn) > _NOTICEABLE * self._drawn:
            self.changed.emit()
