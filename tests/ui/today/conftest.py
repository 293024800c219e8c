"""I dag in a project with a plan, on a clock that can be set."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.models.types import ContactRole, RecordId, Shift, WorkplaceContact
from app.models.visit_ids import visit_id
from app.ui.bus import Bus
from app.ui.commands import Commands
from app.ui.pages.today.page import TodayPage
from app.ui.services import Services
from app.ui.tasks import InlineRunner
from tests.planned import Planned, SettableClock
from tests.stores import new_store

FRIDAY = date(2026, 11, 20)

Open = Callable[[], TodayPage]
Press = Callable[..., None]


@pytest.fixture
def clock() -> SettableClock:
    return SettableClock()


@pytest.fixture
def plan(tmp_path: Path, clock: SettableClock) -> Iterator[Planned]:
    """Vestas i Lem every Friday at nine, Ærø Værft at one on the evening shift; it is Friday 8.50."""
    (tmp_path / "planned").mkdir()
    store = new_store(tmp_path / "planned", clock)
    made = Planned(store, clock)
    made.lem = store.workplaces.change(
        replace(
            made.lem,
            visibility="Roll-up ved indgangen",
            contacts=(
                WorkplaceContact(role=ContactRole.MANAGER, name="Grethe Holm", phone="20304050"),
            ),
        )
    )
    made.rule(made.aero, weekdays=(5,), time="13:00", shift=Shift.EVENING, remark="Ring på")
    clock.now = datetime(2026, 11, 20, 7, 50, tzinfo=UTC)
    yield made
    store.close()


@pytest.fixture
def planned_services(services: Services, plan: Planned) -> Services:
    """The services of the page, on the store of the plan and its clock."""
    bus = Bus()
    plan.store.subscribe(bus.publish)
    runner = InlineRunner(plan.store, services.notices.show_error)
    commands = Commands(runner, services.notices.show_error)
    commands.done.connect(lambda label: services.notices.tell(label, undo=True))
    return replace(services, bus=bus, runner=runner, commands=commands, clock=plan.clock)


@pytest.fixture
def friday(plan: Planned) -> RecordId:
    return visit_id(plan.fridays.series_id, FRIDAY)


@pytest.fixture
def opened(planned_services: Services, qtbot: QtBot) -> Open:
    """Return a function that shows the page and waits until its plan stands there too."""

    def open_page() -> TodayPage:
        page = TodayPage(planned_services)
        qtbot.addWidget(page)
        page.resize(1158, 660)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        first = page.first_focus()
        assert first is not None
        first.setFocus()
        qtbot.waitUntil(lambda: page.has_plan)
        return page

    return open_page


@pytest.fixture
def press(qtbot: QtBot) -> Press:
    """Return a function that sends keys to whatever has the focus."""

    def send(page: TodayPage, *keys: Qt.Key | str) -> None:
        for key in keys:
            focused = page.window().focusWidget()
            assert focused is not None
            if isinstance(key, str):
                qtbot.keyClicks(focused, key)
            else:
                qtbot.keyClick(focused, key)

    return send
