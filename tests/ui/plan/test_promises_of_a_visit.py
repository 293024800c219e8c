"""What was promised about a visit, in its panel: made with one key, kept, corrected."""

from datetime import date

from PySide6.QtCore import Qt

from app.models.plan import find_planned
from app.models.planning import keep_visit
from app.models.store import Store
from app.models.types import RecordId
from app.ui.pages.followups.form import FollowUpForm
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.visit_panel import VisitPanel
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_promise
from tests.ui.plan.conftest import TODAY, Open


def panel(page: PlanPage) -> VisitPanel:
    shown = page.side.details
    assert isinstance(shown, VisitPanel)
    return shown


def promised(page: PlanPage) -> list[str]:
    return [row.promise.followup.text for row in panel(page).promises.rows]


def test_o_begins_a_promise_and_the_visit_is_stored_with_it(
    store: Store, services: Services, friday: RecordId, opened: Open
) -> None:
    page, typist = opened(), Typist()
    page.grid.focus_item(friday)
    assert find_planned(store, friday).visit is None
    typist.press("O")
    form = page.side.form
    assert isinstance(form, FollowUpForm)
    assert form.text.hasFocus()
    typist.type("Tag pjecer med")
    typist.press("Enter")

    assert page.side.form is None
    (made,) = store.followups.of_visit(friday)
    assert (made.text, made.due_on) == ("Tag pjecer med", date(2026, 11, 28))
    assert promised(page) == ["Tag pjecer med"]
    assert page.grid.selected_key == friday

    services.commands.undo()
    assert promised(page) == []
    assert find_planned(store, friday).visit is None


def test_a_promise_of_a_visit_is_corrected_and_kept_in_the_panel(
    store: Store, friday: RecordId, opened: Open
) -> None:
    page, typist = opened(), Typist()
    page.grid.focus_item(friday)
    typist.press("O")
    typist.type("Tag pjecer med")
    typist.press("Enter")

    panel(page).promises.rows[0].setFocus()
    typist.press("K")
    form = page.side.form
    assert isinstance(form, FollowUpForm)
    assert form.comment.hasFocus()
    typist.type("Trykt")
    typist.press("Enter")
    (made,) = store.followups.of_visit(friday)
    assert made.comment.endswith(": Trykt")

    panel(page).promises.rows[0].setFocus()
    typist.press("Space")
    (kept,) = store.followups.of_visit(friday)
    assert kept.done_on == TODAY
    assert promised(page) == []


def test_a_promise_made_elsewhere_appears(store: Store, friday: RecordId, opened: Open) -> None:
    page = opened()
    page.grid.focus_item(friday)
    Typist().press("O", "Esc")
    assert page.side.form is None
    assert promised(page) == []
    visit = keep_visit(store, friday)
    add_promise(store, TODAY, text="Ring", visit_id=visit.id)
    assert promised(page) == ["Ring"]


def test_what_is_typed_is_kept_when_the_page_is_left(
    store: Store, friday: RecordId, opened: Open
) -> None:
    page = opened()
    page.grid.focus_item(friday)
    Typist().press("O")
    Typist().type("Ring")
    page.leave()
    assert [each.text for each in store.followups.of_visit(friday)] == ["Ring"]


def test_by_mouse_alone(store: Store, friday: RecordId, opened: Open) -> None:
    page = opened()
    page.grid.focus_item(friday)
    panel(page).buttons["promise"].click()
    form = page.side.form
    assert isinstance(form, FollowUpForm)
    form.text.setText("Ring")
    form.save_button.click()
    row = panel(page).promises.rows[0]
    row.push_buttons[2].click()
    (made,) = store.followups.of_visit(friday)
    assert made.due_on == date(2026, 12, 5)
    assert row.focusPolicy() & Qt.FocusPolicy.TabFocus
