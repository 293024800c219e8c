"""Moving a visit in the week grid: carried with the keys, dragged with the mouse, taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.widgets.week_grid import WeekGrid
from app.ui.widgets.week_grid_buttons import ItemButton
from app.ui.widgets.week_grid_view import GridView
from tests.keyboard import focused
from tests.screens.grid_examples import FRIDAY, MONDAY, MONTH, WEEK, visit, week_items

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
TUESDAY, THURSDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=3)

Moves = list[tuple[str, date, int]]


@pytest.fixture
def grid(qapp: QApplication, qtbot: QtBot) -> WeekGrid:
    theme.apply(qapp, "light")
    made = WeekGrid()
    qtbot.addWidget(made)
    made.resize(760, 640)
    made.show_days("week", WEEK, week_items(), today=FRIDAY, now=9 * 60)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def moves(grid: WeekGrid) -> Moves:
    told: Moves = []
    grid.moved.connect(lambda key, day, start: told.append((key, day, start)))
    return told


def carry(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(focused(), key, CTRL)


def item(grid: WeekGrid, key: str) -> ItemButton:
    found = grid.item_button(key)
    assert found is not None
    return found


def ghost(grid: WeekGrid) -> bool:
    return grid.findChildren(GridView)[0].ghost_rect() is not None


def mouse(kind: QEvent.Type, button: ItemButton, at: QPoint) -> None:
    """Send a mouse event to a button as Qt does while the button holds the pointer."""
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    pressed = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    here = QPointF(button.mapFromGlobal(at))
    event = QMouseEvent(kind, here, QPointF(at), pressed, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(button, event)


def drag(button: ItemButton, to: QPoint) -> QPoint:
    """Take a button near its upper edge and move it; return where the pointer is."""
    grip = button.mapToGlobal(QPoint(button.width() // 2, 4))
    mouse(QEvent.Type.MouseButtonPress, button, grip)
    for step in (1, 2, 3):
        mouse(QEvent.Type.MouseMove, button, grip + to * step / 3)
    return grip + to


def test_ctrl_and_arrows_carry_a_ghost_that_enter_drops(grid: WeekGrid, moves: Moves) -> None:
    grid.focus_item("tarm")
    carry(Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert ghost(grid)
    assert moves == [], "nothing is moved before Enter"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert moves == [("tarm", THURSDAY, 9 * 60 + 30)]
    assert not ghost(grid)


def test_esc_takes_the_ghost_back_and_nothing_else(grid: WeekGrid, moves: Moves) -> None:
    opened: list[str] = []
    grid.opened.connect(opened.append)
    grid.focus_item("tarm")
    carry(Qt.Key.Key_Right)
    override = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier
    )
    override.ignore()
    QApplication.sendEvent(focused(), override)
    assert override.isAccepted(), "the Esc of the page must wait"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not ghost(grid)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert (moves, opened) == ([], ["tarm"]), "Enter opens again"


def test_the_ghost_goes_beyond_the_shown_hours_but_not_beyond_the_day(
    grid: WeekGrid, moves: Moves
) -> None:
    grid.focus_item("arla")
    carry(Qt.Key.Key_Up)
    assert not ghost(grid), "what is held stays where it was"
    grid.focus_item("eng")
    carry(*[Qt.Key.Key_Up] * 40)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert moves == [("eng", THURSDAY, 0)]


def test_going_elsewhere_takes_the_ghost_back(grid: WeekGrid, moves: Moves) -> None:
    grid.focus_item("tarm")
    carry(Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    assert not ghost(grid)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert moves == []


def test_a_refresh_keeps_the_ghost_unless_its_visit_changed(grid: WeekGrid, moves: Moves) -> None:
    grid.focus_item("tarm")
    carry(Qt.Key.Key_Right)
    others = [each for each in week_items() if each.key != "su"]
    grid.show_days("week", WEEK, others, today=FRIDAY, now=9 * 60)
    assert ghost(grid)
    changed = [each for each in others if each.key != "tarm"]
    changed.append(visit("tarm", 1, 600, 660, "VM Tarm"))
    grid.show_days("week", WEEK, changed, today=FRIDAY, now=9 * 60)
    assert not ghost(grid)
    assert moves == []


def test_in_a_month_the_arrows_carry_by_days_and_weeks(grid: WeekGrid, moves: Moves) -> None:
    grid.show_days("month", MONTH, week_items(), today=FRIDAY, now=0)
    grid.focus_item("tarm")
    carry(Qt.Key.Key_Down, Qt.Key.Key_Left)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert moves == [("tarm", MONDAY + timedelta(days=7), 9 * 60)]


def test_a_drag_drops_on_a_quarter_of_another_day(grid: WeekGrid, moves: Moves) -> None:
    button = item(grid, "tarm")
    column = item(grid, "holm").x() - button.x()
    at = drag(button, QPoint(column, button.height() // 2))
    assert ghost(grid)
    mouse(QEvent.Type.MouseButtonRelease, button, at)
    assert moves == [("tarm", TUESDAY + timedelta(days=1), 9 * 60 + 30)]
    assert not ghost(grid)


def test_a_drop_outside_or_after_esc_does_nothing(grid: WeekGrid, moves: Moves) -> None:
    button = item(grid, "tarm")
    at = drag(button, QPoint(3000, 0))
    assert not ghost(grid)
    mouse(QEvent.Type.MouseButtonRelease, button, at)
    at = drag(button, QPoint(0, 90))
    assert ghost(grid)
    QTest.keyClick(button, Qt.Key.Key_Escape)
    assert not ghost(grid)
    mouse(QEvent.Type.MouseMove, button, at)
    mouse(QEvent.Type.MouseButtonRelease, button, at)
    assert moves == []


def test_a_small_shake_of_the_hand_is_a_click(grid: WeekGrid, moves: Moves) -> None:
    button = item(grid, "tarm")
    chosen: list[str] = []
    grid.selected.connect(chosen.append)
    at = drag(button, QPoint(3, 3))
    mouse(QEvent.Type.MouseButtonRelease, button, at)
    assert (chosen, moves) == (["tarm"], [])


def test_what_may_not_be_moved_is_not_dragged(grid: WeekGrid, moves: Moves) -> None:
    button = item(grid, "arla")
    at = drag(button, QPoint(0, 120))
    assert not ghost(grid)
    mouse(QEvent.Type.MouseButtonRelease, button, at)
    assert moves == []


def test_a_night_is_dragged_by_its_morning(grid: WeekGrid, moves: Moves) -> None:
    night = visit("nat", 0, 22 * 60, 30 * 60, "Nathold")
    grid.show_days("week", WEEK, [night], today=FRIDAY, now=0)
    grid.resize(760, 2400)
    QApplication.processEvents()
    morning = next(
        each
        for each in grid.findChildren(ItemButton)
        if each.isVisible() and each.item == night and each is not grid.item_button("nat")
    )
    at = drag(morning, QPoint(morning.width(), 0))
    mouse(QEvent.Type.MouseButtonRelease, morning, at)
    assert moves == [("nat", TUESDAY, 22 * 60)]


def test_the_grid_scrolls_while_the_pointer_waits_at_its_edge(
    grid: WeekGrid, moves: Moves, qtbot: QtBot
) -> None:
    grid.resize(760, 360)
    QApplication.processEvents()
    view = grid.findChildren(GridView)[0]
    button = item(grid, "eng")
    below = view.viewport().mapToGlobal(QPoint(0, view.viewport().height() - 4)).y()
    top = button.mapToGlobal(QPoint(0, 4)).y()
    at = drag(button, QPoint(0, below - top))
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    mouse(QEvent.Type.MouseButtonRelease, button, at)
    assert moves[0][:2] == ("eng", THURSDAY)
    assert moves[0][2] >= 16 * 60
