"""What is done with the plan from its page: each is one step that Fortryd takes back."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from app.models import planning
from app.models.plan import PlannedVisit, PlanStatus
from app.models.plan_types import Activity
from app.models.store import Store
from app.models.types import RecordId
from app.models.words import short_time
from app.ui.pages.plan.words import date_words
from app.ui.services import Services

translate = QCoreApplication.translate

Done = Callable[[], None]
Failed = Callable[[Exception], None]


class PlanChanges:
    """Changes visits and activities; ``done`` is called afterwards, ``failed`` instead of a notice."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def start(self, visit: PlannedVisit, done: Done | None = None) -> None:
        """Start a visit of today."""
        label = translate("Plan", "Fremmødet er startet")
        self._run(label, lambda store: planning.start_visit(store, visit.id), done)

    def end(self, visit: PlannedVisit, done: Done | None = None) -> None:
        """End a running visit."""
        label = translate("Plan", "Fremmødet er afsluttet")
        self._run(label, lambda store: store.visits.end(visit.id), done)

    def hold(
        self,
        visit: PlannedVisit,
        started: datetime,
        ended: datetime,
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Record that a visit was held from ``started`` to ``ended``."""
        label = translate("Plan", "Fremmødet er noteret som holdt")
        job = _bound(planning.hold_visit, visit.id, started, ended)
        self._run(label, job, done, failed)

    def cancel(
        self,
        visit: PlannedVisit,
        reason: str,
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Cancel a visit."""
        label = translate("Plan", "Fremmødet er aflyst")
        self._run(label, _bound(planning.cancel_visit, visit.id, reason), done, failed)

    def reinstate(self, visit: PlannedVisit, done: Done | None = None) -> None:
        """Let a cancelled or skipped visit be held after all."""
        if visit.status is PlanStatus.SKIPPED:
            label = translate("Plan", "Fremmødet holdes alligevel")
        else:
            label = translate("Plan", "Fremmødet er genoptaget")
        self._run(label, _bound(planning.reinstate_visit, visit.id), done)

    def move(
        self,
        visit: PlannedVisit,
        day: date,
        time: str = "",
        reason: str = "",
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Move a visit to a day and, unless empty, a time (HH:MM)."""

        def job(store: Store) -> object:
            return planning.move_visit(store, visit.id, day, time=time, reason=reason)

        self._run(self._moved(day, time), job, done, failed)

    def assign(
        self,
        visit: PlannedVisit,
        counsellor_ids: Sequence[RecordId],
        done: Done | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Let these counsellors go, the first of them responsible."""
        label = translate("Plan", "Vejlederen er skiftet")
        self._run(label, _bound(planning.assign_visit, visit.id, counsellor_ids), done, failed)

    def move_activity(
        self, activity: Activity, day: date, time: str, done: Done | None = None
    ) -> None:
        """Move an activity to a day and time (HH:MM)."""
        changed = replace(activity, date=day, time=time)
        label = self._moved(day, time, translate("Plan", "Aktiviteten"))
        self._run(label, lambda store: store.activities.change(changed), done)

    def _moved(self, day: date, time: str, what: str = "") -> str:
        what = what or translate("Plan", "Fremmødet")
        words = {"what": what, "date": date_words(self._services.words, day)}
        if not time:
            return translate("Plan", "{what} er flyttet til {date}").format(**words)
        told = translate("Plan", "{what} er flyttet til {date} kl. {time}")
        return told.format(**words, time=short_time(time))

    def _run(
        self,
        label: str,
        job: Callable[[Store], object],
        done: Done | None,
        failed: Failed | None = None,
    ) -> None:
        def finished(_result: object) -> None:
            if done is not None:
                done()

        self._services.commands.run(label, job, finished, failed)


def _bound(change: Callable[..., Any], *values: object) -> Callable[[Store], object]:
    return lambda store: change(store, *values)
