"""Watching work that goes on beside the window, and stopping it.

The work tells a plain object how far it is, and the page looks at that from time to time.
"""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.export.evaluator.ladder import Cancelled
from app.ui.progress import Progress
from app.ui.widgets.measure import announce, button, em

T = TypeVar("T")

_NOTICEABLE_MS, _BETWEEN_LOOKS_MS = 300, 100


class Watch(Progress):
    """What one piece of work is told and tells; it is the ``progress`` of the work."""

    def __call__(self, done: int, of: int) -> None:
        """Note how far the work is; raise :class:`Cancelled` where nobody wants it any more."""
        self.note(done, of)
        if self.is_stopped:
            raise Cancelled

    def run(self, job: Callable[["Watch"], T]) -> T | None:
        """Return what the work makes; None where it was stopped, which is no failure."""
        try:
            return job(self)
        except Cancelled:
            return None


class ProgressLine(QWidget):
    """A bar and a button; shown when work takes longer than a moment. ``cancelled`` is the button.

    ``told`` carries how far the work is, and of how much, while it is shown.
    """

    cancelled = Signal()
    told = Signal(int, int)

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._watch = Progress()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name or self.tr("Beregner, hvad der kan vises"))
        self.cancel = button(self.tr("Annullér"))
        self.cancel.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.86))
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self.hide()

    def start(self) -> Watch:
        """Stop what is watched and return the watch of a new piece of work."""
        self._watch.stop()
        watch = Watch()
        self.follow(watch)
        return watch

    def follow(self, progress: Progress) -> None:
        """Show how far a piece of work is that somebody else began."""
        self._watch = progress
        self._timer.start(_NOTICEABLE_MS)

    @property
    def watch(self) -> Progress:
        """How far the work is that is shown."""
        return self._watch

    def end(self) -> None:
        """Take the line away; the work is done or not wanted."""
        self._watch.stop()
        self._timer.stop()
        self.hide()

    def look(self) -> None:
        """Show how far the work is; done from time to time while there is any."""
        if self.isHidden():
            self._timer.setInterval(_BETWEEN_LOOKS_MS)
            self.show()
            announce(self.bar, self.bar.accessibleName())
        # Of one step nobody can see how far it is: the bar only moves.
        self.bar.setRange(0, self._watch.of if self._watch.of > 1 else 0)
        self.bar.setValue(self._watch.done)
        self.told.emit(self._watch.done, self._watch.of)

    def _cancel(self) -> None:
        self.end()
        self.cancelled.emit()
