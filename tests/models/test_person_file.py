"""A person's file has all that is theirs, and nothing that is somebody else's."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import NotFound
from app.models.changes import Action
from app.models.erasure import erase_person
from app.models.inquiry_details import read_details
from app.models.inquiry_drafts import InquiryDraft, draft_of, save_draft
from app.models.mentions import mentions_of
from app.models.person_file import PersonFile, read_file, read_person
from app.models.recognition import known_person
from app.models.registration import register
from app.models.store import Store
from app.models.types import AgeBand, ContactKind, Gender, Identity, Person, RecordId
from app.paths import Paths
from tests.records import DAY, add_contact, add_person, add_promise, add_referral, add_workplace


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data")


@pytest.fixture
def lone(store: Store) -> Person:
    lem = add_workplace(store, "VESTAS-LE", "Vestas i Lem")
    person = add_person(
        store, "Lone Bæk", gender=Gender.WOMAN, phone="20304050", workplace_id=lem.id
    )
    first = add_contact(store, person, date(2026, 10, 1), "09:00", workplace_id=lem.id, note="Ryg")
    add_contact(store, person, DAY, reasons=("S01",))
    add_promise(store, inquiry_id=first.id, person_id=person.id, text="Ring")
    done = add_promise(store, person_id=person.id, text="Send link")
    store.followups.done(done.id)
    add_referral(store, first, provider="Coachhuset", outcome_words="Sover igen")
    return store.people.change(replace(person, birth_year=1974))


def file_of(store: Store, paths: Paths, person: Person) -> PersonFile:
    return read_file(store, paths, person.id)


def test_the_page_reads_the_newest_contact_first(store: Store, lone: Person) -> None:
    details = read_person(store, lone.id)
    assert details is not None
    assert [each.kind for each in details.contacts] == [ContactKind.RETURNING, ContactKind.FIRST]
    promised = [(each.followup.text, each.followup.done_on is None) for each in details.promises]
    assert sorted(promised) == [("Ring", True), ("Send link", False)]
    assert details.workplace is not None
    assert details.workplace.name == "Vestas i Lem"
    assert [line.fields for line in details.history] == [("birth_year",), ()]


def test_a_person_who_is_not_there_has_neither_page_nor_file(store: Store, paths: Paths) -> None:
    assert read_person(store, RecordId("nobody")) is None
    with pytest.raises(NotFound):
        read_file(store, paths, RecordId("nobody"))


def test_the_file_holds_contacts_promises_and_changes(
    store: Store, paths: Paths, lone: Person
) -> None:
    file = file_of(store, paths, lone)
    assert [each.inquiry.note for each in file.contacts] == ["Ryg", ""]
    assert {each.text for each in file.followups} == {"Ring", "Send link"}
    assert [each.outcome_words for each in file.referrals] == ["Sover igen"]
    assert "referral" in {change.kind for change in file.changes}
    corrected = [change for change in file.changes if change.kind == "person"][-1]
    assert (corrected.action, corrected.counsellor) == (Action.UPDATE, "KM")
    (field,) = corrected.fields
    assert (field.field, field.before, field.after) == ("birth_year", None, 1974)
    assert [change.at for change in file.changes] == sorted(change.at for change in file.changes)


def test_what_was_deleted_is_still_stored_and_is_shown(
    store: Store, paths: Paths, lone: Person
) -> None:
    doomed = add_contact(store, lone, DAY, note="Fortrød at komme")
    store.inquiries.delete(doomed.id)
    (deleted,) = [c for c in file_of(store, paths, lone).changes if c.action is Action.DELETE]
    assert "Fortrød at komme" in [field.before for field in deleted.fields]


def test_drafts_are_shown_to_whom_they_certainly_concern(
    store: Store, paths: Paths, lone: Person
) -> None:
    shared = {"date": DAY, "identity": Identity.REGISTERED}
    hers = InquiryDraft(**shared, person_id=lone.id, name="Lone Bæk", note="hendes")  # type: ignore[arg-type]
    someones = InquiryDraft(**shared, name="Lone Bæk", note="måske en andens")  # type: ignore[arg-type]
    save_draft(store, hers, "1")
    save_draft(store, someones, "2")
    assert [draft.note for draft in file_of(store, paths, lone).drafts] == ["hendes"]


def test_the_file_shows_nothing_of_a_namesake_who_was_deleted(
    store: Store, paths: Paths, lone: Person
) -> None:
    namesake = register(
        store,
        InquiryDraft(
            date=DAY,
            identity=Identity.REGISTERED,
            name="Lone Bæk",
            note="en anden Lone",
            reasons=("P01",),
        ),
    )
    store.undo(namesake.change_set)
    assert "en anden Lone" not in repr(file_of(store, paths, lone))


def test_a_registration_that_was_taken_back_is_hers_when_the_number_says_so(
    store: Store, paths: Paths, lone: Person
) -> None:
    undone = register(
        store,
        InquiryDraft(
            date=DAY,
            identity=Identity.REGISTERED,
            name="Lone Bæk",
            phone="+45 20 30 40 50",
            note="taget tilbage",
            reasons=("P01",),
        ),
    )
    store.undo(undone.change_set)
    assert "taget tilbage" in repr(file_of(store, paths, lone))


def test_a_contact_that_was_moved_to_another_is_not_shown(
    store: Store, paths: Paths, lone: Person
) -> None:
    moved = add_contact(store, lone, DAY, note="en andens sag")
    other = add_person(store, "Kurt Bo")
    store.inquiries.change(replace(moved, person_id=other.id))
    assert "en andens sag" not in repr(file_of(store, paths, lone))


def test_texts_about_others_that_name_the_person_are_found(store: Store, lone: Person) -> None:
    other = add_person(store, "Kurt Bo")
    named = add_contact(store, other, DAY, note="Arbejder sammen med Lone Bæks hold")
    numbered = add_promise(store, text="Ring 20 30 40 50")
    commented = add_promise(store, text="Ring", comment="Lone Bæk tog telefonen")
    add_contact(store, other, DAY, note="Bor ved en bæk, kender en anden Lone-Marie")
    found = {(each.kind, each.record_id) for each in mentions_of(store, lone)}
    promises = {("followup", numbered.id), ("followup", commented.id)}
    assert {("inquiry", named.id), *promises} <= found
    assert all(kind in ("inquiry", "followup") for kind, _ in found)


def test_of_an_erased_person_only_counted_contacts_are_left(
    store: Store, paths: Paths, lone: Person
) -> None:
    contact = store.inquiries.of_person(lone.id)[0]
    erase_person(store, paths, lone.id)
    nobody = store.inquiries.get(contact.id).person_id
    assert nobody is not None
    assert read_person(store, nobody) is None
    assert known_person(store, nobody) is None

    details = read_details(store, contact.id)
    assert details is not None
    assert details.person is not None
    assert details.person.birth_year is None, "the stand-in year is nobody's"
    assert (details.gender, details.age_band) == (Gender.NOT_TOLD, AgeBand.NOT_TOLD)
    draft = draft_of(store, store.inquiries.get(contact.id))
    assert draft.of_erased
    assert (draft.birth_year, draft.gender, draft.phone) == (None, Gender.NOT_TOLD, "")
