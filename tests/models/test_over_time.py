"""The contacts of the last weeks and months."""

from datetime import date

from app.models.over_time import last_weeks, twelve_months
from app.models.store import Store
from tests.records import add_contact, add_workplace


def contact(store: Store, day: str, **more: object) -> None:
    add_contact(store, date=date.fromisoformat(day), **more)


def test_the_year_line_ends_with_its_month_and_keeps_empty_months(store: Store) -> None:
    contact(store, "2025-12-31", workplace_id=add_workplace(store, "LEM").id)
    contact(store, "2026-11-30")
    contact(store, "2025-11-30")
    months = dict(twelve_months(store, date(2026, 11, 21)))
    assert next(iter(months)) == "2025-12"
    assert list(months)[-1] == "2026-11"
    assert (months["2025-12"], months["2026-11"], sum(months.values())) == (1, 1, 2)
    assert sum(dict(twelve_months(store, date(2026, 11, 21), ["LEM"])).values()) == 1


def test_weeks_cross_the_year_by_their_iso_number(store: Store) -> None:
    contact(store, "2026-12-31")
    contact(store, "2027-01-03")
    contact(store, "2027-01-04")
    weeks = last_weeks(store, date(2027, 1, 6), 3)
    assert [tuple(week) for week in weeks] == [(2026, 52, 0), (2026, 53, 2), (2027, 1, 1)]
