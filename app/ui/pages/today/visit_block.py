"""One visit that has begun: where, when, and how many came."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.day import VisitLine
from app.models.inquiry_list import InquiryRow
from app.models.taxonomy import Term
from app.models.types import Workplace
from app.models.words import VISIT_STATES
from app.ui.pages.today import words
from app.ui.pages.today.day_block import DayBlock
from app.ui.services import Services
from app.ui.widgets.measure import button, label, literal

_SHOWN = 5
"""Contacts of the running visit that have room on the page."""

NEW, END, TIMES = "new", "end", "times"
"""The parts that can have the focus."""


class BegunBlock(DayBlock):
    """A visit that has begun: its times, its place, its result."""

    def __init__(self, services: Services, line: VisitLine, content: object) -> None:
        super().__init__(line.visit.id, content)
        state = services.words(VISIT_STATES[line.visit.status])
        self.first.addWidget(label(words.hours(line.visit) or state, "strong"))
        self.first.addWidget(label(state, "caption"))
        self.first.addStretch(1)
        self.text.addWidget(label(line.workplace, "strong", wrap=True))
        self.text.addWidget(label(words.where(services, line), "caption", wrap=True))
        self.told = label(words.contacts(line), wrap=True)
        self.text.addWidget(self.told)


class VisitBlock(BegunBlock):
    """A visit that has ended; zero contacts are a result too.

    ``times_asked`` is its button: when it really began and ended can be corrected.
    """

    times_asked = Signal()

    def __init__(self, services: Services, line: VisitLine) -> None:
        super().__init__(services, line, line)
        name = self.tr("Ret tider: {workplace}").format(workplace=line.workplace)
        times = self.add_button(TIMES, self.tr("Ret tider"), name=name, icon="edit")
        times.clicked.connect(self.times_asked)
        self.buttons.addStretch(1)


class RunningBlock(BegunBlock):
    """The visit that is going on, with what to know of the place and its newest contacts.

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
        workplace: Workplace | None,
        rows: tuple[InquiryRow, ...],
        terms: dict[str, Term],
    ) -> None:
        super().__init__(services, line, (line, workplace, rows, terms))
        self.setProperty("surface", "chosen")
        self.new = self.add_button(
            NEW,
            self.tr("Ny henvendelse"),
            name=self.tr("Ny henvendelse: {workplace}").format(workplace=line.workplace),
        )
        self.new.clicked.connect(self.register_asked)
        self.end = self.add_button(
            END,
            self.tr("Afslut fremmøde"),
            name=self.tr("Afslut fremmøde: {workplace}").format(workplace=line.workplace),
        )
        self.end.clicked.connect(self.end_asked)
        self.buttons.addStretch(1)
        self.notes = label("\n".join(words.to_know(services, line.visit, workplace)), wrap=True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        if self.notes.text():
            self.add_under(self.notes)
        if rows:
            self.add_under(self._contacts(services, rows, terms))

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
            made = button(literal(text), "quiet", name=text, elided=True)
            made.setProperty("align", "left")
            made.clicked.connect(lambda _=False, each=row.id: self.contact_asked.emit(each))
            column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        if len(rows) > _SHOWN:
            every = button(self.tr("Vis alle {count}").format(count=len(rows)), "link")
            every.clicked.connect(self.all_asked)
            column.addWidget(every, 0, Qt.AlignmentFlag.AlignLeft)
        return holder
