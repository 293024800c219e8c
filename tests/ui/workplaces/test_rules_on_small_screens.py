"""The forms of the rules are whole, named, large enough and in order, also with a doubled font."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.plan_types import RulePlace
from app.models.store import Store
from app.models.types import Workplace
from app.ui import theme
from app.ui.pages.scrolled import bring_into_view
from app.ui.pages.workplaces.page import WorkplacesPage
from app.ui.pages.workplaces.rule_line import EDIT, END
from app.ui.pages.workplaces.rules_section import RulesSection
from app.ui.services import Services
from tests.records import add_counsellor, add_rule
from tests.screens import audits
from tests.ui.workplaces.conftest import page_of, rule_form

_ROUNDS = 12
"""Rounds of events in which a scroll area has learnt the height of its content."""

Open = Callable[[RulesSection], None]


def new(section: RulesSection) -> None:
    section.list.new_button.click()
    rule_form(section).part.weekdays.chip("2").click()
    rule_form(section).part.rhythm.usual.button("3").click()


def edit(section: RulesSection) -> None:
    section.list.lines[0].buttons[EDIT].click()
    rule_form(section).say({"weekdays": "Vælg mindst én ugedag.", "minutes": "Skriv et tal."})


def end(section: RulesSection) -> None:
    section.list.lines[0].buttons[END].click()


def listed(section: RulesSection) -> None:
    section.list.fold_button.click()


@pytest.fixture
def planned(store: Store, lem: Workplace) -> Workplace:
    """Two places in turn with two counsellors, and a rule that has ended."""
    lb = add_counsellor(store, "LB", "Lene Bach")
    places = (RulePlace(room="Kantinen"), RulePlace(room="Mødelokale 3", address="Smedevej 4"))
    both = (store.settings.counsellor_id, lb.id)
    add_rule(store, lem, weekdays=(2,), every_weeks=2, places=places, counsellor_ids=both)
    add_rule(store, lem, valid_until=date(2026, 11, 10), end_reason="Ingen kom")
    return lem


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("open_part", [new, edit, end, listed])
def test_nothing_is_cut_off_unnamed_or_too_small(
    qapp: QApplication,
    qtbot: QtBot,
    services: Services,
    planned: Workplace,
    open_part: Open,
    percent: int,
) -> None:
    theme.apply(qapp, "light", "normal", percent / 100)
    page = page_of(qtbot, services, planned)
    open_part(page.form.rules)
    for step in range(3):
        settle(qapp)
        assert audits.clipped(page) == []
        assert audits.without_name(page) == []
        assert audits.too_small(page) == []
        scroll_on(page, step)
    theme.apply(qapp, "light")


@pytest.mark.parametrize("open_part", [new, edit, end])
def test_the_focus_goes_through_the_form_as_the_eye_does(
    qapp: QApplication, qtbot: QtBot, services: Services, planned: Workplace, open_part: Open
) -> None:
    page = page_of(qtbot, services, planned)
    open_part(page.form.rules)
    page.list.search.setFocus()
    settle(qapp)
    assert audits.out_of_order(audits.tab_stops(page)) == []


def settle(app: QApplication) -> None:
    for _ in range(_ROUNDS):
        app.processEvents()


def scroll_on(page: WorkplacesPage, step: int) -> None:
    form = page.form.rules.form
    target = page.form.rules.list if form is None else form.save_button
    bring_into_view(page.form.closing_days if step else target)
