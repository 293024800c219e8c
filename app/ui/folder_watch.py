"""Looks into the shared folder every few seconds, so that letters of others are taken in at once.

What systems tell of changes is not told of network drives and of what is synchronised; a listing is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.models.store import Store
from app.ui.tasks import Runner

if TYPE_CHECKING:
    from app.export.delivery.looking import Seen

_BETWEEN_LOOKS = 20_000


class FolderWatch(QObject):
    """``arrived`` is sent when something lies there that did not at the look before."""

    arrived = Signal()

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._seen: Seen = frozenset()
        self._looking = False
        self._timer = QTimer(self, interval=_BETWEEN_LOOKS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def look(self) -> None:
        """Look now, beside the work; not while a drive has not answered the look before."""
        if not self._looking:
            self._looking = True
            self._runner.aside(_look, self._looked, self._not_looked)

    def _looked(self, found: Seen) -> None:
        self._looking = False
        is_new = bool(found - self._seen)
        self._seen = found
        if is_new:
            self.arrived.emit()

    def _not_looked(self, _error: Exception) -> None:
        # The next exchange tells what is wrong; a look that nobody asked for tells nothing.
        self._looking = False


def _look(store: Store) -> Seen:
    # What knows places is dear to load, and the window does not wait for it.
    from app.export.delivery.looking import what_lies_there

    return what_lies_there(store)
