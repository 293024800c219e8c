"""Henvisninger: whoever was sent on is followed by one key at a time, until it has ended."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.errors import InvalidInput
from app.models.case_types import Outcome, ReferralState
from app.models.store import Store
from app.models.types import Inquiry, Offer, OfferKind, Workplace
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.referrals.form import ReferralForm
from app.ui.pages.referrals.page import ReferralsPage
from app.ui.pages.referrals.target import ReferInquiry, ReferPerson, ShowReferral
from app.ui.pages.targets import ShowPerson
from app.ui.services import Services
from tests.records import add_contact, add_person, add_referral
from tests.ui.conftest import RecordingNotices
from tests.ui.in_focus import enter, press, type_text

TODAY = date(2026, 11, 21)


@pytest.fixture
def talk(store: Store, lem: Workplace) -> Inquiry:
    """A talk with Lone Bæk in Lem that ended with coaching and the insurance."""
    store.offers.add(
        Offer(kind=OfferKind.COACHING, provider="Coach & Co", advice_code="A02", phone="70000001")
    )
    person = add_person(store, phone="20304050", workplace_id=lem.id)
    return add_contact(store, person, workplace_id=lem.id, advice=("A02", "A01"))


def opened(services: Services, qtbot: QtBot) -> ReferralsPage:
    page = ReferralsPage(services)
    enter(qtbot, page)
    return page


def form(page: ReferralsPage) -> ReferralForm:
    assert isinstance(page.list.form, ReferralForm)
    return page.list.form


def focus(page: ReferralsPage) -> QWidget | None:
    return page.window().focusWidget()


def test_a_line_says_whom_to_what_and_how_far(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    add_referral(store, talk, provider="Coach & Co", quota=3, sessions=(date(2026, 11, 20),))
    page = opened(services, qtbot)
    (row,) = page.rows()
    assert row.accessibleName() == (
        "Coaching-samtaler hos Coach & Co. Lone Bæk · 20 30 40 50 · Vestas i Lem. "
        "Foreslået 20-11-2026. 1 af 3 aftalte sessioner, senest 20-11-2026"
    )


def test_space_holds_a_session_today_and_undo_takes_it_back(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    day = date(2026, 11, 20)
    made = add_referral(store, talk, quota=1, state=ReferralState.STARTED, sessions=(day,))
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_Space)
    held = store.referrals.get(made.id)
    assert (held.sessions, held.state) == ((day, TODAY), "started")
    assert "Flere sessioner end aftalt." in page.rows()[0].accessibleName()
    assert page.rows()[0].hasFocus(), "the list was read again, and the focus is where it was"
    services.commands.undo()
    assert store.referrals.get(made.id) == made


def test_a_second_session_on_a_day_is_told_and_not_held(
    store: Store, services: Services, notices: RecordingNotices, talk: Inquiry, qtbot: QtBot
) -> None:
    made = add_referral(store, talk)
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert store.referrals.get(made.id).sessions == (TODAY,)
    (error,) = notices.errors
    assert isinstance(error, InvalidInput)
    assert "Der er allerede en session den 21-11-2026." in error.message("da")


def test_days_that_cannot_have_been_are_told_beside_the_field(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    made = add_referral(store, talk, sessions=(date(2026, 11, 20),))
    page = opened(services, qtbot)
    page.open(ShowReferral(made.id))
    field = form(page).sessions
    field.setFocus()
    field.selectAll()
    type_text(qtbot, page, "19-11-2026")
    press(qtbot, page, Qt.Key.Key_Return)
    assert "Sessionen 19-11-2026 ligger før henvisningen" in field.accessibleDescription()
    assert store.referrals.get(made.id) == made


def test_a_new_one_of_another_day_is_suggested_since_that_day(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    page.open(ReferInquiry(talk.id))
    form(page).suggested_on.set_value(date(2026, 11, 18))
    form(page).save()
    (made,) = store.referrals.of_inquiry(talk.id)
    assert (made.suggested_on, made.state_on) == (date(2026, 11, 18), date(2026, 11, 18))


@pytest.mark.parametrize(
    ("key", "state"),
    [
        (Qt.Key.Key_1, ReferralState.ACCEPTED),
        (Qt.Key.Key_2, ReferralState.STARTED),
        (Qt.Key.Key_3, ReferralState.COMPLETED),
        (Qt.Key.Key_4, ReferralState.STOPPED),
    ],
)
def test_a_state_is_one_key(
    store: Store,
    services: Services,
    talk: Inquiry,
    qtbot: QtBot,
    key: Qt.Key,
    state: ReferralState,
) -> None:
    made = add_referral(store, talk)
    page = opened(services, qtbot)
    press(qtbot, page, key)
    changed = store.referrals.get(made.id)
    assert (changed.state, changed.state_on) == (state, TODAY)


def test_when_it_ends_the_outcome_is_asked_for(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    made = add_referral(store, talk, sessions=(TODAY,))
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_3)
    assert page.rows() == [], "it is not open any more"
    assert focus(page) is form(page).outcome.button("helped")
    press(qtbot, page, Qt.Key.Key_2, Qt.Key.Key_Tab)
    type_text(qtbot, page, "Jeg sover igen")
    press(qtbot, page, Qt.Key.Key_Return)
    told = store.referrals.get(made.id)
    assert (told.outcome, told.outcome_words) == (Outcome.HELPED_SOME, "Jeg sover igen")
    assert page.list.form is None


def test_a_declined_one_is_stored_when_somebody_said_why(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    made = add_referral(store, talk)
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_5, Qt.Key.Key_Return)
    assert store.referrals.get(made.id).state is ReferralState.SUGGESTED
    assert focus(page) is form(page).reason, "where the reason is missing"
    type_text(qtbot, page, "Har ikke tid")
    press(qtbot, page, Qt.Key.Key_Return)
    declined = store.referrals.get(made.id)
    assert (declined.state, declined.reason) == ("declined", "Har ikke tid")


def test_sessions_are_corrected_as_dates(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    made = add_referral(store, talk, suggested_on=date(2026, 11, 2), sessions=(date(2026, 11, 20),))
    page = opened(services, qtbot)
    page.open(ShowReferral(made.id))
    field = form(page).sessions
    field.setFocus()
    field.selectAll()
    type_text(qtbot, page, "forleden")
    press(qtbot, page, Qt.Key.Key_Return)
    assert store.referrals.get(made.id) == made
    assert "Skriv datoer med komma imellem" in field.accessibleDescription()
    field.selectAll()
    type_text(qtbot, page, "i går, 0911")
    press(qtbot, page, Qt.Key.Key_Return)
    assert store.referrals.get(made.id).sessions == (date(2026, 11, 9), date(2026, 11, 20))


def test_a_new_one_stands_ready_with_the_offer_that_fits_and_why(
    store: Store,
    services: Services,
    talk: Inquiry,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    page = opened(services, qtbot)
    assert page.empty.isVisible()
    page.open(ReferInquiry(talk.id))
    new = form(page)
    assert (new.advice.value(), new.provider.text(), new.quota.text()) == ("A02", "Coach & Co", "3")
    assert new.why.text() == "Foreslået, fordi alle kan bruge Coach & Co (coaching) · 70 00 00 01"
    assert new.advice.count() > 10, "a proposal never hides the full list"

    new.advice.set_value("A01")
    new.advice.chosen.emit("A01")
    assert (new.provider.text(), new.quota.text()) == ("Stifinder", "")
    assert new.why.text().startswith("Foreslået, fordi Vestas har sundhedsforsikring hos Stifinder")

    press(qtbot, page, Qt.Key.Key_Return)
    (made,) = store.referrals.of_inquiry(talk.id)
    assert (made.advice_code, made.provider, made.suggested_on) == ("A01", "Stifinder", TODAY)
    assert made.person_id == talk.person_id
    assert visited == [("inquiries", ShowInquiry(talk.id))], "back to where it was asked for"


def test_anybody_can_be_the_provider(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)
    assert talk.person_id is not None
    page.open(ReferPerson(talk.person_id))
    line = form(page).provider.line
    line.setFocus()
    line.selectAll()
    type_text(qtbot, page, "En helt anden")
    form(page).save()
    (made,) = store.referrals.of_person(talk.person_id)
    assert (made.provider, made.offer_id) == ("En helt anden", None)


def test_esc_leaves_the_form_and_stores_nothing(
    store: Store,
    services: Services,
    talk: Inquiry,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    page = opened(services, qtbot)
    assert talk.person_id is not None
    page.open(ReferPerson(talk.person_id))
    press(qtbot, page, Qt.Key.Key_Escape)
    assert store.referrals.count() == 0
    assert visited == [("person", ShowPerson(talk.person_id))]


def test_all_are_found_again_and_a_deleted_one_comes_back(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    add_referral(store, talk, state=ReferralState.COMPLETED)
    add_referral(store, talk)
    page = opened(services, qtbot)
    assert len(page.rows()) == 1
    page.filter.focus()
    press(qtbot, page, Qt.Key.Key_Right)
    assert len(page.rows()) == 2
    assert "Spørg, hvad det førte til." in page.rows()[0].accessibleName()
    page.list.focus_row(page.rows()[0].key)
    press(qtbot, page, Qt.Key.Key_Delete)
    assert len(page.rows()) == 1
    services.commands.undo()
    assert len(page.rows()) == 2


def test_arrows_move_between_rows_and_tab_reaches_the_buttons_of_one(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    for _ in range(3):
        add_referral(store, talk)
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_Down)
    second = page.rows()[1]
    assert second.hasFocus()
    press(qtbot, page, Qt.Key.Key_Tab)
    assert focus(page) is second.push_buttons[0]
    press(qtbot, page, Qt.Key.Key_1)
    assert store.referrals.get(second.shown.referral.id).state is ReferralState.ACCEPTED


def test_an_empty_page_leads_on(
    services: Services, qtbot: QtBot, visited: list[tuple[str, object]]
) -> None:
    page = opened(services, qtbot)
    qtbot.keyClick(page.empty.button, Qt.Key.Key_Space)
    assert visited == [("inquiries", None)]


def test_what_was_entered_is_kept_when_the_page_is_left(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    made = add_referral(store, talk)
    page = opened(services, qtbot)
    page.open(ShowReferral(made.id))
    page.leave()
    assert store.referrals.get(made.id) == made, "nothing was entered"
    form(page).note.setFocus()
    type_text(qtbot, page, "Ringer selv")
    page.leave()
    assert store.referrals.get(made.id).note == "Ringer selv"
    assert page.list.form is None


def test_the_form_follows_when_what_opened_it_is_undone(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    made = add_referral(store, talk, sessions=(TODAY,), state=ReferralState.STARTED)
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_3)
    form(page).outcome_words.setText("Jeg sover igen")
    services.commands.undo()
    assert form(page).state.value() == ReferralState.STARTED
    form(page).save()
    told = store.referrals.get(made.id)
    assert (told.state, told.outcome_words) == (ReferralState.STARTED, "Jeg sover igen")


def test_an_untouched_form_closes_when_its_referral_is_gone(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    made = add_referral(store, talk)
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_Return)
    store.referrals.delete(made.id)
    assert page.list.form is None


def test_the_first_row_has_the_focus_as_soon_as_it_has_been_read(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    add_referral(store, talk)
    page = ReferralsPage(services)
    qtbot.addWidget(page)
    page.first_focus().setFocus()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert focus(page) is page.rows()[0]


def test_the_buttons_of_all_rows_stand_in_columns(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    for state in (ReferralState.SUGGESTED, ReferralState.STARTED, ReferralState.STOPPED):
        add_referral(store, talk, state=state)
    page = opened(services, qtbot)
    page.filter.button("all").click()
    suggested, started, stopped = (row.push_buttons for row in page.rows())
    assert len({buttons[-1].mapTo(page, QPoint()).x() for buttons in (suggested, started)}) == 1
    assert stopped[-1].mapTo(page, QPoint()).x() == started[-1].mapTo(page, QPoint()).x()
    assert suggested[1].mapTo(page, QPoint()).x() == started[1].mapTo(page, QPoint()).x()


def test_an_offer_of_another_kind_is_found_but_not_proposed(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    store.offers.add(Offer(kind=OfferKind.TRAINING, provider="Fit Lem", advice_code="A05"))
    page = opened(services, qtbot)
    page.open(ReferInquiry(talk.id))
    field = form(page).provider
    assert form(page).advice.value() == "A02"
    assert "Foreslået, fordi" in form(page).why.text()
    field.line.setFocus()
    field.line.selectAll()
    type_text(qtbot, page, "fit")
    press(qtbot, page, Qt.Key.Key_Return)
    assert field.text() == "Fit Lem"
    assert form(page).why.text().startswith("Hører ikke til det valgte råd: ")


def test_many_sessions_are_seen_in_several_lines(
    store: Store, services: Services, talk: Inquiry, qtbot: QtBot
) -> None:
    days = tuple(date(2026, 10, day) for day in range(1, 9))
    begun = {"suggested_on": days[0], "state": ReferralState.STARTED}
    add_referral(store, talk, sessions=days, **begun)
    page = opened(services, qtbot)
    press(qtbot, page, Qt.Key.Key_Return)
    field = form(page).sessions
    qtbot.waitUntil(lambda: field.height() > 2 * field.fontMetrics().lineSpacing())
    assert field.verticalScrollBar().maximum() == 0
    assert not form(page).is_changed()
