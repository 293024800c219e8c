"""The backups of an open store: made, proved and listed with what its counsellor wants to know."""

from pathlib import Path

import msgspec

from app.errors import NotFound, UserError
from app.models.backup import Backup, Counts, list_backups, make_backup, verify_backup
from app.models.cipher import DataKey
from app.models.store import Store
from app.paths import Paths
from app.texts import Text


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """A backup that was opened aside and read through, with its rows per table."""

    backup: Backup
    counts: Counts


def back_up(store: Store, paths: Paths) -> tuple[Backup, ...]:
    """Make a verified backup in the standard folder, and in the second one where one is set.

    Raises:
        UserError: the disk is full, or a folder cannot be written.
    """
    key = _key_of(store)
    now = store.clock()
    return tuple(
        make_backup(store.database, key, folder, paths.envelope, now)
        for folder in backup_folders(store, paths)
    )


def backup_folders(store: Store, paths: Paths) -> tuple[Path, ...]:
    """Return the folders that backups go to."""
    second = str(store.settings.get("backup_folder"))
    return (paths.backups, *([Path(second)] if second else []))


def all_backups(store: Store, paths: Paths) -> tuple[Backup, ...]:
    """Return the backups in every folder that can be reached, newest first."""
    found: list[Backup] = []
    for folder in backup_folders(store, paths):
        try:
            found += list_backups(folder)
        except UserError:
            continue  # a drive that is not plugged in holds nothing that can be shown
    return tuple(sorted(found, key=lambda backup: backup.made_at, reverse=True))


def try_restoring(store: Store, paths: Paths) -> Proof:
    """Open the newest backup aside, read it through and count it; nothing is changed.

    Raises:
        NotFound: there is no backup yet.
        DamagedStore, DamagedEnvelope: it cannot be used.
    """
    backups = all_backups(store, paths)
    if not backups:
        raise NotFound(
            Text("Der blev ikke prøvet noget.", "Nothing was tried."),
            Text("Der er ingen sikkerhedskopi endnu.", "There is no backup yet."),
            Text("Tag en kopi først.", "Make a backup first."),
        )
    return Proof(backup=backups[0], counts=verify_backup(backups[0], _key_of(store)))


def _key_of(store: Store) -> DataKey:
    if store.key is None:
        raise RuntimeError("the store was opened without its key, or is closed")
    return store.key
