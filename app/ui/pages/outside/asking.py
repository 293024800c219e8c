"""A figure of a report for others that is asked for, and what it is, beside the report."""

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.export.figure_answer import Answer
from app.export.outside.report import OutsideReport
from app.export.outside_answer import OutsideFigure, explain_outside, outside_figure
from app.ui.pages.focus import holds_focus
from app.ui.pages.outside.tables import Tables
from app.ui.pages.reports.panel_beside import PanelBeside
from app.ui.pages.reports.place import Place
from app.ui.pages.reports.seen import show_in_page
from app.ui.services import Services


class OutsideAsking(PanelBeside):
    """Tells what a figure of the tables is: its definition, why it is withheld, and its rows."""

    def __init__(self, services: Services, tables: Tables, report: QWidget) -> None:
        super().__init__(services, report)
        self._services, self._tables = services, tables
        self._report: OutsideReport | None = None
        self._place: Place | None = None
        self.panel.closed.connect(self.close_panel)
        tables.asked.connect(self.ask)

    def show_report(self, report: OutsideReport | None) -> None:
        """Take over the report that is shown; what was asked of another one is put away."""
        self._report = report
        self.close_panel()

    def ask(self, place: Place) -> None:
        """Show what the figure at a place is, and go to its rows; where none stands, put away the last."""
        report = self._report
        if report is None:
            return
        protected = report.protected
        figure = outside_figure(protected, place.table, place.row, place.column)
        if figure is None:
            self.close_panel()
            return
        self._place = place
        self._services.runner.run(
            lambda store: explain_outside(store, protected, figure),
            lambda answer: self._show(place, report, answer, self._about(report, figure)),
            key="outside.figure",
        )

    def close_panel(self) -> None:
        """Go back to the figure."""
        place, self._place = self._place, None
        card = self._tables.cards.get(place.table) if place is not None else None
        if card is not None and place is not None:
            if holds_focus(self.panel):
                card.go_to(place)
            card.mark(None)
        self.panel.hide()

    def _about(self, report: OutsideReport, figure: OutsideFigure) -> str:
        """Return whose figure it is, and of which period: a month and a year to date look alike."""
        names = {each.code: each.name for each in report.protected.request.frozen.places}
        whose = self.tr("Hele projektet")
        if len(figure.codes) == 1:
            whose = names.get(figure.codes[0], figure.codes[0])
        elif figure.codes:
            organisation = report.protected.request.asked.scope.name
            whose = self.tr("{organisation}, alle arbejdspladser").format(organisation=organisation)
        return f"{whose} · {self._services.words(figure.period.label)}"

    def _show(self, place: Place, report: OutsideReport, answer: Answer, about: str) -> None:
        if not isValid(self) or self._place != place or self._report is not report:
            return
        for card in self._tables.cards.values():
            card.mark(None)
        card = self._tables.cards[place.table]
        card.mark(place)
        self.panel.show_answer(answer, card.printed(place), "", report.labels.workplaces, about)
        self.show_panel()
        self.enter_panel()
        box = card.box_of(place)
        if box is not None:
            show_in_page(card.table, box)
