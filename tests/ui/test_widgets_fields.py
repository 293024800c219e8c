"""Fields: finding while typing, dates, passphrases, periods and forms."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.models.typed_dates import parse_date, parse_typed_month
from app.ui import theme
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import FormGrid
from app.ui.widgets.hit import Hit
from app.ui.widgets.password_field import PasswordField
from app.ui.widgets.period_picker import PeriodPicker
from app.ui.widgets.periods import PeriodKind, month_end, neighbour, period_around
from app.ui.widgets.typeahead import TypeAhead

TODAY = date(2026, 11, 21)
REASONS = (
    Hit("P01", "Lænderyg", "Fysiske gener", "P"),
    Hit("S01", "Stress", "Psykiske gener", "S"),
    Hit("S02", "Søvn", "Psykiske gener", "S"),
    *(Hit(f"O{n:02}", f"Sag {n}") for n in range(20)),
)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> QWidget:
    theme.apply(qapp, "light")
    shown = QWidget()
    qtbot.addWidget(shown)
    QVBoxLayout(shown)
    shown.resize(600, 500)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def put(window: QWidget, widget: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    window.activateWindow()
    QApplication.processEvents()


def read(text: str) -> date | None:
    return parse_date(text, TODAY)


@pytest.fixture
def finder(window: QWidget) -> TypeAhead:
    made = TypeAhead(
        "Find årsag", lambda text: [hit for hit in REASONS if text in hit.title.lower()]
    )
    put(window, made)
    made.setFocus()
    return made


def test_enter_takes_the_first_hit_and_empties_the_field(finder: TypeAhead, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.line, "s")
    assert finder.hits.isVisible()
    assert QApplication.focusWidget() is finder.line
    with qtbot.waitSignal(finder.chosen) as signal:
        qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert signal.args == ["S01"]
    assert finder.text() == ""
    assert finder.hits.isHidden()


def test_down_and_up_mark_another_hit(finder: TypeAhead, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.line, "s")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(finder.line, key)
    assert finder.hits.current_title() == "Søvn"
    with qtbot.waitSignal(finder.chosen) as signal:
        qtbot.keyClick(finder.line, Qt.Key.Key_Enter)
    assert signal.args == ["S02"]


def test_never_more_than_ten_hits(finder: TypeAhead, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.line, "sag")
    assert finder.hits.list.count() == 10


def test_the_list_lies_under_the_field_inside_the_window(finder: TypeAhead, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.line, "s")
    assert finder.hits.parentWidget() is finder.window()
    assert finder.window().rect().contains(finder.hits.geometry())
    assert finder.hits.focusPolicy() == Qt.FocusPolicy.NoFocus
    hits = QAccessible.queryAccessibleInterface(finder.hits.list)
    assert hits.text(QAccessible.Text.Name) == "Find årsag"


def test_escape_closes_the_list_and_nothing_else(finder: TypeAhead, qtbot: QtBot) -> None:
    backs: list[None] = []
    shortcut = QShortcut(QKeySequence(Qt.Key.Key_Escape), finder.window())
    shortcut.activated.connect(lambda: backs.append(None))
    qtbot.keyClicks(finder.line, "s")
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert finder.hits.isHidden()
    assert finder.text() == "s"
    assert backs == []
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert len(backs) == 1


def test_backspace_in_an_empty_field_takes_the_last_away(finder: TypeAhead, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.line, "s")
    with qtbot.assertNotEmitted(finder.removed_last):
        qtbot.keyClick(finder.line, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(finder.removed_last):
        qtbot.keyClick(finder.line, Qt.Key.Key_Backspace)


def test_enter_without_a_hit_hands_over_the_text(finder: TypeAhead, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.line, "xyz")
    assert finder.hits.isHidden()
    with qtbot.waitSignal(finder.submitted) as signal:
        qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert signal.args == ["xyz"]


def test_control_enter_and_enter_in_an_empty_field_are_left_to_the_page(
    window: QWidget, finder: TypeAhead, qtbot: QtBot
) -> None:
    saves: list[None] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), window)
    shortcut.activated.connect(lambda: saves.append(None))
    qtbot.keyClicks(finder.line, "s")
    with qtbot.assertNotEmitted(finder.chosen):
        qtbot.keyClick(finder.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(saves) == 1


def test_a_hit_can_be_clicked(finder: TypeAhead, qtbot: QtBot) -> None:
    qtbot.keyClicks(finder.line, "s")
    hits = finder.hits.list
    second = hits.visualItemRect(hits.item(1)).center()
    with qtbot.waitSignal(finder.chosen) as signal:
        qtbot.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert signal.args == ["S02"]
    assert QApplication.focusWidget() is finder.line


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2111", "21-11-2026"),
        ("i går", "20-11-2026"),
        ("-1", "20-11-2026"),
        ("1.2.26", "01-02-2026"),
    ],
)
def test_a_date_is_typed_as_one_likes(
    window: QWidget, qtbot: QtBot, typed: str, shown: str
) -> None:
    field = DateField("Dato", read)
    put(window, field)
    qtbot.keyClicks(field.line, typed)
    with qtbot.waitSignal(field.changed) as signal:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.line.text() == shown
    assert signal.args == [field.value()]


def test_what_is_no_date_is_said_in_words_and_keeps_the_last_value(
    window: QWidget, qtbot: QtBot
) -> None:
    field = DateField("Dato", read)
    put(window, field)
    field.set_value(TODAY)
    field.line.selectAll()
    qtbot.keyClicks(field.line, "31-02-2026")
    with qtbot.assertNotEmitted(field.changed):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == TODAY
    assert not field.is_valid()
    assert "kan ikke læses" in field.line.accessibleDescription()
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.line.accessibleDescription() == ""


def test_a_date_may_be_missing_unless_it_is_required(window: QWidget, qtbot: QtBot) -> None:
    field, must = DateField("Slut", read), DateField("Start", read, required=True)
    for each in (field, must):
        put(window, each)
        each.set_value(TODAY)
        each.line.clear()
        qtbot.keyClick(each.line, Qt.Key.Key_Return)
    assert field.value() is None
    assert field.is_valid()
    assert must.value() == TODAY
    assert not must.is_valid()


def test_a_passphrase_is_hidden_until_it_is_asked_for(window: QWidget, qtbot: QtBot) -> None:
    field = PasswordField("Adgangssætning")
    put(window, field)
    field.setFocus()
    qtbot.keyClicks(field.line, "en lang sætning")
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    assert field.eye.accessibleName() == "Vis det skrevne"
    qtbot.keyClick(field.line, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Skjul det skrevne"
    assert field.eye.toolTip() == "Skjul det skrevne (Ctrl+R)"
    field.clear()
    assert field.text() == ""
    assert field.line.echoMode() == QLineEdit.EchoMode.Password


def test_typing_on_after_tab_never_shows_the_passphrase(window: QWidget, qtbot: QtBot) -> None:
    first, again = PasswordField("Adgangssætning"), PasswordField("Gentag adgangssætningen")
    put(window, first)
    put(window, again)
    first.setFocus()
    qtbot.keyClicks(first.line, "hest lampe")
    qtbot.keyClick(first.line, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "hest lampe")
    assert again.text() == "hest lampe"
    assert first.line.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("kind", "day", "first", "last"),
    [
        ("month", date(2024, 2, 10), date(2024, 2, 1), date(2024, 2, 29)),
        ("quarter", date(2026, 11, 21), date(2026, 10, 1), date(2026, 12, 31)),
        ("year", date(2026, 11, 21), date(2026, 1, 1), date(2026, 11, 30)),
    ],
)
def test_a_period_begins_and_ends_on_its_days(
    kind: PeriodKind, day: date, first: date, last: date
) -> None:
    assert period_around(kind, day) == (first, last)


@pytest.mark.parametrize("kind", ["month", "quarter", "own"])
def test_forth_and_back_is_the_same_period(kind: PeriodKind) -> None:
    period = period_around(kind, TODAY)
    assert neighbour(kind, neighbour(kind, period, 1), -1) == period
    assert month_end(date(2026, 12, 1)) == date(2026, 12, 31)


def test_the_year_to_date_goes_month_by_month_over_new_year() -> None:
    january = neighbour("year", (date(2026, 1, 1), date(2026, 12, 31)), 1)
    assert january == (date(2027, 1, 1), date(2027, 1, 31))


def test_a_period_is_chosen_by_step_kind_or_dates(window: QWidget, qtbot: QtBot) -> None:
    picker = PeriodPicker(
        lambda kind, first, last: f"{kind} {first:%m}", read, parse_typed_month, TODAY
    )
    put(window, picker)
    told: list[tuple[date, date]] = []
    picker.changed.connect(lambda first, last: told.append((first, last)))
    back = next(b for b in picker.findChildren(QWidget) if b.accessibleName() == "Forrige periode")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert told == [(date(2026, 10, 1), date(2026, 10, 31))]
    assert picker.month.text() == "month 10"
    own = next(b for b in picker.findChildren(QPushButton) if b.text() == "Egen periode")
    qtbot.mouseClick(own, Qt.MouseButton.LeftButton)
    assert picker.kind() == "own"
    picker.last.line.selectAll()
    qtbot.keyClicks(picker.last.line, "15-10-2026")
    qtbot.keyClick(picker.last.line, Qt.Key.Key_Return)
    assert told[-1] == (date(2026, 10, 1), date(2026, 10, 15))
    picker.first.line.selectAll()
    qtbot.keyClicks(picker.first.line, "16-10-2026")
    qtbot.keyClick(picker.first.line, Qt.Key.Key_Return)
    assert len(told) == 2
    assert picker.period() == (date(2026, 10, 1), date(2026, 10, 15))


def test_problems_stand_under_their_fields_and_the_first_gets_the_focus(
    window: QWidget, qtbot: QtBot
) -> None:
    form = FormGrid()
    name, phone = QLineEdit(), QLineEdit()
    form.add_row("name", "&Navn", name)
    form.add_row("phone", "&Telefon", phone, "Otte cifre")
    put(window, form)
    left = form.set_problems({"phone": "Et nummer har otte cifre.", "cvr": "Ukendt felt."})
    assert left == ["Ukendt felt."]
    assert QApplication.focusWidget() is phone
    assert phone.accessibleDescription() == "Et nummer har otte cifre."
    assert phone.property("invalid") == "true"
    assert name.property("invalid") == ""
    form.clear_problems()
    assert phone.accessibleDescription() == "Otte cifre"
    assert not any(
        words.text() == "Et nummer har otte cifre." for words in form.findChildren(QLabel)
    )


def test_a_label_leads_to_its_field(window: QWidget, qtbot: QtBot) -> None:
    form = FormGrid()
    form.add_row("name", "&Navn", QLineEdit())
    date_field = DateField("Dato", read)
    form.add_row("date", "&Dato", date_field)
    put(window, form)
    assert form.field("name").accessibleName() == "Navn"
    qtbot.keyClick(form.field("name"), Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is date_field.line
    form.set_row_visible("date", False)
    assert not date_field.isVisible()
