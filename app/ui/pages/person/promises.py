"""What was promised to a person: done and put off here, and what was kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.person_file import PersonDetails
from app.models.promises import Promise
from app.ui.pages.focus import holds_focus
from app.ui.pages.followups.answering import answer
from app.ui.pages.followups.row import PromiseRow
from app.ui.pages.person import words
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import hairline, label


class PromisesCard(Card):
    """Open promises as on the page Opfølgning, with the same keys; kept ones below.

    ``emptied`` is sent when the last one is gone that had the focus.
    """

    emptied = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self.set_title(self.tr("Opfølgning"))
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self.rows: list[PromiseRow] = []

    def show_promises(self, details: PersonDetails) -> None:
        """Show what is open and what was kept; the focus stays in the list."""
        held = next((n for n, row in enumerate(self.rows) if holds_focus(row)), None)
        self._clear()
        for promise in details.promises:
            if self.rows:
                self._column.addWidget(hairline())
            row = PromiseRow(promise, self._services.today())
            row.set_current(True)
            row.asked.connect(lambda wish, asked=promise: self._answer(wish, asked))
            self.rows.append(row)
            self._column.addWidget(row)
            row.show()
        for followup in details.kept_promises:
            kept = label(words.kept(followup), "caption", wrap=True)
            kept.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(kept)
            kept.show()
        if not details.promises and not details.kept_promises:
            self._column.addWidget(label(self.tr("Intet aftalt."), "muted", wrap=True))
        if held is None:
            return
        if self.rows:
            self.rows[min(held, len(self.rows) - 1)].setFocus()
        else:
            self.emptied.emit()

    def _answer(self, wish: str, promise: Promise) -> None:
        answer(self._services, wish, promise)

    def _clear(self) -> None:
        self.rows = []
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
