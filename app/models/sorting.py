"""Words in the order of the Danish alphabet: æ, ø, å last, and aa as å."""

import unicodedata
from collections.abc import Iterable
from typing import Protocol, TypeVar

_LAST_LETTERS = str.maketrans(
    {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y", "ß": "s", "ł": "l", "đ": "d"}
)


class Named(Protocol):
    """Anything with a name."""

    @property
    def name(self) -> str:
        """What it is called."""


N = TypeVar("N", bound=Named)


def in_danish_order(named: Iterable[N]) -> tuple[N, ...]:
    """Return things by their names; SQL knows no Danish alphabet."""
    return tuple(sorted(named, key=lambda each: (danish_key(each.name), each.name)))


def danish_key(text: str) -> str:
    """Return a key that sorts ``text`` as a Danish list of names would."""
    danish = unicodedata.normalize("NFC", text.casefold()).replace("aa", "å")
    plain = unicodedata.normalize("NFKD", danish.translate(_LAST_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
