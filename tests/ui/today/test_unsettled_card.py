"""»Blev det holdt?«: asked on the next day, answered in its line, and never in the way."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.models.planning import hold_visit
from app.models.types import RecordId, VisitStatus
from app.models.unsettled import ask_no_more
from app.ui.pages.today.page import TodayPage
from app.ui.pages.today.unsettled_card import CANCELLED, HELD, SILENT
from app.ui.services import Services
from tests.planned import Planned, SettableClock
from tests.ui.today.conftest import Open, Press

SATURDAY = datetime(2026, 11, 21, 7, 50, tzinfo=UTC)


@pytest.fixture(autouse=True)
def the_next_day(plan: Planned, clock: SettableClock) -> None:
    plan.store.settings.set("plan_asked_days", "2026-11-20")
    clock.now = SATURDAY


def part(page: TodayPage, name: str, number: int = 0) -> QWidget:
    assert page.unsettled is not None
    return list(page.unsettled.lines)[number].parts[name]


def lines(page: TodayPage) -> list[str]:
    """Return what stands in the card, a line for each question."""
    if page.unsettled is None or page.unsettled.isHidden():
        return []
    return [
        " ".join(label.text() for label in block.findChildren(QLabel))
        for block in page.unsettled.lines
    ]


def test_the_question_stands_in_the_page_and_leaves_the_focus_where_the_day_begins(
    opened: Open,
) -> None:
    page = opened()
    assert lines(page) == [
        "I går 09.00–10.00 Vestas i Lem Mødelokale 3, Fabriksvej 1, Lem",
        "I går 13.00–14.00 Ærø Værft, dok 2; =A1",
    ]
    assert page.window().focusWidget() is page.visits.start.workplace.line
    assert part(page, HELD).accessibleName() == (
        "Holdt: Vestas i Lem, fredag 20. november 09.00 til 10.00,"
        " mødelokale 3, Fabriksvej 1, Lem, planlagt"
    )


def test_it_was_held_as_planned_or_at_other_times(
    plan: Planned,
    friday: RecordId,
    opened: Open,
    press: Press,
    planned_services: Services,
    qtbot: QtBot,
) -> None:
    page = opened()
    qtbot.mouseClick(part(page, HELD), Qt.MouseButton.LeftButton)
    press(page, Qt.Key.Key_Tab, "1030", Qt.Key.Key_Return)

    visit = plan.store.visits.get(friday)
    assert (visit.status, visit.started_at[11:16], visit.ended_at[11:16]) == (
        VisitStatus.HELD,
        "08:00",
        "09:30",
    )
    assert len(lines(page)) == 1
    assert part(page, HELD).hasFocus(), "the next question"

    planned_services.commands.undo()
    assert plan.store.visits.find(friday) is None
    assert len(lines(page)) == 2


def test_it_was_cancelled(
    plan: Planned, friday: RecordId, opened: Open, press: Press, qtbot: QtBot
) -> None:
    page = opened()
    qtbot.mouseClick(part(page, CANCELLED), Qt.MouseButton.LeftButton)
    press(page, Qt.Key.Key_2)
    assert plan.store.visits.get(friday).reason == "Leder på ferie"
    assert len(lines(page)) == 1


def test_it_is_not_asked_about_again_and_stays_in_the_plan(
    plan: Planned, friday: RecordId, opened: Open, planned_services: Services, qtbot: QtBot
) -> None:
    page = opened()
    qtbot.mouseClick(part(page, SILENT), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(part(page, SILENT), Qt.MouseButton.LeftButton)
    assert lines(page) == []
    assert page.window().focusWidget() is page.visits.start.workplace.line
    assert plan.store.visits.find(friday) is None
    planned_services.commands.undo()
    assert len(lines(page)) == 1


def test_questions_that_are_answered_elsewhere_give_the_focus_to_the_day(
    plan: Planned, opened: Open
) -> None:
    page = opened()
    assert page.unsettled is not None
    part(page, HELD, 0).setFocus()
    for visit_id in [line.key for line in page.unsettled.lines]:
        ask_no_more(plan.store, RecordId(visit_id))
    page.reload()
    assert lines(page) == []
    assert page.window().focusWidget() is page.visits.start.workplace.line


def test_it_is_asked_all_day_and_not_on_the_next(opened: Open, clock: SettableClock) -> None:
    assert len(lines(opened())) == 2
    clock.now = SATURDAY + timedelta(hours=9)
    assert len(lines(opened())) == 2
    clock.now = SATURDAY + timedelta(days=1)
    assert lines(opened()) == []


def test_asking_leaves_nothing_for_undo(opened: Open, planned_services: Services) -> None:
    page = opened()
    planned_services.commands.undo()
    assert len(lines(page)) == 2
    assert planned_services.notices.told == []  # type: ignore[attr-defined]


def test_of_many_questions_the_oldest_stand_there(
    plan: Planned, opened: Open, clock: SettableClock, planned_services: Services
) -> None:
    clock.now = datetime(2026, 11, 13, 6, tzinfo=UTC)
    daily = plan.rule(plan.aero, weekdays=(1, 2, 3, 4), time="11:00")
    clock.now = SATURDAY
    plan.store.settings.set("plan_asked_days", "2026-11-15")
    page = opened()
    assert [line.split(" Ærø")[0] for line in lines(page)] == [
        "Mandag 16-11 11.00–12.00",
        "Tirsdag 17-11 11.00–12.00",
        "Onsdag 18-11 11.00–12.00",
    ]
    assert page.unsettled is not None
    assert "Og 3 til" in [each.text() for each in page.unsettled.findChildren(QLabel)]

    begun = datetime(2026, 11, 16, 10, tzinfo=UTC)
    hold_visit(
        plan.store, RecordId(f"20261116.{daily.series_id}"), begun, begun + timedelta(hours=1)
    )
    assert lines(page)[0].startswith("Tirsdag")
