"""The backup of the day, made beside the work on a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import log
from app.models.backup import list_backups, make_backup
from app.models.cipher import DataKey, open_database
from app.models.clock import Clock, local
from app.paths import Paths


class DailyBackup(QObject):
    """Makes one verified backup a day, in the standard folder and in the second one if set."""

    finished = Signal(object)
    """The time of the newest verified backup, or None when there is none."""

    def __init__(self, paths: Paths, key: DataKey, clock: Clock, parent: QObject | None = None):
        super().__init__(parent)
        self._paths = paths
        self._key: DataKey | None = key
        self._clock = clock
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backup")

    def start(self, second_folder: str) -> None:
        """Begin; ``finished`` is sent when it is done or was not needed."""
        folders = [self._paths.backups, *([Path(second_folder)] if second_folder else [])]
        self._executor.submit(self._run, folders)

    def close(self, *, wait: bool) -> None:
        """Drop the key and end the thread after what is being written.

        Locking does not ``wait`` for it.
        """
        self._key = None
        self._executor.shutdown(wait=wait, cancel_futures=True)

    def _run(self, folders: list[Path]) -> None:
        for folder in folders:
            try:
                self._make(folder)
            except Exception as error:  # noqa: BLE001 — the backup must never stop the day's work
                log.logger("backup").warning("backup failed: %s", type(error))
        self.finished.emit(newest_backup(self._paths))

    def _make(self, folder: Path) -> None:
        key, now = self._key, self._clock()
        if key is None:
            return
        made_today = any(
            local(backup.made_at).date() == local(now).date() for backup in list_backups(folder)
        )
        if made_today:
            return
        database = open_database(self._paths.database, key)
        try:
            make_backup(database, key, folder, self._paths.envelope, now)
        finally:
            database.close()


def newest_backup(paths: Paths) -> datetime | None:
    """Return when the newest backup was made, or None."""
    backups = list_backups(paths.backups)
    return backups[0].made_at if backups else None
