"""No CPR number is taken into promises, referrals, offers, names and legal bases."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput
from app.models.registration import InquiryDraft, require_minimum
from app.models.store import Store
from app.models.types import ContactRole, WorkplaceContact
from tests.one_of_each import KINDS
from tests.records import add_person, add_promise, add_referral, add_workplace

TYPED = "Anna, 010190-1234"

FIELDS = [
    ("followup", "text"),
    ("followup", "comment"),
    ("referral", "provider"),
    ("referral", "reason"),
    ("referral", "outcome_words"),
    ("referral", "note"),
    ("offer", "provider"),
    ("offer", "phone"),
    ("offer", "note"),
    ("organisation", "name"),
    ("workplace", "name"),
    ("retention_period", "legal_basis"),
]


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_a_cpr_number_is_refused_in_what_is_new_and_in_what_is_corrected(
    store: Store, kind: str, field: str
) -> None:
    record, _ = KINDS[kind](store)
    repository = store.repositories[kind]
    with pytest.raises(InvalidInput) as caught:
        repository.add(replace(record, **{field: TYPED}))
    assert [problem.field for problem in caught.value.problems] == [field]
    stored = repository.add(record)
    with pytest.raises(InvalidInput) as caught:
        repository.change(replace(stored, **{field: TYPED}))
    (problem,) = caught.value.problems
    assert problem.text.da.startswith("Der står noget, der ligner et CPR-nummer.")
    assert "1234" not in caught.value.message("da"), "the message does not repeat it"
    assert repository.get(stored.id) == stored


def test_the_name_of_a_contact_is_guarded_too(store: Store) -> None:
    contact = WorkplaceContact(role=ContactRole.HR, name=TYPED)
    with pytest.raises(InvalidInput) as caught:
        add_workplace(store, contacts=(contact,))
    assert [problem.field for problem in caught.value.problems] == ["contacts.0.name"]


def test_one_that_was_stored_before_does_not_hinder_the_rest(store: Store) -> None:
    promise = add_promise(store, text="Ring")
    store.database.execute("UPDATE followup SET text = ?", (TYPED,))
    assert store.followups.done(promise.id).done_on is not None
    made = add_referral(store, person_id=add_person(store).id)
    store.database.execute("UPDATE referral SET note = ?", (TYPED,))
    assert store.referrals.hold_session(made.id).sessions
    with pytest.raises(InvalidInput):
        store.followups.comment(promise.id, TYPED)


def test_what_is_promised_while_registering_is_refused_before_anything_is_stored() -> None:
    draft = InquiryDraft(date=date(2026, 11, 20), reasons=("P01",), follow_up_text=TYPED)
    require_minimum(draft)
    with pytest.raises(InvalidInput) as caught:
        require_minimum(replace(draft, follow_up_on=date(2026, 11, 27)))
    assert [problem.field for problem in caught.value.problems] == ["follow_up_text"]
