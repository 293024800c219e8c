"""Registering a contact: person, inquiry and promise together, corrected, moved and taken back."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.errors import Conflict, InvalidInput
from app.models.recognition import find_people, known_person, likely_persons, recent_people
from app.models.registration import (
    InquiryDraft,
    discard_draft,
    draft_of,
    kept_drafts,
    move_to_person,
    read_draft,
    register,
    save_draft,
)
from app.models.store import Store
from app.models.types import AgeBand, ContactKind, Gender, Identity, PromisedChannel, Repeat, Role
from tests.records import DAY, add_contact, add_person, add_workplace

ANONYMOUS = InquiryDraft(date=DAY, time="09:24", reasons=("S01",), advice=("A03",))
KAREN = replace(
    ANONYMOUS,
    identity=Identity.REGISTERED,
    name=" Karen Møller ",
    gender=Gender.WOMAN,
    birth_year=1974,
    phone="12345678",
    follow_up_on=date(2026, 12, 4),
    follow_up_text=" ringe om træning ",
)


def test_an_anonymous_contact_needs_one_reason_and_nothing_else(store: Store) -> None:
    stored = register(store, InquiryDraft(date=DAY, reasons=("S01",)))
    assert stored.person is None
    assert store.inquiries.get(stored.inquiry.id) == stored.inquiry
    assert stored.inquiry.counsellor_id == store.settings.counsellor_id


def test_what_is_missing_is_named_by_its_field_and_nothing_is_stored(store: Store) -> None:
    with pytest.raises(InvalidInput) as caught:
        register(store, InquiryDraft(date=DAY, identity=Identity.REGISTERED, name="  "))
    assert [problem.field for problem in caught.value.problems] == ["name", "reasons"]
    assert store.inquiries.count() == store.people.count() == 0


def test_a_registered_contact_makes_person_inquiry_and_promise_that_go_as_one(
    store: Store,
) -> None:
    stored = register(store, KAREN)
    assert stored.person is not None
    assert stored.follow_up is not None
    assert stored.person.name == "Karen Møller"
    assert stored.inquiry.gender is Gender.NOT_TOLD
    assert stored.follow_up.text == "ringe om træning"
    assert stored.follow_up.person_id == stored.inquiry.person_id == stored.person.id

    store.undo(stored.change_set)
    assert (store.people.count(), store.inquiries.count(), store.followups.count()) == (0, 0, 0)


def test_what_is_told_about_a_known_person_completes_and_never_empties(store: Store) -> None:
    person = add_person(store, "Karen Møller", phone="12345678")
    told = replace(KAREN, person_id=person.id, phone="", birth_year=1974)
    register(store, told)
    known = store.people.get(person.id)
    assert (known.name, known.phone, known.birth_year) == ("Karen Møller", "12345678", 1974)


def test_a_correction_of_the_person_may_empty(store: Store) -> None:
    person = add_person(store, "Karen Møler", phone="99999999", birth_year=1947)
    corrected = replace(
        KAREN, person_id=person.id, correct_person=True, name="Karen Møller", phone=""
    )
    register(store, corrected)
    known = store.people.get(person.id)
    assert (known.name, known.phone, known.birth_year) == ("Karen Møller", "", 1974)


def test_a_stored_inquiry_comes_back_as_the_draft_that_made_it(store: Store) -> None:
    anonymous = replace(ANONYMOUS, age_band=AgeBand.FROM_39, said_returning=True, note="ryg")
    for draft in (anonymous, replace(KAREN, role=Role.MANAGER, minutes=20)):
        stored = register(store, draft)
        again = draft_of(store, stored.inquiry)
        assert again.inquiry_id == stored.inquiry.id
        same = ("reasons", "advice", "gender", "age_band", "said_returning", "note", "birth_year",
                "phone", "role", "minutes", "follow_up_on")  # fmt: skip
        assert [getattr(again, n) for n in same] == [getattr(draft, n) for n in same]


def test_correcting_changes_the_promise_instead_of_adding_one(store: Store) -> None:
    stored = register(store, KAREN)
    draft = draft_of(store, stored.inquiry)
    register(store, replace(draft, follow_up_on=date(2026, 12, 24), reasons=("S01", "S06")))
    (promise,) = store.followups.of_inquiry(stored.inquiry.id)
    assert promise.due_on == date(2026, 12, 24)
    assert store.inquiries.get(stored.inquiry.id).reasons == ("S01", "S06")

    how = {"channel": PromisedChannel.PHONE, "repeat": Repeat.WEEK, "comment": "Ring efter 15"}
    store.followups.change(replace(promise, **how))
    draft = draft_of(store, store.inquiries.get(stored.inquiry.id))
    register(store, replace(draft, follow_up_on=date(2026, 12, 23)))
    kept = store.followups.get(promise.id)
    assert (kept.due_on, kept.channel, kept.repeat, kept.comment) == (
        date(2026, 12, 23),
        *how.values(),
    )

    draft = draft_of(store, store.inquiries.get(stored.inquiry.id))
    register(store, replace(draft, follow_up_on=None))
    assert store.followups.of_inquiry(stored.inquiry.id) == ()


def test_two_corrections_at_once_do_not_overwrite_each_other(store: Store) -> None:
    stored = register(store, ANONYMOUS)
    mine = draft_of(store, stored.inquiry)
    theirs = draft_of(store, stored.inquiry)
    register(store, replace(theirs, note="deres"))
    with pytest.raises(Conflict):
        register(store, replace(mine, note="min"))
    assert store.inquiries.get(stored.inquiry.id).note == "deres"


def test_a_contact_moves_to_the_person_it_was_with_after_all(store: Store) -> None:
    known = add_person(store, "Karen Møller")
    add_contact(store, known, date(2026, 9, 1))
    stored = register(store, KAREN)
    assert store.inquiries.kind_of(stored.inquiry) is ContactKind.FIRST

    with store.atomic() as change_set:
        moved = move_to_person(store, stored.inquiry.id, known.id)
    assert store.inquiries.kind_of(moved) is ContactKind.RETURNING
    assert store.people.count() == 1
    assert store.people.get(known.id).birth_year == 1974
    assert store.followups.of_inquiry(moved.id)[0].person_id == known.id

    store.undo(change_set)
    assert store.people.count() == 2
    assert store.inquiries.get(stored.inquiry.id) == stored.inquiry


def test_a_person_with_other_contacts_stays_when_one_is_moved(store: Store) -> None:
    known = add_person(store, "Karen Møller")
    stored = register(store, KAREN)
    assert stored.person is not None
    add_contact(store, stored.person)
    move_to_person(store, stored.inquiry.id, known.id)
    assert store.people.count() == 2


def test_several_drafts_are_kept_apart_and_saving_forgets_its_own(store: Store) -> None:
    save_draft(store, ANONYMOUS, "first")
    save_draft(store, KAREN, "second")
    save_draft(store, replace(ANONYMOUS, note="mere"), "first")
    assert [kept.id for kept in kept_drafts(store)] == ["second", "first"]
    assert read_draft(store) == replace(ANONYMOUS, note="mere")
    assert read_draft(store, "second") == KAREN

    register(store, KAREN, "second")
    assert [kept.id for kept in kept_drafts(store)] == ["first"]
    discard_draft(store, "first")
    assert read_draft(store) is None


def test_a_draft_survives_a_registration_that_fails(store: Store) -> None:
    save_draft(store, KAREN, "mine")
    with pytest.raises(InvalidInput):
        register(store, replace(KAREN, birth_year=1066), "mine")
    assert read_draft(store, "mine") == KAREN


@pytest.mark.parametrize(
    ("draft", "empty"),
    [
        (InquiryDraft(date=DAY, role=Role.EMPLOYEE), True),
        (InquiryDraft(date=DAY, note="x"), False),
        (InquiryDraft(date=DAY, name="K"), False),
        (InquiryDraft(date=DAY, follow_up_on=DAY), False),
        (InquiryDraft(date=DAY, advice=("A01",)), False),
    ],
)
def test_a_draft_is_empty_until_something_is_typed(draft: InquiryDraft, empty: bool) -> None:
    assert draft.is_empty is empty


def test_a_known_person_comes_with_their_contacts(store: Store) -> None:
    person = add_person(store, "Karen Møller")
    first = add_contact(store, person, date(2026, 9, 1))
    last = add_contact(store, person, date(2026, 9, 12))
    known = known_person(store, person.id)
    assert known is not None
    assert (known.contacts, known.last) == (2, last)
    by_then = known_person(store, person.id, before=last.id)
    assert by_then is not None
    assert (by_then.contacts, by_then.last) == (1, first)
    assert find_people(store, "kar")[0] == known
    assert likely_persons(store, replace(KAREN, name="Karen Møller"))[0] == known
    for contact in (first, last):
        store.inquiries.delete(contact.id)
    store.people.delete(person.id)
    assert known_person(store, person.id) is None


def test_the_persons_seen_last_are_those_of_the_workplace(store: Store) -> None:
    lem, arla = add_workplace(store, "LEM"), add_workplace(store, "ARLA")
    for number, place in enumerate((lem, arla, lem)):
        person = add_person(store, f"Person {number}")
        add_contact(store, person, date(2026, 9, number + 1), workplace_id=place.id)
    assert [k.person.name for k in recent_people(store, lem.id)] == ["Person 2", "Person 0"]
    assert [k.person.name for k in recent_people(store, None, limit=1)] == ["Person 2"]
