"""What a person agreed to: with its day, given and withdrawn, and in the history."""

from datetime import date

import pytest

from app.errors import InvalidInput
from app.models.consent import Consent, agreed_on, set_consent
from app.models.inquiry_details import history_of
from app.models.registration import InquiryDraft, move_to_person, register
from app.models.store import Store
from app.models.types import Identity
from tests.records import add_person

TODAY = date(2026, 11, 21)
YESTERDAY = date(2026, 11, 20)
EVERY = pytest.mark.parametrize("consent", Consent)


def draft(day: date = TODAY, **more: object) -> InquiryDraft:
    values = {"name": "Lone Bæk", "identity": Identity.REGISTERED, "reasons": ("P01",)}
    return InquiryDraft(date=day, **values | more)  # type: ignore[arg-type]


@EVERY
def test_consent_is_given_withdrawn_and_taken_back(store: Store, consent: Consent) -> None:
    lone = add_person(store)
    given = set_consent(store, lone.id, consent, YESTERDAY)
    assert agreed_on(given, consent) == YESTERDAY
    with store.atomic() as change_set:
        set_consent(store, lone.id, consent, None)
    assert agreed_on(store.people.get(lone.id), consent) is None
    store.undo(change_set)
    assert agreed_on(store.people.get(lone.id), consent) == YESTERDAY
    fields = [line.fields for line in history_of(store, lone.id)]
    assert fields == [(consent.value,)] * 3 + [()]


@EVERY
def test_nobody_agrees_tomorrow(store: Store, consent: Consent) -> None:
    lone = add_person(store)
    with pytest.raises(InvalidInput) as refused:
        set_consent(store, lone.id, consent, date(2026, 11, 22))
    assert [problem.field for problem in refused.value.problems] == [consent.value]


def test_who_is_registered_agreed_on_the_day_of_the_talk_and_only_to_that(store: Store) -> None:
    person = register(store, draft(YESTERDAY)).person
    assert person is not None
    assert (person.consent_on, person.evaluator_consent_on) == (YESTERDAY, None)


def test_what_a_new_person_says_is_stored(store: Store) -> None:
    person = register(store, draft(consent=False, evaluator_consent=True)).person
    assert person is not None
    assert (person.consent_on, person.evaluator_consent_on) == (None, TODAY)


def test_a_talk_with_a_known_person_changes_no_consent(store: Store) -> None:
    lone = add_person(store, evaluator_consent_on=YESTERDAY)
    known = register(store, draft(person_id=lone.id)).person
    assert known is not None
    assert (known.consent_on, known.evaluator_consent_on) == (None, YESTERDAY)


def test_what_somebody_registered_twice_agreed_to_goes_along(store: Store) -> None:
    known = add_person(store, consent_on=date(2026, 9, 1))
    twice = register(store, draft(evaluator_consent=True)).inquiry
    move_to_person(store, twice.id, known.id)
    joined = store.people.get(known.id)
    assert (joined.consent_on, joined.evaluator_consent_on) == (date(2026, 9, 1), TODAY)
