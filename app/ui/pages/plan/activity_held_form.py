"""Recording that an activity was held, and with how many."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.plan_types import Activity
from app.ui.pages.plan import words
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.participants_field import ParticipantsField
from app.ui.services import Services


class ActivityHeldForm(PanelForm):
    """Sends ``held(participants)``, None where nobody counted."""

    held = Signal(object)

    def __init__(self, services: Services, activity: Activity, parent: QWidget | None = None):
        super().__init__(services, words.spoken_activity(services.words, activity), parent)
        self.set_heading(self.tr("Aktiviteten blev holdt"), self.tr("Gem"))
        self.participants = ParticipantsField(self.tr("Deltagere"))
        self.participants.set_value(activity.participants)
        hint = self.tr("Lad feltet stå tomt, hvis ingen har talt.")
        self.grid.add_row("participants", self.tr("Deltagere"), self.participants, hint)

    def first_field(self) -> QWidget:
        """Return the number of participants, ready to be typed over."""
        self.participants.selectAll()
        return self.participants

    def save(self) -> None:
        """Send the number, if it is one."""
        if self.participants.is_valid():
            self.grid.clear_problems()
            self.held.emit(self.participants.value())
        else:
            self.say({"participants": self.tr("Skriv et antal, fx 12.")})
