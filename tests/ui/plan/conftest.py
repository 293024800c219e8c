"""A small project with a plan: Fridays at Vestas, Mondays at Arla, and two counsellors."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.plan_types import PresenceRule, RulePlace
from app.models.store import Store
from app.models.types import Counsellor, Profession, RecordId, Workplace
from app.models.visit_ids import visit_id
from app.ui.pages.plan.page import PlanPage
from app.ui.services import Services

MONDAY, FRIDAY, TODAY = date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 21)

AddRule = Callable[..., PresenceRule]
Open = Callable[[], PlanPage]
Press = Callable[..., None]


@pytest.fixture
def arla(store: Store) -> Workplace:
    return store.workplaces.add(Workplace(code="ARLA-DP", name="Arla Danmark Protein"))


@pytest.fixture
def lars(store: Store) -> Counsellor:
    """The other counsellor of the project."""
    return store.counsellors.add(
        Counsellor(initials="LB", name="Lars Bech", profession=Profession.PHYSIOTHERAPIST)
    )


@pytest.fixture
def add_rule(store: Store) -> AddRule:
    """Return a function that stores a weekly rule of the counsellor in use."""

    def add(workplace: Workplace, weekday: int, time: str, room: str = "", **more: Any) -> Any:
        values: dict[str, Any] = {
            "workplace_id": workplace.id,
            "weekdays": (weekday,),
            "time": time,
            "places": (RulePlace(room=room),),
            "counsellor_ids": (store.settings.counsellor_id,),
            "anchor": date(2026, 10, 5),
            "valid_from": date(2026, 10, 5),
        }
        return store.presence_rules.add(PresenceRule(**values | more))

    return add


@pytest.fixture
def fridays(lem: Workplace, add_rule: AddRule) -> PresenceRule:
    """Vestas i Lem, every Friday from 9 to 10 in the canteen."""
    return add_rule(lem, 5, "09:00", "Kantinen")


@pytest.fixture
def mondays(arla: Workplace, add_rule: AddRule, lars: Counsellor) -> PresenceRule:
    """Arla, every Monday from 8 to 9, by the other counsellor."""
    return add_rule(arla, 1, "08:00", "Kontorgangen", counsellor_ids=(lars.id,))


@pytest.fixture
def friday(fridays: PresenceRule) -> RecordId:
    """The id of the visit to Vestas on Friday 20 November."""
    return visit_id(fridays.series_id, FRIDAY)


@pytest.fixture
def opened(services: Services, qtbot: QtBot) -> Open:
    """Return a function that shows the page as the window does."""

    def build() -> PlanPage:
        page = PlanPage(services)
        qtbot.addWidget(page)
        page.resize(1158, 660)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        focus = page.first_focus()
        assert focus is not None
        focus.setFocus()
        return page

    return build


@pytest.fixture
def press(qtbot: QtBot) -> Press:
    """Return a function that sends keys to whatever has the focus."""

    def send(page: PlanPage, *keys: Qt.Key | str, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            focused = page.window().focusWidget()
            assert focused is not None
            if isinstance(key, str):
                qtbot.keyClicks(focused, key)
            else:
                qtbot.keyClick(focused, key, held)

    return send


def names(page: PlanPage) -> list[str]:
    """Return what a screen reader says of the visits that are shown, in order of their times."""
    found = [page.grid.item_button(visit.id) for visit in page.data.visits]
    return [each.accessibleName() for each in found if each is not None]
