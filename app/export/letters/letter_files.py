"""Letters as files: random names that tell nothing, whole or not there, never too large to read."""

import os
from collections.abc import Callable
from pathlib import Path

from app import files
from app.errors import UserError
from app.export.letters.letter import LARGEST_FILE
from app.models.team.refusing import Reason, Refused, refused_letter
from app.texts import Text

ENDING = ".vvb"
_RANDOM_BYTES = 8


def letter_name() -> str:
    """Return a new name: 16 random hex digits."""
    return os.urandom(_RANDOM_BYTES).hex() + ENDING


def save_letter(folder: Path, sealed: bytes) -> Path:
    """Write a letter into a folder under a random name, and return its path.

    Raises:
        UserError: the disk is full, or the folder cannot be written.
    """
    with files.explained_os_errors():
        path = folder / letter_name()
        files.write_atomically(path, sealed)
    return path


def load_file(
    path: Path,
    largest: int = LARGEST_FILE,
    refused: Callable[[Reason], Refused] = refused_letter,
) -> bytes:
    """Return the content of a file from outside, of at most ``largest`` bytes.

    ``refused`` says what it should have been.

    Raises:
        Refused: it is larger.
        UserError: it cannot be read, or is no file but a folder, a pipe or a device.
    """
    with files.explained_os_errors(reading=True):
        if path.exists() and not path.is_file():
            raise _no_file(path)  # a pipe would be waited for without end
        with path.open("rb") as file:
            data = file.read(largest + 1)
    if len(data) > largest:
        raise refused(Reason.TOO_LARGE)
    return data


def load_letter(path: Path) -> bytes:
    """Return the content of a file that is to hold a letter; errors as for :func:`load_file`.

    A link is not followed: it may lead anywhere, whoever gave it its name.
    """
    if path.is_symlink():
        raise _no_file(path)
    return load_file(path)


def _no_file(path: Path) -> UserError:
    return UserError(
        Text("Filen blev ikke læst.", "The file was not read."),
        Text(
            f"»{path.name}« er en genvej, en mappe eller en enhed, ingen almindelig fil.",
            f"“{path.name}” is a link, a folder or a device, no ordinary file.",
        ),
        Text("Vælg selve filen.", "Choose the file itself."),
    )
