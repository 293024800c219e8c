"""How good a passphrase is, and how fast a wrong one may be tried again."""

import time
import unicodedata
from collections.abc import Callable
from typing import Literal

import msgspec

from app.errors import InvalidInput, Problem
from app.texts import Text

MINIMUM_LENGTH = 8
"""Characters; shorter ones are refused."""

FREE_ATTEMPTS = 3
LONGEST_DELAY = 30.0

Level = Literal["weak", "fair", "good", "strong"]

_COMMON = """
    adgangskode kodeord hemmelig velkommen danmark københavn aarhus odense aalborg arbejde
    arbejdsplads langtidsrask sundhed kollega rådgiver vejviser familie sommer vinter efterår
    forår januar februar marts april juni juli august september oktober november december mandag
    tirsdag onsdag torsdag fredag lørdag søndag fodbold brøndby elsker skat mormor password
    passphrase secret welcome letmein dragon monkey football iloveyou sunshine princess master
    admin login summer winter spring autumn company health denmark qwerty qwertyuiop asdf zxcv
    test hund kat
"""
_COMMON_WORDS = tuple(sorted(_COMMON.split(), key=len, reverse=True))
_WORD_WORTH = 2.0
"""A word from the list is guessed about as fast as two random characters."""
_RUN_WORTH = 0.25
"""The same character again, or the next of the alphabet or the digits."""

_LEVELS: tuple[tuple[float, Level], ...] = ((16, "strong"), (12, "good"), (8, "fair"), (0, "weak"))
_HINTS: dict[Level, Text] = {
    "weak": Text(
        "Let at gætte. Sæt fire eller flere tilfældige ord sammen.",
        "Easy to guess. Put four or more random words together.",
    ),
    "fair": Text(
        "Kan gættes, hvis nogen har god tid. Et ord mere gør den meget stærkere.",
        "Can be guessed, given time. One more word makes it much stronger.",
    ),
    "good": Text("God.", "Good."),
    "strong": Text("Stærk.", "Strong."),
}
_TOO_SHORT = Text(
    "For kort: brug mindst {n} tegn, gerne flere ord.",
    "Too short: use at least {n} characters, preferably several words.",
).format(n=MINIMUM_LENGTH)


class Strength(msgspec.Struct, frozen=True, kw_only=True):
    """What to tell a person who is choosing a passphrase."""

    level: Level
    acceptable: bool
    """Whether it is long enough to be taken at all."""
    hint: Text


def normalised(passphrase: str) -> str:
    """Return the form in which a passphrase is used, the same from every keyboard (NFKC)."""
    return unicodedata.normalize("NFKC", passphrase)


def passphrase_strength(passphrase: str) -> Strength:
    """Judge by length, repetition, sequences and common words; an estimate, not a proof."""
    text = normalised(passphrase)
    if len(text) < MINIMUM_LENGTH:
        return Strength(level="weak", acceptable=False, hint=_TOO_SHORT)
    worth = _worth(text.casefold())
    level = next(level for least, level in _LEVELS if worth >= least)
    return Strength(level=level, acceptable=True, hint=_HINTS[level])


def require_acceptable(passphrase: str) -> None:
    """Raise :class:`InvalidInput` when the passphrase is too short to protect anything."""
    strength = passphrase_strength(passphrase)
    if not strength.acceptable:
        what = Text("Adgangssætningen kan ikke bruges.", "The passphrase cannot be used.")
        raise InvalidInput(what, (Problem("passphrase", strength.hint),))


def _worth(text: str) -> float:
    """Return the length of ``text`` in random characters, roughly."""
    worth, words_seen = 0.0, set[str]()
    position = 0
    while position < len(text):
        word = next((word for word in _COMMON_WORDS if text.startswith(word, position)), None)
        if word is not None:
            worth += _RUN_WORTH if word in words_seen else _WORD_WORTH
            words_seen.add(word)
            position += len(word)
            continue
        step = ord(text[position]) - ord(text[position - 1]) if position else 99
        worth += _RUN_WORTH if step in (-1, 0, 1) else 1.0
        position += 1
    return worth


class UnlockThrottle:
    """Slows down guessing: three attempts are free, then 1, 2, 4 … at most 30 seconds between."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Count from now; ``clock`` returns seconds and never goes backwards."""
        self._clock = clock
        self._failures = 0
        self._not_before = clock()

    def seconds_left(self) -> float:
        """Return how long to wait until the next attempt; 0 when it may be made now."""
        return max(0.0, self._not_before - self._clock())

    def failed(self) -> None:
        """Note a wrong passphrase."""
        self._failures += 1
        if self._failures > FREE_ATTEMPTS:
            exponent = min(self._failures - FREE_ATTEMPTS - 1, 10)
            self._not_before = self._clock() + min(LONGEST_DELAY, 2.0**exponent)

    def succeeded(self) -> None:
        """Forget the failures."""
        self._failures = 0
        self._not_before = self._clock()
