"""A counsellor says when somebody sits at a workplace, sees the dates at once, and loses nothing."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.plan_types import ClosingDays, PresenceRule, RulePlace
from app.models.store import Store
from app.models.types import Address, Shift, Workplace
from app.ui.pages.workplaces.page import WorkplacesPage
from app.ui.pages.workplaces.rule_line import EDIT
from app.ui.pages.workplaces.rules_section import RulesSection
from app.ui.services import Services
from tests.keyboard import Typist, focused
from tests.records import add_counsellor
from tests.ui.conftest import RecordingNotices
from tests.ui.workplaces.conftest import lines, page_of, rule_form

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def tab_to(widget: QWidget) -> None:
    for _ in range(80):
        if widget.hasFocus():
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"{widget.accessibleName()} is not reached")


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_rule_is_made_with_keys_alone(
    section: RulesSection, lem_page: WorkplacesPage, store: Store, notices: RecordingNotices
) -> None:
    typist = Typist()
    lem_page.form.presence.place.setFocus()
    tab_to(section.list.new_button)
    typist.press("Space", "2")  # every second week
    typist.press("Tab")
    press(Qt.Key.Key_Right)
    typist.press("Space")  # Tuesday
    typist.press("Tab", "2")  # the day shift
    tab_to(rule_form(section).part.time)
    typist.type("830")
    typist.press("Tab")
    typist.type("90")
    typist.press("Tab", "Down")  # not in week 48, but in week 49
    typist.press("Ctrl+Enter")

    (rule,) = store.presence_rules.all()
    assert (rule.every_weeks, rule.weekdays, rule.time, rule.minutes) == (2, (2,), "08:30", 90)
    assert (rule.shift, rule.anchor) == (Shift.DAY, date(2026, 11, 30))
    assert rule.places == (RulePlace(room="Kantinen"),), "where the workplace is usually visited"
    assert rule.counsellor_ids == (store.settings.counsellor_id,)
    assert notices.told == ["Reglen er gemt"]
    assert section.list.lines[0].buttons[EDIT].hasFocus()
    (said,) = lines(section)
    assert said.startswith(
        "Hver 2. uge, tirsdag 08.30–10.00 | Kantinen, dagholdet · KM · fra 21. november 2026 | "
        "Næste: tir 1. dec · tir 15. dec · tir 29. dec"
    )


def test_a_rule_is_made_with_the_mouse_alone_and_taken_back(
    qtbot: QtBot, section: RulesSection, store: Store, services: Services
) -> None:
    click(qtbot, section.list.new_button)
    form = rule_form(section)
    click(qtbot, form.part.weekdays.chip("1"))
    click(qtbot, form.part.weekdays.chip("4"))
    click(qtbot, form.save_button)
    (rule,) = store.presence_rules.all()
    assert (rule.weekdays, rule.time, rule.minutes) == ((1, 4), "09:00", 60)
    services.commands.undo()
    assert store.presence_rules.all() == ()
    assert lines(section) == []


def test_a_rare_rhythm_is_typed(section: RulesSection, store: Store) -> None:
    section.list.new_button.click()
    part = rule_form(section).part
    part.rhythm.usual.button("other").click()
    assert part.rhythm.weeks.hasFocus()
    QTest.keyClicks(part.rhythm.weeks, "6")
    part.weekdays.chip("5").click()
    assert part.first_time.count() == 6
    assert rule_form(section).sentence.text() == "Hver 6. uge, fredag 09.00–10.00"
    press(Qt.Key.Key_S, CONTROL)
    assert store.presence_rules.all()[0].every_weeks == 6


def test_two_places_take_turns_and_either_can_begin(section: RulesSection, store: Store) -> None:
    section.list.new_button.click()
    form = rule_form(section)
    form.part.weekdays.chip("2").click()
    assert not form.part.places.swap_button.isVisible()
    form.part.places.rows.add_button.click()
    QTest.keyClicks(focused(), "Hallen")
    dates = "tir 24. nov: Kantinen · tir 1. dec: Hallen · tir 8. dec: Kantinen"
    assert form.dates.text().startswith(f"Næste datoer: {dates}")

    form.part.places.swap_button.click()
    assert form.dates.text().startswith("Næste datoer: tir 24. nov: Hallen · tir 1. dec: Kantinen")
    form.save_button.click()
    assert [place.room for place in store.presence_rules.all()[0].places] == ["Hallen", "Kantinen"]


def test_an_address_of_the_workplace_is_offered_while_it_is_typed(
    qtbot: QtBot, services: Services, store: Store, lem: Workplace
) -> None:
    smedevej = Address(street="Smedevej 4", postcode="6940", city="Lem")
    store.workplaces.change(replace(lem, addresses=(smedevej,)))
    section = page_of(qtbot, services, lem).form.rules
    section.list.new_button.click()
    address = rule_form(section).part.places.rows.rows[0].address  # type: ignore[attr-defined]
    address.line.setFocus()
    QTest.keyClicks(address.line, "smed")
    press(Qt.Key.Key_Return)
    assert address.text() == "Smedevej 4, 6940 Lem"
    assert section.form is not None, "Enter took the address, and did nothing else"


def test_holidays_and_closing_days_are_marked_before_the_rule_is_stored(
    section: RulesSection, store: Store, lem: Workplace
) -> None:
    closed = date(2026, 12, 11)
    store.closing_days.add(
        ClosingDays(workplace_id=lem.id, first_on=closed, last_on=closed, reason="Lageroptælling")
    )
    section.list.new_button.click()
    form = rule_form(section)
    form.part.weekdays.chip("5").click()
    form.part.begins.line.setFocus()
    form.part.begins.line.selectAll()
    QTest.keyClicks(form.part.begins.line, "11.12.2026")
    press(Qt.Key.Key_Tab)
    told = form.dates.text()
    assert "fre 11. dec (lageroptælling, springes over) · fre 18. dec · fre 25. dec (" in told
    assert "juledag, springes over)" in told


def test_problems_stand_beside_their_fields_and_nothing_is_stored(
    section: RulesSection, store: Store, notices: RecordingNotices
) -> None:
    section.list.new_button.click()
    form = rule_form(section)
    form.part.counsellors.board.chip(store.settings.counsellor_id).click()
    form.part.time.setText("halv ni")
    form.part.minutes.setText("")
    form.save_button.click()
    first_day = form.part.weekdays.chip("1")
    assert first_day.hasFocus()
    assert first_day.accessibleDescription() == "Vælg mindst én ugedag."
    assert "klokkeslæt" in form.part.time.accessibleDescription()
    assert "24 timer" in form.part.minutes.accessibleDescription()
    assert form.part.time.property("invalid") == "true"
    assert store.presence_rules.all() == ()
    assert notices.errors == []

    form.part.begins.line.setText("engang")
    form.save_button.click()
    assert form.part.begins.line.hasFocus()


def test_who_was_chosen_first_is_responsible(
    qtbot: QtBot, services: Services, store: Store, lem: Workplace
) -> None:
    lb = add_counsellor(store, "LB", "Lene Bach")
    section = page_of(qtbot, services, lem).form.rules
    section.list.new_button.click()
    form = rule_form(section)
    me = store.settings.counsellor_id
    form.part.weekdays.chip("3").click()
    form.part.counsellors.board.chip(lb.id).click()
    assert form.part.counsellors.responsible.text() == "KM har ansvaret."
    form.part.counsellors.board.chip(me).click()
    form.part.counsellors.board.chip(me).click()
    assert form.part.counsellors.responsible.text() == "LB har ansvaret."
    form.save_button.click()
    assert store.presence_rules.all()[0].counsellor_ids == (lb.id, me)


def test_the_buttons_of_the_page_are_not_mistaken_for_those_of_the_form(
    lem_page: WorkplacesPage, section: RulesSection
) -> None:
    view = lem_page.view
    section.list.new_button.click()
    assert not view.save_button.isVisible()
    assert not view.delete_button.isVisible()
    QTest.keyClicks(lem_page.form.presence.place, " 2")
    assert view.save_button.isVisible(), "what is unsaved can still be saved"
    assert view.discard_button.isVisible()
    view.discard_button.setFocus()
    view.discard_button.click()
    assert not view.save_button.isVisible()
    assert focused() is lem_page.list.view
    rule_form(section).back_button.click()
    assert view.save_button.isVisible()
    assert view.delete_button.isVisible()


def test_the_keys_of_the_form_are_not_those_of_the_page(
    section: RulesSection, lem_page: WorkplacesPage, store: Store, notices: RecordingNotices
) -> None:
    QTest.keyClicks(lem_page.form.details.name, " Syd")
    section.list.new_button.click()
    rule_form(section).part.weekdays.chip("2").click()
    press(Qt.Key.Key_S, CONTROL)
    assert notices.told == ["Reglen er gemt"]
    assert store.workplaces.all()[0].name == "Vestas i Lem", "the page has its own button"
    assert lem_page.form.details.name.text() == "Vestas i Lem Syd"


def test_what_is_half_typed_is_there_again_until_it_is_thrown_away(
    section: RulesSection, store: Store
) -> None:
    section.list.new_button.click()
    rule_form(section).part.weekdays.chip("2").click()
    press(Qt.Key.Key_Escape)
    assert section.form is None
    assert section.list.new_button.hasFocus()
    assert store.presence_rules.all() == ()

    section.list.new_button.click()
    assert rule_form(section).part.weekdays.keys() == ["2"]
    rule_form(section).discard_button.click()
    section.list.new_button.click()
    assert rule_form(section).part.weekdays.keys() == []


def test_what_is_half_typed_survives_another_workplace_and_a_lock(
    qtbot: QtBot,
    tuesdays: PresenceRule,
    section: RulesSection,
    lem_page: WorkplacesPage,
    store: Store,
    services: Services,
    lem: Workplace,
) -> None:
    section.list.lines[0].buttons[EDIT].click()
    rule_form(section).part.time.setText("14")
    QTest.keyClicks(rule_form(section).part.reason, "Nyt skiftehold")
    other = store.workplaces.add(Workplace(code="AARE", name="Aarestrup Skole"))
    lem_page.open(other.id)
    assert section.form is None
    lem_page.open(lem.id)
    assert rule_form(section).part.time.time() == "14:00"
    lem_page.leave()

    again = page_of(qtbot, services, lem).form.rules
    form = rule_form(again)
    assert (form.part.time.time(), form.part.reason.text()) == ("14:00", "Nyt skiftehold")
    form.save_button.click()
    assert [rule.time for rule in store.presence_rules.all()] == ["09:00", "14:00"]
    assert page_of(qtbot, services, lem).form.rules.form is None
