"""Ctrl+Z takes back what was saved, also from a field in which nothing was typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.window_undo import WindowUndo

CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_untouched_field_leaves_ctrl_z_to_the_window_and_a_typed_one_keeps_it(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    undone = QSignalSpy(QShortcut(QKeySequence("Ctrl+Z"), window).activated)
    WindowUndo(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    line = QLineEdit()  # made later than the window, as the lines of most pages are
    column.addWidget(line)
    line.show()
    line.setFocus()

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert undone.count() == 1

    QTest.keyClicks(line, "gpv")
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Z, CTRL)
    assert (line.text(), undone.count()) == ("", 1)
