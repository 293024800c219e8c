"""What every place for letters can do, whatever it is: list, read, write, move, remove.

A place holds folders of one level, such as ``to-lead`` or ``to/<device>``, and files in them. Nothing
that a place says is believed: names are checked, sizes are capped while reading, links are not
followed.
"""

from typing import Protocol

import msgspec

_LONGEST_NAME = 200
_FORBIDDEN = frozenset('/\\:*?"<>|')


class Entry(msgspec.Struct, frozen=True):
    """A file in a place. ``mark`` changes when its content may have (size and time, or an ETag)."""

    name: str
    size: int
    mark: str


class Listing(msgspec.Struct, frozen=True):
    """The files of one folder with the ending asked for, by name, and how many others lie there."""

    entries: tuple[Entry, ...]
    foreign: int


class Delivery(Protocol):
    """A place for letters. Every method raises DeliveryError, and nothing else, when it fails."""

    def listing(self, folder: str, ending: str) -> Listing:
        """Return the files of a folder whose names end so; none where the folder is missing."""

    def read(self, folder: str, name: str, largest: int) -> bytes:
        """Return the content of a file of at most ``largest`` bytes."""

    def write(self, folder: str, name: str, data: bytes) -> None:
        """Put a file there, whole or not at all; one of the same name is replaced."""

    def move(self, folder: str, name: str, to_folder: str, to_name: str) -> None:
        """Move a file; one of the new name is replaced. Gone already is as good as moved."""

    def remove(self, folder: str, name: str) -> None:
        """Remove a file; gone already is as good."""

    def close(self) -> None:
        """Let go of connections."""


def is_plain_name(name: str) -> bool:
    """Tell whether a name from outside is that of a file in this folder and nothing else.

    Refused are path tricks, names that are special on any system, and what cannot be printed.
    """
    return (
        0 < len(name) <= _LONGEST_NAME
        and name[0] not in ".~"
        and name[-1] not in ". "
        and name.isprintable()
        and not _FORBIDDEN & set(name)
    )
