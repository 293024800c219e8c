"""The row in which everything begins: anonymous or registered, and the field for the person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.types import Identity
from app.ui.pages.register.columns import Columns
from app.ui.widgets.hit import Hit
from app.ui.widgets.measure import button, em
from app.ui.widgets.segmented import Option, Segmented
from app.ui.widgets.typeahead import TypeAhead


class PersonRow(QWidget):
    """The kind of contact, the field, and the button that lists who was here last."""

    def __init__(self, find: Callable[[str], Sequence[Hit]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        titles = {
            Identity.ANONYMOUS: self.tr("&Anonym"),
            Identity.REGISTERED: self.tr("&Registreret"),
        }
        self.kind = Segmented(self.tr("Identitet"), [Option(*item) for item in titles.items()])
        for identity, title in titles.items():
            self.kind.button(identity).setAccessibleName(title.replace("&", ""))
        self.person = TypeAhead(
            self.tr("Person"), find, self.tr("Navn eller telefon (tomt: anonym)"), keep_text=True
        )
        self.recent = button(self.tr("Seneste"), "quiet")
        self.recent.setToolTip(self.tr("Personer, der senest har været her (pil ned)"))
        # The focus stays in the field, whose list it opens; on the keyboard, Down does the same.
        self.recent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        who = QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(em(self, 0.57))
        row.addWidget(self.person, 1)
        row.addWidget(self.recent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(self.kind, who, (0, 1), least=34, gap=0.57))
