"""Who sits there: the one who was chosen first is responsible."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.types import Counsellor, RecordId
from app.ui.widgets.chips import ChipBoard, ChipGroup, ChipItem
from app.ui.widgets.measure import em, label


class CounsellorsField(QWidget):
    """A chip for each counsellor, chosen ones in the order in which they were chosen."""

    changed = Signal()

    def __init__(
        self, counsellors: Sequence[Counsellor] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._initials: dict[RecordId, str] = {}
        self._chosen: list[RecordId] = []
        self.board = ChipBoard(self.tr("Vejledere"))
        self.responsible = label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.29))
        column.addWidget(self.board)
        column.addWidget(self.responsible)
        self.board.toggled.connect(self._toggled)
        self.set_counsellors(counsellors)

    def set_counsellors(self, counsellors: Sequence[Counsellor]) -> None:
        """Offer these; those who were chosen stay chosen while they are among them."""
        self._initials = {who.id: who.initials for who in counsellors}
        items = [ChipItem(who.id, who.initials, who.name) for who in counsellors]
        self.board.set_groups([ChipGroup("", items)])
        if items:
            self.setFocusProxy(self.board.chip(items[0].key))
        self.set_value(self._chosen)

    def value(self) -> tuple[RecordId, ...]:
        """Return who was chosen, the responsible one first."""
        return tuple(self._chosen)

    def set_value(self, counsellor_ids: Sequence[RecordId]) -> None:
        """Choose these, without sending ``changed``."""
        self._chosen = [who for who in counsellor_ids if who in self._initials]
        self.board.set_selected(self._chosen)
        self._show_responsible()

    def _toggled(self, key: str, on: bool) -> None:
        who = RecordId(key)
        if on:
            self._chosen.append(who)
        else:
            self._chosen.remove(who)
        self._show_responsible()
        self.changed.emit()

    def _show_responsible(self) -> None:
        several = len(self._chosen) > 1
        told = self.tr("{initials} har ansvaret.")
        first = self._initials[self._chosen[0]] if several else ""
        self.responsible.setText(told.format(initials=first) if several else "")
        self.responsible.setVisible(several)
