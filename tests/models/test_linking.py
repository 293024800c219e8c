"""An anonymous contact gets its person later, with consent; the figures follow, and back again."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.errors import Conflict, UserError
from app.models.linking import link_code_word, link_contact, unlink_contact
from app.models.periods import Period
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import AgeBand, Channel, ContactKind, Gender, Identity, Inquiry
from tests.records import DAY, add_contact, add_person, add_promise

EARLIER = date(2026, 11, 3)
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def anonymous(store: Store, day: date = EARLIER) -> Inquiry:
    return add_contact(
        store,
        None,
        day,
        "10:00",
        gender=Gender.WOMAN,
        age_band=AgeBand.FROM_49,
        said_returning=True,
        note="Ryggen",
    )


def stamped(record: Inquiry, like: Inquiry) -> Inquiry:
    return replace(record, changed_at=like.changed_at)


def test_a_linked_contact_is_counted_as_registered(store: Store) -> None:
    lone = add_person(store, gender=Gender.WOMAN, birth_year=1990)
    later = add_contact(store, lone, DAY)
    told = anonymous(store)
    linked = link_contact(store, told.id, lone.id, DAY)
    assert (linked.identity, linked.person_id) == (Identity.REGISTERED, lone.id)
    assert store.inquiries.kind_of(linked) is ContactKind.FIRST
    assert store.inquiries.kind_of(later) is ContactKind.RETURNING
    figures = tally(store, YEAR)
    assert (figures.contacts.anonymous, figures.contacts.all, figures.said_returning) == (0, 2, 0)
    assert figures.persons.age[AgeBand.FROM_29] == 1, "the person's own age counts"


def test_unlinking_gives_back_exactly_what_was_told(store: Store) -> None:
    lone, told = add_person(store), anonymous(store)
    before = tally(store, YEAR)
    link_contact(store, told.id, lone.id, DAY)
    unlinked = unlink_contact(store, told.id)
    assert stamped(unlinked, told) == told
    assert tally(store, YEAR) == before
    assert store.linked_contacts.count() == 0


def test_promises_of_the_contact_follow_it(store: Store) -> None:
    lone, told = add_person(store), anonymous(store)
    promise = add_promise(store, inquiry_id=told.id)
    link_contact(store, told.id, lone.id, DAY)
    assert store.followups.get(promise.id).person_id == lone.id
    unlink_contact(store, told.id)
    assert store.followups.get(promise.id).person_id is None


def test_all_contacts_with_a_code_word_are_linked_at_once(store: Store) -> None:
    lone = add_person(store)
    draft = InquiryDraft(date=EARLIER, code_word="blå cykel", reasons=("P01",))
    first = register(store, draft).inquiry
    second = register(store, replace(draft, date=DAY)).inquiry
    link_contact(store, first.id, lone.id, DAY)
    assert first.alias_id is not None
    (linked,) = link_code_word(store, first.alias_id, lone.id, DAY)
    assert linked.id == second.id
    assert len(store.inquiries.of_person(lone.id)) == 2
    unlink_contact(store, second.id)
    assert stamped(store.inquiries.get(second.id), second) == second


def test_linking_is_undone_and_redone(store: Store) -> None:
    lone, told = add_person(store), anonymous(store)
    with store.atomic() as change_set:
        link_contact(store, told.id, lone.id, EARLIER)
    inverse = store.undo(change_set)
    assert (store.inquiries.get(told.id), store.linked_contacts.count()) == (told, 0)
    store.undo(inverse)
    link = store.linked_contacts.of_inquiry(told.id)
    assert link is not None
    assert (link.person_id, link.consent_on, link.gender) == (lone.id, EARLIER, Gender.WOMAN)


def test_deleting_a_linked_contact_is_undone_with_its_link(store: Store) -> None:
    lone, told = add_person(store), anonymous(store)
    link_contact(store, told.id, lone.id, DAY)
    with store.atomic() as change_set:
        store.inquiries.delete(told.id)
    assert store.linked_contacts.count() == 0
    store.undo(change_set)
    assert stamped(unlink_contact(store, told.id), told) == told


def test_a_contact_that_gets_another_person_is_no_longer_linked(store: Store) -> None:
    lone, bo, told = add_person(store), add_person(store, "Bo Holm"), anonymous(store)
    linked = link_contact(store, told.id, lone.id, DAY)
    store.inquiries.change(replace(linked, person_id=bo.id))
    with pytest.raises(Conflict):
        unlink_contact(store, told.id)


def test_what_cannot_be_linked_says_why(store: Store) -> None:
    lone, told = add_person(store), anonymous(store)
    with pytest.raises(UserError) as future:
        link_contact(store, told.id, lone.id, date(2027, 1, 1))
    assert future.value.why.da == "Samtykket ligger i fremtiden."
    with pytest.raises(UserError) as early:
        link_contact(store, told.id, lone.id, date(2026, 11, 2))
    assert early.value.why.da == "Samtykket ligger før henvendelsen, som er fra 03-11-2026."
    registered = add_contact(store, lone)
    with pytest.raises(Conflict) as known:
        link_contact(store, registered.id, lone.id, DAY)
    assert known.value.why.da == "Den er registreret allerede."
    with pytest.raises(Conflict):
        unlink_contact(store, registered.id)
    assert store.inquiries.get(told.id) == told


def test_a_phone_call_without_a_workplace_becomes_a_person_too(store: Store) -> None:
    call = add_contact(store, None, channel=Channel.PHONE)
    linked = link_contact(store, call.id, add_person(store).id, DAY)
    assert store.inquiries.kind_of(linked) is ContactKind.FIRST
    assert store.inquiries.kind_of(unlink_contact(store, call.id)) is ContactKind.PHONE_NO_WORKPLACE
