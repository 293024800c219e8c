"""A contact of a closed month may be corrected; the page says quietly that the month is closed."""

from datetime import date

from pytestqt.qtbot import QtBot

from app.models.month_closing import close_month
from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.register.page import RegisterPage
from app.ui.pages.targets import EditInquiry
from app.ui.services import Services
from tests.records import add_contact, add_workplace

DAY = date(2026, 10, 20)


def test_correcting_in_a_closed_month_says_so_and_saves(
    qtbot: QtBot, services: Services, store: Store
) -> None:
    place = add_workplace(store)
    contact = add_contact(store, None, DAY, workplace_id=place.id)
    page = RegisterPage(services)
    qtbot.addWidget(page)
    page.resize(1158, 660)
    with qtbot.waitExposed(page):
        page.show()
    page.open(EditInquiry(contact.id))
    closed = page.parts.title.closed
    assert not closed.isVisible()
    close_month(store, Period.month(DAY))
    page.open(EditInquiry(contact.id))
    assert closed.isVisible()
    assert closed.text() == "Oktober 2026 er lukket. Det, du gemmer, ændrer ikke de lukkede tal."
    page.parts.reasons.changed.emit(("S01",))
    page.saver.save()
    assert store.inquiries.get(contact.id).reasons == ("S01",)
    page.open(None)
    assert not closed.isVisible()
