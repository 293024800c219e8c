"""Forms stay usable when they are narrow, and are not changed by scrolling over them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui import theme
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import em
from app.ui.widgets.segmented import Option, Segmented

SECTORS = (("private", "Privat"), ("municipal", "Kommunal"))


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    theme.apply(qapp, "light")


def shown(qtbot: QtBot, widget: QWidget, width: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, 300)
    with qtbot.waitExposed(widget):
        widget.show()


def test_a_choice_is_made_with_keys_and_told(qtbot: QtBot) -> None:
    choice = Choice("Sektor", SECTORS)
    shown(qtbot, choice, 200)
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert told.args == ["municipal"]
    assert choice.value() == "municipal"


def test_what_was_wrong_goes_while_it_is_mended(qtbot: QtBot) -> None:
    form, provider = FormGrid(), QLineEdit()
    form.add_row("provider", "Leverandør", provider)
    shown(qtbot, form, 400)
    form.set_problems({"provider": "Skriv, hvem der har tilbuddet."})
    qtbot.keyClicks(provider, "F")
    assert (provider.property("invalid"), provider.accessibleDescription()) == ("", "")


def test_the_cross_that_clears_a_field_stands_in_its_middle(qtbot: QtBot) -> None:
    line = QLineEdit("syge")
    line.setClearButtonEnabled(True)
    shown(qtbot, line, 300)
    cross = line.findChild(QToolButton)
    assert cross is not None
    above, below = cross.y(), line.height() - cross.geometry().bottom() - 1
    assert abs(above - below) <= 1


def test_a_choice_set_by_the_program_is_not_told(qtbot: QtBot) -> None:
    choice = Choice("Sektor", SECTORS)
    qtbot.addWidget(choice)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("municipal")
        choice.set_options((("", "Alle"), *SECTORS))
    assert choice.value() == "municipal"
    choice.set_value("unknown")
    assert choice.value() == ""


def test_scrolling_over_a_choice_changes_nothing(qtbot: QtBot) -> None:
    choice = Choice("Sektor", SECTORS)
    shown(qtbot, choice, 200)
    choice.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, wheel)
    assert choice.value() == "private"
    assert not wheel.isAccepted(), "the page scrolls instead"


def test_columns_stand_beside_each_other_where_there_is_room(qtbot: QtBot) -> None:
    left, right = QLabel("Venstre"), QLabel("Højre")
    columns = Columns((left, right), least=20)
    shown(qtbot, columns, em(columns, 25))
    assert left.y() == right.y()
    columns.resize(em(columns, 15), 300)
    qtbot.waitUntil(lambda: right.y() > left.y())
    assert columns.minimumSizeHint().width() < em(columns, 20)


def test_labels_stand_above_their_fields_in_a_narrow_form(qtbot: QtBot) -> None:
    form = FormGrid()
    name, code = QLineEdit(), QLineEdit()
    form.add_row("name", "Navn", name)
    form.add_row("code", "Kode", code, "Bruges i tabeller.")
    shown(qtbot, form, em(form, 30))
    caption = next(each for each in form.findChildren(QLabel) if each.text() == "Navn")
    beside = name.mapTo(form, QPoint()).x()
    assert beside > caption.x() + caption.width() / 2

    form.resize(em(form, 15), 300)
    qtbot.waitUntil(lambda: name.mapTo(form, QPoint()).x() < beside)
    assert name.mapTo(form, QPoint()).y() > caption.y()
    form.say("code", "Koden er i brug.")
    assert code.property("invalid") == "true"
    assert form.field_names() == ("name", "code")


def test_a_narrow_form_makes_room_for_what_is_wrong_with_chips(qtbot: QtBot) -> None:
    form = FormGrid()
    kind = Segmented("Slags", [Option("a", "Oplæg"), Option("b", "Møde")], look="chip")
    form.add_row("kind", "Slags", kind)
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(form)
    column.addStretch(1)
    shown(qtbot, page, em(form, 30))
    page.resize(em(form, 15), 400)
    QApplication.processEvents()
    needed = kind.heightForWidth(kind.width())
    form.say("kind", "Vælg, hvad det var, for ellers kan det ikke tælles med i opgørelsen.")
    told = next(each for each in form.findChildren(QLabel) if each.text().startswith("Vælg"))
    for _ in range(6):
        QApplication.processEvents()
    assert kind.height() >= needed
    assert told.height() >= told.heightForWidth(told.width())
