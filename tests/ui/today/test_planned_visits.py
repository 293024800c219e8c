"""I dag with a plan: what is due has the focus, and everything about it is done in its line."""

from datetime import UTC, date, datetime, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.models.plan_types import Activity, ActivityKind, ActivityStatus
from app.models.planning import cancel_visit, start_visit
from app.models.types import RecordId, Shift, VisitStatus
from app.ui import theme
from app.ui.pages.plan.target import ShowActivity, ShowVisit
from app.ui.pages.today.activity_block import HELD, PARTICIPANTS, SHOW
from app.ui.pages.today.page import TodayPage
from app.ui.pages.today.planned_block import CANCEL, HOLD, REINSTATE, START
from app.ui.pages.today.visit_block import TIMES
from app.ui.services import Services
from tests.planned import Planned
from tests.ui.conftest import RecordingNotices
from tests.ui.today.conftest import FRIDAY, Open, Press


def told(page: TodayPage, key: str) -> str:
    """Return all that a line of the day says."""
    block = page.visits.blocks.get(key)
    assert block is not None
    return " | ".join(label.text() for label in block.findChildren(QLabel))


def title(page: TodayPage) -> str:
    return next(
        each.text() for each in page.findChildren(QLabel) if each.property("role") == "title"
    )


def clicked(qtbot: QtBot, page: TodayPage, key: str, part: str) -> None:
    block = page.visits.blocks.get(key)
    assert block is not None
    qtbot.mouseClick(block.parts[part], Qt.MouseButton.LeftButton)


def talk(plan: Planned, **more: object) -> Activity:
    values = {
        "date": FRIDAY,
        "time": "11:00",
        "kind": ActivityKind.TALK_LIAISON,
        "place": "Byrådssalen",
        "counsellor_ids": (plan.km,),
    } | more
    return plan.store.activities.add(Activity(**values))  # type: ignore[arg-type]


def test_the_day_stands_in_order_and_what_is_due_has_the_focus(
    plan: Planned, friday: RecordId, opened: Open
) -> None:
    activity = talk(plan)
    page = opened()

    keys = [block.key for block in page.visits.blocks]
    assert keys[:2] == [friday, activity.id]
    assert "09.00–10.00" in told(page, friday)
    assert "Mødelokale 3, Fabriksvej 1, Lem · hver uge" in told(page, friday)
    assert "Anna Lund ringer først" in told(page, friday)
    assert "Grethe Holm åbner" in told(page, friday), "the workplace's own remark"
    assert "13.00–14.00 | Aftenholdet" in told(page, keys[2])
    assert title(page) == "God morgen. 2 fremmøder i dag"
    focused = page.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == (
        "Start: Vestas i Lem, fredag 20. november 09.00 til 10.00,"
        " mødelokale 3, Fabriksvej 1, Lem, planlagt"
    )


def test_one_key_starts_it_and_what_to_know_of_the_place_stands_there(
    plan: Planned, friday: RecordId, opened: Open, press: Press, planned_services: Services
) -> None:
    page = opened()
    press(page, Qt.Key.Key_Space)

    visit = plan.store.visits.running()
    assert visit is not None
    assert visit.id == friday
    block = page.visits.running
    assert block is not None
    assert block.new.hasFocus()
    assert block.notes.text().splitlines() == [
        "Planlagt 09.00–10.00",
        "Anna Lund ringer først",
        "Synlighed: Roll-up ved indgangen",
        "Bemærkning: Grethe Holm åbner",
        "Leder: Grethe Holm, 20 30 40 50",
    ]
    later = next(each for each in page.visits.blocks if each.key != friday)
    assert START not in later.parts, "one visit at a time"

    planned_services.commands.undo()
    assert plan.store.visits.find(friday) is None
    assert all(START in block.parts for block in page.visits.blocks)


def test_a_workplace_that_is_typed_starts_what_is_planned_there_and_says_so(
    plan: Planned, friday: RecordId, opened: Open, press: Press
) -> None:
    page = opened()
    page.visits.start.workplace.setFocus()
    press(page, "lem", Qt.Key.Key_Return)
    start = page.visits.start
    assert start.planned.text() == (
        "Der er planlagt fremmøde her i dag 09.00–10.00. Det er det, du starter."
    )
    assert start.place.text() == "Mødelokale 3"
    press(page, Qt.Key.Key_Return)
    visit = plan.store.visits.running()
    assert visit is not None
    assert visit.id == friday


