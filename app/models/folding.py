"""The one way in which text is made comparable, for stored search columns and for queries.

SQLite folds neither ø nor æ and ``LIKE`` knows no Danish capitals, so both sides of every
comparison pass through :func:`fold`.
"""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ß": "ss", "ð": "d", "þ": "th",
     "ł": "l", "ı": "i", "đ": "d", "œ": "oe"}
)  # fmt: skip
_WORD_BREAK = re.compile(r"[^a-z0-9]+")
_DENMARK = re.compile(r"(?<!\d)(?:\+|00)45[\s.\-/]*(?=\d)")
_DIGIT_GAP = re.compile(r"(?<=\d)[\s.\-/]+(?=\d)")


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents, words parted by single spaces.

    Danish letters become their usual two-letter spelling, so "Lænderyg", "LÆNDERYG" and
    "laenderyg" fold to the same.
    """
    danish = unicodedata.normalize("NFC", text.casefold()).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", danish)
    letters = "".join(ch for ch in plain if not unicodedata.combining(ch))
    return _WORD_BREAK.sub(" ", letters).strip()


def search_text(*parts: str) -> str:
    """Return the stored form of a search column: folded words, each after a space."""
    words = " ".join(fold(part) for part in parts if part)
    return f" {words}" if words else ""


def search_words(query: str) -> tuple[str, ...]:
    """Return the folded words of a query; digits typed in groups (12 34) count as one word.

    A number is looked for without the country code of Denmark, as :func:`phone_digits` stores it.
    """
    joined = _DIGIT_GAP.sub("", _DENMARK.sub("", query))
    return tuple(_national(word) for word in fold(joined).split())


def word_start(word: str) -> str:
    """Return what stands in a search column where a word begins with ``word``; for ``instr``."""
    return f" {word}"


def digits_only(text: str) -> str:
    """Return the digits of ``text``."""
    return "".join(ch for ch in text if ch.isdigit())


def phone_digits(phone: str) -> str:
    """Return the digits of a phone number, without the country code when it is Denmark's."""
    return _national(digits_only(_DENMARK.sub("", phone)))


def _national(digits: str) -> str:
    return digits[2:] if re.fullmatch(r"45\d{8}", digits) else digits
