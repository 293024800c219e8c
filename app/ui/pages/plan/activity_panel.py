"""An activity of the plan."""

from PySide6.QtWidgets import QWidget

from app.models.plan_types import Activity
from app.models.plan_words import ACTIVITY_KINDS, ACTIVITY_STATES, time_span
from app.models.recurrence import local_end, local_start
from app.models.topics import topic_label
from app.ui.pages.plan import words
from app.ui.pages.plan.details_panel import DetailsPanel
from app.ui.pages.plan.facts import fact_list, plain
from app.ui.services import Services


class ActivityPanel(DetailsPanel):
    """Shows one activity."""

    def __init__(self, services: Services, activity: Activity, parent: QWidget | None = None):
        translated = services.words
        title = words.activity_title(translated, activity)
        spoken = words.spoken_activity(translated, activity)
        super().__init__(activity.id, title, spoken, parent)
        self.activity = activity
        begins = local_start(activity.date, activity.time)
        day = words.long_date(translated, activity.date)
        span = time_span(begins, local_end(begins, activity.minutes))
        told = translated(ACTIVITY_STATES[activity.status])
        many = activity.participants
        self.body.addWidget(plain(f"{day[:1].upper()}{day[1:]}, {span}"))
        self.body.addWidget(plain(told, "caption"))
        self.body.addWidget(
            fact_list(
                self,
                (
                    (self.tr("Slags"), translated(ACTIVITY_KINDS[activity.kind])),
                    (self.tr("Sted"), activity.place),
                    (self.tr("Deltagere"), "" if many is None else str(many)),
                    (
                        self.tr("Emner"),
                        ", ".join(translated(topic_label(t)) for t in activity.topics),
                    ),
                    (self.tr("Begrundelse"), activity.reason),
                    (self.tr("Bemærkning"), activity.remark),
                ),
            )
        )
        self.body.addStretch(1)
