"""The card about who else this person may be, and which records were merged into theirs."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.models.duplicates import Suggestion, duplicates_of
from app.models.merging import split_person
from app.models.person_file import PersonDetails
from app.models.recognition import KnownPerson
from app.models.store import Store
from app.models.types import Person, RecordId
from app.ui.pages.duplicates import words
from app.ui.pages.duplicates.pair_row import PairRow
from app.ui.pages.focus import holds_focus
from app.ui.pages.person_field import PersonField
from app.ui.pages.targets import ComparePeople
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em, label

_MOST = 3


@dataclass(frozen=True, slots=True)
class _Asked:
    person_id: RecordId
    suggestions: tuple[Suggestion, ...]


class SamePersonCard(Card):
    """Suggestions and merged records; any other person is found in the field below."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._person_id = RecordId("")
        self.rows: list[PairRow] = []
        self.split_buttons: list[QWidget] = []
        self.set_title(self.tr("Registreret to gange?"))
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 0.29))
        self.body.addWidget(self._holder)
        about = self.tr("Find den anden registrering af personen, og sammenlign de to.")
        self.body.addWidget(label(about, "caption", wrap=True))
        self.other = PersonField(services, self.tr("Den anden registrering af personen"))
        self.other.chosen.connect(self._compare_with)
        self.body.addWidget(self.other)

    def show_person(self, details: PersonDetails) -> None:
        """Show which records were merged into this one, and look for others that may be."""
        person_id = details.person.id
        if person_id != self._person_id:
            self._person_id = person_id
            self.other.clear()
            self._show(details.merged, ())
        self._services.runner.run(
            lambda store: _Asked(person_id, duplicates_of(store, person_id, _MOST)),
            lambda asked: self._suggest(asked, details.merged),
            key="person:duplicates",
        )

    def _suggest(self, asked: _Asked, merged: tuple[Person, ...]) -> None:
        if asked.person_id == self._person_id:
            self._show(merged, asked.suggestions)

    def _show(self, merged: tuple[Person, ...], suggestions: tuple[Suggestion, ...]) -> None:
        held = next((n for n, stop in enumerate(self._stops()) if holds_focus(stop)), None)
        drop_widgets(self._column)
        self.rows, self.split_buttons = [], []
        for person in merged:
            self._add_merged(person)
        for suggestion in suggestions:
            self._add_suggestion(suggestion)
        self._holder.setVisible(bool(merged or suggestions))
        if held is not None:
            stops = self._stops()
            (stops[min(held, len(stops) - 1)] if stops else self.other.field.line).setFocus()

    def _stops(self) -> list[QWidget]:
        """Return what can have the focus above the field, one for each line."""
        return [*self.split_buttons, *self.rows]

    def _add_merged(self, person: Person) -> None:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        told = label(self.tr("Samlet med {who}").format(who=words.told(person)), wrap=True)
        told.setTextFormat(Qt.TextFormat.PlainText)
        row.addWidget(told, 1)
        name = self.tr("Skil {who} fra igen; kan fortrydes").format(who=person.name)
        split = button(self.tr("Skil ad"), "quiet", name=name)
        split.clicked.connect(lambda: self._split(person))
        row.addWidget(split, 0, Qt.AlignmentFlag.AlignTop)
        self.split_buttons.append(split)
        self._column.addWidget(line)
        line.show()

    def _add_suggestion(self, suggestion: Suggestion) -> None:
        row = PairRow(self._services, suggestion, about=self._person_id)
        pair = {suggestion.one.id, suggestion.other.id} - {self._person_id}
        (other,) = pair
        row.compare_asked.connect(lambda: self._compare(other))
        row.apart_asked.connect(lambda: self._apart(other))
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()

    def _compare_with(self, known: KnownPerson) -> None:
        if known.person.id == self._person_id:
            self._services.notices.tell(self.tr("Det er den samme registrering. Vælg en anden."))
        else:
            self._compare(known.person.id)

    def _compare(self, other: RecordId) -> None:
        self._services.go("duplicates", ComparePeople(self._person_id, other))

    def _apart(self, other: RecordId) -> None:
        person_id = self._person_id
        self._services.commands.run(
            self.tr("De to bliver ikke foreslået igen"),
            lambda store: store.different_people.tell_apart(person_id, other),
        )

    def _split(self, person: Person) -> None:
        def change(store: Store) -> Person:
            return split_person(store, person.id)

        self._services.commands.run(
            self.tr("{name} er skilt fra igen").format(name=person.name), change
        )
