"""A promise that repeats: kept, it is due again in its rhythm, and never in the past."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app.models.promise_list import EVERYTHING, deleted_promises
from app.models.promise_rhythm import next_due
from app.models.store import Store
from app.models.types import PromisedChannel, Repeat
from tests.records import add_contact, add_person, add_promise

TODAY = date(2026, 11, 21)
DATES = st.dates(date(2020, 1, 1), date(2035, 12, 31))
RHYTHMS = st.sampled_from([repeat for repeat in Repeat if repeat is not Repeat.NEVER])


@pytest.mark.parametrize(
    ("due", "repeat", "expected"),
    [
        (date(2026, 11, 20), Repeat.WEEK, date(2026, 11, 27)),
        (date(2026, 11, 27), Repeat.WEEK, date(2026, 12, 4)),  # kept early: the rhythm stays
        (date(2026, 11, 6), Repeat.WEEK, date(2026, 11, 27)),  # two were missed
        (date(2026, 11, 7), Repeat.FORTNIGHT, date(2026, 12, 5)),  # due today once more
        (date(2026, 10, 31), Repeat.MONTH, date(2026, 11, 30)),
        (date(2025, 11, 30), Repeat.QUARTER, date(2026, 11, 30)),
        (date(2026, 11, 30), Repeat.QUARTER, date(2027, 2, 28)),
        (date(2026, 12, 15), Repeat.MONTH, date(2027, 1, 15)),
    ],
)
def test_the_next_one_follows_from_the_due_date(due: date, repeat: Repeat, expected: date) -> None:
    assert next_due(due, repeat, TODAY) == expected


def test_what_does_not_repeat_is_not_due_again() -> None:
    assert next_due(TODAY, Repeat.NEVER, TODAY) is None


@given(due=DATES, repeat=RHYTHMS, today=DATES)
def test_the_next_one_is_never_in_the_past_and_no_later_than_one_turn(
    due: date, repeat: Repeat, today: date
) -> None:
    again = next_due(due, repeat, today)
    longest = {Repeat.WEEK: 7, Repeat.FORTNIGHT: 14, Repeat.MONTH: 31, Repeat.QUARTER: 92}
    assert again is not None
    assert max(today, due) < again <= max(today, due) + timedelta(days=longest[repeat])
    if repeat in (Repeat.WEEK, Repeat.FORTNIGHT):
        assert (again - due).days % longest[repeat] == 0


def test_done_makes_the_next_one_with_everything_but_the_comment(store: Store) -> None:
    contact = add_contact(store, add_person(store))
    weekly = add_promise(
        store,
        date(2026, 11, 16),
        text="Ring om søvnen",
        channel=PromisedChannel.PHONE,
        repeat=Repeat.WEEK,
        comment="Sover lidt bedre",
        inquiry_id=contact.id,
        person_id=contact.person_id,
    )

    with store.atomic() as change_set:
        kept = store.followups.done(weekly.id)

    assert (kept.done_on, kept.comment) == (TODAY, "Sover lidt bedre")
    (again,) = store.followups.open()
    stamps = {name: getattr(again, name) for name in ("id", "created_at", "changed_at")}
    assert again == replace(weekly, due_on=date(2026, 11, 23), comment="", **stamps)

    store.undo(change_set)
    assert store.followups.open() == (weekly,)


def test_one_that_is_taken_back_from_the_kept_ones_does_not_come_twice(store: Store) -> None:
    weekly = add_promise(store, TODAY, repeat=Repeat.WEEK)
    store.followups.done(weekly.id)

    store.followups.reopen(weekly.id)
    assert [each.due_on for each in store.followups.open()] == [TODAY, date(2026, 11, 28)]

    store.followups.done(weekly.id)
    assert [each.due_on for each in store.followups.open()] == [date(2026, 11, 28)]


def test_the_next_one_that_is_taken_back_with_the_last_was_deleted_by_nobody(store: Store) -> None:
    promise = add_promise(store, text="Ring til HR", repeat=Repeat.WEEK)
    with store.atomic() as change_set:
        store.followups.done(promise.id)
    store.undo(change_set)
    (left,) = store.followups.open()
    assert (left.id, left.text) == (promise.id, "Ring til HR")
    assert deleted_promises(store, EVERYTHING) == ()
    store.followups.delete(promise.id)
    assert [each.promise.followup.id for each in deleted_promises(store, EVERYTHING)] == [
        promise.id
    ]
