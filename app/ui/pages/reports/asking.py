"""The report, and beside it what a figure of it is: asked, answered, and asked again when it changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.export.cells import Unit, shown
from app.export.figure_answer import Answer, explain
from app.export.report import Report
from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.focus import holds_focus
from app.ui.pages.reports.content import ReportContent
from app.ui.pages.reports.finding import go_to, mark, show_place
from app.ui.pages.reports.panel_beside import PanelBeside
from app.ui.pages.reports.place import Place, Question, question_at
from app.ui.services import Services


@dataclass(frozen=True, slots=True)
class _Found:
    answer: Answer
    whole: int | None
    """What a percentage is of."""


class Asking(PanelBeside):
    """Holds the scrolled report and the panel, which is there only while a figure is asked for.

    ``outdated`` tells that the rows make another figure than the one that is printed: somebody
    changed the store from outside of this window.
    """

    outdated = Signal()

    def __init__(self, services: Services, content: ReportContent, report: QWidget) -> None:
        super().__init__(services, report)
        self._services = services
        self._content = content
        self._report: Report | None = None
        self._period: Period | None = None
        self._codes: tuple[str, ...] = ()
        self._place: Place | None = None
        self._left: Place | None = None  # the figure that the panel was closed on
        self.panel.closed.connect(self.close_panel)
        content.asked.connect(self.ask)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._show_figure_again)

    def show_report(self, report: Report, period: Period, codes: Sequence[str]) -> None:
        """Take over the report that is shown, and ask again for the figure that was asked for."""
        self._report, self._period, self._codes = report, period, tuple(codes)
        if self._place is not None:
            self._ask(self._place, enter=False)

    def ask(self, place: Place) -> None:
        """Show what the figure at a place is, and go to its rows."""
        self._ask(place, enter=True)

    def close_panel(self) -> None:
        """Go back to the figure."""
        place, self._place = self._place, None
        held = holds_focus(self.panel)
        if place is not None and held:
            go_to(self._content, place)
        self._left = place
        mark(self._content, None)
        self.panel.hide()
        self._settled.start()

    def _ask(self, place: Place, *, enter: bool) -> None:
        question = question_at(self._report, place) if self._report is not None else None
        if question is None:
            self.close_panel()
            return
        self._place = place
        period, codes = self._period, self._codes
        assert period is not None

        def job(store: Store) -> _Found:
            of = question.asked.of
            whole = None if of is None else explain(store, of, period, codes).value
            return _Found(explain(store, question.asked.key, period, codes), whole)

        self._services.runner.run(
            job, lambda found: self._show(question, found, enter=enter), key="reports.figure"
        )

    def _show(self, question: Question, found: _Found, *, enter: bool) -> None:
        if self._place != question.place or self._report is None or not isValid(self):
            return
        self.panel.show_answer(
            found.answer, question.printed, self._share(found), self._report.labels.workplaces
        )
        self.show_panel()
        mark(self._content, question.place)
        if enter:
            self.enter_panel()
            printed = found.answer.printed(self._services.language)
            if found.whole is None and printed != question.printed:
                self.outdated.emit()
        self._settled.start()

    def _share(self, found: _Found) -> str:
        if found.whole is None:
            return ""
        language = self._services.language
        return self.tr("{count} af {whole}, i hele procent").format(
            count=shown(found.answer.value, Unit.COUNT, language),
            whole=shown(found.whole, Unit.COUNT, language),
        )

    def _show_figure_again(self) -> None:
        """Let the figure be seen after the report has got another width."""
        place = self._place or self._left
        self._left = None
        if place is not None:
            show_place(self._content, place)
