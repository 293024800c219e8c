"""Promises are made about an inquiry, a person, a workplace, a visit or nothing but themselves."""

from datetime import date

import pytest

from app.errors import Conflict, InvalidInput, NotFound
from app.models.plan import PlanStatus, find_planned, read_plan
from app.models.plan_types import ClosingDays, PresenceRule
from app.models.planning import move_visit
from app.models.promise_list import read_promises
from app.models.promises import open_promises
from app.models.promising import make_promise
from app.models.registration import move_to_person
from app.models.store import Store
from app.models.types import FollowUp, RecordId, Workplace
from app.models.visit_ids import visit_id
from tests.records import add_contact, add_person, add_promise, add_rule, add_workplace

TODAY = date(2026, 11, 21)
FRIDAY, NEXT_FRIDAY = date(2026, 11, 27), date(2026, 12, 4)


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


@pytest.fixture
def rule(store: Store, lem: Workplace) -> PresenceRule:
    """Fridays 9.00 to 10.00 since 6 November, without an end."""
    return add_rule(store, lem)


def test_a_promise_belongs_to_all_that_its_inquiry_belongs_to(store: Store, lem: Workplace) -> None:
    lone = add_person(store, phone="20304050")
    contact = add_contact(store, lone, workplace_id=lem.id)
    make_promise(store, FollowUp(due_on=TODAY, text=" Ring ", inquiry_id=contact.id))
    (promise,) = open_promises(store)
    assert promise.followup.text == "Ring"
    assert (promise.person, promise.phone, promise.workplace) == (
        "Lone Bæk",
        "20304050",
        "Vestas i Lem",
    )
    assert (promise.inquiry_on, promise.visit_on) == (contact.date, None)


def test_a_promise_to_a_person_stands_at_their_workplace(store: Store, lem: Workplace) -> None:
    lone = add_person(store, workplace_id=lem.id)
    made = make_promise(store, FollowUp(due_on=TODAY, person_id=lone.id))
    assert store.followups.of_workplace(lem.id) == (made,)


def test_nothing_promised_about_nothing_is_refused(store: Store) -> None:
    with pytest.raises(InvalidInput) as refused:
        make_promise(store, FollowUp(due_on=TODAY, text=" "))
    assert [problem.field for problem in refused.value.problems] == ["text"]
    assert make_promise(store, FollowUp(due_on=TODAY, text="Bestil pjecer")).text


@pytest.mark.parametrize("link", ["inquiry_id", "person_id", "workplace_id", "visit_id"])
def test_what_is_gone_cannot_be_promised_about(store: Store, link: str) -> None:
    with pytest.raises(NotFound):
        make_promise(store, FollowUp(due_on=TODAY, text="Ring", **{link: RecordId("gone")}))


def test_a_visit_of_a_rule_is_stored_with_its_promise_and_goes_with_it(
    store: Store, lem: Workplace, rule: PresenceRule
) -> None:
    friday = visit_id(rule.series_id, FRIDAY)
    before = read_plan(store, FRIDAY, FRIDAY)
    with store.atomic() as change_set:
        made = make_promise(store, FollowUp(due_on=FRIDAY, text="Tag pjecer med", visit_id=friday))
    assert (made.visit_id, made.workplace_id) == (friday, lem.id)
    (promise,) = open_promises(store)
    assert (promise.visit_on, promise.workplace) == (FRIDAY, "Vestas i Lem")
    after = read_plan(store, FRIDAY, FRIDAY)
    assert [(each.start, each.status) for each in after] == [
        (each.start, each.status) for each in before
    ]

    store.undo(change_set)
    assert read_plan(store, FRIDAY, FRIDAY) == before
    assert store.followups.open() == ()


def test_a_skipped_visit_takes_no_promise_that_would_let_it_be_held(
    store: Store, lem: Workplace, rule: PresenceRule
) -> None:
    store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=FRIDAY, last_on=FRIDAY, reason="Lukket")
    )
    friday = visit_id(rule.series_id, FRIDAY)
    with pytest.raises(Conflict):
        make_promise(store, FollowUp(due_on=FRIDAY, text="Ring", visit_id=friday))
    assert find_planned(store, friday).status is PlanStatus.SKIPPED
    assert store.followups.open() == ()


