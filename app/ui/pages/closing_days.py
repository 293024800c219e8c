"""The days on which a workplace, or every one, is closed: a list, and a line for some more."""

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.errors import InvalidInput
from app.models.plan_types import ClosingDays
from app.models.store import Store
from app.models.typed_dates import parse_date
from app.models.types import RecordId
from app.ui.pages.focus import holds_focus
from app.ui.pages.plan.facts import plain
from app.ui.pages.plan.words import Words, date_words
from app.ui.pages.workplaces.inline_form import saves
from app.ui.pages.workplaces.labelled import Labelled
from app.ui.services import Services
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.columns import Columns
from app.ui.widgets.date_field import DateField
from app.ui.widgets.measure import announce, button, em, label

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ClosingDaysEditor(QWidget):
    """Keeps the closing days of one workplace; with no id, those of every workplace.

    Those of every workplace stand in the list of one too, but are deleted where they belong. Days
    that are past are left out. Enter, Ctrl+Enter and Ctrl+S add what was typed.
    """

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self._workplace: RecordId | None = None
        self._shown: tuple[ClosingDays, ...] | None = None
        self.delete_buttons: dict[RecordId, ActionButton] = {}
        self.links: list[ActionButton] = []
        today = services.today
        self.first_on = DateField(self.tr("Fra"), lambda text: parse_date(text, today()))
        self.last_on = DateField(self.tr("Til og med"), lambda text: parse_date(text, today()))
        self.reason = QLineEdit()
        self.add_button = button(self.tr("Tilføj lukkedage"))
        self.add_button.clicked.connect(self.add)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(em(self, 0.29))
        self._lines: list[QWidget] = []
        self._lay_out()

    def show_of(self, workplace_id: RecordId | None) -> None:
        """Show the closing days of a workplace, or those of every one, read again."""
        if workplace_id != self._workplace:
            self._workplace, self._shown = workplace_id, None
            self._clear()
        today = self.services.today()
        self.services.runner.run(
            lambda store: _read(store, workplace_id, today), self._show, key="closing days"
        )

    def add(self) -> None:
        """Store the days that were typed, or say what is wrong with them."""
        if not (self.first_on.take_typed() and self.last_on.take_typed()):
            return
        first = self.first_on.value()
        if first is None:
            self._say({"first_on": self.tr("Skriv en dato.")})
            return
        days = ClosingDays(
            workplace_id=self._workplace,
            first_on=first,
            last_on=self.last_on.value() or first,
            reason=self.reason.text().strip(),
        )
        self.services.commands.run(
            self.tr("Lukkedagene er gemt"),
            lambda store: store.closing_days.add(days),
            self._added,
            self._refused,
        )

    def event(self, event: QEvent) -> bool:
        """Keep the shortcuts of the page from the keys that add days."""
        asked = event.type() == QEvent.Type.ShortcutOverride
        if asked and isinstance(event, QKeyEvent) and saves(event) and self._is_typing():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        entered = event.key() in _ENTER or saves(event)
        if entered and self._is_typing():
            self.add()
        elif event.key() in _ENTER and (focused := self._focused_button()) is not None:
            focused.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._first = Labelled(self.tr("Fra"), self.first_on)
        self._last = Labelled(self.tr("Til og med"), self.last_on)
        why = Labelled(self.tr("Hvorfor, fx sommerferie"), self.reason)
        self._fields = Columns((self._first, self._last, why), least=34, shares=(3, 3, 5), gap=0.57)
        self._none = label(self.tr("Her er ingen lukkedage endnu."), "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        column.addWidget(self._none)
        column.addWidget(self._list)
        column.addWidget(self._fields)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self, days: tuple[ClosingDays, ...]) -> None:
        if days == self._shown:
            return
        before = [each.id for each in self._shown or ()]
        focused = next((k for k, made in self.delete_buttons.items() if holds_focus(made)), None)
        self._shown = days
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self.delete_buttons, self.links = {}, []
        self._lines = [self._line(each) for each in days]
        for line in self._lines:
            self._column.addWidget(line)
            line.show()
        self._none.setVisible(not days)
        if focused is not None:
            self._focus_after(before.index(focused), focused)

    def _focus_after(self, at: int, focused: RecordId) -> None:
        """Let the focus stay on a button, or go to the one that took its place."""
        left = list(self.delete_buttons)
        nearest = left[min(at, len(left) - 1)] if left else None
        wanted = focused if focused in self.delete_buttons else nearest
        target = self.add_button if wanted is None else self.delete_buttons[wanted]
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, days: ClosingDays) -> QWidget:
        said = closed_days(self.services.words, days)
        if days.workplace_id == self._workplace:
            made = button(self.tr("Slet"), "quiet", name=self.tr("Slet {days}").format(days=said))
            made.clicked.connect(lambda: self._delete(days.id))
            self.delete_buttons[days.id] = made
        else:
            said = self.tr("{days}, alle arbejdspladser").format(days=said)
            name = self.tr("Ret under Indstillinger: {days}").format(days=said)
            made = button(self.tr("Indstillinger"), "link", name=name)
            made.clicked.connect(lambda: self.services.go("settings", "plan"))
            self.links.append(made)
        return Columns((plain(said), made), least=20, shares=(1, 0), gap=0.57)

    def _delete(self, record_id: RecordId) -> None:
        self.services.commands.run(
            self.tr("Lukkedagene er slettet"),
            lambda store: store.closing_days.delete(record_id),
        )

    def _added(self, _: ClosingDays) -> None:
        self._clear()
        self.first_on.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.first_on.set_value(None)
        self.last_on.set_value(None)
        self.reason.clear()
        self._say({})

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            words = self.services.words
            self._say({problem.field: words(problem.text) for problem in error.problems})
        else:
            self.services.notices.show_error(error)

    def _say(self, problems: dict[str, str]) -> None:
        fields = {"first_on": self._first, "last_on": self._last}
        for name, field in fields.items():
            field.say(problems.get(name, ""))
        wrong = next((field for name, field in fields.items() if name in problems), None)
        if wrong is not None:
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, " ".join(problems.values()))

    def _is_typing(self) -> bool:
        return holds_focus(self._fields)

    def _focused_button(self) -> ActionButton | None:
        focused = self.window().focusWidget()
        return focused if isinstance(focused, ActionButton) else None


def closed_days(words: Words, days: ClosingDays) -> str:
    """Return days with their reason: "23. december 2026 – 2. januar 2027 · juleferie"."""
    told = f"{date_words(words, days.last_on)} {days.last_on.year}"
    if days.first_on != days.last_on:
        first = date_words(words, days.first_on)
        if days.first_on.year != days.last_on.year:
            first = f"{first} {days.first_on.year}"
        told = f"{first} – {told}"
    return f"{told} · {days.reason}" if days.reason else told


def _read(store: Store, workplace_id: RecordId | None, today: date) -> tuple[ClosingDays, ...]:
    """Return the days of a workplace, or those of every one, that are not past."""
    if workplace_id is not None:
        known = store.closing_days.of_workplace(workplace_id)
        return tuple(each for each in known if each.last_on >= today)
    ahead = store.closing_days.between(today, date.max)
    return tuple(each for each in ahead if each.workplace_id is None)
