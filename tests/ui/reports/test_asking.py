"""Somebody points at a figure and asks what it is, by mouse or with the keys."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.access import Access, Way
from app.models.erasure import erase_person
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.types import FollowUp, Identity, Shift, Workplace
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.plan.target import ShowVisit
from app.ui.pages.reports.figure_panel import FigurePanel
from app.ui.pages.reports.page import ReportsPage
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from tests.records import add_contact
from tests.ui.reports.test_reports_page import busy_autumn, hold_weekly, page, shown

__all__ = ["busy_autumn", "page"]

Visited = list[tuple[str, object]]


def focused(page: ReportsPage) -> QWidget | None:
    return page.window().focusWidget()


def click_cell(qtbot: QtBot, page: ReportsPage, table: str, row: int, column: int) -> None:
    view = page.content.tables[table].table
    index = view.model().index(row, column)
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )


def read(qtbot: QtBot, panel: FigurePanel) -> list[tuple[str, ...]]:
    """Return the rows of the panel as they stand there once the names have been read."""
    model = panel.model
    for row in range(model.rowCount()):
        model.index(row, 1).data()
    qtbot.waitUntil(lambda: not model._timer.isActive())
    columns = range(model.columnCount())
    return [
        tuple(str(model.index(row, column).data()) for column in columns)
        for row in range(model.rowCount())
    ]


def test_a_cell_is_clicked_and_told(qtbot: QtBot, page: ReportsPage) -> None:
    panel = page.asking.panel
    assert panel.isHidden()
    click_cell(qtbot, page, "reasons_by_group", 1, 1)
    assert panel.isVisible()
    assert panel.name.text() == "Årsager i grupper, alle henvendelser · Psykiske gener"
    assert panel.value.text() == "2"
    assert panel.definition.text().startswith("Årsager og råd: Tælles, hver gang")
    assert panel.universe.text().startswith("Årsager nævnt ved alle henvendelser i perioden")
    assert panel.how.text().startswith("Tallet er summen af det, rækkerne nævner")
    assert read(qtbot, panel) == [
        ("03-11-2026", "Anonym", "Vestas i Lem", "1"),
        ("05-11-2026", "Telefon uden arbejdsplads", "", "1"),
    ]
    assert panel.count.text() == "2 rækker bag tallet"


def test_a_share_says_of_what(qtbot: QtBot, page: ReportsPage) -> None:
    click_cell(qtbot, page, "reasons_by_group", 1, 2)
    assert page.asking.panel.value.text().replace("\N{NO-BREAK SPACE}", " ") == "50 %"
    assert page.asking.panel.share.text() == "2 af 4, i hele procent"


def test_with_keys_alone_there_and_back(
    qtbot: QtBot, page: ReportsPage, visited: Visited, store: Store
) -> None:
    table = page.content.tables["by_workplace"].table
    table.setFocus()
    table.go_to(1, 0)
    for _ in range(4):
        qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    panel = page.asking.panel
    assert panel.name.text() == "Arbejdsplads · Vestas i Lem · I alt"
    assert focused(page) is panel.rows
    assert [row[1] for row in read(qtbot, panel)] == ["Karen Møller · Unik", "Anonym"]
    qtbot.keyClick(panel.rows, Qt.Key.Key_Down)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    newest = panel.model.rows[1]
    assert visited == [("inquiries", ShowInquiry(newest.id))]
    qtbot.keyClick(panel.rows, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert focused(page) is table
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 4)


def test_enter_on_a_name_asks_for_the_first_figure_of_its_row(
    qtbot: QtBot, page: ReportsPage
) -> None:
    table = page.content.tables["gender"].table
    table.go_to(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page.asking.panel.name.text() == "Unikke personer, køn · Kvinde"
    assert page.asking.panel.count.text() == "Der er ingen rækker bag tallet."
    assert focused(page) is page.asking.panel.close_button


def test_a_click_on_a_name_asks_for_nothing(qtbot: QtBot, page: ReportsPage) -> None:
    click_cell(qtbot, page, "gender", 0, 0)
    assert page.asking.panel.isHidden()


def test_large_figures_are_asked_for(qtbot: QtBot, page: ReportsPage, visited: Visited) -> None:
    zero = page.content.visits._parts[1]
    assert zero.accessibleName() == "Uden henvendelser: 2"
    zero.setFocus()
    qtbot.keyClick(zero, Qt.Key.Key_Space)
    panel = page.asking.panel
    assert panel.name.text() == "Fremmøder · Uden henvendelser"
    assert [row[1:] for row in read(qtbot, panel)] == [
        ("Holdt", "Vestas i Lem"),
        ("Holdt", "Skjern Hjemmepleje"),
    ]
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    assert visited == [("plan", ShowVisit(panel.model.rows[0].id))]
    qtbot.keyClick(panel.rows, Qt.Key.Key_Escape)
    assert focused(page) is zero


def test_time_is_the_sum_of_the_minutes(qtbot: QtBot, page: ReportsPage) -> None:
    qtbot.mouseClick(page.content.visits._parts[2], Qt.MouseButton.LeftButton)
    panel = page.asking.panel
    assert panel.value.text() == "3,0"
    assert panel.how.text() == (
        "Tallet er summen af rækkernes minutter: 180 minutter er 3,0 timer."
    )
    assert [row[-1] for row in read(qtbot, panel)] == ["90", "90"]


def test_a_rate_shows_what_is_divided_by_what(qtbot: QtBot, page: ReportsPage) -> None:
    qtbot.mouseClick(page.content.visits._parts[3], Qt.MouseButton.LeftButton)
    panel = page.asking.panel
    assert panel.name.text() == "Fremmøder · Henv. pr. time"
    assert panel.how.text() == "Tallet er 0 henvendelser delt med 180 minutter (3,0 timer)."
    assert [row[-1] for row in read(qtbot, panel)] == ["0 / 90", "0 / 90"]


def test_a_bar_is_asked_for_with_mouse_and_keys(qtbot: QtBot, page: ReportsPage) -> None:
    chart, panel = page.content.reasons_chart, page.asking.panel
    spot = chart.box_of(1).center().toPoint()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=spot)
    assert panel.name.text() == "Årsager i grupper, alle henvendelser · Psykiske gener"
    qtbot.keyClick(panel.rows, Qt.Key.Key_Escape)
    assert focused(page) is chart
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert panel.name.text() == "Årsager i grupper, alle henvendelser · Familieliv"
    qtbot.keyClick(panel.rows, Qt.Key.Key_Escape)
    months = page.content.months_chart
    months.setFocus()
    qtbot.keyClick(months, Qt.Key.Key_End)
    qtbot.keyClick(months, Qt.Key.Key_Return)
    assert panel.name.text() == "Udvikling, 12 måneder · november 2026"
    assert panel.count.text() == "3 rækker bag tallet"


def test_a_bar_over_first_contacts_is_theirs(qtbot: QtBot, page: ReportsPage) -> None:
    page.controls.over.button("first").click()
    chart = page.content.reasons_chart
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.box_of(0).center().toPoint())
    assert page.asking.panel.name.text() == "Årsager i grupper, unikke · Fysiske gener"


def test_the_panel_follows_what_is_registered_and_the_period(
    qtbot: QtBot, page: ReportsPage, store: Store, lem: Workplace
) -> None:
    click_cell(qtbot, page, "by_workplace", 1, 4)
    panel = page.asking.panel
    assert panel.value.text() == "2"
    register(store, InquiryDraft(date=date(2026, 11, 6), workplace_id=lem.id, reasons=("P01",)))
    page.reload()
    assert (panel.value.text(), len(panel.model.rows)) == ("3", 3)
    page.controls.workplaces.set_codes(["SKJERN"])
    page.controls.workplaces.changed.emit()
    assert panel.isHidden(), "the figure is not in the report any more"


def test_who_is_seen_is_logged_once(
    qtbot: QtBot, page: ReportsPage, store: Store, lem: Workplace
) -> None:
    click_cell(qtbot, page, "channels", 0, 1)
    read(qtbot, page.asking.panel)
    lines = store.access.lines()
    (karen,) = [person for person in store.people.all() if person.name == "Karen Møller"]
    told = [(line.record_id, line.action, line.ways) for line in lines]
    assert told == [(karen.id, Access.LOOKED_UP, (Way.FIGURE,))]
    page.reload()
    read(qtbot, page.asking.panel)
    assert len(store.access.lines()) == 1
    qtbot.keyClick(page.asking.panel.rows, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert store.access.lines()[0].ways == (Way.CLIPBOARD,)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0] == "Dato\tHvem og hvad\tArbejdsplads"
    assert "Karen Møller · Unik" in copied


def test_notes_are_never_shown(qtbot: QtBot, page: ReportsPage, store: Store) -> None:
    newest = store.inquiries.newest()
    assert newest is not None
    register(store, InquiryDraft(date=date(2026, 11, 9), reasons=("P01",), note="meget privat"))
    page.reload()
    qtbot.mouseClick(page.content.contacts._parts[0], Qt.MouseButton.LeftButton)
    panel = page.asking.panel
    assert len(read(qtbot, panel)) == 4
    shown_now = " ".join(str(cell) for row in read(qtbot, panel) for cell in row)
    assert "privat" not in shown_now


def test_a_person_and_a_promise_are_opened(
    qtbot: QtBot, page: ReportsPage, store: Store, visited: Visited
) -> None:
    (karen,) = [person for person in store.people.all() if person.name == "Karen Møller"]
    store.followups.add(FollowUp(due_on=date(2026, 11, 12), text="ring", person_id=karen.id))
    store.followups.add(FollowUp(due_on=date(2026, 11, 13), text="tænk"))
    page.reload()
    panel = page.asking.panel
    seen = page.content.persons._lines[1][0]
    qtbot.mouseClick(seen, Qt.MouseButton.LeftButton)
    assert panel.name.text() == "Personer set"
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    click_cell(qtbot, page, "followups", 0, 2)
    assert [row[1] for row in read(qtbot, panel)] == ["Karen Møller · Åben", "Åben"]
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Down)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    person = ("person", ShowPerson(karen.id))
    assert visited == [person, person, ("followups", None)]


def test_the_focus_is_on_the_rows_when_the_page_is_entered_again(
    qtbot: QtBot, page: ReportsPage
) -> None:
    click_cell(qtbot, page, "channels", 0, 1)
    assert page.first_focus() is page.asking.panel.rows
    page.asking.panel.close_button.click()
    assert page.first_focus() is page.controls.first_button()


def test_a_figure_that_is_left_out_of_sight_comes_back_into_it(
    qtbot: QtBot, page: ReportsPage
) -> None:
    view = page.content.tables["channels"].table
    view.go_to(0, 1)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(page.asking.panel.rows, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.asking._settled.isActive())
    top = view.mapTo(page, view.box_of(view.currentIndex()).center())
    assert page.rect().contains(top)
    assert view.visibleRegion().contains(view.box_of(view.currentIndex()).center())


def test_under_the_report_where_there_is_no_room_beside_it(qtbot: QtBot, page: ReportsPage) -> None:
    page.resize(700, 660)
    click_cell(qtbot, page, "gender", 0, 1)
    panel = page.asking.panel
    below = panel.mapTo(page, QPoint(0, 0)).y()
    assert below > page.asking.mapTo(page, QPoint(0, 0)).y() + 100


def test_it_is_all_there_in_english(
    qtbot: QtBot, services: Services, busy_autumn: Workplace
) -> None:
    services.device.set("language", "en")
    english = shown(qtbot, services)
    click_cell(qtbot, english, "gender", 0, 1)
    assert english.asking.panel.name.text() == "Unique persons, gender · Woman"
    assert english.asking.panel.definition.text().startswith("Gender: ")


def test_a_registered_person_without_a_name_yet_is_still_a_row(
    qtbot: QtBot, page: ReportsPage, store: Store, lem: Workplace
) -> None:
    draft = InquiryDraft(
        date=date(2026, 11, 10),
        workplace_id=lem.id,
        identity=Identity.REGISTERED,
        name="Bo",
        reasons=("P01",),
    )
    register(store, draft)
    page.reload()
    qtbot.mouseClick(page.content.contacts._parts[1], Qt.MouseButton.LeftButton)
    assert [row[1] for row in read(qtbot, page.asking.panel)] == [
        "Karen Møller · Unik",
        "Bo · Unik",
    ]


def test_what_another_program_changed_is_counted_again(
    qtbot: QtBot, page: ReportsPage, store: Store
) -> None:
    with store.atomic():
        store.database.execute("UPDATE inquiry SET date = '2026-11-08' WHERE date = '2026-11-03'")
        store.database.execute("UPDATE inquiry SET date = '2026-10-05' WHERE date = '2026-11-05'")
    assert page.content.contacts._parts[0].accessibleName() == "I alt: 3"
    qtbot.mouseClick(page.content.contacts._parts[0], Qt.MouseButton.LeftButton)
    assert page.content.contacts._parts[0].accessibleName() == "I alt: 2"
    assert page.asking.panel.value.text() == "2"
    assert len(page.asking.panel.model.rows) == 2


def test_who_was_erased_is_a_row_without_a_name_and_no_look_up(
    qtbot: QtBot, page: ReportsPage, services: Services, store: Store
) -> None:
    (karen,) = [person for person in store.people.all() if person.name == "Karen Møller"]
    erase_person(store, services.paths, karen.id)
    before = len(store.access.lines())
    page.reload()
    qtbot.mouseClick(page.content.contacts._parts[1], Qt.MouseButton.LeftButton)
    assert [row[1] for row in read(qtbot, page.asking.panel)] == ["Slettet person · Unik"]
    assert len(store.access.lines()) == before


def test_words_cannot_be_asked_for(
    qtbot: QtBot, page: ReportsPage, store: Store, lem: Workplace, busy_autumn: Workplace
) -> None:
    hold_weekly(store, busy_autumn, 3, Shift.NONE)
    hold_weekly(store, lem, 0, Shift.NIGHT)
    page.reload()
    values = page.content.suggestions.parts()
    assert values
    assert all(value.focusPolicy() is Qt.FocusPolicy.NoFocus for value in values)
    qtbot.mouseClick(values[0], Qt.MouseButton.LeftButton)
    assert page.asking.panel.isHidden()


def test_a_closed_figure_says_that_it_is_frozen_and_what_it_would_be_now(
    qtbot: QtBot, page: ReportsPage, store: Store
) -> None:
    for day in (6, 7):
        add_contact(store, None, date(2026, 10, day), reasons=("S01",))
    october = Period.month(date(2026, 10, 1))
    close_month(store, october, anyway=True)
    page.open(october)
    click_cell(qtbot, page, "reasons_by_group", 1, 1)
    panel = page.asking.panel
    assert panel.note.label.text().endswith("Rækkerne giver stadig 2.")
    store.inquiries.delete(panel.model.rows[0].id)
    assert panel.value.text() == "2", "the closed figure stays"
    assert panel.note.isVisible()
    assert panel.note.label.text().endswith("nu ville det være 1.")
    assert panel.count.text() == "Rækkerne, som de er nu: 1"
    assert panel.how.text().startswith("Som rækkerne er nu: ")
    page.open(Period.month(date(2026, 11, 1)))
    assert not panel.note.isVisible()
