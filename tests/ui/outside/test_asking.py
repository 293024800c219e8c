"""Somebody asks what a figure of a report for others is, and why another one is hidden."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.export.outside.profiles import Profile
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.target import Wanted
from app.ui.services import Services
from tests.records import add_contact, add_person, add_workplace
from tests.ui.conftest import RecordingNotices
from tests.ui.outside.conftest import OCTOBER


def ask(qtbot: QtBot, page: OutsidePage, table: str, name: str) -> None:
    view = page.tables.cards[table].table
    model = view.model()
    rows = [row for row in range(model.rowCount()) if model.index(row, 0).data() == name]
    view.go_to(rows[0], 1)
    qtbot.keyClick(view, Qt.Key.Key_Return)


def test_enter_on_a_cell_tells_what_it_is_and_escape_goes_back(
    page: OutsidePage, qtbot: QtBot, visited: list[tuple[str, object]]
) -> None:
    ask(qtbot, page, "kinds", "Unik")
    panel = page.asking.panel
    assert panel.isVisible()
    assert panel.value.text() == "14"
    assert panel.definition.text().startswith("Unik: ")
    assert panel.universe.text()
    assert "Tallet er frosset" in panel.note.label.text()
    assert panel.model.rowCount() == 14
    QApplication.processEvents()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert page.window().focusWidget() is page.tables.cards["kinds"].table
    assert visited == [], "one Esc closes the panel, the next one leaves the page"


def test_a_withheld_figure_says_why(page: OutsidePage, qtbot: QtBot) -> None:
    model = page.tables.cards["groups"].model
    names = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    hidden = [n for row, n in enumerate(names) if model.index(row, 1).data() == "··"]
    ask(qtbot, page, "groups", hidden[0])
    panel = page.asking.panel
    assert panel.value.text() == "··"
    assert panel.note.label.text().startswith("Skjult")
    assert "er ikke med i nogen fil" in panel.note.label.text()


def test_another_report_puts_the_panel_away(page: OutsidePage, qtbot: QtBot) -> None:
    ask(qtbot, page, "kinds", "Unik")
    page.open(Wanted(Profile.PUBLIC, OCTOBER))
    assert not page.asking.panel.isVisible()


def test_a_figure_that_lacks_months_says_what_it_is_and_why_it_has_no_rows(
    qtbot: QtBot, services: Services, store: Store, notices: RecordingNotices
) -> None:
    """Three persons in September are not split; the year to date is that of the other months."""
    add_workplace(store, "ARLA", headcount=90)
    for day, number in ((8, 9), (9, 3), (10, 9)):
        for each in range(number):
            person = add_person(store, f"Person {day} {each}")
            add_contact(store, person, date(2026, day, 6), reasons=("P01",))
        close_month(store, Period.month(date(2026, day, 1)), anyway=True)
    page = OutsidePage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Wanted(Profile.STEERING, OCTOBER))
    ask(qtbot, page, "kinds", "Unik")
    view = page.tables.cards["kinds"].table
    view.go_to(0, view.model().columnCount() - 1)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    panel = page.asking.panel
    assert panel.isVisible()
    assert panel.value.text() == "18"
    assert panel.definition.text().startswith("Unik: ")
    assert panel.universe.text().endswith(
        "Perioden er januar – oktober 2026 uden september 2026, hvor der var for få til at blive delt op."
    )
    assert panel.how.text().startswith("Tallet er summen af nogle af årets måneder")
    assert panel.model.rowCount() == 0
    assert panel.rows.isHidden()
    assert panel.count.isHidden()
    assert notices.told == []


def test_the_panel_says_whose_figure_it_is_and_when(page: OutsidePage, qtbot: QtBot) -> None:
    view = page.tables.cards["kinds"].table
    told = []
    for column in (1, view.model().columnCount() - 1):
        view.go_to(0, column)
        qtbot.keyClick(view, Qt.Key.Key_Return)
        told.append(page.asking.panel.about.text())
        assert told[-1] in page.asking.panel.accessibleName()
    assert told == ["Hele projektet · oktober 2026", "Hele projektet · januar – oktober 2026"]
    view = page.tables.cards["activity"].table
    names = [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]
    view.go_to(names.index("Arla"), 1)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page.asking.panel.about.text() == "Arla · oktober 2026"


def test_charts_are_drawn_anew_for_the_room_beside_the_panel(
    page: OutsidePage, qtbot: QtBot
) -> None:
    def stretched() -> list[float]:
        charts = page.tables.charts.values()
        return [each.width() / each.sizeHint().width() for each in charts]

    qtbot.waitUntil(lambda: all(abs(each - 1) < 0.07 for each in stretched()))
    wide = min(each.width() for each in page.tables.charts.values())
    ask(qtbot, page, "kinds", "Unik")
    qtbot.waitUntil(lambda: all(each.width() < wide for each in page.tables.charts.values()))
    qtbot.waitUntil(lambda: all(abs(each - 1) < 0.07 for each in stretched()))
