"""Closing days are kept for one workplace or for all of them."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.errors import Conflict, InvalidInput
from app.models.plan_types import ClosingDays
from app.models.store import Store
from app.models.types import Workplace
from tests.records import add_workplace


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM")


def closed(
    store: Store, place: Workplace | None, first: date, last: date, reason: str = ""
) -> ClosingDays:
    owner = place.id if place else None
    return store.closing_days.add(
        ClosingDays(workplace_id=owner, first_on=first, last_on=last, reason=reason)
    )


def test_closing_days_are_found_by_any_of_their_days(store: Store, lem: Workplace) -> None:
    july = closed(store, lem, date(2027, 7, 5), date(2027, 7, 25), "Sommerferie")
    one_day = closed(store, None, date(2027, 6, 4), date(2027, 6, 4))
    between = store.closing_days.between
    assert between(date(2027, 1, 1), date(2027, 12, 31)) == (one_day, july)
    assert between(date(2027, 7, 25), date(2027, 7, 25)) == (july,)
    assert between(date(2027, 7, 1), date(2027, 7, 5)) == (july,)
    assert between(date(2027, 7, 10), date(2027, 7, 11)) == (july,)
    assert between(date(2027, 6, 5), date(2027, 7, 4)) == ()
    assert between(date(2027, 7, 26), date(2027, 8, 31)) == ()


def test_a_workplace_has_its_own_and_those_of_all(store: Store, lem: Workplace) -> None:
    every = closed(store, None, date(2027, 6, 4), date(2027, 6, 4))
    mine = closed(store, lem, date(2027, 5, 7), date(2027, 5, 7))
    closed(store, add_workplace(store, "AERO"), date(2027, 5, 7), date(2027, 5, 7))
    assert store.closing_days.of_workplace(lem.id) == (mine, every)


def test_closing_days_do_not_end_before_they_begin(store: Store, lem: Workplace) -> None:
    days = closed(store, lem, date(2027, 5, 7), date(2027, 5, 7))
    with pytest.raises(InvalidInput) as refused:
        store.closing_days.change(replace(days, last_on=date(2027, 5, 6)))
    assert refused.value.problems[0].field == "last_on"


def test_a_workplace_with_closing_days_is_not_deleted_unseen(store: Store, lem: Workplace) -> None:
    days = closed(store, lem, date(2027, 5, 7), date(2027, 5, 7))
    with pytest.raises(Conflict):
        store.workplaces.delete(lem.id)
    store.closing_days.delete(days.id)
    store.workplaces.delete(lem.id)
