"""The plan's section of the settings: holidays, and days on which every workplace is closed."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.models.plan_types import ClosingDays
from app.models.store import Store
from app.models.types import Workplace
from app.ui.pages.settings.page import SettingsPage
from app.ui.pages.settings.plan_section import PlanSection
from app.ui.services import Services
from app.ui.widgets.segmented import Segmented
from tests.keyboard import Typist
from tests.ui.conftest import RecordingNotices


@pytest.fixture
def page(qtbot: QtBot, services: Services, store: Store, lem: Workplace) -> SettingsPage:
    day = date(2026, 12, 1)
    store.closing_days.add(ClosingDays(workplace_id=lem.id, first_on=day, last_on=day))
    page = SettingsPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.open("plan")
    return page


@pytest.fixture
def section(page: SettingsPage) -> PlanSection:
    shown = page.section()
    assert isinstance(shown, PlanSection)
    return shown


def test_a_day_for_all_is_added_deleted_and_taken_back(
    section: PlanSection, store: Store, lem: Workplace, services: Services
) -> None:
    typist, editor = Typist(), section.closing_days
    assert editor.delete_buttons == {}, "the days of one workplace stand on its own page"
    editor.first_on.line.setFocus()
    typist.type("7.5.27")
    typist.press("Tab", "Tab")
    typist.type("Planlægningsdag")
    typist.press("Enter")
    (button,) = editor.delete_buttons.values()
    assert button.accessibleName() == "Slet 7. maj 2027 · Planlægningsdag"
    assert len(store.closing_days.of_workplace(lem.id)) == 2

    button.setFocus()
    typist.press("Space")
    assert editor.delete_buttons == {}
    services.commands.undo()
    assert len(editor.delete_buttons) == 1


def test_the_holidays_are_chosen(
    section: PlanSection, store: Store, notices: RecordingNotices
) -> None:
    holidays = section.form.fields["holidays"]
    assert isinstance(holidays, Segmented)
    holidays.button("move").click()
    assert store.settings.get("holidays") == "move"
    assert notices.told == ["Indstillingen er gemt"]
