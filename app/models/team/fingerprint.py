"""A fingerprint as ten Danish words that two people can compare over the telephone.

Every byte is one of 256 words. In no pair of them are fewer than three sounds different, so that one
heard wrongly is no other one, and the first four letters tell them apart, so that these are enough.
"""

import re
from collections.abc import Callable
from functools import cache

from app.models.team.cards import FINGERPRINT_BYTES, Card
from app.models.team.refusing import Reason, Refused, refused_card
from app.paths import resource

_WORDS = 256
_GROUP = 4
ENOUGH_LETTERS = 4
"""So many letters of a word tell it from all others."""


@cache
def word_list() -> tuple[str, ...]:
    """Return the 256 words in the order of the bytes that they stand for."""
    words = tuple(resource("words", "fingerprint-da.txt").read_text("utf-8").split())
    if len(words) != _WORDS:
        raise RuntimeError("the list of words is not whole")
    return words


def words_of(fingerprint: bytes) -> tuple[str, ...]:
    """Return the words of a fingerprint, one for each byte."""
    return tuple(word_list()[byte] for byte in fingerprint)


def hex_of(fingerprint: bytes) -> str:
    """Return the fingerprint in hex, in groups of four digits."""
    digits = fingerprint.hex()
    return " ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))


def require_words(
    card: Card, typed: str, refused: Callable[[Reason], Refused] = refused_card
) -> None:
    """Raise Refused unless ``typed`` is the fingerprint of the card, in words or in hex.

    Capital letters, commas and hyphens do not matter, and four letters of a word are enough.
    ``refused`` says in what the card stands.
    """
    if not _fits(card.fingerprint, typed.casefold()):
        raise refused(Reason.WRONG_WORDS)


def _fits(fingerprint: bytes, typed: str) -> bool:
    if re.sub(r"[\s:-]", "", typed) == fingerprint.hex():
        return True
    said = re.findall(r"[^\W\d_]+", typed)
    if len(said) != FINGERPRINT_BYTES:
        return False
    return all(
        word == whole or (len(word) >= ENOUGH_LETTERS and whole.startswith(word))
        for word, whole in zip(said, words_of(fingerprint), strict=True)
    )