def test_typing_is_not_interrupted_when_the_plan_comes(
    planned_services: Services, plan: Planned, qtbot: QtBot, press: Press
) -> None:
    page = TodayPage(planned_services)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.visits.start.workplace.setFocus()
    press(page, "v")
    qtbot.waitUntil(lambda: page.has_plan)
    press(page, "æ")
    assert page.visits.start.workplace.text() == "væ"


def test_a_visit_is_cancelled_in_its_line_and_taken_up_again(
    plan: Planned,
    friday: RecordId,
    opened: Open,
    press: Press,
    qtbot: QtBot,
    notices: RecordingNotices,
) -> None:
    page = opened()
    clicked(qtbot, page, friday, CANCEL)
    press(page, Qt.Key.Key_1)

    assert plan.store.visits.get(friday).reason == "Sygdom"
    assert notices.told == ["Fremmødet er aflyst"]
    assert "Aflyst: sygdom" in told(page, friday)
    focused = page.window().focusWidget()
    assert focused is not None
    assert "Ærø Værft" in focused.accessibleName(), "the next one is due"

    clicked(qtbot, page, friday, REINSTATE)
    assert plan.store.visits.get(friday).status is VisitStatus.PLANNED


def test_a_form_is_left_with_escape_and_stays_while_others_write(
    plan: Planned, friday: RecordId, opened: Open, press: Press, qtbot: QtBot
) -> None:
    page = opened()
    clicked(qtbot, page, friday, CANCEL)
    press(page, Qt.Key.Key_4, "Alle har travlt")
    talk(plan, time="16:00")
    block = page.visits.blocks.get(friday)
    assert block is not None
    assert block.form is not None, "what was typed is still there"
    press(page, Qt.Key.Key_Escape)
    assert block.form is None
    assert page.window().focusWidget() is block.parts[CANCEL]
    assert plan.store.visits.find(friday) is None


def test_a_start_that_was_forgotten_is_told_later_with_the_planned_times_at_hand(
    plan: Planned, friday: RecordId, opened: Open, press: Press, qtbot: QtBot
) -> None:
    plan.clock.now = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
    page = opened()
    assert "Ærø" in page.window().focusWidget().accessibleName(), "nine o'clock is over"  # type: ignore[union-attr]
    clicked(qtbot, page, friday, HOLD)
    press(page, Qt.Key.Key_Return)
    visit = plan.store.visits.get(friday)
    assert (visit.status, visit.started_at[11:16], visit.ended_at[11:16]) == (
        VisitStatus.HELD,
        "08:00",
        "09:00",
    )
    assert told(page, friday).startswith("09.00–10.00 | Holdt")


def test_an_end_that_was_forgotten_is_asked_for_with_the_planned_one_at_hand(
    plan: Planned, friday: RecordId, opened: Open, press: Press, planned_services: Services
) -> None:
    start_visit(plan.store, friday)
    plan.clock.now += timedelta(hours=5)
    page = opened()
    assert page.visits.running is not None
    page.visits.running.end.setFocus()
    press(page, Qt.Key.Key_Space)
    assert plan.store.visits.get(friday).status is VisitStatus.RUNNING
    press(page, Qt.Key.Key_Return)
    visit = plan.store.visits.get(friday)
    assert (visit.started_at[11:16], visit.ended_at[11:16]) == ("07:50", "09:00")
    planned_services.commands.undo()
    assert plan.store.visits.get(friday).status is VisitStatus.RUNNING


def test_the_times_of_a_held_visit_are_corrected_in_its_line(
    plan: Planned, friday: RecordId, opened: Open, press: Press, qtbot: QtBot
) -> None:
    start_visit(plan.store, friday)
    plan.clock.now += timedelta(minutes=80)
    page = opened()
    assert page.visits.running is not None
    qtbot.mouseClick(page.visits.running.end, Qt.MouseButton.LeftButton)
    clicked(qtbot, page, friday, TIMES)
    press(page, "905", Qt.Key.Key_Tab, "2330", Qt.Key.Key_Return)
    block = page.visits.blocks.get(friday)
    assert block is not None
    assert block.form is not None, "half past eleven tonight has not been"
    press(page, *[Qt.Key.Key_Backspace] * len("23.30"), "1005", Qt.Key.Key_Return)
    visit = plan.store.visits.get(friday)
    assert (visit.started_at[11:16], visit.ended_at[11:16]) == ("08:05", "09:05")
    assert told(page, friday).startswith("09.05–10.05 | Holdt")


