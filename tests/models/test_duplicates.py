"""Suggestions of who may be registered twice: often right, explained, and never insisted on."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.models.duplicates import all_duplicates, duplicates_of
from app.models.likeness import likeness, sound
from app.models.merging import merge_people
from app.models.store import Store
from app.models.types import Person
from benchmarks.duplicates import fill, quality
from benchmarks.pairs import labelled_pairs
from tests.records import add_person, add_workplace
from tests.stores import new_store

KNOWN = Person(name="Kåre Møller", birth_year=1974, phone="12 34 56 78")


def suggested(store: Store, person: Person) -> list[str]:
    found = duplicates_of(store, person.id)
    return [each.other.name if each.one.id == person.id else each.one.name for each in found]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Kaare Moeller", "samme navn"),
        ("KÅRE MØLLER", "samme navn"),
        ("Møller, Kåre", "samme navn, byttet om"),
        ("Kåre Mueller", "næsten samme navn"),
        ("Kåre Møler", "næsten samme navn"),
        ("Karl Møller", "andet navn"),
        ("Kåre Holm", "samme fornavn, andet efternavn"),
        ("Kåre Holm Møller", "samme navn, et er kortere"),
    ],
)
def test_a_name_is_told_in_words(name: str, why: str) -> None:
    looks = likeness(KNOWN, Person(name=name, birth_year=1974))
    assert looks == likeness(Person(name=name, birth_year=1974), KNOWN)
    told = [reason.da for reason in looks.reasons]
    assert told[-1] == "samme fødselsår"
    assert looks.is_enough == ("andet" not in why)
    assert told[0] == why


@pytest.mark.parametrize(
    ("one", "other"),
    [("christian", "kristian"), ("thomas", "tomas"), ("schmidt", "skmit"), ("lind", "lin")],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_the_phone_speaks_for_a_new_last_name(store: Store) -> None:
    lone = add_person(store, "Lone Bæk", birth_year=1974, phone="+45 20304050")
    add_person(store, "Lone Holm", birth_year=1974, phone="20 30 40 50")
    add_person(store, "Per Bæk", birth_year=1950, phone="20-30-40-50")
    assert suggested(store, lone) == ["Lone Holm"]


def test_namesakes_of_another_year_are_not_suggested(store: Store) -> None:
    lone = add_person(store, "Lone Bæk", birth_year=1974)
    add_person(store, "Lone Bæk", birth_year=1951)
    assert suggested(store, lone) == []


def test_who_told_no_year_is_suggested_at_the_same_workplace(store: Store) -> None:
    place = add_workplace(store)
    lone = add_person(store, "Lone Bæk", workplace_id=place.id)
    add_person(store, "Lone Baek", birth_year=1974, workplace_id=place.id)
    add_person(store, "Lone Bæk")
    assert suggested(store, lone) == ["Lone Baek"]
    (pair,) = all_duplicates(store)
    assert (pair.one, pair.likeness.reasons[-1].en) == (lone, "same workplace")


def test_a_single_word_is_a_name_too(store: Store) -> None:
    fatima = add_person(store, "Fatima", birth_year=1990)
    add_person(store, "Fatima", birth_year=1990)
    add_person(store, "Fatuma", birth_year=1960)
    assert suggested(store, fatima) == ["Fatima"]
    assert len(all_duplicates(store)) == 1


def test_the_likeliest_come_first_on_both_lists(store: Store) -> None:
    lone = add_person(store, "Lone Bæk", birth_year=1974, phone="20304050")
    add_person(store, "Lone Bæch", birth_year=1974)
    add_person(store, "Lone Bæk", birth_year=1974, phone="20304050")
    assert suggested(store, lone) == ["Lone Bæk", "Lone Bæch"]
    points = [pair.likeness.points for pair in all_duplicates(store)]
    assert points == sorted(points, reverse=True)
    assert len(points) == 3
    assert len(all_duplicates(store, limit=1)) == 1


def test_who_was_told_apart_is_never_suggested_again(store: Store) -> None:
    lone = add_person(store, "Lone Bæk", birth_year=1974)
    other = add_person(store, "Lone Baek", birth_year=1974)
    with store.atomic() as change_set:
        store.different_people.tell_apart(other.id, lone.id)
    store.different_people.tell_apart(lone.id, other.id)
    assert store.different_people.count() == 1
    assert suggested(store, lone) == suggested(store, other) == []
    assert all_duplicates(store) == ()
    store.undo(change_set)
    assert suggested(store, lone) == ["Lone Baek"]


def test_a_deleted_person_leaves_no_pair_and_undo_brings_it_back(store: Store) -> None:
    lone, other = add_person(store, "Lone Bæk"), add_person(store, "Lone Baek")
    store.different_people.tell_apart(lone.id, other.id)
    with store.atomic() as change_set:
        store.people.delete(other.id)
    assert store.different_people.count() == 0
    store.undo(change_set)
    assert store.different_people.others(lone.id) == {other.id}


def test_merged_records_are_not_suggested(store: Store) -> None:
    lone = add_person(store, "Lone Bæk", birth_year=1974, phone="20304050")
    other = add_person(store, "Lone Baek", birth_year=1974, phone="20304050")
    merge_people(store, lone.id, other.id)
    assert suggested(store, lone) == []
    assert duplicates_of(store, other.id) == ()
    assert all_duplicates(store) == ()


def test_invented_pairs_are_told_apart_well(tmp_path: Path) -> None:
    pairs = labelled_pairs()
    assert pairs == labelled_pairs(), "the same seed gives the same pairs"
    assert len(pairs) == 2_000
    store = new_store(tmp_path)
    try:
        fill(store, pairs, 0)
        precision, recall, _ = quality(store, pairs)
    finally:
        store.close()
    assert precision >= 0.97
    assert recall >= 0.9


def test_neither_record_of_a_pair_is_preferred() -> None:
    for pair in labelled_pairs(200):
        assert likeness(pair.one, pair.other) == likeness(pair.other, pair.one)
        assert likeness(pair.one, replace(pair.one)).is_enough == (
            pair.one.birth_year is not None
            or bool(pair.one.phone)
            or pair.one.workplace_id is not None
        )
