"""One activity of the day: how many took part is all that has to be told."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from app.models.plan_types import Activity, ActivityStatus
from app.models.plan_words import ACTIVITY_KINDS, ACTIVITY_STATES, time_span
from app.models.recurrence import local_span
from app.ui.pages.plan import words as plan_words
from app.ui.pages.plan.facts import plain
from app.ui.pages.today.day_block import DayBlock
from app.ui.services import Services
from app.ui.theme import restyle
from app.ui.widgets.measure import announce, em, label

PARTICIPANTS, HELD, SHOW = "participants", "held", "show"
_MOST_DIGITS = 5


class ActivityBlock(DayBlock):
    """``held(participants)`` is sent with a number, or None where nobody counted.

    ``shown`` asks for the day in the plan.
    """

    held = Signal(object)
    shown = Signal()

    def __init__(self, services: Services, activity: Activity) -> None:
        super().__init__(activity.id, activity)
        self.activity = activity
        self.spoken = plan_words.spoken_activity(services.words, activity)
        self.setAccessibleName(self.spoken)
        self._show_activity(services)
        self.participants = QLineEdit()
        self.problem = label("", "error", wrap=True)
        self.problem.hide()
        if activity.status is ActivityStatus.PLANNED:
            self._ask_for_participants()
        self.add_button(
            SHOW,
            self.tr("Vis i planen"),
            name=self.tr("Vis i planen: {activity}").format(activity=self.spoken),
            icon="plan",
        ).clicked.connect(self.shown)
        self.buttons.addStretch(1)

    def _show_activity(self, services: Services) -> None:
        activity, translated = self.activity, services.words
        times = time_span(*local_span(activity.date, activity.time, activity.minutes))
        self.first.addWidget(label(times, "strong"))
        self.first.addWidget(label(self.tr("Aktivitet"), "caption"))
        self.first.addStretch(1)
        title = plan_words.activity_title(translated, activity)
        self.text.addWidget(plain(title, "strong"))
        kind = translated(ACTIVITY_KINDS[activity.kind]) if activity.title else ""
        where = " · ".join(part for part in (kind, plan_words.activity_detail(activity)) if part)
        if where:
            self.text.addWidget(plain(where, "caption"))
        if activity.status is not ActivityStatus.PLANNED:
            told = translated(ACTIVITY_STATES[activity.status])
            why = f"{told}: {activity.reason}" if activity.reason else told
            self.text.addWidget(plain(why, "caption"))
        self.text.addStretch(1)

    def _ask_for_participants(self) -> None:
        field = self.participants
        field.setPlaceholderText(self.tr("Deltagere"))
        field.setAccessibleName(self.tr("Deltagere: {activity}").format(activity=self.spoken))
        field.setMaxLength(_MOST_DIGITS)
        field.ensurePolished()
        words = field.fontMetrics().horizontalAdvance(field.placeholderText())
        field.setFixedWidth(words + em(self, 2.2))
        field.returnPressed.connect(self._send)
        self.buttons.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
        self.parts[PARTICIPANTS] = field
        self.add_button(
            HELD,
            self.tr("Blev holdt"),
            name=self.tr("Blev holdt: {activity}").format(activity=self.spoken),
        ).clicked.connect(self._send)
        self.text.insertWidget(self.text.count() - 1, self.problem)

    def _send(self) -> None:
        typed = self.participants.text().strip()
        wrong = bool(typed) and not (typed.isascii() and typed.isdigit())
        message = self.tr("Skriv antallet af deltagere som et tal.") if wrong else ""
        self.problem.setText(message)
        self.problem.setVisible(wrong)
        self.participants.setAccessibleDescription(message)
        self.participants.setProperty("invalid", "true" if wrong else "")
        restyle(self.participants)
        if wrong:
            self.participants.setFocus()
            announce(self, message)
        else:
            self.held.emit(int(typed) if typed else None)


def other_activity(services: Services, activity: Activity) -> str:
    """Return the activity of another counsellor in one line."""
    translated = services.words
    parts = (
        time_span(*local_span(activity.date, activity.time, activity.minutes)),
        plan_words.activity_title(translated, activity),
        plan_words.activity_detail(activity),
        translated(ACTIVITY_STATES[activity.status]).lower(),
    )
    return " · ".join(part for part in parts if part)
