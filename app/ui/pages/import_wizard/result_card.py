"""The card that says what an import has done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models import import_told
from app.models.import_report import ImportReport
from app.ui.pages.import_wizard import words
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.measure import button, em, label


class ResultCard(Card):
    """``see_asked(page)`` leads to what was imported, ``again_asked`` to the next file."""

    see_asked = Signal(str)
    again_asked = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self.set_title(self.tr("Importen er færdig"))
        self._page = ""
        self._done = label("", "heading", wrap=True)
        self._besides = label("", "muted", wrap=True)
        self.see = button("")
        self.see.clicked.connect(lambda: self.see_asked.emit(self._page))
        again = button(self.tr("Importér endnu en fil …"), "quiet")
        again.clicked.connect(self.again_asked)
        row = QHBoxLayout()
        row.setSpacing(em(self, 0.57))
        row.addWidget(self.see)
        row.addWidget(again)
        row.addStretch(1)
        self.body.addWidget(self._done)
        self.body.addWidget(self._besides)
        self.body.addLayout(row)
        self.hide()

    def show_result(self, report: ImportReport, page: str) -> None:
        """Show what was imported and where it can be seen."""
        self._page = page
        self._done.setText(f"{words.done(report)}.")
        besides = [f"{self._services.words(text)}." for text in import_told.besides(report)]
        self._besides.setText(" ".join(filter(None, (*besides, words.skipped(report)))))
        lead_on = {
            "inquiries": self.tr("Se henvendelser"),
            "workplaces": self.tr("Se arbejdspladser"),
            "plan": self.tr("Se Fremmødeplan"),
        }
        self.see.setText(lead_on[page])
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self.hide()
