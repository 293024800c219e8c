"""The calendar file, kept up to date beside the work on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app import log
from app.errors import UserError
from app.models.changes import Changes
from app.models.cipher import DataKey, open_database
from app.models.clock import Clock, local_today
from app.models.store import Store
from app.paths import Paths
from app.texts import Language

SHOWN_KINDS = (
    "visit",
    "presence_rule",
    "closing_days",
    "activity",
    "workplace",
    "counsellor",
    "setting",
)
"""The kinds of records that stand in the file, or decide what does."""

_AFTER_A_CHANGE = 3_000
_BETWEEN_LOOKS = 10 * 60_000


class FeedKeeper(QObject):
    """Writes the file shortly after a change of the plan, and on every new day."""

    finished = Signal()
    """Sent after every try to write the file."""

    failed = Signal(object)
    """Carries an error, once: the same one again only after the file could be written."""

    def __init__(
        self,
        paths: Paths,
        key: DataKey,
        clock: Clock,
        language: Language,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._paths = paths
        self._key: DataKey | None = key
        self._clock = clock
        self._language = language
        self._told = ""
        self._day = local_today(clock)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="feed")
        self.soon = _AFTER_A_CHANGE
        """Milliseconds after a change; several in a row make one file."""
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self.write)
        self._daily = QTimer(self, interval=_BETWEEN_LOOKS)
        self._daily.timeout.connect(self.look)

    def start(self) -> None:
        """Write the file now, and from now on whenever it is out of date."""
        self._daily.start()
        self.write()

    def note(self, changes: Changes) -> None:
        """Write the file soon when something that stands in it has changed."""
        if self._key is not None and changes.touches(*SHOWN_KINDS):
            self._soon.start(self.soon)

    def speak(self, language: Language) -> None:
        """Write the words of the file in ``language`` from now on."""
        if language != self._language and self._key is not None:
            self._language = language
            self._soon.start(self.soon)

    def write(self) -> None:
        """Write the file beside what is being done; nothing happens where no folder is set."""
        if self._key is not None:
            self._day = local_today(self._clock)
            self._executor.submit(self._run, self._language)

    def look(self) -> None:
        """Write the file when it was last written on another day."""
        if local_today(self._clock) != self._day:
            self.write()

    def close(self, *, wait: bool) -> None:
        """Drop the key and end the thread after what is being written.

        Locking does not ``wait`` for it; ending does, also for a change that was made just now.
        """
        if wait and self._soon.isActive():
            self._executor.submit(self._run, self._language).result()
        self._soon.stop()
        self._daily.stop()
        self._key = None
        self._executor.shutdown(wait=wait, cancel_futures=True)

    def _run(self, language: Language) -> None:
        try:
            self._write(language)
        except UserError as error:
            log.logger("export").warning("the calendar file was not written: %s", type(error))
            if self._told != error.why.en:
                self._told = error.why.en
                self.failed.emit(error)
        except Exception as error:  # noqa: BLE001 — the file must never stop the day's work
            log.logger("export").warning("the calendar file failed: %s", type(error))
        else:
            self._told = ""
        self.finished.emit()

    def _write(self, language: Language) -> None:
        key = self._key
        if key is None:
            return
        store = Store(open_database(self._paths.database, key), self._clock)
        try:
            folder = str(store.settings.get("feed_folder"))
            if folder:
                # Files of the plan are not needed to open the window.
                from app.export.feed import write_feed

                write_feed(store, Path(folder), language)
        finally:
            store.close()
