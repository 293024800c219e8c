"""Every kind of record is kept in the same way: stamped, audited, and safe from stale changes."""

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from app.errors import Conflict, InvalidInput, NotFound
from app.models.clock import stamp
from app.models.opening import open_with_key
from app.models.plan_types import PresenceRule
from app.models.store import Store
from app.models.types import (
    Gender,
    Identity,
    Inquiry,
    Offer,
    OfferKind,
    Person,
    Record,
    RecordId,
)
from app.paths import Paths
from tests.one_of_each import KINDS
from tests.records import add_contact, add_person, add_workplace
from tests.stores import NOW, new_store, standing_clock

every_kind = pytest.mark.parametrize("kind", KINDS)


def values_of(record: Record) -> dict[str, Any]:
    given_by_the_store: tuple[str, ...] = ("id", "seq", "created_at", "changed_at")
    if isinstance(record, PresenceRule):
        given_by_the_store = (*given_by_the_store, "series_id")
    names = [name for name in record.__struct_fields__ if name not in given_by_the_store]
    return {name: getattr(record, name) for name in names}


@every_kind
def test_a_record_comes_back_as_it_was_stored(store: Store, kind: str) -> None:
    record, _ = KINDS[kind](store)
    repository = store.repositories[kind]
    before = repository.count()

    stored = repository.add(record)

    assert values_of(stored) == values_of(record)
    assert repository.get(stored.id) == repository.find(stored.id) == stored
    assert repository.count() == before + 1
    assert stored.created_at == stored.changed_at > stamp(NOW)


@every_kind
def test_a_change_keeps_the_rest_and_the_first_stamp(store: Store, kind: str) -> None:
    record, difference = KINDS[kind](store)
    repository = store.repositories[kind]
    stored = repository.add(record)

    changed = repository.change(replace(stored, **difference))

    assert repository.get(stored.id) == changed
    assert values_of(changed) == values_of(record) | difference
    assert changed.created_at == stored.created_at
    assert changed.changed_at > stored.changed_at
    assert repository.change(changed) == changed  # nothing new: not even the stamp


@every_kind
def test_a_deleted_record_is_gone(store: Store, kind: str) -> None:
    record, difference = KINDS[kind](store)
    repository = store.repositories[kind]
    stored = repository.add(record)
    before = repository.count()

    assert repository.delete(stored.id) == stored

    assert repository.find(stored.id) is None
    assert repository.count() == before - 1
    for attempt in (
        lambda: repository.get(stored.id),
        lambda: repository.delete(stored.id),
        lambda: repository.change(replace(stored, **difference)),
    ):
        with pytest.raises(NotFound) as caught:
            attempt()
        assert "Posten findes ikke længere." in caught.value.message("da"), "it was there"


@every_kind
def test_two_programs_cannot_overwrite_each_other(store: Store, tmp_path: Path, kind: str) -> None:
    assert store.key is not None
    record, difference = KINDS[kind](store)
    ours = store.repositories[kind].add(record)
    with closing(open_with_key(Paths(tmp_path / "data"), store.key)) as other:
        theirs = other.repositories[kind].change(replace(ours, **difference))

    before = len(store.audit.of_record(ours.id))
    with pytest.raises(Conflict) as caught:
        store.repositories[kind].change(replace(ours, **difference))
    assert "siden du åbnede den" in caught.value.message("da")
    assert store.repositories[kind].get(ours.id) == theirs
    assert len(store.audit.of_record(ours.id)) == before


def test_a_stale_change_is_noticed_also_while_the_clock_stands_still(tmp_path: Path) -> None:
    with closing(new_store(tmp_path, standing_clock())) as store:
        first = add_person(store)
        second = store.people.change(replace(first, phone="20304050"))
        third = store.people.change(replace(second, phone=""))
        assert first.changed_at < second.changed_at < third.changed_at
        with pytest.raises(Conflict):
            store.people.change(replace(first, name="Lone Holm"))


def test_a_record_that_others_refer_to_stays(store: Store) -> None:
    person = add_person(store)
    contact = add_contact(store, person)
    audited = len(store.audit.of_record(person.id))
    with pytest.raises(Conflict) as caught:
        store.people.delete(person.id)
    assert "Andre poster henviser til den." in caught.value.message("da")
    assert store.people.get(person.id) == person
    assert len(store.audit.of_record(person.id)) == audited
    store.inquiries.delete(contact.id)
    store.people.delete(person.id)


@pytest.mark.parametrize("shared", [False, True])
def test_offers_never_vanish_with_their_owner(store: Store, shared: bool) -> None:
    owner = store.organisations.ensure("Vestas")
    place = add_workplace(store, organisation_id=owner.id)
    offer = store.offers.add(
        Offer(
            kind=OfferKind.PENSION,
            provider="PensionDanmark",
            workplace_id=None if shared else place.id,
            organisation_id=owner.id if shared else None,
        )
    )
    if shared:
        store.workplaces.delete(place.id)
    with pytest.raises(Conflict):
        (store.organisations if shared else store.workplaces).delete(
            owner.id if shared else place.id
        )
    assert store.offers.get(offer.id) == offer


def test_checking_stores_nothing(store: Store) -> None:
    store.people.check(Person(name="Lone Bæk"))
    with pytest.raises(InvalidInput) as caught:
        store.people.check(Person(name="", birth_year=2030))
    assert [problem.field for problem in caught.value.problems] == ["name", "birth_year"]
    assert store.people.count() == 0


def test_every_problem_of_a_record_is_told_at_once(store: Store) -> None:
    wrong = Inquiry(
        date=date(2026, 11, 20),
        time="24:00",
        counsellor_id=store.settings.counsellor_id,
        identity=Identity.REGISTERED,
        gender=Gender.MAN,
        minutes=1441,
        reasons=("P01", "P01", "X99"),
        advice=("P01",),
    )
    with pytest.raises(InvalidInput) as caught:
        store.inquiries.add(wrong)
    fields = [problem.field for problem in caught.value.problems]
    assert fields == ["person_id", "identity", "time", "minutes", "reasons", "reasons", "advice"]
    assert store.inquiries.count() == 0


def test_an_unknown_id_is_nobody(store: Store) -> None:
    for repository in store.repositories.values():
        assert repository.find(RecordId("nobody")) is None
        with pytest.raises(NotFound) as caught:
            repository.get(RecordId("nobody"))
        assert caught.value.why.da.startswith("Der er in")
        assert caught.value.why.da.endswith(" med id »nobody«."), "it was never there"
    with pytest.raises(NotFound) as caught:
        store.people.get(RecordId("010190-1234"))
    assert "[CPR]" in caught.value.message("da")
