"""A visit outside the rules."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models import planning
from app.models.plan import USUAL_MINUTES
from app.models.rules import is_length
from app.models.store import Store
from app.models.typed_dates import parse_date
from app.models.types import RecordId, Shift, Visit
from app.models.visit_drafts import VisitDraft
from app.models.words import SHIFTS, short_date
from app.ui.pages.plan.found_again import FoundAgain
from app.ui.pages.plan.length_field import LengthField
from app.ui.pages.plan.panel_form import PanelForm
from app.ui.pages.plan.place_filter import PlaceFilter
from app.ui.pages.plan.reading import PlanChoices, PlanPlace
from app.ui.pages.plan.time_field import TimeField
from app.ui.pages.workplaces.counsellors_field import CounsellorsField
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField


class VisitForm(PanelForm):
    """Sends ``planned(job, day)``: what plans the visit in a store, and the day that it is on.

    ``who`` goes there at first; where it is empty, the counsellor in use does. ``typed`` is sent when
    anything was entered, ``begun_anew`` when what was found again is not wanted.
    """

    planned = Signal(object, object)
    typed = Signal()
    begun_anew = Signal()

    def __init__(
        self,
        services: Services,
        choices: PlanChoices,
        day: date,
        time: str,
        who: RecordId,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, "", parent)
        self.set_heading(self.tr("Nyt fremmøde"), self.tr("Gem"))
        self._places: tuple[PlanPlace, ...] = ()
        self._proposed_room = ""
        self._who = who
        self._kept: VisitDraft | None = None
        self.was_typed_in = False
        self.found = FoundAgain()
        self.fields.addWidget(self.found)
        self.place = PlaceFilter(self.tr("Arbejdsplads"), self.tr("Skriv en arbejdsplads"))
        self.day = DateField(
            self.tr("Dato"), lambda text: parse_date(text, services.today()), required=True
        )
        self.day.set_value(day)
        self.time = TimeField(self.tr("Klokken"), time)
        self.length = LengthField(USUAL_MINUTES)
        self.shift = Choice(
            self.tr("Vagt"), [(key.value, services.words(text)) for key, text in SHIFTS.items()]
        )
        self.room, self.remark = QLineEdit(), QLineEdit()
        self.address = Choice(self.tr("Adresse"), ())
        self.counsellors = CounsellorsField()
        self._add_rows()
        self.place.changed.connect(self._show_where)
        self.found.activated.connect(self._answer_found)
        self.set_choices(choices)
        self._empty = self.draft()
        self._tell_when_typed()

    def set_choices(self, choices: PlanChoices) -> None:
        """Offer these workplaces and counsellors; what was chosen stays chosen."""
        self._places = choices.places
        self.place.set_places(choices.places)
        begun = bool(self.counsellors.value())
        self.counsellors.set_counsellors([each for each in choices.counsellors if each.active])
        if not begun:
            self.counsellors.set_value([self._who or choices.me])

    def first_field(self) -> QWidget:
        """Return the workplace."""
        return self.place.line

    def draft(self) -> VisitDraft:
        """Return what stands in the fields; a day that was typed as "i morgen" as the day that it is."""
        typed = self.day.line.text()
        day = parse_date(typed, self.services.today())
        return VisitDraft(
            workplace_id=self.place.workplace_id(),
            day=typed if day is None else short_date(day),
            time=self.time.text(),
            minutes=self.length.line.text(),
            room=self.room.text(),
            address=self.address.value(),
            shift=self.shift.value(),
            counsellor_ids=self.counsellors.value(),
            remark=self.remark.text(),
        )

    def take_up(self, draft: VisitDraft) -> None:
        """Go on with what was typed before; it can be put away."""
        self._fill(draft)
        self._kept, self.was_typed_in = None, True
        self.found.say(self.tr("Her er det, du ikke nåede at gemme."), self.tr("Begynd forfra"))

    def offer(self, draft: VisitDraft) -> None:
        """Offer what was typed before and left, unless something else is being typed already."""
        if not self.was_typed_in:
            self._kept = draft
            self.found.say(
                self.tr("Du har et nyt fremmøde, der ikke er gemt."), self.tr("Fortsæt med det")
            )

    def save(self) -> None:
        """Send the visit, or say what is missing."""
        day = self.day.value() if self.day.take_typed() else None
        if day is None:
            self.day.line.setFocus()  # the field says itself what is wrong
            return
        problems = self._problems()
        self.say(problems)
        if not problems:
            self.planned.emit(self._job(day), day)

    def _add_rows(self) -> None:
        add = self.grid.add_row
        add("workplace_id", self.tr("Arbejdsplads"), self.place)
        add("date", self.tr("Dato"), self.day, self.tr("Fx 2711, +7 eller i morgen."))
        add("time", self.tr("Klokken"), self.time)
        add("minutes", self.tr("Minutter"), self.length)
        add("room", self.tr("Sted"), self.room, self.tr("Fx kantinen, lokale 2."))
        add("address", self.tr("Adresse"), self.address)
        add("shift", self.tr("Vagt"), self.shift)
        add("counsellor_ids", self.tr("Vejledere"), self.counsellors)
        add("remark", self.tr("Bemærkning"), self.remark)
        self.grid.set_row_visible("address", visible=False)

    def _tell_when_typed(self) -> None:
        lines = (self.day.line, self.time, self.room, self.remark)
        for edited in (line.textEdited for line in lines):
            edited.connect(self._note_typed)
        self.length.line.textChanged.connect(self._note_typed)
        for chosen in (self.place.changed, self.counsellors.changed):
            chosen.connect(self._note_typed)
        for choice in (self.shift, self.address):
            choice.chosen.connect(self._note_typed)

    def _note_typed(self) -> None:
        self.was_typed_in = True
        self.typed.emit()

    def _fill(self, draft: VisitDraft) -> None:
        self.place.choose(draft.workplace_id)
        self.day.line.setText(draft.day)
        self.day.take_typed()
        self.time.setText(draft.time)
        self.length.line.setText(draft.minutes)
        self.shift.set_value(draft.shift)
        self.room.setText(draft.room)
        self.address.set_value(draft.address)
        self.counsellors.set_value(draft.counsellor_ids)
        self.remark.setText(draft.remark)

    def _answer_found(self) -> None:
        """Go on with what was left, or throw away what was found."""
        if self._kept is not None:
            self.take_up(self._kept)
        else:
            self._fill(self._empty)
            self.found.hide()
            self.was_typed_in = False
            self.begun_anew.emit()
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _problems(self) -> dict[str, str]:
        """Return what is wrong by field; what is fine is left out."""
        said = {
            "workplace_id": "" if self.place.workplace_id() else self.tr("Vælg en arbejdsplads."),
            "time": "" if self.time.time() else self.tr("Skriv et klokkeslæt, fx 9.30."),
            "minutes": ""
            if is_length(self.length.value())
            else self.tr("Et fremmøde varer mellem 1 minut og 24 timer."),
            "counsellor_ids": ""
            if self.counsellors.value()
            else self.tr("Vælg mindst én vejleder."),
        }
        return {name: text for name, text in said.items() if text}

    def _job(self, day: date) -> Callable[[Store], Visit]:
        workplace_id, address = self.place.workplace_id(), self.address.value()
        time, minutes = self.time.time(), self.length.value()
        shift, counsellor_ids = Shift(self.shift.value()), self.counsellors.value()
        room, remark = self.room.text().strip(), self.remark.text().strip()
        return lambda store: planning.plan_visit(
            store,
            workplace_id=workplace_id,
            day=day,
            time=time,
            minutes=minutes,
            counsellor_ids=counsellor_ids,
            shift=shift,
            room=room,
            address=address,
            remark=remark,
        )

    def _show_where(self) -> None:
        """Propose the usual room of the workplace, unless another one was typed."""
        chosen = self.place.workplace_id()
        place = next((each for each in self._places if each.id == chosen), None)
        room, addresses = (place.room, place.addresses) if place else ("", ())
        if self.room.text().strip() in ("", self._proposed_room):
            self.room.setText(room)
            self.room.setCursorPosition(0)
        self._proposed_room = room
        several = len(addresses) > 1
        self.address.set_options([(each, each) for each in addresses] if several else ())
        self.grid.set_row_visible("address", visible=several)
