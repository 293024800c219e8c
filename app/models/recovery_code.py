"""The printed recovery code: 140 random bits in groups that can be read aloud and typed again.

A code has seven groups of five characters of Crockford's base 32, which has no I, L, O or U. The
fifth character of a group checks the other four and the group's place, so a slip is found where it
was made. Typing is forgiving: small letters, spaces or hyphens, o for 0, i and l for 1.
"""

import re

from app.errors import InvalidInput, Problem
from app.texts import Text

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS = 7
DATA_PER_GROUP = 4
GROUP_LENGTH = DATA_PER_GROUP + 1
BITS = GROUPS * DATA_PER_GROUP * 5

_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_FIELD_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1: the field of 32 elements


class MistypedCode(InvalidInput):
    """The text is not a recovery code as printed; ``groups`` counts the wrong ones from 1."""

    def __init__(self, groups: tuple[int, ...], problem: Text) -> None:
        what = Text(
            "Gendannelseskoden er ikke tastet rigtigt.",
            "The recovery code is not typed correctly.",
        )
        super().__init__(what, (Problem("recovery_code", problem),))
        self.groups = groups
        self.next_step = Text(
            "Sammenlign med det udskrevne ark, og ret koden.",
            "Compare it with the printed sheet and correct the code.",
        )


def generate() -> str:
    """Return a new code as it is printed, groups joined by hyphens."""
    import secrets  # dear to load, and a code is made once

    groups = []
    for index in range(GROUPS):
        data = "".join(secrets.choice(ALPHABET) for _ in range(DATA_PER_GROUP))
        groups.append(data + _check_character(data, index))
    return "-".join(groups)


def parse(text: str) -> str:
    """Return the code in ``text`` as it was printed, or raise :class:`MistypedCode`."""
    groups = _split(text.upper().translate(_MISREAD))
    if len(groups) != GROUPS:
        typed = sum(len(group) for group in groups)
        raise MistypedCode(
            (),
            Text(
                "Koden har {all} tegn, men der er tastet {typed}.",
                "The code has {all} characters, but {typed} were typed.",
            ).format(all=GROUPS * GROUP_LENGTH, typed=typed),
        )
    wrong = tuple(
        index + 1 for index, group in enumerate(groups) if not _is_sound_group(group, index)
    )
    if wrong:
        raise MistypedCode(wrong, _name_groups(wrong))
    return "-".join(groups)


def _split(text: str) -> list[str]:
    """Return the groups as they were typed, or cut at every fifth character."""
    typed = [part for part in re.split(r"[\s\-–—]+", text) if part]
    if len(typed) == GROUPS:
        return typed
    joined = "".join(typed)
    return [joined[start : start + GROUP_LENGTH] for start in range(0, len(joined), GROUP_LENGTH)]


def _is_sound_group(group: str, index: int) -> bool:
    if len(group) != GROUP_LENGTH or any(character not in _VALUES for character in group):
        return False
    return _check_character(group[:DATA_PER_GROUP], index) == group[DATA_PER_GROUP]


def _check_character(data: str, index: int) -> str:
    """Return the check of one group: any one wrong character and any swapped pair changes it."""
    # Horner's rule for the polynomial of the characters at 2, a generator of the field.
    check = index + 1
    for character in data:
        check = _double(check ^ _VALUES[character])
    return ALPHABET[check]


def _double(element: int) -> int:
    doubled = element << 1
    return doubled ^ _FIELD_POLYNOMIAL if doubled & 0b100000 else doubled


def _name_groups(wrong: tuple[int, ...]) -> Text:
    numbers = [str(number) for number in wrong]
    if len(numbers) == 1:
        return Text("Se på gruppe {n}.", "Look at group {n}.").format(n=numbers[0])
    first, last = ", ".join(numbers[:-1]), numbers[-1]
    return Text("Se på gruppe {a} og {b}.", "Look at groups {a} and {b}.").format(a=first, b=last)
