"""The lines of the plan in the card of the day; loaded when there is anything planned."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.models.day_plan import DayPlan
from app.models.plan_types import Activity
from app.models.recurrence import local_start
from app.ui.pages.plan.target import ShowActivity, ShowVisit
from app.ui.pages.today import planned_block
from app.ui.pages.today.activity_block import ActivityBlock, other_activity
from app.ui.pages.today.block_list import Wanted
from app.ui.pages.today.day_block import DayBlock
from app.ui.pages.today.day_forms import DayForms
from app.ui.pages.today.planned_block import PlannedBlock, PlannedContent, other_line
from app.ui.services import Services


class PlannedPart(QObject):
    """Makes the lines and does what they ask for; ``settled``: something has been done."""

    settled = Signal()

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self.forms = DayForms(services, self)

    def lines(
        self, plan: DayPlan, now: datetime, *, running: bool
    ) -> Iterator[tuple[float, Wanted]]:
        """Yield the lines of my visits and activities, each with the instant that it is sorted by."""
        for planned in plan.mine:
            content = PlannedContent.at(planned, now, running=running)
            wanted = Wanted(planned.visit.id, content, partial(self._planned, content))
            yield planned.visit.start.timestamp(), wanted
        for activity in plan.my_activities:
            wanted = Wanted(activity.id, activity, partial(self._activity, activity))
            yield local_start(activity.date, activity.time).timestamp(), wanted

    @staticmethod
    def due(blocks: Iterable[DayBlock]) -> QWidget | None:
        """Return the button that starts the first visit that is due, or None."""
        planned = (block for block in blocks if isinstance(block, PlannedBlock))
        return next((each.parts[planned_block.START] for each in planned if each.is_due), None)

    def others(self, plan: DayPlan) -> list[str]:
        """Return the visits and activities of the others, one in a line."""
        return [
            *(other_line(self._services, each.visit) for each in plan.others),
            *(other_activity(self._services, each) for each in plan.other_activities),
        ]

    def _planned(self, content: PlannedContent) -> PlannedBlock:
        block = PlannedBlock(self._services, content)
        block.asked.connect(lambda part: self._act(block, part))
        return block

    def _act(self, block: PlannedBlock, part: str) -> None:
        visit, done = block.visit, self.settled.emit
        if part == planned_block.START:
            self.forms.changes.start(visit, done)
        elif part == planned_block.HOLD:
            self.forms.hold(block, part, visit, done)
        elif part == planned_block.CANCEL:
            self.forms.cancel(block, part, visit, done)
        elif part == planned_block.REINSTATE:
            self.forms.changes.reinstate(visit, done)
        else:
            self._services.go("plan", ShowVisit(visit.id))

    def _activity(self, activity: Activity) -> ActivityBlock:
        block = ActivityBlock(self._services, activity)
        block.held.connect(lambda many: self.forms.hold_activity(activity, many, self.settled.emit))
        target = ShowActivity(activity.id, activity.date)
        block.shown.connect(lambda: self._services.go("plan", target))
        return block
