"""The pages with something on them: nothing cut off, everything named, Tab as the eye goes."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.day_plan import start_at
from app.models.plan_types import Activity, ActivityKind
from app.models.planning import cancel_visit
from app.models.store import Store
from app.models.types import FollowUp, Identity, Inquiry, Person, Shift, Workplace
from app.models.visit_ids import visit_id
from app.ui import theme
from app.ui.page import Page
from app.ui.pages.followups.page import FollowUpsPage
from app.ui.pages.import_wizard.page import ImportPage
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.pages.inquiries.target import ShowInquiry
from app.ui.pages.today.page import TodayPage
from app.ui.pages.today.planned_block import CANCEL
from app.ui.services import Services
from tests.planned import Planned
from tests.screens import audits
from tests.ui.today.conftest import FRIDAY

TODAY = date(2026, 11, 21)
ROOM = {100: (1158, 660), 200: (952, 580)}
"""What rail, header and status bar leave of 1366×768, by font size in per cent."""

BAD_FILE = """date,time,workplace,channel,identity,person,name,reasons,advice,counsellor
2026-10-01,09:00,VESTAS-LE,workplace,registered,P1,Karen Møller,P01,A01,KM
2026-13-01,09:00,VESTAS-LE,workplace,anonymous,,,P01,,KM
2026-10-09,09:00,INGEN-STED,workplace,anonymous,,,P01,,KM
"""

Use = Callable[[Services, Path], Page]


@pytest.fixture
def busy_day(store: Store, lem: Workplace) -> None:
    """A running visit with six contacts, one that was held, and promises of every age."""
    long_name = "Ringkøbing-Skjern Kommunes Hjemmepleje, distrikt Nord"
    store.visits.end(store.visits.start(lem.id, shift=Shift.NIGHT, place="Vagtstuen").id)
    place = store.workplaces.add(Workplace(code="HJEM-NORD", name=long_name, place="Mødelokale 2"))
    visit = store.visits.start(place.id, place=place.place)
    person = store.people.add(
        Person(name="Anne-Margrethe Østergaard Kristensen", birth_year=1966, phone="20304050")
    )
    for number in range(6):
        known = number % 2 == 0
        talk = store.inquiries.add(
            Inquiry(
                date=TODAY,
                time=f"09:{number}0",
                workplace_id=place.id,
                visit_id=visit.id,
                counsellor_id=store.settings.counsellor_id,
                identity=Identity.REGISTERED if known else Identity.ANONYMOUS,
                person_id=person.id if known else None,
                reasons=("P01", "S01", "R03", "O01"),
                advice=("A01", "A02"),
                minutes=35,
                note="Vil gerne ringes op efter klokken 15, helst torsdag eller fredag.",
            )
        )
        store.followups.add(
            FollowUp(
                due_on=TODAY + timedelta(days=4 * number - 9),
                text="Ring og hør, om arbejdspladsindretningen er kommet på plads " * (number % 3),
                inquiry_id=talk.id,
                person_id=talk.person_id,
                workplace_id=place.id,
            )
        )


def full_day(plan: Planned) -> None:
    """What is open, over, cancelled, closed, mine and somebody else's, and a question."""
    store = plan.store
    for hour, more in (
        (12, {"counsellor_ids": (plan.jb,)}),
        (15, {"every_weeks": 2, "anchor": date(2026, 11, 16)}),
        (17, {"shift": Shift.NIGHT, "minutes": 480}),
    ):
        plan.rule(plan.aero, weekdays=(5,), time=f"{hour}:30", **more)
    cancelled = plan.rule(plan.lem, weekdays=(5,), time="16:00")
    plan.clock.now -= timedelta(days=3)
    plan.rule(plan.aero, weekdays=(4,), time="13:00")
    plan.clock.now += timedelta(days=3)
    store.settings.set("plan_asked_days", "2026-11-18")
    cancel_visit(store, visit_id(cancelled.series_id, FRIDAY), "Leder på ferie")
    store.activities.add(
        Activity(
            date=FRIDAY,
            time="10:30",
            kind=ActivityKind.NETWORK,
            title="Netværksmøde med kommunens sygedagpengeafdeling og jobcenteret",
            place="Byrådssalen, 2. sal",
            counsellor_ids=(plan.km,),
        )
    )


def today(services: Services, folder: Path) -> Page:
    return TodayPage(services)


def list_with_details(services: Services, folder: Path) -> Page:
    page = InquiriesPage(services)
    services.runner.run(
        lambda store: store.inquiries.newest(),
        lambda newest: page.open(ShowInquiry(newest.id)) if newest else None,
    )
    return page


def followups(services: Services, folder: Path) -> Page:
    return FollowUpsPage(services)


def import_with_bad_rows(services: Services, folder: Path) -> Page:
    page = ImportPage(services)
    path = folder / "gammel registrering fra regnearket.csv"
    path.write_text(BAD_FILE, "utf-8")
    page.take_file(path)
    return page


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("running", [False, True])
def test_a_planned_day_with_everything_in_it_passes_the_audits(
    qapp: QApplication,
    planned_services: Services,
    plan: Planned,
    qtbot: QtBot,
    percent: int,
    running: bool,
) -> None:
    theme.apply(qapp, "light", "normal", percent / 100)
    full_day(plan)
    if running:
        start_at(plan.store, plan.lem.id, Shift.NONE, "Mødelokale 3")
    page = TodayPage(planned_services)
    qtbot.addWidget(page)
    page.resize(*ROOM[percent])
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: page.has_plan)
    assert page.unsettled is not None
    qtbot.mouseClick(page.unsettled.first_part(), Qt.MouseButton.LeftButton)
    block = next(each for each in page.visits.blocks if CANCEL in each.parts)
    qtbot.mouseClick(block.parts[CANCEL], Qt.MouseButton.LeftButton)
    for _ in range(4):
        qapp.processEvents()

    focused = page.window().focusWidget()
    assert focused is not None
    assert not focused.visibleRegion().isEmpty(), "the form that was opened is seen"
    assert (page.width(), page.height()) == ROOM[percent], "the page fits the window"
    assert audits.complaints(page) == []
    assert audits.out_of_order(audits.tab_stops(page)) == []


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("use", [today, list_with_details, followups, import_with_bad_rows])
def test_a_page_in_use_passes_the_audits(
    qapp: QApplication,
    services: Services,
    busy_day: None,
    qtbot: QtBot,
    tmp_path: Path,
    use: Use,
    percent: int,
) -> None:
    theme.apply(qapp, "light", "normal", percent / 100)
    page = use(services, tmp_path)
    qtbot.addWidget(page)
    page.resize(*ROOM[percent])
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    if isinstance(page, TodayPage):
        qtbot.waitUntil(lambda: page.has_plan)
    first = page.first_focus()
    assert first is not None
    first.setFocus()
    for _ in range(4):  # a scroll area learns the height of its content one round later
        qapp.processEvents()

    assert (page.width(), page.height()) == ROOM[percent], "the page fits the window"
    assert audits.complaints(page) == []
    assert audits.out_of_order(audits.tab_stops(page)) == []
