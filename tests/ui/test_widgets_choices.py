"""Chips, boards of chips and exclusive choices, worked with keys alone."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.widgets.chips import Chip, ChipBoard, ChipGroup, ChipItem
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.segmented import Option, Segmented

GROUPS = (
    ChipGroup("Fysiske gener", (ChipItem("P01", "Lænderyg"), ChipItem("P02", "Nakke")), "P"),
    ChipGroup("Psykiske gener", (ChipItem("S01", "Stress"), ChipItem("S02", "Søvn")), "S"),
)
ROLES = (
    Option("employee", "Medarbejder"),
    Option("leader", "Leder"),
    Option("", "Ikke oplyst", not_told=True),
)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window with a button before and after what a test puts between."""
    shown = QWidget()
    qtbot.addWidget(shown)
    column = QVBoxLayout(shown)
    column.addWidget(QPushButton("før"))
    shown.resize(500, 300)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    layout.addWidget(QPushButton("efter"))
    QApplication.processEvents()


@pytest.fixture
def board(window: QWidget) -> ChipBoard:
    made = ChipBoard("Årsager")
    made.set_groups(GROUPS)
    put(window, made)
    return made


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_board_is_one_tab_stop(window: QWidget, board: ChipBoard, qtbot: QtBot) -> None:
    window.findChildren(QPushButton)[0].setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is board.chip("P01")
    press(qtbot, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "efter"


def test_arrows_move_and_space_and_enter_choose(board: ChipBoard, qtbot: QtBot) -> None:
    told: list[tuple[str, bool]] = []
    board.toggled.connect(lambda key, on: told.append((key, on)))
    board.focus_first()
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert board.keys() == ["P01", "P02"]
    press(qtbot, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is board.chip("S02")
    press(qtbot, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert board.keys() == ["P02", "S01"]
    assert told == [("P01", True), ("P02", True), ("S01", True), ("P01", False)]
    press(qtbot, Qt.Key.Key_End)
    assert QApplication.focusWidget() is board.chip("S02")
    press(qtbot, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is board.chip("P01")


def test_choosing_from_the_program_tells_nobody(board: ChipBoard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(board.toggled):
        board.set_selected({"S02", "P01"})
    assert board.keys() == ["P01", "S02"]


def test_suggestions_stand_first_and_digits_choose_them(board: ChipBoard, qtbot: QtBot) -> None:
    board.set_selected({"S02"})
    board.set_suggested("Foreslået", [ChipItem("S02", "Søvn"), ChipItem("P02", "Nakke")])
    board.focus_first()
    assert QApplication.focusWidget() is board.chip("S02")
    press(qtbot, Qt.Key.Key_2, Qt.Key.Key_1, Qt.Key.Key_9)
    assert board.keys() == ["P02"]
    assert len([chip for chip in board.findChildren(Chip) if chip.isVisible()]) == 4
    board.set_suggested("", [])
    QApplication.processEvents()
    shown = [chip.key for chip in board.findChildren(Chip) if chip.isVisible()]
    assert shown == ["P01", "P02", "S01", "S02"]
    assert board.keys() == ["P02"]


def test_the_focus_stays_on_its_chip_when_suggestions_change(
    board: ChipBoard, qtbot: QtBot
) -> None:
    board.focus_first()
    press(qtbot, Qt.Key.Key_End)
    board.set_suggested("Foreslået", [ChipItem("P01", "Lænderyg", "70 00 00 00")])
    assert QApplication.focusWidget() is board.chip("S02")


def test_control_enter_is_left_to_the_page(board: ChipBoard, qtbot: QtBot) -> None:
    board.focus_first()
    with qtbot.assertNotEmitted(board.toggled):
        qtbot.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )


def test_a_chip_says_what_it_is_and_is_large_enough(board: ChipBoard) -> None:
    board.set_suggested("Foreslået", [ChipItem("P01", "Lænderyg", "70 00 00 00")])
    chip = board.chip("P01")
    QApplication.processEvents()
    assert chip.accessibleName() == "Lænderyg, 70 00 00 00"
    state = QAccessible.queryAccessibleInterface(chip).state()
    assert state.checkable
    assert chip.height() >= 24
    assert chip.width() >= 24


@pytest.mark.parametrize("width", [150, 320, 900])
def test_chips_flow_into_as_many_lines_as_they_need(qtbot: QtBot, width: int) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, gap=6)
    chips = [Chip(str(n), f"Årsag nummer {n}") for n in range(12)]
    for chip in chips:
        flow.addWidget(chip)
    holder.resize(width, flow.heightForWidth(width))
    holder.show()
    for first, second in pairwise(chips):
        assert not first.geometry().intersects(second.geometry())
        assert second.y() > first.y() or second.x() > first.x()
    assert max(chip.geometry().right() for chip in chips) < width
    assert max(chip.geometry().bottom() for chip in chips) == holder.height() - 1


def test_an_exclusive_choice_is_made_with_arrows_and_digits(window: QWidget, qtbot: QtBot) -> None:
    role = Segmented("Rolle", ROLES, look="chip")
    put(window, role)
    told: list[str] = []
    role.changed.connect(told.append)
    window.findChildren(QPushButton)[0].setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert role.value() == "", "entering the field chooses nothing"
    press(qtbot, Qt.Key.Key_Right)
    assert role.value() == "leader"
    press(qtbot, Qt.Key.Key_1)
    assert role.value() == "employee"
    press(qtbot, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "efter"
    assert told == ["leader", "employee"]


def test_not_told_is_one_key_and_is_not_the_same_as_nothing(window: QWidget, qtbot: QtBot) -> None:
    sick = Segmented(
        "Sygefravær",
        (Option("no", "Nej"), Option("not_told", "Ikke oplyst", not_told=True)),
    )
    put(window, sick)
    sick.focus()
    assert sick.value() == ""
    press(qtbot, Qt.Key.Key_0)
    assert sick.value() == "not_told"
    assert sick.button("not_told").isChecked()


def test_a_choice_can_be_taken_back_where_that_is_meant(window: QWidget, qtbot: QtBot) -> None:
    role = Segmented("Rolle", ROLES, can_clear=True)
    put(window, role)
    role.set_value("leader")
    with qtbot.waitSignal(role.changed) as signal:
        qtbot.mouseClick(role.button("leader"), Qt.MouseButton.LeftButton)
    assert signal.args == [""]
    assert not role.button("leader").isChecked()


def test_the_chosen_one_stays_chosen_when_it_is_clicked_again(
    window: QWidget, qtbot: QtBot
) -> None:
    role = Segmented("Rolle", ROLES)
    put(window, role)
    role.set_value("leader")
    qtbot.mouseClick(role.button("leader"), Qt.MouseButton.LeftButton)
    assert role.value() == "leader"
    assert role.button("leader").isChecked()
