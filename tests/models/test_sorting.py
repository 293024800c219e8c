"""Names stand in the order of the Danish alphabet."""

from hypothesis import given
from hypothesis import strategies as st

from app.models.sorting import danish_key


def test_ae_oe_and_aa_come_last_and_accents_do_not_count() -> None:
    names = ["Åse", "Aabenraa", "Østergård", "Ærø", "Zahra", "André", "andersen", "Oda", "Özil"]
    assert sorted(names, key=danish_key) == [
        "andersen",
        "André",
        "Oda",
        "Zahra",
        "Ærø",
        "Østergård",
        "Özil",
        "Aabenraa",
        "Åse",
    ]


@given(st.text())
def test_case_makes_no_difference(text: str) -> None:
    assert danish_key(text.casefold()) == danish_key(text)
