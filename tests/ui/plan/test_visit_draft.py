"""What is typed about a new visit survives a lock, and what was left is offered again."""

import pytest
from PySide6.QtCore import Qt

from app.models.plan_types import PresenceRule
from app.models.store import Store
from app.models.types import Counsellor, Workplace
from app.models.visit_drafts import read_visit_draft
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.visit_form import VisitForm
from tests.ui.plan.conftest import FRIDAY, Open, Press

TAB, ENTER, ESC = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def page(fridays: PresenceRule, lars: Counsellor, opened: Open) -> PlanPage:
    return opened()


def form_of(page: PlanPage) -> VisitForm:
    form = page.side.form
    assert isinstance(form, VisitForm)
    return form


def type_visit(page: PlanPage, press: Press) -> None:
    """Begin a visit, and type its workplace, day, time, length and remark."""
    page.controls.new_visit.click()
    press(page, "vest", ENTER, TAB, "i morgen", TAB, "1430", TAB)
    form_of(page).remark.setFocus()
    press(page, "Ring på.")


def test_it_stands_there_again_after_a_lock_and_goes_when_it_is_saved(
    page: PlanPage, store: Store, lem: Workplace, opened: Open, press: Press
) -> None:
    type_visit(page, press)
    page.leave()  # as the window does before it locks
    page.close()
    again = opened()
    form = form_of(again)
    assert form.place.workplace_id() == lem.id
    assert (form.day.line.text(), form.time.text()) == ("22-11-2026", "14.30")
    assert (form.room.text(), form.remark.text()) == ("Kantinen", "Ring på.")
    assert "ikke nåede at gemme" in form.found.label.text()
    form.first_field().setFocus()
    press(again, ENTER, ctrl=True)
    (made,) = store.visits.on(form.day.value())  # type: ignore[arg-type]
    assert (made.workplace_id, made.time, made.remark) == (lem.id, "14:30", "Ring på.")
    assert read_visit_draft(store) is None
    again.close()
    assert opened().side.form is None


def test_it_is_kept_while_somebody_types(
    page: PlanPage, store: Store, press: Press, qtbot: object
) -> None:
    page.controls.new_visit.click()
    assert read_visit_draft(store) is None, "nothing was typed"
    form_of(page).remark.setFocus()
    press(page, "Ring på.")
    qtbot.waitUntil(lambda: read_visit_draft(store) is not None, timeout=1_000)  # type: ignore[attr-defined]


def test_what_was_left_is_offered_and_can_be_gone_on_with_or_begun_anew(
    page: PlanPage, store: Store, lem: Workplace, opened: Open, press: Press
) -> None:
    type_visit(page, press)
    press(page, ESC)
    assert page.side.form is None
    page.close()
    again = opened()
    assert again.side.form is None, "it was left"
    again.panel.open_visit_form(FRIDAY, "13:00")
    form = form_of(again)
    assert (form.day.value(), form.remark.text()) == (FRIDAY, "")
    assert form.found.isVisible()
    form.found.button.setFocus()
    press(again, " ")
    assert (form.place.workplace_id(), form.remark.text()) == (lem.id, "Ring på.")
    assert form.found.button.text() == "Begynd forfra"
    form.found.button.setFocus()
    press(again, " ")
    assert (form.day.value(), form.time.time(), form.remark.text()) == (FRIDAY, "13:00", "")
    assert form.place.workplace_id() == ""
    assert not form.found.isVisible()
    assert read_visit_draft(store) is None


def test_a_form_that_was_only_looked_at_is_not_kept(
    page: PlanPage, store: Store, press: Press
) -> None:
    page.controls.new_visit.click()
    press(page, ESC)
    page.leave()
    assert read_visit_draft(store) is None
