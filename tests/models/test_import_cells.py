"""Single cells as people write them."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models import import_words
from app.models.import_cells import (
    BadCell,
    parse_age_band,
    parse_birth_year,
    parse_codes,
    parse_date,
    parse_headcount,
    parse_minutes,
    parse_month,
    parse_time,
    parse_word,
    shown,
)
from app.models.types import AgeBand, Channel, Gender, Role, SickLeave
from app.texts import Text

TODAY = date(2026, 11, 21)
CODES = {"p01": "P01", "s06": "S06", "knae foedder": "P03"}


@pytest.mark.parametrize(
    "cell",
    ["2018-02-06", "2018-2-6", "06-02-2018", "6.2.2018", "06/02/2018", "2018-02-06 00:00:00"],
)
def test_a_date_is_understood_in_every_usual_form(cell: str) -> None:
    assert parse_date(cell, TODAY) == date(2018, 2, 6)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("", "er ikke en dato"),
        ("tirsdag", "»tirsdag« er ikke en dato"),
        ("06-02-18", "er ikke en dato"),
        ("30-02-2018", "Datoen 30-02-2018 findes ikke"),
        ("2018-13-01", "findes ikke"),
        ("23-11-2026", "23-11-2026 ligger i fremtiden"),
        ("31-12-1999", "for længe siden"),
        ("٢٠١٨-٠٢-٠٦", "er ikke en dato"),
    ],
)
def test_a_date_that_cannot_be_used_says_why(cell: str, reason: str) -> None:
    with pytest.raises(BadCell) as caught:
        parse_date(cell, TODAY)
    assert reason in caught.value.reason.da


def test_tomorrow_is_allowed_for_who_works_past_midnight() -> None:
    assert parse_date("2026-11-22", TODAY) == date(2026, 11, 22)


@pytest.mark.parametrize("cell", ["9:05", "09.05", "0905", "905", "kl. 9.05", "09:05:00"])
def test_a_time_is_understood_in_every_usual_form(cell: str) -> None:
    assert parse_time(cell) == "09:05"


def test_a_bare_hour_and_an_empty_time() -> None:
    assert parse_time("9") == "09:00"
    assert parse_time("") == ""


@pytest.mark.parametrize("cell", ["24:00", "9:60", "morgen", "2460", "9:5"])
def test_what_is_no_time_is_refused(cell: str) -> None:
    with pytest.raises(BadCell):
        parse_time(cell)


@pytest.mark.parametrize("cell", ["2018-02", "02-2018", "2/2018", "2018-02-28", "1.2.2018"])
def test_a_month_is_its_first_day(cell: str) -> None:
    assert parse_month(cell) == date(2018, 2, 1)


def test_minutes() -> None:
    assert [parse_minutes(c) for c in ("15", "15 min.", "15,0", "0", "")] == [15, 15, 15, 0, None]
    for cell in ("1441", "-5", "et kvarter", "1:30"):
        with pytest.raises(BadCell):
            parse_minutes(cell)


def test_headcounts() -> None:
    assert [parse_headcount(c) for c in ("45", "1.250", "1250", "")] == [45, 1250, 1250, None]
    for cell in ("mange", "1,5", "-3", "9" * 5000):
        with pytest.raises(BadCell):
            parse_headcount(cell)


def test_years_of_birth() -> None:
    assert [parse_birth_year(c, 2018) for c in ("1978", "1978.0", "")] == [1978, 1978, None]
    for cell in ("78", "1899", "2019", "født 1978"):
        with pytest.raises(BadCell):
            parse_birth_year(cell, 2018)


@pytest.mark.parametrize(
    ("cell", "vocabulary", "value"),
    [
        ("KVINDE", import_words.GENDERS, Gender.WOMAN),
        ("ikke oplyst", import_words.GENDERS, Gender.NOT_TOLD),
        ("på arbejdspladsen", import_words.CHANNELS, Channel.WORKPLACE),
        ("E-mail", import_words.CHANNELS, Channel.EMAIL),
        ("Arbejdsmiljørepræsentant", import_words.ROLES, Role.SAFETY_REP),
        ("union_rep", import_words.ROLES, Role.UNION_REP),
        ("ikke sygemeldt", import_words.SICK_LEAVES, SickLeave.NONE),
    ],
)
def test_words_are_understood_in_both_languages(
    cell: str, vocabulary: import_words.Vocabulary, value: object
) -> None:
    assert parse_word(cell, vocabulary) is value


def test_an_unknown_word_names_those_that_are_known() -> None:
    with pytest.raises(BadCell) as caught:
        parse_word("hankøn", import_words.GENDERS)
    assert caught.value.reason.da == "»hankøn« kendes ikke. Skriv Kvinde, Mand, Andet."
    assert caught.value.reason.en == "“hankøn” is not known. Write Woman, Man, Other."


@pytest.mark.parametrize(
    ("cell", "band"),
    [
        ("19-28", AgeBand.FROM_19),
        ("29–38 år", AgeBand.FROM_29),
        ("45", AgeBand.FROM_39),
        ("18 år", AgeBand.UNDER_19),
        ("< 19", AgeBand.UNDER_19),
        ("19", AgeBand.FROM_19),
        ("59+", AgeBand.OVER_58),
        (">58", AgeBand.OVER_58),
    ],
)
def test_age_bands(cell: str, band: AgeBand) -> None:
    assert parse_age_band(cell, import_words.AGE_BANDS) is band


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("", ()),
        ("P01", ("P01",)),
        ("S06|p01", ("S06", "P01")),
        ("P01, S06", ("P01", "S06")),
        ("P01;S06;P01", ("P01", "S06")),
        ("Knæ, fødder | S06", ("P03", "S06")),
    ],
)
def test_codes_and_labels(cell: str, codes: tuple[str, ...]) -> None:
    assert parse_codes(cell, CODES) == codes


def test_an_unknown_code_is_named() -> None:
    with pytest.raises(BadCell) as caught:
        parse_codes("P01|P99", CODES)
    assert caught.value.reason.da == "Koden P99 findes ikke i kodelisten."


def test_a_message_never_shows_a_cpr_number_or_a_whole_page() -> None:
    assert shown("kom 010203-1234") == "kom [CPR]"
    assert len(shown("ord " * 100)) == 30


EVERY_PARSER: list[Callable[[str], object]] = [
    lambda cell: parse_date(cell, TODAY),
    parse_time,
    parse_month,
    parse_minutes,
    parse_headcount,
    lambda cell: parse_birth_year(cell, 2018),
    lambda cell: parse_word(cell, import_words.ROLES),
    lambda cell: parse_age_band(cell, import_words.AGE_BANDS),
    lambda cell: parse_codes(cell, CODES),
]


@given(st.text(max_size=30), st.sampled_from(EVERY_PARSER))
def test_any_text_is_a_value_or_a_reason(cell: str, parse: Callable[[str], object]) -> None:
    reason = Text("fine", "fine")
    try:
        parse(cell)
    except BadCell as error:
        reason = error.reason
    assert all(reason)
