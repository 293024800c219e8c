"""Arranging single visits from the plan, by keys alone or with the mouse; each can be taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.errors import Conflict
from app.models import planning
from app.models.plan import PlanStatus, find_planned
from app.models.plan_types import Activity, ActivityKind, PresenceRule
from app.models.store import Store
from app.models.types import Counsellor, RecordId, VisitStatus, Workplace
from app.models.visit_ids import visit_id
from app.ui.pages.focus import holds_focus
from app.ui.pages.inquiries.target import ListInquiries
from app.ui.pages.plan.cancel_form import CancelForm
from app.ui.pages.plan.held_form import HeldForm
from app.ui.pages.plan.move_form import MoveForm
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.target import NewVisit, ShowVisit
from app.ui.services import Services
from app.ui.widgets.action_button import ActionButton
from tests.records import add_contact
from tests.ui.conftest import RecordingNotices
from tests.ui.plan.conftest import FRIDAY, TODAY, AddRule, Open, Press

THURSDAY = date(2026, 11, 19)
CHRISTMAS = date(2026, 12, 25)


def choose(page: PlanPage, key: str) -> None:
    page.grid.focus_item(key)
    assert page.grid.selected_key == key


def status(store: Store, key: RecordId) -> PlanStatus:
    return find_planned(store, key).status


def test_a_visit_is_moved_to_another_day_with_the_keyboard_alone(
    store: Store,
    services: Services,
    friday: RecordId,
    opened: Open,
    press: Press,
    notices: RecordingNotices,
) -> None:
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_Left, ctrl=True)
    press(page, Qt.Key.Key_Down, Qt.Key.Key_Down, ctrl=True)
    assert status(store, friday) is PlanStatus.PLANNED, "nothing is moved before Enter"
    press(page, Qt.Key.Key_Return)

    moved = find_planned(store, friday)
    assert (moved.day, f"{moved.start:%H.%M}", moved.status) == (
        THURSDAY,
        "09.30",
        PlanStatus.MOVED,
    )
    assert notices.told == ["Fremmødet er flyttet til 19. november kl. 09.30"]
    assert page.grid.selected_key == friday
    assert page.window().focusWidget() is page.grid.item_button(friday)

    services.commands.undo()
    assert find_planned(store, friday).day == FRIDAY
    assert page.grid.selected_key == friday


def test_a_visit_is_moved_by_typing_when(
    store: Store, services: Services, friday: RecordId, opened: Open, press: Press
) -> None:
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_F, "0212", Qt.Key.Key_Tab, "1315", Qt.Key.Key_Return)

    moved = find_planned(store, friday)
    assert (moved.day, f"{moved.start:%H.%M}") == (date(2026, 12, 2), "13.15")
    assert page.controls.title.text() == "Uge 49, 2026", "one sees where it went"
    assert page.grid.selected_key == friday
    services.commands.undo()
    assert find_planned(store, friday).day == FRIDAY


def test_plus_seven_is_a_week_after_the_visit_whatever_day_it_is_today(
    store: Store, fridays: PresenceRule, opened: Open, press: Press
) -> None:
    page = opened()
    later = visit_id(fridays.series_id, FRIDAY + timedelta(weeks=4))
    page.show_visit(later, FRIDAY + timedelta(weeks=4))
    press(page, Qt.Key.Key_F, "+7", Qt.Key.Key_Return)
    assert find_planned(store, later).day == FRIDAY + timedelta(weeks=5)


def test_a_date_that_cannot_be_read_moves_nothing_and_keeps_the_form(
    store: Store, friday: RecordId, opened: Open, press: Press
) -> None:
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_F, "snart", Qt.Key.Key_Return)
    assert isinstance(page.side.form, MoveForm)
    assert page.side.form.day.line.property("invalid") == "true"
    press(page, Qt.Key.Key_Escape)
    assert page.side.form is None
    assert page.window().focusWidget() is page.grid.item_button(friday)
    assert status(store, friday) is PlanStatus.PLANNED


def test_a_visit_is_dragged_to_another_day(
    store: Store, friday: RecordId, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    button = page.grid.item_button(friday)
    assert button is not None
    left, middle = Qt.MouseButton.LeftButton, button.rect().center()
    width = button.width()
    QTest.mousePress(button, left, pos=middle)
    for step in (0.3, 0.7, 1.1):
        QTest.mouseMove(button, middle - QPoint(round(width * step), 0))
    QTest.mouseRelease(button, left, pos=middle - QPoint(round(width * 1.1), 0))
    assert find_planned(store, friday).day == THURSDAY


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ((Qt.Key.Key_A, Qt.Key.Key_1), "Sygdom"),
        ((Qt.Key.Key_A, Qt.Key.Key_2), "Leder på ferie"),
        ((Qt.Key.Key_Delete, Qt.Key.Key_3), "Lukket"),
        ((Qt.Key.Key_A, Qt.Key.Key_4, "Strejke", Qt.Key.Key_Return), "Strejke"),
    ],
)
def test_a_visit_is_cancelled_with_a_reason(
    store: Store,
    services: Services,
    friday: RecordId,
    opened: Open,
    press: Press,
    keys: tuple[Qt.Key | str, ...],
    reason: str,
) -> None:
    page = opened()
    choose(page, friday)
    press(page, *keys)
    cancelled = find_planned(store, friday)
    assert (cancelled.status, cancelled.reason) == (PlanStatus.CANCELLED, reason)
    assert page.window().focusWidget() is page.grid.item_button(friday)
    services.commands.undo()
    assert status(store, friday) is PlanStatus.PLANNED


def test_nothing_is_cancelled_without_a_reason(
    store: Store, friday: RecordId, opened: Open, press: Press
) -> None:
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_A, Qt.Key.Key_4, Qt.Key.Key_Return)
    form = page.side.form
    assert isinstance(form, CancelForm)
    assert form.reason.property("invalid") == "true"
    assert status(store, friday) is PlanStatus.PLANNED


def test_a_cancelled_visit_is_taken_up_again(
    store: Store, services: Services, friday: RecordId, opened: Open, press: Press
) -> None:
    planning.cancel_visit(store, friday, "Sygdom")
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_H)
    assert status(store, friday) is PlanStatus.PLANNED
    services.commands.undo()
    assert status(store, friday) is PlanStatus.CANCELLED


def test_counsellors_swap(
    store: Store,
    services: Services,
    lars: Counsellor,
    friday: RecordId,
    opened: Open,
    press: Press,
) -> None:
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_V, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return)
    assert find_planned(store, friday).counsellors == ("LB",)
    services.commands.undo()
    assert find_planned(store, friday).counsellors == ("KM",)


def test_a_visit_keeps_at_least_one_counsellor(
    store: Store, lars: Counsellor, friday: RecordId, opened: Open, press: Press
) -> None:
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_V, Qt.Key.Key_1)
    press(page, Qt.Key.Key_S, ctrl=True)
    assert page.side.form is not None
    assert find_planned(store, friday).counsellors == ("KM",)


def test_a_visit_that_nobody_recorded_is_recorded_as_held_with_its_real_times(
    store: Store, services: Services, friday: RecordId, opened: Open, press: Press
) -> None:
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_B)
    form = page.side.form
    assert isinstance(form, HeldForm)
    assert (form.started.text(), form.ended.text()) == ("09.00", "10.00")
    press(page, "855", Qt.Key.Key_Tab, "1020", Qt.Key.Key_Return)
    held = find_planned(store, friday)
    assert held.status is PlanStatus.HELD
    assert (f"{held.start:%H.%M}", f"{held.end:%H.%M}") == ("08.55", "10.20")
    services.commands.undo()
    assert status(store, friday) is PlanStatus.PLANNED


def test_only_todays_visit_can_be_started_and_then_ended(
    store: Store,
    friday: RecordId,
    lem: Workplace,
    opened: Open,
    press: Press,
    visited: list[tuple[str, object]],
) -> None:
    made = planning.plan_visit(store, workplace_id=lem.id, day=TODAY, time="10:00", minutes=60)
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_S)
    assert store.visits.running() is None, "it was yesterday's"

    choose(page, made.id)
    press(page, Qt.Key.Key_S)
    assert status(store, made.id) is PlanStatus.RUNNING
    add_contact(store, day=TODAY, visit_id=made.id, workplace_id=lem.id)
    press(page, Qt.Key.Key_E)
    assert [name for name, _ in visited] == ["inquiries"]
    assert isinstance(visited[0][1], ListInquiries)
    press(page, Qt.Key.Key_U)
    assert status(store, made.id) is PlanStatus.HELD


def test_what_the_store_refuses_is_told_and_changes_nothing(
    store: Store,
    lem: Workplace,
    opened: Open,
    press: Press,
    notices: RecordingNotices,
) -> None:
    store.visits.start(lem.id)
    made = planning.plan_visit(store, workplace_id=lem.id, day=TODAY, time="10:00", minutes=60)
    page = opened()
    choose(page, made.id)
    press(page, Qt.Key.Key_S)
    assert len(notices.errors) == 1
    assert not isinstance(notices.errors[0], Conflict)
    assert status(store, made.id) is PlanStatus.PLANNED


def test_a_visit_on_a_holiday_is_held_all_the_same(
    store: Store, services: Services, fridays: PresenceRule, opened: Open, press: Press
) -> None:
    on_christmas = visit_id(fridays.series_id, CHRISTMAS)
    page = opened()
    page.open(ShowVisit(on_christmas))
    button = page.grid.item_button(on_christmas)
    assert button is not None
    assert button.accessibleName().endswith("sprunget over: juledag")
    press(page, Qt.Key.Key_H)
    assert status(store, on_christmas) is PlanStatus.PLANNED
    services.commands.undo()
    assert status(store, on_christmas) is PlanStatus.SKIPPED


def test_where_the_project_moves_holidays_one_click_takes_the_proposal(
    store: Store, services: Services, fridays: PresenceRule, opened: Open
) -> None:
    store.settings.set("holidays", "move")
    on_christmas = visit_id(fridays.series_id, CHRISTMAS)
    page = opened()
    offered = {
        each.accessibleName(): each for each in page.side.cards.holidays.findChildren(ActionButton)
    }
    offered["Vestas i Lem 09.00: Flyt til 28-12"].setFocus()
    offered["Vestas i Lem 09.00: Flyt til 28-12"].click()
    assert holds_focus(page.grid), "Page Down turns the plan as before"
    assert find_planned(store, on_christmas).day == date(2026, 12, 28)
    services.commands.undo()
    assert status(store, on_christmas) is PlanStatus.SKIPPED


def test_a_visit_outside_the_rules_is_planned_from_the_keyboard(
    store: Store, services: Services, fridays: PresenceRule, opened: Open, press: Press
) -> None:
    page = opened()
    page.open(NewVisit())  # as Ctrl+Shift+N does from anywhere
    press(page, "lem", Qt.Key.Key_Return, Qt.Key.Key_Tab, "1811", Qt.Key.Key_Tab, "14")
    press(page, Qt.Key.Key_Return)
    made = next(visit for visit in store.visits.on(date(2026, 11, 18)))
    assert (made.time, made.minutes, made.status) == ("14:00", 60, VisitStatus.PLANNED)
    assert page.grid.selected_key == made.id
    services.commands.undo()
    assert store.visits.on(date(2026, 11, 18)) == ()


def test_a_visit_that_lacks_something_is_not_planned(
    store: Store, fridays: PresenceRule, opened: Open, press: Press
) -> None:
    page = opened()
    page.panel.open_visit_form(FRIDAY, "")
    press(page, Qt.Key.Key_S, ctrl=True)
    assert page.side.form is not None
    assert store.visits.on(FRIDAY) == ()


def test_an_activity_is_moved_like_a_visit(
    store: Store, services: Services, opened: Open, press: Press
) -> None:
    talk = store.activities.add(
        Activity(
            date=FRIDAY,
            time="13:00",
            kind=ActivityKind.NETWORK,
            counsellor_ids=(store.settings.counsellor_id,),
        )
    )
    page = opened()
    choose(page, talk.id)
    press(page, Qt.Key.Key_Left, ctrl=True)
    press(page, Qt.Key.Key_Return)
    assert store.activities.get(talk.id).date == THURSDAY
    services.commands.undo()
    assert store.activities.get(talk.id).date == FRIDAY


def test_a_form_of_one_visit_goes_when_another_is_chosen(
    store: Store, friday: RecordId, arla: Workplace, add_rule: AddRule, opened: Open, press: Press
) -> None:
    other = visit_id(add_rule(arla, 4, "12:00").series_id, THURSDAY)
    page = opened()
    choose(page, friday)
    press(page, Qt.Key.Key_A)
    choose(page, other)
    assert page.side.form is None
    press(page, Qt.Key.Key_A, Qt.Key.Key_1)
    assert status(store, friday) is PlanStatus.PLANNED
    assert status(store, other) is PlanStatus.CANCELLED
