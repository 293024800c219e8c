"""The forms in the panel of the plan: opened, sent to the store, and closed again."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from app.models import planning
from app.models.plan import PlannedVisit
from app.models.store import Store
from app.models.types import Counsellor, RecordId, Visit
from app.ui.pages.plan.assign_form import AssignForm
from app.ui.pages.plan.cancel_form import CancelForm
from app.ui.pages.plan.changes import PlanChanges
from app.ui.pages.plan.held_form import HeldForm
from app.ui.pages.plan.move_form import MoveForm
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.reading import PlanPlace
from app.ui.pages.plan.side import SidePanel
from app.ui.pages.plan.visit_form import VisitForm
from app.ui.services import Services

Failed = Callable[[Exception], None]


class PlanForms(QObject):
    """``entered``: the focus is in a form now; ``left``: a form is closed.

    ``arranged(id, day)``: a form is closed, and its visit now stands on a day.
    """

    entered = Signal()
    left = Signal()
    arranged = Signal(str, object)

    def __init__(self, services: Services, side: SidePanel, changes: PlanChanges) -> None:
        super().__init__(side)
        self._services = services
        self._side = side
        self._changes = changes

    def new_visit(self, places: Sequence[PlanPlace], day: date, time: str) -> None:
        """Begin a visit outside the rules; ``time`` is HH:MM."""
        form = VisitForm(self._services, places, day, time)
        form.planned.connect(lambda *values: self._plan(form, *values))
        self._open(form)

    def set_places(self, places: Sequence[PlanPlace]) -> None:
        """Offer these workplaces to the new visit that is being planned, if one is."""
        if isinstance(self._side.form, VisitForm):
            self._side.form.place.set_places(places)

    def move(self, visit: PlannedVisit) -> None:
        """Ask where to a visit is moved."""
        form = MoveForm(self._services, visit)

        def moved(day: date, time: str, reason: str) -> None:
            self._changes.move(
                visit, day, time, reason, lambda: self._done(form, visit, day), self._failed(form)
            )

        form.moved.connect(moved)
        self._open(form, visit)

    def cancel(self, visit: PlannedVisit) -> None:
        """Ask why a visit is cancelled."""
        form = CancelForm(self._services, visit)
        form.cancelled.connect(
            lambda reason: self._changes.cancel(
                visit, reason, lambda: self._done(form), self._failed(form)
            )
        )
        self._open(form, visit)

    def assign(self, visit: PlannedVisit, counsellors: Sequence[Counsellor]) -> None:
        """Ask who goes to a visit."""
        form = AssignForm(self._services, visit, counsellors)
        form.assigned.connect(
            lambda ids: self._changes.assign(
                visit, ids, lambda: self._done(form), self._failed(form)
            )
        )
        self._open(form, visit)

    def hold(self, visit: PlannedVisit) -> None:
        """Ask from when to when a visit was held."""
        form = HeldForm(self._services, visit)

        def held(started: datetime, ended: datetime) -> None:
            self._changes.hold(visit, started, ended, lambda: self._done(form), self._failed(form))

        form.held.connect(held)
        self._open(form, visit)

    def close_for_another(self, key: str) -> None:
        """Close the form of a visit when another one is chosen; a new visit's stays."""
        form = self._side.form
        if form is not None and form.visit_id not in ("", key):
            self._side.close_form()

    def _plan(
        self, form: VisitForm, place: str, day: date, time: str, minutes: int, room: str
    ) -> None:
        def job(store: Store) -> Visit:
            return planning.plan_visit(
                store,
                workplace_id=RecordId(place),
                day=day,
                time=time,
                minutes=minutes,
                room=room,
            )

        def planned(visit: Visit) -> None:
            self._close(form)
            self.arranged.emit(visit.id, day)

        self._services.commands.run(
            self.tr("Fremmødet er planlagt"), job, planned, self._failed(form)
        )

    def _open(self, form: PanelForm, visit: PlannedVisit | None = None) -> None:
        form.visit_id = visit.id if visit is not None else ""
        form.left.connect(lambda: self._done(form))
        self._side.open_form(form)
        self.entered.emit()

    def _done(
        self, form: PanelForm, visit: PlannedVisit | None = None, day: date | None = None
    ) -> None:
        self._close(form)
        if visit is not None and day is not None:
            self.arranged.emit(visit.id, day)
        else:
            self.left.emit()

    def _close(self, form: PanelForm) -> None:
        if self._side.form is form:
            self._side.close_form()

    def _failed(self, form: PanelForm) -> Failed:
        def failed(error: Exception) -> None:
            if self._side.form is form:
                form.show_error(error)
            else:
                self._services.notices.show_error(error)

        return failed
