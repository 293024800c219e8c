"""The registration page as a counsellor has it in front of them."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.models.registration import InquiryDraft, Registered, register
from app.models.store import Store
from app.models.types import Gender, Identity, Workplace
from app.ui.pages.register.page import RegisterPage
from app.ui.services import Services
from app.ui.window_undo import WindowUndo

CONTENT = (1158, 684)
"""What a 1366×768 window leaves for a page, beside the rail and under the header, in pixels."""


@dataclass
class Desk:
    """A window with the page in it, active."""

    window: QWidget
    page: RegisterPage


def open_desk(
    qtbot: QtBot, services: Services, size: tuple[int, int] = CONTENT, target: object = None
) -> Desk:
    """Show the page in an active window, as the workspace does, with Ctrl+Z as the window has it."""
    window = QWidget()
    window.setProperty("surface", "page")
    page = RegisterPage(services)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    for keys, act in (("Ctrl+Z", services.commands.undo), ("Ctrl+Y", services.commands.redo)):
        QShortcut(QKeySequence(keys), window).activated.connect(act)
    WindowUndo(window)
    qtbot.addWidget(window)
    window.resize(*size)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.first_focus().setFocus()
    page.open(target)
    return Desk(window, page)


def earlier_contact(
    store: Store,
    workplace: Workplace,
    name: str = "Karen Møller",
    *,
    birth_year: int | None = 1974,
    phone: str = "12 34 56 78",
    day: date = date(2026, 9, 12),
) -> Registered:
    """Store a talk that a person had earlier, about the lower back."""
    known = store.people.alike(name, "", birth_year)
    return register(
        store,
        InquiryDraft(
            date=day,
            time="10:00",
            workplace_id=workplace.id,
            identity=Identity.REGISTERED,
            person_id=known[0].id if known else None,
            name=name,
            gender=Gender.WOMAN,
            birth_year=birth_year,
            phone=phone,
            reasons=("P01",),
            advice=("A04",),
        ),
    )
