"""Python's collector of cycles, kept on the thread that owns the widgets.

Python collects on whatever thread happens to allocate. A page that was replaced is a cycle of
widgets; collected on the store's thread while Qt is at work on its own, it takes the program down.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE_MS = 1_000


class GarbageCollector(QObject):
    """Collects between two events of the thread that made it, and nowhere else until stopped."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._everything = False
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect the oldest generation that has grown beyond what Python itself would allow."""
        grown = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [number for number, (count, most) in enumerate(grown) if count > most]
        if self._everything:
            self._everything = False
            gc.collect()
        elif due:
            gc.collect(due[-1])

    def collect_everything_soon(self) -> None:
        """Leave nothing in memory of what was shown; in a moment, when Qt has deleted it too."""
        self._everything = True

    def stop(self) -> None:
        """Let Python collect as it likes again, when no widget is in use any more."""
        self._timer.stop()
        gc.enable()
