"""Ages, percentages and identifiers follow rules that can be checked by hand."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.rules import (
    age_band,
    find_cpr,
    is_cvr,
    is_email,
    is_p_number,
    mask_cpr,
    percent,
)
from app.models.types import AgeBand


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (15, AgeBand.UNDER_19),
        (18, AgeBand.UNDER_19),
        (19, AgeBand.FROM_19),
        (28, AgeBand.FROM_19),
        (29, AgeBand.FROM_29),
        (38, AgeBand.FROM_29),
        (39, AgeBand.FROM_39),
        (48, AgeBand.FROM_39),
        (49, AgeBand.FROM_49),
        (58, AgeBand.FROM_49),
        (59, AgeBand.OVER_58),
        (80, AgeBand.OVER_58),
    ],
)
def test_age_at_contact_falls_into_the_bands_of_the_evaluation(age: int, band: AgeBand) -> None:
    assert age_band(2019 - age, 2019) is band


def test_an_unknown_birth_year_is_not_told() -> None:
    assert age_band(None, 2019) is AgeBand.NOT_TOLD


@pytest.mark.parametrize(
    ("count", "total", "shown"),
    [
        (68, 164, 41),
        (37, 164, 23),
        (30, 164, 18),
        (29, 164, 18),
        (1, 8, 13),
        (1, 200, 1),
        (0, 0, 0),
    ],
)
def test_percentages_are_rounded_half_up(count: int, total: int, shown: int) -> None:
    assert percent(count, total) == shown


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_a_percentage_is_within_a_half_of_the_true_share(count: int, total: int) -> None:
    difference = percent(count, total) - Fraction(100 * count, total)
    assert Fraction(-1, 2) < difference <= Fraction(1, 2)


@pytest.mark.parametrize("number", ["10403782", "25313763", "61056416"])
def test_cvr_numbers_with_the_right_check_digit_pass(number: str) -> None:
    assert is_cvr(number)


@given(st.integers(10_000_000, 99_999_999))
def test_one_changed_digit_never_passes_as_another_cvr_number(number: int) -> None:
    text = str(number)
    if not is_cvr(text):
        return
    for position, digit in enumerate(text):
        for other in "0123456789".replace(digit, ""):
            assert not is_cvr(text[:position] + other + text[position + 1 :])


@pytest.mark.parametrize("text", ["", "1040378", "104037822", "00000000", "१०४०३७८२", "10403782\n"])
def test_what_is_no_cvr_number_does_not_pass(text: str) -> None:
    assert not is_cvr(text)


def test_a_p_number_has_ten_digits_and_no_check() -> None:
    assert is_p_number("1000000001")
    assert not is_p_number("100000001")
    assert not is_p_number("10000000O1")
    assert not is_p_number("1000000001\n")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("bente@example.org", True),
        ("b.k+x@mail.example.dk", True),
        ("bente", False),
        ("bente@example", False),
        ("be nte@example.org", False),
        ("bente@@example.org", False),
    ],
)
def test_an_e_mail_address_has_its_form(text: str, right: bool) -> None:
    assert is_email(text) is right


@pytest.mark.parametrize("text", ["010203-1234", "0102031234", "født 311299 4321.", "290200-0001"])
def test_what_looks_like_a_cpr_number_is_found(text: str) -> None:
    assert len(find_cpr(text)) == 1
    assert mask_cpr(text).count("[CPR]") == 1
    assert not any(text[a:b] in mask_cpr(text) for a, b in find_cpr(text))


@pytest.mark.parametrize(
    "text", ["70 00 00 00", "311399-123", "320199-1234", "300200-0001", "12345678901"]
)
def test_phone_numbers_and_impossible_dates_are_left_alone(text: str) -> None:
    assert find_cpr(text) == ()
    assert mask_cpr(text) == text


@given(
    st.dates(date(1900, 3, 1), date(2099, 12, 31)),
    st.integers(0, 9999),
    st.sampled_from(["", "-", " "]),
)
def test_every_valid_date_and_four_digits_is_masked(day: date, last: int, gap: str) -> None:
    number = f"{day:%d%m%y}{gap}{last:04d}"
    assert mask_cpr(f"Hun sagde {number}, og gik.") == "Hun sagde [CPR], og gik."
