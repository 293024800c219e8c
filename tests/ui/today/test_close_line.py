"""Last month is called to mind quietly until it is closed."""

from datetime import date

from pytestqt.qtbot import QtBot

from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.today.page import TodayPage
from app.ui.services import Services
from tests.keyboard import Typist
from tests.records import add_contact

OCTOBER = Period.month(date(2026, 10, 1))


def test_the_line_leads_to_the_month_and_goes_when_it_is_closed(
    qtbot: QtBot, services: Services, store: Store, visited: list[tuple[str, object]]
) -> None:
    page = TodayPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: page.has_plan)
    assert page.close_line.isHidden()

    add_contact(store, None, date(2026, 10, 20))
    qtbot.waitUntil(page.close_line.isVisible)
    assert page.close_line.link.text() == "Oktober 2026 er ikke lukket endnu. Se opgørelsen"
    page.close_line.link.setFocus()
    Typist().press("Space")
    assert visited == [("reports", OCTOBER)]

    close_month(store, OCTOBER)
    qtbot.waitUntil(page.close_line.isHidden)
