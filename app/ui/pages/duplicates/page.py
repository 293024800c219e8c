"""The page Mulige dobbelte: suggestions, and two records side by side."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.models.access import Access, Way
from app.models.duplicates import Suggestion, likeliest_pairs
from app.models.merging import merge_people
from app.models.store import Store
from app.models.types import Person, RecordId
from app.ui.page import Page
from app.ui.pages.duplicates.compare import CompareCard, Compared, read_compared
from app.ui.pages.duplicates.pair_row import PairRow
from app.ui.pages.focus import holds_focus
from app.ui.pages.scrolled import Scrolled
from app.ui.pages.targets import ComparePeople, ShowPerson
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.empty_state import EmptyState
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import em, hairline, label


@dataclass(frozen=True, slots=True)
class _Read:
    """What the suggestions are made of; they are made beside the store, which others need."""

    people: tuple[Person, ...]
    apart: frozenset[tuple[RecordId, RecordId]]


class DuplicatesPage(Page):
    """Lists who may be registered twice; a :class:`ComparePeople` opens two side by side."""

    name: ClassVar[str] = "duplicates"
    kinds: ClassVar[tuple[str, ...]] = ("person", "different_people")

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._from_person = RecordId("")
        self.rows: list[PairRow] = []
        self.compare = CompareCard(services)
        self.empty = EmptyState(
            self.tr("Ingen ser ud til at være registreret to gange."),
            self.tr("Henvendelser"),
            "people",
        )
        self._waiting = QWidget()
        self._waiting.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._waiting.setAccessibleName(self.tr("Leder efter dobbelte"))
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Look for pairs again, and read what is compared."""

        def compute(read: _Read) -> None:
            self.services.runner.beside(
                lambda: likeliest_pairs(read.people, read.apart), self._show, key="duplicates.pairs"
            )

        self.services.runner.run(
            lambda store: _Read(store.people.all(), store.different_people.all()),
            compute,
            key="duplicates",
        )
        compared = self.compare.compared
        if compared is not None:
            self._read_pair(compared.one.person.id, compared.other.person.id)

    def open(self, target: object) -> None:
        """Take a :class:`ComparePeople`; anything else shows the list."""
        if isinstance(target, ComparePeople):
            self._from_person = target.one
            self._open_pair(target.one, target.other)
        else:
            self._from_person = RecordId("")
            self._close()

    def first_focus(self) -> QWidget:
        """Return the first choice or button of what is shown."""
        if self._body.currentWidget() is self._side_by_side:
            first = next(iter(self.compare.choices.values()), None)
            return self.compare.merge_button if first is None else _checked(first)
        if self.rows:
            return self.rows[0].compare_button
        return self.empty.button if self._body.currentWidget() is self.empty else self._waiting

    def back(self) -> None:
        """Leave the two records; go back to the person that it was asked for."""
        if self._body.currentWidget() is not self._side_by_side:
            self.services.go("inquiries", None)
        elif self._from_person:
            self.services.go("person", ShowPerson(self._from_person))
        else:
            self._close()
            self.first_focus().setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(em(self, 0.86))
        head.addWidget(label(self.tr("Mulige dobbelte"), "title"))
        self._count = label("", "muted")
        head.addWidget(self._count, 1, Qt.AlignmentFlag.AlignBottom)
        self._list = Scrolled()
        about = self.tr(
            "Forslag efter navn, telefon, fødselsår og arbejdsplads. Kun du ved, om det er den "
            "samme; et par, du har sagt nej til, kommer ikke igen."
        )
        self._list.column.addWidget(label(about, "caption", wrap=True))
        self._pairs = Card()
        self._pairs.body.setSpacing(0)
        self._list.column.addWidget(self._pairs)
        self._list.column.addStretch(1)
        self._side_by_side = Scrolled()
        self._side_by_side.column.addWidget(self.compare)
        self._side_by_side.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(em(self, 1.43), em(self, 1.14), em(self, 1.43), em(self, 1))
        column.setSpacing(em(self, 0.86))
        column.addLayout(head)
        self._body = QStackedLayout()
        column.addLayout(self._body, 1)
        for part in (self._waiting, self._list, self.empty, self._side_by_side):
            self._body.addWidget(part)

    def _connect(self) -> None:
        self.compare.merge_asked.connect(self._merge)
        self.compare.apart_asked.connect(self._apart_compared)
        self.compare.back_asked.connect(self.back)
        self.empty.activated.connect(lambda: self.services.go("inquiries", None))
        for key in ("Ctrl+Return", "Ctrl+Enter", "Ctrl+S", "Esc"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.back if key == "Esc" else self._merge)

    def _show(self, found: tuple[Suggestion, ...]) -> None:
        held = next((n for n, row in enumerate(self.rows) if holds_focus(row)), None)
        waited = holds_focus(self._waiting)
        drop_widgets(self._pairs.body)
        self.rows = []
        for suggestion in found:
            if self.rows:
                self._pairs.body.addWidget(hairline())
            self._add_row(suggestion)
        self._count.setText(self.tr("%n par", "", len(found)) if found else "")
        if self._body.currentWidget() is not self._side_by_side:
            self._body.setCurrentWidget(self._list if self.rows else self.empty)
            if held is not None and self.rows:
                self.rows[min(held, len(self.rows) - 1)].compare_button.setFocus()
            elif held is not None or waited:
                self.first_focus().setFocus()

    def _add_row(self, suggestion: Suggestion) -> None:
        row = PairRow(self.services, suggestion)
        one, other = suggestion.one.id, suggestion.other.id
        row.compare_asked.connect(lambda: self._open_pair(one, other))
        row.apart_asked.connect(lambda: self._apart(one, other))
        self.rows.append(row)
        self._pairs.body.addWidget(row)
        row.show()

    def _open_pair(self, one: RecordId, other: RecordId) -> None:
        """Show two records; both are looked up, and the log tells so once they are there."""
        self._read_pair(one, other)
        self.services.runner.run(lambda store: _note_look_up(store, one, other))

    def _read_pair(self, one: RecordId, other: RecordId) -> None:
        self.services.runner.run(
            lambda store: read_compared(store, one, other), self._compare, key="duplicates.compare"
        )

    def _compare(self, compared: Compared | None) -> None:
        if compared is None:
            self._close()
            return
        self.compare.show_compared(compared)
        self._body.setCurrentWidget(self._side_by_side)
        if self.isVisible():
            self.first_focus().setFocus()

    def _close(self) -> None:
        self.compare.compared = None
        if self._body.currentWidget() is self._side_by_side:
            self._body.setCurrentWidget(self._list if self.rows else self.empty)

    def _merge(self) -> None:
        compared = self.compare.compared
        if compared is None:
            return
        chosen = self.compare.chosen()
        one, other = compared.one.person.id, compared.other.person.id

        def change(store: Store) -> Person:
            return merge_people(store, one, other, chosen)

        self.services.commands.run(self.tr("Posterne er samlet"), change, self._merged)

    def _merged(self, person: Person) -> None:
        self._close()
        self.services.go("person", ShowPerson(person.id))

    def _apart_compared(self) -> None:
        compared = self.compare.compared
        if compared is not None:
            one, other = compared.one.person.id, compared.other.person.id
            asked_for, self._from_person = self._from_person, RecordId("")
            self._close()
            self._apart(one, other)
            if asked_for:
                self.services.go("person", ShowPerson(asked_for))
            else:
                self.first_focus().setFocus()

    def _apart(self, one: RecordId, other: RecordId) -> None:
        self.services.commands.run(
            self.tr("De to bliver ikke foreslået igen"),
            lambda store: store.different_people.tell_apart(one, other),
        )


def _note_look_up(store: Store, one: RecordId, other: RecordId) -> None:
    compared = read_compared(store, one, other)
    if compared is not None:
        people = compared.one.person.id, compared.other.person.id
        store.access.note_if_possible(Access.LOOKED_UP, people, Way.PAGE)


def _checked(choices: tuple[QWidget, QWidget]) -> QWidget:
    first, second = choices
    return first if getattr(first, "isChecked", lambda: False)() else second
