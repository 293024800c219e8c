"""The encrypted database file: the only module that knows the driver.

Several programs may have the same database open (a window and a command line): SQLite's own locks
and a busy timeout order their writes. Every open connection also holds a shared lock on a small
file beside the database, so that replacing the file (restore) can ask to be alone.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from nacl.bindings import sodium_memcmp
from sqlcipher3 import dbapi2 as driver

from app import files
from app.errors import Conflict, DamagedStore, NotFound, UserError
from app.models.database import Database
from app.texts import Text

DatabaseError: type[Exception] = driver.DatabaseError
IntegrityError: type[Exception] = driver.IntegrityError
OperationalError: type[Exception] = driver.OperationalError

__all__ = [
    "DataKey",
    "Database",
    "DatabaseError",
    "IntegrityError",
    "OperationalError",
    "driver",
    "explained_errors",
    "fit_cache",
    "integrity",
    "lock_path",
    "open_copy",
    "open_database",
    "sweep",
    "vacuum_into",
]

OLDEST_SOUND_SQLITE = (3, 51, 3)
"""Earlier versions can corrupt a database in WAL mode."""

BUSY_TIMEOUT_MS = 5_000
SMALLEST_CACHE, LARGEST_CACHE = 32 * 2**20, 384 * 2**20
"""What pages may take in memory, in bytes; between them it is half of the store (decision 15)."""

_ALLOW = 0
# Primary result codes of SQLite, by what the person at the keyboard can do about them.
_DAMAGED = {11, 26}  # CORRUPT, NOTADB
_FULL = {13}
_READ_ONLY = {3, 8}  # PERM, READONLY
_DISK = {10, 14}  # IOERR, CANTOPEN
_BUSY = {5, 6}  # BUSY, LOCKED


class DataKey:
    """The 32 random bytes that the database is encrypted with; never shown, never logged."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != 32:
            raise ValueError("a data key has 32 bytes")
        self._raw = bytes(raw)

    def __repr__(self) -> str:
        return "DataKey(…)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and sodium_memcmp(self._raw, other._raw)

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        raise TypeError("a data key is not to be copied out of the process")

    def reveal(self) -> bytes:
        """Return the bytes, for wrapping or for keying the database; do not keep them."""
        return self._raw


class _AttachGuard:
    """Refuses ``ATTACH``, through which rows could be copied into an unencrypted file.

    ``VACUUM`` attaches a nameless scratch database and ``VACUUM INTO`` its target; both inherit
    the key and are allowed, the target only while :func:`vacuum_into` runs. A name that is
    computed or bound arrives here as None and is refused too.
    """

    def __init__(self) -> None:
        self.target = ""

    def __call__(self, action: int, name: str | None, *_: object) -> int:
        if action != driver.SQLITE_ATTACH or name in ("", self.target):
            return _ALLOW
        return int(driver.SQLITE_DENY)


def _explaining(name: str) -> Callable[..., Any]:
    """Return the cursor's method ``name``, with its errors explained."""
    method = getattr(driver.Cursor, name)

    def call(self: Any, *arguments: Any) -> Any:
        try:
            return method(self, *arguments)
        except DatabaseError as error:
            explained = _explain(error)
            if explained is None:
                raise
            raise explained from error

    return call


class _Cursor(driver.Cursor):  # type: ignore[misc]
    """The one way of every statement and every row: here errors are explained, for all callers."""

    execute = _explaining("execute")
    executemany = _explaining("executemany")
    fetchone = _explaining("fetchone")
    fetchmany = _explaining("fetchmany")
    fetchall = _explaining("fetchall")
    __next__ = _explaining("__next__")


class _Connection(driver.Connection):  # type: ignore[misc]
    """A connection that holds the shared lock of its file for as long as it is open."""

    guard: _AttachGuard
    lock: files.FileLock | None = None

    def cursor(self) -> _Cursor:
        return super().cursor(_Cursor)  # type: ignore[no-any-return]

    def close(self) -> None:
        super().close()
        if self.lock is not None:
            self.lock.release()


