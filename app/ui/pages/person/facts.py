"""The card with who a person is, and the history of these data."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.models.inquiry_details import HistoryLine
from app.models.person_file import PersonDetails
from app.ui.pages.person import words
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import button, em, hairline, label

_NEWEST = 5
"""Changes shown until somebody asks for all: what can be done about the person stands below."""


class FactsCard(Card):
    """What is known, and who changed it when."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._content: QWidget | None = None
        self._shown: PersonDetails | None = None
        self._unfolded = False
        self.set_title(self.tr("Oplysninger"))
        self.edit_button = button(self.tr("Ret"), name=self.tr("Ret oplysningerne (F2)"))
        self.edit_button.setToolTip(self.edit_button.accessibleName())
        self.add_action(self.edit_button)

    def show_facts(self, details: PersonDetails) -> None:
        """Show who it is; a history that was unfolded stays so while it is the same person."""
        same = self._shown is not None and self._shown.person.id == details.person.id
        self._shown, self._unfolded = details, self._unfolded and same
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, 0.86))
        grid.setVerticalSpacing(em(self, 0.29))
        grid.setColumnStretch(1, 1)
        for name, value in words.facts(self._services, details):
            line = grid.rowCount()
            grid.addWidget(label(name, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_text(value), line, 1)
        grid.addWidget(hairline(), grid.rowCount(), 0, 1, 2)
        self._add_history(grid, details.history)
        if self._content is not None:
            self.body.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self.body.addWidget(content)
        content.show()

    def _add_history(self, grid: QGridLayout, history: Sequence[HistoryLine]) -> None:
        shown = history if self._unfolded else history[:_NEWEST]
        for line in shown:
            text = words.change(self._services, line)
            grid.addWidget(_text(text, "caption"), grid.rowCount(), 0, 1, 2)
        if len(history) <= _NEWEST:
            return
        text = self.tr("Vis alle {count}").format(count=len(history))
        made = button(self.tr("Vis færre") if self._unfolded else text, "link")
        made.clicked.connect(self._fold)
        self.fold_button = made
        grid.addWidget(made, grid.rowCount(), 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _fold(self) -> None:
        assert self._shown is not None
        self._unfolded = not self._unfolded
        self.show_facts(self._shown)
        self.fold_button.setFocus()


def _text(text: str, role: str = "") -> QLabel:
    made = label(text, role, wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
    return made
