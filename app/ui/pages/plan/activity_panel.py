"""An activity of the plan, and what can be done with it."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.models.plan_types import Activity, ActivityStatus
from app.models.plan_words import ACTIVITY_KINDS, time_span
from app.models.recurrence import local_end, local_start
from app.models.topics import topic_label
from app.models.types import RecordId
from app.ui.pages.plan import words
from app.ui.pages.plan.details_panel import Action, DetailsPanel
from app.ui.pages.plan.facts import fact_list, plain
from app.ui.services import Services
from app.ui.widgets.notice import Notice

HOLD, CANCEL, REINSTATE, EDIT, DELETE = "hold", "cancel", "reinstate", "edit", "delete"
"""What can be asked for with :attr:`ActivityPanel.asked`."""

_KEYS = {HOLD: "B", CANCEL: "A", REINSTATE: "H", EDIT: "R", DELETE: "L"}
_ROLES = {ActivityStatus.HELD: "good"}


def possible(activity: Activity, now: datetime) -> tuple[str, ...]:
    """Return what can be done with an activity now, the likeliest first."""
    if activity.status is ActivityStatus.HELD:
        return (EDIT, DELETE)
    if activity.status is ActivityStatus.CANCELLED:
        return (REINSTATE, EDIT, DELETE)
    has_begun = local_start(activity.date, activity.time) <= now
    return (HOLD, CANCEL, EDIT, DELETE) if has_begun else (EDIT, CANCEL, DELETE)


class ActivityPanel(DetailsPanel):
    """Shows one activity; ``names`` are those of workplaces and counsellors.

    ``asked`` carries one of the constants of this module.
    """

    def __init__(
        self,
        services: Services,
        activity: Activity,
        names: Mapping[RecordId, str],
        warning: str,
        parent: QWidget | None = None,
    ) -> None:
        translated = services.words
        title = words.activity_title(translated, activity)
        spoken = words.spoken_activity(translated, activity)
        super().__init__(activity.id, title, spoken, parent)
        self._services = services
        self._shown = (activity, names, warning)
        self.activity = activity
        begins = local_start(activity.date, activity.time)
        day = words.long_date(translated, activity.date)
        span = time_span(begins, local_end(begins, activity.minutes))
        told = words.activity_state(translated, activity)
        self.body.addWidget(plain(f"{day[:1].upper()}{day[1:]}, {span}"))
        self.body.addWidget(
            plain(told[:1].upper() + told[1:], _ROLES.get(activity.status, "caption"))
        )
        if warning:
            self.body.addWidget(Notice(warning, "warn"))
        self.body.addWidget(fact_list(self, self._facts(services, names)))
        texts = self._texts()
        actions = possible(activity, services.clock())
        self.add_actions([Action(name, _KEYS[name], texts[name]) for name in actions])
        self.body.addStretch(1)

    def shows(self, activity: Activity, names: Mapping[RecordId, str], warning: str) -> bool:
        """Tell whether this is what the panel shows already."""
        actions = possible(activity, self._services.clock())
        return (activity, names, warning) == self._shown and actions == tuple(self.buttons)

    def _facts(
        self, services: Services, names: Mapping[RecordId, str]
    ) -> tuple[tuple[str, str], ...]:
        activity, translated = self.activity, services.words
        many = activity.participants
        kind = translated(ACTIVITY_KINDS[activity.kind]) if activity.title else ""
        return (
            (self.tr("Slags"), kind),
            (self.tr("Sted"), activity.place),
            (self.tr("Arbejdspladser"), _listed(activity.workplace_ids, names)),
            (self.tr("Vejledere"), _listed(activity.counsellor_ids, names)),
            (self.tr("Deltagere"), "" if many is None else str(many)),
            (
                self.tr("Emner"),
                ", ".join(translated(topic_label(code)) for code in activity.topics),
            ),
            (self.tr("Bemærkning"), activity.remark),
        )

    def _texts(self) -> dict[str, str]:
        return {
            HOLD: self.tr("Blev holdt"),
            CANCEL: self.tr("Aflys"),
            REINSTATE: self.tr("Genoptag"),
            EDIT: self.tr("Ret"),
            DELETE: self.tr("Slet"),
        }


def _listed(ids: tuple[RecordId, ...], names: Mapping[RecordId, str]) -> str:
    return ", ".join(names[each] for each in ids if each in names)
