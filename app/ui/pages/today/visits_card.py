"""The card with the day's visits: the running one first, and the way to start one."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.models.clock import from_stamp
from app.models.day import VisitLine
from app.ui.pages.focus import holds_focus
from app.ui.pages.scrolled import bring_into_view
from app.ui.pages.today import words
from app.ui.pages.today.block_list import BlockList, Wanted
from app.ui.pages.today.reading import TodayData
from app.ui.pages.today.start_visit import StartVisit
from app.ui.pages.today.visit_block import RunningBlock, VisitBlock
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.measure import label

if TYPE_CHECKING:
    from app.models.day_plan import DayPlan
    from app.ui.pages.today.planned_part import PlannedPart


class VisitsCard(Card):
    """Shows the visits; what is asked for by its parts is passed on by the signals.

    ``started(workplace_id, shift, place)``, ``ended(block, VisitLine)``,
    ``times_asked(block, VisitLine)``, ``register_asked()``, ``contact_asked(inquiry_id)``,
    ``all_asked(VisitLine)`` and ``workplaces_asked()``.
    """

    started = Signal(str, str, str)
    ended = Signal(object, object)
    times_asked = Signal(object, object)
    register_asked = Signal()
    contact_asked = Signal(str)
    all_asked = Signal(object)
    workplaces_asked = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Dagens fremmøder"))
        self._services = services
        self._data: TodayData | None = None
        self._plan: DayPlan | None = None
        self._planned: PlannedPart | None = None
        self._begins = True
        self.blocks = BlockList(self.body)
        self.start = StartVisit(services)
        self.start.started.connect(self.started)
        self.no_workplaces = EmptyState(
            self.tr("Opret den første arbejdsplads for at kunne starte et fremmøde."),
            self.tr("Ny arbejdsplads"),
            "workplaces",
        )
        self.no_workplaces.activated.connect(self.workplaces_asked)
        self.others = label("", "caption", wrap=True)
        self.others.setTextFormat(Qt.TextFormat.PlainText)
        self._outside = label("", "caption", wrap=True)
        for part in (self.start, self.no_workplaces, self.others, self._outside):
            self.body.addWidget(part)
        for part in (self.no_workplaces, self.others, self._outside):
            part.hide()
        self.body.addStretch(1)

    @property
    def running(self) -> RunningBlock | None:
        """The running visit, if there is one."""
        return next((block for block in self.blocks if isinstance(block, RunningBlock)), None)

    def show_data(self, data: TodayData, plan: "DayPlan | None" = None) -> None:
        """Show the visits that have begun, and what is planned where that is known.

        The focus stays on the part that had it; when the plan comes, it goes to what is due, unless
        somebody has moved on from where the page began.
        """
        self._data = data
        if plan is not None:
            self.show_plan(plan)
        else:
            self._show_all()

    def show_plan(self, plan: "DayPlan") -> None:
        """Show what is planned among what has begun."""
        self._plan = plan
        self.start.set_plan(plan)
        if self._planned is None and plan.has_any:
            # Dear to load; a day without a plan does without.
            from app.ui.pages.today.planned_part import PlannedPart

            self._planned = PlannedPart(self._services, self)
            self._planned.settled.connect(self.focus_part)
        self._show_all()
        self._begins = False

    def focus_part(self) -> None:
        """Move the focus to what comes next."""
        widget = self.first_widget()
        widget.setFocus()
        bring_into_view(widget)

    def first_widget(self) -> QWidget:
        """Return what shall have the focus when the page is entered.

        That is a new inquiry during a visit, else the start of the one that is due, else the field
        that starts one.
        """
        if self.running is not None:
            return self.running.new
        due = self._due()
        if due is not None:
            return due
        return self.start.workplace if not self.start.isHidden() else self.no_workplaces.button

    def _show_all(self) -> None:
        data = self._data
        if data is None:
            return
        day = data.day
        focused = self.blocks.focused()
        begins = holds_focus(self.start) or holds_focus(self.no_workplaces)
        is_where_it_began = holds_focus(self.start.workplace)
        self.blocks.show(self._wanted(data))
        self.start.set_choices(data.choices)
        self.start.setVisible(day.running is None and bool(data.choices))
        self.no_workplaces.setVisible(day.running is None and not data.choices)
        self._outside.setVisible(day.outside > 0)
        self._outside.setText(
            self.tr("Uden for fremmøder i dag: {contacts}").format(
                contacts=words.inquiries(day.outside)
            )
        )
        self._show_others(data)
        if focused is not None:
            if not self.blocks.restore(focused):
                self.focus_part()
        elif begins and (
            self.start.isHidden() or (is_where_it_began and self._waits_for_what_is_due())
        ):
            self.focus_part()
        elif begins and not holds_focus(self.start):
            self.start.workplace.setFocus()

    def _waits_for_what_is_due(self) -> bool:
        return self._begins and self._plan is not None and self.start.is_untouched

    def _wanted(self, data: TodayData) -> list[Wanted]:
        """Return the lines: the running visit, then all of mine by their time."""
        running = data.day.running
        timed = [*self._ended(data), *self._to_come(data)]
        timed.sort(key=lambda each: each[0])
        lines = [wanted for _, wanted in timed]
        if running is None:
            return lines
        content = (running, data.day.workplace, data.day.rows, data.terms)
        return [
            Wanted(running.visit.id, content, partial(self._running_block, data, running)),
            *lines,
        ]

    def _ended(self, data: TodayData) -> Iterator[tuple[float, Wanted]]:
        for line in data.day.visits:
            if line != data.day.running:
                began = from_stamp(line.visit.started_at).timestamp()
                yield (
                    began,
                    Wanted(line.visit.id, line, partial(self._ended_block, line)),
                )

    def _to_come(self, data: TodayData) -> Iterator[tuple[float, Wanted]]:
        if self._planned is None or self._plan is None:
            return
        now: datetime = self._services.clock()
        begun = {line.visit.id for line in data.day.visits}
        for at, wanted in self._planned.lines(
            self._plan, now, running=data.day.running is not None
        ):
            # Both parts are read one after the other: what has just begun may still be planned.
            if wanted.key not in begun:
                yield at, wanted

    def _show_others(self, data: TodayData) -> None:
        lines = [words.others_begun(self._services, line) for line in data.day.others]
        if self._planned is not None and self._plan is not None:
            lines += self._planned.others(self._plan)
        heading = self.tr("Andre vejledere i dag")
        self.others.setText("\n".join([heading, *lines]))
        self.others.setVisible(bool(lines))

    def _due(self) -> QWidget | None:
        if self._planned is None:
            return None
        return self._planned.due(self.blocks)

    def _ended_block(self, line: VisitLine) -> VisitBlock:
        block = VisitBlock(self._services, line)
        block.times_asked.connect(lambda: self.times_asked.emit(block, line))
        return block

    def _running_block(self, data: TodayData, line: VisitLine) -> RunningBlock:
        day = data.day
        block = RunningBlock(self._services, line, day.workplace, day.rows, data.terms)
        block.register_asked.connect(self.register_asked)
        block.end_asked.connect(lambda: self.ended.emit(block, line))
        block.contact_asked.connect(self.contact_asked)
        block.all_asked.connect(lambda: self.all_asked.emit(line))
        return block
