"""The one top-level window: its size, and Enter on a button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.main_window import MainWindow


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_window_never_opens_larger_than_the_screen(
    qapp: QApplication, qtbot: QtBot, scale: float
) -> None:
    theme.apply(qapp, "light", "normal", scale)
    window = MainWindow()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    assert window.width() <= room.width()
    assert window.height() < room.height(), "the frame needs room too"


def test_on_a_small_screen_the_window_takes_all_of_it(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light", "normal", 1.0)
    window = MainWindow()
    qtbot.addWidget(window)
    assert window.screen().availableGeometry().width() < 1280, "or this proves nothing"
    window.appear()
    assert window.isMaximized()


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_that_has_the_focus(
    qtbot: QtBot, kind: type[QPushButton | QToolButton], key: Qt.Key
) -> None:
    window, content = MainWindow(), QWidget()
    qtbot.addWidget(window)
    button = kind()
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    QVBoxLayout(content).addWidget(button)
    window.show_content(content)
    window.show()
    qtbot.waitExposed(window)
    button.setFocus()
    pressed = QSignalSpy(button.clicked)
    QTest.keyClick(window.windowHandle(), key)
    assert pressed.count() == 1


def test_ctrl_enter_is_for_saving_and_presses_nothing(qtbot: QtBot) -> None:
    window, button = MainWindow(), QPushButton()
    qtbot.addWidget(window)
    window.show_content(button)
    window.show()
    qtbot.waitExposed(window)
    button.setFocus()
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(
            window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
