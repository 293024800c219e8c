"""A visit outside the rules, with all there is to say of it."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt

from app.models.plan_types import PresenceRule
from app.models.store import Store
from app.models.types import Address, Counsellor, Shift, VisitStatus, Workplace
from app.ui.pages.plan.page import PlanPage
from app.ui.pages.plan.visit_form import VisitForm
from app.ui.services import Services
from tests.ui.plan.conftest import FRIDAY, Open, Press

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return
WEDNESDAY = date(2026, 11, 18)


def begun(page: PlanPage, time: str = "09:00") -> VisitForm:
    page.panel.open_visit_form(FRIDAY, time)
    form = page.side.form
    assert isinstance(form, VisitForm)
    return form


def said(form: VisitForm, name: str) -> str:
    """Return what a screen reader says is wrong with a field."""
    field = form.grid.field(name)
    return (field.focusProxy() or field).accessibleDescription()


@pytest.fixture
def page(fridays: PresenceRule, lars: Counsellor, opened: Open) -> PlanPage:
    return opened()


def test_everything_is_entered_with_the_keyboard_alone(
    page: PlanPage,
    store: Store,
    services: Services,
    lem: Workplace,
    lars: Counsellor,
    press: Press,
) -> None:
    page.controls.new_visit.click()
    press(page, "vest", ENTER, TAB, "1811", TAB, "1430", TAB)
    press(page, TAB, Qt.Key.Key_3)  # the third of the usual lengths
    press(page, TAB, TAB, "Na", TAB)  # past the room, which is proposed
    press(page, Qt.Key.Key_Right, " ", TAB, "Ring på.")
    press(page, ENTER, ctrl=True)
    (made,) = store.visits.on(WEDNESDAY)
    assert (made.workplace_id, made.status) == (lem.id, VisitStatus.PLANNED)
    assert (made.time, made.minutes, made.shift) == ("14:30", 90, Shift.NIGHT)
    assert (made.place, made.remark) == ("Kantinen", "Ring på.")
    assert {made.counsellor_id, *made.also} == {store.settings.counsellor_id, lars.id}
    assert page.side.form is None
    assert page.grid.selected_key == made.id
    services.commands.undo()
    assert store.visits.on(WEDNESDAY) == ()


def test_a_time_in_the_grid_that_is_clicked_twice_is_filled_in(page: PlanPage) -> None:
    page.grid.asked_new.emit(FRIDAY, 13 * 60 + 30)
    form = page.side.form
    assert isinstance(form, VisitForm)
    assert (form.day.value(), form.time.time(), form.length.value()) == (FRIDAY, "13:30", 60)


def test_the_usual_room_is_proposed_until_another_is_typed(
    page: PlanPage, lem: Workplace, store: Store, press: Press
) -> None:
    store.workplaces.add(Workplace(code="TIM", name="Tim Plejehjem", place="Leders kontor"))
    form = begun(page)
    press(page, "lem", ENTER)
    assert form.room.text() == "Kantinen"
    form.place.line.selectAll()
    press(page, "tim", ENTER)
    assert form.room.text() == "Leders kontor"
    form.room.setText("Mødelokale 3")
    form.place.line.setFocus()
    form.place.line.selectAll()
    press(page, "lem", ENTER)
    assert form.room.text() == "Mødelokale 3"


def test_a_workplace_with_two_addresses_asks_which(
    page: PlanPage, lem: Workplace, store: Store, press: Press
) -> None:
    addresses = (
        Address(street="Torvet 1", postcode="6880", city="Tarm"),
        Address(street="Åvej 7", postcode="6880", city="Tarm"),
    )
    store.workplaces.change(replace(lem, addresses=addresses))
    form = begun(page)
    assert form.address.isHidden() or not form.address.isVisible()
    press(page, "lem", ENTER)
    assert form.address.isVisible()
    form.address.set_value("Åvej 7, 6880 Tarm")
    press(page, Qt.Key.Key_S, ctrl=True)
    (made,) = [visit for visit in store.visits.on(FRIDAY) if visit.series_id is None]
    assert made.address == "Åvej 7, 6880 Tarm"


def test_who_the_plan_is_shown_for_goes_there(
    page: PlanPage, store: Store, lars: Counsellor
) -> None:
    assert begun(page).counsellors.value() == (store.settings.counsellor_id,)
    page.controls.counsellor.set_value(lars.id)
    page.controls.filtered.emit()
    assert begun(page).counsellors.value() == (lars.id,)


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_stored(
    page: PlanPage, store: Store, press: Press
) -> None:
    form = begun(page, "")
    form.length.line.setText("1441")
    form.counsellors.set_value(())
    press(page, ENTER, ctrl=True)
    assert page.side.form is form
    assert said(form, "workplace_id") == "Vælg en arbejdsplads."
    assert said(form, "time") == "Skriv et klokkeslæt, fx 9.30."
    assert said(form, "minutes") == "Et fremmøde varer mellem 1 minut og 24 timer."
    assert said(form, "counsellor_ids") == "Vælg mindst én vejleder."
    assert form.place.line.hasFocus()
    assert store.visits.on(FRIDAY) == ()


def test_a_date_that_cannot_be_read_is_said_and_nothing_is_stored(
    page: PlanPage, store: Store, press: Press
) -> None:
    form = begun(page)
    press(page, "lem", ENTER)
    form.day.line.setText("i overmorgens")
    press(page, ENTER, ctrl=True)
    assert page.side.form is form
    assert form.day.line.hasFocus()
    assert form.day.line.accessibleDescription().startswith("Datoen kan ikke læses.")
    assert store.visits.on(FRIDAY) == ()


def test_a_usual_length_and_a_typed_one_show_the_same(page: PlanPage) -> None:
    length = begun(page).length
    assert length.usual.value() == "60"
    length.usual.button("90").click()
    assert (length.line.text(), length.value()) == ("90", 90)
    length.line.setText("75")
    assert (length.usual.value(), length.value()) == ("", 75)
    length.line.setText("en time")
    assert length.value() == 0
