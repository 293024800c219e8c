"""How much two records look like one person, and why; it only advises, a human decides.

Points are added for what agrees and taken off for what does not. How well they tell is measured on
the invented pairs of ``benchmarks/pairs.py``.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from app.models.folding import phone_digits, search_words
from app.models.types import Person
from app.texts import Text

ENOUGH = 60
"""From so many points on two records are suggested to be of one person."""

LIKELY = 90
"""From so many points on more than the name and one other thing speak for it."""

_SHORTEST_PHONE = 8
_SAME_NAME, _NEAR_NAME, _SHORTER_NAME, _FIRST_NAME, _OTHER_NAME = 50, 40, 40, 5, -30
_SAME_PHONE, _OTHER_PHONE = 45, -8
_SAME_YEAR, _NEAR_YEAR, _OTHER_YEAR = 30, 0, -40
_SAME_PLACE = 12

_SOUNDS = (
    ("ck", "k"), ("ch", "k"), ("c", "k"), ("ph", "f"), ("th", "t"), ("w", "v"), ("z", "s"),
    ("q", "k"), ("x", "ks"), ("hj", "j"), ("gh", "g"), ("dt", "t"), ("nd", "n"), ("ld", "l"),
    ("aa", "å"), ("ae", "e"), ("oe", "ø"), ("ue", "y"), ("ou", "ov"), ("au", "av"),
    ("j", "i"), ("y", "i"), ("h", ""), ("d", "t"),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1+")


class Likeness(msgspec.Struct, frozen=True, kw_only=True):
    """The points of a pair, and what they are for, in words."""

    points: int
    reasons: tuple[Text, ...]

    @property
    def is_enough(self) -> bool:
        """Whether the pair is worth a suggestion."""
        return self.points >= ENOUGH

    @property
    def is_likely(self) -> bool:
        """Whether so much speaks for it that it is hardly chance."""
        return self.points >= LIKELY


def likeness(one: Person, other: Person) -> Likeness:
    """Return how much two persons look like one; the order of the two does not matter."""
    parts = (_names(one, other), _phones(one, other), _years(one, other), _places(one, other))
    told = [part for part in parts if part is not None]
    return Likeness(
        points=sum(points for points, _ in told),
        reasons=tuple(reason for points, reason in told),
    )


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """Return a folded word as it sounds to Danish ears: spellings of one name give the same."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return _TWICE.sub(r"\1", word)


_Part = tuple[int, Text] | None


def _names(one: Person, other: Person) -> _Part:
    ours, theirs = search_words(one.name), search_words(other.name)
    if not ours or not theirs:
        return None
    if "".join(ours) == "".join(theirs):
        return _SAME_NAME, Text("samme navn", "same name")
    if sorted(ours) == sorted(theirs):
        return _SAME_NAME, Text("samme navn, byttet om", "same name, swapped")
    few, many = sorted((ours, theirs), key=len)
    near = _pairs(few, many)
    if near == len(many):
        return _NEAR_NAME, Text("næsten samme navn", "nearly the same name")
    if near == len(few) > 1:
        return _SHORTER_NAME, Text("samme navn, et er kortere", "same name, one is shorter")
    if _alike(ours[0], theirs[0]):
        return _FIRST_NAME, Text(
            "samme fornavn, andet efternavn", "same first name, other last name"
        )
    return _OTHER_NAME, Text("andet navn", "another name")


def _pairs(few: Sequence[str], many: Sequence[str]) -> int:
    """Return how many words of the one name have a word of the other that is nearly the same."""
    left = list(many)
    for word in few:
        twin = next((each for each in left if _alike(word, each)), None)
        if twin is not None:
            left.remove(twin)
    return len(many) - len(left)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are one name: equal, of one sound, or one slip of the hand apart."""
    if one == other or sound(one) == sound(other):
        return True
    # Two short names of one letter's difference are two names: Bo and Ib, Pia and Mia.
    return min(len(one), len(other)) > 4 and _one_slip(one, other)


def _one_slip(one: str, other: str) -> bool:
    """Tell whether one letter more, less, other or swapped with its neighbour makes the other."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = short[start : start + 2] == long[start : start + 2][::-1]
    return short[start + 1 :] == long[start + 1 :] or (
        swapped and short[start + 2 :] == long[start + 2 :]
    )


def _phones(one: Person, other: Person) -> _Part:
    ours, theirs = phone_digits(one.phone), phone_digits(other.phone)
    if min(len(ours), len(theirs)) < _SHORTEST_PHONE:
        return None
    if ours == theirs:
        return _SAME_PHONE, Text("samme telefon", "same phone")
    return _OTHER_PHONE, Text("anden telefon", "another phone")


def _years(one: Person, other: Person) -> _Part:
    ours, theirs = one.birth_year, other.birth_year
    if ours is None or theirs is None:
        return None
    if ours == theirs:
        return _SAME_YEAR, Text("samme fødselsår", "same year of birth")
    if abs(ours - theirs) == 1 or sorted(str(ours)) == sorted(str(theirs)):
        return _NEAR_YEAR, Text("næsten samme fødselsår", "nearly the same year of birth")
    return _OTHER_YEAR, Text("andet fødselsår", "another year of birth")


def _places(one: Person, other: Person) -> _Part:
    if one.workplace_id is None or one.workplace_id != other.workplace_id:
        return None
    return _SAME_PLACE, Text("samme arbejdsplads", "same workplace")
