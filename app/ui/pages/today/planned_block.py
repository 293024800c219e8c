"""One visit of the day that is still to be held, or that will not be."""

from datetime import datetime

import msgspec
from PySide6.QtCore import Signal

from app.models.day_plan import DayVisit
from app.models.plan import PlannedVisit, PlanStatus
from app.models.plan_words import time_span
from app.models.types import Shift
from app.models.words import SHIFTS
from app.ui.pages.plan import words as plan_words
from app.ui.pages.plan.facts import plain
from app.ui.pages.today.day_block import DayBlock
from app.ui.services import Services
from app.ui.widgets.measure import label

START, HOLD, CANCEL, REINSTATE, SHOW = "start", "hold", "cancel", "reinstate", "show"
"""What can be asked of a block; its parts have the same names."""


class PlannedContent(msgspec.Struct, frozen=True):
    """A planned visit as it stands at this moment.

    ``over``: its time has passed; ``may_start``: no other visit is running.
    """

    planned: DayVisit
    over: bool
    may_start: bool

    @classmethod
    def at(cls, planned: DayVisit, now: datetime, *, running: bool) -> "PlannedContent":
        """Return how a visit stands at an instant."""
        return cls(planned, planned.visit.end <= now, not running)


class PlannedBlock(DayBlock):
    """``asked`` carries one of the constants of this module."""

    asked = Signal(str)

    def __init__(self, services: Services, content: PlannedContent) -> None:
        super().__init__(content.planned.visit.id, content)
        self.visit = content.planned.visit
        self.over = content.over
        self.spoken = plan_words.spoken(services.words, self.visit)
        self.setAccessibleName(self.spoken)
        self._show_visit(services, content.planned)
        self._add_buttons(content)

    @property
    def is_due(self) -> bool:
        """Whether starting it is what comes next."""
        return START in self.parts and not self.over

    def _show_visit(self, services: Services, planned: DayVisit) -> None:
        visit, translated = self.visit, services.words
        self.first.addWidget(label(time_span(visit.start, visit.end), "strong"))
        shift = translated(SHIFTS[visit.shift]) if visit.shift is not Shift.NONE else ""
        if shift:
            self.first.addWidget(label(shift, "caption"))
        self.first.addStretch(1)
        self.text.addWidget(plain(visit.workplace, "strong"))
        where = " · ".join(part for part in (visit.place, translated(planned.rhythm)) if part)
        if where:
            self.text.addWidget(plain(where, "caption"))
        if visit.status is not PlanStatus.PLANNED:
            told = plan_words.state(translated, visit)
            self.text.addWidget(plain(told[:1].upper() + told[1:], "warn"))
        for remark in filter(None, (visit.remark, planned.remark)):
            self.text.addWidget(plain(remark))
        self.text.addStretch(1)

    def _add_buttons(self, content: PlannedContent) -> None:
        if self.visit.is_open:
            if content.over:
                self._add(HOLD, self.tr("Blev holdt"))
            if content.may_start:
                self._add(START, self.tr("Start"))
            self._add(CANCEL, self.tr("Aflys"))
        elif self.visit.status is PlanStatus.SKIPPED:
            self._add(REINSTATE, self.tr("Hold alligevel"))
        else:
            self._add(REINSTATE, self.tr("Genoptag"))
        self._add(SHOW, self.tr("Vis i planen"), icon="plan")
        self.buttons.addStretch(1)

    def _add(self, part: str, text: str, icon: str = "") -> None:
        made = self.add_button(part, text, name=f"{text}: {self.spoken}", icon=icon)
        made.clicked.connect(lambda: self.asked.emit(part))


def other_line(services: Services, visit: PlannedVisit) -> str:
    """Return the visit of another counsellor in one line."""
    told = plan_words.state(services.words, visit)
    who = ", ".join(visit.counsellors)
    parts = (time_span(visit.start, visit.end), visit.workplace, visit.place, who, told)
    return " · ".join(part for part in parts if part)
