"""Whether the presence is worth it: what came of it on each shift and weekday, and how sure."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.models.periods import Period
from app.models.store import Store
from app.models.types import Shift, Visit, VisitStatus, Workplace
from app.models.worth import PresenceWorth, presence_worth
from tests.records import add_contact, add_workplace
from tests.stores import new_store

NOVEMBER = Period.month(date(2026, 11, 1))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


def held(
    store: Store, place: Workplace, day: date, contacts: int, shift: Shift = Shift.NONE
) -> Visit:
    """Store a visit of two hours to which so many came."""
    visit = store.visits.add(
        Visit(
            workplace_id=place.id,
            counsellor_id=store.settings.counsellor_id,
            date=day,
            status=VisitStatus.HELD,
            shift=shift,
            started_at=f"{day}T08:00:00.000Z",
            ended_at=f"{day}T10:00:00.000Z",
        )
    )
    for _ in range(contacts):
        add_contact(store, day=day, workplace_id=place.id, visit_id=visit.id)
    return visit


def test_a_project_without_visits_has_no_lines(store: Store, lem: Workplace) -> None:
    assert presence_worth(store, NOVEMBER) == ()


def test_visits_are_put_together_by_shift_and_weekday(store: Store, lem: Workplace) -> None:
    held(store, lem, date(2026, 11, 3), 3, Shift.DAY)
    held(store, lem, date(2026, 11, 17), 0, Shift.DAY)
    assert presence_worth(store, NOVEMBER) == (
        PresenceWorth(
            workplace_id=lem.id,
            code="LEM",
            workplace="Vestas i Lem",
            shift=Shift.DAY,
            weekday=2,
            visits=2,
            zero_visits=1,
            minutes=240,
            contacts=3,
            per_100_hours=75,
            low=15,
            high=219,
        ),
    )


def test_two_shifts_and_two_weekdays_are_looked_at_apart(store: Store, lem: Workplace) -> None:
    for day, shift in ((3, Shift.NIGHT), (3, Shift.DAY), (3, Shift.NONE), (8, Shift.DAY)):
        held(store, lem, date(2026, 11, day), 1, shift)
    lines = [(line.shift, line.weekday) for line in presence_worth(store, NOVEMBER)]
    assert lines == [(Shift.NONE, 2), (Shift.DAY, 2), (Shift.DAY, 7), (Shift.NIGHT, 2)]


def test_workplaces_stand_by_code_and_other_months_do_not_count(
    store: Store, lem: Workplace
) -> None:
    held(store, lem, date(2026, 11, 30), 0)
    held(store, add_workplace(store, "ARLA"), date(2026, 11, 1), 0)
    held(store, lem, date(2026, 12, 1), 5)
    found = presence_worth(store, NOVEMBER)
    assert [(line.code, line.contacts) for line in found] == [("ARLA", 0), ("LEM", 0)]


def test_a_visit_that_took_no_time_has_no_rate_to_be_sure_of(store: Store, lem: Workplace) -> None:
    store.visits.end(store.visits.start(lem.id).id)
    (line,) = presence_worth(store, NOVEMBER)
    assert (line.visits, line.per_100_hours, line.low, line.high) == (1, 0, None, None)
