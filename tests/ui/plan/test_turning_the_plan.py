"""Turning the plan to other days, weeks and months, by key and mouse."""

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.models import planning
from app.models.periods import Period
from app.models.plan_types import PresenceRule
from app.models.store import Store
from app.models.types import RecordId, Workplace
from app.models.visit_ids import visit_id
from app.ui.pages.plan.shown import Shown
from app.ui.pages.plan.target import ShowDay
from app.ui.widgets.week_grid_buttons import DayButton
from app.ui.widgets.week_grid_view import GridView
from tests.ui.plan.conftest import FRIDAY, MONDAY, TODAY, AddRule, Open, Press, names


def test_keys_turn_the_pages_over_the_end_of_a_long_year(
    fridays: PresenceRule, opened: Open, press: Press
) -> None:
    page = opened()
    press(page, *[Qt.Key.Key_PageDown] * 6)
    assert page.controls.title.text() == "Uge 53, 2026"
    press(page, Qt.Key.Key_PageDown)
    assert page.controls.title.text() == "Uge 1, 2027"
    press(page, Qt.Key.Key_PageUp)
    assert page.controls.title.text() == "Uge 53, 2026"
    press(page, Qt.Key.Key_T)
    assert page.controls.title.text() == "Uge 47, 2026"


def test_a_key_that_is_typed_into_a_field_turns_nothing(
    fridays: PresenceRule, opened: Open, press: Press
) -> None:
    page = opened()
    page.controls.place.setFocus()
    press(page, Qt.Key.Key_PageDown, "t")
    assert page.controls.title.text() == "Uge 47, 2026"
    assert page.controls.place.text() == "t"


def test_day_and_month_are_chosen_by_key_and_mouse(
    fridays: PresenceRule, opened: Open, press: Press, qtbot: QtBot
) -> None:
    page = opened()
    place = page.controls.mode.mapTo(page, QPoint())
    page.controls.mode.focus()
    press(page, Qt.Key.Key_3)
    assert page.controls.title.text() == "November 2026"
    month = [visit.day.day for visit in page.data.visits]
    assert month == [30, 6, 13, 20, 27, 4], "whole weeks around the month"

    of_friday = next(each for each in page.grid.findChildren(DayButton) if each.day.day == FRIDAY)
    qtbot.mouseClick(of_friday, Qt.MouseButton.LeftButton)
    assert page.controls.title.text() == "Fre 20-11-2026"
    (said,) = names(page)
    assert said.startswith("Vestas i Lem, fredag 20. november 09.00 til 10.00, kantinen, planlagt")
    assert said.endswith(", hverken holdt eller aflyst"), "today is the day after"
    assert page.controls.mode.mapTo(page, QPoint()) == place, "what chooses stays where it is"
    press(page, Qt.Key.Key_PageDown)
    assert page.controls.title.text() == "Lør 21-11-2026"
    assert names(page) == []


def test_a_month_is_turned_from_its_last_day(
    fridays: PresenceRule, opened: Open, press: Press
) -> None:
    page = opened()
    page.open(ShowDay(date(2027, 1, 31)))
    page.controls.mode.focus()
    press(page, Qt.Key.Key_3, Qt.Key.Key_PageDown)
    assert page.controls.title.text() == "Februar 2027"


def test_a_month_is_left_for_one_in_whose_weeks_today_stands_too() -> None:
    today = date(2026, 11, 30)
    december = Shown("month", today).stepped(1, today)
    assert december.holds(today)
    assert december.period == Period.month(date(2026, 12, 1))
    assert december.stepped(-1, today) == Shown("month", today)


def test_a_weekend_has_columns_only_where_something_stands_on_it_or_it_is_today(
    store: Store, fridays: PresenceRule, lem: Workplace, opened: Open, press: Press
) -> None:
    page = opened()

    def headings() -> list[str]:
        shown = [each for each in page.grid.findChildren(DayButton) if each.isVisible()]
        return [each.day.label for each in shown]

    assert headings() == ["Man 16", "Tir 17", "Ons 18", "Tor 19", "Fre 20", "Lør 21", "Søn 22"]
    view = page.grid.findChild(GridView)
    assert view is not None
    assert view.horizontalScrollBar().maximum() == 0, "all of them are in sight"
    press(page, Qt.Key.Key_PageDown)
    focused = page.window().focusWidget()
    assert isinstance(focused, DayButton), "from one heading to another, without choosing a visit"
    assert focused.day.day == FRIDAY + timedelta(days=7)
    assert headings() == ["Man 23", "Tir 24", "Ons 25", "Tor 26", "Fre 27"]
    saturday = TODAY + timedelta(days=7)
    planning.plan_visit(store, workplace_id=lem.id, day=saturday, time="10:00", minutes=60)
    assert headings()[5:] == ["Lør 28", "Søn 29"]


def test_the_focus_goes_to_the_days_when_other_weeks_close_the_form_that_had_it(
    mondays: PresenceRule, friday: RecordId, opened: Open, press: Press
) -> None:
    page = opened()
    page.grid.focus_item(friday)
    press(page, Qt.Key.Key_V)
    assert page.side.form is not None
    assert page.side.holds_focus()
    press(page, Qt.Key.Key_PageDown)
    assert page.side.form is None
    focused = page.window().focusWidget()
    assert isinstance(focused, DayButton)
    assert focused.day.day == MONDAY + timedelta(days=7)


def test_a_day_is_that_of_the_chosen_visit_or_the_first_of_a_week_further_on(
    fridays: PresenceRule, friday: RecordId, opened: Open, press: Press
) -> None:
    page = opened()
    page.grid.focus_item(friday)
    page.controls.mode.focus()
    press(page, Qt.Key.Key_1)
    assert page.controls.title.text() == "Fre 20-11-2026"
    press(page, Qt.Key.Key_T, Qt.Key.Key_2, Qt.Key.Key_PageDown, Qt.Key.Key_1)
    assert page.controls.title.text() == "Man 23-11-2026"


def test_a_night_visit_reaches_into_the_next_day(
    lem: Workplace, add_rule: AddRule, opened: Open, press: Press
) -> None:
    night = add_rule(lem, 4, "23:00", "Vagtstuen", minutes=120)
    page = opened()
    page.open(ShowDay(FRIDAY))
    page.controls.mode.focus()
    press(page, Qt.Key.Key_1)
    button = page.grid.item_button(visit_id(night.series_id, FRIDAY - timedelta(days=1)))
    assert button is not None, "it is still there on Friday at half past midnight"
    assert "torsdag 19. november 23.00 til 01.00" in button.accessibleName()


def test_tab_comes_back_to_the_heading_that_it_left(
    fridays: PresenceRule, opened: Open, press: Press
) -> None:
    page = opened()
    heading = page.window().focusWidget()
    assert isinstance(heading, DayButton)
    press(page, Qt.Key.Key_Tab)
    assert not page.grid.isAncestorOf(page.window().focusWidget())
    press(page, Qt.Key.Key_Backtab)
    assert page.window().focusWidget() is heading
    press(page, Qt.Key.Key_Backtab)
    assert page.controls.isAncestorOf(page.window().focusWidget())
