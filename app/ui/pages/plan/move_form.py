"""Moving a visit to another day or time."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.plan import PlannedVisit
from app.models.typed_dates import parse_date
from app.ui.pages.plan import words
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.time_field import TimeField
from app.ui.services import Services
from app.ui.widgets.date_field import DateField


class MoveForm(PanelForm):
    """Sends ``moved(date, time, reason)``; the day that the plan proposes is filled in."""

    moved = Signal(object, str, str)

    def __init__(self, services: Services, visit: PlannedVisit, parent: QWidget | None = None):
        super().__init__(services, words.spoken(services.words, visit), parent)
        self.set_heading(self.tr("Flyt fremmødet"), self.tr("Flyt"))
        self.day = DateField(
            self.tr("Dato"),
            lambda text: parse_date(text, services.today(), counted_from=visit.day),
            required=True,
        )
        self.day.set_value(visit.proposal or visit.day)
        self.time = TimeField(self.tr("Klokken"), f"{visit.start:%H:%M}")
        self.reason = QLineEdit()
        hint = self.tr("Fx 2711, i morgen eller +7: dage efter fremmødet.")
        self.grid.add_row("date", self.tr("Dato"), self.day, hint)
        self.grid.add_row("time", self.tr("Klokken"), self.time)
        self.grid.add_row("reason", self.tr("Hvorfor (valgfrit)"), self.reason)

    def first_field(self) -> QWidget:
        """Return the date, ready to be typed over."""
        self.day.line.selectAll()
        return self.day.line

    def save(self) -> None:
        """Send the day and time, if they can be read."""
        day = self.day.value() if self.day.take_typed() else None
        if day is None:
            self.day.line.setFocus()
        elif not self.time.time():
            self.say({"time": self.tr("Skriv et klokkeslæt, fx 9.30.")})
        else:
            self.grid.clear_problems()
            self.moved.emit(day, self.time.time(), self.reason.text().strip())
