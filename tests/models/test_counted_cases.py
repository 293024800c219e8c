"""The referrals of a month: all of which anything lies in it, found by its days."""

from datetime import date

import pytest

from app.models.case_types import ReferralState
from app.models.counted_cases import concerned_by, read_counted_referrals
from app.models.periods import Period
from app.models.store import Store
from tests.query_plans import plan_of
from tests.records import add_contact, add_person, add_referral, add_workplace

OCTOBER = Period.month(date(2026, 10, 1))
BEFORE, WITHIN, AFTER = date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 1)


@pytest.mark.parametrize(
    ("suggested", "session", "state", "found"),
    [
        (WITHIN, AFTER, AFTER, True),
        (BEFORE, WITHIN, AFTER, True),
        (BEFORE, BEFORE, WITHIN, True),
        (WITHIN, WITHIN, WITHIN, True),
        (BEFORE, BEFORE, AFTER, False),
        (BEFORE, AFTER, AFTER, False),
        (BEFORE, BEFORE, BEFORE, False),
    ],
)
def test_one_day_in_the_month_is_enough_and_three_are_no_more(
    store: Store, suggested: date, session: date, state: date, found: bool
) -> None:
    made = add_referral(
        store,
        add_contact(store, add_person(store), BEFORE),
        suggested_on=suggested,
        sessions=(session,),
        state=ReferralState.COMPLETED,
        state_on=state,
    )
    read = read_counted_referrals(store, OCTOBER, None)
    assert [one.id for one in read] == ([made.id] if found else [])


def test_chosen_workplaces_are_those_of_the_inquiries(store: Store) -> None:
    lem, ribe = (add_workplace(store, code) for code in ("LEM", "RIBE"))
    person = add_person(store)
    at_lem = add_referral(
        store, add_contact(store, person, BEFORE, workplace_id=lem.id), suggested_on=WITHIN
    )
    nowhere = add_referral(store, add_contact(store, person, BEFORE), suggested_on=WITHIN)
    read = read_counted_referrals(store, OCTOBER, [lem.id])
    assert [one.id for one in read] == [at_lem.id]
    assert read_counted_referrals(store, OCTOBER, [ribe.id]) == []
    concerned = concerned_by(store, [at_lem.id, nowhere.id])
    assert concerned == {at_lem.id: ("LEM", person.id), nowhere.id: ("", person.id)}


def test_a_month_is_found_without_reading_all_years(store: Store) -> None:
    plan = plan_of(store, lambda: read_counted_referrals(store, OCTOBER, None))
    for index in ("referral_suggested", "referral_state", "referral_session_held"):
        assert f"{index} (" in plan
    assert "SCAN r" not in plan
