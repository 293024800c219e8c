"""Files that are whole or not there: private modes, atomic replacement, folder locks.

Only the standard library is used here, so that every layer may write through this module.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO

from app.errors import Conflict, NotFound, UserError
from app.texts import Text

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_WINDOWS_SHARING = {32, 33}
_UNKNOWN = {errno.EINVAL, errno.ENOTSUP}
_TAKEN = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}
_UNFINISHED = ".part"
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def disk_full() -> UserError:
    """Return the error for a disk with no room left; nothing half-written was kept."""
    return UserError(
        Text("Der blev ikke gemt noget.", "Nothing was saved."),
        Text("Disken er fuld.", "The disk is full."),
        Text("Frigør plads på disken, og prøv igen.", "Free some space on the disk and try again."),
    )


def read_only() -> UserError:
    """Return the error for a file or folder that this user may not write."""
    return UserError(
        Text("Der blev ikke gemt noget.", "Nothing was saved."),
        Text(
            "Mappen eller filen er skrivebeskyttet.",
            "The folder or the file is write-protected.",
        ),
        Text(
            "Vælg en anden mappe, eller bed it-afdelingen om skriveadgang.",
            "Choose another folder, or ask your IT department for write access.",
        ),
    )


def disk_error(path: str = "") -> UserError:
    """Return the error for a disk, stick or network drive that does not answer as it should."""
    named = f" ({path})" if path else ""
    return UserError(
        Text("Filen kunne ikke læses eller skrives.", "The file could not be read or written."),
        Text(
            f"Disken eller netværksdrevet svarede med en fejl; måske er der ikke plads{named}.",
            f"The disk or the network drive answered with an error; perhaps it has no room{named}.",
        ),
        Text(
            "Se efter, om drevet er tilsluttet og har plads, og prøv igen.",
            "Check that the drive is connected and has room, and try again.",
        ),
    )


def no_folder(path: str) -> UserError:
    """Return the error for a folder that cannot be, because it or one above it is a file."""
    return UserError(
        Text("Der blev ikke gemt noget.", "Nothing was saved."),
        Text(
            f"{path} kan ikke være en mappe: der ligger en fil på det sted.",
            f"{path} cannot be a folder: there is a file in that place.",
        ),
        Text("Vælg en anden mappe.", "Choose another folder."),
    )


def unreadable() -> UserError:
    """Return the error for a file that this user may not read."""
    return UserError(
        Text("Filen blev ikke læst.", "The file was not read."),
        Text("Du har ikke adgang til den.", "You have no access to it."),
        Text(
            "Vælg en anden fil, eller bed it-afdelingen om adgang.",
            "Choose another file, or ask your IT department for access.",
        ),
    )


def _is_a_folder(name: str, *, reading: bool) -> UserError:
    step = Text(
        "Giv mappen et andet navn, eller gem et andet sted.",
        "Give the folder another name, or save somewhere else.",
    )
    return UserError(
        Text("Filen kunne ikke læses eller skrives.", "The file could not be read or written."),
        Text(f"»{name}« er en mappe, ingen fil.", f"“{name}” is a folder, no file."),
        Text("Vælg en fil.", "Choose a file.") if reading else step,
    )


def explain_os_error(error: OSError, *, reading: bool = False) -> UserError:
    """Return what ``error`` means to the person at the keyboard, who was ``reading`` or writing."""
    if error.errno in _FULL:
        return disk_full()
    if getattr(error, "winerror", None) in _WINDOWS_SHARING:
        return in_use()
    if error.errno in _FORBIDDEN:
        return unreadable() if reading else read_only()
    path = str(error.filename or "")
    if not reading:
        # What is written lies beside the file until it is whole; nobody asked for that name.
        path = path.removesuffix(_UNFINISHED)
    name = Path(path).name
    if error.errno == errno.ENOENT:
        return _not_found(name)
    if error.errno == errno.EISDIR:
        return _is_a_folder(name, reading=reading)
    if path and error.errno in _NO_FOLDER and not reading:
        return no_folder(path)
    return disk_error(path)


def _not_found(name: str) -> NotFound:
    return NotFound(
        Text("Filen blev ikke fundet.", "The file was not found."),
        Text(
            f"{name or 'Den'} er flyttet eller slettet, eller drevet er ikke tilsluttet.",
            f"{name or 'It'} was moved or deleted, or the drive is not connected.",
        ),
        Text("Se efter, hvor filen ligger.", "Check where the file is."),
    )


@contextmanager
def explained_os_errors(*, reading: bool = False) -> Iterator[None]:
    """Turn an :class:`OSError` inside the block into the :class:`UserError` that explains it.

    ``reading`` says that the block only reads.
    """
    try:
        yield
    except OSError as error:
        raise explain_os_error(error, reading=reading) from error


def keep_to_the_owner() -> None:
    """Let nothing that this process writes be read by others, nor its memory by anybody.

    For the rest of the process: files and folders belong to their owner alone, also those made by
    libraries, and a crash leaves no image of the memory, in which the key and names stand.
    """
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def size_of(path: Path) -> int | None:
    """Return the size of a file in bytes, or None where there is none.

    Asked once: between two questions another connection or program may take the file away.
    """
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return None


def require_usable_folder(path: Path) -> None:
    """Raise UserError unless files can be written into a folder, or it can be made when needed.

    A file is written where the folder is, or would be made, and taken away again.
    """
    with explained_os_errors():
        nearest = next((each for each in (path, *path.parents) if each.exists()), None)
        if nearest is None or not path.is_absolute():
            raise _no_folder(
                Text(
                    f"Drevet eller mappen »{path}« er ikke tilsluttet.",
                    f"The drive or folder “{path}” is not connected.",
                )
            )
        if not nearest.is_dir():
            raise _no_folder(
                Text(f"»{nearest}« er en fil, ingen mappe.", f"“{nearest}” is a file, no folder.")
            )
        with TemporaryFile(dir=nearest):
            pass


def _no_folder(why: Text) -> UserError:
    return UserError(
        Text("Mappen kan ikke bruges.", "The folder cannot be used."),
        why,
        Text("Vælg en anden mappe.", "Choose another folder."),
    )


def make_private_folder(path: Path) -> None:
    """Create ``path`` and its parents where missing; only the owner may enter the new folder."""
    path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)


def create_private(path: Path) -> None:
    """Create an empty owner-only file; an existing file is left as it is."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))


