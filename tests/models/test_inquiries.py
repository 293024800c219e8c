"""Which contact is a person's first is derived: by date, time and order of entry."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.errors import InvalidInput
from app.models.store import Store
from app.models.types import Channel, ContactKind, Identity, Inquiry, Person
from tests.records import DAY, add_contact, add_person, add_promise, add_workplace, new_contact
from tests.stores import StoreMould

FIRST, RETURNING = ContactKind.FIRST, ContactKind.RETURNING


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> StoreMould:
    return StoreMould(tmp_path_factory.mktemp("mould"))


@pytest.fixture
def lone(store: Store) -> Person:
    return add_person(store, "Lone Bæk")


def kinds(store: Store, person: Person) -> list[tuple[int, ContactKind]]:
    """Return entry number and kind of a person's contacts, in the order in which they count."""
    return [(i.seq, store.inquiries.kind_of(i)) for i in store.inquiries.of_person(person.id)]


def test_a_contact_is_of_exactly_one_kind(store: Store, lone: Person) -> None:
    place = add_workplace(store)
    phone = Channel.PHONE
    made = {
        FIRST: add_contact(store, lone, channel=phone),
        RETURNING: add_contact(store, lone),
        ContactKind.PHONE_NO_WORKPLACE: add_contact(store, channel=phone),
        ContactKind.ANONYMOUS: add_contact(store, channel=phone, workplace_id=place.id),
    }
    assert {kind: store.inquiries.kind_of(contact) for kind, contact in made.items()} == {
        kind: kind for kind in ContactKind
    }
    # Who says that they have been here before is still anonymous.
    said = add_contact(store, said_returning=True)
    assert store.inquiries.kind_of(said) is ContactKind.ANONYMOUS


def test_order_is_by_date_then_time_then_entry(store: Store, lone: Person) -> None:
    late = add_contact(store, lone, DAY, "14:00")
    early = add_contact(store, lone, DAY, "09:00")
    same_minute = add_contact(store, lone, DAY, "09:00")
    day_before = add_contact(store, lone, DAY - timedelta(days=1), "23:59")
    no_time = add_contact(store, lone, DAY)
    order = [i.seq for i in store.inquiries.of_person(lone.id)]
    assert order == [day_before.seq, no_time.seq, early.seq, same_minute.seq, late.seq]
    assert kinds(store, lone)[0] == (day_before.seq, FIRST)
    assert {kind for _, kind in kinds(store, lone)[1:]} == {RETURNING}


def test_deleting_the_first_makes_the_next_one_first_and_undo_gives_it_back(
    store: Store, lone: Person
) -> None:
    first = add_contact(store, lone, DAY, "09:00")
    second = add_contact(store, lone, DAY, "10:00")
    with store.atomic() as change_set:
        store.inquiries.delete(first.id)
    assert kinds(store, lone) == [(second.seq, FIRST)]
    store.undo(change_set)
    assert kinds(store, lone) == [(first.seq, FIRST), (second.seq, RETURNING)]


def test_correcting_a_date_a_time_or_a_person_moves_what_is_first(
    store: Store, lone: Person
) -> None:
    first = add_contact(store, lone, DAY, "09:00")
    second = add_contact(store, lone, DAY, "10:00")

    later = store.inquiries.change(replace(first, time="11:00"))
    assert kinds(store, lone) == [(second.seq, FIRST), (first.seq, RETURNING)]

    earlier = store.inquiries.change(replace(later, date=DAY - timedelta(days=400)))
    assert kinds(store, lone) == [(first.seq, FIRST), (second.seq, RETURNING)]

    jens = add_person(store, "Jens Holm")
    store.inquiries.change(replace(earlier, person_id=jens.id))
    assert kinds(store, lone) == [(second.seq, FIRST)]
    assert kinds(store, jens) == [(first.seq, FIRST)]

    other = store.inquiries.get(second.id)
    anonymous = replace(other, identity=Identity.ANONYMOUS, person_id=None)
    store.inquiries.change(anonymous)
    assert kinds(store, lone) == []
    assert store.inquiries.kind_of(anonymous) is ContactKind.ANONYMOUS


def test_at_the_same_minute_the_first_entered_counts_first_also_after_undo(
    store: Store, lone: Person
) -> None:
    first = add_contact(store, lone, DAY, "09:00")
    second = add_contact(store, lone, DAY, "09:00")
    assert first.seq < second.seq
    with store.atomic() as change_set:
        store.inquiries.delete(first.id)
    third = add_contact(store, lone, DAY, "09:00")
    assert third.seq > second.seq  # a number is never given twice
    store.undo(change_set)
    assert store.inquiries.get(first.id) == first
    assert [seq for seq, _ in kinds(store, lone)] == [first.seq, second.seq, third.seq]
    assert kinds(store, lone)[0] == (first.seq, FIRST)