def open_database(path: Path, key: DataKey, *, create: bool = False) -> Database:
    """Open the encrypted database at ``path`` on the calling thread, in autocommit mode.

    ``key`` must come from an envelope that authenticated it: a first page that it does not open
    is then damage, and reported as :class:`DamagedStore`. ``create`` makes a new file and never
    replaces one that holds data (:class:`Conflict`). A missing file is :class:`NotFound`; a full
    disk, a read-only folder and a busy file are a :class:`UserError`. Nothing is overwritten.
    """
    if driver.sqlite_version_info < OLDEST_SOUND_SQLITE:
        raise RuntimeError(f"SQLite {driver.sqlite_version} is too old")
    _check_file(path, create)
    with files.explained_os_errors():
        lock = files.FileLock(lock_path(path), exclusive=False)
    try:
        with explained_errors(), files.explained_os_errors():
            if create:
                files.create_private(path)
            connection = _connect(path, key)
    except BaseException:
        lock.release()
        raise
    connection.lock = lock
    return Database(connection)


def open_copy(path: Path, key: DataKey) -> Database:
    """Open a finished copy that nobody writes to, without changing it or leaving files beside it.

    Errors as for :func:`open_database`.
    """
    _check_file(path, create=False)
    with explained_errors():
        connection = _keyed(path, key, "?mode=ro&immutable=1")
    return Database(connection)


def lock_path(path: Path) -> Path:
    """Return the lock file of the database at ``path``: shared while open, exclusive to replace."""
    return path.with_name(path.name + ".lock")


def _check_file(path: Path, create: bool) -> None:
    with files.explained_os_errors():
        size = files.size_of(path)
        wal_size = files.size_of(path.with_name(path.name + "-wal"))
    if create and (size or wal_size):
        raise Conflict(
            Text("Der blev ikke oprettet en ny database.", "No new database was created."),
            Text("Der ligger allerede data i mappen.", "The folder already holds data."),
            Text("Åbn de data, eller vælg en anden mappe.", "Open them, or choose another folder."),
        )
    if create:
        return
    if size is None:
        raise NotFound(
            Text("Databasen blev ikke fundet.", "The database was not found."),
            Text("Filen {name} mangler.", "The file {name} is missing.").format(name=path.name),
            Text(
                "Gendan fra en sikkerhedskopi, eller vælg den rigtige mappe.",
                "Restore from a backup, or choose the right folder.",
            ),
        )
    # SQLite takes an empty file for a new database; here it means that the data are gone.
    if size == 0:
        raise _damaged()


