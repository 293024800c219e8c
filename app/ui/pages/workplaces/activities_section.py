"""The last activities for a workplace; each opens in the plan."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.plan_types import Activity
from app.models.types import RecordId
from app.models.words import short_date
from app.ui.pages.plan import words
from app.ui.pages.plan.target import ShowActivity
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em

_MOST = 5


class ActivitiesSection(Card):
    """Hidden where there are none."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Aktiviteter"))
        self._services = services
        self._workplace = RecordId("")
        self._shown: tuple[Activity, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(em(self, 0.29))
        self.body.addLayout(self._lines)
        self.hide()

    def show_workplace(self, workplace_id: RecordId) -> None:
        """Show the last activities for a workplace, read again; no id shows nothing."""
        if workplace_id != self._workplace:
            self._workplace = workplace_id
            self._show(())
        if workplace_id:
            self._services.runner.run(
                lambda store: store.activities.of_workplace(workplace_id)[:_MOST],
                lambda found: self._show(found) if workplace_id == self._workplace else None,
                key="workplace.activities",
            )

    def _show(self, activities: tuple[Activity, ...]) -> None:
        if activities != self._shown:
            self._shown = activities
            drop_widgets(self._lines)
            for each in activities:
                line = self._line(each)
                self._lines.addWidget(line, 0, Qt.AlignmentFlag.AlignLeft)
                line.show()
        self.setVisible(bool(activities))

    def _line(self, activity: Activity) -> QWidget:
        said = self._services.words
        told = (
            short_date(activity.date),
            words.activity_title(said, activity),
            words.activity_state(said, activity),
            "" if activity.participants is None else words.participants(activity.participants),
        )
        made = button(" · ".join(part for part in told if part), "link", elided=True)
        made.setToolTip(made.text())
        made.clicked.connect(
            lambda: self._services.go("plan", ShowActivity(activity.id, activity.date))
        )
        return made
