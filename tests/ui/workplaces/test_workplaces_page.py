"""A counsellor finds, makes, corrects, ends and deletes workplaces, with nothing lost on the way."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.models.store import Store
from app.models.types import Inquiry, Sector, Workplace
from app.models.workplace_drafts import draft_of, read_drafts
from app.ui.pages.workplaces.offer_row import OfferRow
from app.ui.pages.workplaces.page import WorkplacesPage
from app.ui.services import Services
from tests.ui.conftest import RecordingNotices


@pytest.fixture
def page(qtbot: QtBot, services: Services, store: Store, lem: Workplace) -> WorkplacesPage:
    for code, name in (("AARE", "Aarestrup Skole"), ("AELDRE", "Ældrecenter Fjordglimt")):
        store.workplaces.add(Workplace(code=code, name=name, sector=Sector.MUNICIPAL))
    return shown(qtbot, services)


def shown(qtbot: QtBot, services: Services) -> WorkplacesPage:
    page = WorkplacesPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def names(page: WorkplacesPage) -> list[str]:
    return [
        page.list.view.item(row).text().split(" · ")[0] for row in range(page.list.view.count())
    ]


def type_into(qtbot: QtBot, field: QWidget, text: str) -> None:
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, text)


def save(qtbot: QtBot, page: WorkplacesPage) -> None:
    qtbot.keyClick(page.form.details.name, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def test_the_first_workplace_is_typed_at_once_when_it_is_asked_for(
    qtbot: QtBot, services: Services, store: Store
) -> None:
    page = shown(qtbot, services)
    assert page.first_focus() is page.view.empty.button
    page.open("")
    assert page.form.details.name.hasFocus()
    qtbot.keyClicks(page.form.details.name, "Dybvad Stål")
    assert names(page) == ["Dybvad Stål"]


def test_saving_takes_over_the_date_that_is_being_typed_or_says_that_it_is_none(
    qtbot: QtBot, page: WorkplacesPage, store: Store, lem: Workplace
) -> None:
    page.open(lem.id)
    field = page.form.details.started_on
    type_into(qtbot, field.line, "1.13.2026")
    qtbot.keyClick(field.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "Datoen kan ikke læses" in field.line.accessibleDescription()
    type_into(qtbot, field.line, "1.2.2026")
    qtbot.keyClick(field.line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert store.workplaces.get(lem.id).started_on == date(2026, 2, 1)


def test_the_list_is_sorted_as_danish_and_searched_while_typing(
    qtbot: QtBot, page: WorkplacesPage
) -> None:
    assert names(page) == ["Vestas i Lem", "Ældrecenter Fjordglimt", "Aarestrup Skole"]

    type_into(qtbot, page.list.search, "aeld")
    assert names(page) == ["Ældrecenter Fjordglimt"]


def test_sector_and_state_narrow_the_list(qtbot: QtBot, page: WorkplacesPage, store: Store) -> None:
    page.list.sector.set_value("private")
    page.list.sector.chosen.emit("private")
    assert names(page) == ["Vestas i Lem"]

    ended = Workplace(code="OLD", name="Nedlagt", sector=Sector.PRIVATE, ended_on=date(2026, 1, 31))
    store.workplaces.add(ended)
    assert names(page) == ["Vestas i Lem"]
    page.list.state.setFocus()
    qtbot.keyClick(page.list.state, Qt.Key.Key_Down)
    assert names(page) == ["Nedlagt"]
    assert "afsluttet 31-01-2026" in page.list.view.item(0).text()


def test_a_new_workplace_gets_a_code_and_joins_a_known_organisation(
    qtbot: QtBot, page: WorkplacesPage, store: Store, notices: RecordingNotices
) -> None:
    page.view.new_button.click()
    details = page.form.details
    assert details.name.hasFocus()
    type_into(qtbot, details.name, "Vestas i Ringkøbing")
    assert details.code.text() == "VESTAS-RINGKOEBI"

    type_into(qtbot, details.organisation.line, "vest")
    qtbot.keyClick(details.organisation.line, Qt.Key.Key_Return)
    assert details.organisation.text() == "Vestas"
    save(qtbot, page)

    assert notices.told == ["Arbejdspladsen er gemt"]
    made = store.workplaces.by_code("VESTAS-RINGKOEBI")
    assert made is not None
    assert draft_of(store, made.id).organisation == "Vestas"
    assert len(page.form.offers.rows) == 1, "what Vestas offers stands in the form at once"


def test_a_typed_code_is_not_suggested_over(qtbot: QtBot, page: WorkplacesPage) -> None:
    page.view.new_button.click()
    type_into(qtbot, page.form.details.code, "arla1")
    type_into(qtbot, page.form.details.name, "Arla Danmark Protein")
    assert page.form.details.code.text() == "ARLA1"


def test_a_wrong_cvr_is_said_when_the_field_is_left_and_blanks_are_tolerated(
    qtbot: QtBot, page: WorkplacesPage, store: Store, lem: Workplace
) -> None:
    page.open(lem.id)
    details = page.form.details
    type_into(qtbot, details.cvr, "10 40 37 83")
    qtbot.keyClick(details.cvr, Qt.Key.Key_Tab)
    assert details.cvr.property("invalid") == "true"
    assert "CVR-nummeret passer ikke" in details.cvr.accessibleDescription()

    type_into(qtbot, details.cvr, "10403782")
    qtbot.keyClick(details.cvr, Qt.Key.Key_Tab)
    assert (details.cvr.text(), details.cvr.property("invalid")) == ("10 40 37 82", "")
    save(qtbot, page)
    assert store.organisations.all()[0].cvr == "10403782"


def test_problems_stand_beside_their_fields_and_nothing_is_saved(
    qtbot: QtBot, page: WorkplacesPage, store: Store, lem: Workplace, notices: RecordingNotices
) -> None:
    page.open(lem.id)
    page.form.contacts.add_button.click()
    row = page.form.contacts.rows[0]
    type_into(qtbot, row.email, "bente")  # type: ignore[attr-defined]
    type_into(qtbot, page.form.details.name, "")
    qtbot.keyClick(page.form.details.name, Qt.Key.Key_Delete)
    save(qtbot, page)

    assert row.email.property("invalid") == "true"  # type: ignore[attr-defined]
    assert row.name.property("invalid") == "true"  # type: ignore[attr-defined]
    assert page.form.details.name.hasFocus()
    assert len(notices.errors) == 1
    assert store.workplaces.get(lem.id).name == "Vestas i Lem"


def test_the_focus_goes_from_the_button_to_the_first_field_that_is_wrong(
    qtbot: QtBot, page: WorkplacesPage, lem: Workplace
) -> None:
    page.open(lem.id)
    form = page.form
    form.contacts.add_button.click()
    contact, offer = form.contacts.rows[0], form.offers.rows[0]
    qtbot.waitUntil(contact.isVisible)
    type_into(qtbot, contact.email, "bente")  # type: ignore[attr-defined]
    type_into(qtbot, offer.provider, " ")  # type: ignore[attr-defined]
    wrong = [offer.provider, contact.name, contact.email]  # type: ignore[attr-defined]
    right = ["Stifinder", "Bente", "bente@lem.dk"]

    for field, text in zip(wrong, right, strict=True):
        page.view.save_button.setFocus()
        qtbot.mouseClick(page.view.save_button, Qt.MouseButton.LeftButton)
        assert field.hasFocus()
        assert field.visibleRegion().boundingRect() == field.rect(), "it is scrolled to"
        type_into(qtbot, field, text)


def test_a_date_that_cannot_be_read_stops_the_save(
    qtbot: QtBot, page: WorkplacesPage, lem: Workplace, notices: RecordingNotices
) -> None:
    page.open(lem.id)
    type_into(qtbot, page.form.details.started_on.line, "i forfjor")
    save(qtbot, page)
    assert page.form.details.started_on.line.hasFocus()
    assert notices.told == []


def test_an_offer_is_added_shared_and_removed(
    qtbot: QtBot, page: WorkplacesPage, store: Store, lem: Workplace
) -> None:
    page.open(lem.id)
    assert page.form.offers.rows[0].owner.value() == "organisation"  # type: ignore[attr-defined]
    page.form.offers.add_button.click()
    type_into(qtbot, page.form.offers.rows[1].provider, "Fysio Lem")  # type: ignore[attr-defined]
    save(qtbot, page)
    assert {o.provider for o in store.offers.of_workplace(lem.id)} == {"Stifinder", "Fysio Lem"}

    providers = [row.value().offer.provider for row in page.form.offers.rows]
    page.form.offers.rows[providers.index("Stifinder")].removed.emit()
    save(qtbot, page)
    assert [o.provider for o in store.offers.of_workplace(lem.id)] == ["Fysio Lem"]

    page.services.commands.undo()
    assert len(store.offers.of_workplace(lem.id)) == 2
    assert len(page.form.offers.rows) == 2


def test_unsaved_changes_survive_another_workplace_and_another_page(
    qtbot: QtBot, page: WorkplacesPage, services: Services, store: Store, lem: Workplace
) -> None:
    page.open(lem.id)
    type_into(qtbot, page.form.presence.place, "Kantinen, lokale 2")
    page.list.view.setCurrentRow(1)
    assert page.form.details.name.text() == "Ældrecenter Fjordglimt"
    assert "Ikke gemt" in page.list.view.item(0).text()
    page.leave()
    assert list(read_drafts(store)) == [lem.id]

    again = shown(qtbot, services)
    again.open(lem.id)
    assert again.form.presence.place.text() == "Kantinen, lokale 2"
    save(qtbot, again)
    assert store.workplaces.get(lem.id).place == "Kantinen, lokale 2"
    assert read_drafts(store) == {}


def test_changes_can_be_thrown_away(qtbot: QtBot, page: WorkplacesPage, lem: Workplace) -> None:
    page.open(lem.id)
    type_into(qtbot, page.form.details.name, "Noget andet")
    page.view.discard_button.click()
    assert page.form.details.name.text() == "Vestas i Lem"
    assert not page.view.discard_button.isVisible()


def test_a_workplace_in_use_is_ended_not_deleted(
    qtbot: QtBot, page: WorkplacesPage, store: Store, lem: Workplace, notices: RecordingNotices
) -> None:
    who = store.settings.counsellor_id
    store.inquiries.add(
        Inquiry(date=date(2026, 11, 20), workplace_id=lem.id, counsellor_id=who, reasons=("P01",))
    )
    page.open(lem.id)
    page.view.delete_button.click()
    error = notices.errors[0]
    assert isinstance(error, UserError)
    assert "Skriv i stedet en slutdato" in error.message("da")

    type_into(qtbot, page.form.details.ended_on.line, "i går")
    qtbot.keyClick(page.form.details.ended_on.line, Qt.Key.Key_Tab)
    save(qtbot, page)
    assert store.workplaces.get(lem.id).ended_on == date(2026, 11, 20)


def test_deleting_is_taken_back(page: WorkplacesPage, store: Store) -> None:
    unused = store.workplaces.by_code("AARE")
    assert unused is not None
    page.open(unused.id)
    page.view.delete_button.click()
    assert "Aarestrup Skole" not in names(page)
    page.services.commands.undo()
    assert "Aarestrup Skole" in names(page)


def test_a_new_offer_belongs_to_the_usual_advice_until_another_is_chosen(
    qtbot: QtBot, page: WorkplacesPage, lem: Workplace
) -> None:
    page.open(lem.id)
    page.form.offers.add_button.click()
    row = page.form.offers.rows[-1]
    assert isinstance(row, OfferRow)
    assert row.advice.value() == "A01"
    row.kind.setFocus()
    qtbot.keyClicks(row.kind, "fysio")
    assert (row.kind.value(), row.advice.value()) == ("staff_physiotherapy", "A11")
    row.advice.set_value("A04")
    qtbot.keyClick(row.kind, Qt.Key.Key_Home)
    assert (row.kind.value(), row.advice.value()) == ("health_insurance", "A04")


def test_an_empty_page_offers_to_make_the_first_one(
    qtbot: QtBot, services: Services, visited: list[tuple[str, object]]
) -> None:
    page = shown(qtbot, services)
    assert page.view.empty.isVisible()
    page.view.import_button.click()
    assert visited == [("import", None)]
    page.view.empty.button.click()
    assert page.form.details.name.hasFocus()


def test_a_change_made_elsewhere_is_shown_but_not_over_what_is_typed(
    qtbot: QtBot, page: WorkplacesPage, store: Store, lem: Workplace
) -> None:
    page.open(lem.id)
    store.workplaces.change(replace(store.workplaces.get(lem.id), place="Receptionen"))
    assert page.form.presence.place.text() == "Receptionen"

    type_into(qtbot, page.form.presence.place, "Kælderen")
    store.workplaces.change(replace(store.workplaces.get(lem.id), remark="Ny"))
    assert page.form.presence.place.text() == "Kælderen"


def test_a_workplace_that_is_asked_for_is_seen_in_the_list_too(
    page: WorkplacesPage, store: Store
) -> None:
    for number in range(40):
        store.workplaces.add(Workplace(code=f"A{number}", name=f"Arla {number:02d}"))
    page.open(store.workplaces.add(Workplace(code="Ø", name="Østergade")).id)
    view = page.list.view
    assert view.viewport().rect().contains(view.visualItemRect(view.currentItem()))
    view.verticalScrollBar().setValue(0)
    page.reload()
    assert view.verticalScrollBar().value() == 0, "and once seen it may be scrolled away from"
