"""What has run out is told quietly in I dag, and not at all when nothing has."""

from datetime import date

from pytestqt.qtbot import QtBot

from app.models.case_types import RetentionSubject
from app.models.store import Store
from app.ui.pages.today.page import TodayPage
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_contact


def test_the_line_counts_and_leads_to_the_choice(
    qtbot: QtBot, services: Services, store: Store, visited: list[tuple[str, object]]
) -> None:
    for _ in range(2):
        add_contact(store, None, date(2024, 5, 2), note="gammel")
    page = TodayPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: page.has_plan)
    assert page.retention.isHidden()

    store.retention_periods.set(RetentionSubject.NOTE, 12, "Arkivloven", date(2026, 1, 1))
    qtbot.waitUntil(page.retention.isVisible)
    assert page.retention.link.text() == (
        "2 oplysninger har overskredet deres opbevaringsperiode. Se dem"
    )
    page.retention.link.setFocus()
    Typist().press("Space")
    assert visited == [("settings", "retention")]
