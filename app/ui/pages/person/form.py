"""The form in which the master data of a person are corrected."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.consent import CONSENTS, agreed_on
from app.models.typed_dates import parse_birth_year, parse_date
from app.models.types import Gender, Person, RecordId, Workplace
from app.models.words import GENDERS
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField

_ORDER = (Gender.NOT_TOLD, Gender.WOMAN, Gender.MAN, Gender.OTHER)


class PersonForm(InlineForm):
    """``saved`` is sent when the store has the correction, or there was nothing to correct."""

    saved = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__(services, "", "")
        self.set_heading(self.tr("Ret oplysninger"), self.tr("Gem"))
        words = services.words
        self._person: Person | None = None
        self.name, self.birth_year, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.phone.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.gender = Choice(
            self.tr("Køn"), [(gender.value, words(GENDERS[gender])) for gender in _ORDER]
        )
        self.workplace = Choice(self.tr("Arbejdsplads"), [])
        self.grid.add_row("name", self.tr("Navn"), self.name)
        self.grid.add_row("gender", self.tr("Køn"), self.gender)
        self.grid.add_row("birth_year", self.tr("Fødselsår"), self.birth_year)
        self.grid.add_row("phone", self.tr("Telefon"), self.phone)
        self.grid.add_row("workplace_id", self.tr("Arbejdsplads"), self.workplace)
        self.consents = {
            consent: self._day_field(words(text)) for consent, text in CONSENTS.items()
        }
        for consent, text in CONSENTS.items():
            self.grid.add_row(consent.value, words(text), self.consents[consent])

    def begin(self, person: Person, workplaces: Sequence[Workplace]) -> None:
        """Show a person to be corrected."""
        self._person = person
        self.grid.clear_problems()
        nowhere = ("", self.tr("Ingen"))
        self.workplace.set_options([nowhere, *((place.id, place.name) for place in workplaces)])
        self.name.setText(person.name)
        self.gender.set_value(person.gender.value)
        self.birth_year.setText(str(person.birth_year or ""))
        self.phone.setText(person.phone)
        self.workplace.set_value(person.workplace_id or "")
        for consent, field in self.consents.items():
            field.set_value(agreed_on(person, consent))

    def first_field(self) -> QWidget:
        """Return the name."""
        return self.name

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not stored."""
        return self._person is not None and (
            self._told_year() is None or self._corrected() != self._person
        )

    def save(self) -> None:
        """Store the correction, or say what is wrong with it."""
        if self._person is None:
            return
        if self._told_year() is None:
            wrong = self.tr("Fødselsåret kan ikke passe. Skriv fx 1974 eller 74.")
            self.say({"birth_year": wrong})
            return
        unreadable = self.unreadable_date()
        if unreadable is not None:
            self.go_to(unreadable)
            return
        self.grid.clear_problems()
        corrected = self._corrected()
        if corrected == self._person:
            self.saved.emit()
            return
        self.services.commands.run(
            self.tr("Oplysningerne er gemt"),
            lambda store: store.people.change(corrected),
            self._stored,
            self.show_error,
        )

    def _stored(self, person: Person) -> None:
        self._person = person
        self.saved.emit()

    def _told_year(self) -> int | None:
        """Return the year that was typed, 0 where there is none, None for one that cannot be."""
        typed = self.birth_year.text().strip()
        return parse_birth_year(typed, self.services.today()) if typed else 0

    def _corrected(self) -> Person:
        assert self._person is not None
        place = self.workplace.value()
        return replace(
            self._person,
            name=" ".join(self.name.text().split()),
            gender=Gender(self.gender.value()),
            birth_year=self._told_year() or None,
            phone=self.phone.text().strip(),
            workplace_id=RecordId(place) if place else None,
            **{consent.value: field.value() for consent, field in self.consents.items()},
        )

    def _day_field(self, name: str) -> DateField:
        return DateField(name, lambda text: parse_date(text, self.services.today()))
