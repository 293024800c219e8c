"""The card that asks, once, about planned visits that were neither held nor cancelled."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.plan import PlannedVisit
from app.models.plan_words import time_span
from app.models.words import short_date, weekday
from app.ui.pages.plan import words as plan_words
from app.ui.pages.plan.facts import plain
from app.ui.pages.today.block_list import BlockList, Wanted
from app.ui.pages.today.day_block import DayBlock
from app.ui.pages.today.day_forms import DayForms
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import label

HELD, CANCELLED, SILENT = "held", "cancelled", "silent"
_SHOWN = 3
_DAY_AND_MONTH = 5


class UnsettledCard(Card):
    """Shows the oldest questions; ``settled`` is sent when one has been answered."""

    settled = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Blev det holdt?"))
        self._services = services
        self._forms = DayForms(services, self)
        self._more = label("", "caption", wrap=True)
        self.body.addWidget(self._more)
        self.lines = BlockList(self.body)

    def show_visits(self, visits: tuple[PlannedVisit, ...]) -> None:
        """Show what is asked about; what is being typed into a form stays."""
        focused = self.lines.focused()
        today = self._services.today()
        self.lines.show(
            [
                Wanted(visit.id, (visit, today), partial(self._line, visit, today))
                for visit in visits[:_SHOWN]
            ]
        )
        left = len(visits) - _SHOWN
        self._more.setText(
            self.tr("Og 1 til") if left == 1 else self.tr("Og {count} til").format(count=left)
        )
        self._more.setVisible(left > 0)
        self.setVisible(bool(visits))
        if focused is not None and visits and not self.lines.restore(focused):
            self.first_part().setFocus()

    def first_part(self) -> QWidget:
        """Return what answers the first question."""
        return next(iter(self.lines)).parts[HELD]

    def _line(self, visit: PlannedVisit, today: date) -> DayBlock:
        block = UnsettledLine(self._services, visit, today)
        block.asked.connect(lambda part: self._act(block, part))
        return block

    def _act(self, block: "UnsettledLine", part: str) -> None:
        done = self.settled.emit
        if part == HELD:
            self._forms.hold(block, part, block.visit, done)
        elif part == CANCELLED:
            self._forms.cancel(block, part, block.visit, done)
        else:
            self._forms.ask_no_more(block.visit.id, done)


class UnsettledLine(DayBlock):
    """One question; ``asked`` carries its answer, one of the constants of this module."""

    asked = Signal(str)

    def __init__(self, services: Services, visit: PlannedVisit, today: date) -> None:
        super().__init__(visit.id, (visit, today))
        self.visit = visit
        spoken = plan_words.spoken(services.words, visit)
        self.setAccessibleName(spoken)
        self.first.addWidget(label(self._day(services, today), "strong"))
        self.first.addWidget(label(time_span(visit.start, visit.end), "caption"))
        self.text.addWidget(plain(visit.workplace, "strong"))
        if visit.place:
            self.text.addWidget(plain(visit.place, "caption"))
        self.text.addStretch(1)
        for part, text in (
            (HELD, self.tr("Holdt")),
            (CANCELLED, self.tr("Aflyst")),
            (SILENT, self.tr("Spørg ikke igen")),
        ):
            made = self.add_button(part, text, name=f"{text}: {spoken}")
            made.clicked.connect(lambda _=False, each=part: self.asked.emit(each))
        self.buttons.addStretch(1)

    def _day(self, services: Services, today: date) -> str:
        day = self.visit.day
        if day == today - timedelta(days=1):
            return self.tr("I går")
        name = services.words(weekday(day))
        return f"{name[:1].upper()}{name[1:]} {short_date(day)[:_DAY_AND_MONTH]}"
