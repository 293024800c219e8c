"""Ending a presence rule: its last day, and why."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.plan_types import PresenceRule
from app.models.typed_dates import parse_date
from app.ui.pages.workplaces import rule_words
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.services import Services
from app.ui.widgets.date_field import DateField
from app.ui.widgets.measure import em
from app.ui.widgets.segmented import Option, Segmented

translate = QCoreApplication.translate

_OTHER = "other"


class EndRuleForm(InlineForm):
    """Sends ``ended(last_day, reason)``; a usual reason is one key, another is typed."""

    ended = Signal(object, str)

    def __init__(self, services: Services, rule: PresenceRule) -> None:
        super().__init__(
            services,
            translate("Workplaces", "Afslut reglen"),
            translate("Workplaces", "Afslut"),
            rule_words.sentence(services.words, rule),
        )
        today = services.today()
        self.last_day = DateField(
            self.tr("Sidste dag"), lambda text: parse_date(text, today), required=True
        )
        self.last_day.set_value(_proposed(rule, today))
        self._usual = {
            "nobody": self.tr("Ingen kom"),
            "shift": self.tr("Flyttet til en anden vagt"),
            "workplace": self.tr("Arbejdspladsen ønsker det ikke"),
        }
        options = [Option(key, told) for key, told in self._usual.items()]
        options.append(Option(_OTHER, self.tr("Andet")))
        self.why = Segmented(self.tr("Hvorfor"), options, look="chip", can_clear=True)
        self.reason = QLineEdit(rule.end_reason)
        self.reason.setMinimumWidth(em(self, 8))
        kept = self.tr("Fremmøder efter den dag bortfalder. Tidligere fremmøder bliver stående.")
        self.grid.add_row("valid_until", self.tr("Sidste dag"), self.last_day, kept)
        self.grid.add_row("why", self.tr("Hvorfor"), self.why)
        self.grid.add_row("reason", self.tr("Med egne ord"), self.reason)
        self.why.changed.connect(self._chosen)

    def first_field(self) -> QWidget:
        """Return the last day."""
        return self.last_day.line

    def save(self) -> None:
        """Send the last day and the reason, or say that the date cannot be read."""
        day = self.last_day.value() if self.last_day.take_typed() else None
        if day is None:
            self.go_to(self.last_day.line)
        else:
            self.ended.emit(day, self.reason.text().strip())

    def _chosen(self, key: str) -> None:
        self.reason.setText(self._usual.get(key, ""))
        if key == _OTHER:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)


def _proposed(rule: PresenceRule, today: date) -> date:
    """Return today, or the day that was chosen before."""
    return today if rule.valid_until is None else rule.valid_until
