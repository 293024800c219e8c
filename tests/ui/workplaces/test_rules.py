"""A counsellor changes, ends and deletes the rules of a workplace, and takes it back."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.plan import read_plan
from app.models.plan_types import PresenceRule
from app.models.planning import cancel_visit, move_visit
from app.models.store import Store
from app.models.types import RecordId, Shift, Visit, VisitStatus, Workplace
from app.models.visit_ids import visit_id
from app.ui.pages.workplaces.end_rule_form import EndRuleForm
from app.ui.pages.workplaces.page import WorkplacesPage
from app.ui.pages.workplaces.rule_line import DELETE, EDIT, END
from app.ui.pages.workplaces.rule_reading import read_rules
from app.ui.pages.workplaces.rules_section import RulesSection
from app.ui.pages.workplaces.target import ShowRules
from app.ui.services import Services
from tests.keyboard import Typist, focused
from tests.records import add_contact, add_rule
from tests.ui.conftest import RecordingNotices
from tests.ui.workplaces.conftest import lines, rule_form

CONTROL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def test_a_rule_is_changed_from_its_next_visit_and_what_has_been_stays(
    tuesdays: PresenceRule, section: RulesSection, store: Store, services: Services
) -> None:
    section.list.lines[0].buttons[EDIT].click()
    form = rule_form(section)
    assert form.part.begins.value() == date(2026, 11, 24)
    form.part.rhythm.usual.button("1").click()
    form.part.reason.setFocus()
    QTest.keyClicks(form.part.reason, "Flere kom")
    press(Qt.Key.Key_Return, CONTROL)

    old, new = store.presence_rules.of_series(tuesdays.series_id)
    assert (old.valid_until, old.end_reason) == (date(2026, 11, 23), "Flere kom")
    assert (new.valid_from, new.every_weeks) == (date(2026, 11, 24), 1)
    assert [visit.day.day for visit in read_plan(store, date(2026, 11, 1), date(2026, 11, 30))] == [
        10,
        24,
    ]
    services.commands.undo()
    assert store.presence_rules.of_series(tuesdays.series_id) == (tuesdays,)


def test_only_a_remark_makes_no_new_version(
    tuesdays: PresenceRule, section: RulesSection, store: Store
) -> None:
    section.list.lines[0].buttons[EDIT].click()
    QTest.keyClicks(rule_form(section).part.remark, "Porten lukker kl. 16")
    rule_form(section).save_button.click()
    (rule,) = store.presence_rules.all()
    assert rule.remark == "Porten lukker kl. 16"
    assert "Porten lukker kl. 16" in lines(section)[0]


def test_nothing_changed_stores_nothing(
    tuesdays: PresenceRule, section: RulesSection, store: Store, notices: RecordingNotices
) -> None:
    section.list.lines[0].buttons[EDIT].click()
    rule_form(section).save_button.click()
    assert notices.told == ["Der er ingen ændringer at gemme."]
    assert store.presence_rules.all() == (tuesdays,)


def test_a_rule_ends_for_a_usual_reason_and_is_folded_away(
    tuesdays: PresenceRule, section: RulesSection, store: Store
) -> None:
    typist = Typist()
    section.list.lines[0].buttons[END].setFocus()
    typist.press("Space")
    assert isinstance(section.form, EndRuleForm)
    section.form.last_day.line.selectAll()
    typist.type("i går")
    typist.press("Tab", "1", "Ctrl+Enter")
    (rule,) = store.presence_rules.all()
    assert (rule.valid_until, rule.end_reason) == (date(2026, 11, 20), "Ingen kom")

    ended = section.list.lines[0]
    assert not ended.isVisible()
    assert section.list.fold_button.text() == "Vis afsluttede regler (1)"
    section.list.fold_button.click()
    assert ended.isVisible()
    assert "Stoppet 20. november 2026: ingen kom" in lines(section)[0]
    assert section.list.new_button.hasFocus(), "the rule has no button any more"


def test_a_reason_can_be_told_in_ones_own_words(
    tuesdays: PresenceRule, section: RulesSection, store: Store
) -> None:
    section.list.lines[0].buttons[END].click()
    form = section.form
    assert isinstance(form, EndRuleForm)
    form.why.button("shift").click()
    assert form.reason.text() == "Flyttet til en anden vagt"
    form.why.button("other").click()
    assert form.reason.hasFocus()
    QTest.keyClicks(form.reason, "Kantinen bygges om")
    press(Qt.Key.Key_Return)
    assert store.presence_rules.all()[0].end_reason == "Kantinen bygges om"
    assert "Sidste dag er 21. november 2026: kantinen bygges om" in lines(section)[0]


def test_a_rule_cannot_end_before_yesterday(
    tuesdays: PresenceRule, section: RulesSection, store: Store
) -> None:
    section.list.lines[0].buttons[END].click()
    form = section.form
    assert isinstance(form, EndRuleForm)
    form.last_day.set_value(date(2026, 11, 1))
    form.save_button.click()
    assert "det, der har været, flyttes ikke" in form.last_day.line.accessibleDescription()
    assert form.last_day.line.hasFocus()
    assert store.presence_rules.all() == (tuesdays,)


def test_only_a_rule_that_has_not_begun_can_be_deleted(
    tuesdays: PresenceRule,
    section: RulesSection,
    store: Store,
    lem: Workplace,
    services: Services,
) -> None:
    later = add_rule(store, lem, time="13:00", valid_from=date(2026, 12, 1))
    begun, to_come = section.list.lines
    assert set(begun.buttons) == {EDIT, END}
    assert set(to_come.buttons) == {EDIT, DELETE}
    to_come.buttons[DELETE].click()
    assert store.presence_rules.all() == (tuesdays,)
    services.commands.undo()
    assert store.presence_rules.get(later.id) == later
    assert len(section.list.lines) == 2


def test_a_rule_that_has_not_begun_is_corrected_in_place(
    section: RulesSection, store: Store, lem: Workplace
) -> None:
    add_rule(store, lem, valid_from=date(2026, 12, 1))
    section.list.lines[0].buttons[EDIT].click()
    form = rule_form(section)
    assert not form.part.reason.isVisible()
    form.part.begins.set_value(date(2026, 12, 10))
    form.save_button.click()
    (rule,) = store.presence_rules.all()
    assert rule.valid_from == date(2026, 12, 10)


def test_what_was_arranged_for_a_date_stands_beside_it(
    tuesdays: PresenceRule, section: RulesSection, store: Store
) -> None:
    series = tuesdays.series_id
    cancel_visit(store, visit_id(series, date(2026, 11, 24)), "Syg")
    move_visit(store, visit_id(series, date(2026, 12, 8)), date(2026, 12, 9))
    assert (
        "Næste: tir 24. nov (aflyst) · tir 8. dec (flyttet til ons 9. dec) · tir 22. dec"
        in lines(section)[0]
    )


def test_it_says_what_came_of_the_visits(
    tuesdays: PresenceRule, section: RulesSection, store: Store, lem: Workplace
) -> None:
    held = [hold(store, lem, day) for day in (date(2026, 10, 27), date(2026, 11, 10))]
    add_contact(store, day=date(2026, 11, 10), workplace_id=lem.id, visit_id=held[1])
    assert section.worth.text() == (
        "Tirsdag, dagholdet: 2 holdt, 1 uden henvendelser · "
        "0,50 henvendelser pr. time (0,01–2,79 med 95 % sikkerhed)"
    )


def hold(store: Store, lem: Workplace, day: date) -> RecordId:
    """Store a visit of an hour that was held on the day shift."""
    return store.visits.add(
        Visit(
            workplace_id=lem.id,
            counsellor_id=store.settings.counsellor_id,
            date=day,
            status=VisitStatus.HELD,
            shift=Shift.DAY,
            started_at=f"{day}T08:00:00.000Z",
            ended_at=f"{day}T09:00:00.000Z",
        )
    ).id


def test_a_workplace_that_is_not_saved_yet_has_no_rules(
    section: RulesSection, lem_page: WorkplacesPage
) -> None:
    lem_page.view.new_button.click()
    assert not section.isVisible()
    assert not lem_page.form.closing_days.isVisible()


def test_one_is_led_to_the_rule_that_a_visit_has_now(
    qtbot: QtBot, services: Services, store: Store, lem: Workplace, tuesdays: PresenceRule
) -> None:
    for number in range(3):
        store.workplaces.add(Workplace(code=f"A{number}", name=f"Arla {number}"))
    later = replace(tuesdays, time="10:00")
    now = store.presence_rules.change_from(tuesdays.id, date(2026, 11, 21), later, "Flere kom")
    page = WorkplacesPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.first_focus().setFocus()
    page.open(ShowRules(lem.id, tuesdays.series_id))
    line = next(each for each in page.form.rules.list.lines if each.rule_id == now.id)
    assert focused() is line.buttons[EDIT]
    assert not focused().visibleRegion().isEmpty()

    page.open(ShowRules())
    assert focused() is page.form.rules.list.new_button, "here, or where one chooses to go"
    page.form.rules.list.new_button.click()
    page.first_focus().setFocus()
    page.open(ShowRules(lem.id, tuesdays.series_id))
    assert page.form.rules.form is not None
    assert focused() is page.form.rules.form.first_field()


def test_the_focus_finds_a_rule_that_is_read_only_after_it_was_stored(
    tuesdays: PresenceRule, section: RulesSection, store: Store, services: Services
) -> None:
    shown = read_rules(store, tuesdays.workplace_id, services.today()).rules
    section.list.show_rules(())
    section.list.focus(tuesdays.id, END)
    assert section.list.new_button.hasFocus()
    section.list.show_rules(shown)
    assert section.list.lines[0].buttons[END].hasFocus()
    section.list.show_rules(())
    assert section.list.new_button.hasFocus(), "the rule is gone, the focus is not"
