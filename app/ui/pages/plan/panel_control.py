"""What is chosen in the plan, shown in the panel beside it, and what is done with it there."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from app.models.inquiry_list import InquiryFilter
from app.models.plan import PlannedVisit
from app.models.plan_types import Activity
from app.models.promises import Promise
from app.models.types import RecordId
from app.ui.pages.followups.form import FollowUpForm
from app.ui.pages.inquiries.target import ListInquiries
from app.ui.pages.plan import activity_panel, visit_panel
from app.ui.pages.plan.activity_forms import ActivityForms
from app.ui.pages.plan.activity_panel import ActivityPanel
from app.ui.pages.plan.changes import PlanChanges
from app.ui.pages.plan.details_panel import DetailsPanel
from app.ui.pages.plan.forms import PlanForms
from app.ui.pages.plan.promise_forms import PromiseForms
from app.ui.pages.plan.reading import PlanChoices, PlanData, VisitDetails, read_details
from app.ui.pages.plan.side import SidePanel
from app.ui.pages.plan.visit_panel import VisitPanel
from app.ui.pages.workplaces.target import ShowRules
from app.ui.services import Services


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
        self._waiting: Callable[[DetailsPanel], object] | None = None
        self.changes = PlanChanges(services)
        self.forms = PlanForms(services, side, self.changes)
        self.activity_forms = ActivityForms(services, self.forms)
        self.promise_forms = PromiseForms(services, self.forms)
        self.forms.entered.connect(self.entered)
        self.forms.left.connect(self.left)
        self.forms.arranged.connect(self.arranged)
        self.data = PlanData()
        self._choices = PlanChoices()
        self._choices_known = False

    def show(self, key: str) -> None:
        """Show what has this key among what was read; the cards where nothing has."""
        if key != self._key:
            self._waiting = None
            self.forms.close_for_another(key)
        self._key = key
        if self.data.visit(key) is not None:
            self._services.runner.run(
                lambda store: read_details(store, key), self._show_visit, key="plan.details"
            )
            return
        activity = self.data.activity(key)
        if activity is None:
            self._side.show_details(None)
            return
        self._show_activity(activity)

    def press(self, key: int) -> bool:
        """Do what a key stands for in the panel; return whether it may mean anything there."""
        if not self._key or self._side.form is not None or not ord("A") <= key <= ord("Z"):
            return False
        self._with_panel(lambda panel: panel.press(key))
        return True

    def enter(self) -> None:
        """Move the focus to what can be done with what is chosen."""
        self._with_panel(self._focus)

    def ask_why_cancelled(self) -> None:
        """Open the form that cancels the chosen visit, where it can be cancelled."""
        self._with_panel(lambda panel: panel.press(ord(visit_panel.KEYS[visit_panel.CANCEL])))

    def open_visit_form(self, day: date, time: str = "") -> None:
        """Begin a visit outside the rules; ``time`` is HH:MM."""
        self.forms.new_visit(self._choices, day, time, self.data.counsellor_id)

    def open_activity_form(self, day: date, time: str) -> None:
        """Begin an activity; ``time`` is HH:MM."""
        self.activity_forms.new(self._choices, day, time, self.data.counsellor_id)

    def set_choices(self, choices: PlanChoices) -> None:
        """Offer these in the forms, also in one that is open already."""
        first, self._choices = not self._choices_known, choices
        self._choices_known = True
        self.forms.set_choices(choices)
        if first:
            self.forms.bring_back(choices)
        activity = self.data.activity(self._key)
        if activity is not None:
            self._show_activity(activity)

    def move(self, key: str, day: date, time: str) -> None:
        """Move what was dropped on another day or time (HH:MM)."""
        visit = self.data.visit(key)
        activity = self.data.activity(key)
        if visit is not None:
            self.changes.move(visit, day, time)
        elif activity is not None:
            self.changes.move_activity(activity, day, time)

    def leave(self) -> None:
        """Keep a promise or a new visit that is being typed."""
        self.forms.visit_draft.flush()
        form = self._side.form
        if isinstance(form, FollowUpForm) and form.is_changed:
            form.save()

    def accept(self, visit: PlannedVisit) -> None:
        """Move a visit to the day that the plan proposes."""
        if visit.proposal is not None:
            self.changes.move(visit, visit.proposal)

    def _show_visit(self, details: VisitDetails | None) -> None:
        if details is None or details.visit.id != self._key:
            return
        warning = self._warning()
        panel = self._side.details
        if not isinstance(panel, VisitPanel) or not panel.shows(details, warning):
            panel = VisitPanel(self._services, details, warning)
            panel.asked.connect(self._act)
            panel.visit_asked.connect(self._go_to)
            panel.correct_asked.connect(self._correct)
            self._side.show_details(panel)
        self._call_waiting(panel)

    def _show_activity(self, activity: Activity) -> None:
        names, warning = self._choices.names(), self._warning()
        panel = self._side.details
        if not isinstance(panel, ActivityPanel) or not panel.shows(activity, names, warning):
            panel = ActivityPanel(self._services, activity, names, warning)
            panel.asked.connect(lambda action: self._act_on(activity, action))
            self._side.show_details(panel)
        self._call_waiting(panel)

    def _warning(self) -> str:
        """Return what is wrong with what is chosen, in words."""
        return " ".join(
            self._services.words(conflict.text)
            for conflict in self.data.conflicts
            if self._key in conflict.visits
        )

    def _call_waiting(self, panel: DetailsPanel) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting(panel)

    def _focus(self, panel: DetailsPanel) -> None:
        panel.focus_action("")
        self.entered.emit()

    def _with_panel(self, call: Callable[[DetailsPanel], object]) -> None:
        """Call with the panel of what is chosen, now or when it has been read."""
        panel = self._side.details
        if panel is not None and panel.key == self._key:
            call(panel)
        else:
            self._waiting = call

    def _act(self, action: str) -> None:
        panel = self._side.details
        assert isinstance(panel, VisitPanel), "only the panel of a visit asks for anything"
        acts: dict[str, Callable[[PlannedVisit], None]] = {
            visit_panel.START: self.changes.start,
            visit_panel.END: self.changes.end,
            visit_panel.REINSTATE: self.changes.reinstate,
            visit_panel.ACCEPT: self.accept,
            visit_panel.HOLD: self.forms.hold,
            visit_panel.MOVE: self.forms.move,
            visit_panel.CANCEL: self.forms.cancel,
            visit_panel.ASSIGN: self._assign,
            visit_panel.RULE: self._see_rule,
            visit_panel.INQUIRIES: self._see_inquiries,
            visit_panel.PROMISE: self.promise_forms.new,
        }
        acts[action](panel.visit)

    def _act_on(self, activity: Activity, action: str) -> None:
        forms = self.activity_forms
        if action == activity_panel.HOLD:
            forms.hold(activity)
        elif action == activity_panel.CANCEL:
            forms.cancel(activity)
        elif action == activity_panel.EDIT:
            forms.edit(self._choices, activity)
        elif action == activity_panel.REINSTATE:
            forms.changes.reinstate(activity)
        elif action == activity_panel.DELETE:
            forms.changes.delete(activity, lambda _: self.left.emit())

    def _correct(self, promise: Promise, comment: bool) -> None:
        self.promise_forms.correct(promise, self._key, comment=comment)

    def _go_to(self, key: str) -> None:
        details = self._side.details
        if isinstance(details, VisitPanel):
            around = (details.details.before, details.details.after)
            found = next((each for each in around if each is not None and each.id == key), None)
            if found is not None:
                self.arranged.emit(key, found.day)

    def _assign(self, visit: PlannedVisit) -> None:
        self.forms.assign(visit, self.data.counsellors)

    def _see_rule(self, visit: PlannedVisit) -> None:
        series_id = visit.series_id or RecordId("")
        self._services.go("workplaces", ShowRules(visit.workplace_id, series_id))

    def _see_inquiries(self, visit: PlannedVisit) -> None:
        wanted = InquiryFilter(first=visit.day, last=visit.day, workplace_id=visit.workplace_id)
        self._services.go("inquiries", ListInquiries(wanted))
