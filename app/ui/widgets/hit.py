"""One thing that a search found."""

from typing import NamedTuple


class Hit(NamedTuple):
    """One thing that was found; ``colour`` is a group code for a dot, ``keys`` a shortcut."""

    key: str
    title: str
    detail: str = ""
    colour: str = ""
    keys: str = ""
