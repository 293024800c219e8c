"""A month of the project that is closed, and the page of reports for others on it."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.export.outside.profiles import Profile
from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.outside.page import OutsidePage
from app.ui.pages.outside.target import Wanted
from app.ui.services import Services
from tests.records import add_contact, add_person, add_workplace

OCTOBER = Period.month(date(2026, 10, 1))


@pytest.fixture
def autumn(store: Store, tmp_path: Path) -> None:
    """Fourteen persons with three kinds of reasons in October, which is closed."""
    add_workplace(store, "ARLA", headcount=90)
    for number in range(14):
        person = add_person(store, f"Person {number}")
        reason = ("P01", "P01", "P01", "S01", "F05")[number % 5]
        add_contact(store, person, date(2026, 10, 6 + number), reasons=(reason,))
    close_month(store, OCTOBER, anyway=True)
    store.settings.set("export_folder", str(tmp_path / "out"))


@pytest.fixture
def page(qtbot: QtBot, services: Services, autumn: None) -> OutsidePage:
    page = OutsidePage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.open(Wanted(Profile.STEERING, OCTOBER))
    return page
