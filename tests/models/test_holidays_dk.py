"""The carried holidays are those of the ``holidays`` library, in every year of the file."""

from datetime import date

from holidays.constants import OPTIONAL, PUBLIC
from holidays.countries.denmark import Denmark

from app.models.holidays_dk import Holiday, HolidayKind, danish_holidays, holidays_between
from app.texts import Text

YEARS = range(2000, 2100)


def test_the_file_equals_the_library() -> None:
    expected: dict[date, Holiday] = {}
    for category, kind in ((OPTIONAL, HolidayKind.CUSTOMARY), (PUBLIC, HolidayKind.PUBLIC)):
        danish = Denmark(years=YEARS, language="da", categories=category)
        english = Denmark(years=YEARS, language="en_US", categories=category)
        for day, name in danish.items():
            expected[day] = Holiday(day, kind, Text(name, english[day]))
    assert dict(danish_holidays()) == expected
    assert {day.year for day in expected} == set(YEARS)


def test_the_holidays_of_a_year_with_their_danish_names() -> None:
    found = holidays_between(date(2026, 12, 24), date(2027, 1, 1))
    assert [(f"{each.day:%d-%m}", each.kind.value, each.name.da) for each in found] == [
        ("24-12", "customary", "Juleaftensdag"),
        ("25-12", "public", "Juledag"),
        ("26-12", "public", "Anden juledag"),
        ("31-12", "customary", "Nytårsaften"),
        ("01-01", "public", "Nytårsdag"),
    ]


def test_store_bededag_was_a_holiday_until_2023() -> None:
    names = {day: holiday.name.da for day, holiday in danish_holidays().items()}
    assert names[date(2023, 5, 5)] == "Store bededag"
    assert names.get(date(2024, 4, 26)) is None


def test_both_ends_belong_to_a_stretch() -> None:
    day = date(2026, 12, 25)
    assert [each.day for each in holidays_between(day, day)] == [day]
    assert holidays_between(date(2026, 11, 1), date(2026, 11, 30)) == ()
