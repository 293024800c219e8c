"""The week grid as a person meets it: seen, read aloud, walked through with the keys."""

import time
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.palette import LIGHT
from app.ui.widgets.week_grid import GridDay, GridItem, WeekGrid
from app.ui.widgets.week_grid_view import GridView
from tests.keyboard import focused
from tests.screens import audits
from tests.screens.grid_examples import FRIDAY, MONDAY, MONTH, WEEK, day, visit, week_items


@pytest.fixture
def grid(qapp: QApplication, qtbot: QtBot) -> Iterator[WeekGrid]:
    theme.apply(qapp, "light")
    window = QWidget()
    column = QVBoxLayout(window)
    made = WeekGrid("Fremmødeplan")
    for part in (QPushButton("Uge"), made, QPushButton("Nyt fremmøde")):
        column.addWidget(part, 1 if part is made else 0)
    qtbot.addWidget(window)
    window.resize(860, 760)
    show_week(made)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    theme.apply(qapp, "light")


def show_week(grid: WeekGrid, *items: GridItem) -> None:
    grid.show_days("week", WEEK, items or week_items(), today=FRIDAY, now=9 * 60 + 24)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key)


def key_of_focus() -> str:
    return focused().item.key  # type: ignore[attr-defined]


def spoken(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_every_visit_is_a_button_that_says_what_it_is(grid: WeekGrid) -> None:
    for item in week_items():
        button = grid.item_button(item.key)
        assert button is not None
        assert spoken(button).startswith(item.spoken)
        assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.Button
        assert min(button.width(), button.height()) >= audits.MIN_TARGET
    clash = grid.item_button("gpv")
    assert clash is not None
    assert spoken(clash).endswith("samtidig med Fjordparken"), "the warning is not only an icon"
    assert "Kantinen" in clash.toolTip()


def test_tab_enters_the_grid_once_between_its_neighbours(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.window().findChildren(QPushButton)[0].setFocus()
    stops = audits.tab_stops(grid)
    assert len(stops) == 3
    assert grid.isAncestorOf(stops[1])
    grid.item_button("lem").setFocus()  # type: ignore[union-attr]
    assert [grid.isAncestorOf(stop) for stop in audits.tab_stops(grid)] == [True, False, False]


def test_the_arrows_reach_every_visit_and_every_heading(grid: WeekGrid, qtbot: QtBot) -> None:
    met = set()
    grid.focus_item("arla")
    press(qtbot, Qt.Key.Key_Up)
    for _ in WEEK:
        column = spoken(focused())
        met.add(column)
        while True:
            before = focused()
            press(qtbot, Qt.Key.Key_Down)
            if focused() is before:
                break
            met.add(key_of_focus())
        while spoken(focused()) != column:
            press(qtbot, Qt.Key.Key_Up)
        press(qtbot, Qt.Key.Key_Right)
    assert met == {item.key for item in week_items()} | {day.spoken for day in WEEK[:4]} | {
        "fredag 20. november, i dag"
    }


def test_left_and_right_go_to_what_is_nearest_in_time(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.focus_item("skjern")
    press(qtbot, Qt.Key.Key_Right)
    assert key_of_focus() == "gpv"
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert key_of_focus() == "ringkøbing"
    press(qtbot, Qt.Key.Key_End)
    assert key_of_focus() == "aften"
    press(qtbot, Qt.Key.Key_Home)
    assert key_of_focus() == "lem"


def test_what_has_the_focus_is_chosen_and_enter_opens_it(grid: WeekGrid, qtbot: QtBot) -> None:
    told: list[tuple[str, object]] = []
    grid.selected.connect(lambda key: told.append(("selected", key)))
    grid.opened.connect(lambda key: told.append(("opened", key)))
    grid.cancel_asked.connect(lambda key: told.append(("cancel", key)))
    grid.day_opened.connect(lambda day: told.append(("day", day)))
    grid.focus_item("lem")
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert told == [("selected", "lem"), ("opened", "lem"), ("cancel", "lem"), ("day", FRIDAY)]
    assert grid.selected_key == "lem"
    grid.select("aften")
    assert (grid.selected_key, len(told)) == ("aften", 4), "choosing from outside tells nothing"


@pytest.mark.parametrize("hour", [0, 6, 9, 15, 23])
def test_a_week_begins_where_something_is_to_be_seen(grid: WeekGrid, hour: int) -> None:
    grid.window().resize(860, 420)
    start = hour * 60
    show_week(grid)
    grid.show_days("week", [day(MONDAY + timedelta(days=7))], [], today=FRIDAY, now=0)
    show_week(grid, visit("one", 2, start, start + 45, "Vestas i Lem"))
    button = grid.item_button("one")
    assert button is not None
    assert button.visibleRegion().boundingRect() == button.rect()


def test_a_week_begins_with_the_working_day_where_as_much_is_to_be_seen(grid: WeekGrid) -> None:
    grid.window().resize(860, 420)
    both = (visit("night", 0, 30, 90, "Vestas i Lem"), visit("day", 1, 600, 660, "VM Tarm"))
    grid.show_days("week", WEEK[:1], [], today=FRIDAY, now=0)
    show_week(grid, *both)
    seen = grid.item_button("day")
    assert seen is not None
    assert seen.visibleRegion().boundingRect() == seen.rect()


def test_the_heading_that_has_the_focus_is_in_sight(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.window().resize(420, 420)
    grid.focus_item("lem")
    view = grid.findChild(GridView)
    assert view is not None
    press(qtbot, Qt.Key.Key_Home)
    view.horizontalScrollBar().setValue(0)
    press(qtbot, Qt.Key.Key_Up)
    friday = focused()
    assert spoken(friday).startswith("fredag")
    assert friday.visibleRegion().boundingRect() == friday.rect()
    grid.begin_anew()
    show_week(grid)
    assert friday.visibleRegion().boundingRect() == friday.rect()


def test_showing_the_same_days_again_moves_nothing(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.window().resize(860, 420)
    grid.focus_item("aften")
    button = focused()
    seen = button.visibleRegion().boundingRect()
    assert seen.height() > 20, "the focus is scrolled to"
    show_week(grid, *week_items()[3:])
    assert focused() is button
    assert button.visibleRegion().boundingRect() == seen
    assert grid.selected_key == "aften"


def test_the_focus_stays_in_the_grid_when_its_visit_is_gone(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.focus_item("gpv")
    left = [item for item in week_items() if item.key != "gpv"]
    show_week(grid, *left)
    assert grid.isAncestorOf(focused())
    assert grid.item_button("gpv") is None
    assert grid.selected_key == key_of_focus()


def test_the_day_grows_to_its_first_and_last_visit(grid: WeekGrid) -> None:
    height = grid.item_button("arla").y()  # type: ignore[union-attr]
    early = visit("nat", 0, 5 * 60, 6 * 60, "Nathold")
    show_week(grid, early, *week_items())
    assert grid.item_button("arla").y() > height + 100  # type: ignore[union-attr]
    grid.select("nat")
    grid.reveal()
    assert not grid.item_button("nat").visibleRegion().isEmpty()  # type: ignore[union-attr]


def test_a_week_with_a_night_opens_at_the_start_of_the_working_day(
    qapp: QApplication, qtbot: QtBot
) -> None:
    grid = WeekGrid()
    qtbot.addWidget(grid)
    grid.resize(760, 400)
    show_week(grid, visit("nat", 0, 5, 65, "Nathold"), *week_items())
    grid.show()
    assert grid.item_button("nat").visibleRegion().isEmpty()  # type: ignore[union-attr]
    assert not grid.item_button("arla").visibleRegion().isEmpty()  # type: ignore[union-attr]


def test_a_crowd_is_gathered_and_leads_to_the_day(grid: WeekGrid, qtbot: QtBot) -> None:
    crowd = [visit(str(n), 2, 600, 660, f"Sted {n}") for n in range(7)]
    show_week(grid, *crowd)
    grid.focus_item("0")
    press(qtbot, Qt.Key.Key_End)
    assert spoken(focused()) == "+4 flere, onsdag 18. november"
    with qtbot.waitSignal(grid.day_opened) as opened:
        press(qtbot, Qt.Key.Key_Return)
    assert opened.args == [MONDAY + timedelta(days=2)]
    grid.show_days("day", WEEK[2:3], crowd, today=FRIDAY, now=0)
    assert all(grid.item_button(item.key) is not None for item in crowd)


def test_a_month_lists_its_days_week_by_week(grid: WeekGrid, qtbot: QtBot) -> None:
    grid.show_days("month", MONTH, week_items(), today=FRIDAY, now=0)
    lem, evening = grid.item_button("lem"), grid.item_button("aften")
    assert lem is not None
    assert evening is not None
    assert lem.x() == evening.x()
    assert lem.geometry().bottom() <= evening.y()
    grid.focus_item("lem")
    press(qtbot, Qt.Key.Key_Up)
    assert spoken(focused()) == "fredag 20. november, i dag"
    press(qtbot, Qt.Key.Key_Up)
    assert spoken(focused()) == "fredag 13. november"
    assert audits.too_small(grid) == []


def test_a_double_click_where_nothing_is_asks_for_something_new(
    grid: WeekGrid, qtbot: QtBot
) -> None:
    lem = grid.item_button("lem")
    assert lem is not None
    below = QPoint(lem.geometry().center().x(), lem.geometry().bottom() + lem.height() * 3 // 5)
    with qtbot.waitSignal(grid.asked_new) as asked:
        qtbot.mouseDClick(lem.parentWidget(), Qt.MouseButton.LeftButton, pos=below)
    assert asked.args == [FRIDAY, 10 * 60 + 30]
    with qtbot.waitSignal(grid.opened) as opened:
        qtbot.mouseDClick(lem, Qt.MouseButton.LeftButton)
    assert opened.args == ["lem"]


def test_states_differ_in_more_than_their_colour(grid: WeekGrid) -> None:
    """Drawn in grey, a visit of each tone still looks different."""
    tones = ("planned", "held", "cancelled", "moved", "skipped", "unsettled", "activity")
    items = [
        GridItem(tone, MONDAY, 480 + 60 * n, 540 + 60 * n, "Vestas", "Kantinen", tone, tone)  # type: ignore[arg-type]
        for n, tone in enumerate(tones)
    ]
    show_week(grid, *items)
    inks = set()
    for tone in tones:
        button = grid.item_button(tone)
        assert button is not None
        image = button.grab().toImage()
        paper = image.pixelColor(image.width() // 2, image.height() - 12).lightness()
        inks.add(
            tuple(
                abs(image.pixelColor(x, y).lightness() - paper) > 40
                for x in range(image.width())
                for y in range(1, 30)
            )
        )
    assert len(inks) == len(tones)


def test_today_and_the_time_are_marked(grid: WeekGrid) -> None:
    picture = grid.grab().toImage()
    solid = [
        (x, y)
        for x in range(60)
        for y in range(grid.height())
        if picture.pixelColor(x, y).name() == LIGHT.danger.solid
    ]
    assert solid, "the time stands beside the hours"


def test_a_thousand_visits_are_shown_at_once(grid: WeekGrid) -> None:
    many = [
        visit(str(n), n % 5, 480 + n * 7 % 500, 540 + n * 7 % 500, f"Sted {n}")
        for n in range(1_200)
    ]
    took = []
    for _ in range(5):
        show_week(grid)
        begun = time.process_time()  # other programs may be busy
        show_week(grid, *many)
        grid.repaint()
        took.append(time.process_time() - begun)
    assert min(took) < 0.05


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("mode", ["week", "month", "day"])
def test_nothing_is_too_small_or_nameless_at_any_size(
    qapp: QApplication, grid: WeekGrid, scale: float, mode: str
) -> None:
    theme.apply(qapp, "light", "compact", scale)
    days: tuple[GridDay, ...] = {"week": WEEK, "month": MONTH, "day": WEEK[:1]}[mode]
    crowd = [visit(str(n), 0, 600, 610, f"Sted {n}") for n in range(7)]
    grid.show_days(mode, days, [*week_items(), *crowd], today=date(2026, 11, 20), now=0)  # type: ignore[arg-type]
    assert audits.too_small(grid) == []
    assert audits.without_name(grid) == []
