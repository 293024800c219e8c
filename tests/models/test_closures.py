"""Which days are closed, why, and where a visit could go instead."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.closures import Closure, Closures, read_closures
from app.models.plan_types import ClosingDays
from app.models.store import Store
from app.models.types import RecordId, Workplace
from app.texts import Text
from tests.records import add_workplace

CHRISTMAS_EVE, CHRISTMAS, SECOND = date(2026, 12, 24), date(2026, 12, 25), date(2026, 12, 26)
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM")


def named(closure: Closure | None) -> str:
    return "open" if closure is None else closure.name.da


@pytest.mark.parametrize(
    ("holidays", "kinds", "names"),
    [
        ("skip", "public", ["open", "Juledag"]),
        ("skip", "customary", ["Juleaftensdag", "Juledag"]),
        ("move", "public", ["open", "Juledag"]),
        ("keep", "customary", ["open", "open"]),
    ],
)
def test_the_project_chooses_what_holidays_mean(
    store: Store, lem: Workplace, holidays: str, kinds: str, names: list[str]
) -> None:
    store.settings.set("holidays", holidays)
    store.settings.set("holiday_kinds", kinds)
    closures = read_closures(store, FIRST, LAST)
    assert [named(closures.on(day, lem.id)) for day in (CHRISTMAS_EVE, CHRISTMAS)] == names


def test_closing_days_count_for_their_workplace_and_holidays_for_all(
    store: Store, lem: Workplace
) -> None:
    aero = add_workplace(store, "AERO")
    for place, day, reason in (
        (lem.id, date(2026, 12, 7), "Lageropgørelse"),
        (aero.id, date(2026, 12, 8), ""),
        (None, date(2026, 12, 9), "Temadag"),
    ):
        store.closing_days.add(
            ClosingDays(workplace_id=place, first_on=day, last_on=day, reason=reason)
        )
    closures = read_closures(store, FIRST, LAST)
    days = [date(2026, 12, day) for day in (7, 8, 9, 10)]
    assert [named(closures.on(day, lem.id)) for day in days] == [
        "Lageropgørelse",
        "open",
        "Temadag",
        "open",
    ]
    assert [named(closures.on(day, aero.id)) for day in days] == [
        "open",
        "Lukkedag",
        "Temadag",
        "open",
    ]
    assert [(each.day.day, each.holiday) for each in closures.everywhere() if each.day <= LAST] == [
        (9, False),
        (25, True),
        (26, True),
    ]


def test_days_that_began_before_the_stretch_are_known_in_it(store: Store, lem: Workplace) -> None:
    store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=date(2026, 11, 20), last_on=date(2026, 12, 2))
    )
    closures = read_closures(store, FIRST, FIRST)
    assert named(closures.on(FIRST, lem.id)) == "Lukkedag"
    assert named(closures.on(date(2026, 12, 3), lem.id)) == "open"


def test_a_proposal_passes_weekends_holidays_and_closing_days(store: Store, lem: Workplace) -> None:
    store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=date(2026, 12, 28), last_on=date(2026, 12, 30))
    )
    # The month after the stretch is known too.
    closures = read_closures(store, CHRISTMAS, CHRISTMAS)
    assert closures.next_open_day(CHRISTMAS, lem.id) == date(2026, 12, 31)
    assert closures.next_open_day(CHRISTMAS, RecordId("elsewhere")) == date(2026, 12, 28)


def test_where_all_is_closed_for_a_month_nothing_is_proposed(store: Store, lem: Workplace) -> None:
    store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=date(2027, 6, 1), last_on=date(2027, 8, 31))
    )
    closures = read_closures(store, date(2027, 7, 1), date(2027, 7, 1))
    assert closures.next_open_day(date(2027, 7, 1), lem.id) is None


@given(
    closed=st.sets(st.integers(0, 40)),
    everywhere=st.sets(st.integers(0, 40)),
    start=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
)
def test_what_is_proposed_is_the_first_open_weekday(
    closed: set[int], everywhere: set[int], start: date
) -> None:
    lem = RecordId("lem")

    def days(offsets: set[int]) -> dict[date, Closure]:
        shut = [start + timedelta(days=offset) for offset in offsets]
        return {day: Closure(day, Text("x", "x"), holiday=False) for day in shut}

    found = Closures({None: days(everywhere), lem: days(closed)}).next_open_day(start, lem)
    open_days = [
        day
        for offset in range(1, 32)
        if (day := start + timedelta(days=offset)).isoweekday() <= 5
        and offset not in closed | everywhere
    ]
    assert found == (open_days[0] if open_days else None)


def test_the_last_days_there_are_can_be_asked_for(store: Store, lem: Workplace) -> None:
    assert read_closures(store, date.max, date.max).on(date.max, lem.id) is None
