"""What was copied here goes when it shall, and only that."""

import pytest
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.ui.widgets.clipboard import copy_text, forget_copied


@pytest.mark.usefixtures("qapp")
def test_copied_rows_are_forgotten() -> None:
    copy_text("Karen\t1974\n")
    assert QApplication.clipboard().text() == "Karen\t1974\n"
    forget_copied()
    assert QApplication.clipboard().text() == ""


@pytest.mark.usefixtures("qapp")
def test_an_empty_clipboard_is_left_alone() -> None:
    QApplication.clipboard().clear()
    forget_copied()
    assert QApplication.clipboard().text() == ""


@pytest.mark.xvfb
def test_what_was_copied_from_a_field_or_selected_is_forgotten_too(qtbot: QtBot) -> None:
    field = QLineEdit("Karen Møller")
    qtbot.addWidget(field)
    field.selectAll()
    field.copy()
    clipboard, selection = QApplication.clipboard(), QClipboard.Mode.Selection
    clipboard.setText("Bo Hald", selection)
    assert (clipboard.text(), clipboard.text(selection)) == ("Karen Møller", "Bo Hald")

    forget_copied()

    assert (clipboard.text(), clipboard.text(selection)) == ("", "")
