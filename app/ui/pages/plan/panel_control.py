"""What is chosen in the plan, shown in the panel beside it, and what is done with it there."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from app.models import planning
from app.models.inquiry_list import InquiryFilter
from app.models.plan import PlannedVisit
from app.models.store import Store
from app.models.types import RecordId, Visit
from app.ui.pages.inquiries.target import ListInquiries
from app.ui.pages.plan import visit_panel
from app.ui.pages.plan.activity_panel import ActivityPanel
from app.ui.pages.plan.assign_form import AssignForm
from app.ui.pages.plan.cancel_form import CancelForm
from app.ui.pages.plan.changes import PlanChanges
from app.ui.pages.plan.held_form import HeldForm
from app.ui.pages.plan.move_form import MoveForm
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.reading import PlanData, PlanPlace, VisitDetails, read_details
from app.ui.pages.plan.side import SidePanel
from app.ui.pages.plan.visit_form import VisitForm
from app.ui.pages.plan.visit_panel import VisitPanel
from app.ui.services import Services

Failed = Callable[[Exception], None]


class PanelControl(QObject):
    """Reads and shows what is chosen, and opens the forms.

    ``entered``: the focus is in the panel now; ``left``: it belongs to the grid again.
    ``arranged(id, day)``: a visit now stands on a day, where it may have to be looked for.
    """

    entered = Signal()
    left = Signal()
    arranged = Signal(str, object)

    def __init__(self, services: Services, side: SidePanel) -> None:
        super().__init__(side)
        self._services = services
        self._side = side
        self._key = ""
        self._waiting: Callable[[VisitPanel], object] | None = None
        self.changes = PlanChanges(services)
        self.data: PlanData | None = None
        self.places: tuple[PlanPlace, ...] = ()

    def show(self, key: str) -> None:
        """Show what has this key among what was read; the cards where nothing has."""
        if key != self._key:
            self._waiting = None
            self._leave_form_of_another(key)
        self._key, data = key, self.data
        if data is None:
            return
        if data.visit(key) is not None:
            self._services.runner.run(
                lambda store: read_details(store, key), self._show_visit, key="plan.details"
            )
            return
        activity = data.activity(key)
        if activity is None:
            self._side.show_details(None)
            return
        shown = self._side.details
        if not isinstance(shown, ActivityPanel) or shown.activity != activity:
            self._side.show_details(ActivityPanel(self._services, activity))

    def press(self, key: int) -> bool:
        """Do what a key stands for in the panel of a visit; return whether it may mean anything."""
        if self.data is None or self.data.visit(self._key) is None or self._side.form is not None:
            return False
        if not any(key == ord(letter) for letter in visit_panel.KEYS.values()):
            return False
        self._with_panel(lambda panel: panel.press(key))
        return True

    def enter(self) -> None:
        """Move the focus to what can be done with the chosen visit."""
        self._with_panel(self._focus)

    def ask_why_cancelled(self) -> None:
        """Open the form that cancels the chosen visit, where it can be cancelled."""
        self._with_panel(lambda panel: panel.press(ord(visit_panel.KEYS[visit_panel.CANCEL])))

    def open_visit_form(self, day: date, time: str = "") -> None:
        """Begin a visit outside the rules; ``time`` is HH:MM."""
        form = VisitForm(self._services, self.places, day, time)
        form.planned.connect(lambda *values: self._plan(form, *values))
        self._open(form)

    def move(self, key: str, day: date, time: str) -> None:
        """Move what was dropped on another day or time (HH:MM)."""
        visit = self.data.visit(key) if self.data is not None else None
        activity = self.data.activity(key) if self.data is not None else None
        if visit is not None:
            self.changes.move(visit, day, time)
        elif activity is not None:
            self.changes.move_activity(activity, day, time)

    def accept(self, visit: PlannedVisit) -> None:
        """Move a visit to the day that the plan proposes."""
        if visit.proposal is not None:
            self.changes.move(visit, visit.proposal)

    def _show_visit(self, details: VisitDetails | None) -> None:
        if details is None or details.visit.id != self._key or self.data is None:
            return
        warning = " ".join(
            self._services.words(conflict.text)
            for conflict in self.data.conflicts
            if self._key in conflict.visits
        )
        panel = self._side.details
        if not isinstance(panel, VisitPanel) or (panel.details, panel.warning) != (
            details,
            warning,
        ):
            panel = VisitPanel(self._services, details, warning)
            panel.asked.connect(self._act)
            panel.visit_asked.connect(self._go_to)
            self._side.show_details(panel)
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting(panel)

    def _focus(self, panel: VisitPanel) -> None:
        panel.focus_action("")
        self.entered.emit()

    def _with_panel(self, call: Callable[[VisitPanel], object]) -> None:
        """Call with the panel of what is chosen, now or when it has been read."""
        panel = self._side.details
        if isinstance(panel, VisitPanel) and panel.visit.id == self._key:
            call(panel)
        else:
            self._waiting = call

    def _leave_form_of_another(self, key: str) -> None:
        form = self._side.form
        if form is not None and form.visit_id not in ("", key):
            self._side.close_form()

    def _act(self, action: str) -> None:
        panel = self._side.details
        assert isinstance(panel, VisitPanel), "only the panel of a visit asks for anything"
        acts: dict[str, Callable[[PlannedVisit], None]] = {
            visit_panel.START: self.changes.start,
            visit_panel.END: self.changes.end,
            visit_panel.REINSTATE: self.changes.reinstate,
            visit_panel.ACCEPT: self.accept,
            visit_panel.HOLD: self._hold,
            visit_panel.MOVE: self._move,
            visit_panel.CANCEL: self._cancel,
            visit_panel.ASSIGN: self._assign,
            visit_panel.RULE: self._see_rule,
            visit_panel.INQUIRIES: self._see_inquiries,
        }
        acts[action](panel.visit)

    def _go_to(self, key: str) -> None:
        details = self._side.details
        if isinstance(details, VisitPanel):
            around = (details.details.before, details.details.after)
            found = next((each for each in around if each is not None and each.id == key), None)
            if found is not None:
                self.arranged.emit(key, found.day)

    def _move(self, visit: PlannedVisit) -> None:
        form = MoveForm(self._services, visit)

        def moved(day: date, time: str, reason: str) -> None:
            self.changes.move(
                visit, day, time, reason, lambda: self._done(form, visit, day), self._failed(form)
            )

        form.moved.connect(moved)
        self._open(form, visit)

    def _cancel(self, visit: PlannedVisit) -> None:
        form = CancelForm(self._services, visit)
        form.cancelled.connect(
            lambda reason: self.changes.cancel(
                visit, reason, lambda: self._done(form), self._failed(form)
            )
        )
        self._open(form, visit)

    def _assign(self, visit: PlannedVisit) -> None:
        counsellors = self.data.counsellors if self.data is not None else ()
        form = AssignForm(self._services, visit, counsellors)
        form.assigned.connect(
            lambda ids: self.changes.assign(
                visit, ids, lambda: self._done(form), self._failed(form)
            )
        )
        self._open(form, visit)

    def _hold(self, visit: PlannedVisit) -> None:
        form = HeldForm(self._services, visit)

        def held(started: datetime, ended: datetime) -> None:
            self.changes.hold(visit, started, ended, lambda: self._done(form), self._failed(form))

        form.held.connect(held)
        self._open(form, visit)

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

    def _see_rule(self, visit: PlannedVisit) -> None:
        self._services.go("workplaces", visit.workplace_id)

    def _see_inquiries(self, visit: PlannedVisit) -> None:
        wanted = InquiryFilter(first=visit.day, last=visit.day, workplace_id=visit.workplace_id)
        self._services.go("inquiries", ListInquiries(wanted))

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
