"""Choosing who goes to a visit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.models.plan import PlannedVisit
from app.models.types import Counsellor, RecordId
from app.ui.pages.plan import words
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.services import Services
from app.ui.widgets.chips import Chip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import TOUCH_GAP, em

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class AssignForm(PanelForm):
    """Sends ``assigned(ids)``; who was responsible and still goes stays the first."""

    assigned = Signal(object)

    def __init__(
        self,
        services: Services,
        visit: PlannedVisit,
        counsellors: Sequence[Counsellor],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, words.spoken(services.words, visit), parent)
        self.set_heading(self.tr("Hvem tager fremmødet?"), self.tr("Gem"))
        self._before = visit.counsellor_ids
        self.chips = [
            Chip(each.id, each.initials, detail=each.name)
            for each in counsellors
            if each.active or each.id in visit.counsellor_ids
        ]
        holder = QWidget()
        row = FlowLayout(holder, gap=em(self, TOUCH_GAP))
        for number, chip in enumerate(self.chips, start=1):
            if number <= _DIGITS:
                chip.set_digit(str(number))
                chip.setAccessibleDescription(str(number))
            chip.installEventFilter(self)
            chip.setChecked(chip.key in visit.counsellor_ids)
            row.addWidget(chip)
        self.grid.add_row("counsellor_ids", self.tr("Vejledere"), holder)

    def first_field(self) -> QWidget:
        """Return the first counsellor, where the digits work."""
        return self.chips[0]

    def chosen(self) -> tuple[RecordId, ...]:
        """Return who goes: those who went before in their order, then the others."""
        checked = [RecordId(chip.key) for chip in self.chips if chip.isChecked()]
        kept = [who for who in self._before if who in checked]
        return (*kept, *(who for who in checked if who not in kept))

    def save(self) -> None:
        """Send who goes; the store says when nobody does."""
        self.assigned.emit(self.chosen())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter save on a chip too: Space and the digits choose."""
        pressed = event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self.save()
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = event.key() - Qt.Key.Key_0
        if event.modifiers() in _PLAIN and 1 <= digit <= min(_DIGITS, len(self.chips)):
            self.chips[digit - 1].click()
        else:
            super().keyPressEvent(event)


_DIGITS = 9
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
