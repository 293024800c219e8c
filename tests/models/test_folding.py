"""Words are found however their letters are written, and numbers however they are grouped."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.folding import (
    digits_only,
    fold,
    phone_digits,
    search_text,
    search_words,
    word_start,
)

DANISH = st.text(alphabet="abcdefgæøåÆØÅABC éü-'.12 ", max_size=30)


def finds(query: str, *stored: str) -> bool:
    return all(word_start(word) in search_text(*stored) for word in search_words(query))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Lænderyg", "laenderyg"),
        ("LÆNDERYG", "laenderyg"),
        ("laenderyg", "laenderyg"),
        ("års", "aars"),
        ("Aars", "aars"),
        ("ÅRS", "aars"),
        ("Søren Kjær-Ågård", "soeren kjaer aagaard"),
        ("a\u030argang", "aargang"),  # å typed as a letter and a ring
        ("Zoë  Müller", "zoe muller"),
        ("Straße", "strasse"),
        ("Øst ·  vest", "oest vest"),
        ("", ""),
        (" – ", ""),
    ],
)
def test_folding_knows_danish_letters(written: str, folded: str) -> None:
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once
    assert set(once) <= set("abcdefghijklmnopqrstuvwxyz0123456789 ")
    assert "  " not in once
    assert once == once.strip()


@given(DANISH)
def test_capitals_and_composed_letters_make_no_difference(text: str) -> None:
    assert fold(text.upper()) == fold(text.lower()) == fold(text)
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.lists(DANISH, min_size=1, max_size=4))
def test_everything_finds_itself_and_so_does_the_start_of_each_word(parts: list[str]) -> None:
    for part in parts:
        for word in fold(part).split():
            for length in range(1, len(word) + 1):
                assert word_start(word[:length]) in search_text(*parts)


@pytest.mark.parametrize(
    ("query", "stored", "found"),
    [
        ("laen", "Lænderyg", True),
        ("LÆN", "Lænderyg", True),
        ("læn", "laenderyg", True),
        ("ryg", "Lænderyg", False),  # the start of a word, not its middle
        ("aars", "Års Fabrik", True),
        ("års", "Aars Fabrik", True),
        ("fabrik års", "Aars Fabrik", True),
        ("moe", "Karen Møller", True),
        ("møl kar", "Karen Møller", True),
        ("karen jensen", "Karen Møller", False),
        ("%", "Karen Møller", True),  # a sign is no word, and nothing is asked for
        ("k_r", "Karen Møller", False),
        ("", "Karen Møller", True),
    ],
)
def test_a_query_finds_the_start_of_words(query: str, stored: str, found: bool) -> None:
    assert finds(query, stored) is found


@pytest.mark.parametrize("phone", ["20304050", "20 30 40 50", "+45 20304050", "0045 20-30-40-50"])
@pytest.mark.parametrize(
    "query", ["2030", "20 30", "20304050", "20 30 40 50", "+45 20 30", "+4520304050", "0045 2030"]
)
def test_a_number_is_found_however_it_is_grouped(query: str, phone: str) -> None:
    assert finds(query, "Karen Møller", "1974", phone_digits(phone))
    assert finds(f"karen {query}", "Karen Møller", "1974", phone_digits(phone))


def test_only_the_country_code_of_denmark_is_left_out() -> None:
    assert phone_digits("+45 20 30 40 50") == "20304050"
    assert phone_digits("4520304050") == "20304050"
    assert phone_digits("45 20 30 40") == "45203040"  # a number that begins with 45
    assert phone_digits("+46 70 123 45 67") == "46701234567"
    assert phone_digits("") == phone_digits("ukendt") == ""
    assert digits_only("450 ansatte") == "450"
