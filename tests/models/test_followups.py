"""Promises: open until kept, in the order in which they are due."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput, NotFound
from app.models.store import Store
from app.models.types import RecordId
from tests.records import DAY, add_contact, add_person, add_promise

TODAY = date(2026, 11, 21)


def test_open_promises_stand_with_the_longest_due_first(store: Store) -> None:
    later = add_promise(store, TODAY + timedelta(days=7))
    overdue = add_promise(store, TODAY - timedelta(days=3))
    today = add_promise(store, TODAY)
    assert store.followups.open() == (overdue, today, later)
    assert store.followups.open(until=TODAY) == (overdue, today)
    assert store.followups.open(until=TODAY - timedelta(days=4)) == ()


def test_promises_due_on_the_same_day_are_all_there(store: Store) -> None:
    made = tuple(add_promise(store, DAY, text=f"{number}") for number in range(5))
    assert {promise.due_on for promise in store.followups.open()} == {DAY}
    assert set(store.followups.open()) == set(made)


def test_a_kept_promise_stays_with_the_day_it_was_kept(store: Store) -> None:
    promise = add_promise(store)
    kept = store.followups.done(promise.id)
    assert kept.done_on == TODAY
    assert store.followups.open() == ()
    assert store.followups.get(promise.id) == kept


def test_a_kept_promise_can_be_opened_again_by_undo(store: Store) -> None:
    promise = add_promise(store)
    with store.atomic() as change_set:
        store.followups.done(promise.id)
    store.undo(change_set)
    assert store.followups.open() == (promise,)


def test_a_promise_is_put_off(store: Store) -> None:
    promise = add_promise(store, DAY, text="Send pjecen")
    later = store.followups.snooze(promise.id, DAY + timedelta(days=7))
    assert store.followups.open() == (later,)
    assert later == replace(promise, due_on=DAY + timedelta(days=7), changed_at=later.changed_at)


def test_a_kept_promise_keeps_its_due_date_and_its_day(store: Store) -> None:
    """Both are counted in months that are closed by now."""
    kept = store.followups.done(add_promise(store, DAY, text="Ring").id)
    for attempt in (
        lambda: store.followups.snooze(kept.id, TODAY + timedelta(days=7)),
        lambda: store.followups.change(replace(kept, due_on=TODAY)),
    ):
        with pytest.raises(InvalidInput) as caught:
            attempt()
        assert [problem.field for problem in caught.value.problems] == ["due_on"]
        assert "Den er allerede gjort." in caught.value.message("da")
    assert store.followups.get(kept.id) == kept
    long_ago = store.followups.change(replace(kept, done_on=DAY))
    assert store.followups.done(kept.id) == long_ago, "done again is done as it was"

    noted = store.followups.change(replace(long_ago, text="Ring til Lone"))
    assert store.followups.comment(kept.id, "Talt med").text == noted.text == "Ring til Lone"
    store.followups.reopen(kept.id)
    assert store.followups.snooze(kept.id, TODAY).due_on == TODAY


def test_nothing_is_put_off_into_the_past(store: Store) -> None:
    promise = add_promise(store, DAY)
    with pytest.raises(InvalidInput) as caught:
        store.followups.snooze(promise.id, DAY)
    assert "i dag eller senere" in caught.value.message("da")
    assert store.followups.get(promise.id) == promise


def test_the_promises_of_a_contact(store: Store) -> None:
    contact = add_contact(store, add_person(store))
    second = add_promise(store, DAY + timedelta(days=1), inquiry_id=contact.id)
    first = add_promise(store, DAY, inquiry_id=contact.id)
    add_promise(store, DAY)
    store.followups.done(first.id)
    found = store.followups.of_inquiry(contact.id)
    assert [promise.id for promise in found] == [first.id, second.id]


@pytest.mark.parametrize("name", ["done", "delete"])
def test_a_promise_that_is_gone_is_told_as_gone(store: Store, name: str) -> None:
    with pytest.raises(NotFound):
        getattr(store.followups, name)(RecordId("gone"))
    with pytest.raises(NotFound):
        store.followups.snooze(RecordId("gone"), DAY)
