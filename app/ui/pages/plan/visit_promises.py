"""What was promised about a visit, in its panel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.promises import Promise
from app.ui.pages.followups import words
from app.ui.pages.followups.answering import answer
from app.ui.pages.followups.row import PromiseRow
from app.ui.pages.plan.facts import plain
from app.ui.services import Services
from app.ui.widgets.measure import label


class VisitPromises(QWidget):
    """Open promises with the keys that they have everywhere; kept ones in a line each.

    ``correct_asked(Promise, bool)`` asks for the form, with True at the comment.
    """

    correct_asked = Signal(object, bool)

    def __init__(
        self, services: Services, promises: Sequence[Promise], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self.rows: list[PromiseRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(self.tr("Opfølgning"), "section"))
        for promise in promises:
            column.addWidget(self._line(promise))
        if not promises:
            column.addWidget(label(self.tr("Intet aftalt."), "muted"))

    def _line(self, promise: Promise) -> QWidget:
        if promise.followup.done_on is not None:
            return plain(words.kept(promise), "caption")
        row = PromiseRow(promise, self._services.today(), (promise.followup.visit_id,))
        row.set_current(True)
        row.asked.connect(
            lambda wish: answer(self._services, wish, promise, self.correct_asked.emit)
        )
        self.rows.append(row)
        return row
