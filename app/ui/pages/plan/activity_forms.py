"""The forms of activities in the panel of the plan."""

from datetime import date

from PySide6.QtCore import QObject

from app.models.plan_types import Activity, ActivityKind
from app.models.types import RecordId
from app.ui.pages.plan.activity_changes import ActivityChanges
from app.ui.pages.plan.activity_form import ActivityForm
from app.ui.pages.plan.activity_held_form import ActivityHeldForm
from app.ui.pages.plan.cancel_form import CancelForm
from app.ui.pages.plan.forms import PlanForms
from app.ui.pages.plan.reading import PlanChoices
from app.ui.services import Services


class ActivityForms(QObject):
    """Opens the forms of activities where :class:`PlanForms` opens those of visits."""

    def __init__(self, services: Services, forms: PlanForms) -> None:
        super().__init__(forms)
        self._services = services
        self._forms = forms
        self.changes = ActivityChanges(services)

    def new(self, choices: PlanChoices, day: date, time: str, who: RecordId) -> None:
        """Begin an activity; ``time`` is HH:MM."""
        counsellors = (who,) if who else ()
        self.edit(
            choices,
            Activity(
                date=day, time=time, kind=ActivityKind.TALK_LIAISON, counsellor_ids=counsellors
            ),
        )

    def edit(self, choices: PlanChoices, activity: Activity) -> None:
        """Correct an activity."""
        form = ActivityForm(self._services, choices, activity)

        def stored(saved: Activity) -> None:
            self._forms.arrive(form, saved.id, saved.date)

        form.entered.connect(
            lambda entered: self.changes.save(entered, stored, self._forms.failed(form))
        )
        self._forms.open(form, activity.id)

    def hold(self, activity: Activity) -> None:
        """Ask how many took part."""
        form = ActivityHeldForm(self._services, activity)
        form.held.connect(
            lambda participants: self.changes.hold(
                activity, participants, lambda _: self._forms.done(form), self._forms.failed(form)
            )
        )
        self._forms.open(form, activity.id)

    def cancel(self, activity: Activity) -> None:
        """Ask why an activity is cancelled."""
        form = CancelForm(self._services, activity)
        form.cancelled.connect(
            lambda reason: self.changes.cancel(
                activity, reason, lambda _: self._forms.done(form), self._forms.failed(form)
            )
        )
        self._forms.open(form, activity.id)