def test_when_the_rule_ends_the_promise_stays_with_the_workplace(
    store: Store, lem: Workplace, rule: PresenceRule
) -> None:
    friday = visit_id(rule.series_id, FRIDAY)
    made = make_promise(store, FollowUp(due_on=FRIDAY, text="Ring", visit_id=friday))
    with store.atomic() as change_set:
        store.visits.delete(friday)
    (left,) = store.followups.of_workplace(lem.id)
    assert (left.id, left.visit_id) == (made.id, None)

    store.undo(change_set)
    assert [each.id for each in store.followups.of_visit(friday)] == [made.id]


def test_a_moved_visit_that_stands_alone_keeps_its_promise(
    store: Store, lem: Workplace, rule: PresenceRule
) -> None:
    moved = move_visit(store, visit_id(rule.series_id, FRIDAY), date(2026, 11, 26))
    make_promise(store, FollowUp(due_on=FRIDAY, text="Ring", visit_id=moved.id))
    alone = store.visits.stand_alone(moved)
    (promise,) = open_promises(store)
    assert (promise.followup.visit_id, promise.visit_on) == (alone.id, date(2026, 11, 26))


def test_what_was_promised_to_somebody_registered_twice_goes_along(store: Store) -> None:
    known, twice = add_person(store), add_person(store, "Lone Baek")
    contact = add_contact(store, twice)
    made = make_promise(store, FollowUp(due_on=TODAY, text="Ring", person_id=twice.id))
    move_to_person(store, contact.id, known.id)
    assert store.people.find(twice.id) is None
    assert [each.id for each in store.followups.of_person(known.id)] == [made.id]


def test_kept_and_deleted_ones_are_found_and_taken_back(store: Store) -> None:
    lone = add_person(store)
    contact = add_contact(store, lone)
    still = add_promise(store, TODAY, text="Står endnu")
    kept = add_promise(store, TODAY, text="Holdt")
    gone = add_promise(store, TODAY, text="Slettet", inquiry_id=contact.id, person_id=lone.id)
    store.followups.done(kept.id)
    store.followups.delete(gone.id)

    found = read_promises(store, 10, 10)
    assert [each.followup.id for each in found.open] == [still.id]
    assert [each.followup.id for each in found.kept] == [kept.id]
    (deleted,) = found.deleted
    assert (deleted.promise.followup, deleted.promise.person) == (gone, "Lone Bæk")
    assert deleted.deleted_on == TODAY
    assert (found.kept_count, found.deleted_count) == (1, 1)

    store.followups.reopen(kept.id)
    back = store.followups.put_back_deleted(gone.id)
    assert (back.text, back.inquiry_id, back.created_at) == ("Slettet", contact.id, gone.created_at)
    found = read_promises(store, 10, 10)
    assert {each.followup.id for each in found.open} == {still.id, kept.id, gone.id}
    assert (found.kept_count, found.deleted_count) == (0, 0)


def test_what_a_deleted_promise_was_about_may_be_gone(store: Store) -> None:
    lone = add_person(store)
    contact = add_contact(store, lone)
    gone = add_promise(store, text="Ring", inquiry_id=contact.id, person_id=lone.id)
    store.inquiries.delete(contact.id)  # with what was promised in it
    back = store.followups.put_back_deleted(gone.id)
    assert (back.inquiry_id, back.person_id) == (None, lone.id)


def test_only_what_was_deleted_is_taken_back(store: Store) -> None:
    there = add_promise(store)
    for record_id in (there.id, RecordId("never")):
        with pytest.raises(NotFound):
            store.followups.put_back_deleted(record_id)


def test_only_the_last_ones_are_read(store: Store) -> None:
    for number in range(5):
        store.followups.delete(add_promise(store, text=f"{number}").id)
        store.followups.done(add_promise(store, text=f"{number}").id)
    found = read_promises(store, 2, 3)
    assert [each.promise.followup.text for each in found.deleted] == ["4", "3", "2"]
    assert (len(found.kept), found.kept_count, found.deleted_count) == (2, 5, 5)
