"""What should not stand in free text: CPR numbers, and names where somebody wants to be anonymous.

A guard warns and offers to mask; it never stands in the way.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.models.folding import fold, search_words
from app.models.people import name_forms
from app.models.rules import find_cpr
from app.models.types import Person
from app.texts import Language, Text

if TYPE_CHECKING:
    from app.models.store import Store

_WORD = re.compile(r"[^\W\d_]+")
_MASKED_CPR = "[CPR]"
_MASKED_NAME = Text("[navn]", "[name]")


class Danger(StrEnum):
    """What a finding is."""

    CPR = "cpr"
    NAME = "name"


class Finding(msgspec.Struct, frozen=True):
    """One place in a text, from ``start`` to before ``end``."""

    danger: Danger
    start: int
    end: int


def cpr_findings(text: str) -> tuple[Finding, ...]:
    """Return the places that look like a CPR number."""
    return tuple(Finding(Danger.CPR, start, end) for start, end in find_cpr(text))


def name_findings(text: str, named: Sequence[Person]) -> tuple[Finding, ...]:
    """Return the places where the names of ``named`` stand; names side by side are one place."""
    names = {word for person in named for word in search_words(person.name)}
    places: list[Finding] = []
    for match in _WORD.finditer(text):
        if not names.intersection(name_forms(fold(match.group()))):
            continue
        before = places[-1] if places else None
        if before is not None and not text[before.end : match.start()].strip(" -"):
            places[-1] = Finding(Danger.NAME, before.start, match.end())
        else:
            places.append(Finding(Danger.NAME, match.start(), match.end()))
    return tuple(places)


def findings(store: "Store", text: str, *, anonymous: bool) -> tuple[Finding, ...]:
    """Return what should not stand in ``text``, in order; names count for anonymous contacts only."""
    named = store.people.named_in(text) if anonymous else ()
    found = (*cpr_findings(text), *name_findings(text, named))
    return tuple(sorted(found, key=lambda finding: finding.start))


def mask(text: str, found: Sequence[Finding], language: Language = "da") -> str:
    """Return ``text`` with every finding replaced by a word in brackets."""
    name = _MASKED_NAME.in_language(language)
    for finding in sorted(found, key=lambda each: each.start, reverse=True):
        cover = _MASKED_CPR if finding.danger is Danger.CPR else name
        text = f"{text[: finding.start]}{cover}{text[finding.end :]}"
    return text
