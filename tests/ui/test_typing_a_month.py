"""A month far away is typed instead of clicked to."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.typed_dates import parse_typed_month
from app.ui.pages.period_choice import period_picker
from app.ui.services import Services
from app.ui.widgets.period_picker import PeriodPicker
from app.ui.widgets.periods import PeriodKind, period_around

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    "typed",
    [
        *("2019-09", "2019/9", "9/2019", "09-2019", "9.2019", "9 2019", "9/19"),
        *("sept. 2019", "sep 2019", "September 2019", " september  2019 ", "sept.2019", "sep 19"),
    ],
)
def test_a_month_is_read_as_one_types_it(typed: str) -> None:
    assert parse_typed_month(typed) == date(2019, 9, 1)


@pytest.mark.parametrize(
    "typed",
    ["", "2019", "13/2019", "0/2019", "2019-13", "se 2019", "sept", "1/1/2019", "9/0019", "x 2019"],
)
def test_what_is_no_month_is_not_guessed(typed: str) -> None:
    assert parse_typed_month(typed) is None


def test_months_are_read_in_both_languages() -> None:
    assert parse_typed_month("okt 2019") == parse_typed_month("oct 2019") == date(2019, 10, 1)
    assert parse_typed_month("maj 2019") == parse_typed_month("may 2019") == date(2019, 5, 1)


@pytest.fixture
def picker(qtbot: QtBot, services: Services) -> PeriodPicker:
    picker = period_picker(services)
    qtbot.addWidget(picker)
    with qtbot.waitActive(picker):
        picker.show()
        picker.activateWindow()
    return picker


def enter(qtbot: QtBot, picker: PeriodPicker, text: str) -> None:
    picker.month.setFocus()
    picker.month.selectAll()
    qtbot.keyClicks(picker.month, text)
    qtbot.keyClick(picker.month, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("month", "September 2019"),
        ("quarter", "3. kvartal 2019"),
        ("year", "Januar – september 2019"),
    ],
)
def test_a_typed_month_leads_to_the_period_around_it(
    qtbot: QtBot, picker: PeriodPicker, kind: PeriodKind, title: str
) -> None:
    picker.set_period(kind, *period_around(kind, TODAY))
    told: list[tuple[date, date]] = []
    picker.changed.connect(lambda first, last: told.append((first, last)))
    enter(qtbot, picker, "sept. 2019")
    assert told == [period_around(kind, date(2019, 9, 1))]
    assert picker.month.text() == title
    assert picker.month.selectedText() == title, "the next one can be typed at once"
    text = picker.month.fontMetrics().horizontalAdvance(title)
    assert picker.month.width() > text, "all of it is seen"


def test_what_is_no_month_changes_nothing_and_is_told(qtbot: QtBot, picker: PeriodPicker) -> None:
    told: list[object] = []
    picker.changed.connect(lambda *_: told.append(_))
    enter(qtbot, picker, "sidste sommer")
    assert told == []
    assert picker.is_valid()
    assert picker.month.text() == "November 2026", "what is shown is what is meant"
    assert picker._error.isVisible()
    assert picker._error.text().startswith("»sidste sommer« er ikke en måned.")
    picker.step(-1)
    assert not picker._error.isVisible()
    assert picker.month.text() == "Oktober 2026"
