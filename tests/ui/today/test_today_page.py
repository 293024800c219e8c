"""I dag: start a visit with a few keys, see who came, end it, and see what was promised."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.models.erasure import erase_person
from app.models.periods import Period
from app.models.store import Store
from app.models.types import FollowUp, Identity, Inquiry, Sector, Shift, VisitStatus, Workplace
from app.models.workplace_drafts import NEW
from app.ui.pages.inquiries.target import ListInquiries, ShowInquiry
from app.ui.pages.today.page import TodayPage
from app.ui.services import Services
from tests.records import add_person
from tests.ui.conftest import RecordingNotices

TODAY = date(2026, 11, 21)


@pytest.fixture
def places(store: Store, lem: Workplace) -> list[Workplace]:
    """Vestas i Lem and two more."""
    more = [
        store.workplaces.add(Workplace(code="ARLA-DP", name="Arla Danmark Protein")),
        store.workplaces.add(Workplace(code="GL-OLD", name="Gammelt Sted", ended_on=TODAY - DAY)),
    ]
    return [lem, *more]


DAY = timedelta(days=1)


def opened(services: Services, qtbot: QtBot) -> TodayPage:
    page = TodayPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    focus = page.first_focus()
    assert focus is not None
    focus.setFocus()
    return page


def press(qtbot: QtBot, page: TodayPage, *keys: Qt.Key | str) -> None:
    """Send keys to whatever has the focus."""
    for key in keys:
        focused = page.window().focusWidget()
        assert focused is not None
        if isinstance(key, str):
            qtbot.keyClicks(focused, key)
        else:
            qtbot.keyClick(focused, key)


def contact(store: Store, workplace: Workplace, **values: object) -> Inquiry:
    made = {
        "date": TODAY,
        "time": "09:10",
        "workplace_id": workplace.id,
        "counsellor_id": store.settings.counsellor_id,
        "reasons": ("P01",),
    } | values
    return store.inquiries.add(Inquiry(**made))  # type: ignore[arg-type]


def test_a_visit_starts_with_three_letters_and_two_enters(
    store: Store, services: Services, places: list[Workplace], qtbot: QtBot
) -> None:
    page = opened(services, qtbot)

    press(qtbot, page, "lem", Qt.Key.Key_Return)
    assert page.visits.start.place.text() == "Kantinen", "the place is the workplace's own"
    press(qtbot, page, Qt.Key.Key_Return)

    visit = store.visits.running()
    assert visit is not None
    assert (visit.workplace_id, visit.place, visit.shift) == (
        places[0].id,
        "Kantinen",
        Shift.NONE,
    )
    assert page.visits.running is not None
    assert page.visits.running.new.hasFocus(), "the next thing is an inquiry"


@pytest.mark.parametrize("taken", [False, True])
def test_a_visit_that_was_looked_up_and_not_started_is_forgotten_when_the_page_is_left(
    store: Store, services: Services, places: list[Workplace], qtbot: QtBot, taken: bool
) -> None:
    page = opened(services, qtbot)
    press(qtbot, page, "arla")
    if taken:
        press(qtbot, page, Qt.Key.Key_Return)

    page.leave()
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    press(qtbot, page, "lem")

    assert page.visits.start.workplace.text() == "lem"
    assert page.visits.start.workplace.is_open
    assert not page.visits.start.start.isVisible()


def test_shift_and_place_are_those_of_the_last_visit_where_none_is_kept(
    store: Store, services: Services, places: list[Workplace], qtbot: QtBot
) -> None:
    arla = places[1]
    before = store.visits.start(arla.id, shift=Shift.EVENING, place="Vagtstuen")
    store.visits.end(before.id)
    page = opened(services, qtbot)

    press(qtbot, page, "arla", Qt.Key.Key_Return, Qt.Key.Key_Space)

    visit = store.visits.running()
    assert visit is not None
    assert (visit.shift, visit.place) == (Shift.EVENING, "Vagtstuen")


def test_a_workplace_that_has_ended_is_not_offered(
    services: Services, places: list[Workplace], qtbot: QtBot
) -> None:
    page = opened(services, qtbot)

    press(qtbot, page, "gam", Qt.Key.Key_Return)

    assert not page.visits.start.start.isVisible()


def test_the_running_visit_shows_its_contacts_the_newest_first(
    store: Store,
    services: Services,
    lem: Workplace,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    visit = store.visits.start(lem.id, place="Kantinen")
    first = contact(store, lem, visit_id=visit.id, time="09:05")
    page = opened(services, qtbot)
    contact(store, lem, visit_id=visit.id, time="09:20", reasons=("S01",), advice=("A03",))

    block = page.visits.running
    assert block is not None
    assert block.told.text() == "2 henvendelser (2 anonyme)"
    links = [b for b in block.findChildren(type(block.new)) if b.text().startswith("09.")]
    assert [link.text() for link in links] == [
        "09.20 · Anonym · Stress → Egen læge",
        "09.05 · Anonym · Lænderyg",
    ]
    qtbot.mouseClick(links[1], Qt.MouseButton.LeftButton)
    assert visited == [("inquiries", ShowInquiry(first.id))]


def test_many_contacts_lead_to_the_list_of_that_day_and_workplace(
    store: Store,
    services: Services,
    lem: Workplace,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    visit = store.visits.start(lem.id)
    for minute in range(7):
        contact(store, lem, visit_id=visit.id, time=f"09:0{minute}")
    page = opened(services, qtbot)

    block = page.visits.running
    assert block is not None
    (every,) = [b for b in block.findChildren(type(block.new)) if b.text() == "Vis alle 7"]
    qtbot.mouseClick(every, Qt.MouseButton.LeftButton)

    ((name, target),) = visited
    assert name == "inquiries"
    assert isinstance(target, ListInquiries)
    assert len(store.inquiries.list_seqs(target.wanted)) == 7


def test_a_visit_that_nobody_came_to_is_held_with_zero_and_can_be_taken_back(
    store: Store,
    services: Services,
    lem: Workplace,
    qtbot: QtBot,
    notices: RecordingNotices,
) -> None:
    visit = store.visits.start(lem.id)
    page = opened(services, qtbot)
    assert page.visits.running is not None

    qtbot.mouseClick(page.visits.running.end, Qt.MouseButton.LeftButton)

    assert store.visits.get(visit.id).status is VisitStatus.HELD
    assert notices.told == ["Fremmødet er afsluttet: 0 henvendelser"]
    assert page.visits.running is None
    assert page.visits.start.workplace.line.hasFocus(), "the next visit can be started"

    services.commands.undo()

    assert store.visits.get(visit.id).status is VisitStatus.RUNNING
    assert page.visits.running is not None


def test_what_is_due_is_ticked_off_on_the_spot(
    store: Store, services: Services, lem: Workplace, qtbot: QtBot
) -> None:
    for text, days in (("Sent", -3), ("Nu", 0), ("I morgen", 1)):
        store.followups.add(FollowUp(due_on=TODAY + days * DAY, text=text, workplace_id=lem.id))
    page = opened(services, qtbot)
    assert [line.promise.followup.text for line in page.due.lines()] == ["Sent", "Nu"]

    done = page.due.lines()[0].done
    done.setFocus()
    press(qtbot, page, Qt.Key.Key_Space)

    assert [line.promise.followup.text for line in page.due.lines()] == ["Nu"]
    assert page.due.lines()[0].done.hasFocus()
    assert len(store.followups.open()) == 2


def test_the_weeks_are_drawn_and_told_in_words(
    store: Store, services: Services, lem: Workplace, qtbot: QtBot
) -> None:
    contact(store, lem, date=TODAY)
    contact(store, lem, date=TODAY - 14 * DAY)
    contact(store, lem, date=TODAY - 14 * DAY)

    page = opened(services, qtbot)

    told = page.weeks.chart.accessibleDescription().split("; ")
    assert len(told) == 8
    assert told[0] == "uge 40: 0 henvendelser"
    assert told[5] == "uge 45: 2 henvendelser"
    assert told[7] == "uge 47: 1 henvendelse"


def test_last_month_leads_to_its_report(
    store: Store,
    services: Services,
    lem: Workplace,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    contact(store, lem, date=date(2026, 10, 31))
    page = opened(services, qtbot)

    qtbot.mouseClick(page.month.see, Qt.MouseButton.LeftButton)

    assert visited == [("reports", Period(date(2026, 10, 1), date(2026, 10, 31)))]


def test_without_workplaces_the_page_leads_to_the_first_one(
    services: Services, qtbot: QtBot, visited: list[tuple[str, object]]
) -> None:
    page = opened(services, qtbot)

    press(qtbot, page, Qt.Key.Key_Space)

    assert visited == [("workplaces", NEW)]


def test_once_there_is_a_workplace_the_focus_waits_where_a_visit_is_started(
    services: Services, store: Store, qtbot: QtBot
) -> None:
    page = opened(services, qtbot)

    store.workplaces.add(Workplace(code="LEM", name="Vestas i Lem", sector=Sector.PRIVATE))

    assert page.window().focusWidget() is page.visits.start.workplace.line


@pytest.mark.parametrize("width", [620, 1158])
def test_the_cards_stand_in_one_or_two_columns(
    services: Services, places: list[Workplace], qtbot: QtBot, width: int
) -> None:
    page = opened(services, qtbot)
    page.resize(width, 660)

    qtbot.waitUntil(lambda: (page.due.x() > page.visits.x()) == (width == 1158))


def test_whoever_was_erased_is_called_as_everywhere(
    store: Store, services: Services, places: list[Workplace], qtbot: QtBot
) -> None:
    visit = store.visits.start(places[0].id)
    gone = add_person(store)
    contact(store, places[0], person_id=gone.id, visit_id=visit.id, identity=Identity.REGISTERED)
    erase_person(store, services.paths, gone.id)
    page = opened(services, qtbot)
    said = [made.text() for made in page.findChildren(QPushButton)]
    assert any("Slettet person" in text for text in said)
    assert not any("(slettet)" in text for text in said)