def test_those_of_others_stand_quietly_below(plan: Planned, opened: Open) -> None:
    plan.rule(plan.aero, weekdays=(5,), time="10:00", counsellor_ids=(plan.jb,))
    talk(plan, counsellor_ids=(plan.jb,))
    page = opened()
    assert page.visits.others.text().splitlines() == [
        "Andre vejledere i dag",
        "10.00–11.00 · Ærø Værft, dok 2; =A1 · JB · planlagt",
        "11.00–12.00 · Oplæg for SU · Byrådssalen · planlagt",
    ]


def test_a_closing_day_can_be_overruled(
    plan: Planned, friday: RecordId, opened: Open, qtbot: QtBot
) -> None:
    plan.close(20)
    page = opened()
    assert "Sprunget over: hemmelig" in told(page, friday)
    clicked(qtbot, page, friday, REINSTATE)
    block = page.visits.blocks.get(friday)
    assert block is not None
    assert START in block.parts


def test_a_line_leads_to_its_place_in_the_plan(
    plan: Planned,
    friday: RecordId,
    opened: Open,
    qtbot: QtBot,
    visited: list[tuple[str, object]],
) -> None:
    cancel_visit(plan.store, friday, "Sygdom")
    activity = talk(plan)
    page = opened()
    clicked(qtbot, page, friday, SHOW)
    clicked(qtbot, page, activity.id, SHOW)
    assert visited == [("plan", ShowVisit(friday)), ("plan", ShowActivity(activity.id, FRIDAY))]


def test_an_activity_is_held_with_the_number_that_is_typed(
    plan: Planned, opened: Open, press: Press, planned_services: Services
) -> None:
    activity = talk(plan, title="Oplæg om §56")
    page = opened()
    block = page.visits.blocks.get(activity.id)
    assert block is not None
    block.parts[PARTICIPANTS].setFocus()
    press(page, "mange", Qt.Key.Key_Return)
    assert plan.store.activities.get(activity.id).status is ActivityStatus.PLANNED
    assert "Skriv antallet af deltagere som et tal." in told(page, activity.id)
    for _ in "mange":
        press(page, Qt.Key.Key_Backspace)
    press(page, "14", Qt.Key.Key_Return)
    held = plan.store.activities.get(activity.id)
    assert (held.status, held.participants) == (ActivityStatus.HELD, 14)
    assert "14 deltagere" in told(page, activity.id)
    planned_services.commands.undo()
    assert plan.store.activities.get(activity.id).status is ActivityStatus.PLANNED


def test_nobody_has_to_count(plan: Planned, opened: Open, qtbot: QtBot) -> None:
    activity = talk(plan)
    page = opened()
    clicked(qtbot, page, activity.id, HELD)
    held = plan.store.activities.get(activity.id)
    assert (held.status, held.participants) == (ActivityStatus.HELD, None)


def test_the_minute_moves_on_what_is_due_and_the_night_brings_another_day(
    plan: Planned, friday: RecordId, opened: Open
) -> None:
    page = opened()
    plan.clock.now = datetime(2026, 11, 20, 9, 1, tzinfo=UTC)
    page.minute.timeout.emit()
    block = page.visits.blocks.get(friday)
    assert block is not None
    assert HOLD in block.parts
    plan.clock.now = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
    page.minute.timeout.emit()
    assert page.visits.blocks.get(friday) is None
    assert title(page) == "God morgen. Ingen fremmøder endnu i dag"


def test_an_evening_visit_starts_with_its_shift(
    plan: Planned, opened: Open, qtbot: QtBot, friday: RecordId
) -> None:
    page = opened()
    later = next(each for each in page.visits.blocks if each.key != friday)
    clicked(qtbot, page, later.key, START)
    visit = plan.store.visits.running()
    assert visit is not None
    assert (visit.shift, visit.date) == (Shift.EVENING, date(2026, 11, 20))


def test_what_has_the_focus_is_in_sight_when_a_question_comes_above_it(
    plan: Planned, friday: RecordId, planned_services: Services, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", "normal", 2.0)
    plan.clock.now -= timedelta(days=3)
    plan.rule(plan.aero, weekdays=(4,))
    plan.clock.now += timedelta(days=3)
    plan.store.settings.set("plan_asked_days", "2026-11-18")
    start_visit(plan.store, friday)
    page = TodayPage(planned_services)
    qtbot.addWidget(page)
    page.resize(952, 580)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.visits.first_widget().setFocus()
    qtbot.waitUntil(lambda: page.has_plan)
    assert page.unsettled is not None
    running = page.visits.running
    assert running is not None
    assert running.new.hasFocus()
    qtbot.waitUntil(lambda: not running.new.visibleRegion().isEmpty())
