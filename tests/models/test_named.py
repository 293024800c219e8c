"""Workplaces and counsellors are found as they are named in a line."""

import pytest

from app.errors import NotFound
from app.models.named import counsellor_named, workplace_named
from app.models.store import Store
from tests.records import add_counsellor, add_workplace


def test_a_code_is_known_in_any_case_and_near_ones_are_named(store: Store) -> None:
    lem = add_workplace(store, "VESTAS-LEM", "Vestas i Lem")
    aero = add_workplace(store, "ÆRØ", "Ærø Værft")
    assert workplace_named(store, " vestas-lem ") == lem
    assert workplace_named(store, "ærø") == aero
    for typed in ("vestas", "VESTAS-LEN", "lem"):
        with pytest.raises(NotFound) as near:
            workplace_named(store, typed)
        assert near.value.next_step.da == "Mente du VESTAS-LEM?"
    with pytest.raises(NotFound) as far:
        workplace_named(store, "LEGO")
    assert far.value.next_step.da == "Vælg mellem VESTAS-LEM, ÆRØ."
    with pytest.raises(NotFound) as nothing:
        workplace_named(store, "")
    assert "Vælg mellem" in nothing.value.next_step.da


def test_two_whose_initials_differ_in_case_only_are_told_apart(store: Store) -> None:
    large = add_counsellor(store, "JB")
    assert counsellor_named(store, "jb") == large
    small = add_counsellor(store, "jb")
    assert counsellor_named(store, "jb") == small
    assert counsellor_named(store, "JB") == large
    with pytest.raises(NotFound):
        counsellor_named(store, "Jb")
