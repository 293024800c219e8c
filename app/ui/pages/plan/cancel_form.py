"""Cancelling a visit or an activity: one key for a usual reason, or a reason in one's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.plan import PlannedVisit
from app.models.plan_types import Activity
from app.ui.pages.plan import words
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.services import Services
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import TOUCH_GAP, em

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class CancelForm(PanelForm):
    """Sends ``cancelled(reason)``; the digits stand for the usual reasons, the last for another."""

    cancelled = Signal(str)

    def __init__(
        self,
        services: Services,
        what: PlannedVisit | Activity,
        parent: QWidget | None = None,
    ) -> None:
        if isinstance(what, Activity):
            about = words.spoken_activity(services.words, what)
        else:
            about = words.spoken(services.words, what)
        super().__init__(services, about, parent)
        of_activity = isinstance(what, Activity)
        title = self.tr("Aflys aktiviteten") if of_activity else self.tr("Aflys fremmødet")
        self.set_heading(title, self.tr("Aflys"))
        usual = (self.tr("Sygdom"), self.tr("Leder på ferie"), self.tr("Lukket"))
        self.chips = [Chip(reason, reason) for reason in usual]
        self.chips.append(Chip("", self.tr("Andet")))
        holder = QWidget()
        row = FlowLayout(holder, gap=em(self, TOUCH_GAP))
        for number, chip in enumerate(self.chips, start=1):
            chip.set_digit(str(number))
            chip.setCheckable(False)
            chip.setAccessibleDescription(str(number))
            chip.clicked.connect(lambda _=False, each=chip: self._choose(each))
            row.addWidget(chip)
        self.fields.addWidget(holder)
        self.reason = QLineEdit()
        self.grid.add_row("reason", self.tr("Hvorfor"), self.reason)

    def first_field(self) -> QWidget:
        """Return the first usual reason, where the digits work."""
        return self.chips[0]

    def save(self) -> None:
        """Send the reason that was typed; the store says when there is none."""
        self.cancelled.emit(self.reason.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if event.modifiers() in _PLAIN and 1 <= digit <= len(self.chips):
            self.chips[digit - 1].click()
        else:
            super().keyPressEvent(event)

    def _choose(self, chip: Chip) -> None:
        if chip.key:
            self.cancelled.emit(chip.key)
        else:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
