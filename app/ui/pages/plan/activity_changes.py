"""What is done with activities from the plan: each is one step that Fortryd takes back."""

from collections.abc import Callable

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.models.plan_types import Activity, ActivityStatus
from app.models.store import Store
from app.ui.services import Services

translate = QCoreApplication.translate

Done = Callable[[Activity], None]
Failed = Callable[[Exception], None]


class ActivityChanges:
    """``done`` is called afterwards with the stored activity, ``failed`` instead of a notice."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def save(self, activity: Activity, done: Done, failed: Failed) -> None:
        """Store a new activity, or one that was corrected."""
        if activity.id:
            label = translate("Plan", "Aktiviteten er rettet")
            self._run(label, lambda store: store.activities.change(activity), done, failed)
        else:
            label = translate("Plan", "Aktiviteten er gemt")
            self._run(label, lambda store: store.activities.add(activity), done, failed)

    def hold(
        self, activity: Activity, participants: int | None, done: Done, failed: Failed
    ) -> None:
        """Record that an activity was held, and with how many."""
        held = replace(activity, status=ActivityStatus.HELD, participants=participants)
        label = translate("Plan", "Aktiviteten er noteret som holdt")
        self._run(label, lambda store: store.activities.change(held), done, failed)

    def cancel(self, activity: Activity, reason: str, done: Done, failed: Failed) -> None:
        """Cancel an activity."""
        cancelled = replace(activity, status=ActivityStatus.CANCELLED, reason=reason)
        label = translate("Plan", "Aktiviteten er aflyst")
        self._run(label, lambda store: store.activities.change(cancelled), done, failed)

    def reinstate(self, activity: Activity) -> None:
        """Plan a cancelled activity again."""
        planned = replace(activity, status=ActivityStatus.PLANNED, reason="")
        label = translate("Plan", "Aktiviteten er genoptaget")
        self._run(label, lambda store: store.activities.change(planned))

    def delete(self, activity: Activity, done: Done) -> None:
        """Delete an activity."""
        label = translate("Plan", "Aktiviteten er slettet")
        self._run(label, lambda store: store.activities.delete(activity.id), done)

    def _run(
        self,
        label: str,
        job: Callable[[Store], Activity],
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        self._services.commands.run(label, job, done, failed)
