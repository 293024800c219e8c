"""What is done with the visits of the day, and the small forms that some of it needs."""

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace
from PySide6.QtCore import QObject

from app.models.held_times import correct_times
from app.models.plan import PlannedVisit, PlanStatus, find_planned
from app.models.plan_types import Activity, ActivityStatus
from app.models.recurrence import local_span
from app.models.types import RecordId, Visit
from app.models.unsettled import ask_no_more
from app.ui.pages.plan.cancel_form import CancelForm
from app.ui.pages.plan.changes import PlanChanges
from app.ui.pages.plan.held_form import HeldForm
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.today.day_block import DayBlock
from app.ui.services import Services

Done = Callable[[], None]


class DayForms(QObject):
    """Opens forms in the lines that ask for them; ``done`` is called when something has changed."""

    def __init__(self, services: Services, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self.changes = PlanChanges(services)

    def cancel(self, block: DayBlock, opener: str, visit: PlannedVisit, done: Done) -> None:
        """Ask why a visit is cancelled."""
        form = CancelForm(self._services, visit)
        form.cancelled.connect(
            lambda reason: self.changes.cancel(visit, reason, done, self._failed(block, form))
        )
        block.open_form(form, opener)

    def hold(self, block: DayBlock, opener: str, visit: PlannedVisit, done: Done) -> None:
        """Ask from when to when a visit was held that nobody started; the planned times stand there."""
        form = HeldForm(self._services, visit)

        def held(started: datetime, ended: datetime) -> None:
            self.changes.hold(visit, started, ended, done, self._failed(block, form))

        form.held.connect(held)
        block.open_form(form, opener)

    def correct(self, block: DayBlock, opener: str, visit: Visit, done: Done) -> None:
        """Ask from when to when a visit that was started was really held."""

        def found(planned: PlannedVisit) -> None:
            if block.isVisible():
                self._open_times(block, opener, planned, done)

        self._services.runner.run(lambda store: find_planned(store, visit.id), found)

    def hold_activity(self, activity: Activity, participants: int | None, done: Done) -> None:
        """Record that an activity was held, and with how many."""
        held = replace(activity, status=ActivityStatus.HELD, participants=participants)
        self._services.commands.run(
            self.tr("Aktiviteten er noteret som holdt"),
            lambda store: store.activities.change(held),
            lambda _: done(),
        )

    def ask_no_more(self, visit_id: RecordId, done: Done) -> None:
        """Do not ask again whether a visit was held."""
        self._services.commands.run(
            self.tr("Der spørges ikke igen"),
            lambda store: ask_no_more(store, visit_id),
            lambda _: done(),
        )

    def _open_times(self, block: DayBlock, opener: str, planned: PlannedVisit, done: Done) -> None:
        running = planned.status is PlanStatus.RUNNING
        if running:
            planned = _with_planned_end(planned)
        form = HeldForm(self._services, planned)
        heading = self.tr("Hvornår sluttede fremmødet?") if running else self.tr("Ret tider")
        form.set_heading(heading, self.tr("Gem"))
        label = self.tr("Fremmødet er afsluttet") if running else self.tr("Tiderne er rettet")

        def held(started: datetime, ended: datetime) -> None:
            self._services.commands.run(
                label,
                lambda store: correct_times(store, planned.id, started, ended),
                lambda _: done(),
                self._failed(block, form),
            )

        form.held.connect(held)
        block.open_form(form, opener)
        if running:
            form.ended.setFocus()
            form.ended.selectAll()

    def _failed(self, block: DayBlock, form: PanelForm) -> Callable[[Exception], None]:
        def failed(error: Exception) -> None:
            if block.form is form:
                form.show_error(error)
            else:
                self._services.notices.show_error(error)

        return failed


def _with_planned_end(running: PlannedVisit) -> PlannedVisit:
    """Return a running visit with the end that was planned, where it began before that."""
    visit = running.visit
    assert visit is not None, "what is running is stored"
    if visit.minutes is None:
        return running
    _, end = local_span(visit.date, visit.time, visit.minutes)
    return replace(running, end=end) if end > running.start else running
