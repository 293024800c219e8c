"""The page in every state: nothing clipped, everything named and large enough, small or enlarged."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models import planning
from app.models.plan_types import PresenceRule
from app.models.store import Store
from app.models.types import Counsellor, RecordId, Shift, Workplace
from app.ui import theme
from app.ui.pages.plan.activity_form import ActivityForm
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.target import ShowDay
from app.ui.pages.plan.visit_form import VisitForm
from app.ui.services import Services
from tests.screens import audits
from tests.ui.plan.conftest import FRIDAY, TODAY, AddRule

STATES = (
    "cards",
    "chosen",
    "f",
    "a",
    "v",
    "b",
    "new",
    "found",
    "wrong",
    "talk",
    "month",
    "holiday",
    "empty",
)
"""What is shown: a letter is the form that its key opens."""

Show = Callable[[str, str, int], PlanPage]


@pytest.fixture
def plan(
    store: Store,
    lem: Workplace,
    arla: Workplace,
    lars: Counsellor,
    fridays: PresenceRule,
    add_rule: AddRule,
) -> None:
    """Two places at once, three shifts, one visit cancelled, one on the weekend."""
    store.settings.set("holidays", "move")
    add_rule(arla, 5, "09:30", "Et mødelokale med et ganske langt navn", remark="Ring på hos HR.")
    add_rule(lem, 5, "22:30", "Vagtstuen", minutes=180, shift=Shift.NIGHT)
    made = planning.plan_visit(store, workplace_id=arla.id, day=FRIDAY, time="13:00", minutes=60)
    planning.cancel_visit(store, made.id, "Leder på ferie")
    planning.plan_visit(store, workplace_id=lem.id, day=TODAY, time="10:00", minutes=60)


@pytest.fixture
def show(qapp: QApplication, services: Services, qtbot: QtBot) -> Iterator[Show]:
    def build(state: str, look: str, percent: int) -> PlanPage:
        theme.apply(qapp, "dark" if look == "dark" else "light", "normal", percent / 100)
        page = PlanPage(services)
        qtbot.addWidget(page)
        page.resize(1158 if percent == 100 else 940, 660 if percent == 100 else 600)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    yield build
    theme.apply(qapp, "light", "normal", 1.0)


def bring_into(page: PlanPage, state: str, friday: RecordId, qtbot: QtBot) -> None:
    if state == "month":
        page.controls.mode.button("month").click()
    elif state == "holiday":
        page.open(ShowDay(date(2026, 12, 25)))
    elif state == "new":
        page.controls.new_visit.click()
    elif state == "found":
        page.panel.open_visit_form(FRIDAY)
        form = page.side.form
        assert isinstance(form, VisitForm)
        form.take_up(form.draft())
    elif state == "wrong":
        page.panel.open_visit_form(FRIDAY)
        form = page.side.form
        assert isinstance(form, VisitForm)
        QApplication.processEvents()
        form.length.line.setText("1441")
        form.counsellors.set_value(())
        form.save()
    elif state == "talk":
        page.controls.new_activity.click()
        form = page.side.form
        assert isinstance(form, ActivityForm)
        form.workplaces.set_value([visit.workplace_id for visit in page.data.visits[:2]])
        form.topics.set_value(["T05", "T06"])
    elif state != "cards":
        page.grid.focus_item(friday)
    if len(state) == 1:
        qtbot.keyClicks(page.window().focusWidget(), state)
        assert page.side.form is not None
    for _ in range(6):  # layouts that depend on their width settle one inside the other
        QApplication.processEvents()


@pytest.mark.usefixtures("plan")
@pytest.mark.parametrize(("look", "percent"), [("light", 100), ("dark", 100), ("light", 200)])
@pytest.mark.parametrize("state", [state for state in STATES if state != "empty"])
def test_everything_fits_and_says_what_it_is(
    show: Show,
    friday: RecordId,
    qtbot: QtBot,
    tmp_path: Path,
    state: str,
    look: str,
    percent: int,
) -> None:
    page = show(state, look, percent)
    bring_into(page, state, friday, qtbot)
    assert page.grab().save(str(tmp_path / f"{state}.png"))
    assert audits.clipped(page) == []
    assert audits.without_name(page) == []
    assert audits.too_small(page) == []


def test_an_empty_plan_fits_too(show: Show) -> None:
    page = show("empty", "light", 200)
    assert audits.clipped(page) == []
    assert audits.without_name(page) == []


@pytest.mark.usefixtures("plan")
def test_what_is_wrong_below_the_grid_is_scrolled_to(
    show: Show, friday: RecordId, qtbot: QtBot, lem: Workplace
) -> None:
    page = show("new", "light", 200)
    bring_into(page, "new", friday, qtbot)
    form = page.side.form
    assert isinstance(form, VisitForm)
    form.place.chosen.emit(lem.id)
    form.counsellors.set_value(())
    form.save()
    focused = page.window().focusWidget()
    assert form.counsellors.isAncestorOf(focused)
    qtbot.waitUntil(lambda: focused.visibleRegion().boundingRect() == focused.rect())


@pytest.mark.usefixtures("plan")
def test_what_is_opened_below_the_grid_is_scrolled_to(
    show: Show, friday: RecordId, qtbot: QtBot
) -> None:
    page = show("f", "light", 200)
    bring_into(page, "f", friday, qtbot)
    assert page.side.y() >= page.grid.y() + page.grid.height(), "neither lies over the other"
    focused = page.window().focusWidget()
    qtbot.waitUntil(
        lambda: (
            not focused.visibleRegion().isEmpty()
            and focused.visibleRegion().boundingRect() == focused.rect()
        )
    )


@pytest.mark.usefixtures("plan")
def test_the_focus_goes_as_the_eye_does_and_comes_round(show: Show) -> None:
    page = show("cards", "light", 100)
    page.controls.back.setFocus()
    stops = audits.tab_stops(page)
    assert audits.out_of_order(stops) == []
    assert any(page.grid.isAncestorOf(stop) for stop in stops)
    assert any(page.side.isAncestorOf(stop) for stop in stops)
