"""A visit outside the rules."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.plan import USUAL_MINUTES
from app.models.typed_dates import parse_date
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.place_filter import PlaceFilter
from app.ui.pages.plan.reading import PlanPlace
from app.ui.pages.plan.time_field import TimeField
from app.ui.services import Services
from app.ui.widgets.date_field import DateField

_LONGEST = 24 * 60


class VisitForm(PanelForm):
    """Sends ``planned(workplace_id, day, time, minutes, room)``."""

    planned = Signal(str, object, str, int, str)

    def __init__(
        self,
        services: Services,
        places: Sequence[PlanPlace],
        day: date,
        time: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, "", parent)
        self.set_heading(self.tr("Nyt fremmøde"), self.tr("Gem"))
        self.place = PlaceFilter(self.tr("Arbejdsplads"), self.tr("Skriv en arbejdsplads"))
        self.place.set_places(places)
        self.day = DateField(
            self.tr("Dato"), lambda text: parse_date(text, services.today()), required=True
        )
        self.day.set_value(day)
        self.time = TimeField(self.tr("Klokken"), time)
        self.minutes = QLineEdit(str(USUAL_MINUTES))
        self.room = QLineEdit()
        self.grid.add_row("workplace_id", self.tr("Arbejdsplads"), self.place)
        self.grid.add_row("date", self.tr("Dato"), self.day)
        self.grid.add_row("time", self.tr("Klokken"), self.time)
        self.grid.add_row("minutes", self.tr("Minutter"), self.minutes)
        self.grid.add_row("room", self.tr("Sted"), self.room, self.tr("Fx kantinen, lokale 2."))

    def first_field(self) -> QWidget:
        """Return the workplace."""
        return self.place.line

    def save(self) -> None:
        """Send the visit, or say what is missing."""
        day = self.day.value() if self.day.take_typed() else None
        minutes = self.minutes.text().strip()
        length = int(minutes) if minutes.isdecimal() else 0
        problems = {
            "workplace_id": "" if self.place.workplace_id() else self.tr("Vælg en arbejdsplads."),
            "time": "" if self.time.time() else self.tr("Skriv et klokkeslæt, fx 9.00."),
            "minutes": ""
            if 0 < length <= _LONGEST
            else self.tr("Et fremmøde varer mellem 1 minut og 24 timer."),
        }
        self.say({name: text for name, text in problems.items() if text})
        if day is not None and not any(problems.values()):
            self.planned.emit(
                self.place.workplace_id(),
                day,
                self.time.time(),
                length,
                self.room.text().strip(),
            )