def sync_file(path: Path) -> None:
    """Return when the content of ``path`` is on the disk itself."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Return when the names in the folder ``path`` are on the disk (Windows does it unasked)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some sticks and network drives know no such thing for a folder.
        if error.errno not in _UNKNOWN:
            raise
    finally:
        os.close(descriptor)


def temporary_sibling(path: Path) -> Path:
    """Return the name beside ``path`` under which it is written before it is renamed."""
    return path.with_name(path.name + _UNFINISHED)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``: after a crash the file holds all of the old or of the new.

    The new file may be read and written by its owner only. Raises :class:`OSError`.
    """
    with written_atomically(path) as file:
        file.write(data)


@contextmanager
def written_atomically(path: Path) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of ``path`` when the block ends, and not when it raises.

    For what is too large to be held at once; otherwise as :func:`write_atomically`.
    """
    _refuse_folder(path)
    sibling = temporary_sibling(path)
    try:
        with _written(sibling) as file:
            yield file
        sibling.replace(path)
    except BaseException:
        with suppress(OSError):
            sibling.unlink()
        raise
    sync_folder(path.parent)


def write_beside(path: Path, data: bytes) -> Path:
    """Write ``data`` to the disk under the temporary name of ``path``, and return that name.

    Raises :class:`OSError`, and leaves nothing then.
    """
    _refuse_folder(path)
    sibling = temporary_sibling(path)
    try:
        with _written(sibling) as file:
            file.write(data)
    except OSError:
        with suppress(OSError):
            sibling.unlink()
        raise
    return sibling


def _refuse_folder(path: Path) -> None:
    """Raise the error of writing to a folder before anything is written: no file can take its name."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))


@contextmanager
def _written(path: Path) -> Iterator[BinaryIO]:
    """Yield a new file of the owner's, in the place of any other, which is on the disk at the end."""
    with suppress(FileNotFoundError):
        path.unlink()
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


class FileLock:
    """A lock between processes, held from construction until :meth:`release`.

    Many may hold a shared lock, or one an exclusive lock. The system drops the lock of a process
    that dies. Windows needs no shared lock, because it refuses to rename a file that is open.
    """

    def __init__(self, path: Path, *, exclusive: bool) -> None:
        """Take the lock or raise :class:`Conflict`; ``path`` is created where missing."""
        self._descriptor = os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE)
        try:
            _lock(self._descriptor, exclusive)
        except OSError as error:
            self.release()
            raise (in_use() if error.errno in _TAKEN else explain_os_error(error)) from error

    def release(self) -> None:
        """Let others have it; releasing twice is allowed."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def in_use() -> Conflict:
    """Return the error for data that another window or command has open."""
    return Conflict(
        Text("Vejviser er i brug i et andet vindue.", "Vejviser is in use in another window."),
        Text(
            "Denne handling kræver, at ingen andre bruger de samme data.",
            "This requires that nobody else is using the same data.",
        ),
        Text("Luk de andre vinduer, og prøv igen.", "Close the other windows and try again."),
    )


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int, exclusive: bool) -> None:
        if exclusive:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int, exclusive: bool) -> None:
        kind = fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
