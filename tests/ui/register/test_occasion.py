"""Place, time and way come from the running visit, and are changed in the row behind F2."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Channel, Counsellor, RecordId, Workplace
from app.ui.pages.register.page import RegisterPage
from tests.desk import Desk
from tests.keyboard import Typist, focused
from tests.records import add_workplace


def context(page: RegisterPage) -> str:
    return page.parts.title.context.text()


def test_everything_comes_from_the_running_visit(page: RegisterPage) -> None:
    assert context(page) == "Vestas i Lem · lør. 21-11-2026 kl. 09.24 · på arbejdspladsen"


def test_without_a_visit_people_ring(quiet_desk: Callable[[], Desk]) -> None:
    desk = quiet_desk()
    assert context(desk.page) == "Uden arbejdsplads · lør. 21-11-2026 kl. 09.24 · telefon"
    assert desk.page.draft.channel is Channel.PHONE


def test_an_untouched_page_follows_the_visit(
    quiet_desk: Callable[[], Desk], store: Store, lem: Workplace
) -> None:
    desk = quiet_desk()
    visit = store.visits.start(lem.id)
    assert desk.page.draft.visit_id == visit.id
    assert context(desk.page).startswith("Vestas i Lem")
    store.visits.end(visit.id)
    assert desk.page.draft.workplace_id is None


def test_what_is_typed_keeps_its_occasion_when_the_visit_ends(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    typist.type("bo")
    visit = page.draft.visit_id
    store.visits.end(RecordId(visit or ""))
    assert page.draft.visit_id == visit


def test_another_place_day_and_way_are_typed_without_leaving_the_keys(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    arla = add_workplace(store, "ARLA", "Arla Videbæk")
    page.reload()
    typist.press("F2")
    typist.type("arl")
    typist.press("Enter", "Tab", "Tab")
    typist.type("i går")
    typist.press("Tab")
    typist.type("1015")
    typist.press("Enter")
    draft = page.draft
    assert (draft.workplace_id, draft.visit_id) == (arla.id, None)
    assert (draft.date, draft.time) == (date(2026, 11, 20), "10:15")
    assert focused() is page.first_focus()
    assert not page.parts.context.isVisible()
    assert context(page) == "Arla Videbæk · fre. 20-11-2026 kl. 10.15 · på arbejdspladsen"


def test_the_next_contact_keeps_the_changed_occasion(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    typist.press("F2", "Tab", "Tab")
    typist.type("-1")
    typist.press("Enter", "Enter")
    typist.type("st")
    typist.press("Enter", "Ctrl+Enter")
    inquiry = store.inquiries.newest()
    assert inquiry is not None
    assert (inquiry.date, inquiry.visit_id) == (date(2026, 11, 20), None)
    assert (page.draft.date, page.draft.time) == (date(2026, 11, 20), "")
    assert page.draft.is_empty


def test_a_call_during_a_visit_does_not_belong_to_it(page: RegisterPage, typist: Typist) -> None:
    visit = page.draft.visit_id
    typist.press("F2", "Tab", "Tab", "Tab", "Tab")
    typist.press("Down", "Down")
    assert (page.draft.channel, page.draft.visit_id) == (Channel.PHONE, None)
    typist.press("Up", "Up")
    assert (page.draft.channel, page.draft.visit_id) == (Channel.WORKPLACE, visit)


def test_minutes_and_another_counsellor_are_told_in_the_title(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    store.counsellors.add(Counsellor(initials="LB", name="Lone Bæk"))
    typist.press("F2", *("Tab",) * 5)
    typist.type("20")
    typist.press("Tab", "Down", "Enter")
    assert page.draft.minutes == 20
    assert context(page).endswith("på arbejdspladsen · 20 min. · LB")


@pytest.mark.parametrize(
    ("tabs", "typed", "told"),
    [(2, "mandag", "Datoen"), (3, "25.00", "Klokkeslættet"), (5, "mange", "Minutter")],
)
def test_what_cannot_be_read_stops_the_save_and_is_said(
    page: RegisterPage,
    store: Store,
    typist: Typist,
    desk: Desk,
    tabs: int,
    typed: str,
    told: str,
) -> None:
    notices = page.services.notices
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "F2", *("Tab",) * tabs)
    typist.type(typed)
    typist.press("Ctrl+Enter")
    assert store.inquiries.count() == 0
    assert told in notices.told[-1]  # type: ignore[attr-defined]


def test_a_place_that_is_none_stops_the_save(
    page: RegisterPage, store: Store, typist: Typist
) -> None:
    page.parts.reasons.field.setFocus()
    typist.type("st")
    typist.press("Enter", "F2")
    typist.type("Nordpolen")
    typist.press("Ctrl+Enter")
    assert store.inquiries.count() == 0
    assert page.draft.workplace_id is not None


def test_f2_and_esc_close_the_row(page: RegisterPage, typist: Typist) -> None:
    for key in ("F2", "Esc"):
        typist.press("F2")
        assert page.parts.context.isVisible()
        typist.press(key)
        assert not page.parts.context.isVisible()
        assert focused() is page.first_focus()


def test_a_promise_counts_its_weeks_from_the_talk(
    page: RegisterPage, typist: Typist, qtbot: QtBot
) -> None:
    typist.press("F2", "Tab", "Tab")
    typist.type("14-11-2026")
    typist.press("Enter")
    page.parts.bottom.follow_up.focus()
    typist.press("2")
    assert page.draft.follow_up_on == date(2026, 11, 21)
    typist.press("4", "Tab")
    typist.type("+20")
    typist.press("Tab")
    assert page.draft.follow_up_on == date(2026, 12, 4)
    page.parts.bottom.follow_up.focus()
    typist.press("0")
    assert page.draft.follow_up_on is None
