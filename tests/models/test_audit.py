"""Every change leaves a row that says who, when, what and which fields; values can be removed."""

from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.errors import Conflict
from app.models.audit import AuditEntry, changed_fields
from app.models.changes import Action
from app.models.clock import next_stamp
from app.models.store import Store
from app.models.types import Counsellor, Gender, Person, RecordId
from app.models.workplace_editing import delete_workplace
from tests.one_of_each import KINDS
from tests.records import add_contact, add_person, add_promise, add_workplace
from tests.stores import StoreMould

CANARY = "Kanariefugl Hansen"

every_kind = pytest.mark.parametrize("kind", KINDS)


def rows(store: Store) -> int:
    return int(store.database.execute("SELECT count(*) FROM audit").fetchone()[0])


def newest(store: Store, record_id: RecordId) -> AuditEntry:
    return store.audit.of_record(record_id)[-1]


@every_kind
def test_a_record_has_a_row_for_each_thing_that_happened_to_it(store: Store, kind: str) -> None:
    record, difference = KINDS[kind](store)
    repository = store.repositories[kind]
    stored = repository.add(record)
    changed = repository.change(replace(stored, **difference))
    repository.change(changed)  # nothing new, so no row
    repository.delete(stored.id)

    created, updated, deleted = store.audit.of_record(stored.id)

    assert [entry.action for entry in (created, updated, deleted)] == list(Action)
    for entry in (created, updated, deleted):
        assert (entry.kind, entry.record_id) == (kind, stored.id)
        assert entry.counsellor_id == store.settings.counsellor_id
        assert len(store.audit.of_change_set(entry.change_set)) == 1
    assert created.at >= stored.created_at
    assert created.at < updated.at < deleted.at
    assert set(updated.fields) == set(difference)
    assert not {"created_at", "changed_at"} & {*created.fields, *updated.fields, *deleted.fields}
    assert (created.before, deleted.after) == (None, None)
    assert repository.decode(created.after or "") == stored
    assert created.after == updated.before
    assert repository.decode(updated.after or "") == changed
    assert updated.after == deleted.before


def test_fields_stand_in_the_order_of_the_record() -> None:
    person = Person(name="Lone", gender=Gender.WOMAN, phone="1", changed_at="2026")
    other = replace(person, phone="2", name="Lone Bæk", changed_at="2027")
    assert changed_fields(person, other) == ("name", "phone")
    assert changed_fields(person, person) == changed_fields(None, None) == ()
    assert changed_fields(None, person) == changed_fields(person, None)
    assert changed_fields(None, person)[:3] == ("id", "name", "gender")


@given(st.integers(0, 3))
def test_a_change_and_its_row_are_stored_together_or_not_at_all(
    audit_mould: StoreMould, good: int
) -> None:
    with audit_mould.copy() as store:
        before = rows(store)

        def write_and_fail() -> None:
            with store.atomic():
                for number in range(good):
                    add_person(store, f"Person {number}")
                store.note_change("person", None, Person(name="", id=RecordId("x")))
                store.database.execute("INSERT INTO person (id) VALUES ('x')")

        with pytest.raises(Exception, match="NOT NULL"):
            write_and_fail()
        assert rows(store) == before
        assert store.people.count() == 0


@pytest.fixture(scope="module")
def audit_mould(tmp_path_factory: pytest.TempPathFactory) -> StoreMould:
    return StoreMould(tmp_path_factory.mktemp("mould"))


def test_the_row_names_who_uses_the_program_at_the_time(store: Store) -> None:
    karen = store.settings.counsellor_id
    person = add_person(store)
    jon = store.counsellors.add(Counsellor(initials="JB", name="Jon Bæk"))
    store.settings.set("counsellor", jon.id)
    store.people.change(replace(person, phone="20304050"))
    who = [entry.counsellor_id for entry in store.audit.of_record(person.id)]
    assert who == [karen, jon.id]


