"""Tilbud: everything people can use is found, added, corrected and taken back in one place."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Offer, OfferKind, Workplace
from app.ui.pages.offers.form import OfferForm
from app.ui.pages.offers.page import OffersPage
from app.ui.pages.offers.row import EDIT
from app.ui.services import Services
from tests.ui.in_focus import enter, press, type_text


def opened(services: Services, qtbot: QtBot) -> OffersPage:
    page = OffersPage(services)
    enter(qtbot, page)
    return page


def form(page: OffersPage) -> OfferForm:
    assert isinstance(page.list.form, OfferForm)
    return page.list.form


def providers(page: OffersPage) -> list[str]:
    return [row.shown.offer.provider for row in page.rows()]


def test_what_everybody_can_use_stands_first_and_any_word_finds(
    store: Store, services: Services, lem: Workplace, qtbot: QtBot
) -> None:
    store.offers.add(Offer(kind=OfferKind.TRAINING, provider="Fitness", workplace_id=lem.id))
    store.offers.add(Offer(kind=OfferKind.COACHING, provider="Coach & Co", quota=3))
    store.offers.add(
        Offer(kind=OfferKind.PENSION, provider="Gammel", valid_until=date(2026, 11, 20))
    )
    page = opened(services, qtbot)
    assert providers(page) == ["Coach & Co", "Stifinder", "Fitness"]
    assert page.rows()[0].accessibleName() == (
        "Coach & Co. Coaching. Hele projektet. 3 aftalte sessioner"
    )

    type_text(qtbot, page, "vestas sundhed")
    assert providers(page) == ["Stifinder"], "the owner and the kind are found too"
    page.search.selectAll()
    type_text(qtbot, page, "findes ikke")
    assert providers(page) == []
    page.search.clear()
    page.filter.focus()
    press(qtbot, page, Qt.Key.Key_Right)
    assert providers(page) == ["Coach & Co", "Gammel", "Stifinder", "Fitness"]


def test_a_new_one_for_everybody_is_made_with_the_keyboard(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_Space)  # the button of the empty page
    assert (form(page).kind.value(), form(page).advice.value()) == ("coaching", "A02")
    press(qtbot, page, Qt.Key.Key_Tab)
    type_text(qtbot, page, "Coach & Co")
    form(page).quota.setFocus()
    type_text(qtbot, page, "3")
    press(qtbot, page, Qt.Key.Key_Return)
    (made,) = store.offers.of_project()
    assert (made.provider, made.quota, made.advice_code) == ("Coach & Co", 3, "A02")
    assert page.rows()[0].hasFocus()
    services.commands.undo()
    assert store.offers.count() == 0
    assert page.empty.isVisible()


def test_one_is_given_to_an_organisation_or_a_workplace(
    store: Store, services: Services, lem: Workplace, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    (stifinder,) = store.offers.all()
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert form(page).owner.text() == "Vestas"
    form(page).owner.line.setFocus()
    form(page).owner.line.selectAll()
    type_text(qtbot, page, "ukendt")
    form(page).save()
    assert store.offers.get(stifinder.id) == stifinder
    assert "Vælg en arbejdsplads" in form(page).owner.line.accessibleDescription()

    form(page).owner.line.selectAll()
    type_text(qtbot, page, "lem")
    press(qtbot, page, Qt.Key.Key_Return)  # takes the hit
    press(qtbot, page, Qt.Key.Key_Return)  # takes nothing more
    form(page).save()
    changed = store.offers.get(stifinder.id)
    assert (changed.workplace_id, changed.organisation_id) == (lem.id, None)


def test_what_is_wrong_is_said_beside_its_field(
    store: Store, services: Services, lem: Workplace, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    page.begin_new()
    form(page).valid_from.line.setFocus()
    type_text(qtbot, page, "21-11-2026")
    form(page).valid_until.line.setFocus()
    type_text(qtbot, page, "20-11-2026")
    press(qtbot, page, Qt.Key.Key_Return)
    assert store.offers.count() == 1
    assert form(page).provider.accessibleDescription() == "Skriv, hvem der leverer tilbuddet."
    assert form(page).valid_until.line.accessibleDescription() == (
        "Slutdatoen ligger før startdatoen."
    )


def test_delete_takes_one_away_and_undo_brings_it_back(
    store: Store, services: Services, lem: Workplace, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert store.offers.count() == 0
    assert page.empty.button.hasFocus()
    services.commands.undo()
    assert providers(page) == ["Stifinder"]


def test_what_was_entered_is_kept_when_the_page_is_left(
    store: Store, services: Services, lem: Workplace, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Return)
    form(page).phone.setFocus()
    form(page).phone.selectAll()
    type_text(qtbot, page, "70112233")
    page.leave()
    (changed,) = store.offers.all()
    assert changed.phone == "70112233"
    assert page.list.form is None


def test_an_open_form_follows_what_is_undone(
    store: Store, services: Services, qtbot: QtBot
) -> None:
    offer = store.offers.add(Offer(kind=OfferKind.COACHING, provider="Coach & Co", phone="70"))
    page = opened(services, qtbot)
    services.commands.run("", lambda kept: kept.offers.change(replace(offer, phone="71")))
    page.rows()[0].asked.emit(EDIT)
    form(page).note.setText("to samtaler")
    services.commands.undo()
    assert form(page).phone.text() == "70"
    form(page).save()
    (kept,) = store.offers.all()
    assert (kept.phone, kept.note) == ("70", "to samtaler")
