"""Looking at the plan: which days, whose visits, and what is said of each."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.models import planning
from app.models.plan import read_plan
from app.models.plan_types import Activity, ActivityKind, ClosingDays, PresenceRule
from app.models.store import Store
from app.models.types import Counsellor, Profession, RecordId, Shift, Workplace
from app.models.visit_ids import visit_id
from app.ui.pages.plan.target import NewVisit, ShowDay, ShowVisit
from app.ui.pages.workplaces.target import ShowRules
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.week_grid_buttons import DayButton
from app.ui.widgets.week_grid_view import GridView
from tests.records import add_contact
from tests.ui.plan.conftest import FRIDAY, MONDAY, TODAY, AddRule, Open, Press, names

SPOKEN = "Vestas i Lem, fredag 20. november 09.00 til 10.00, kantinen, planlagt"
LEFT = ", hverken holdt eller aflyst"
"""What is added of a day that is past: today is the 21st."""


def texts(widget: QWidget | None) -> list[str]:
    assert widget is not None
    return [each.text() for each in widget.findChildren(QLabel)]


def test_the_week_shows_every_visit_and_says_it_as_a_screen_reader_needs(
    fridays: PresenceRule, mondays: PresenceRule, opened: Open
) -> None:
    page = opened()
    assert page.controls.title.text() == "Uge 47, 2026"
    assert names(page) == [
        f"Arla Danmark Protein, mandag 16. november 08.00 til 09.00, kontorgangen, planlagt{LEFT}",
        SPOKEN + LEFT,
    ]


def test_the_states_are_said_with_their_reasons(
    store: Store, fridays: PresenceRule, friday: RecordId, opened: Open
) -> None:
    planning.cancel_visit(store, friday, "Leder på ferie")
    page = opened()
    assert names(page) == [SPOKEN.replace("planlagt", "aflyst: leder på ferie")]
    button = page.grid.item_button(friday)
    assert button is not None
    assert (button.item.detail, button.item.tone) == ("Aflyst: leder på ferie", "cancelled")


def test_a_past_visit_that_nobody_settled_looks_and_sounds_like_none_that_is_planned(
    store: Store, fridays: PresenceRule, opened: Open, press: Press
) -> None:
    page = opened()
    (button,) = (page.grid.item_button(visit.id) for visit in page.data.visits)
    assert button is not None
    assert button.item.tone == "unsettled"
    assert button.item.note.startswith("Hverken holdt eller aflyst")
    page.controls.on.click()
    (button,) = (page.grid.item_button(visit.id) for visit in page.data.visits)
    assert button is not None
    assert (button.item.tone, LEFT in button.item.spoken) == ("planned", False)


def test_two_counsellors_see_everything_and_can_look_at_one(
    store: Store,
    fridays: PresenceRule,
    mondays: PresenceRule,
    lars: Counsellor,
    opened: Open,
    press: Press,
) -> None:
    page = opened()
    assert page.controls.counsellor.value() == ""
    shown = [page.grid.item_button(visit.id) for visit in page.data.visits]
    assert [each.item.detail for each in shown if each] == ["Kontorgangen · LB", "Kantinen · KM"]
    page.controls.counsellor.setFocus()
    press(page, "L")
    assert page.controls.counsellor.currentText() == "LB · Lars Bech"
    page.controls.counsellor.chosen.emit(lars.id)
    assert [visit.workplace for visit in page.data.visits] == ["Arla Danmark Protein"]
    page.reload()
    assert len(page.data.visits) == 1, "a refresh keeps the filter"


def test_in_a_larger_project_one_sees_ones_own_visits_first(
    store: Store, fridays: PresenceRule, mondays: PresenceRule, opened: Open
) -> None:
    store.counsellors.add(
        Counsellor(initials="AB", name="Anne Bro", profession=Profession.SOCIAL_WORKER)
    )
    page = opened()
    assert page.controls.counsellor.value() == store.settings.counsellor_id
    assert names(page) == [SPOKEN + LEFT]


def test_one_workplace_is_found_by_typing_and_let_go_by_emptying_the_field(
    fridays: PresenceRule, mondays: PresenceRule, opened: Open, press: Press
) -> None:
    page = opened()
    page.controls.place.setFocus()
    press(page, "arla", Qt.Key.Key_Return)
    assert page.controls.place.text() == "Arla Danmark Protein"
    assert [visit.workplace for visit in page.data.visits] == ["Arla Danmark Protein"]
    page.controls.place.line.selectAll()
    press(page, Qt.Key.Key_Delete)
    assert len(page.data.visits) == 2


def test_what_is_filtered_is_scrolled_to(
    lem: Workplace, arla: Workplace, add_rule: AddRule, opened: Open, press: Press
) -> None:
    night = add_rule(lem, 3, "23:30", minutes=60)
    for weekday in (1, 2, 3):
        add_rule(arla, weekday, "09:00")
    page = opened()
    button = page.grid.item_button(visit_id(night.series_id, date(2026, 11, 18)))
    assert button is not None
    assert button.visibleRegion().isEmpty(), "more is to be seen in the morning"
    page.controls.place.setFocus()
    press(page, "lem", Qt.Key.Key_Return)
    assert button.visibleRegion().boundingRect() == button.rect()


def test_a_refresh_moves_neither_focus_nor_selection_nor_scroll(
    store: Store, fridays: PresenceRule, friday: RecordId, mondays: PresenceRule, opened: Open
) -> None:
    page = opened()
    page.grid.focus_item(friday)
    view = page.grid.findChild(GridView)
    assert isinstance(view, GridView)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    scrolled, focused = bar.value(), page.window().focusWidget()
    panel = page.side.details

    add_contact(store, day=FRIDAY)
    page.reload()

    assert page.grid.selected_key == friday
    assert page.window().focusWidget() is focused
    assert bar.value() == scrolled
    assert page.side.details is panel, "what has not changed is not built again"


def test_conflicts_are_shown_and_stand_in_nobodys_way(
    store: Store, fridays: PresenceRule, arla: Workplace, add_rule: AddRule, opened: Open
) -> None:
    add_rule(arla, 5, "09:30", "Kontoret")
    page = opened()
    told = " ".join(texts(page.side.cards.conflicts))
    assert "Vestas i Lem" in told
    assert "Arla Danmark Protein" in told
    of_friday = [page.grid.item_button(visit.id) for visit in page.data.visits]
    assert all(each is not None and each.item.warning for each in of_friday)
    assert all("09.30" in name for name in names(page)), "it is said, not only shown"

    page.side.cards.conflicts.findChildren(ActionButton)[0].click()
    assert page.grid.selected_key == page.data.conflicts[0].visits[0]
    assert page.side.details is not None
    assert any("09.30" in text for text in texts(page.side.details))


def test_the_panel_says_what_is_known_and_leads_to_the_visits_around(
    fridays: PresenceRule,
    friday: RecordId,
    opened: Open,
    press: Press,
    visited: list[tuple[str, object]],
    lem: Workplace,
) -> None:
    page = opened()
    page.grid.focus_item(friday)
    said = texts(page.side.details)
    assert {"Vestas i Lem", "Fredag 20. november 2026, 09.00–10.00", "Planlagt"} <= set(said)
    assert {"Kantinen", "Karen Møller", "Hver uge, fredag 09.00–10.00"} <= set(said)
    press(page, Qt.Key.Key_R)
    assert visited == [("workplaces", ShowRules(lem.id, fridays.series_id))]

    page.open(ShowVisit(visit_id(fridays.series_id, date(2026, 12, 4))))
    assert page.controls.title.text() == "Uge 49, 2026"
    assert page.grid.selected_key == visit_id(fridays.series_id, date(2026, 12, 4))


def test_escape_goes_from_the_panel_to_the_grid_and_then_to_the_cards(
    fridays: PresenceRule, friday: RecordId, opened: Open, press: Press
) -> None:
    page = opened()
    page.grid.focus_item(friday)
    press(page, Qt.Key.Key_Return)
    assert page.side.holds_focus()
    press(page, Qt.Key.Key_Escape)
    assert page.window().focusWidget() is page.grid.item_button(friday)
    press(page, Qt.Key.Key_Escape)
    assert page.grid.selected_key == ""
    assert page.side.cards.isVisible()


def test_the_cross_of_the_panel_brings_the_cards_back(
    fridays: PresenceRule, friday: RecordId, opened: Open, qtbot: QtBot
) -> None:
    page = opened()
    page.grid.focus_item(friday)
    assert page.side.details is not None
    qtbot.mouseClick(page.side.details.close_button, Qt.MouseButton.LeftButton)
    assert page.grid.selected_key == ""
    assert page.side.cards.isVisible()


def test_the_focus_begins_at_today_and_down_leads_to_the_first_visit(
    store: Store, fridays: PresenceRule, lem: Workplace, opened: Open, press: Press
) -> None:
    made = planning.plan_visit(store, workplace_id=lem.id, day=TODAY, time="10:00", minutes=60)
    page = opened()
    focused = page.window().focusWidget()
    assert isinstance(focused, DayButton)
    assert focused.day.day == TODAY
    press(page, Qt.Key.Key_Down)
    assert page.grid.selected_key == made.id


def test_an_activity_stands_in_the_plan_with_what_is_known_of_it(
    store: Store, opened: Open, lem: Workplace
) -> None:
    talk = store.activities.add(
        Activity(
            date=FRIDAY,
            time="13:00",
            minutes=120,
            kind=ActivityKind.TALK_LIAISON,
            title="SU-møde: oplæg",
            place="Fjordparken",
            participants=14,
            workplace_ids=(lem.id,),
            counsellor_ids=(store.settings.counsellor_id,),
        )
    )
    page = opened()
    button = page.grid.item_button(talk.id)
    assert button is not None
    assert button.item.detail == "Fjordparken · 14 deltagere"
    assert button.accessibleName() == (
        "SU-møde: oplæg, fredag 20. november 13.00 til 15.00, fjordparken, planlagt"
    )
    page.grid.focus_item(talk.id)
    assert {"SU-møde: oplæg", "14", "Oplæg for SU"} <= set(texts(page.side.details))


def test_the_cards_say_how_much_was_held_and_which_holidays_come(
    fridays: PresenceRule, opened: Open
) -> None:
    page = opened()
    cards = page.side.cards
    assert "Dækning i november" in texts(cards.coverage)
    assert "Planlagt 4\u00a0t · holdt 0\u00a0t · aflyst 0\u00a0t" in texts(cards.coverage)
    said = texts(cards.holidays)
    assert "25-12 Juledag" in said
    assert "Fremmøder på helligdage springes over, indtil du vælger en ny dag." in said
    cards.holidays.findChildren(ActionButton)[0].click()
    assert page.controls.title.text() == "Uge 52, 2026"
    assert page.grid.selected_key == visit_id(fridays.series_id, date(2026, 12, 25))


def test_what_nobody_comes_to_is_suggested_to_be_stopped(
    store: Store,
    fridays: PresenceRule,
    arla: Workplace,
    add_rule: AddRule,
    opened: Open,
    visited: list[tuple[str, object]],
) -> None:
    nights = add_rule(arla, 4, "22:00", "Vagtstuen", shift=Shift.NIGHT)
    for visit in read_plan(store, date(2026, 10, 5), FRIDAY):
        planning.hold_visit(store, visit.id, visit.start, visit.end)
        for hour in range(3 if visit.workplace == "Vestas i Lem" else 0):
            add_contact(
                store,
                day=visit.day,
                time=f"09:{hour}0",
                visit_id=visit.id,
                workplace_id=visit.workplace_id,
            )
    page = opened()
    said = texts(page.side.cards.suggestions)
    assert "0 henvendelser på 7 fremmøder. Overvej at stoppe eller flytte." in said
    (leads,) = page.side.cards.suggestions.findChildren(ActionButton)
    assert leads.text() == "Arla Danmark Protein, natholdet"
    leads.click()
    assert visited == [("workplaces", ShowRules(arla.id))]
    page.controls.stepped.emit(1)
    assert page.controls.title.text() == "Uge 48, 2026"
    assert page.side.cards.suggestions.isVisible()
    store.presence_rules.end(nights.id, TODAY - timedelta(days=1), "Ingen kom")
    assert not page.side.cards.suggestions.isVisible()


def test_a_closing_day_of_all_workplaces_stands_above_its_day(
    store: Store, fridays: PresenceRule, opened: Open
) -> None:
    store.closing_days.add(ClosingDays(first_on=MONDAY, last_on=MONDAY, reason="Sommerfest"))
    page = opened()
    heading = next(each for each in page.grid.findChildren(DayButton) if each.day.day == MONDAY)
    assert (heading.day.note, heading.day.closed) == ("Sommerfest", True)


def test_an_empty_plan_leads_to_the_first_rule_or_to_a_file(
    opened: Open, press: Press, visited: list[tuple[str, object]], qtbot: QtBot
) -> None:
    page = opened()
    assert page.view.empty.isVisible()
    assert not page.grid.isVisible()
    press(page, Qt.Key.Key_Space)
    qtbot.mouseClick(page.view.empty.import_button, Qt.MouseButton.LeftButton)
    assert visited == [("workplaces", ShowRules()), ("import", None)]


def test_the_page_stays_as_it_was_left(
    fridays: PresenceRule, friday: RecordId, opened: Open, press: Press, store: Store
) -> None:
    page = opened()
    page.open(ShowDay(date(2026, 12, 2)))
    page.hide()
    add_contact(store)
    page.show()
    assert page.controls.title.text() == "Uge 49, 2026"


@pytest.mark.parametrize("width", [620, 1158])
def test_the_panel_stands_beside_or_below_the_grid(
    fridays: PresenceRule, opened: Open, width: int, qtbot: QtBot
) -> None:
    page = opened()
    page.resize(width, 660)
    qtbot.waitUntil(lambda: (page.side.x() > page.grid.x()) == (width == 1158))


def test_a_new_visit_is_begun_from_elsewhere(fridays: PresenceRule, opened: Open) -> None:
    page = opened()
    page.open(NewVisit(FRIDAY))
    assert page.side.form is not None
    assert page.side.form.accessibleName() == "Nyt fremmøde"
