"""Finding a code, a workplace or a person among those that are known already, while typing."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.models.folding import search_text, search_words
from app.models.taxonomy import Term


class Findable(NamedTuple):
    """Something that can be found by any of its ``names``, search texts with words after blanks."""

    key: str
    title: str
    detail: str
    colour: str
    names: tuple[str, ...]


def findable_terms(terms: Iterable[Term], language_index: int) -> list[Findable]:
    """Return the codes of a list by label, short label and code; 0 is Danish, 1 English."""
    return [
        Findable(
            term.code,
            term.label[language_index],
            "",
            term.group,
            tuple(
                search_text(name)
                for name in (term.label[language_index], term.short[language_index], term.code)
            ),
        )
        for term in terms
    ]


def find(text: str, among: Sequence[Findable]) -> list[Findable]:
    """Return what has every word of ``text``: first at its start, then starting a word, then inside.

    "læ" finds Lænderyg before Egen læge; "ryg" finds Lænderyg too.
    """
    words = search_words(text)
    if not words:
        return []
    ranked = ((_rank(words, item.names), place, item) for place, item in enumerate(among))
    return [item for rank, _, item in sorted(ranked, key=lambda r: r[:2]) if rank < _NOWHERE]


_NOWHERE = 3


def _rank(words: tuple[str, ...], names: tuple[str, ...]) -> int:
    haystack = "".join(names)
    if all(f" {word}" in haystack for word in words):
        return 0 if any(name.startswith(f" {words[0]}") for name in names) else 1
    return 2 if all(word in haystack for word in words) else _NOWHERE
