import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import InvalidInput
from app.models import recovery_code
from app.models.recovery_code import ALPHABET, BITS, MistypedCode, generate, parse

CODE = "PGGBT-GKTME-0D70E-99PPQ-G1WSQ-3G3J3-YKS1C"


def test_a_code_carries_at_least_128_bits_and_no_two_are_alike() -> None:
    assert BITS >= 128
    assert len({generate() for _ in range(200)}) == 200


def test_a_printed_code_is_read_back_as_it_was_printed() -> None:
    for _ in range(200):
        code = generate()
        assert parse(code) == code


def test_typing_is_forgiving_about_case_spaces_and_look_alikes() -> None:
    assert parse(CODE.lower()) == CODE
    assert parse(CODE.replace("-", " ")) == CODE
    assert parse(CODE.replace("-", "")) == CODE
    assert parse(f"  {CODE}\n") == CODE
    assert parse(CODE.replace("0", "O").replace("1", "l")) == CODE
    assert parse(CODE.replace("0", "o").replace("1", "I")) == CODE


def test_every_single_slip_is_found_in_its_own_group() -> None:
    for place, right in enumerate(CODE):
        if right == "-":
            continue
        for wrong in ALPHABET.replace(right, ""):
            with pytest.raises(MistypedCode) as caught:
                parse(CODE[:place] + wrong + CODE[place + 1 :])
            assert caught.value.groups == (place // 6 + 1,)


def test_every_swap_of_neighbours_in_a_group_is_found() -> None:
    for place in range(len(CODE) - 1):
        pair = CODE[place : place + 2]
        if "-" in pair or pair[0] == pair[1]:
            continue
        with pytest.raises(MistypedCode):
            parse(CODE[:place] + pair[::-1] + CODE[place + 2 :])


def test_groups_in_the_wrong_order_are_both_named() -> None:
    groups = CODE.split("-")
    groups[1], groups[4] = groups[4], groups[1]
    with pytest.raises(MistypedCode) as caught:
        parse("-".join(groups))
    assert caught.value.groups == (2, 5)
    assert "Se på gruppe 2 og 5." in caught.value.message("da")
    assert "Look at groups 2 and 5." in caught.value.message("en")


def test_a_group_that_is_too_short_is_named_and_does_not_spoil_the_others() -> None:
    with pytest.raises(MistypedCode) as caught:
        parse(CODE.replace("0D70E", "0D70"))
    assert caught.value.groups == (3,)


def test_a_missing_group_is_told_by_the_number_of_characters() -> None:
    with pytest.raises(MistypedCode) as caught:
        parse(CODE[:-6])
    assert "35" in caught.value.message("da")
    assert "30" in caught.value.message("da")


@given(st.text(max_size=60))
def test_any_text_is_a_code_or_a_problem_for_the_user(text: str) -> None:
    try:
        code = parse(text)
    except InvalidInput:
        return
    assert recovery_code.parse(code) == code
