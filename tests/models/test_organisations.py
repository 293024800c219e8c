"""Organisations have unique names and, if any, a CVR number that can be right."""

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput
from app.models.store import Store
from app.models.types import Organisation


def problems(store: Store, organisation: Organisation) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        store.organisations.add(organisation)
    return [problem.field for problem in caught.value.problems]


def test_an_organisation_is_made_once(store: Store) -> None:
    first = store.organisations.ensure("Vestas")
    assert store.organisations.ensure("Vestas") == first
    assert store.organisations.by_name("Arla") is None
    store.organisations.ensure("Arla")
    assert [o.name for o in store.organisations.all()] == ["Arla", "Vestas"]


def test_a_name_is_needed_and_taken_once(store: Store) -> None:
    store.organisations.ensure("Vestas")
    assert problems(store, Organisation(name="  ")) == ["name"]
    assert problems(store, Organisation(name="Vestas")) == ["name"]


def test_an_organisation_may_keep_its_own_name(store: Store) -> None:
    vestas = store.organisations.ensure("Vestas")
    assert store.organisations.change(replace(vestas, cvr="10403782")).cvr == "10403782"


@pytest.mark.parametrize("cvr", ["10403783", "1040378", "01403782", "1040378A", "10 40 37 82"])
def test_a_cvr_number_that_cannot_be_right_is_refused(store: Store, cvr: str) -> None:
    assert problems(store, Organisation(name="Vestas", cvr=cvr)) == ["cvr"]


def test_what_would_be_refused_can_be_asked_beforehand(store: Store) -> None:
    with pytest.raises(InvalidInput):
        store.organisations.check(Organisation(name="", cvr="1"))
    store.organisations.check(Organisation(name="Vestas", cvr="10403782"))
    assert store.organisations.count() == 0