def test_the_number_of_the_last_contact_is_not_given_again_after_it_was_deleted(
    store: Store,
) -> None:
    deleted = store.inquiries.delete(add_contact(store).id)
    assert add_contact(store).seq > deleted.seq


CONTACTS = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 2), st.sampled_from(["", "09:00", "09:01"])),
    min_size=1,
    max_size=12,
)


@given(CONTACTS, st.data())
def test_kinds_agree_with_a_plain_reading_after_any_corrections(
    mould: StoreMould, contacts: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    with mould.copy() as store:
        people = [add_person(store, name) for name in ("Lone", "Jens", "Bo")]
        for whose, day, time in contacts:
            add_contact(store, people[whose], DAY + timedelta(days=day), time)
        for seq in data.draw(st.sets(st.integers(1, len(contacts)), max_size=4)):
            (row,) = store.inquiries.rows([seq])
            if data.draw(st.booleans()):
                store.inquiries.delete(row.id)
            else:
                change = replace(store.inquiries.get(row.id), date=DAY - timedelta(days=seq))
                store.inquiries.change(replace(change, person_id=people[seq % 3].id))

        for person in people:
            left = store.inquiries.of_person(person.id)
            assert list(left) == sorted(left, key=lambda i: (i.date, i.time, i.seq))
            expected = [FIRST] + [RETURNING] * (len(left) - 1) if left else []
            assert [store.inquiries.kind_of(contact) for contact in left] == expected


def test_promises_go_with_their_contact(store: Store, lone: Person) -> None:
    contact, other = add_contact(store, lone), add_contact(store, lone)
    promise = add_promise(store, inquiry_id=contact.id)
    kept = add_promise(store, inquiry_id=other.id)
    with store.atomic() as change_set:
        store.inquiries.delete(contact.id)
    assert store.followups.open() == (kept,)
    store.undo(change_set)
    assert set(store.followups.open()) == {promise, kept}


def test_codes_keep_the_order_in_which_they_were_chosen(store: Store) -> None:
    contact = add_contact(store, reasons=("S01", "P01", "F01"), advice=("A02", "A01"))
    assert store.inquiries.get(contact.id).reasons == ("S01", "P01", "F01")
    turned = store.inquiries.change(replace(contact, reasons=("F01", "S01")))
    assert store.inquiries.get(contact.id) == turned
    assert turned.reasons == ("F01", "S01")


def test_a_retired_code_still_stands_on_what_was_recorded(store: Store) -> None:
    contact = add_contact(store, reasons=("P01",))
    store.taxonomy.retire("reason", "P01", date(2026, 1, 1))
    store.inquiries.change(replace(contact, note="Rettet"))
    assert store.inquiries.get(contact.id).reasons == ("P01",)


@pytest.mark.parametrize("time", ["9:00", "24:00", "12:60", "12.30", "0900", "١٢:٠٠"])
def test_a_time_is_hours_and_minutes(store: Store, time: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        add_contact(store, time=time)
    assert [problem.field for problem in caught.value.problems] == ["time"]


def test_a_registered_contact_has_a_person_and_an_anonymous_one_has_none(
    store: Store, lone: Person
) -> None:
    wrong = [
        new_contact(store, lone, identity=Identity.ANONYMOUS),
        new_contact(store, None, identity=Identity.REGISTERED),
        new_contact(store, lone, said_returning=True),
        new_contact(store, lone, age_band="19-28"),
    ]
    for contact in wrong:
        with pytest.raises(InvalidInput):
            store.inquiries.add(contact)
    assert store.inquiries.count() == 0


def test_the_newest_is_the_one_entered_last(store: Store) -> None:
    assert store.inquiries.newest() is None
    add_contact(store, day=DAY)
    last = add_contact(store, day=DAY - timedelta(days=30))
    assert store.inquiries.newest() == last


def test_an_imported_contact_is_not_the_newest_while_one_was_entered_by_hand(store: Store) -> None:
    early, late = (
        add_contact(store, day=DAY - timedelta(days=days), time="10:00") for days in (31, 30)
    )
    for number, contact in enumerate((late, early)):
        store.imported_rows.remember(f"{number:064x}", "inquiry", contact.id)
    assert store.inquiries.newest() == late
    entered = add_contact(store, day=DAY - timedelta(days=400))
    imported = add_contact(store, day=DAY)
    store.imported_rows.remember("f" * 64, "inquiry", imported.id)
    assert store.inquiries.newest() == entered


def test_the_contacts_of_a_visit_stand_in_order(store: Store) -> None:
    visit = store.visits.start(add_workplace(store).id)
    late = add_contact(store, time="10:00", visit_id=visit.id)
    early = add_contact(store, time="09:00", visit_id=visit.id)
    add_contact(store, time="09:30")
    assert store.inquiries.of_visit(visit.id) == (early, late)


def test_an_inquiry_without_a_number_is_not_stored_yet() -> None:
    assert Inquiry(date=DAY, counsellor_id="x").seq == 0  # type: ignore[arg-type]
