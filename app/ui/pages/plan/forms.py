"""The forms in the panel of the plan: opened, sent to the store, and closed again."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from app.models.plan import PlannedVisit
from app.models.store import Store
from app.models.types import Counsellor, RecordId, Visit
from app.models.visit_drafts import VisitDraft, read_visit_draft
from app.ui.pages.plan.activity_form import ActivityForm
from app.ui.pages.plan.assign_form import AssignForm
from app.ui.pages.plan.cancel_form import CancelForm
from app.ui.pages.plan.changes import PlanChanges
from app.ui.pages.plan.held_form import HeldForm
from app.ui.pages.plan.move_form import MoveForm
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.reading import PlanChoices
from app.ui.pages.plan.side import SidePanel
from app.ui.pages.plan.visit_draft_keeper import VisitDraftKeeper
from app.ui.pages.plan.visit_form import VisitForm
from app.ui.services import Services

Failed = Callable[[Exception], None]


class PlanForms(QObject):
    """``entered``: the focus is in a form now; ``left``: a form is closed.

    ``arranged(key, day)``: a form is closed, and what it was about now stands on a day.
    ``coming_back``: a form is about to be opened that nobody asked for now.
    """

    entered = Signal()
    left = Signal()
    arranged = Signal(str, object)
    coming_back = Signal()

    def __init__(self, services: Services, side: SidePanel, changes: PlanChanges) -> None:
        super().__init__(side)
        self._services = services
        self._side = side
        self._changes = changes
        self.visit_draft = VisitDraftKeeper(services.runner, self)

    def new_visit(self, choices: PlanChoices, day: date, time: str, who: RecordId) -> VisitForm:
        """Begin a visit outside the rules; ``time`` is HH:MM, ``who`` goes there ("" for me).

        What was typed before and left is offered in the form, which is returned.
        """
        form = VisitForm(self._services, choices, day, time, who)
        form.planned.connect(lambda job, on: self._plan(form, job, on))
        self.visit_draft.follow(form)
        self.open(form)
        self._services.runner.run(read_visit_draft, lambda kept: self._offer(form, kept))
        return form

    def bring_back(self, choices: PlanChoices) -> None:
        """Open the form of a new visit that was open when the window was locked or lost."""
        self._services.runner.run(
            read_visit_draft, lambda kept: self._bring_back(choices, kept), key="plan.draft"
        )

    def set_choices(self, choices: PlanChoices) -> None:
        """Offer these to what is being planned, if anything is."""
        form = self._side.form
        if isinstance(form, VisitForm | ActivityForm):
            form.set_choices(choices)

    def move(self, visit: PlannedVisit) -> None:
        """Ask where to a visit is moved."""
        form = MoveForm(self._services, visit)

        def moved(day: date, time: str, reason: str) -> None:
            self._changes.move(
                visit,
                day,
                time,
                reason,
                lambda: self.arrive(form, visit.id, day),
                self.failed(form),
            )

        form.moved.connect(moved)
        self.open(form, visit.id)

    def cancel(self, visit: PlannedVisit) -> None:
        """Ask why a visit is cancelled."""
        form = CancelForm(self._services, visit)
        form.cancelled.connect(
            lambda reason: self._changes.cancel(
                visit, reason, lambda: self.done(form), self.failed(form)
            )
        )
        self.open(form, visit.id)

    def assign(self, visit: PlannedVisit, counsellors: Sequence[Counsellor]) -> None:
        """Ask who goes to a visit."""
        form = AssignForm(self._services, visit, counsellors)
        form.assigned.connect(
            lambda ids: self._changes.assign(visit, ids, lambda: self.done(form), self.failed(form))
        )
        self.open(form, visit.id)

    def hold(self, visit: PlannedVisit) -> None:
        """Ask from when to when a visit was held."""
        form = HeldForm(self._services, visit)

        def held(started: datetime, ended: datetime) -> None:
            self._changes.hold(visit, started, ended, lambda: self.done(form), self.failed(form))

        form.held.connect(held)
        self.open(form, visit.id)

    def close_for_another(self, key: str) -> None:
        """Close the form of what was chosen when something else is; a new visit's stays."""
        form = self._side.form
        if form is not None and form.about_key not in ("", key):
            self._side.close_form()

    def open(self, form: PanelForm, key: str = "") -> None:
        """Show a form; ``key`` is what it is about, "" where that is not in the plan yet."""
        form.about_key = key
        form.left.connect(lambda: self.done(form))
        self._side.open_form(form)
        self.entered.emit()

    def done(self, form: PanelForm) -> None:
        """Close a form and go back to the grid."""
        self._close(form)
        self.left.emit()

    def arrive(self, form: PanelForm, key: str, day: date) -> None:
        """Close a form and go where what it was about stands now."""
        self._close(form)
        self.arranged.emit(key, day)

    def _offer(self, form: VisitForm, kept: VisitDraft | None) -> None:
        if kept is not None and self._side.form is form:
            form.offer(kept)

    def _bring_back(self, choices: PlanChoices, kept: VisitDraft | None) -> None:
        if kept is None or not kept.is_open or self._side.form is not None:
            return
        self.coming_back.emit()
        self.new_visit(choices, self._services.today(), "", RecordId("")).take_up(kept)

    def _plan(self, form: VisitForm, job: Callable[[Store], Visit], day: date) -> None:
        self._services.commands.run(
            self.tr("Fremmødet er planlagt"),
            job,
            lambda visit: self._planned(form, visit, day),
            self.failed(form),
        )

    def _planned(self, form: VisitForm, visit: Visit, day: date) -> None:
        self.visit_draft.forget()
        self.arrive(form, visit.id, day)

    def _close(self, form: PanelForm) -> None:
        if self._side.form is form:
            self._side.close_form()

    def failed(self, form: PanelForm) -> Failed:
        """Return what tells the form, or where it is closed the window, what went wrong."""

        def failed(error: Exception) -> None:
            if self._side.form is form:
                form.show_error(error)
            else:
                self._services.notices.show_error(error)

        return failed
