"""Recording afterwards that a visit was held, with its real times."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.held_times import real_times
from app.models.plan import PlannedVisit
from app.ui.pages.plan import words
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.time_field import TimeField
from app.ui.services import Services


class HeldForm(PanelForm):
    """Sends ``held(started, ended)``, aware local times; the planned ones are filled in."""

    held = Signal(object, object)

    def __init__(self, services: Services, visit: PlannedVisit, parent: QWidget | None = None):
        super().__init__(services, words.spoken(services.words, visit), parent)
        self.set_heading(self.tr("Fremmødet blev holdt"), self.tr("Gem"))
        self._visit = visit
        self.started = TimeField(self.tr("Fra"), f"{visit.start:%H:%M}")
        self.ended = TimeField(self.tr("Til"), f"{visit.end:%H:%M}")
        self.grid.add_row("started_at", self.tr("Fra"), self.started)
        self.grid.add_row("ended_at", self.tr("Til"), self.ended)

    def first_field(self) -> QWidget:
        """Return when it began, ready to be typed over."""
        self.started.selectAll()
        return self.started

    def save(self) -> None:
        """Send the times, if they can be read."""
        wrong = self.tr("Skriv et klokkeslæt, fx 9.30.")
        fields = {"started_at": self.started, "ended_at": self.ended}
        problems = {name: wrong for name, field in fields.items() if not field.time()}
        if problems:
            self.say(problems)
            return
        self.grid.clear_problems()
        self.held.emit(*real_times(self._visit, self.started.time(), self.ended.time()))
