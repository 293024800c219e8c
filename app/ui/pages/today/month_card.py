"""The card that tells of the month that has ended."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.day import MonthLine
from app.ui.pages.today import words
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import button, label


class MonthCard(Card):
    """``report_asked(Period)`` leads to the figures of the month."""

    report_asked = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Månedsopgørelse"))
        self._services = services
        self._month: MonthLine | None = None
        self._name = label("", "strong", wrap=True)
        self._told = label("", "caption", wrap=True)
        self.see = button(self.tr("Se opgørelse"))
        self.see.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.addWidget(self.see)
        row.addStretch(1)
        self.body.addWidget(self._name)
        self.body.addWidget(self._told)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def show_month(self, month: MonthLine) -> None:
        """Show a month and its total."""
        self._month = month
        name = self._services.words(month.period.label)
        self._name.setText(name[:1].upper() + name[1:])
        self._told.setText(words.inquiries(month.contacts))

    def _ask(self) -> None:
        if self._month is not None:
            self.report_asked.emit(self._month.period)
