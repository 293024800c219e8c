"""Which periods a report tells of: no zeros that read as if nobody had come."""

from datetime import date

from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request
from app.export.outside.scopes import place
from app.models.month_closing import close_month
from app.models.store import Store
from tests.export.outside.project import Year, month
from tests.records import add_contact


def test_a_year_to_date_of_empty_months_is_left_out_where_others_had_too_few(store: Store) -> None:
    """Three came in January, nobody in February: February's zeros alone would say "nobody"."""
    year = Year(store, 5)
    small = year.places[1]
    for number in range(20):
        add_contact(store, year.people[number], date(2025, 1, 6), workplace_id=year.places[0].id)
        add_contact(store, year.people[number], date(2025, 2, 6), workplace_id=year.places[0].id)
    for number in range(20, 23):
        add_contact(store, year.people[number], date(2025, 1, 7), workplace_id=small.id)
    for number in (1, 2):
        close_month(store, month(number), anyway=True)

    asked = Asked(Profile.STEERING, month(2), place(small.code))
    tables = {
        table.key: table for table in protect_request(read_request(store, asked)).release.tables
    }

    assert set(tables) >= {"activity", "activity_to_date"}
    assert not [table for table in tables.values() if any(".." in c for c in table.columns)]
