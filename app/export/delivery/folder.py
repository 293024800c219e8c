"""Letters in a folder: a network drive, a USB stick, or what OneDrive or Nextcloud synchronises."""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app import files
from app.export.delivery.delivery import Entry, Listing, is_plain_name
from app.models.team.troubles import DeliveryError, Trouble

_TROUBLES = {
    errno.ENOSPC: Trouble.FULL,
    errno.EDQUOT: Trouble.FULL,
    errno.EFBIG: Trouble.FULL,
    errno.EACCES: Trouble.READ_ONLY,
    errno.EPERM: Trouble.READ_ONLY,
    errno.EROFS: Trouble.READ_ONLY,
    errno.ENOENT: Trouble.GONE,
    errno.ELOOP: Trouble.UNSAFE,
    errno.ENOTDIR: Trouble.UNSAFE,
    errno.EISDIR: Trouble.UNSAFE,
    errno.EBUSY: Trouble.LOCKED,
    errno.ETXTBSY: Trouble.LOCKED,
}
_WINDOWS_SHARING = {32, 33}
_READ = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe would keep us waiting
    | getattr(os, "O_BINARY", 0)
)
_WRITE = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)


class FolderDelivery:
    """Letters below one folder, which is there already; its subfolders are made when needed."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def listing(self, folder: str, ending: str) -> Listing:
        """Return the regular files of a folder whose names end so."""
        entries, foreign = [], 0
        with self._explained():
            place = self._there(folder)
            if place is None:
                return Listing((), 0)
            with os.scandir(place) as found:
                for item in found:
                    if not item.name.endswith(ending) or not is_plain_name(item.name):
                        foreign += 1
                        continue
                    entry = _entry(item)
                    if entry is None:
                        foreign += 1
                    else:
                        entries.append(entry)
        return Listing(tuple(sorted(entries, key=lambda entry: entry.name)), foreign)

    def read(self, folder: str, name: str, largest: int) -> bytes:
        """Return the content of a regular file."""
        with self._explained():
            place = self._there(folder)
            if place is None:
                raise DeliveryError(Trouble.GONE)
            if not stat.S_ISREG((place / name).lstat().st_mode):
                raise DeliveryError(Trouble.UNSAFE)
            # Looked at again when it is open: in between it may have become something else.
            descriptor = os.open(place / name, _READ)
            with os.fdopen(descriptor, "rb") as file:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise DeliveryError(Trouble.UNSAFE)
                data = file.read(largest + 1)
        if len(data) > largest:
            raise DeliveryError(Trouble.TOO_LARGE)
        return data

    def write(self, folder: str, name: str, data: bytes) -> None:
        """Write beside the name and rename; whoever may read the folder may read the file."""
        with self._explained():
            place = self._made(folder)
            path = place / name
            unfinished = files.temporary_sibling(path)
            with suppress(FileNotFoundError):
                unfinished.unlink()
            try:
                _write_whole(unfinished, data, place.stat().st_mode & 0o666)
                unfinished.replace(path)
            except OSError:
                with suppress(OSError):
                    unfinished.unlink()
                raise
            files.sync_folder(place)

    def move(self, folder: str, name: str, to_folder: str, to_name: str) -> None:
        """Rename a file into another folder."""
        with self._explained():
            place = self._there(folder)
            if place is None:
                return
            target = self._made(to_folder) / to_name
            with suppress(FileNotFoundError):
                (place / name).replace(target)

    def remove(self, folder: str, name: str) -> None:
        """Remove a file."""
        with self._explained():
            place = self._there(folder)
            if place is not None:
                (place / name).unlink(missing_ok=True)

    def close(self) -> None:
        """Nothing is held open."""

    def _there(self, folder: str) -> Path | None:
        """Return a folder that is there, or None; what leads elsewhere is refused."""
        place = self._root
        for part in _parts(folder):
            place = place / part
            try:
                found = place.lstat()
            except FileNotFoundError:
                return None
            if not stat.S_ISDIR(found.st_mode) or leads_elsewhere(found):
                raise DeliveryError(Trouble.UNSAFE)
        return place

    def _made(self, folder: str) -> Path:
        """Return a folder, made where it is missing, open to the same people as the one above."""
        place = self._root
        for part in _parts(folder):
            above, place = place, place / part
            with suppress(FileExistsError):
                place.mkdir()
                with suppress(OSError):  # some sticks and network drives know no rights
                    place.chmod(stat.S_IMODE(above.stat().st_mode))
        found = self._there(folder)
        if found is None:
            raise DeliveryError(Trouble.GONE)
        return found

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            if not self._root.is_dir():
                raise DeliveryError(Trouble.VANISHED)
            yield
        except OSError as error:
            raise DeliveryError(self._trouble(error)) from error

    def _trouble(self, error: OSError) -> Trouble:
        if not self._root.is_dir():
            return Trouble.VANISHED
        if getattr(error, "winerror", None) in _WINDOWS_SHARING:
            return Trouble.LOCKED
        return _TROUBLES.get(error.errno or 0, Trouble.UNREACHABLE)


def _parts(folder: str) -> tuple[str, ...]:
    return tuple(part for part in folder.split("/") if part)


def _entry(item: "os.DirEntry[str]") -> Entry | None:
    """Return a regular file, or None for a link, a folder, a pipe, or what is gone meanwhile."""
    try:
        found = item.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Entry(item.name, found.st_size, f"{found.st_size}-{found.st_mtime_ns}")


def leads_elsewhere(found: os.stat_result) -> bool:
    """Tell a junction of Windows; what OneDrive keeps in its cloud has other tags."""
    if sys.platform == "win32":
        return bool(found.st_reparse_tag == stat.IO_REPARSE_TAG_MOUNT_POINT)
    return False


def _write_whole(path: Path, data: bytes, mode: int) -> None:
    descriptor = os.open(path, _WRITE, files.PRIVATE_FILE)
    with os.fdopen(descriptor, "wb") as file:
        # The program's files are its user's alone; this one is sealed, and others must fetch it.
        with suppress(OSError):
            path.chmod(mode)
        file.write(data)
        file.flush()
        os.fsync(descriptor)
