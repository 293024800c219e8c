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
    protected = protect_request(read_request(store, asked))
    tables = {table.key: table for table in protected.release.tables}

    assert set(tables) >= {"activity", "activity_to_date"}
    assert not [table for table in tables.values() if any(".." in c for c in table.columns)]
    (told,) = (note.da for note in protected.notes if "til dato" in note.da)
    assert told.startswith("Mennesker til dato er ikke delt op: for få i januar 2025 til"), (
        "February, in which nobody came, does not have too few"
    )


def test_unique_persons_who_are_in_no_year_to_date_are_not_said_to_lack_months(
    store: Store,
) -> None:
    """Many come back every month, but only three are new in each: no month of them is split."""
    year = Year(store, 5)
    for number in (1, 2):
        for _ in range(20):
            add_contact(store, None, date(2025, number, 6), workplace_id=year.places[0].id)
        for turn in range(3):
            person = year.people[3 * number + turn]
            add_contact(store, person, date(2025, number, 7), workplace_id=year.places[0].id)
        close_month(store, month(number), anyway=True)
    protected = protect_request(
        read_request(store, Asked(Profile.STEERING, month(2), place(year.places[0].code)))
    )
    (said,) = (note for note in protected.notes if "til dato" in note.da)
    assert said.da == (
        "Unikke personer til dato er ikke delt op: for få i januar 2025 og februar 2025 til at blive delt"
        " op alene."
    )
    assert said.en.startswith("Unique persons to date are not split: too few in January 2025 and")
    assert not [each for each in protected.lacking if each.table == "gender"]
