"""What a new person agrees to, asked for in passing: registration is taken for granted."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.models.registration import InquiryDraft
from app.models.types import Identity
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import em


class ConsentLine(QWidget):
    """Two boxes, shown while somebody is registered who is not known yet.

    ``changed`` carries the fields of the draft that a person changed.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.registration = QCheckBox(self.tr("Samtykke til registrering"))
        self.evaluator = QCheckBox(self.tr("Må ringes op af evaluator"))
        self.registration.clicked.connect(lambda on: self._tell(consent=bool(on)))
        self.evaluator.clicked.connect(lambda on: self._tell(evaluator_consent=bool(on)))
        flow = FlowLayout(self, gap=em(self, 0.86))
        flow.addWidget(self.registration)
        flow.addWidget(self.evaluator)

    def show_draft(self, draft: InquiryDraft, *, new: bool) -> None:
        """Show what the draft holds, where the person is a new one."""
        self.registration.setChecked(draft.consent)
        self.evaluator.setChecked(draft.evaluator_consent)
        self.setVisible(new and draft.identity is Identity.REGISTERED)

    def _tell(self, **fields: Any) -> None:
        self.changed.emit(fields)
