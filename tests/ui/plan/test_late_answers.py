"""The store answers a little later than the fingers move."""

from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from pytestqt.qtbot import QtBot

from app.models.plan import PlanStatus, find_planned
from app.models.store import Store
from app.models.types import RecordId, Workplace
from app.models.visit_ids import visit_id
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.target import NewVisit
from app.ui.pages.plan.visit_form import VisitForm
from app.ui.services import Services
from app.ui.tasks import InlineRunner
from app.ui.widgets.week_grid_buttons import DayButton
from tests.ui.plan.conftest import FRIDAY, AddRule, Press


class LaterRunner(InlineRunner):
    """Does every job in a later turn of the event loop, as the store's own thread does."""

    def run(self, job: Any, done: Any = None, failed: Any = None, *, key: str = "") -> None:
        QTimer.singleShot(0, lambda: InlineRunner.run(self, job, done, failed, key=key))


@pytest.fixture
def later(services: Services, store: Store) -> Services:
    def failed(error: Exception) -> None:
        raise error

    return replace(services, runner=LaterRunner(store, failed))


@pytest.fixture
def page(later: Services, qtbot: QtBot) -> PlanPage:
    made = PlanPage(later)
    qtbot.addWidget(made)
    made.resize(1158, 660)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
        focus = made.first_focus()
        assert focus is not None
        focus.setFocus()
    return made


def test_the_focus_waits_at_the_days_before_the_visits_are_there(
    friday: RecordId, page: PlanPage, qtbot: QtBot
) -> None:
    assert isinstance(page.window().focusWidget(), DayButton)
    qtbot.waitUntil(lambda: page.grid.item_button(friday) is not None)
    assert isinstance(page.window().focusWidget(), DayButton)


def test_on_an_empty_plan_the_focus_goes_to_the_way_out(page: PlanPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.window().focusWidget() is page.view.empty.button)


def test_a_key_that_comes_before_the_panel_is_for_the_visit_that_was_chosen(
    store: Store,
    friday: RecordId,
    arla: Workplace,
    add_rule: AddRule,
    page: PlanPage,
    qtbot: QtBot,
    press: Press,
) -> None:
    other = visit_id(add_rule(arla, 5, "13:00").series_id, FRIDAY)
    page.reload()
    qtbot.waitUntil(lambda: page.grid.item_button(other) is not None)
    page.grid.focus_item(friday)
    qtbot.waitUntil(lambda: page.side.details is not None)

    press(page, Qt.Key.Key_Down, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: page.side.form is not None)
    press(page, Qt.Key.Key_1)

    qtbot.waitUntil(lambda: find_planned(store, other).status is PlanStatus.CANCELLED)
    assert find_planned(store, friday).status is PlanStatus.PLANNED


def test_a_new_visit_that_is_begun_at_once_is_offered_the_workplaces_when_they_are_read(
    lem: Workplace, page: PlanPage, qtbot: QtBot, press: Press
) -> None:
    page.open(NewVisit())
    form = page.side.form
    assert isinstance(form, VisitForm)
    qtbot.waitUntil(lambda: not page.data.begun)

    press(page, "lem", Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: form.place.workplace_id() == lem.id)
    assert form.isVisible()
    press(page, Qt.Key.Key_Escape)
    assert page.window().focusWidget() is page.view.empty.button
