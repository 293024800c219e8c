"""The history of a person tells with whom they were merged, and which talks were linked to them."""

from datetime import date

from app.models.linking import link_contact, unlink_contact
from app.models.merging import merge_people, split_person
from app.models.person_file import read_person
from app.models.store import Store
from app.models.types import RecordId
from tests.records import DAY, add_contact, add_person, add_workplace


def told(store: Store, person_id: RecordId) -> list[str]:
    details = read_person(store, person_id)
    assert details is not None
    return [line.event.da for line in details.history if line.event is not None]


def test_merging_and_splitting_stand_in_the_history_of_both(store: Store) -> None:
    lone, again = add_person(store, "Lone Bæk"), add_person(store, "Lone Baek")
    merge_people(store, lone.id, again.id)
    assert told(store, lone.id) == ["samlet med Lone Baek"]
    split_person(store, again.id)
    assert told(store, lone.id) == ["skilt ad fra Lone Baek", "samlet med Lone Baek"]
    assert told(store, again.id) == ["skilt ad fra Lone Bæk", "samlet med Lone Bæk"]


def test_a_linked_talk_stands_in_the_history_also_when_it_is_anonymous_again(store: Store) -> None:
    lone, talk = add_person(store), add_contact(store, None, date(2026, 11, 12))
    link_contact(store, talk.id, lone.id, DAY)
    assert told(store, lone.id) == ["samtalen 12-11-2026 knyttet til"]
    unlink_contact(store, talk.id)
    assert told(store, lone.id)[0] == "samtalen 12-11-2026 gjort anonym igen"


def test_a_link_that_went_with_its_talk_says_nothing(store: Store) -> None:
    lone, talk = add_person(store), add_contact(store)
    link_contact(store, talk.id, lone.id, DAY)
    store.inquiries.delete(talk.id)
    assert told(store, lone.id) == []


def test_every_workplace_they_were_seen_at_is_named_once(store: Store) -> None:
    lem, arla, bo = (add_workplace(store, code) for code in ("LEM", "ARLA", "BO"))
    lone = add_person(store, workplace_id=lem.id)
    for day, place in ((1, arla), (2, bo), (3, lem), (4, arla)):
        add_contact(store, lone, date(2026, 11, day), workplace_id=place.id)
    details = read_person(store, lone.id)
    assert details is not None
    seen = [(seen.workplace.code, seen.last.day) for seen in details.seen_at]
    assert (details.workplace, seen) == (lem, [("ARLA", 4), ("BO", 2)])
