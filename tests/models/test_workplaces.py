"""Workplaces are coded, found, checked and kept with their addresses and contact persons."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.errors import Conflict, InvalidInput, NotFound
from app.models.store import Store
from app.models.types import Address, ContactRole, RecordId, Sector, Workplace, WorkplaceContact
from app.models.workplaces import is_code, suggest_code

LEM = Workplace(
    code="VESTAS-LEM",
    name="Vestas i Lem",
    sector=Sector.PRIVATE,
    headcount=450,
    p_number="1000000001",
    addresses=(
        Address(street="Smed Hansens Vej 27", postcode="6940", city="Lem St."),
        Address(city="Ringkøbing"),
    ),
    contacts=(
        WorkplaceContact(role=ContactRole.MANAGER, name="Bente Kjær", phone="97 00 00 00"),
        WorkplaceContact(role=ContactRole.SAFETY_REP, name="Ole", email="ole@example.org"),
    ),
)


def names(found: tuple[Workplace, ...]) -> list[str]:
    return [workplace.name for workplace in found]


def test_everything_about_a_workplace_comes_back_in_order(store: Store) -> None:
    stored = store.workplaces.add(LEM)
    assert (
        replace(store.workplaces.get(stored.id), id=RecordId(""), created_at="", changed_at="")
        == LEM
    )
    assert store.workplaces.by_code("VESTAS-LEM") == stored
    assert store.workplaces.by_code("VESTAS") is None


def test_addresses_and_contacts_are_replaced_not_added_to(store: Store) -> None:
    stored = store.workplaces.add(LEM)
    changed = store.workplaces.change(replace(stored, addresses=(), contacts=LEM.contacts[:1]))
    assert store.workplaces.get(stored.id) == changed
    assert [contact.name for contact in changed.contacts] == ["Bente Kjær"]


@pytest.mark.parametrize(
    "query", ["lem", "VESTAS lem", "ringkoebing", "ringkø", "vestas-l", "nordex"]
)
def test_a_workplace_is_found_by_name_code_town_and_organisation(store: Store, query: str) -> None:
    nordex = store.organisations.ensure("Nordex")
    store.workplaces.add(replace(LEM, organisation_id=nordex.id))
    store.workplaces.add(Workplace(code="SKJERN", name="Skjern Hjemmepleje"))
    assert names(store.workplaces.search(query)) == ["Vestas i Lem"]


def test_a_renamed_organisation_is_found_by_its_new_name_only(store: Store) -> None:
    old = store.organisations.ensure("Vestas")
    store.workplaces.add(Workplace(code="LEM", name="Fabrikken i Lem", organisation_id=old.id))
    store.organisations.change(replace(old, name="Nordex"))
    assert names(store.workplaces.search("nordex")) == ["Fabrikken i Lem"]
    assert store.workplaces.search("vestas") == ()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": "  "}, "name"),
        ({"code": "vestas"}, "code"),
        ({"code": "1LEM"}, "code"),
        ({"code": "LEM;RI"}, "code"),
        ({"code": "A" * 21}, "code"),
        ({"p_number": "12345"}, "p_number"),
        ({"headcount": -1}, "headcount"),
        ({"started_on": date(2026, 2, 1), "ended_on": date(2026, 1, 31)}, "ended_on"),
        ({"contacts": (WorkplaceContact(role=ContactRole.HR, name=""),)}, "contacts.0.name"),
        (
            {"contacts": (WorkplaceContact(role=ContactRole.HR, name="B", email="b@"),)},
            "contacts.0.email",
        ),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_stored(
    store: Store, wrong: dict[str, object], field: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        store.workplaces.add(replace(LEM, **wrong))
    assert [problem.field for problem in caught.value.problems] == [field]
    assert store.workplaces.count() == 0


def test_a_code_belongs_to_one_workplace(store: Store) -> None:
    store.workplaces.add(LEM)
    with pytest.raises(InvalidInput) as caught:
        store.workplaces.add(replace(LEM, name="En anden"))
    assert "i brug af Vestas i Lem" in caught.value.problems[0].text.da


def test_a_workplace_that_began_and_ended_on_one_day_is_right(store: Store) -> None:
    day = date(2026, 5, 4)
    assert store.workplaces.add(replace(LEM, started_on=day, ended_on=day)).ended_on == day


def test_a_change_to_an_older_reading_is_refused(store: Store) -> None:
    read = store.workplaces.add(LEM)
    with pytest.raises(Conflict):
        store.workplaces.change(replace(read, changed_at="2026-01-01T00:00:00.000Z"))


def test_a_deleted_workplace_is_gone_and_can_come_back_whole(store: Store) -> None:
    stored = store.workplaces.add(LEM)
    with store.atomic() as change_set:
        store.workplaces.delete(stored.id)
    with pytest.raises(NotFound):
        store.workplaces.get(stored.id)
    store.undo(change_set)
    assert store.workplaces.get(stored.id) == stored


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("Vestas i Lem", (), "VESTAS-LEM"),
        ("Vestas i Lem", ("VESTAS-LEM",), "VESTAS-LEM-2"),
        ("Vestas i Lem", ("VESTAS-LEM", "VESTAS-LEM-2"), "VESTAS-LEM-3"),
        ("Ældrecenter Åbo", (), "AELDRECENTER-AAB"),
        ("3F Skjern", (), "W3F-SKJERN"),
        ("!?", (), "STED"),
    ],
)
def test_a_code_is_suggested_from_the_name(name: str, taken: tuple[str, ...], code: str) -> None:
    assert suggest_code(name, taken) == code


@given(st.text(), st.lists(st.text(max_size=5), max_size=3))
def test_a_suggested_code_is_always_free_and_allowed(name: str, others: list[str]) -> None:
    taken = [suggest_code(other, ()) for other in others]
    code = suggest_code(name, taken)
    assert code not in taken
    assert is_code(code)
