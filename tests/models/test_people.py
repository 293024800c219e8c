"""Persons are found by any part of name, year or phone, and recognised when they come again."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput
from app.models.store import Store
from app.models.types import Person
from tests.records import DAY, add_contact, add_person, add_workplace


def names(people: tuple[Person, ...]) -> list[str]:
    return [person.name for person in people]


@pytest.fixture
def everybody(store: Store) -> Store:
    add_person(store, "Åse Kjær", birth_year=1961, phone="20 30 40 50")
    add_person(store, "Karen Møller", birth_year=1974, phone="+45 60 70 80 90")
    add_person(store, "Karen Bæk Møller", birth_year=1990)
    add_person(store, "Jens-Ole Østergaard", birth_year=1974, phone="97 32 00 11")
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("åse", ["Åse Kjær"]),
        ("AASE", ["Åse Kjær"]),
        ("kjaer", ["Åse Kjær"]),
        ("mø", ["Karen Bæk Møller", "Karen Møller"]),
        ("kar moe", ["Karen Bæk Møller", "Karen Møller"]),
        ("møl kar 1974", ["Karen Møller"]),
        ("bæk", ["Karen Bæk Møller"]),
        ("1974", ["Jens-Ole Østergaard", "Karen Møller"]),
        ("ole øst", ["Jens-Ole Østergaard"]),
        ("2030", ["Åse Kjær"]),
        ("20 30 40", ["Åse Kjær"]),
        ("607080", ["Karen Møller"]),
        ("+45 97 32", ["Jens-Ole Østergaard"]),
        ("ller", []),
        ("karen kjær", []),
        ("", []),
        (" - ", []),
    ],
)
def test_every_word_of_a_query_starts_a_word(
    everybody: Store, query: str, found: list[str]
) -> None:
    assert sorted(names(everybody.people.search(query))) == found


def test_who_was_seen_last_comes_first_and_the_list_ends(store: Store) -> None:
    people = [add_person(store, f"Karen {number:02}") for number in range(15)]
    for number, person in enumerate(people[:12]):
        add_contact(store, person, DAY + timedelta(days=number))
    found = names(store.people.search("karen", limit=13))
    assert found == [*(f"Karen {n:02}" for n in range(11, -1, -1)), "Karen 12"]
    assert len(store.people.search("karen")) == 10


def test_a_changed_name_or_number_is_found_and_the_old_one_is_not(store: Store) -> None:
    person = add_person(store, "Lone Bæk", phone="20304050")
    store.people.change(replace(person, name="Lone Holm", phone="60708090"))
    assert names(store.people.search("holm 6070")) == ["Lone Holm"]
    assert store.people.search("bæk") == store.people.search("2030") == ()


@pytest.mark.parametrize(
    ("name", "phone", "birth_year", "found"),
    [
        ("karen møller", "", 1974, ["Karen Møller"]),
        ("KAREN MOELLER", "", None, ["Karen Bæk Møller", "Karen Møller"]),
        ("Karen Vestergaard Møller", "", 1990, ["Karen Bæk Møller"]),
        ("Karen Møller", "", 1955, []),
        ("Karen", "", 1974, []),  # a first name alone is nobody
        ("", "20304050", None, ["Åse Kjær"]),
        ("Helt Anden", "+45 20 30 40 50", 1980, ["Åse Kjær"]),
        ("", "60708090", None, ["Karen Møller"]),
        ("", "2030", None, []),  # not a whole number
        ("Karen Møller", "60708090", 1974, ["Karen Møller"]),
        ("", "", None, []),
    ],
)
def test_a_person_who_comes_again_is_recognised(
    everybody: Store, name: str, phone: str, birth_year: int | None, found: list[str]
) -> None:
    assert sorted(names(everybody.people.alike(name, phone, birth_year))) == found


def test_a_namesake_of_unknown_age_may_be_the_one(store: Store) -> None:
    add_person(store, "Bo Holm")
    assert names(store.people.alike("Bo Holm", "", 1974)) == ["Bo Holm"]


def test_among_many_namesakes_nobody_is_overlooked(store: Store) -> None:
    """A guard that stops at the first fifty Annes would let a name slip through."""
    for number in range(60):
        add_person(store, f"Anne Nummer{number}", birth_year=1950)
        add_person(store, f"Fornavn{number} Jensen", birth_year=1950)
    add_person(store, "Anne Jensen", birth_year=1980)
    assert names(store.people.named_in("Talte med Anne om Jensens sag")) == ["Anne Jensen"]
    assert names(store.people.alike("Anne Jensen", "", 1980)) == ["Anne Jensen"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Karen Møller ringede", {"Karen Bæk Møller", "Karen Møller"}),
        ("Møllers søster Karen", {"Karen Bæk Møller", "Karen Møller"}),
        ("karens rygproblem, se møller", {"Karen Bæk Møller", "Karen Møller"}),
        ("KAREN MOELLER", {"Karen Bæk Møller", "Karen Møller"}),
        ("Karen har ondt i ryggen", set()),
        ("Talte med Jens Østergaard", {"Jens-Ole Østergaard"}),
        ("Åse og Møller", set()),
        ("Åse Kjærs leder", {"Åse Kjær"}),
        ("", set()),
    ],
)
def test_names_in_a_text_are_noticed(everybody: Store, text: str, named: set[str]) -> None:
    assert set(names(everybody.people.named_in(text))) == named


def test_a_name_without_letters_of_ours_stands_in_nobodys_way(store: Store) -> None:
    add_person(store, "李", birth_year=1980)
    assert store.people.alike("1980 李", "", None) == ()
    assert store.people.named_in("1980 李") == ()


def test_recent_people_are_those_of_the_place(store: Store) -> None:
    lem, region = add_workplace(store, "LEM"), add_workplace(store, "REGION")
    lone, jens, bo = (add_person(store, name) for name in ("Lone", "Jens", "Bo"))
    add_contact(store, lone, DAY, "09:00", workplace_id=lem.id)
    add_contact(store, jens, DAY, "10:00", workplace_id=lem.id)
    add_contact(store, bo, DAY, "11:00", workplace_id=region.id)
    assert names(store.people.seen_last(lem.id)) == ["Jens", "Lone"]
    assert names(store.people.seen_last(None)) == ["Bo", "Jens", "Lone"]
    assert names(store.people.seen_last(None, limit=1)) == ["Bo"]


def test_persons_of_a_workplace(store: Store) -> None:
    place = add_workplace(store)
    bo = add_person(store, "Bo", workplace_id=place.id)
    aase = add_person(store, "Asta", workplace_id=place.id)
    add_person(store, "Lone")
    assert store.people.at_workplace(place.id) == (aase, bo)
    assert names(store.people.all()) == ["Bo", "Asta", "Lone"]


@pytest.mark.parametrize("year", [1899, date(2026, 1, 1).year + 1])
def test_a_year_of_birth_is_one_that_somebody_can_have(store: Store, year: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        add_person(store, birth_year=year)
    assert "mellem 1900 og 2026" in caught.value.message("da")
    add_person(store, birth_year=2026)
    add_person(store, birth_year=1900)
