"""Copying what lies in one place to another: whoever takes over later finds every letter there.

Nothing is removed from the old place, and what lies in the new one already is not copied again. So it
may end anywhere, and goes on where it is begun once more.
"""

from collections.abc import Callable, Iterable

import msgspec

from app.export.delivery.delivery import Delivery, Entry
from app.export.delivery.share import PROJECT, TO_LEAD, archive_folders, archived, check_share
from app.export.letters.letter import LARGEST_FILE
from app.export.letters.letter_files import ENDING
from app.models.team.troubles import OF_ONE_FILE, DeliveryError, Trouble

_OF_ONE_FILE = OF_ONE_FILE | {Trouble.UNSAFE, Trouble.READ_ONLY}

Progress = Callable[[int, int], None]
"""Is told how many folders were looked through, and of how many."""


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    """How many files were copied; ``trouble`` is why some, or all, of the old place were not."""

    files: int = 0
    trouble: Trouble | None = None


class _OldPlaceFailed(Exception):
    """The old place cannot be read any more; ``trouble`` says why."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def copy_project(
    old: Delivery, new: Delivery, project_id: str, own_folders: Iterable[str], progress: Progress
) -> Copied:
    """Copy every letter and what the lead published to a place that was prepared for the project.

    ``own_folders`` are those from which devices fetch what was written to them.

    Raises:
        DeliveryError: the new place cannot be used. What the old one cannot do is returned.
    """
    copying = _Copying(old, new)
    folders = (*archive_folders(), TO_LEAD, *own_folders)
    try:
        copying.check(project_id)
        copying.copy(PROJECT, "")
        for number, folder in enumerate(folders):
            progress(number, len(folders))
            copying.copy(folder, ENDING)
    except _OldPlaceFailed as error:
        return Copied(files=copying.files, trouble=error.trouble)
    return Copied(files=copying.files, trouble=copying.trouble)


def letters_not_in(place: Delivery, letter_hashes: Iterable[str]) -> int:
    """Return how many letters that the lead has taken do not lie in a place.

    Raises:
        DeliveryError: the place does not answer.
    """
    by_folder: dict[str, set[str]] = {}
    for one in letter_hashes:
        folder, name = archived(one, ENDING)
        by_folder.setdefault(folder, set()).add(name)
    return sum(len(names - _names(place, folder, ENDING)) for folder, names in by_folder.items())


class _Copying:
    """One copying, and how far it is."""

    def __init__(self, old: Delivery, new: Delivery) -> None:
        self._old, self._new = old, new
        self.files = 0
        self.trouble: Trouble | None = None

    def check(self, project_id: str) -> None:
        """Return where the old place is there and the project's."""
        try:
            check_share(self._old, project_id)
        except DeliveryError as error:
            raise _OldPlaceFailed(error.trouble) from error

    def copy(self, folder: str, ending: str) -> None:
        """Copy the files of a folder that the new place lacks."""
        entries = self._listed(folder, ending)
        if not entries:
            return
        there = _names(self._new, folder, ending)
        for entry in entries:
            data = None if entry.name in there else self._read(folder, entry.name)
            if data is not None:
                self._new.write(folder, entry.name, data)
                self.files += 1

    def _listed(self, folder: str, ending: str) -> tuple[Entry, ...]:
        try:
            return self._old.listing(folder, ending).entries
        except DeliveryError as error:
            raise _OldPlaceFailed(error.trouble) from error

    def _read(self, folder: str, name: str) -> bytes | None:
        """Return a file of the old place; None, and noted, where this one file cannot be read."""
        try:
            return self._old.read(folder, name, LARGEST_FILE)
        except DeliveryError as error:
            if error.trouble not in _OF_ONE_FILE:
                raise _OldPlaceFailed(error.trouble) from error
            self.trouble = error.trouble
            return None


def _names(place: Delivery, folder: str, ending: str) -> set[str]:
    return {entry.name for entry in place.listing(folder, ending).entries}
