"""CPR numbers, and in anonymous contacts the names of known persons, are found and masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.guards import Danger, Finding, cpr_findings, findings, mask
from app.models.store import Store
from tests.records import add_person


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("010203-1234 ringede", "[CPR] ringede"),
        ("Hun hedder 0102031234.", "Hun hedder [CPR]."),
        ("født 290200 1234", "født [CPR]"),
        ("010203-1234, 311299-9999", "[CPR], [CPR]"),
        ("310299-1234 er ingen dato", "310299-1234 er ingen dato"),
        ("Ring 70 00 00 00", "Ring 70 00 00 00"),
        ("sag 12345678901", "sag 12345678901"),
        ("ordre 0102-1234", "ordre 0102-1234"),
        ("", ""),
    ],
)
def test_what_looks_like_a_cpr_number_is_masked(text: str, masked: str) -> None:
    assert mask(text, cpr_findings(text)) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Karen Møller kommer igen", "[navn] kommer igen"),
        ("talte med KAREN MOELLER", "talte med [navn]"),
        ("karen møllers ryg", "[navn] ryg"),
        ("Møller, Karen: ryg", "[navn], [navn]: ryg"),
        ("Karen kommer igen", "Karen kommer igen"),
        ("Møller kommer igen", "Møller kommer igen"),
        ("Jens-Ole Østergaard er chef", "[navn] er chef"),
        ("Karens mor hedder også Møller", "[navn] mor hedder også [navn]"),
        ("ingen nævnt", "ingen nævnt"),
    ],
)
def test_a_known_persons_full_name_is_masked_when_anonymous(
    store: Store, text: str, masked: str
) -> None:
    add_person(store, "Karen Møller")
    add_person(store, "Jens-Ole Østergaard")
    add_person(store, "Bo")
    assert mask(text, findings(store, text, anonymous=True)) == masked
    assert findings(store, text, anonymous=False) == ()


def test_both_dangers_are_found_in_the_order_of_the_text(store: Store) -> None:
    add_person(store, "Karen Møller")
    text = "010203-1234 Karen Møller"
    found = findings(store, text, anonymous=True)
    assert found == (Finding(Danger.CPR, 0, 11), Finding(Danger.NAME, 12, 24))
    assert mask(text, found, "en") == "[CPR] [name]"


def test_one_of_many_with_the_same_first_name_is_found(store: Store) -> None:
    for number in range(80):
        add_person(store, f"Karen Nummer{chr(97 + number % 26)}{chr(97 + number // 26)}")
    add_person(store, "Karen Åkjær")
    assert [p.name for p in store.people.named_in("talte med Karen Aakjær i dag")] == [
        "Karen Åkjær"
    ]


@given(st.text(max_size=200))
def test_a_masked_text_holds_no_cpr_number(text: str) -> None:
    assert cpr_findings(mask(text, cpr_findings(text))) == ()


@given(st.text("0123456789- x", max_size=40))
def test_masking_digits_leaves_none_that_look_like_one(text: str) -> None:
    assert cpr_findings(mask(text, cpr_findings(text))) == ()
