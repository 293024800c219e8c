"""The ten words: a list that never changes, in which no two words can be taken for each other."""

import hashlib
import re
from itertools import combinations
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.team.cards import Card
from app.models.team.devices import Devices
from app.models.team.fingerprint import (
    ENOUGH_LETTERS,
    hex_of,
    require_words,
    word_list,
    words_of,
)
from app.models.team.refusing import Reason, Refused
from app.paths import resource
from tests.stores import new_store

# Letters that stand for the same or nearly the same sound when Danish is read aloud.
SOUNDS = (
    *(("hj", "j"), ("hv", "v"), ("gj", "g"), ("d", "t"), ("b", "p"), ("g", "k"), ("c", "k")),
    *(("q", "k"), ("z", "s"), ("w", "v"), ("æ", "e"), ("ø", "y"), ("å", "o")),
)


def heard(word: str) -> str:
    for spelt, sound in SOUNDS:
        word = word.replace(spelt, sound)
    return re.sub(r"(.)\1", r"\1", word)


def apart(one: str, other: str) -> int:
    """Return how many letters must be changed, added or left out (Levenshtein)."""
    above = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        row = [n]
        for m, other_letter in enumerate(other, 1):
            row.append(min(above[m] + 1, row[-1] + 1, above[m - 1] + (letter != other_letter)))
        above = row
    return above[-1]


@pytest.fixture
def card(tmp_path: Path) -> Card:
    store = new_store(tmp_path)
    try:
        return Devices(store).card()
    finally:
        store.close()


def test_the_list_has_a_short_danish_word_for_every_byte() -> None:
    words = word_list()
    assert len(set(words)) == len(words) == 256
    assert [word for word in words if not re.fullmatch("[a-zæøå]{4,10}", word)] == []


def test_no_two_words_sound_alike() -> None:
    pairs = combinations([heard(word) for word in word_list()], 2)
    assert [pair for pair in pairs if apart(*pair) < 3] == []


def test_four_letters_tell_a_word_from_all_others() -> None:
    assert len({word[:ENOUGH_LETTERS] for word in word_list()}) == 256


def test_the_list_stays_as_it_is_for_good() -> None:
    """Another word in a place would make every printed sheet wrong."""
    content = resource("words", "fingerprint-da.txt").read_bytes()
    assert hashlib.sha256(content).hexdigest() == (
        "fe2ac4c5aeaf76df4cb0c2d1cce4e07ba2239ee4c925829b8b378f1c192a73eb"
    )


def test_words_and_hex_are_both_taken_however_they_are_typed(card: Card) -> None:
    words = words_of(card.fingerprint)
    assert len(words) == 10
    for typed in (
        " ".join(words),
        ", ".join(words).upper(),
        "\n".join(f"{n}. {word}" for n, word in enumerate(words, 1)),
        "-".join(word[:4] for word in words),
        hex_of(card.fingerprint),
        card.fingerprint.hex().upper(),
    ):
        require_words(card, typed)


def test_other_words_are_refused(card: Card) -> None:
    words = words_of(card.fingerprint)
    other = next(word for word in word_list() if word not in words)
    swapped = (words[1], words[0], *words[2:]) if words[0] != words[1] else (other, *words[1:])
    for typed in (
        "",
        " ".join(words[:9]),
        " ".join((*words, words[0])),
        " ".join((other, *words[1:])),
        " ".join((*words[:9], other)),
        " ".join(swapped),
        " ".join((words[0][:3], *words[1:])),
        card.fingerprint.hex()[:-1],
        "0" * 20,
    ):
        with pytest.raises(Refused) as caught:
            require_words(card, typed)
        assert caught.value.reason is Reason.WRONG_WORDS


def test_the_words_are_those_of_the_keys_and_not_of_the_name(card: Card) -> None:

    assert replace(card, name="En anden").fingerprint == card.fingerprint
    for changed in (
        replace(card, sign_key=bytes(32)),
        replace(card, recipient="age1other"),
        replace(card, device="00000000-0000-7000-8000-000000000000"),
    ):
        assert changed.fingerprint != card.fingerprint
