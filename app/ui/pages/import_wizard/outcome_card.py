"""The card with the dry run: what would happen, and every row that cannot be used."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.models import import_told
from app.models.import_report import ImportReport
from app.ui.pages.import_wizard import words
from app.ui.pages.import_wizard.text_table import TextTable, TextTableView
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import announce, button, em, label


class OutcomeCard(Card):
    """``import_asked`` is the button; nothing has been written before it is pressed."""

    import_asked = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Prøvekørsel"))
        self._services = services
        self._report: ImportReport | None = None
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(self.tr("Filen gennemgås"))
        self._figures = QVBoxLayout()
        self._figures.setSpacing(em(self, 0.29))
        self.problems = TextTableView(self.tr("Rækker, der ikke kan bruges"))
        self.problems.setMinimumHeight(em(self, 11))
        self.copy = button(self.tr("Kopiér listen"), "quiet")
        self.copy.clicked.connect(self._copy)
        self.skip = QCheckBox(self.tr("Spring rækker med fejl over"))
        self.skip.toggled.connect(lambda _: self._show_what_would_happen())
        self.run = button("", "primary")
        self.run.setAutoDefault(True)
        self.run.clicked.connect(self.import_asked)
        beside = QWidget()
        last = FlowLayout(beside, gap=em(self, 0.57))
        for made in (self.skip, self.copy):
            last.addWidget(made)
        right = QHBoxLayout()
        right.addStretch(1)
        right.addWidget(self.run)
        self.body.addWidget(self._busy)
        self.body.addLayout(self._figures)
        self.body.addWidget(self.problems)
        self.body.addWidget(beside)
        self.body.addLayout(right)
        self.body.addStretch(1)
        self.show_nothing("")

    def show_busy(self) -> None:
        """Show that the file is being gone through."""
        self._busy.show()
        self.run.setEnabled(False)

    def show_nothing(self, why: str) -> None:
        """Show why there is no dry run."""
        self._report = None
        self._busy.hide()
        self._tell([label(why, "muted", wrap=True)] if why else [])
        for widget in (self.problems, self.copy, self.skip):
            widget.hide()
        self._show_button()

    def show_report(self, report: ImportReport) -> None:
        """Show the figures of a dry run and the rows that cannot be used."""
        self._report = report
        self._busy.hide()
        headings = (self.tr("Række"), self.tr("Kolonne"), self.tr("Fejl"))
        rejected = [(p.row, p.column, self._services.words(p.reason)) for p in report.rejected]
        self.problems.show_table(TextTable(headings, rejected))
        self.problems.setColumnWidth(0, em(self, 4.5))
        self.problems.setColumnWidth(1, em(self, 7))
        for widget in (self.problems, self.copy, self.skip):
            widget.setVisible(bool(report.rejected))
        if not report.rejected:
            self.skip.setChecked(False)
        self._show_what_would_happen()

    def _show_what_would_happen(self) -> None:
        report = self._report
        if report is not None:
            spoken = self._services.words
            figures = import_told.foreseen(report, skip_bad_rows=self.skip.isChecked())
            besides = (*import_told.besides(report), *report.notices)
            lines = [label(spoken(text), "strong", wrap=True) for text in figures]
            lines += [label(spoken(text), "caption", wrap=True) for text in besides]
            self._tell(lines)
            announce(self, ". ".join(spoken(text).removesuffix(".") for text in figures))
        self._show_button()

    def _tell(self, lines: Sequence[QWidget]) -> None:
        drop_widgets(self._figures)
        for line in lines:
            self._figures.addWidget(line)
            line.show()

    def _show_button(self) -> None:
        report = self._report
        if report is None:
            self.run.hide()
            return
        self.run.show()
        something = import_told.written(report) > 0
        self.run.setText(words.button(report) if something else self.tr("Intet at importere"))
        self.run.setEnabled(something and (not report.rejected or self.skip.isChecked()))

    def _copy(self) -> None:
        self.problems.clearSelection()
        self.problems.copy_selection()
        self._services.notices.tell(self.tr("Listen er kopieret"))
