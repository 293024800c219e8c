"""One quiet line about the close of the chosen month, and below it what is done about it."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.export.close_tables import CHANGED
from app.export.report import Report
from app.models.close_types import MonthClose
from app.models.freezing import Progress
from app.models.month_closing import close_month, restate_month, undo_close
from app.models.month_state import MonthState, State, month_state
from app.models.periods import Period
from app.models.store import Store
from app.ui.pages.focus import holds_focus, set_usable
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.reports.close_panel import ClosePanel, RestatePanel
from app.ui.pages.reports.closing_ways import go_to
from app.ui.pages.reports.closing_words import capital, named, open_text
from app.ui.pages.reports.freezing import Freezing, Stopped
from app.ui.pages.reports.send_offer import SendOffer
from app.ui.pages.reports.table_card import TableCard
from app.ui.pages.scrolled import bring_into_view
from app.ui.services import Services
from app.ui.widgets.columns import Columns
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label

_BESIDE = 50
"""The width in text sizes at which the buttons stand beside the line."""


class ClosingBar(QWidget):
    """Follows the report that is shown; ``done`` is sent when a month was closed or restated."""

    done = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._report: Report | None = None
        self._state: MonthState | None = None
        self.freezing = Freezing(self)
        self.panel: PanelForm | None = None
        self.told = label("", "muted", wrap=True)
        self.close_button = button(self.tr("Luk måneden …"))
        self.send = SendOffer(services)
        self.changed_button = button("", "link")
        self.restate_button = button(self.tr("Ret de lukkede tal …"))
        self.undo_button = button(self.tr("Fortryd lukningen"), "link")
        self.changed = TableCard(services.language)
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=em(self, 0.71))
        first = (self.close_button, self.restate_button, self.send)
        for made in (*first, self.changed_button, self.undo_button):
            flow.addWidget(made)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 0.57))
        line = Columns((self.told, self._buttons), least=_BESIDE, shares=(1, 1))
        for part in (line, self.changed):
            self._column.addWidget(part)
        self.changed.hide()
        self.hide()
        self.close_button.clicked.connect(self.open_close)
        self.restate_button.clicked.connect(self.open_restate)
        self.changed_button.clicked.connect(self._toggle_changed)
        self.undo_button.clicked.connect(self._undo)
        # A method of this widget, so that Qt brings the news to its thread.
        self.freezing.moved.connect(self._tell)

    def show_report(self, report: Report) -> None:
        """Tell how the period of a report stands; for a month its state is read, too."""
        moved = self._report is None or self._report.period != report.period
        self._report = report
        if moved:
            self._state = None
            self._put_away()
            self.changed.hide()
        self._show()
        self.reload()

    def reload(self) -> None:
        """Read the state of the month again: what was left to do may be done."""
        month = self._month()
        if month is not None:
            self._services.runner.run(
                lambda store: month_state(store, month), self._take_state, key="reports.closing"
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Look again when the page is entered: drafts come and go without a word."""
        super().showEvent(event)
        self.reload()

    def open_close(self) -> None:
        """Show the check list in the page."""
        if self._state is not None and self._state.checks is not None:
            panel = ClosePanel(self._services, self._state.checks)
            panel.confirmed.connect(self._close)
            panel.wanted.connect(lambda finding: go_to(self._services, finding))
            self._open(panel)

    def open_restate(self) -> None:
        """Ask for the reason of a restatement in the page."""
        month = self._month()
        if month is not None:
            panel = RestatePanel(self._services, month)
            panel.confirmed.connect(self._restate)
            self._open(panel)

    def _month(self) -> Period | None:
        """Return the month that is shown; None for any other period."""
        period = self._report.period if self._report is not None else None
        return period if period is not None and period == Period.month(period.first) else None

    def _take_state(self, state: MonthState) -> None:
        if state.month != self._month():
            return
        before, self._state = self._state, state
        asked = isinstance(self.panel, ClosePanel)
        if asked and state.is_closed:
            self._put_away()
        self._show()
        if asked and not state.is_closed and before is not None and before.checks != state.checks:
            # What was left to do was done, or something new has come.
            self.open_close()

    def _is(self, *states: State) -> bool:
        return self._state is not None and self._state.state in states

    def _show(self) -> None:
        report = self._report
        assert report is not None, "there is a report whenever something is shown"
        changed = report.closing.changed if report.closing is not None else ()
        notes = list(report.notes)
        if self._state is not None and self._is(State.NOT_OVER, State.OPEN, State.READY):
            notes.append(open_text(self._services, self._state))
        if self._is(State.CORRECTED) and not changed:
            notes.append(self.tr("Rettet siden på enkelte arbejdspladser."))
        self.told.setText(" ".join(notes))
        offered = {
            self.close_button: self._is(State.OPEN, State.READY),
            self.restate_button: self._is(State.CORRECTED),
            self.send: SendOffer.fits(self._state),
            self.changed_button: bool(changed),
            self.undo_button: self._can_be_undone(),
        }
        for made, wanted in offered.items():
            made.setVisible(wanted)
        if changed:
            self.changed.show_table(report.table(CHANGED))
        else:
            self.changed.hide()
        self._name_changed()
        self._buttons.setVisible(self.panel is None and any(offered.values()))
        self.setVisible(bool(notes))

    def _can_be_undone(self) -> bool:
        """Tell whether there is a close that nothing was released of; a restatement says so."""
        state = self._state
        if state is None or not state.is_closed or state.is_out:
            return False
        restated = len(state.revisions) > 1
        self.undo_button.setText(
            self.tr("Fortryd rettelsen af tallene") if restated else self.tr("Fortryd lukningen")
        )
        return True

    def _name_changed(self) -> None:
        hidden = self.changed.isHidden()
        self.changed_button.setText(
            self.tr("Vis rettelserne") if hidden else self.tr("Skjul rettelserne")
        )

    def _toggle_changed(self) -> None:
        self.changed.setVisible(self.changed.isHidden())
        self._name_changed()

    def _open(self, panel: PanelForm) -> None:
        """Show a panel; in place of another it takes the focus only from that one."""
        take_focus = self.panel is None or holds_focus(self.panel)
        self._put_away()
        self.panel = panel
        panel.left.connect(self._leave)
        self._column.insertWidget(1, panel)
        self._buttons.hide()
        panel.show()
        if take_focus:
            panel.first_field().setFocus()
            bring_into_view(panel)

    def _put_away(self) -> None:
        panel, self.panel = self.panel, None
        if panel is not None:
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()

    def _leave(self) -> None:
        if self.freezing.under_way:
            self.freezing.stop()
            return
        held = self.panel is not None and holds_focus(self.panel)
        self._put_away()
        self._show()
        if held:
            (
                self.close_button if self.restate_button.isHidden() else self.restate_button
            ).setFocus()

    def _close(self, anyway: bool) -> None:
        month = self._month()
        if month is not None:
            name = named(self._services, month)
            self._freeze(
                self.tr("Lukker {month} …").format(month=name),
                self.tr("{month} er lukket").format(month=capital(name)),
                lambda store, step: close_month(store, month, anyway=anyway, progress=step),
            )

    def _restate(self, reason: str) -> None:
        month = self._month()
        if month is not None:
            name = named(self._services, month)
            self._freeze(
                self.tr("Retter de lukkede tal …"),
                self.tr("De lukkede tal for {month} er rettet").format(month=name),
                lambda store, step: restate_month(store, month, reason, progress=step),
            )

    def _undo(self) -> None:
        month = self._month()
        if month is not None:
            name = capital(named(self._services, month))
            self._services.commands.run(
                self.tr("{month}: fortrudt").format(month=name),
                lambda store: undo_close(store, month),
                lambda _: self.done.emit(),
            )

    def _freeze(
        self, under_way: str, label: str, change: Callable[[Store, Progress], MonthClose]
    ) -> None:
        """Count everything once more, which takes its time, and say how far it has come."""
        if self.panel is None or self.freezing.under_way:
            return
        step = self.freezing.step
        self.freezing.begin(under_way)
        set_usable(self.panel.save_button, usable=False)
        self.panel.back_button.setText(self.tr("Stop"))
        self.told.setText(under_way)
        announce(self, under_way)
        self._services.commands.run(
            label, lambda store: change(store, step), self._closed, self._failed
        )

    @Slot(int, int)
    def _tell(self, done: int, total: int) -> None:
        if self.freezing.under_way:
            counted = self.tr("{done} af {total}").format(done=done, total=total)
            self.told.setText(f"{self.freezing.under_way} {counted}")

    def _closed(self, _close: MonthClose) -> None:
        self.freezing.end()
        self._put_away()
        self._show()
        self.done.emit()

    def _failed(self, error: Exception) -> None:
        self.freezing.end()
        panel = self.panel
        if panel is not None:
            set_usable(panel.save_button, usable=True)
            panel.back_button.setText(self.tr("Tilbage"))
        if not isinstance(error, Stopped):
            if panel is not None:
                panel.show_error(error)
            else:
                self._services.notices.show_error(error)
        self._show()
        self.reload()
