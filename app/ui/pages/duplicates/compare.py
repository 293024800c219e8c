"""Two records side by side: what differs can be chosen from either before they are merged."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QWidget,
)

from app.models.consent import CONSENTS
from app.models.merging import CHOICES
from app.models.recognition import KnownPerson, known_person
from app.models.store import Store
from app.models.types import Person, RecordId
from app.models.words import GENDERS, grouped_phone, short_date
from app.ui.pages.duplicates import words
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, hairline, label, literal

_SIDE_BY_SIDE = 48
"""Below this width, in multiples of the text size, the second record stands below the first."""

_CONSENT_DAYS = frozenset(consent.value for consent in CONSENTS)


@dataclass(frozen=True, slots=True)
class Compared:
    """Two records with their contacts, and the names of their workplaces by id."""

    one: KnownPerson
    other: KnownPerson
    workplaces: dict[RecordId, str]


def read_compared(store: Store, one: RecordId, other: RecordId) -> Compared | None:
    """Return two records to compare, None where one is not there or both are one by now."""
    if store.people.find(one) is None or store.people.find(other) is None:
        return None
    first, second = store.people.standing(one).id, store.people.standing(other).id
    found = known_person(store, first), known_person(store, second)
    if first == second or found[0] is None or found[1] is None:
        return None
    places = {place.id: place.name for place in store.workplaces.all()}
    return Compared(found[0], found[1], places)


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing that is compared, and whether the records differ in it."""

    title: QLabel
    one: QWidget
    other: QWidget
    differs: bool


class CompareCard(Card):
    """``merge_asked``, ``apart_asked`` and ``back_asked`` are its buttons."""

    merge_asked = Signal()
    apart_asked = Signal()
    back_asked = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._grid_holder: QWidget | None = None
        self._lines: list[_Line] = []
        self._hairline = hairline()
        self._beside: bool | None = None
        self.compared: Compared | None = None
        self.choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}
        self._indent, self._row_height = _measure_choice()
        self.set_title(self.tr("Er det den samme person?"))
        about = self.tr(
            "Vælg, hvad den samlede post skal have, hvor de to er forskellige. Alle henvendelser, "
            "opfølgninger og henvisninger kommer med. Det kan fortrydes, og posterne kan skilles "
            "ad igen når som helst."
        )
        self.body.addWidget(label(about, "caption", wrap=True))
        self.merge_button = button(self.tr("Saml dem"), "primary")
        self.apart_button = button(self.tr("Ikke den samme"))
        self.back_button = button(self.tr("Tilbage"), name=self.tr("Tilbage (Esc)"))
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=em(self, 0.57))
        for made, asked in (
            (self.merge_button, self.merge_asked),
            (self.apart_button, self.apart_asked),
            (self.back_button, self.back_asked),
        ):
            made.clicked.connect(asked)
            row.addWidget(made)
        self.body.addWidget(self._buttons)
        self.body.addStretch(1)

    def show_compared(self, compared: Compared) -> None:
        """Show two records; of what only one knows, that is chosen."""
        self.compared = compared
        self.choices = {}
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, em(self, 0.57), 0, em(self, 0.86))
        grid.setHorizontalSpacing(em(self, 1.14))
        grid.setVerticalSpacing(em(self, 0.43))
        self._lines = [
            self._line(holder, name, title, compared.one.person, compared.other.person)
            for name, title in self._titles().items()
        ]
        first, second = (
            self._plain(words.contacts(known)) for known in (compared.one, compared.other)
        )
        self._hairline = hairline()
        self._lines.append(_Line(label(self.tr("Henvendelser"), "muted"), first, second, True))
        self._beside = None
        self._place(grid)
        if self._grid_holder is not None:
            self.body.removeWidget(self._grid_holder)
            self._grid_holder.hide()
            self._grid_holder.deleteLater()
        self._grid_holder = holder
        self.body.insertWidget(1, holder)
        holder.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the records below each other where the text is large or the window narrow."""
        super().resizeEvent(event)
        if self._grid_holder is not None:
            grid = self._grid_holder.layout()
            assert isinstance(grid, QGridLayout)
            self._place(grid)

    def chosen(self) -> dict[str, Any]:
        """Return what the record that stays shall have, of what differs."""
        assert self.compared is not None
        people = self.compared.one.person, self.compared.other.person
        return {
            name: getattr(people[0] if first.isChecked() else people[1], name)
            for name, (first, _) in self.choices.items()
        }

    def _titles(self) -> dict[str, str]:
        titles = (
            self.tr("Navn"),
            self.tr("Køn"),
            self.tr("Fødselsår"),
            self.tr("Telefon"),
            self.tr("Arbejdsplads"),
        )
        consents = {consent.value: self._services.words(text) for consent, text in CONSENTS.items()}
        return dict(zip(CHOICES, titles, strict=True)) | consents

    def _place(self, grid: QGridLayout) -> None:
        beside = self.width() >= em(self, _SIDE_BY_SIDE)
        if beside == self._beside:
            return
        self._beside = beside
        for column in (1, 2):
            grid.setColumnStretch(column, int(beside))
        for position, line in enumerate(self._lines):
            last = line is self._lines[-1]
            row = 4 * position
            if last:
                grid.addWidget(self._hairline, row, 0, 1, 3)
            if beside:
                grid.addWidget(line.title, row + 1, 0, Qt.AlignmentFlag.AlignVCenter)
                grid.addWidget(line.one, row + 1, 1)
                grid.addWidget(line.other, row + 1, 2)
            else:
                for below, part in enumerate((line.title, line.one, line.other), 1):
                    grid.addWidget(part, row + below, 0)
            line.other.setVisible(beside or line.differs)

    def _line(self, holder: QWidget, name: str, title: str, one: Person, other: Person) -> _Line:
        ours, theirs = getattr(one, name), getattr(other, name)
        heading = label(title, "muted")
        if ours == theirs:
            told = self._value(name, ours)
            return _Line(heading, self._plain(told), self._plain(told), False)
        group = QButtonGroup(holder)
        made = []
        for value in (ours, theirs):
            choice = QRadioButton(literal(self._value(name, value)))
            choice.setAccessibleName(f"{title}: {self._value(name, value)}")
            group.addButton(choice)
            made.append(choice)
        made[0 if ours else 1].setChecked(True)
        self.choices[name] = (made[0], made[1])
        return _Line(heading, made[0], made[1], True)

    def _plain(self, text: str) -> QLabel:
        """Return what cannot be chosen, in line with the words of what can."""
        made = label(text, wrap=True)
        made.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
        made.setMinimumHeight(self._row_height)
        made.setIndent(self._indent)
        return made

    def _value(self, name: str, value: Any) -> str:
        if name in _CONSENT_DAYS:
            return (
                self.tr("Givet {date}").format(date=short_date(value))
                if value
                else (self.tr("Ikke givet"))
            )
        if not value:
            return "–"
        if name == "gender":
            return self._services.words(GENDERS[value])
        if name == "phone":
            return grouped_phone(value)
        if name == "workplace_id":
            assert self.compared is not None
            return self.compared.workplaces.get(value, "–")
        return str(value)


def _measure_choice() -> tuple[int, int]:
    """Return how far from its edge the words of a choice stand, and how high it is."""
    choice = QRadioButton("–")
    choice.ensurePolished()
    option = QStyleOptionButton()
    choice.initStyleOption(option)
    words = choice.style().subElementRect(QStyle.SubElement.SE_RadioButtonContents, option, choice)
    return words.x(), choice.sizeHint().height()
