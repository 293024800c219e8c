"""Who it is: anonymous or registered, found while typing, recognised when here before."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.models.recognition import KnownPerson
from app.models.registration import InquiryDraft
from app.models.types import Identity, RecordId
from app.ui.pages.register.about_person import AboutPerson
from app.ui.pages.register.code_word import AnonymousRow
from app.ui.pages.register.identity_fields import NOBODY, fields_of, is_phone
from app.ui.pages.register.marking import mark
from app.ui.pages.register.people_lookup import PeopleLookup
from app.ui.pages.register.person_row import PersonRow
from app.ui.pages.register.recognition_line import RecognitionLine
from app.ui.services import Services
from app.ui.widgets.measure import em


class IdentityPanel(QWidget):
    """Identity, person, and what is told about the person.

    ``changed`` carries the fields of the draft that a person changed. Typing a name registers;
    an empty field is anonymous. ``next_wanted`` is sent when Enter says that this part is done,
    ``recent_wanted`` when the persons seen last shall be listed.
    """

    changed = Signal(object)
    next_wanted = Signal()
    recent_wanted = Signal()

    def __init__(self, services: Services, draft: InquiryDraft) -> None:
        super().__init__()
        self._draft = draft
        self._known: KnownPerson | None = None
        self._likely: KnownPerson | None = None
        self._set_aside: tuple[InquiryDraft, KnownPerson | None] | None = None
        self._chose_registered = self._typed_phone = self.declared_new = False
        self._take_when_found = ""
        self.labels: Mapping[str, str] = {}
        self.lookup = PeopleLookup(services.runner, self)
        self.who = PersonRow(self.lookup.find)
        self.kind, self.person, self.recent = self.who.kind, self.who.person, self.who.recent
        self.about = AboutPerson(services)
        self.anonymous = AnonymousRow(services.runner)
        self.line = RecognitionLine()
        self._lay_out()
        self._connect()
        self.show_draft(draft)

    def show_draft(self, draft: InquiryDraft, known: KnownPerson | None = None) -> None:
        """Show a draft, and the person that it names if that is a known one."""
        self._draft, self._known = draft, known
        self._set_aside, self._take_when_found = None, ""
        self._typed_phone = self.declared_new = False
        self._chose_registered = draft.identity is Identity.REGISTERED and not draft.name
        self.lookup.forget()
        self.person.set_text(draft.name)
        self.about.forget()
        self._refresh()

    def choose(self, known: KnownPerson) -> None:
        """Say that the contact is with this known person."""
        self._known = known
        self.person.set_text(known.person.name)
        self.about.forget()
        self._change(fields_of(known))
        self._refresh()

    def show_likely(self, people: tuple[KnownPerson, ...]) -> None:
        """Ask, in passing, whether the new person is one of these."""
        if not self.is_new_person or self.declared_new:
            return
        self._likely = people[0] if people else None
        self._refresh_line(len(people) - 1)

    @property
    def known(self) -> KnownPerson | None:
        """The known person whom the contact is with."""
        return self._known

    def open_hit(self) -> KnownPerson | None:
        """Return the person marked in the list, if that is open and nobody was taken."""
        if self._known is not None or not self.person.is_open:
            return None
        return self.lookup.person(RecordId(self.person.hits.current_key()))

    def say_problem(self, text: str) -> None:
        """Say what is wrong with the person."""
        self.line.say(text, "error")
        mark(self.person.line, text)

    def show_recent(self, workplace_id: RecordId | None) -> None:
        """List the persons seen last at a workplace."""
        self.focus()
        self.lookup.find_recent(workplace_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """List the persons seen last with Down in the empty field."""
        if event.key() == Qt.Key.Key_Down and self.person.line.hasFocus():
            self.recent_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focus(self) -> None:
        """Go to the field in which everything begins."""
        self.person.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_new_person(self) -> bool:
        """Whether somebody is being registered who is not known yet."""
        registered = self._draft.identity is Identity.REGISTERED
        known = self._known is not None or self._draft.person_id is not None
        return registered and not known and bool(self._draft.name or self._draft.phone)

    def _lay_out(self) -> None:
        # Of an anonymous person one can only be told what the line knows of a registered one.
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(em(self, 0.71))
        self._below.addWidget(self.anonymous)
        self._below.addWidget(self.line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.28))
        column.addWidget(self.who)
        column.addWidget(self.about)
        column.addLayout(self._below)
        column.addStretch(1)

    def _connect(self) -> None:
        self.kind.changed.connect(self._kind_chosen)
        self.person.edited.connect(self._typed)
        self.person.chosen.connect(self._hit_chosen)
        self.person.submitted.connect(self._submitted)
        self.person.line.returnPressed.connect(self.next_wanted)
        self.recent.clicked.connect(self.recent_wanted)
        for part in (self.about, self.anonymous):
            part.changed.connect(self._change)
            part.next_wanted.connect(self.next_wanted)
        self.anonymous.recognised.connect(self._refresh_line)
        self.about.correcting.connect(self._correct)
        self.lookup.found.connect(self._found)
        self.line.accepted.connect(self._accept)
        self.line.refused.connect(self._refuse)

    def _change(self, fields: dict[str, Any]) -> None:
        self._draft = replace(self._draft, **fields)
        self.changed.emit(fields)

    def _typed(self, text: str) -> None:
        told = text.strip()
        mark(self.person.line, "")
        if self._draft.correct_person:
            self._change({"name": told})
            return
        by_phone = is_phone(told)
        fields: dict[str, Any] = dict(NOBODY) if self._known is not None else {}
        if by_phone or self._typed_phone:
            fields["phone"] = told if by_phone else ""
        fields["name"] = "" if by_phone else told
        registered = bool(told) or self._chose_registered
        fields["identity"] = Identity.REGISTERED if registered else Identity.ANONYMOUS
        self._known = self._likely = None
        self._typed_phone, self.declared_new = by_phone, False
        self._change(fields)
        self._refresh()

    def _hit_chosen(self, key: str) -> None:
        known = self.lookup.person(RecordId(key))
        if known is not None:
            self.choose(known)

    def _submitted(self, text: str) -> None:
        if self._known is not None:
            self.next_wanted.emit()
        elif self.lookup.is_waiting(text):
            self._take_when_found = text
        elif self._typed_phone:
            # The number stays as the phone; the field is free for the name.
            self._typed_phone, self._chose_registered = False, True
            self.person.clear()
            self.line.say(self.tr("Ny person: skriv navnet."), "warn")
        else:
            self.about.gender.focus()

    def _found(self, text: str) -> None:
        if text != self.person.text() or not self.person.line.hasFocus():
            return
        if not text:
            self.person.offer(self.lookup.hits())
            return
        self.person.refresh()
        if self._take_when_found == text:
            self._take_when_found = ""
            hits = self.lookup.hits()
            if len(hits) == 1:
                self.person.close_list()
                self._hit_chosen(hits[0].key)
            elif not hits:
                self._submitted(text)

    def _kind_chosen(self, key: str) -> None:
        identity = Identity(key)
        fields: dict[str, Any] = {"identity": identity}
        self._chose_registered = identity is Identity.REGISTERED
        if identity is Identity.ANONYMOUS:
            self._set_aside = (self._draft, self._known)
            self._known = None
            fields |= NOBODY
        elif self._set_aside is not None:
            before, self._known = self._set_aside
            fields |= {name: getattr(before, name) for name in NOBODY}
        self._change(fields)
        self.person.set_text(self._draft.name)
        self._refresh()

    def _correct(self) -> None:
        self._change({"correct_person": True})
        self._refresh()
        self.about.gender.focus()

    def _accept(self) -> None:
        if self._likely is not None:
            self.choose(self._likely)
            self.focus()
        elif self.anonymous.linked is not None:
            self.lookup.find_known(self.anonymous.linked, self.choose)
            self.focus()

    def _refuse(self) -> None:
        self.anonymous.stay_anonymous()
        self.declared_new, self._likely = True, None
        self._refresh_line()
        self.focus()

    def _refresh(self) -> None:
        self.kind.set_value(self._draft.identity)
        self.about.show_draft(self._draft, self._known)
        self.anonymous.show_draft(self._draft)
        for part in (self.who, self.about):
            part.setVisible(not self._draft.of_erased)
        mark(self.person.line, "")
        self._refresh_line()

    def _refresh_line(self, others: int = 0) -> None:
        linked = self.anonymous.linked is not None
        # A question with two answers has no room beside the field of the code word.
        side = QBoxLayout.Direction
        self._below.setDirection(side.TopToBottom if linked else side.LeftToRight)
        if self._draft.of_erased:
            self.line.say(self.tr("Slettet person. Kun det, der tælles, er tilbage."))
        elif self._draft.correct_person:
            self.line.say(self.tr("Rettelserne gælder alle personens henvendelser."))
        elif self._known is not None:
            self.line.greet(self._known, self.labels)
        elif self._likely is not None:
            self.line.ask_same(self._likely, others)
        elif self.is_new_person:
            self.line.say(self.tr("Ny person"))
        elif linked:
            self.line.ask_linked(self.anonymous.greeting())
        else:
            self.line.say(self.anonymous.greeting(), "good")
