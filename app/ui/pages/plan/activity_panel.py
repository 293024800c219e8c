"""An activity of the plan, and what can be done with it."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.models.plan_types import Activity, ActivityStatus
from app.models.plan_words import ACTIVITY_KINDS, ACTIVITY_STATES, time_span
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
_POSSIBLE = {
    ActivityStatus.PLANNED: (HOLD, CANCEL, EDIT, DELETE),
    ActivityStatus.HELD: (EDIT, DELETE),
    ActivityStatus.CANCELLED: (REINSTATE, EDIT, DELETE),
}
_ROLES = {ActivityStatus.HELD: "good"}


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
        self._shown = (activity, names, warning)
        self.activity = activity
        begins = local_start(activity.date, activity.time)
        day = words.long_date(translated, activity.date)
        span = time_span(begins, local_end(begins, activity.minutes))
        told = translated(ACTIVITY_STATES[activity.status])
        self.body.addWidget(plain(f"{day[:1].upper()}{day[1:]}, {span}"))
        self.body.addWidget(plain(told, _ROLES.get(activity.status, "caption")))
        if warning:
            self.body.addWidget(Notice(warning, "warn"))
        self.body.addWidget(fact_list(self, self._facts(services, names)))
        texts = self._texts()
        self.add_actions(
            [Action(name, _KEYS[name], texts[name]) for name in _POSSIBLE[activity.status]]
        )
        self.body.addStretch(1)

    def shows(self, activity: Activity, names: Mapping[RecordId, str], warning: str) -> bool:
        """Tell whether this is what the panel shows already."""
        return (activity, names, warning) == self._shown

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
            (self.tr("Begrundelse"), activity.reason),
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
