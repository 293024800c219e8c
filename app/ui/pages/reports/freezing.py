"""How far the freezing of a month has come, and the way to stop it."""

from threading import Event

from PySide6.QtCore import QObject, Signal


class Stopped(Exception):
    """Somebody stopped the freezing; nothing was closed."""


class Freezing(QObject):
    """One freezing at a time: ``moved(done, total)`` is sent for each of its countings.

    These are done on the store's thread; everything else here belongs to Qt's.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.under_way = ""
        self._stop = Event()

    def begin(self, under_way: str) -> None:
        """Remember what is under way, in words."""
        self.under_way = under_way
        self._stop.clear()

    def end(self) -> None:
        """Remember that nothing is under way any more."""
        self.under_way = ""

    def stop(self) -> None:
        """Let the next counting be the last."""
        self._stop.set()

    def step(self, done: int, total: int) -> None:
        """Tell of a counting, or raise :class:`Stopped`; called on the store's thread."""
        if self._stop.is_set():
            raise Stopped
        self.moved.emit(done, total)
