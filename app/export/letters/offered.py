"""The files that somebody names to be opened, and those that lie in the folders that they name."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

import msgspec

from app import files
from app.errors import UserError
from app.export.delivery.folder import leads_elsewhere
from app.export.letters.letter_files import ENDING
from app.texts import Text

DEEPEST = 16
"""How many folders may lie in each other below the one that is named."""

MOST_LOOKED_AT = 200_000
"""How many files and folders are looked at below the one that is named."""


class Offered(msgspec.Struct, frozen=True):
    """A file to be opened; ``folder`` is the one that was named, where the file itself was not.

    ``is_link`` tells of what lies in it and leads elsewhere: it is named, and not opened.
    """

    path: Path
    folder: Path | None = None
    is_link: bool = False

    @property
    def name(self) -> str:
        """What people know it by: its name, or its way from the folder that was named."""
        if self.folder is None:
            return self.path.name
        return PurePath(self.path.relative_to(self.folder)).as_posix()


def offered(named: Iterable[Path]) -> tuple[Offered, ...]:
    """Return the files that are named, and the letters in folders and the folders in these.

    What merely looks like a letter in a folder and is a folder or a device is passed over, and so are
    folders in it that may not be read, as every stick has one. Links are named, and not followed.

    Raises:
        UserError: a folder that is named cannot be read, is too deep, or holds too much to look at.
    """
    found: list[Offered] = []
    for path in named:
        if path.is_dir():
            with files.explained_os_errors(reading=True):
                found += _Walk(path).letters()
        else:
            found.append(Offered(path))
    return tuple(found)


class _Walk:
    """One way through a folder, as far as the caps allow."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._looked_at = 0

    def letters(self) -> Iterator[Offered]:
        """Yield letters and links of the folder by name, then those of each folder in it."""
        yield from self._inside(sorted(os.scandir(self._top), key=_name), 0)

    def _inside(self, items: "list[os.DirEntry[str]]", depth: int) -> Iterator[Offered]:
        self._looked_at += len(items)
        if depth > DEEPEST or self._looked_at > MOST_LOOKED_AT:
            raise _too_much(self._top)
        for item in items:
            if item.is_symlink():
                if item.name.endswith(ENDING) or item.is_dir():
                    yield Offered(Path(item.path), self._top, is_link=True)
            elif item.name.endswith(ENDING) and item.is_file():
                yield Offered(Path(item.path), self._top)
        for item in items:
            if not item.is_dir(follow_symlinks=False):
                continue
            # One that is not ours to read, or went away meanwhile, holds no letter for us.
            with suppress(PermissionError, FileNotFoundError):
                if not leads_elsewhere(os.lstat(item.path)):
                    yield from self._inside(sorted(os.scandir(item.path), key=_name), depth + 1)


def _name(item: "os.DirEntry[str]") -> str:
    return item.name


def _too_much(folder: Path) -> UserError:
    return UserError(
        Text("Intet blev taget ind.", "Nothing was taken in."),
        Text(
            f"»{folder.name}« har over {DEEPEST} mapper i hinanden eller over {MOST_LOOKED_AT} filer.",
            f"“{folder.name}” has more than {DEEPEST} folders in each other or {MOST_LOOKED_AT} files.",
        ),
        Text("Vælg den mappe, som brevene ligger i.", "Choose the folder that the letters are in."),
    )
