"""The page of workplaces with Vestas i Lem on it, and the card of its rules."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.models.plan_types import PresenceRule, RulePlace
from app.models.store import Store
from app.models.types import Shift, Workplace
from app.ui.pages.workplaces.page import WorkplacesPage
from app.ui.pages.workplaces.rule_form import RuleForm
from app.ui.pages.workplaces.rules_section import RulesSection
from app.ui.services import Services
from tests.records import add_rule


def page_of(qtbot: QtBot, services: Services, workplace: Workplace) -> WorkplacesPage:
    page = WorkplacesPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open(workplace.id)
    return page


@pytest.fixture
def lem_page(qtbot: QtBot, services: Services, lem: Workplace) -> WorkplacesPage:
    return page_of(qtbot, services, lem)


@pytest.fixture
def section(lem_page: WorkplacesPage) -> RulesSection:
    return lem_page.form.rules


@pytest.fixture
def tuesdays(store: Store, lem: Workplace) -> PresenceRule:
    """Every second Tuesday since 2018, the next on 24 November."""
    return add_rule(
        store,
        lem,
        weekdays=(2,),
        every_weeks=2,
        shift=Shift.DAY,
        places=(RulePlace(room="Kantinen"),),
        valid_from=date(2018, 1, 30),
    )


def rule_form(section: RulesSection) -> RuleForm:
    assert isinstance(section.form, RuleForm)
    return section.form


def lines(section: RulesSection) -> list[str]:
    """The texts of the rules that are shown, each as one."""
    return [
        " | ".join(label.text() for label in line.findChildren(QLabel))
        for line in section.list.lines
    ]
