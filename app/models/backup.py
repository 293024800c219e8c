"""Encrypted backups: made, proved readable, thinned, tried, and put back.

A backup is a pair of files with the moment in their names: the database, encrypted with its own
key, and the envelope that opens it with the passphrase of that day. A pair counts from the moment
its database has its final name; everything before that is a ``.part`` file that nobody reads.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from app import files
from app.errors import Conflict, DamagedStore, NotFound, UserError
from app.models import cipher, keys
from app.models.cipher import Database, DataKey
from app.models.clock import local
from app.models.thinning import to_thin
from app.paths import Paths
from app.texts import Text

Counts = dict[str, int]
"""Rows per table, by table name."""

ATTEMPTS = 5
"""Copies made before giving up because somebody saves all the time."""

_NAME = re.compile(r"vejviser-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.db")
_STAMP = "%Y-%m-%dT%H-%M-%S-%f"
_ENVELOPE_SUFFIX = ".key.json"
_READY = "restore-ready-"
_ASIDE = "before-restore-"


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """A finished backup."""

    database: Path
    envelope: Path
    made_at: datetime
    """Aware, UTC, to the millisecond."""
    size: int
    """Bytes of the database file."""


def make_backup(
    db: Database, key: DataKey, folder: Path, envelope_path: Path, now: datetime
) -> Backup:
    """Back ``db`` up into ``folder``, read the copy back, and only then thin the older ones.

    Must run outside a transaction. Raises :class:`UserError` when the disk is full, the folder
    cannot be written, the envelope is damaged or the copy cannot be read back; then no older
    backup has been touched.
    """
    envelope = keys.read_envelope(envelope_path)
    if not keys.belongs_to(envelope, key):
        raise _wrong_envelope()
    with files.explained_os_errors():
        files.make_private_folder(folder)
        with _alone_in(folder):
            _remove_leftovers(folder)
            backup = _write_pair(db, key, folder, envelope, now)
            _thin(folder, now)
    return backup


def list_backups(folder: Path) -> list[Backup]:
    """Return the finished backups in ``folder``, newest first; none where there is no folder."""
    with files.explained_os_errors():
        if not folder.is_dir():
            return []
        found = [backup for path in folder.iterdir() if (backup := _recognise(path))]
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def backup_at(path: Path) -> Backup:
    """Return the backup whose database is ``path``, or raise :class:`NotFound`."""
    with files.explained_os_errors():
        backup = _recognise(path)
    if backup is None:
        raise NotFound(
            Text("Sikkerhedskopien blev ikke fundet.", "The backup was not found."),
            Text(
                "En sikkerhedskopi er to filer: vejviser-….db og nøglefilen med samme navn.",
                "A backup is two files: vejviser-….db and the key file of the same name.",
            ),
            Text("Vælg databasefilen (.db).", "Choose the database file (.db)."),
        )
    return backup


def verify_backup(backup: Backup, secret: DataKey | str) -> Counts:
    """Open the backup aside with the data key or its passphrase and return its row counts.

    Raises :class:`WrongPassphrase`, :class:`DamagedEnvelope` or :class:`DamagedStore`. The backup
    is not changed.
    """
    envelope = keys.read_envelope(backup.envelope)
    key = keys.open_with_passphrase(envelope, secret) if isinstance(secret, str) else secret
    if not keys.belongs_to(envelope, key):
        raise _wrong_envelope()
    return _checked_counts(backup.database, key)


def row_counts(db: Database) -> Counts:
    """Return how many rows each table of ``db`` has; search indexes are left out."""
    with cipher.explained_errors():
        names = [
            str(row[0])
            for row in db.execute(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                " AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name"
            )
        ]
        return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def restore(backup: Backup, paths: Paths, key: DataKey, now: datetime) -> Path | None:
    """Put the backup in the place of the current store; return where that one is kept, if any.

    The backup is copied and checked first. ``key`` must be the one of the backup's envelope,
    whose passphrase opens the store from then on. Raises :class:`Conflict` while any window or
    command has the store open, and :class:`UserError` as :func:`verify_backup` does; the current
    store is then as it was. After a crash, :func:`finish_restore` completes what was begun.
    """
    finish_restore(paths)
    with files.explained_os_errors():
        files.make_private_folder(paths.data_dir)
        with _store_to_myself(paths):
            stamp = _stamp(now)
            for stale in paths.data_dir.glob("restore-*.part"):
                shutil.rmtree(stale)
            staging = paths.data_dir / f"restore-{stamp}.part"
            try:
                _stage(backup, paths, key, staging)
            except BaseException:
                shutil.rmtree(staging, ignore_errors=True)
                raise
            ready = staging.rename(paths.data_dir / f"{_READY}{stamp}")
            files.sync_folder(paths.data_dir)
            return _swap(paths, ready)


def restore_begun(paths: Paths) -> bool:
    """Tell whether a restore was interrupted; the store is then not in its place."""
    return any(paths.data_dir.glob(f"{_READY}*"))


def finish_restore(paths: Paths) -> Path | None:
    """Complete a restore that a crash interrupted; call it before the store is opened.

    Return where the store before it is kept, or None when there was nothing to complete.
    """
    with files.explained_os_errors():
        ready = sorted(paths.data_dir.glob(f"{_READY}*"))
        if not ready:
            return None
        with _store_to_myself(paths):
            return _swap(paths, ready[-1])


def _write_pair(
    db: Database, key: DataKey, folder: Path, envelope: keys.Envelope, now: datetime
) -> Backup:
    database = _free_name(folder, now)
    part = files.temporary_sibling(database)
    try:
        _copy_checked(db, key, part)
        files.write_atomically(_envelope_of(database), keys.encode_envelope(envelope))
        part.rename(database)
        files.sync_folder(folder)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    return backup_at(database)


def _copy_checked(db: Database, key: DataKey, part: Path) -> None:
    """Write a copy that opens and has the rows of ``db``, also while another connection saves."""
    for _ in range(ATTEMPTS):
        part.unlink(missing_ok=True)
        before = row_counts(db)
        cipher.vacuum_into(db, part)
        copied = _checked_counts(part, key)
        after = row_counts(db)
        if copied in (before, after):
            return
        if before == after:
            raise _not_alike()
    raise _written_meanwhile()


def _checked_counts(path: Path, key: DataKey) -> Counts:
    with closing(cipher.open_copy(path, key)) as copy:
        if cipher.integrity(copy):
            raise _not_alike()
        return row_counts(copy)


def _thin(folder: Path, now: datetime) -> None:
    by_moment = {backup.made_at: backup for backup in list_backups(folder)}
    for moment in to_thin(by_moment, local(now).date()):
        # A file that cannot be removed today is removed another day.
        with suppress(OSError):
            by_moment[moment].database.unlink()
            by_moment[moment].envelope.unlink()


def _remove_leftovers(folder: Path) -> None:
    """Remove what a crash left: unfinished files, and envelopes whose database is gone."""
    for path in folder.glob("vejviser-*.part"):
        path.unlink(missing_ok=True)
    for path in folder.glob(f"vejviser-*{_ENVELOPE_SUFFIX}"):
        database = path.with_name(path.name.removesuffix(_ENVELOPE_SUFFIX) + ".db")
        if _NAME.fullmatch(database.name) and not database.exists():
            path.unlink(missing_ok=True)


def _recognise(path: Path) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    envelope = _envelope_of(path)
    if not path.is_file() or not envelope.is_file():
        return None
    try:
        made_at = datetime.fromisoformat("{}T{}:{}:{}.{}+00:00".format(*match.groups()))
    except ValueError:
        return None
    size = files.size_of(path)
    return (
        None
        if size is None
        else Backup(database=path, envelope=envelope, made_at=made_at, size=size)
    )


def _envelope_of(database: Path) -> Path:
    return database.with_name(database.name.removesuffix(".db") + _ENVELOPE_SUFFIX)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_STAMP)[:-3]


def _free_name(folder: Path, now: datetime) -> Path:
    """Return a name that no backup has; two in one millisecond get neighbouring ones."""
    while (path := folder / f"vejviser-{_stamp(now)}Z.db").exists():
        now += timedelta(milliseconds=1)
    return path


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    lock = files.FileLock(folder / ".lock", exclusive=True)
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _store_to_myself(paths: Paths) -> Iterator[None]:
    lock = files.FileLock(cipher.lock_path(paths.database), exclusive=True)
    try:
        yield
    finally:
        lock.release()


def _stage(backup: Backup, paths: Paths, key: DataKey, staging: Path) -> None:
    """Copy the backup into ``staging`` under the names of the store, and check the copy."""
    envelope = keys.read_envelope(backup.envelope)
    if not keys.belongs_to(envelope, key):
        raise _wrong_envelope()
    staging.mkdir(mode=files.PRIVATE_FOLDER)
    database = staging / paths.database.name
    files.create_private(database)
    shutil.copyfile(backup.database, database)
    files.sync_file(database)
    _checked_counts(database, key)
    _mark_restored(database, key)
    keys.write_envelope(staging / paths.envelope.name, envelope)


def _mark_restored(database: Path, key: DataKey) -> None:
    """Count the restore in the copy: its keys may be in use elsewhere (app.models.team.devices)."""
    with closing(cipher.open_database(database, key)) as copy, cipher.explained_errors():
        times = copy.execute("PRAGMA user_version").fetchone()[0]
        copy.execute(f"PRAGMA user_version = {times + 1}")
    cipher.lock_path(database).unlink(missing_ok=True)


def _swap(paths: Paths, ready: Path) -> Path | None:
    """Move the current store aside and the ``ready`` one in; may be repeated after a crash.

    The database goes first and comes last: at every moment between there is no database to open
    by mistake with the wrong envelope or a journal that is not its own.
    """
    aside = paths.data_dir / ready.name.replace(_READY, _ASIDE)
    journals = [paths.database.with_name(paths.database.name + end) for end in ("-wal", "-shm")]
    for path in (paths.database, *journals, paths.envelope):
        # What is no longer in `ready` is in place already and must stay there, with its journal.
        awaited = paths.envelope if path == paths.envelope else paths.database
        if path.exists() and (ready / awaited.name).exists():
            _move_aside(path, aside)
    files.sync_folder(paths.data_dir)
    for path in (paths.envelope, paths.database):
        if (ready / path.name).exists():
            (ready / path.name).rename(path)
            files.sync_folder(paths.data_dir)
    ready.rmdir()
    return aside if aside.exists() else None


def _move_aside(path: Path, aside: Path) -> None:
    aside.mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
    target = aside / path.name
    while target.exists():
        target = target.with_name(target.name + ".old")
    path.rename(target)


def _not_alike() -> DamagedStore:
    return DamagedStore(
        Text("Sikkerhedskopien kan ikke bruges.", "The backup cannot be used."),
        Text(
            "Den er beskadiget eller svarer ikke til databasen.",
            "It is damaged or does not match the database.",
        ),
        Text(
            "Brug en anden sikkerhedskopi eller en anden mappe.",
            "Use another backup or another folder.",
        ),
    )


def _written_meanwhile() -> Conflict:
    return Conflict(
        Text("Der blev ikke lavet en sikkerhedskopi.", "No backup was made."),
        Text("Et andet vindue gemte imens.", "Another window saved at the same time."),
        Text("Prøv igen.", "Try again."),
    )


def _wrong_envelope() -> UserError:
    return UserError(
        Text("Nøglefilen hører til andre data.", "The key file belongs to other data."),
        Text(
            "Databasen og nøglefilen er ikke fra samme installation.",
            "The database and the key file are not from the same installation.",
        ),
        Text(
            "Vælg to filer, der hører sammen.",
            "Choose two files that belong together.",
        ),
    )
