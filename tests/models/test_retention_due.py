"""What has been kept longer than the municipality decided is listed; nothing else, and no sooner."""

from datetime import date, timedelta

import pytest

from app.models.case_types import ReferralState, RetentionSubject
from app.models.retention_due import PERSONAL_KINDS, Due, count_due, due_list
from app.models.store import Store
from tests.records import add_contact, add_person, add_promise, add_referral
from tests.stores import NOW

PERSON, NOTE, FOLLOWUP, REFERRAL, HISTORY = RetentionSubject
TODAY = NOW.date()
OVER, NOT_YET = date(2025, 11, 21), date(2025, 11, 22)
"""With twelve months, and today 21 November 2026."""


@pytest.fixture(autouse=True)
def a_year(store: Store) -> None:
    """Twelve months for everything but the history."""
    for subject in (PERSON, NOTE, FOLLOWUP, REFERRAL):
        store.retention_periods.set(subject, 12, "Arkivloven", date(2026, 1, 1))


def found(store: Store, subject: RetentionSubject) -> list[Due]:
    return [due for due in due_list(store) if due.subject is subject]


def test_nothing_is_due_without_a_period(store: Store) -> None:
    add_contact(store, add_person(store), date(2000, 1, 1), note="gammel")
    for period in store.retention_periods.all():
        store.retention_periods.delete(period.id)
    assert due_list(store) == ()


def test_a_period_of_the_future_makes_nothing_due(store: Store) -> None:
    add_contact(store, add_person(store), OVER + timedelta(days=100))
    store.retention_periods.set(PERSON, 1, "Ny lov", TODAY + timedelta(days=1))
    assert due_list(store) == ()


def test_a_person_is_due_months_after_the_last_contact(store: Store) -> None:
    old, back = add_person(store, "Lone Bæk"), add_person(store, "Bo Holm")
    for person in (old, back):
        add_contact(store, person, OVER - timedelta(days=300))
        add_contact(store, person, OVER)
    add_contact(store, back, NOT_YET)
    (due,) = found(store, PERSON)
    assert (due.record_id, due.person, due.since, due.until) == (old.id, "Lone Bæk", OVER, TODAY)


def test_whoever_is_still_waited_for_is_not_due(store: Store) -> None:
    waiting = {}
    for what in ("promise", "promise of a talk", "referral", "referral of a talk", "nothing"):
        person = add_person(store, what)
        waiting[what] = person, add_contact(store, person, OVER)
    add_promise(store, person_id=waiting["promise"][0].id)
    add_promise(store, inquiry_id=waiting["promise of a talk"][1].id)
    for state, whose in (
        (ReferralState.SUGGESTED, {"person_id": waiting["referral"][0].id}),
        (ReferralState.STARTED, {"inquiry_id": waiting["referral of a talk"][1].id}),
    ):
        add_referral(store, state=state, **whose)
    for state in (ReferralState.COMPLETED, ReferralState.STOPPED, ReferralState.DECLINED):
        add_referral(store, state=state, reason="Rask", person_id=waiting["nothing"][0].id)
    assert [due.person for due in found(store, PERSON)] == ["nothing"]


def test_somebody_without_contacts_counts_from_the_day_of_entry(store: Store) -> None:
    person = add_person(store)
    assert found(store, PERSON) == []
    store.database.execute("UPDATE person SET created_at = '2025-11-21T08:00:00.000Z'")
    assert [due.record_id for due in found(store, PERSON)] == [person.id]


def test_notes_are_due_months_after_the_contact(store: Store) -> None:
    lone = add_person(store)
    add_contact(store, lone, OVER)
    add_contact(store, lone, NOT_YET, note="endnu ikke")
    theirs = add_contact(store, lone, OVER, note="Lones")
    nobodys = add_contact(store, None, OVER - timedelta(days=1), note="anonym")
    assert [(due.record_id, due.person) for due in found(store, NOTE)] == [
        (nobodys.id, ""),
        (theirs.id, "Lone Bæk"),
    ]


def test_promises_are_due_months_after_they_were_kept(store: Store) -> None:
    talk = add_contact(store, add_person(store), TODAY)
    add_promise(store, OVER, text="åben", inquiry_id=talk.id)
    add_promise(store, OVER, done_on=OVER)
    add_promise(store, OVER, text="for nylig", done_on=NOT_YET)
    kept = add_promise(store, OVER, text="Ring", done_on=OVER, inquiry_id=talk.id)
    told = add_promise(store, OVER, comment="Ringet", done_on=OVER)
    assert {(due.record_id, due.person) for due in found(store, FOLLOWUP)} == {
        (kept.id, "Lone Bæk"),
        (told.id, ""),
    }


def test_referrals_are_due_months_after_they_ended(store: Store) -> None:
    person = add_person(store)
    add_contact(store, person, TODAY)

    def referred(state: ReferralState, day: date, **more: str) -> str:
        made = add_referral(store, person_id=person.id, state=state, suggested_on=day, **more)
        return made.id

    referred(ReferralState.STARTED, OVER, note="i gang")
    referred(ReferralState.COMPLETED, NOT_YET, note="ny")
    referred(ReferralState.COMPLETED, OVER)
    due = [
        referred(ReferralState.COMPLETED, OVER, outcome_words="God"),
        referred(ReferralState.DECLINED, OVER, reason="Nej tak"),
    ]
    assert sorted(each.record_id for each in found(store, REFERRAL)) == sorted(due)


def test_old_values_of_the_trail_are_one_line(store: Store) -> None:
    for name in ("Lone Bæk", "Bo Holm"):
        add_person(store, name)
    add_contact(store, None, TODAY)
    period = store.retention_periods.set(HISTORY, 24, "Arkivloven", date(2026, 1, 1))
    assert found(store, HISTORY) == []
    store.database.execute("UPDATE audit SET at = '2024-11-20T23:30:00.000Z' WHERE kind = 'person'")
    (due,) = found(store, HISTORY)
    # Half past midnight in Denmark: the day that is over today.
    assert (due.record_id, due.count, due.since) == (period.id, 2, date(2024, 11, 21))
    store.database.execute("UPDATE audit SET at = '2024-11-21T23:30:00.000Z' WHERE kind = 'person'")
    assert found(store, HISTORY) == []


def test_nobody_is_never_due(store: Store) -> None:
    person = add_person(store, "(slettet)")
    add_contact(store, person, OVER, note="")
    assert count_due(store) == 0


def test_the_list_is_in_order_and_counted(store: Store) -> None:
    lone = add_person(store)
    add_contact(store, lone, OVER, note="a")
    add_contact(store, None, OVER - timedelta(days=3), note="b")
    dues = due_list(store)
    assert [(due.subject, due.since) for due in dues] == [
        (PERSON, OVER),
        (NOTE, OVER - timedelta(days=3)),
        (NOTE, OVER),
    ]
    assert count_due(store) == 3
    assert dues[0].key == f"person:{lone.id}"


def test_the_kinds_whose_trail_is_personal_are_kinds_of_the_store(store: Store) -> None:
    assert set(PERSONAL_KINDS) < set(store.repositories)
