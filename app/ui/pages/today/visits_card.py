"""The card with the day's visits: the running one first, and the way to start one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.day import VisitLine
from app.models.types import VisitStatus
from app.ui.pages.focus import holds_focus
from app.ui.pages.today import words
from app.ui.pages.today.reading import TodayData
from app.ui.pages.today.start_visit import StartVisit
from app.ui.pages.today.visit_block import RunningBlock, VisitBlock
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import label


class VisitsCard(Card):
    """Shows the visits; what is asked for by its parts is passed on by the signals.

    ``started(workplace_id, shift, place)``, ``ended(VisitLine)``, ``register_asked()``,
    ``contact_asked(inquiry_id)``, ``all_asked(VisitLine)`` and ``workplaces_asked()``.
    """

    started = Signal(str, str, str)
    ended = Signal(object)
    register_asked = Signal()
    contact_asked = Signal(str)
    all_asked = Signal(object)
    workplaces_asked = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Dagens fremmøder"))
        self._services = services
        self._blocks: list[QWidget] = []
        self.running: RunningBlock | None = None
        self.start = StartVisit(services)
        self.start.started.connect(self.started)
        self.no_workplaces = EmptyState(
            self.tr("Opret den første arbejdsplads for at kunne starte et fremmøde."),
            self.tr("Ny arbejdsplads"),
            "workplaces",
        )
        self.no_workplaces.activated.connect(self.workplaces_asked)
        self._outside = label("", "caption", wrap=True)
        self.body.addWidget(self.start)
        self.body.addWidget(self.no_workplaces)
        self.body.addWidget(self._outside)
        self.no_workplaces.hide()
        self._outside.hide()
        self.body.addStretch(1)

    def show_data(self, data: TodayData) -> None:
        """Show the visits of the day; the focus stays on the part that had it."""
        day = data.day
        focused = self._focused_part()
        for block in self._blocks:
            self.body.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks = []
        self.running = None
        if day.running is not None:
            self._add(self._running_block(data, day.running))
        for line in day.visits:
            if line.visit.status is not VisitStatus.RUNNING:
                self._add(VisitBlock(self._services, line))
        self.start.set_choices(data.choices)
        self.start.setVisible(day.running is None and bool(data.choices))
        self.no_workplaces.setVisible(day.running is None and not data.choices)
        self._outside.setVisible(day.outside > 0)
        self._outside.setText(
            self.tr("Uden for fremmøder i dag: {contacts}").format(
                contacts=words.inquiries(day.outside)
            )
        )
        if focused:
            self.focus_part(focused)

    def focus_part(self, part: str = "") -> None:
        """Move the focus to a part of the running visit, or to where a visit can be started."""
        self.first_widget(part).setFocus()

    def first_widget(self, part: str = "") -> QWidget:
        """Return what shall have the focus when the page is entered."""
        if self.running is not None:
            return self.running.end if part == "end" else self.running.new
        return self.start.workplace if not self.start.isHidden() else self.no_workplaces.button

    def _focused_part(self) -> str:
        """Return which part that will be built again has the focus; "" for none."""
        if self.running is not None:
            if holds_focus(self.running.end):
                return "end"
            return "running" if holds_focus(self.running) else ""
        begins = holds_focus(self.start) or holds_focus(self.no_workplaces)
        return "start" if begins else ""

    def _add(self, block: QWidget) -> None:
        self.body.insertWidget(len(self._blocks), block)
        self._blocks.append(block)
        block.show()  # now, not with the next event: its button may get the focus at once

    def _running_block(self, data: TodayData, line: VisitLine) -> RunningBlock:
        block = RunningBlock(self._services, line, data.day.rows, data.terms)
        block.register_asked.connect(self.register_asked)
        block.end_asked.connect(lambda: self.ended.emit(line))
        block.contact_asked.connect(self.contact_asked)
        block.all_asked.connect(lambda: self.all_asked.emit(line))
        self.running = block
        return block
