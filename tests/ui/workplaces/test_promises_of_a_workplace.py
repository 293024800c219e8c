"""What was promised at a workplace: shown in its form, made there, and stored by itself."""

from datetime import date

from PySide6.QtCore import Qt

from app.models.store import Store
from app.models.types import Workplace
from app.ui.pages.workplaces.page import WorkplacesPage
from tests.keyboard import Typist
from tests.records import add_promise, add_workplace

DAY = date(2026, 11, 25)


def test_the_promises_of_the_shown_workplace_stand_there(
    lem_page: WorkplacesPage, store: Store, lem: Workplace
) -> None:
    card = lem_page.form.promises
    add_promise(store, DAY, text="Hør HR", workplace_id=lem.id)
    add_promise(store, DAY, text="Andetsteds", workplace_id=add_workplace(store, "AERO").id)
    assert [row.promise.followup.text for row in card.rows] == ["Hør HR"]
    assert not card.rows[0].leads_on, "the workplace is what is shown"


def test_a_promise_is_made_kept_and_taken_back_without_saving_the_workplace(
    lem_page: WorkplacesPage, store: Store, lem: Workplace
) -> None:
    card, typist = lem_page.form.promises, Typist()
    card.new_button.setFocus(Qt.FocusReason.OtherFocusReason)
    typist.press("N")
    typist.type("Send pjecer")
    typist.press("Ctrl+S")
    (made,) = store.followups.open()
    assert (made.text, made.workplace_id) == ("Send pjecer", lem.id)
    assert store.workplaces.get(lem.id) == lem

    card.rows[0].setFocus()
    typist.press("Space")
    assert store.followups.open() == ()
    assert card.rows == []
    assert card.new_button.hasFocus()
    lem_page.services.commands.undo()
    assert [row.promise.followup.id for row in card.rows] == [made.id]


def test_esc_leaves_the_form_and_another_workplace_closes_it(
    lem_page: WorkplacesPage, store: Store, lem: Workplace
) -> None:
    card, typist = lem_page.form.promises, Typist()
    card.new_button.click()
    typist.press("Esc")
    assert card.form.isHidden()
    assert card.new_button.hasFocus()
    card.new_button.click()
    lem_page.open(add_workplace(store, "AERO").id)
    assert card.form.isHidden()
    lem_page.open("")
    assert card.isHidden(), "a workplace that is not stored has no promises"
