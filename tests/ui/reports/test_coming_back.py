"""The page of figures comes back as it was left, on the same day."""

from datetime import UTC, date, datetime

import msgspec
from pytestqt.qtbot import QtBot

from app.models.periods import Period
from app.models.store import Store
from app.models.types import Workplace
from app.ui.pages.reports.page import ReportsPage
from app.ui.services import Services

QUARTER = Period.quarter(date(2026, 10, 1))


def shown(qtbot: QtBot, services: Services) -> ReportsPage:
    page = ReportsPage(services)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def left(qtbot: QtBot, services: Services, *codes: str) -> None:
    page = shown(qtbot, services)
    page.controls.set_period(QUARTER)
    page.controls.workplaces.set_codes(codes)
    page.controls.over.set_value("first")
    page.reload()
    page.leave()


def test_after_the_lock_the_same_figures_are_there(
    qtbot: QtBot, services: Services, lem: Workplace
) -> None:
    left(qtbot, services, lem.code)
    again = shown(qtbot, services)
    assert again.controls.picker.kind() == "quarter"
    assert again.controls.period() == QUARTER
    assert again.controls.workplaces.codes() == (lem.code,)
    assert again.controls.over.value() == "first"


def test_on_another_day_it_begins_as_it_always_does(
    qtbot: QtBot, services: Services, lem: Workplace
) -> None:
    left(qtbot, services, lem.code)
    tomorrow = datetime(2026, 11, 22, 9, tzinfo=UTC)
    again = shown(qtbot, msgspec.structs.replace(services, clock=lambda: tomorrow))
    assert again.controls.picker.kind() == "month"
    assert again.controls.workplaces.codes() == ()


def test_a_workplace_that_was_taken_back_does_not_stand_in_the_way(
    qtbot: QtBot, services: Services, store: Store, lem: Workplace
) -> None:
    left(qtbot, services, "VÆK", lem.code)
    again = shown(qtbot, services)
    assert again.controls.workplaces.codes() == (lem.code,)
    assert not again.isHidden()


def test_what_another_release_wrote_is_left_alone(
    qtbot: QtBot, services: Services, store: Store
) -> None:
    store.drafts.save("reports page", '{"day": "2026-11-21", "place": {"kind": "uge"}}')
    assert shown(qtbot, services).controls.picker.kind() == "month"
