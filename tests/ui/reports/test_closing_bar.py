"""A project lead closes the month where its figures stand, without a dialog, and takes it back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.errors import Conflict
from app.models.inquiry_drafts import InquiryDraft, save_draft
from app.models.month_checks import Check, Finding
from app.models.month_closing import close_month, restate_month
from app.models.periods import Period
from app.models.planning import plan_visit
from app.models.store import Store
from app.models.types import RecordId, Workplace
from app.texts import Text
from app.ui.pages.collected.target import ShowMonths
from app.ui.pages.plan.target import ShowVisit
from app.ui.pages.reports.close_panel import ClosePanel, RestatePanel
from app.ui.pages.reports.closing_ways import go_to
from app.ui.pages.reports.page import ReportsPage
from app.ui.pages.targets import EditInquiry
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_contact
from tests.stores import new_store, ticking_clock
from tests.ui.conftest import RecordingNotices

OCTOBER = Period.month(date(2026, 10, 1))
NOVEMBER = Period.month(date(2026, 11, 1))
DAY = date(2026, 10, 20)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path, ticking_clock())
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot: QtBot, services: Services, store: Store, lem: Workplace) -> ReportsPage:
    """The page on October 2026, in which there is one contact."""
    add_contact(store, None, DAY, workplace_id=lem.id)
    page = ReportsPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.open(OCTOBER)
    return page


def press(widget: QWidget, *keys: str) -> None:
    widget.setFocus()
    typist = Typist()
    for key in keys:
        typist.press(key)


def panel(page: ReportsPage) -> ClosePanel:
    assert isinstance(page.closing.panel, ClosePanel)
    return page.closing.panel


def test_the_line_tells_how_far_the_month_has_come(
    page: ReportsPage, store: Store, lem: Workplace
) -> None:
    bar = page.closing
    assert bar.told.text() == "Oktober 2026 er åben og klar til at lukkes."
    assert bar.close_button.isVisible()
    plan_visit(store, workplace_id=lem.id, day=DAY, time="09:00", minutes=60)
    assert bar.told.text() == "Oktober 2026 er åben. Der er 1 punkt på tjeklisten."
    page.open(NOVEMBER)
    assert bar.told.text() == "November 2026 er åben og kan lukkes fra 01-12-2026."
    assert not bar.close_button.isVisible()
    page.open(Period.quarter(date(2026, 7, 1)))
    assert not bar.isVisible()


def test_a_quarter_with_a_closed_month_says_that_it_is_counted_now(
    page: ReportsPage, store: Store
) -> None:
    close_month(store, OCTOBER)
    page.open(Period.quarter(OCTOBER.first))
    assert page.closing.isVisible()
    assert page.closing.told.text().startswith("Talt op af data, som de er nu")
    assert not page.closing.close_button.isVisible()


def test_a_month_is_closed_with_the_keyboard_and_taken_back(
    page: ReportsPage, store: Store, services: Services, notices: RecordingNotices
) -> None:
    bar = page.closing
    press(bar.close_button, "Space")
    assert panel(page).save_button.text() == "Luk måneden"
    assert page.window().focusWidget() is panel(page).save_button
    press(panel(page).save_button, "Esc")
    assert bar.panel is None
    assert page.window().focusWidget() is bar.close_button
    press(bar.close_button, "Space", "Enter")

    assert notices.told == ["Oktober 2026 er lukket"]
    assert bar.told.text() == "Lukket 21-11-2026 af KM."
    assert bar.panel is None
    assert not bar.close_button.isVisible()
    assert page.window().focusWidget() is page.controls.profile.button("internal")

    services.commands.undo()
    assert bar.told.text() == "Oktober 2026 er åben og klar til at lukkes."
    services.commands.redo()
    assert bar.told.text() == "Lukket 21-11-2026 af KM."


def test_a_close_of_another_day_can_be_undone_until_it_is_released(
    page: ReportsPage, store: Store, notices: RecordingNotices
) -> None:
    close = close_month(store, OCTOBER)
    bar = page.closing
    press(bar.undo_button, "Space")
    assert notices.told == ["Oktober 2026: fortrudt"]
    assert bar.told.text() == "Oktober 2026 er åben og klar til at lukkes."
    page.services.commands.undo()
    assert bar.undo_button.isVisible()
    store.month_closes.mark_released(close.id, "2026-10-public")
    page.reload()
    assert not bar.undo_button.isVisible()


def test_closing_says_how_far_it_has_come_and_can_be_stopped(
    page: ReportsPage, store: Store, notices: RecordingNotices
) -> None:
    bar = page.closing
    bar.open_close()
    told: list[str] = []
    buttons: list[str] = []

    def stop_at_the_third(done: int, total: int) -> None:
        told.append(bar.told.text())
        buttons.append(panel(page).back_button.text())
        if done == 2 and total == 4:
            panel(page).back_button.click()

    bar.freezing.moved.connect(stop_at_the_third)
    panel(page).save_button.click()
    assert told == [f"Lukker oktober 2026 … {done} af 4" for done in range(3)]
    assert set(buttons) == {"Stop"}
    assert not store.month_closes.is_closed(DAY)
    assert notices.errors == []
    assert panel(page).back_button.text() == "Tilbage"
    assert bar.told.text() == "Oktober 2026 er åben og klar til at lukkes."


def ways(page: ReportsPage) -> list[QPushButton]:
    return [way for way in panel(page).ways if isinstance(way, QPushButton)]


def test_each_thing_on_the_check_list_leads_to_where_it_is_mended(
    page: ReportsPage, store: Store, lem: Workplace, visited: list[tuple[str, object]]
) -> None:
    add_contact(store, None, date(2026, 9, 3))
    silent = add_contact(store, None, DAY, reasons=())
    planned = plan_visit(store, workplace_id=lem.id, day=DAY, time="09:00", minutes=60)
    save_draft(store, InquiryDraft(date=DAY, note="begyndt"), "kladde")
    page.reload()
    press(page.closing.close_button, "Space")
    assert panel(page).save_button.text() == "Luk alligevel"
    assert page.window().focusWidget() is panel(page).ways[0]
    assert [way.accessibleName() for way in ways(page)] == [
        "1 fremmøde er hverken holdt eller aflyst: tirsdag 20-10-2026, Vestas i Lem",
        "1 kladde er ikke gemt: tirsdag 20-10-2026",
        "1 henvendelse mangler en årsag: tirsdag 20-10-2026",
        "1 tidligere måned er stadig åben: september 2026",
    ]
    for way in ways(page):
        way.click()
    (plan, register, inquiry, reports) = visited
    assert plan == ("plan", ShowVisit(planned.id))
    assert register[0] == "register"
    assert getattr(register[1], "id", "") == "kladde"
    assert inquiry == ("register", EditInquiry(RecordId(silent.id)))
    assert reports == ("reports", Period.month(date(2026, 9, 1)))


def test_the_check_list_follows_what_is_done_and_can_be_set_aside(
    page: ReportsPage, store: Store
) -> None:
    silent = add_contact(store, None, DAY, reasons=())
    page.closing.open_close()
    assert len(panel(page).ways) == 1
    store.inquiries.delete(silent.id)
    assert panel(page).ways == []
    assert panel(page).save_button.text() == "Luk måneden"
    add_contact(store, None, DAY, reasons=())
    panel(page).save_button.click()
    assert store.month_closes.is_closed(DAY)


def test_what_was_corrected_since_is_listed_and_restated_with_a_reason(
    page: ReportsPage, store: Store, lem: Workplace, qtbot: QtBot
) -> None:
    close_month(store, OCTOBER)
    add_contact(store, None, DAY, workplace_id=lem.id)
    bar = page.closing
    assert bar.told.text().startswith("Lukket 21-11-2026 af KM. Rettet siden månedslukningen: ")
    assert bar.changed.isHidden()
    press(bar.changed_button, "Space")
    assert bar.changed.isVisible()
    assert bar.changed.model.index(0, 0).data() == "Henvendelser · Anonym · Antal"
    assert bar.changed_button.text() == "Skjul rettelserne"
    assert page.content.contacts._parts[0].accessibleName() == "I alt: 1"

    press(bar.restate_button, "Space")
    restate = bar.panel
    assert isinstance(restate, RestatePanel)
    assert page.window().focusWidget() is restate.reason
    press(restate.reason, "Enter")
    assert bar.panel is restate, "a reason is missing"
    qtbot.keyClicks(restate.reason, "En henvendelse manglede")
    qtbot.keyClick(restate.reason, Qt.Key.Key_Return)

    assert bar.panel is None
    assert bar.told.text().endswith("(udgave 2): En henvendelse manglede.")
    assert bar.changed.isHidden()
    assert page.content.contacts._parts[0].accessibleName() == "I alt: 2"
    page.open(NOVEMBER)
    assert page.content.restated.isVisible() == page.content.isVisible()


def test_a_correction_that_only_workplaces_show_is_told(
    page: ReportsPage, store: Store, lem: Workplace
) -> None:
    other = store.workplaces.add(Workplace(code="TIM", name="Tim"))
    first = add_contact(store, None, DAY, workplace_id=lem.id, reasons=("S01",))
    second = add_contact(store, None, DAY, workplace_id=other.id, reasons=("F01",))
    close_month(store, OCTOBER)
    for contact, reason in ((first, "F01"), (second, "S01")):
        stored = store.inquiries.get(contact.id)
        store.inquiries.change(replace(stored, reasons=(reason,)))
    bar = page.closing
    assert bar.told.text().endswith("Rettet siden på enkelte arbejdspladser.")
    assert bar.restate_button.isVisible()
    assert not bar.changed_button.isVisible()


def test_a_month_that_somebody_else_closed_meanwhile_is_told(
    page: ReportsPage, store: Store, notices: RecordingNotices
) -> None:
    page.closing.open_close()
    asked = panel(page)
    page.services.bus.blockSignals(True)  # another program on the same store tells nobody
    close_month(store, OCTOBER)
    asked.save_button.click()
    assert isinstance(notices.errors[0], Conflict)
    assert page.closing.panel is None


def test_all_things_on_the_check_list_can_be_reached(
    page: ReportsPage, store: Store, visited: list[tuple[str, object]]
) -> None:
    for day in range(1, 10):
        add_contact(store, None, date(2026, 10, day), reasons=())
    page.closing.open_close()
    asked = panel(page)
    assert isinstance(asked, ClosePanel)
    (rest,) = asked.rests
    before = len(asked.ways)
    assert rest.accessibleName() == "9 henvendelser mangler en årsag: og 3 til …"
    press(rest, "Space")
    assert len(asked.ways) == before + 3
    assert asked.rests == []
    focused = page.window().focusWidget()
    assert focused is asked.ways[before]
    press(asked.ways[-1], "Space")
    assert visited[-1][0] == "register"


def test_what_computers_have_not_sent_leads_to_where_it_comes_in(
    services: Services, visited: list[tuple[str, object]]
) -> None:
    words = Text("Vejleder AB (AB)", "Counsellor AB (AB)")
    missing = Finding(check=Check.NOT_REPORTED, ref="device", text=words, day=OCTOBER.last)
    go_to(services, missing)
    assert visited == [("collected", ShowMonths())]


def test_an_empty_month_shows_what_was_restated_as_its_files_do(
    page: ReportsPage, store: Store, lem: Workplace
) -> None:
    august, september = Period.month(date(2026, 8, 1)), Period.month(date(2026, 9, 1))
    close_month(store, august, anyway=True)
    add_contact(store, None, date(2026, 8, 4), workplace_id=lem.id)
    restate_month(store, august, "glemt henvendelse")
    close_month(store, september, anyway=True)
    page.open(september)
    content = page.content
    assert page.empty.isVisible()
    assert content.restated.isVisible()
    assert "glemt henvendelse" in content.restated.universe.text()
    assert content.restated.model.rowCount() > 0
    others = (content.hint, content.contacts, content.definitions)
    assert not any(part.isVisible() for part in others)
    page.open(Period.month(date(2026, 7, 1)))
    assert page.empty.isVisible()
    assert not content.isVisible()
    page.open(OCTOBER)
    assert not page.empty.isVisible()
    assert all(part.isVisible() for part in others)
    assert not content.restated.isVisible()
