"""The page of figures for a period, and the files made of them."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.export import FORMATS, ReportRequest, make_report, run
from app.export.outside.profiles import Profile
from app.export.report import Report
from app.models.periods import Period
from app.models.store import Store
from app.ui.page import Page
from app.ui.pages.kept_place import KeptPlace
from app.ui.pages.outside.target import Wanted
from app.ui.pages.reports.asking import Asking
from app.ui.pages.reports.closing_bar import ClosingBar
from app.ui.pages.reports.content import ReportContent
from app.ui.pages.reports.controls import Controls, Place
from app.ui.pages.reports.drawings import Drawings, Over, draw
from app.ui.pages.reports.exports import ExportBar
from app.ui.pages.reports.width_watch import WidthWatch
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import em


class ReportsPage(Page):
    """Reads the report of the chosen period and shows it; exports are the same as the CLI's."""

    name: ClassVar[str] = "reports"
    kinds: ClassVar[tuple[str, ...]] = (
        "inquiry",
        "person",
        "visit",
        "workplace",
        "presence_rule",
        "closing_days",
        "activity",
        "referral",
        "followup",
        "setting",
        "month_close",
    )

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._report: Report | None = None
        self._folder = Path()
        self._place = KeptPlace(services, "reports page", Place, self._return_to)
        self.exports = ExportBar()
        self.controls = Controls(services)
        self.closing = ClosingBar(services)
        self.content = ReportContent(services.language)
        self.empty = EmptyState(
            self.tr("Ingen henvendelser i perioden."), self.tr("Forrige periode"), icon="reports"
        )
        scroll = Scrolled()
        for widget in (self.controls, self.closing, self.empty, self.content):
            scroll.column.addWidget(widget)
        self.content.hide()
        self.empty.hide()
        column = QVBoxLayout(self)
        side = em(self, 1.43)
        column.setContentsMargins(side, side, side, 0)
        column.setSpacing(em(self, 0.71))
        self.asking = Asking(services, self.content, scroll)
        column.addWidget(self.exports)
        column.addWidget(self.asking, 1)
        self._width = WidthWatch(self.controls)
        self._width.changed.connect(self._redraw)
        self._connect()

    def reload(self) -> None:
        """Count the period again; scroll and sorting stay."""
        if self._place.restore(self.reload):
            return
        self.exports.set_has_period(self.controls.picker.is_valid())
        period, codes = self.controls.period(), self.controls.workplaces.codes()
        language = self.services.language
        self.services.runner.run(
            lambda store: make_report(store, period, _there(store, codes), language=language),
            self._draw,
            key="reports",
        )

    def open(self, target: object) -> None:
        """Show the figures of a :class:`~app.models.periods.Period`."""
        if isinstance(target, Period):
            self._place.not_wanted()
            self.controls.set_period(target)
            self.reload()

    def leave(self) -> None:
        """Remember what was chosen."""
        self._place.keep(self.controls.place())
        self._stale = self._stale or self._report is None

    def first_focus(self) -> QWidget:
        """Return the rows behind the figure that is asked for, else the chosen kind of period."""
        if not self.asking.panel.isHidden():
            return self.asking.panel.entry()
        return self.controls.first_button()

    def export(self, name: str) -> None:
        """Write the report in one format into the folder of the settings."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        default = QStandardPaths.writableLocation(documents)
        period, codes = self.controls.period(), self.controls.workplaces.codes()
        language = self.services.language

        def job(store: Store) -> tuple[Path, ...]:
            folder = Path(str(store.settings.get("export_folder")) or default)
            return run(ReportRequest(period, folder, (name,), codes, language), store)

        self.exports.set_busy(True)
        words = self.services.words(FORMATS[name].label)
        self.controls.say(self.tr("Skriver {file} …").format(file=words), openable=False)
        self.services.runner.run(job, self._written, self._failed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.asking.panel.isHidden():
            self.asking.close_panel()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.controls.changed.connect(self.reload)
        self.controls.picker.refused.connect(lambda: self.exports.set_has_period(False))
        self.controls.over_changed.connect(lambda _: self._redraw())
        self.exports.asked.connect(self.export)
        self.controls.internal.activated.connect(
            lambda: self.services.go("evaluator", self.controls.period())
        )
        self.controls.outside_asked.connect(self._go_outside)
        self.asking.outdated.connect(self.reload)
        self.controls.folder_asked.connect(self._open_folder)
        self.closing.done.connect(self.controls.profile.focus)
        self.empty.activated.connect(lambda: self.controls.picker.step(-1))
        printing = QShortcut(QKeySequence("Ctrl+P"), self)
        printing.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        printing.activated.connect(self.exports.buttons["pdf"].click)

    def _go_outside(self, profile: str) -> None:
        """Show the last month of the period as others may see it, of the chosen workplaces."""
        month = Period.month(self.controls.period().last)
        codes = self.controls.workplaces.codes()
        self.services.go("outside", Wanted(Profile(profile), month, codes))

    def _return_to(self, kept: Place) -> None:
        self.controls.set_place(kept)

    def _over(self) -> Over:
        return "first" if self.controls.over.value() == "first" else "all"

    def _draw(self, report: Report) -> None:
        """Draw the charts beside the store's work; only then is the report shown, all at once."""
        over, sizes = self._over(), self.content.chart_sizes(self._width.drawing())
        self.services.runner.beside(
            lambda: draw(report, over, sizes),
            lambda drawings: self._show(report, drawings),
            key="reports.drawings",
        )

    def _show(self, report: Report, drawings: Drawings) -> None:
        # Drawn beside the store's work, it may come when the window has been built again.
        if not isValid(self):
            return
        self._report = report
        self.controls.workplaces.set_places(tuple(report.labels.workplaces.items()))
        self.closing.show_report(report)
        self.empty.setVisible(report.is_empty)
        self.content.setVisible(not report.is_empty or report.is_restating)
        self.content.show_report(report, drawings, self._over())
        self.asking.show_report(report, self.controls.period(), self.controls.workplaces.codes())

    def _redraw(self) -> None:
        if self._report is not None:
            self._draw(self._report)

    def _written(self, paths: tuple[Path, ...]) -> None:
        self.exports.set_busy(False)
        self._folder = paths[0].parent
        names = ", ".join(path.name for path in paths)
        said = self.tr("Gemt: {file} i mappen {folder}")
        self.controls.say(said.format(file=names, folder=self._folder.name), openable=True)

    def _failed(self, error: Exception) -> None:
        self.exports.set_busy(False)
        self.controls.say("", openable=False)
        self.services.notices.show_error(error)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _there(store: Store, codes: Sequence[str]) -> tuple[str, ...]:
    """Return the codes of workplaces that are there: one that was chosen may have been taken back."""
    return tuple(code for code in codes if store.workplaces.by_code(code) is not None)
