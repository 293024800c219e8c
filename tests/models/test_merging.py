"""Two records of one person become one, and two again: nobody is lost and nothing counted twice."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from msgspec.structs import replace

from app.errors import Conflict
from app.models.importing import import_inquiries
from app.models.merging import merge_people, split_person
from app.models.periods import Period
from app.models.person_file import read_person
from app.models.recognition import find_people, recent_people
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import Inquiry, Person, Record
from tests.records import DAY, add_contact, add_person, add_promise

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def lone(store: Store) -> Person:
    person = add_person(store, "Lone Bæk", birth_year=1974, phone="20 30 40 50")
    add_contact(store, person, date(2026, 9, 1))
    return person


@pytest.fixture
def again(store: Store) -> Person:
    """The same person, entered once more by somebody who heard the name."""
    person = add_person(store, "Lone Baek", phone="60 70 80 90", import_key="P7")
    add_contact(store, person, date(2026, 3, 1))
    add_promise(store, inquiry_id=add_contact(store, person, DAY).id, person_id=person.id)
    add_promise(store, person_id=person.id, text="Ring")
    return person


def days(store: Store, person: Person) -> list[date]:
    return [contact.date for contact in store.inquiries.of_person(person.id)]


def unstamped(records: tuple[Record, ...]) -> list[Record]:
    return [replace(record, changed_at="") for record in records]


def held(store: Store, person: Person) -> tuple[list[Record], list[Record], Record]:
    """Return all that is somebody's, apart from when it was changed."""
    contacts, promises = store.inquiries.of_person(person.id), store.followups.of_person(person.id)
    (stored,) = unstamped((store.people.get(person.id),))
    return unstamped(contacts), unstamped(promises), stored


def test_everything_moves_to_the_record_that_stays(
    store: Store, lone: Person, again: Person
) -> None:
    before = tally(store, YEAR)
    kept = merge_people(store, lone.id, again.id)
    assert days(store, lone) == [date(2026, 3, 1), date(2026, 9, 1), DAY]
    assert days(store, again) == []
    assert {promise.person_id for promise in store.followups.of_person(lone.id)} == {lone.id}
    assert (kept.name, kept.phone, kept.birth_year) == ("Lone Bæk", "20 30 40 50", 1974)
    after = tally(store, YEAR)
    assert (before.contacts.first, before.contacts.returning, before.persons_seen) == (2, 1, 2)
    assert (after.contacts.first, after.contacts.returning, after.persons_seen) == (1, 2, 1)
    assert after.contacts.all == before.contacts.all


def test_the_other_record_is_found_nowhere(store: Store, lone: Person, again: Person) -> None:
    merge_people(store, lone.id, again.id)
    assert find_people(store, "baek") == find_people(store, "lone b")
    assert [known.person.id for known in find_people(store, "lone")] == [lone.id]
    assert find_people(store, "60708090") == ()
    assert {person.id for person in store.people.all()} == {lone.id}
    assert {known.person.id for known in recent_people(store, None)} == {lone.id}
    assert store.people.alike("Lone Baek", "60708090", None) == (store.people.get(lone.id),)
    shown = read_person(store, again.id)
    assert shown is not None
    assert shown.person.id == lone.id
    assert [one.id for one in shown.merged] == [again.id]


def test_the_old_name_is_still_one_in_an_anonymous_text(
    store: Store, lone: Person, again: Person
) -> None:
    store.people.change(replace(again, name="Lone Holm"))
    merge_people(store, lone.id, again.id)
    assert [person.name for person in store.people.named_in("Kender Lone Holms mand")] == [
        "Lone Holm"
    ]
    assert store.people.named_in("Kender Lone") == ()


def test_what_was_chosen_of_either_is_kept(store: Store, lone: Person, again: Person) -> None:
    chosen = {"name": "Lone Bæk Holm", "phone": again.phone, "birth_year": None}
    kept = merge_people(store, lone.id, again.id, chosen)
    assert (kept.name, kept.phone, kept.birth_year) == ("Lone Bæk Holm", again.phone, None)
    split_person(store, again.id)
    assert held(store, lone)[2] == replace(lone, changed_at="")


def test_what_was_corrected_since_is_not_given_back(
    store: Store, lone: Person, again: Person
) -> None:
    kept = merge_people(store, lone.id, again.id, {"phone": again.phone})
    store.people.change(replace(kept, phone="11 22 33 44"))
    split_person(store, again.id)
    assert store.people.get(lone.id).phone == "11 22 33 44"


