"""A project lead looks at what would leave the house, and writes it with one click."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.export.evaluator.ladder import Cancelled
from app.export.outside.detail import Detail
from app.export.outside.profiles import Profile
from app.export.outside.releasing import Asked, protect_request, read_request, write_release
from app.models.access import Way
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.evaluator.page import EvaluatorPage
from app.ui.pages.reports.page import ReportsPage
from app.ui.progress_line import ProgressLine
from app.ui.services import Services
from app.ui.tasks import InlineRunner
from tests.records import add_contact, add_person
from tests.ui.conftest import RecordingNotices

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def autumn(store: Store) -> None:
    """Eight persons with three kinds of reasons in October, and one alone in November."""
    for number in range(8):
        person = add_person(store, f"Person {number}")
        reason = ("P01", "S01", "F05")[number % 3]
        add_contact(store, person, date(2026, 10, 6 + number), reasons=(reason,))
    add_contact(store, None, date(2026, 11, 3))


@pytest.fixture
def page(qtbot: QtBot, services: Services, autumn: None) -> EvaluatorPage:
    return shown(qtbot, services)


def shown(qtbot: QtBot, services: Services) -> EvaluatorPage:
    page = EvaluatorPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    return page


class SlowRunner(InlineRunner):
    """Keeps the work that goes on beside the store until the test lets it go on."""

    def __init__(self, store: Store, unhandled: Callable[[Exception], None]) -> None:
        super().__init__(store, unhandled)
        self.waiting: list[tuple[Any, ...]] = []

    def beside(self, job: Any, done: Any = None, failed: Any = None, *, key: str = "") -> None:
        self.waiting.append((job, done, failed))

    def go_on(self) -> None:
        for job, done, failed in self.waiting:
            super().beside(job, done, failed)
        self.waiting = []


@pytest.fixture
def slow(store: Store, notices: RecordingNotices) -> SlowRunner:
    return SlowRunner(store, notices.show_error)


@pytest.fixture
def slow_page(qtbot: QtBot, services: Services, slow: SlowRunner, autumn: None) -> EvaluatorPage:
    return shown(qtbot, msgspec.structs.replace(services, runner=slow))


def test_the_page_says_what_would_come_along(page: EvaluatorPage) -> None:
    assert page.picker.kind() == "year"
    page.open(OCTOBER)
    assert page.preview.lines[0].startswith("8 af 8 henvendelser kommer med; ingen udelades.")
    assert page.preview.accessibleName() == "Kommer med: oktober 2026"
    assert page.writing.real.isEnabled()


def test_single_days_become_whole_months(page: EvaluatorPage) -> None:
    page.open(Period(date(2026, 10, 7), date(2026, 11, 2)))
    assert page.period() == Period(date(2026, 10, 1), date(2026, 11, 30))
    assert "8 af 9" in page.preview.lines[0] or "9 af 9" in page.preview.lines[0]


def test_a_new_contact_is_counted_at_once(page: EvaluatorPage, store: Store) -> None:
    page.open(OCTOBER)
    add_contact(store, None, date(2026, 10, 20))
    assert "af 9 henvendelser" in page.preview.lines[0]


def test_one_click_writes_the_pack_and_the_log(
    page: EvaluatorPage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    store.settings.set("export_folder", str(tmp_path / "out"))
    page.open(OCTOBER)
    qtbot.mouseClick(page.writing.real, Qt.MouseButton.LeftButton)
    folder = tmp_path / "out" / "vejviser-evaluator-2026-10"
    assert json.loads((folder / "datapackage.json").read_bytes())["vejviser"]["released"] == 8
    assert page.writing.saved.label.text() == "Gemt: vejviser-evaluator-2026-10 i mappen out"
    assert {line.ways for line in store.access.lines()} == {(Way.EVALUATOR,)}
    assert len(store.access.lines()) == 8
    assert page.writing.real.isEnabled()


def test_one_click_writes_the_twin_and_no_log(
    page: EvaluatorPage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    store.settings.set("export_folder", str(tmp_path / "out"))
    page.open(OCTOBER)
    qtbot.mouseClick(page.writing.synthetic, Qt.MouseButton.LeftButton)
    folder = tmp_path / "out" / "vejviser-evaluator-syntetisk-2026-10"
    assert b",synthetic," in (folder / "contacts.csv").read_bytes()
    assert store.access.lines() == ()


def test_work_that_takes_longer_is_shown_and_can_be_cancelled(
    slow_page: EvaluatorPage, slow: SlowRunner, qtbot: QtBot, notices: RecordingNotices
) -> None:
    preview = slow_page.preview
    assert not slow_page.writing.real.isEnabled()
    qtbot.waitUntil(preview.progress.isVisible)
    qtbot.mouseClick(preview.progress.cancel, Qt.MouseButton.LeftButton)
    assert not preview.progress.isVisible()
    slow.go_on()
    assert preview.lines == []
    assert preview.again.isVisible()
    assert not slow_page.writing.real.isEnabled()
    assert slow_page.writing.synthetic.isEnabled()
    preview.again.click()
    slow.go_on()
    assert preview.lines
    assert not preview.again.isVisible()
    assert notices.errors == []


def test_writing_the_twin_can_be_cancelled(
    slow_page: EvaluatorPage, slow: SlowRunner, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    store.settings.set("export_folder", str(tmp_path / "out"))
    slow.go_on()
    slow_page.writing.synthetic.click()
    qtbot.waitUntil(slow_page.writing.progress.isVisible)
    slow_page.writing.progress.cancel.click()
    slow.go_on()
    assert not (tmp_path / "out").exists()
    assert slow_page.writing.real.isEnabled()


def test_leaving_the_page_stops_the_work_and_coming_back_begins_anew(
    slow_page: EvaluatorPage, slow: SlowRunner
) -> None:
    slow_page.leave()
    slow_page.hide()
    slow.go_on()
    assert slow_page.preview.lines == []
    slow_page.show()
    slow.go_on()
    assert slow_page.preview.lines


def test_a_folder_that_cannot_be_written_is_told(
    page: EvaluatorPage, store: Store, tmp_path: Path, notices: RecordingNotices
) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    store.settings.set("export_folder", str(tmp_path / "taken"))
    page.open(OCTOBER)
    page.writing.real.click()
    page.writing.synthetic.click()
    assert [type(error) for error in notices.errors] == [UserError, UserError]
    assert page.writing.real.isEnabled()
    assert not page.writing.saved.isVisible()


def test_escape_leads_back_to_the_reports_and_they_lead_here(
    page: EvaluatorPage, services: Services, qtbot: QtBot, visited: list[tuple[str, object]]
) -> None:
    page.activateWindow()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.writing.real.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert visited[-1] == ("reports", None)
    reports = ReportsPage(services)
    qtbot.addWidget(reports)
    reports.open(OCTOBER)
    reports.controls.internal.button.click()
    assert visited[-1] == ("evaluator", OCTOBER)


def test_a_watch_stops_the_work_at_its_next_step(qtbot: QtBot) -> None:
    line = ProgressLine()
    qtbot.addWidget(line)
    first = line.start()
    first(1, 4)
    second = line.start()
    with pytest.raises(Cancelled):
        first(2, 4)
    second(3, 4)
    assert (second.done, second.of) == (3, 4)
    line.end()
    with pytest.raises(Cancelled):
        second(4, 4)


def test_a_report_that_is_released_is_taken_into_account_at_once(
    page: EvaluatorPage, store: Store, notices: RecordingNotices
) -> None:
    assert page.preview.lines[-1].startswith("Der er ikke udgivet nogen opgørelse.")
    close_month(store, OCTOBER, anyway=True)
    asked = Asked(Profile.STEERING, OCTOBER, detail=Detail.SUMS)
    write_release(store, protect_request(read_request(store, asked)))
    assert notices.errors == []
    assert page.preview.lines[-1].startswith("Holdt op mod 1 udgivet opgørelse")


def test_a_pack_that_is_there_is_replaced_only_when_asked_for(
    page: EvaluatorPage, store: Store, tmp_path: Path, qtbot: QtBot
) -> None:
    store.settings.set("export_folder", str(tmp_path / "out"))
    page.open(OCTOBER)
    writing = page.writing
    writing.real.click()
    folder = tmp_path / "out" / "vejviser-evaluator-2026-10"
    before = (folder / "contacts.csv").read_bytes()
    logged = len(store.access.lines())
    writing.real.setFocus()
    qtbot.keyClick(writing.real, Qt.Key.Key_Space)
    assert "vejviser-evaluator-2026-10 findes allerede" in writing.question.text()
    assert page.window().focusWidget() is writing.keep
    assert not writing.saved.isVisible()
    qtbot.keyClick(writing.keep, Qt.Key.Key_Space)
    assert page.window().focusWidget() is writing.real
    assert (folder / "contacts.csv").read_bytes() == before
    assert len(store.access.lines()) == logged
    qtbot.keyClick(writing.real, Qt.Key.Key_Space)
    qtbot.keyClick(writing.replace, Qt.Key.Key_Space)
    assert (folder / "contacts.csv").read_bytes() != before, "the new pack has new ids"
    assert writing.saved.isVisible()
    assert not writing.question.isVisible()


def test_where_the_pack_is_is_not_told_of_another_period(
    page: EvaluatorPage, store: Store, tmp_path: Path
) -> None:
    store.settings.set("export_folder", str(tmp_path / "out"))
    page.open(OCTOBER)
    page.writing.real.click()
    assert page.writing.saved.isVisible()
    page.picker.step(-1)
    assert not page.writing.saved.isVisible()


def test_a_period_that_has_not_begun_has_no_pack(
    page: EvaluatorPage, notices: RecordingNotices
) -> None:
    page.open(Period.month(date(2026, 12, 1)))
    (error,) = notices.errors
    assert isinstance(error, UserError)
    assert "ikke begyndt" in error.message("da")
    assert not page.writing.real.isEnabled()
    assert page.writing.synthetic.isEnabled()


def test_the_kind_of_period_and_the_focus_are_those_of_what_it_is_opened_on(
    page: EvaluatorPage,
) -> None:
    page.first_focus().setFocus()
    page.open(Period.quarter(date(2026, 7, 1)))
    assert page.picker.kind() == "quarter"
    assert page.window().focusWidget() is page.first_focus()


def test_after_the_lock_the_same_period_is_there(
    page: EvaluatorPage, services: Services, qtbot: QtBot
) -> None:
    page.open(Period(date(2026, 3, 5), date(2026, 5, 6)))
    page.leave()
    again = shown(qtbot, services)
    assert again.picker.kind() == "own"
    assert again.picker.period() == (date(2026, 3, 5), date(2026, 5, 6))
