"""A counsellor locks the window in the middle of a new visit and goes on with it afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.paths import Paths
from app.ui.application import Application
from app.ui.gates.unlock import Unlock
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.visit_form import VisitForm
from tests.records import add_workplace
from tests.stores import PASSPHRASE, new_store, standing_clock
from tests.window_day import PATIENCE_MS, Day


@pytest.fixture
def day(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Day]:
    store = new_store(tmp_path)
    add_workplace(store, "LEM", "Vestas i Lem")
    store.close()
    day = Day(qtbot, Application(qapp, Paths(tmp_path / "data"), clock=standing_clock()))
    yield day
    qapp.removeEventFilter(day.shown)
    day.application.window.close()
    day.application.window.deleteLater()
    qapp.processEvents()


def enter(day: Day) -> None:
    day.type(PASSPHRASE)
    day.press("Enter")
    day.inside()


def visit_form(day: Day) -> VisitForm:
    page = day.workspace.current_page()
    assert isinstance(page, PlanPage)
    day.qtbot.waitUntil(lambda: isinstance(page.side.form, VisitForm), timeout=PATIENCE_MS)
    form = page.side.form
    assert isinstance(form, VisitForm)
    return form


def test_a_new_visit_is_gone_on_with_after_ctrl_l(day: Day) -> None:
    day.start()
    enter(day)
    day.press("Ctrl+Shift+N")
    day.settle()
    form = visit_form(day)
    day.type("vest")
    day.press("Enter", "Tab")
    day.type("2711")
    day.press("Tab")
    form.remark.setFocus()
    day.type("Ring på.")
    day.press("Ctrl+L")
    assert day.application.workspace is None
    assert isinstance(day.application.window.centralWidget(), Unlock)
    enter(day)
    form = visit_form(day)
    assert form.isVisible()
    assert form.place.text() == "Vestas i Lem"
    assert (form.day.line.text(), form.remark.text()) == ("27-11-2026", "Ring på.")
    day.press("Ctrl+Enter")
    day.settle()
    page = day.workspace.current_page()
    assert isinstance(page, PlanPage)
    assert page.side.form is None
    assert [visit.remark for visit in page.data.visits] == ["Ring på."]
