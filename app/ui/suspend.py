"""Locking when the computer goes to sleep or its screen is locked.

Linux tells it over D-Bus, Windows by window messages. macOS has no way that Qt or the standard
library reaches; there, and wherever nothing is told, :mod:`app.ui.idle` notices after the sleep
that time has jumped, and locks before anything can be typed.
"""

import sys
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal


class Listener(Protocol):
    """Whatever listens to the system."""

    def stop(self) -> None:
        """Listen no longer."""


class SuspendWatch(QObject):
    """Sends ``lock_now`` when the computer is about to sleep or its screen was locked.

    Where the system tells nothing (no bus, no right to listen), nothing is ever sent.
    """

    lock_now = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = _listener(self.lock_now.emit, self)

    def stop(self) -> None:
        """Listen no longer; stopping twice is allowed."""
        if self._listener is not None:
            self._listener.stop()
            self._listener = None


def _listener(lock: Callable[[], None], parent: QObject) -> Listener | None:
    found: Listener | None = None
    if sys.platform == "linux":
        from app.ui.suspend_linux import BusListener

        found = BusListener(lock, parent=parent)
    elif sys.platform == "win32":
        from app.ui.suspend_windows import MessageListener

        found = MessageListener(lock)
    return found
