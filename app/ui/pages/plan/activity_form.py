"""A talk or a network meeting: a new one, or one that is corrected."""

from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.plan_types import Activity, ActivityKind, ActivityStatus
from app.models.plan_words import ACTIVITY_KINDS, ACTIVITY_STATES
from app.models.rules import is_length
from app.models.topics import topics
from app.models.typed_dates import parse_date
from app.models.types import RecordId
from app.ui.pages.plan import words
from app.ui.pages.plan.length_field import LengthField
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.participants_field import ParticipantsField
from app.ui.pages.plan.picked_field import PickedField
from app.ui.pages.plan.reading import PlanChoices
from app.ui.pages.plan.time_field import TimeField
from app.ui.pages.workplaces.counsellors_field import CounsellorsField
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.hit import Hit
from app.ui.widgets.segmented import Option, Segmented


class ActivityForm(PanelForm):
    """Sends ``entered(activity)``: the one it was opened with, as it shall be now."""

    entered = Signal(object)

    def __init__(
        self,
        services: Services,
        choices: PlanChoices,
        activity: Activity,
        parent: QWidget | None = None,
    ) -> None:
        about = words.spoken_activity(services.words, activity) if activity.id else ""
        super().__init__(services, about, parent)
        title = self.tr("Ret aktiviteten") if activity.id else self.tr("Ny aktivitet")
        self.set_heading(title, self.tr("Gem"))
        self._activity = activity
        self._make_fields()
        self._add_rows()
        self.day.changed.connect(lambda _: self._offer_topics())
        self.status.changed.connect(lambda _: self._show_what_is_told())
        self._show_activity(choices)

    def set_choices(self, choices: PlanChoices) -> None:
        """Offer these workplaces and counsellors; what was chosen stays chosen."""
        self.workplaces.set_options([Hit(each.id, each.name, each.code) for each in choices.places])
        chosen = self.counsellors.value() or self._activity.counsellor_ids
        self.counsellors.set_counsellors(
            [each for each in choices.counsellors if each.active or each.id in chosen]
        )
        self.counsellors.set_value(chosen or (choices.me,))

    def first_field(self) -> QWidget:
        """Return the kind."""
        return self.kind

    def save(self) -> None:
        """Send the activity, or say what is missing."""
        day = self.day.value() if self.day.take_typed() else None
        if day is None:
            self.day.line.setFocus()  # the field says itself what is wrong
            return
        problems = self._problems()
        self.say(problems)
        if not problems:
            self.entered.emit(self._entered(day))

    def _make_fields(self) -> None:
        services, translated = self.services, self.services.words
        kinds = [(each.value, translated(text)) for each, text in ACTIVITY_KINDS.items()]
        states = [Option(each.value, translated(text)) for each, text in ACTIVITY_STATES.items()]
        self.kind = Choice(self.tr("Slags"), kinds)
        self.title, self.place, self.remark, self.reason = (QLineEdit() for _ in range(4))
        self.day = DateField(
            self.tr("Dato"), lambda text: parse_date(text, services.today()), required=True
        )
        self.time = TimeField(self.tr("Klokken"))
        self.length = LengthField(self._activity.minutes)
        self.workplaces = PickedField(self.tr("Arbejdspladser"), self.tr("Skriv en arbejdsplads"))
        self.topics = PickedField(self.tr("Emner"), self.tr("Skriv et emne"))
        self.counsellors = CounsellorsField()
        self.status = Segmented(self.tr("Status"), states, look="chip")
        self.participants = ParticipantsField(self.tr("Deltagere"))

    def _add_rows(self) -> None:
        add = self.grid.add_row
        add("kind", self.tr("Slags"), self.kind)
        add("title", self.tr("Titel (valgfri)"), self.title)
        add("date", self.tr("Dato"), self.day, self.tr("Fx 2711, +7 eller i morgen."))
        add("time", self.tr("Klokken"), self.time)
        add("minutes", self.tr("Minutter"), self.length)
        add("place", self.tr("Sted"), self.place)
        add("workplace_ids", self.tr("Arbejdspladser"), self.workplaces)
        add("topics", self.tr("Emner"), self.topics)
        add("counsellor_ids", self.tr("Vejledere"), self.counsellors)
        add("status", self.tr("Status"), self.status)
        add("participants", self.tr("Deltagere"), self.participants)
        add("reason", self.tr("Hvorfor aflyst"), self.reason)
        add("remark", self.tr("Bemærkning"), self.remark)

    def _show_activity(self, choices: PlanChoices) -> None:
        activity = self._activity
        self.kind.set_value(activity.kind)
        self.title.setText(activity.title)
        self.day.set_value(activity.date)
        self.time.set_time(activity.time)
        self.place.setText(activity.place)
        self.workplaces.set_value(activity.workplace_ids)
        self.topics.set_value(activity.topics)
        self.status.set_value(activity.status)
        self.participants.set_value(activity.participants)
        self.reason.setText(activity.reason)
        self.remark.setText(activity.remark)
        self.set_choices(choices)
        self._offer_topics()
        self._show_what_is_told()

    def _offer_topics(self) -> None:
        """Offer the topics of the activity's day, and those that it has already."""
        day, translated = self.day.value() or self._activity.date, self.services.words
        kept = self._activity.topics
        self.topics.set_options(
            [
                Hit(topic.code, translated(topic.label))
                for topic in topics()
                if topic.is_valid(day) or topic.code in kept
            ]
        )

    def _show_what_is_told(self) -> None:
        """Ask for participants where some may have come, else for the reason."""
        cancelled = self.status.value() == ActivityStatus.CANCELLED
        self.grid.set_row_visible("participants", visible=not cancelled)
        self.grid.set_row_visible("reason", visible=cancelled)

    def _problems(self) -> dict[str, str]:
        """Return what is wrong by field; what is fine is left out."""
        cancelled = self.status.value() == ActivityStatus.CANCELLED
        lacks_reason = cancelled and not self.reason.text().strip()
        unread = not cancelled and not self.participants.is_valid()
        said = {
            "time": "" if self.time.time() else self.tr("Skriv et klokkeslæt, fx 9.30."),
            "minutes": ""
            if is_length(self.length.value())
            else self.tr("En aktivitet varer mellem 1 minut og 24 timer."),
            "counsellor_ids": ""
            if self.counsellors.value()
            else self.tr("Vælg mindst én vejleder."),
            "participants": self.tr("Skriv et antal, fx 12.") if unread else "",
            "reason": self.tr("Skriv, hvorfor aktiviteten er aflyst.") if lacks_reason else "",
        }
        return {name: text for name, text in said.items() if text}

    def _entered(self, day: date) -> Activity:
        status = ActivityStatus(self.status.value())
        cancelled = status is ActivityStatus.CANCELLED
        return replace(
            self._activity,
            date=day,
            time=self.time.time(),
            minutes=self.length.value(),
            kind=ActivityKind(self.kind.value()),
            status=status,
            title=self.title.text().strip(),
            place=self.place.text().strip(),
            participants=None if cancelled else self.participants.value(),
            topics=self.topics.value(),
            workplace_ids=tuple(RecordId(each) for each in self.workplaces.value()),
            counsellor_ids=self.counsellors.value(),
            reason=self.reason.text().strip() if cancelled else "",
            remark=self.remark.text().strip(),
        )