def test_all_that_happened_at_once_is_one_change_set(store: Store) -> None:
    with store.atomic() as change_set:
        person = add_person(store)
        contact = add_contact(store, person)
        add_promise(store, inquiry_id=contact.id)
    entries = store.audit.of_change_set(change_set)
    assert [entry.kind for entry in entries] == ["person", "inquiry", "followup"]
    assert [entry.seq for entry in entries] == sorted(entry.seq for entry in entries)
    assert store.audit.of_change_set("another") == ()


def test_what_goes_along_with_a_deletion_is_audited_too(store: Store) -> None:
    contact = add_contact(store)
    promise = add_promise(store, inquiry_id=contact.id)
    store.inquiries.delete(contact.id)
    assert newest(store, promise.id).action is Action.DELETE
    assert newest(store, promise.id).change_set == newest(store, contact.id).change_set

    owner = store.organisations.ensure("Vestas")
    place = add_workplace(store, organisation_id=owner.id)
    delete_workplace(store, place.id)
    assert newest(store, owner.id).action is Action.DELETE
    assert newest(store, owner.id).change_set == newest(store, place.id).change_set


def test_a_changed_setting_is_audited_and_can_be_taken_back(store: Store) -> None:
    told = []
    store.subscribe(told.append)
    store.settings.set("lock_minutes", 10)
    store.settings.set("lock_minutes", 10)  # nothing new
    (entry,) = store.audit.of_record(RecordId("lock_minutes"))
    assert (entry.kind, entry.action, entry.fields) == ("setting", Action.CREATE, ("id", "value"))
    assert entry.counsellor_id == store.settings.counsellor_id
    assert [changes.touches("setting") for changes in told] == [True]

    redo = store.undo(entry.change_set)
    assert store.settings.lock_minutes == 5
    store.undo(redo)
    assert store.settings.lock_minutes == 10


def test_forgotten_values_are_gone_but_that_something_happened_remains(store: Store) -> None:
    person = add_person(store, CANARY, phone="20304050")
    store.people.change(replace(person, phone="60708090"))
    other = add_person(store, "Jens Holm")
    kept = store.audit.of_record(other.id)

    store.audit.forget_values(person.id)

    created, updated = store.audit.of_record(person.id)
    assert {created.before, created.after, updated.before, updated.after} == {None}
    assert (created.action, updated.action) == (Action.CREATE, Action.UPDATE)
    assert updated.fields == ("phone",)
    assert created.is_forgotten
    assert updated.is_forgotten
    assert store.audit.of_record(other.id) == kept
    assert not any(entry.is_forgotten for entry in kept)
    trail = store.database.execute("SELECT * FROM audit").fetchall()
    assert "20304050" not in str(trail)
    assert CANARY not in str(trail)


def test_what_was_forgotten_cannot_be_taken_back(store: Store) -> None:
    with store.atomic() as created:
        person = add_person(store, CANARY)
    with store.atomic() as deleted:
        store.people.delete(person.id)
    store.audit.forget_values(person.id)
    for change_set in (created, deleted):
        with pytest.raises(Conflict) as caught:
            store.undo(change_set)
        assert "slettet for altid" in caught.value.message("da")
    assert store.people.count() == 0


def test_a_row_written_by_an_older_release_is_still_read(store: Store) -> None:
    """Fields that came later take their default, and those that went are passed over."""
    person = add_person(store, phone="20304050")
    (entry,) = store.audit.of_record(person.id)
    old = msgspec.json.decode(entry.after or "")
    del old["phone"], old["import_key"]
    decoded = store.people.decode(msgspec.json.encode(old | {"cpr": "gone"}).decode())
    assert decoded == replace(person, phone="")


def test_the_moment_is_that_of_the_stores_clock(store: Store) -> None:
    contact = add_contact(store, day=date(2020, 1, 1))
    (entry,) = store.audit.of_record(contact.id)
    assert entry.at.startswith("2026-11-21T08:")
    assert next_stamp(entry.at) > contact.created_at
