"""One visit of the day: where, when, and how many came."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.day import VisitLine
from app.models.inquiry_list import InquiryRow
from app.models.taxonomy import Term
from app.models.types import VisitStatus
from app.models.words import VISIT_STATES
from app.ui.pages.line import Line
from app.ui.pages.today import words
from app.ui.services import Services
from app.ui.widgets.measure import button, label

_SHOWN = 5
"""Contacts of the running visit that have room on the page."""


class VisitBlock(Line):
    """A visit that has ended, with its result; zero contacts are a result too."""

    def __init__(self, services: Services, line: VisitLine) -> None:
        super().__init__()
        running = line.visit.status is VisitStatus.RUNNING
        self.setProperty("surface", "chosen" if running else "card")
        state = services.words(VISIT_STATES[line.visit.status])
        self.first.addWidget(label(words.hours(line.visit) or state, "strong"))
        self.first.addWidget(label(state, "caption"))
        self.first.addStretch(1)
        self.text.addWidget(label(line.workplace, "strong", wrap=True))
        self.text.addWidget(label(words.where(services, line), "caption", wrap=True))
        self.told = label(words.contacts(line), wrap=True)
        self.text.addWidget(self.told)


class RunningBlock(VisitBlock):
    """The visit that is going on, with its newest contacts.

    ``register_asked``, ``end_asked`` and ``all_asked`` are its buttons; ``contact_asked`` carries
    the inquiry that was chosen.
    """

    register_asked = Signal()
    end_asked = Signal()
    all_asked = Signal()
    contact_asked = Signal(str)

    def __init__(
        self,
        services: Services,
        line: VisitLine,
        rows: tuple[InquiryRow, ...],
        terms: dict[str, Term],
    ) -> None:
        super().__init__(services, line)
        self.new = button(
            self.tr("Ny henvendelse"),
            name=self.tr("Ny henvendelse: {workplace}").format(workplace=line.workplace),
        )
        self.new.clicked.connect(self.register_asked)
        self.end = button(
            self.tr("Afslut fremmøde"),
            name=self.tr("Afslut fremmøde: {workplace}").format(workplace=line.workplace),
        )
        self.end.clicked.connect(self.end_asked)
        for made in (self.new, self.end):
            self.buttons.addWidget(made)
        self.buttons.addStretch(1)
        if rows:
            self.add_below(self._contacts(services, rows, terms))

    def _contacts(
        self, services: Services, rows: tuple[InquiryRow, ...], terms: dict[str, Term]
    ) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in rows[:_SHOWN]:
            parts = (
                words.time_of(row),
                words.who(services, row),
                words.about(services, row, terms),
            )
            text = " · ".join(part for part in parts if part)
            made = button(text.replace("&", "&&"), "quiet", name=text, elided=True)
            made.setProperty("align", "left")
            made.clicked.connect(lambda _=False, each=row.id: self.contact_asked.emit(each))
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if len(rows) > _SHOWN:
            every = button(self.tr("Vis alle {count}").format(count=len(rows)), "link")
            every.clicked.connect(self.all_asked)
            column.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)
        return holder
