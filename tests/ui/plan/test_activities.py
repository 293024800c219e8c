"""Talks and network meetings: entered, held, cancelled, corrected and deleted in the plan."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.models.plan_types import Activity, ActivityKind, ActivityStatus, PresenceRule
from app.models.store import Store
from app.models.types import Counsellor, Workplace
from app.ui.pages.plan.activity_form import ActivityForm
from app.ui.pages.plan.activity_held_form import ActivityHeldForm
from app.ui.pages.plan.activity_panel import ActivityPanel
from app.ui.pages.plan.cancel_form import CancelForm
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.target import NewActivity, ShowActivity
from app.ui.services import Services
from tests.ui.conftest import RecordingNotices
from tests.ui.plan.conftest import FRIDAY, TODAY, Open, Press

TAB, ENTER, BACKSPACE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Backspace
THURSDAY, NEXT_TUESDAY = date(2026, 11, 19), date(2026, 11, 24)

AddActivity = Callable[..., Activity]


@pytest.fixture
def add(store: Store, lem: Workplace) -> AddActivity:
    """Return a function that stores a talk of yesterday."""

    def made(**more: Any) -> Activity:
        values: dict[str, Any] = {
            "date": FRIDAY,
            "time": "13:00",
            "kind": ActivityKind.TALK_LIAISON,
            "title": "SU-møde",
            "topics": ("T03",),
            "workplace_ids": (lem.id,),
            "counsellor_ids": (store.settings.counsellor_id,),
        }
        return store.activities.add(Activity(**values | more))

    return made


@pytest.fixture
def page(fridays: PresenceRule, lars: Counsellor, opened: Open) -> PlanPage:
    return opened()


def chosen(page: PlanPage, activity: Activity) -> ActivityPanel:
    page.grid.focus_item(activity.id)
    panel = page.side.details
    assert isinstance(panel, ActivityPanel)
    return panel


def form_of(page: PlanPage) -> ActivityForm:
    form = page.side.form
    assert isinstance(form, ActivityForm)
    return form


def in_panel(panel: ActivityPanel) -> str:
    return "\n".join(each.text() for each in panel.findChildren(QLabel))


def said(form: ActivityForm, name: str) -> str:
    field = form.grid.field(name)
    return (field.focusProxy() or field).accessibleDescription()


def test_an_activity_is_entered_with_the_keyboard_alone(
    page: PlanPage,
    store: Store,
    services: Services,
    lem: Workplace,
    arla: Workplace,
    press: Press,
) -> None:
    page.open(NewActivity())
    form = form_of(page)
    press(page, "N", TAB, "HR mødes", TAB, "2411", TAB, "13", TAB, "45", TAB, TAB, "Lem", TAB)
    press(page, "arl", ENTER, "lem", ENTER, TAB, TAB, TAB)
    assert form.workplaces.value() == (arla.id, lem.id)
    form.topics.field.line.setFocus()
    press(page, "56", ENTER, "stress", ENTER)
    press(page, ENTER, ctrl=True)
    (made,) = store.activities.between(NEXT_TUESDAY, NEXT_TUESDAY)
    assert (made.kind, made.title) == (ActivityKind.NETWORK, "HR mødes")
    assert (made.time, made.minutes, made.place) == ("13:00", 45, "Lem")
    assert made.workplace_ids == (arla.id, lem.id)
    assert made.topics == ("T03", "T10")
    assert made.counsellor_ids == (store.settings.counsellor_id,)
    assert (made.status, made.participants) == (ActivityStatus.PLANNED, None)
    assert page.grid.selected_key == made.id, "the week of the activity is shown"
    services.commands.undo()
    assert store.activities.between(NEXT_TUESDAY, NEXT_TUESDAY) == ()


def test_one_key_and_a_number_record_that_it_was_held(
    page: PlanPage, store: Store, services: Services, add: AddActivity, press: Press
) -> None:
    talk = add()
    chosen(page, talk)
    press(page, "b")
    assert isinstance(page.side.form, ActivityHeldForm)
    press(page, "14", ENTER)
    held = store.activities.get(talk.id)
    assert (held.status, held.participants) == (ActivityStatus.HELD, 14)
    panel = page.side.details
    assert isinstance(panel, ActivityPanel)
    assert "14" in in_panel(panel)
    services.commands.undo()
    assert store.activities.get(talk.id).status is ActivityStatus.PLANNED


def test_nobody_has_to_have_counted(
    page: PlanPage, store: Store, add: AddActivity, press: Press
) -> None:
    talk = add()
    chosen(page, talk)
    press(page, "b", "mange", ENTER)
    form = page.side.form
    assert isinstance(form, ActivityHeldForm)
    assert form.participants.accessibleDescription() == "Skriv et antal, fx 12."
    assert store.activities.get(talk.id).status is ActivityStatus.PLANNED
    form.participants.clear()
    press(page, ENTER)
    held = store.activities.get(talk.id)
    assert (held.status, held.participants) == (ActivityStatus.HELD, None)


def test_it_is_cancelled_with_a_reason_and_planned_again(
    page: PlanPage, store: Store, add: AddActivity, press: Press
) -> None:
    talk = add()
    chosen(page, talk)
    press(page, "a")
    assert isinstance(page.side.form, CancelForm)
    press(page, "1")
    cancelled = store.activities.get(talk.id)
    assert (cancelled.status, cancelled.reason) == (ActivityStatus.CANCELLED, "Sygdom")
    button = page.grid.item_button(talk.id)
    assert button is not None
    assert button.accessibleName().endswith("aflyst: sygdom")
    press(page, "h")
    again = store.activities.get(talk.id)
    assert (again.status, again.reason) == (ActivityStatus.PLANNED, "")


def test_what_is_to_come_cannot_have_been_held(
    page: PlanPage, add: AddActivity, press: Press
) -> None:
    panel = chosen(page, add(date=TODAY, time="09:00"))
    assert list(panel.buttons) == ["hold", "cancel", "edit", "delete"]
    page.panel.show("")
    panel = chosen(page, add(date=TODAY, time="09:25"))
    assert list(panel.buttons) == ["edit", "cancel", "delete"]
    press(page, "b")
    assert page.side.form is None


def test_it_is_corrected_and_shown_where_it_stands_now(
    page: PlanPage, store: Store, arla: Workplace, add: AddActivity, press: Press
) -> None:
    talk = add(status=ActivityStatus.HELD, participants=12, remark="God stemning")
    chosen(page, talk)
    press(page, "r")
    form = form_of(page)
    assert form.participants.value() == 12
    assert form.topics.value() == ("T03",)
    form.day.line.setText("1911")
    form.participants.set_value(13)
    form.workplaces.set_value([arla.id])
    press(page, Qt.Key.Key_S, ctrl=True)
    after = store.activities.get(talk.id)
    assert (after.date, after.participants, after.workplace_ids) == (THURSDAY, 13, (arla.id,))
    assert (after.status, after.remark) == (ActivityStatus.HELD, "God stemning")
    assert page.grid.selected_key == talk.id
    panel = page.side.details
    assert isinstance(panel, ActivityPanel)
    assert "Arla Danmark Protein" in in_panel(panel)


def test_a_cancelled_one_needs_a_reason_and_has_no_participants(
    page: PlanPage, store: Store, add: AddActivity, press: Press
) -> None:
    talk = add(status=ActivityStatus.HELD, participants=12)
    chosen(page, talk)
    press(page, "r")
    form = form_of(page)
    form.status.button(ActivityStatus.CANCELLED).click()
    assert not form.participants.isVisible()
    press(page, ENTER, ctrl=True)
    assert said(form, "reason") == "Skriv, hvorfor aktiviteten er aflyst."
    assert store.activities.get(talk.id).status is ActivityStatus.HELD
    form.reason.setText("For få tilmeldte")
    press(page, ENTER, ctrl=True)
    after = store.activities.get(talk.id)
    assert (after.status, after.participants) == (ActivityStatus.CANCELLED, None)
    assert after.reason == "For få tilmeldte"


def test_it_is_deleted_at_once_and_comes_back_with_undo(
    page: PlanPage,
    store: Store,
    services: Services,
    notices: RecordingNotices,
    add: AddActivity,
    press: Press,
) -> None:
    talk = add()
    chosen(page, talk)
    press(page, "l")
    assert store.activities.find(talk.id) is None
    assert page.grid.item_button(talk.id) is None
    assert page.side.details is None
    assert notices.told[-1] == "Aktiviteten er slettet"
    focused = page.window().focusWidget()
    assert focused is not None
    assert page.grid.isAncestorOf(focused)
    services.commands.undo()
    assert store.activities.get(talk.id).topics == ("T03",)
    assert page.grid.item_button(talk.id) is not None


def test_what_was_changed_elsewhere_is_not_overwritten(
    page: PlanPage, store: Store, notices: RecordingNotices, add: AddActivity, press: Press
) -> None:
    talk = add()
    chosen(page, talk)
    press(page, "r")
    form = form_of(page)
    store.activities.change(replace(talk, place="Kantinen"))
    form.title.setText("Noget andet")
    press(page, ENTER, ctrl=True)
    assert len(notices.errors) == 1
    assert page.side.form is form, "what was typed is still there"
    assert store.activities.get(talk.id).place == "Kantinen"
    assert store.activities.get(talk.id).title == "SU-møde"


def test_workplaces_are_picked_and_taken_away_again(
    page: PlanPage, lem: Workplace, arla: Workplace, press: Press
) -> None:
    page.open(NewActivity())
    places = form_of(page).workplaces
    places.field.line.setFocus()
    press(page, "arl", ENTER, "vest", ENTER)
    assert places.value() == (arla.id, lem.id)
    assert [each.accessibleName() for each in places.chips] == [
        "Fjern Arla Danmark Protein",
        "Fjern Vestas i Lem",
    ]
    press(page, "arl")
    assert not places.field.is_open, "what was picked is not offered again"
    places.field.clear()
    press(page, BACKSPACE)
    assert places.value() == (arla.id,)
    places.chips[0].click()
    assert places.value() == ()
    assert places.field.line.hasFocus()


def test_all_that_is_left_is_shown_on_demand(page: PlanPage, press: Press) -> None:
    page.open(NewActivity())
    picked = form_of(page).topics
    picked.set_value(["T01"])
    picked.all_button.click()
    assert picked.field.is_open
    press(page, Qt.Key.Key_Down, ENTER)
    assert picked.value() == ("T01", "T03")


def test_who_is_missing_and_a_wrong_length_are_said(
    page: PlanPage, store: Store, press: Press
) -> None:
    page.open(NewActivity())
    form = form_of(page)
    form.counsellors.set_value(())
    form.length.line.setText("0")
    form.time.setText("halv ni")
    press(page, ENTER, ctrl=True)
    assert said(form, "counsellor_ids") == "Vælg mindst én vejleder."
    assert said(form, "minutes") == "En aktivitet varer mellem 1 minut og 24 timer."
    assert said(form, "time") == "Skriv et klokkeslæt, fx 9.30."
    assert store.activities.between(FRIDAY, TODAY) == ()


def test_one_of_another_week_is_opened_from_elsewhere(page: PlanPage, add: AddActivity) -> None:
    later = add(date=NEXT_TUESDAY)
    page.open(ShowActivity(later.id, later.date))
    panel = page.side.details
    assert isinstance(panel, ActivityPanel)
    assert panel.activity == later


def test_an_empty_plan_can_begin_with_an_activity(
    store: Store, lem: Workplace, opened: Open, press: Press
) -> None:
    page = opened()
    page.controls.new_activity.click()
    press(page, ENTER, ctrl=True)
    (made,) = store.activities.between(TODAY, TODAY)
    assert page.grid.selected_key == made.id
    assert page.grid.isVisible()