def test_a_split_gives_back_exactly_their_own(store: Store, lone: Person, again: Person) -> None:
    before = held(store, lone), held(store, again)
    figures = tally(store, YEAR)
    merge_people(store, lone.id, again.id)
    split_person(store, again.id)
    assert (held(store, lone), held(store, again)) == before
    assert tally(store, YEAR) == figures
    assert store.moved_records.count() == 0
    assert [known.person.id for known in find_people(store, "60708090")] == [again.id]


def test_what_is_new_stays_where_it_was_added(store: Store, lone: Person, again: Person) -> None:
    theirs = held(store, again)
    merge_people(store, lone.id, again.id)
    new = add_contact(store, lone, DAY, "14:00")
    promised = add_promise(store, person_id=lone.id, text="Ny")
    split_person(store, again.id)
    assert held(store, again) == theirs
    assert days(store, lone) == [date(2026, 9, 1), DAY]
    assert store.inquiries.get(new.id).person_id == lone.id
    assert [each.id for each in store.followups.of_person(lone.id)] == [promised.id]


def test_merged_records_are_merged_further_and_split_in_any_order(
    store: Store, lone: Person, again: Person
) -> None:
    third = add_person(store, "L. Bæk")
    add_contact(store, third, date(2026, 6, 1))
    people = (lone, again, third)
    before = [held(store, person) for person in people]
    merge_people(store, lone.id, again.id)
    merge_people(store, third.id, lone.id)
    assert len(days(store, third)) == 4
    assert store.people.standing(again.id).id == third.id
    split_person(store, again.id)
    assert held(store, again) == before[1]
    assert days(store, third) == [date(2026, 6, 1), date(2026, 9, 1)]
    split_person(store, lone.id)
    assert [held(store, person) for person in people] == before

    merge_people(store, lone.id, again.id)
    merge_people(store, third.id, lone.id)
    split_person(store, lone.id)
    assert days(store, lone) == [date(2026, 3, 1), date(2026, 9, 1), DAY]
    split_person(store, again.id)
    assert [held(store, person) for person in people] == before


def test_merging_and_splitting_are_undone_and_redone(
    store: Store, lone: Person, again: Person
) -> None:
    before = held(store, lone), held(store, again)
    with store.atomic() as merging:
        merge_people(store, lone.id, again.id)
    redo = store.undo(merging)
    assert (held(store, lone), held(store, again)) == before
    store.undo(redo)
    with store.atomic() as splitting:
        split_person(store, again.id)
    store.undo(splitting)
    assert len(days(store, lone)) == 3
    split_person(store, again.id)
    assert (held(store, lone), held(store, again)) == before


def test_a_contact_that_was_corrected_meanwhile_goes_back_as_corrected(
    store: Store, lone: Person, again: Person
) -> None:
    merge_people(store, lone.id, again.id)
    moved: Inquiry = store.inquiries.of_person(lone.id)[0]
    store.inquiries.change(replace(moved, note="Ny note"))
    split_person(store, again.id)
    assert store.inquiries.get(moved.id).person_id == again.id
    assert store.inquiries.get(moved.id).note == "Ny note"


def test_a_contact_given_to_somebody_else_meanwhile_stays_there(
    store: Store, lone: Person, again: Person
) -> None:
    bo = add_person(store, "Bo Holm")
    merge_people(store, lone.id, again.id)
    moved = store.inquiries.of_person(lone.id)[0]
    store.inquiries.change(replace(moved, person_id=bo.id))
    split_person(store, again.id)
    assert store.inquiries.get(moved.id).person_id == bo.id


def test_what_cannot_be_merged_or_split_says_why(store: Store, lone: Person, again: Person) -> None:
    bo = add_person(store, "Bo Holm")

    def why(act: Callable[[], object]) -> str:
        with pytest.raises(Conflict) as caught:
            act()
        return caught.value.why.da

    assert why(lambda: merge_people(store, lone.id, lone.id)) == "Det er den samme person."
    assert why(lambda: split_person(store, bo.id)) == "Den er ikke samlet med en anden."
    merge_people(store, lone.id, again.id)
    for keep, other in ((bo, again), (again, bo)):
        assert (
            why(partial(merge_people, store, keep.id, other.id)) == "En af dem er samlet allerede."
        )


def test_a_later_import_with_the_key_of_a_merged_record_reaches_the_person(
    store: Store, lone: Person, again: Person
) -> None:
    kept = merge_people(store, lone.id, again.id)
    rows = "date,channel,person,name,gender,birth_year,phone\n2026-11-21,phone,P7,Lone Baek,,,\n"
    assert import_inquiries(store, rows.encode()).new_people == 0
    assert days(store, lone)[-1] == date(2026, 11, 21)
    assert store.people.get(lone.id) == kept
