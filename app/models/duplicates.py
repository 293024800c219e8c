"""Who may be registered twice: suggestions, read by indexes so that they are there at once.

Whoever may be the same person has the phone number, or a name that begins alike. Names are looked
for by the first two letters of each word, in every spelling of their sound; the rest is left to
:mod:`app.models.likeness`. People who were told apart are never suggested again.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from app.models.folding import phone_digits, search_words
from app.models.likeness import Likeness, likeness, sound
from app.models.people import is_erased
from app.models.types import Person, RecordId

if TYPE_CHECKING:
    from app.models.store import Store

MOST = 50
"""How many pairs are suggested at a time."""

_SHORTEST_PHONE = 8
# As the index of the schema has it; the two must not differ.
_LAST_DIGITS = (
    "substr(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '/', ''), -8)"
)
_ONE_SOUND = (
    ("k", "c", "ch", "q"), ("f", "ph"), ("v", "w"), ("s", "z", "c"), ("j", "hj", "i", "y"),
    ("g", "gh"), ("t", "th", "d"),
)  # fmt: skip
"""Beginnings of names that stand for one another."""

_LETTERS, _HEARD = 2, 3
_CROWD = 200
"""What more people than these share is no hint by itself."""


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """Two records that may be of one person; ``one`` was registered first."""

    one: Person
    other: Person
    likeness: Likeness


def duplicates_of(store: "Store", person_id: RecordId, limit: int = 10) -> tuple[Suggestion, ...]:
    """Return who may be the same as a person, the likeliest first.

    Raises:
        NotFound: there is no such person.
    """
    person = store.people.get(person_id)
    if is_erased(person) or person.merged_into is not None:
        return ()
    apart = store.different_people.others(person_id)
    found = (
        suggestion
        for other in _candidates(store, person)
        if other.id != person_id and other.id not in apart
        for suggestion in _suggested(person, other)
    )
    return tuple(sorted(found, key=_rank)[:limit])


def all_duplicates(store: "Store", limit: int = MOST) -> tuple[Suggestion, ...]:
    """Return the likeliest pairs of the whole project."""
    return likeliest_pairs(store.people.all(), store.different_people.all(), limit)


def likeliest_pairs(
    people: Iterable[Person],
    apart: Collection[tuple[RecordId, RecordId]],
    limit: int = MOST,
) -> tuple[Suggestion, ...]:
    """Return the likeliest pairs among ``people``, those that were told ``apart`` left out.

    It asks no store, so that it can be done while the store serves others: in a project of
    100,000 persons it takes seconds.
    """
    seen: set[tuple[RecordId, RecordId]] = set(apart)
    found: list[Suggestion] = []
    for group in _groups(people):
        for one, other in combinations(group, 2):
            pair = (min(one.id, other.id), max(one.id, other.id))
            if pair not in seen:
                seen.add(pair)
                found += _suggested(one, other)
    return tuple(sorted(found, key=_rank)[:limit])


def _suggested(one: Person, other: Person) -> Iterator[Suggestion]:
    looks = likeness(one, other)
    if looks.is_enough:
        first, second = sorted((one, other), key=lambda person: (person.created_at, person.id))
        yield Suggestion(one=first, other=second, likeness=looks)


def _rank(suggestion: Suggestion) -> tuple[int, str, str]:
    return -suggestion.likeness.points, suggestion.one.id, suggestion.other.id


def _candidates(store: "Store", person: Person) -> tuple[Person, ...]:
    """Return everybody whose likeness may be enough, and some for whom it is not."""
    digits = phone_digits(person.phone)
    ids = {
        record_id
        for word in set(search_words(person.name))
        for begin in _beginnings(word)
        for record_id in _named(store, person, word, begin)
    }
    if len(digits) >= _SHORTEST_PHONE:
        rows = store.database.execute(
            f"SELECT id FROM person WHERE phone <> '' AND {_LAST_DIGITS} = ?", (digits[-8:],)
        )
        ids |= {row_id for (row_id,) in rows}
    people = store.people.of_ids(ids)
    return tuple(one for one in people if one.merged_into is None and not is_erased(one))


def _named(store: "Store", person: Person, word: str, begin: str) -> Iterator[RecordId]:
    """Yield whose first word begins so, and who has the year and another such word, or the name.

    Without the same year only the whole name can make a likeness that is enough.
    """
    words = search_words(person.name)
    others = [f" {each}" for other in words if other != word for each in _beginnings(other)]
    year = f" {person.birth_year}" if person.birth_year else None
    rows = store.database.execute(
        "SELECT id, search FROM person WHERE search >= ? AND search < ?",
        (f" {begin}", f" {begin}{{"),
    )
    whole = sorted(words)
    for row_id, text in rows:
        if year is not None and year in text:
            if not others or any(other in text for other in others):
                yield row_id
        elif text.startswith(f" {word} ") and _name_in(text) == whole:
            yield row_id


def _name_in(text: str) -> list[str]:
    return sorted(each for each in text.split() if not each.isdigit())


def _beginnings(word: str) -> frozenset[str]:
    """Return the first letters of a name in every spelling that sounds like it."""
    heard = {word[:_LETTERS]}
    for spellings in _ONE_SOUND:
        for start in spellings:
            if word.startswith(start):
                rest = word[len(start) :]
                heard |= {(other + rest)[:_LETTERS] for other in spellings}
    return frozenset(heard)


def _groups(people: Iterable[Person]) -> Iterator[list[Person]]:
    """Yield people who share what a likeness that is enough needs.

    That is a phone number; the year and the sound in which two words of the name begin; or the
    whole name and the workplace.
    """
    groups: dict[tuple[object, ...], list[Person]] = defaultdict(list)
    for person in people:
        words = search_words(person.name)
        digits = phone_digits(person.phone)
        if len(digits) >= _SHORTEST_PHONE:
            groups["phone", digits].append(person)
        if person.birth_year is not None:
            sounds = sorted({sound(word)[:_HEARD] for word in words})
            for pair in combinations(sounds, 2) if len(sounds) > 1 else [tuple(sounds)]:
                groups["year", person.birth_year, pair].append(person)
        if person.workplace_id is not None:
            groups["place", person.workplace_id, *sorted(words)].append(person)
    yield from (group for group in groups.values() if 1 < len(group) <= _CROWD)
