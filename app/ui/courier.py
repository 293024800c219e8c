"""Exchanges letters with the place beside the work: when asked, when something waits, and now and then."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.models.changes import Changes
from app.models.store import Store
from app.ui.folder_watch import FolderWatch
from app.ui.progress import Progress
from app.ui.tasks import Runner

_BETWEEN_LOOKS = 10 * 60_000
_AFTER_A_LETTER = 1_000


class Courier(QObject):
    """One exchange at a time, on a connection of its own: a slow server holds nobody up.

    ``changed`` is sent when one begins and ends, ``finished`` carries its SyncReport, ``failed`` the
    error of one that somebody asked for; what goes on by itself is told by what the store remembers.
    """

    changed = Signal()
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._watch: Progress | None = None
        self._again = False
        self._open = True
        self._soon = QTimer(self, singleShot=True, interval=_AFTER_A_LETTER)
        self._soon.timeout.connect(lambda: self._begin(asked=False))
        self._now_and_then = QTimer(self, interval=_BETWEEN_LOOKS)
        self._now_and_then.timeout.connect(lambda: self._begin(asked=False))
        self.folder = FolderWatch(runner, self)
        self.folder.arrived.connect(self.exchange_soon)

    @property
    def watch(self) -> Progress | None:
        """How far the exchange is that goes on, or None."""
        return self._watch

    def start(self) -> None:
        """Exchange letters soon, and from now on every few minutes and when a folder has new ones."""
        self._now_and_then.start()
        self.folder.start()
        self._soon.start()

    def note(self, changes: Changes) -> None:
        """Exchange soon when a letter was written, or the lead signed something.

        A revocation or a new package shall not lie here until somebody thinks of it.
        """
        if changes.touches("outbox", "roster", "package"):
            self.exchange_soon()

    def exchange_soon(self) -> None:
        """Exchange after a moment, as by itself: nothing is said where there is no place."""
        if self._open and self._watch is None:
            self._soon.start()

    def exchange(self) -> None:
        """Exchange now, also what is not due yet; while one goes on, another follows it."""
        if self._watch is not None:
            self._again = True
        else:
            self._begin(asked=True)

    def cancel(self) -> None:
        """End the exchange at its next step; what was done stays done."""
        self._again = False
        if self._watch is not None:
            self._watch.stop()

    def close(self) -> None:
        """Begin nothing more."""
        self._open = False
        self._soon.stop()
        self._now_and_then.stop()
        self.folder.stop()
        self.cancel()

    def _begin(self, *, asked: bool) -> None:
        if self._watch is not None or not self._open:
            return
        self._soon.stop()
        watch = self._watch = Progress()
        self.changed.emit()
        self._runner.aside(
            lambda store: exchange(store, watch, asked=asked),
            self._done,
            lambda error: self._not_done(error, asked=asked),
        )

    def _done(self, report: object) -> None:
        self._end()
        if report is not None:
            self.finished.emit(report)
        if self._again:
            self._again = False
            self._begin(asked=True)

    def _not_done(self, error: Exception, *, asked: bool) -> None:
        self._end()
        self._again = False
        if asked or not isinstance(error, UserError):
            self.failed.emit(error)

    def _end(self) -> None:
        self._watch = None
        self.changed.emit()


def exchange(store: Store, watch: Progress, *, asked: bool) -> object:
    """Exchange letters once and return the SyncReport.

    Where nobody ``asked``, nothing is done, and None returned, as long as no place was chosen.

    Raises:
        NotFound: asked for, and there is no place or no project.
    """
    # What talks to servers is dear to load, and the window does not wait for it.
    from app.export.delivery.share import open_delivery
    from app.export.letters.package_letter import SharedPackage
    from app.export.sync import sync_once
    from app.models.team.places import Places
    from app.models.team.rosters import Rosters

    places, rosters = Places(store), Rosters(store)
    if not asked and (places.current() is None or rosters.current() is None):
        return None
    rosters.require()
    delivery = open_delivery(places.require())
    try:
        return sync_once(
            store,
            delivery,
            everything=asked,
            package=SharedPackage(),
            progress=lambda _step, done, of: watch.note(done, of),
            cancelled=lambda: watch.is_stopped,
        )
    finally:
        delivery.close()
