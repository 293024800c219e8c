"""Code words: somebody who gives no name is recognised when they come back, and stays anonymous."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput
from app.models.periods import Period
from app.models.registration import InquiryDraft, Registered, draft_of, register
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import Identity
from tests.records import DAY, add_person

MONTH = Period.month(DAY)


def talk(store: Store, word: str, day: date = DAY, **more: Any) -> Registered:
    return register(store, InquiryDraft(date=day, code_word=word, reasons=("P01",), **more))


def test_a_code_word_is_found_again_however_it_is_spelt(store: Store) -> None:
    talk(store, "Blå  cykel", date(2026, 11, 3))
    talk(store, "blaa CYKEL", date(2026, 11, 12))
    talk(store, "gul stol")
    (found,) = store.aliases.search("cyk")
    assert (found.word, found.contacts, found.last) == ("Blå cykel", 2, date(2026, 11, 12))
    assert [known.word for known in store.aliases.search("blå cy")] == ["Blå cykel"]
    assert store.aliases.search("") == store.aliases.search("rød") == ()
    assert store.aliases.count() == 2


def test_they_stay_anonymous_and_are_shown_as_having_been_here(store: Store) -> None:
    first = talk(store, "blå cykel", date(2026, 11, 3))
    again = talk(store, "blå cykel")
    assert not first.inquiry.said_returning
    assert again.inquiry.said_returning
    figures = tally(store, MONTH)
    assert (figures.contacts.anonymous, figures.contacts.all) == (2, 2)
    assert (figures.said_returning, figures.persons_seen) == (1, 0)


def test_an_earlier_talk_that_is_entered_later_has_not_been_here_before(store: Store) -> None:
    talk(store, "blå cykel")
    assert not talk(store, "blå cykel", date(2026, 10, 1)).inquiry.said_returning


def test_undoing_the_only_talk_forgets_the_word(store: Store) -> None:
    done = talk(store, "blå cykel")
    inverse = store.undo(done.change_set)
    assert store.aliases.count() == 0
    store.undo(inverse)
    assert [known.contacts for known in store.aliases.search("blå")] == [1]


def test_a_word_that_nobody_has_any_more_goes_and_comes_back_with_undo(store: Store) -> None:
    done = talk(store, "blå cykel")
    with store.atomic() as change_set:
        store.inquiries.delete(done.inquiry.id)
    assert store.aliases.count() == 0
    store.undo(change_set)
    assert store.inquiries.get(done.inquiry.id).alias_id == done.inquiry.alias_id
    assert [alias.word for alias in store.aliases.all()] == ["blå cykel"]


def test_correcting_keeps_the_word_or_changes_it(store: Store) -> None:
    done = talk(store, "blå cykel")
    draft = draft_of(store, store.inquiries.get(done.inquiry.id))
    assert draft.code_word == "blå cykel"
    assert not draft.is_empty
    again = register(store, draft)
    assert again.inquiry.alias_id == done.inquiry.alias_id
    assert not again.inquiry.said_returning
    other = register(store, draft_with(store, again, "gul stol"))
    assert [alias.word for alias in store.aliases.all()] == ["gul stol"]
    assert register(store, draft_with(store, other, "")).inquiry.alias_id is None
    assert store.aliases.count() == 0


def draft_with(store: Store, stored: Registered, word: str) -> InquiryDraft:
    draft = draft_of(store, store.inquiries.get(stored.inquiry.id))
    return replace(draft, code_word=word)


def test_a_registered_person_needs_no_word(store: Store) -> None:
    lone = add_person(store)
    stored = talk(store, "blå cykel", identity=Identity.REGISTERED, person_id=lone.id)
    assert stored.inquiry.alias_id is None
    assert store.aliases.count() == 0


@pytest.mark.parametrize("word", ["***", "x" * 41])
def test_a_word_that_cannot_be_one_is_refused(store: Store, word: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        talk(store, word)
    assert [problem.field for problem in caught.value.problems] == ["code_word"]
    assert store.inquiries.count() == 0
