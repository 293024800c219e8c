"""A small list of inquiries that every test of the page can read at a glance."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app.models.store import Store
from app.models.types import Channel, Gender, Identity, Inquiry, Person, Workplace
from app.ui.pages.inquiries.inquiries_table import Column
from app.ui.pages.inquiries.page import InquiriesPage
from app.ui.services import Services


class Talks:
    """Four inquiries: two of Karen, one of Åse, one anonymous by phone."""

    def __init__(self, store: Store, lem: Workplace) -> None:
        self.arla = store.workplaces.add(Workplace(code="ARLA-DP", name="Arla Danmark Protein"))
        self.karen = store.people.add(
            Person(name="Karen Møller", gender=Gender.WOMAN, birth_year=1974, phone="20304050")
        )
        self.aase = store.people.add(Person(name="Åse Bo", birth_year=1990))
        me = store.settings.counsellor_id

        def add(day: int, time: str, place: Workplace | None, who: Person | None, **more: object):
            values = {
                "date": date(2026, 11, day),
                "time": time,
                "workplace_id": place.id if place else None,
                "counsellor_id": me,
                "identity": Identity.REGISTERED if who else Identity.ANONYMOUS,
                "person_id": who.id if who else None,
            } | more
            return store.inquiries.add(Inquiry(**values))  # type: ignore[arg-type]

        self.karen_first = add(2, "09:00", lem, self.karen, reasons=("P01",), advice=("A01",))
        self.phone = add(9, "10:30", None, None, channel=Channel.PHONE, reasons=("F01", "S01"))
        self.aase_first = add(16, "08:15", self.arla, self.aase, reasons=("S06",))
        self.karen_again = add(
            20, "13:05", lem, self.karen, reasons=("P01", "R02"), minutes=20, note="=hemmeligt"
        )


@pytest.fixture
def talks(store: Store, lem: Workplace) -> Talks:
    return Talks(store, lem)


@pytest.fixture
def opened(services: Services, qtbot: QtBot) -> Callable[[], InquiriesPage]:
    """Open the page as the window does, with the focus where the page wants it."""

    def open_page() -> InquiriesPage:
        page = InquiriesPage(services)
        qtbot.addWidget(page)
        page.resize(1158, 660)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        focus = page.first_focus()
        assert focus is not None
        focus.setFocus()
        return page

    return open_page


def column(page: InquiriesPage, qtbot: QtBot, which: Column = Column.WHEN) -> list[str]:
    """Return what a column says, once its rows have been read."""
    table = page.list.table

    def read() -> list[str | None]:
        return [table.index(row, which).data() for row in range(table.rowCount())]

    qtbot.waitUntil(lambda: None not in read())
    return [str(text) for text in read()]
