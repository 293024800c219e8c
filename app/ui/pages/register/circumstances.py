"""Role at the workplace and sick leave: two rows of chips, each with "not told" on the key 0."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.models.registration import InquiryDraft
from app.models.types import Role, SickLeave
from app.models.words import ROLES, SICK_LEAVES
from app.ui.services import Services
from app.ui.widgets.measure import em, label
from app.ui.widgets.segmented import Option, Segmented

_TOP = Qt.AlignmentFlag.AlignTop
_ROLES = (
    Role.EMPLOYEE, Role.UNION_REP, Role.SAFETY_REP, Role.MANAGER, Role.HR, Role.OTHER,
    Role.NOT_TOLD,
)  # fmt: skip
_SICK = (SickLeave.NONE, SickLeave.AT_RISK, SickLeave.PARTIAL, SickLeave.FULL, SickLeave.NOT_TOLD)


class Circumstances(QWidget):
    """``changed`` carries the field of the draft that a person changed."""

    changed = Signal(object)

    def __init__(self, services: Services) -> None:
        super().__init__()
        words = services.words
        roles = [Option(role.value, words(ROLES[role]), not_told=not role) for role in _ROLES]
        sick = [Option(s.value, words(SICK_LEAVES[s]), not_told=not s) for s in _SICK]
        # Beside the word "Sygemeldt", "no" says it shorter.
        sick[0] = Option(SickLeave.NONE, self.tr("Nej"))
        self.role = Segmented(self.tr("Rolle"), roles, look="chip")
        self.sick_leave = Segmented(self.tr("Sygemeldt"), sick, look="chip")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, 0.71))
        grid.setVerticalSpacing(em(self, 0.43))
        rows = ((self.tr("Rolle"), self.role), (self.tr("Sygemeldt"), self.sick_leave))
        for number, (title, field) in enumerate(rows):
            caption = label(title, "caption")
            caption.setFixedHeight(em(self, 2))
            grid.addWidget(caption, number, 0, _TOP)
            grid.addWidget(field, number, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(rows), 1)
        self.role.changed.connect(lambda key: self.changed.emit({"role": Role(key)}))
        self.sick_leave.changed.connect(
            lambda key: self.changed.emit({"sick_leave": SickLeave(key)})
        )

    def show_draft(self, draft: InquiryDraft) -> None:
        """Show what the draft holds, without sending ``changed``."""
        self.role.set_value(draft.role)
        self.sick_leave.set_value(draft.sick_leave)
