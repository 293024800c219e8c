"""Words in the order of the Danish alphabet: æ, ø, å last, and aa as å."""

import unicodedata

_LAST_LETTERS = str.maketrans(
    {"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}", "ü": "y", "ß": "s", "ł": "l", "đ": "d"}
)


def danish_key(text: str) -> str:
    """Return a key that sorts ``text`` as a Danish list of names would."""
    danish = unicodedata.normalize("NFC", text.casefold()).replace("aa", "å")
    plain = unicodedata.normalize("NFKD", danish.translate(_LAST_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