def _connect(path: Path, key: DataKey) -> _Connection:
    connection = _keyed(path, key, "?mode=rw")
    try:
        _configure(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _keyed(path: Path, key: DataKey, mode: str) -> _Connection:
    raw = key.reveal().hex()
    # A key of another form would silently be taken for a passphrase.
    if not re.fullmatch(r"[0-9a-f]{64}", raw):
        raise ValueError("a raw key is 64 hexadecimal digits")
    connection: _Connection = driver.connect(
        path.absolute().as_uri() + mode, uri=True, isolation_level=None, factory=_Connection
    )
    try:
        # The cipher writes its errors to stderr unless told not to, before the first page is read.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{raw}'\"")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    connection.guard = _AttachGuard()
    connection.set_authorizer(connection.guard)
    return connection


def _configure(connection: _Connection) -> None:
    """Set the promises about durability and leaks, and fail where one is not kept."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA temp_store = MEMORY")
    _fit_cache(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA secure_delete = ON")
    promised = {
        "cipher_status": "1",
        "journal_mode": "wal",
        "synchronous": "2",
        "foreign_keys": "1",
        "secure_delete": "1",
        "trusted_schema": "0",
        "temp_store": "2",
    }
    for name, value in promised.items():
        actual = str(connection.execute(f"PRAGMA {name}").fetchone()[0])
        if actual != value:
            raise RuntimeError(f"PRAGMA {name} is {actual}, not {value}")


def fit_cache(db: Database) -> None:
    """Give pages as much memory as the store is worth now, after it has grown a lot."""
    _fit_cache(db.conn)


def _fit_cache(connection: _Connection) -> None:
    pages, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "page_size")
    )
    room = min(max(pages * size // 2, SMALLEST_CACHE), LARGEST_CACHE)
    connection.execute(f"PRAGMA cache_size = -{room // 1024}")


def integrity(db: Database) -> list[str]:
    """Return what is wrong with the file: seals of pages, structure, foreign keys; empty if sound.

    The lines are technical and name tables and pages, never values.
    """
    found: list[str] = []
    # A page that a full disk cut short is whole in the journal, which belongs to the store as well.
    with suppress(UserError, DatabaseError):
        db.execute("PRAGMA wal_checkpoint").fetchall()
    try:
        found += [str(row[0]) for row in db.execute("PRAGMA cipher_integrity_check")]
        found += [
            str(row[0]) for row in db.execute("PRAGMA integrity_check") if str(row[0]) != "ok"
        ]
        found += [
            f"{row[0]}: row {row[1]} refers to a missing row of {row[2]}"
            for row in db.execute("PRAGMA foreign_key_check")
        ]
    except DamagedStore as damage:
        found.append(str(damage.__cause__))
    return found


def vacuum_into(db: Database, path: Path) -> None:
    """Write a compact copy of ``db``, encrypted with the same key, to ``path`` and sync it.

    ``path`` must not exist or be empty. Raises :class:`UserError` on a full or read-only disk.
    """
    guard: _AttachGuard = db.conn.guard
    guard.target = str(path.absolute())
    try:
        with explained_errors(), files.explained_os_errors():
            files.create_private(path)
            db.conn.execute("VACUUM INTO ?", (guard.target,))
            files.sync_file(path)
    finally:
        guard.target = ""


def sweep(db: Database) -> bool:
    """Rewrite the file without what was deleted, and empty its journal; tell whether both were done.

    Deleted rows are overwritten anyway (``secure_delete``); this also takes back their room and
    the pages that the journal still has. Neither can be done while another window or command is
    at work on the same data, or on a full disk; the journal goes when the last of them is closed.
    Must run outside a transaction.
    """
    try:
        db.execute("VACUUM")
        busy, *_ = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except UserError:
        return False
    return not busy


@contextmanager
def explained_errors() -> Iterator[None]:
    """Turn what the user can act on (full, read-only, busy, damaged) into a :class:`UserError`.

    Every statement on an open database does so by itself; this is for what has no cursor.
    Broken constraints and wrong SQL stay as they are: they are faults of the program.
    """
    try:
        yield
    except DatabaseError as error:
        explained = _explain(error)
        if explained is None:
            raise
        raise explained from error


def _explain(error: Exception) -> UserError | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kinds = (
        (_DAMAGED, _damaged),
        (_FULL, files.disk_full),
        (_READ_ONLY, files.read_only),
        (_DISK, files.disk_error),
        (_BUSY, _busy),
    )
    return next((make() for codes, make in kinds if code & 0xFF in codes), None)


def _damaged() -> DamagedStore:
    return DamagedStore(
        Text("Databasen er beskadiget.", "The database is damaged."),
        Text(
            "Nøglen er rigtig, men filen kan ikke læses. Den er ikke ændret.",
            "The key is right, but the file cannot be read. It was not changed.",
        ),
        Text("Gendan den nyeste sikkerhedskopi.", "Restore the newest backup."),
    )


def _busy() -> Conflict:
    return Conflict(
        Text("Der blev ikke gemt noget.", "Nothing was saved."),
        Text(
            "Et andet vindue eller program er ved at skrive i de samme data.",
            "Another window or program is writing to the same data.",
        ),
        Text("Vent et øjeblik, og prøv igen.", "Wait a moment and try again."),
    )
