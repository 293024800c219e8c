"""Invented pairs of records, labelled: of one person, or of two who look alike.

The same seed gives the same pairs. Nobody here exists; names are drawn from common Danish ones and
some that came with people from elsewhere.
"""

import random
from typing import NamedTuple

from msgspec.structs import replace

from app.models.types import Person, RecordId

SEED = 4
FIRST = (
    "Karen", "Lars", "Åse", "Bjørn", "Mette", "Søren", "Anne", "Emil", "Pia", "Jens", "Kirsten",
    "Hanne", "Peter", "Michael", "Henrik", "Christian", "Katrine", "Sofie", "Niels", "Jørgen",
    "Birthe", "Lone", "Gitte", "Camilla", "Anne-Mette", "Hans Christian", "Fatima", "Ahmed",
    "Piotr", "Agnieszka", "Mehmet", "Ayşe", "Line", "Kåre", "Solvej", "Vibeke", "Thomas", "Dorthe",
)  # fmt: skip
LAST = (
    "Møller", "Østergaard", "Jensen", "Kjær", "Nørgaard", "Kowalski", "Aagaard", "Bach", "Hansen",
    "Nielsen", "Pedersen", "Christensen", "Sørensen", "Rasmussen", "Kristoffersen", "Lund", "Holm",
    "Schmidt", "Mikkelsen", "Dahl", "Bæk", "Vestergaard", "Lauritsen", "Friis", "Yılmaz", "Nowak",
    "Thomsen", "Søndergaard", "Juhl", "Skov-Petersen", "Krogh", "Winther", "Bonde", "Ravn",
)  # fmt: skip
PLACES = tuple(RecordId(f"plads-{number:02d}") for number in range(20))

_SPELT = (
    ("å", "aa"), ("aa", "å"), ("ø", "oe"), ("æ", "ae"), ("Ø", "Oe"), ("Chr", "Kr"), ("K", "C"),
    ("th", "t"), ("sen", "son"), ("nn", "n"), ("ie", "i"), ("v", "w"), ("tt", "t"), ("ck", "k"),
)  # fmt: skip


class Pair(NamedTuple):
    """Two records, whether they are of one person, and what makes it hard to see."""

    one: Person
    other: Person
    same: bool
    kind: str


def labelled_pairs(count: int = 2_000) -> list[Pair]:
    """Return so many pairs, half of them of one person."""
    draw = random.Random(SEED)
    pairs = []
    for number in range(count):
        group = _SAME if number % 2 == 0 else _DIFFERENT
        make = draw.choice(group)
        one = somebody(draw, 2 * number)
        other = replace(make(draw, one), id=_id(2 * number + 1))
        pairs.append(Pair(one, other, make in _SAME, make.__name__.lstrip("_")))
    return pairs


def somebody(draw: random.Random, number: int) -> Person:
    """Return an invented person; now and then year or phone were not told."""
    return Person(
        id=_id(number),
        created_at=f"{number:09d}",
        name=f"{draw.choice(FIRST)} {draw.choice(LAST)}",
        birth_year=draw.randint(1955, 2005) if draw.random() < 0.9 else None,
        phone=_phone(draw) if draw.random() < 0.7 else "",
        workplace_id=draw.choice(PLACES),
    )


def _id(number: int) -> RecordId:
    return RecordId(f"person-{number:07d}")


def _phone(draw: random.Random) -> str:
    digits = f"{draw.randint(20_000_000, 99_999_999)}"
    return draw.choice((digits, f"+45 {digits}", f"{digits[:4]} {digits[4:]}"))


def _spelt_otherwise(draw: random.Random, one: Person) -> Person:
    fitting = [pair for pair in _SPELT if pair[0] in one.name]
    written, otherwise = draw.choice(fitting or [("e", "ee")])
    return replace(one, name=one.name.replace(written, otherwise, 1), phone=_maybe(draw, one.phone))


def _mistyped(draw: random.Random, one: Person) -> Person:
    place = draw.randrange(2, len(one.name) - 1)
    letters = list(one.name)
    letters[place : place + 2] = reversed(letters[place : place + 2])
    return replace(one, name="".join(letters), phone=_maybe(draw, one.phone))


def _without_hyphen(draw: random.Random, one: Person) -> Person:
    joined = one.name.replace("-", draw.choice((" ", "")))
    return replace(one, name=joined, phone=_maybe(draw, one.phone))


def _swapped(draw: random.Random, one: Person) -> Person:
    first, _, last = one.name.rpartition(" ")
    comma = draw.choice(("", ","))
    return replace(one, name=f"{last}{comma} {first}", phone=_maybe(draw, one.phone))


def _moved_workplace(draw: random.Random, one: Person) -> Person:
    return replace(one, workplace_id=draw.choice(PLACES), phone=_maybe(draw, one.phone))


def _married(draw: random.Random, one: Person) -> Person:
    first, _, _ = one.name.rpartition(" ")
    return replace(one, name=f"{first} {draw.choice(LAST)}", phone=one.phone or _phone(draw))


def _middle_name(draw: random.Random, one: Person) -> Person:
    first, _, last = one.name.rpartition(" ")
    return replace(one, name=f"{first} {draw.choice(LAST)} {last}", phone=_maybe(draw, one.phone))


def _less_told(_draw: random.Random, one: Person) -> Person:
    return replace(one, birth_year=None, phone=one.phone)


def _stranger(draw: random.Random, _one: Person) -> Person:
    return somebody(draw, 0)


def _namesake(draw: random.Random, one: Person) -> Person:
    other = somebody(draw, 0)
    return replace(other, name=one.name, birth_year=draw.randint(1955, 2005))


def _sibling(draw: random.Random, one: Person) -> Person:
    _, _, last = one.name.rpartition(" ")
    near = one.birth_year and one.birth_year + draw.randint(-4, 4)
    other = somebody(draw, 0)
    return replace(
        other,
        name=f"{draw.choice(FIRST)} {last}",
        birth_year=near,
        workplace_id=one.workplace_id,
    )


def _spouse(draw: random.Random, one: Person) -> Person:
    _, _, last = one.name.rpartition(" ")
    near = one.birth_year and one.birth_year + draw.randint(-5, 5)
    return replace(one, name=f"{draw.choice(FIRST)} {last}", birth_year=near)


def _parent(draw: random.Random, one: Person) -> Person:
    older = one.birth_year and max(1925, one.birth_year - draw.randint(20, 35))
    return replace(one, birth_year=older, phone="", workplace_id=draw.choice(PLACES))


def _same_first_name(draw: random.Random, one: Person) -> Person:
    first, _, _ = one.name.rpartition(" ")
    other = somebody(draw, 0)
    return replace(
        other,
        name=f"{first} {draw.choice(LAST)}",
        birth_year=one.birth_year,
        workplace_id=one.workplace_id,
    )


def _maybe(draw: random.Random, phone: str) -> str:
    """Return the phone, a new one, or none: people change it and leave it out."""
    return draw.choice((phone, phone, _phone(draw), ""))


_SAME = (
    _spelt_otherwise, _mistyped, _without_hyphen, _swapped, _moved_workplace, _married,
    _middle_name, _less_told,
)  # fmt: skip
_DIFFERENT = (_stranger, _namesake, _sibling, _spouse, _parent, _same_first_name)
