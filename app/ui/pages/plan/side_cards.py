"""The cards beside the plan while nothing is chosen: what to think about."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.periods import MONTHS
from app.models.plan import PlannedVisit
from app.models.plan_advice import Coverage, Suggestion
from app.models.types import Shift
from app.models.words import SHIFTS, clock_time
from app.ui.pages.focus import holds_focus
from app.ui.pages.plan import words
from app.ui.pages.plan.cards_reading import Advice, CardsData, ComingHoliday, read_cards
from app.ui.pages.plan.facts import plain
from app.ui.pages.plan.reading import PlanData
from app.ui.services import Services
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import button, em, literal

translate = QCoreApplication.translate

_MOST_CONFLICTS = 5
_MOST_UNVISITED = 3
_MOST_VISITS = 3


class SideCards(QWidget):
    """Conflicts, suggestions, coverage and holidays; a card that has nothing to say is not there.

    ``workplace_asked(id)``, ``visit_asked(id)`` and ``accepted(PlannedVisit)``: move it to the day
    that the plan proposes. ``left()``: the line that had the focus is not there any more.
    """

    workplace_asked = Signal(str)
    visit_asked = Signal(str)
    accepted = Signal(object)
    left = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._changes = 0
        self._advice: tuple[int, Advice | None] = (0, None)
        self.conflicts = _CardList(self.tr("Konflikter"))
        self.suggestions = _CardList(self.tr("Forslag til planen"))
        self.coverage = _CardList("")
        self.holidays = _CardList(self.tr("Helligdage"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 1.14))
        for card in (self.conflicts, self.suggestions, self.coverage, self.holidays):
            card.hide()
            column.addWidget(card)
        column.addStretch(1)

    def show_conflicts(self, data: PlanData) -> None:
        """Show what is wrong with the visits that are shown; each line leads to the visit."""
        self.conflicts.empty()
        for conflict in data.conflicts[:_MOST_CONFLICTS]:
            key = conflict.visits[0]
            made = _line(self._about(data, key))
            made.setAccessibleDescription(self._services.words(conflict.text))
            made.clicked.connect(lambda _=False, each=key: self.visit_asked.emit(each))
            self.conflicts.add(made)
            self.conflicts.add(plain(self._services.words(conflict.text), "caption"))
        more = len(data.conflicts) - _MOST_CONFLICTS
        if more > 0:
            self.conflicts.add(plain(self.tr("og %n mere", "", more), "caption"))
        self.conflicts.setVisible(bool(data.conflicts))

    def read(self, first: date, month: date) -> None:
        """Read suggestions, coverage and holidays for days from ``first`` on, mostly in a month.

        Advice is the same for all days: it is read again only when something has changed since.
        """
        changes, today = self._changes, self._services.today()
        known = self._advice[1] if self._advice[0] == changes else None

        def show(data: CardsData) -> None:
            self._advice = (changes, data.advice)
            self.show_data(data)

        self._services.runner.run(
            lambda store: read_cards(store, today, first, month, known), show, key="plan.cards"
        )

    def forget_advice(self) -> None:
        """Let advice be read again: what it follows from has changed."""
        self._changes += 1

    def show_data(self, data: CardsData) -> None:
        """Show suggestions, coverage and holidays."""
        held = holds_focus(self)
        self.suggestions.empty()
        for suggestion in data.advice.suggestions:
            self._add_suggestion(suggestion)
        self.suggestions.setVisible(bool(data.advice.suggestions))
        self._show_coverage(data)
        self.holidays.empty()
        for coming in data.holidays:
            self._add_holiday(coming)
        self.holidays.add(plain(self._holiday_words(data.holidays_choice), "caption"))
        self.holidays.setVisible(bool(data.holidays))
        if held and not holds_focus(self):
            self.left.emit()

    def _about(self, data: PlanData, key: str) -> str:
        """Return what and when a conflict is about: "Vestas i Lem, 20. november"."""
        visit, activity = data.visit(key), data.activity(key)
        translated = self._services.words
        if visit is not None:
            return f"{visit.workplace}, {words.date_words(translated, visit.day)}"
        if activity is not None:
            title = words.activity_title(translated, activity)
            return f"{title}, {words.date_words(translated, activity.date)}"
        return self.tr("Vis i planen")

    def _add_suggestion(self, suggestion: Suggestion) -> None:
        parts = [suggestion.workplace]
        if suggestion.shift is not Shift.NONE:
            parts.append(self._services.words(SHIFTS[suggestion.shift]).lower())
        made = _line(", ".join(parts))
        made.setAccessibleDescription(self._services.words(suggestion.text))
        made.clicked.connect(lambda: self.workplace_asked.emit(suggestion.workplace_id))
        self.suggestions.add(made)
        self.suggestions.add(plain(self._services.words(suggestion.text), "caption"))

    def _show_coverage(self, data: CardsData) -> None:
        month = self._services.words(MONTHS[data.month.month - 1])
        self.coverage.set_title(self.tr("Dækning i {month}").format(month=month))
        self.coverage.empty()
        self.coverage.add(plain(_covered(self._services.words, data.coverage)))
        for text in _left_over(data.coverage):
            self.coverage.add(plain(text, "caption"))
        for place in data.advice.unvisited[:_MOST_UNVISITED]:
            text = self.tr("{workplace}: intet fremmøde i %n uger", "", place.weeks)
            self.coverage.add(plain(text.format(workplace=place.workplace), "caption"))
        self.coverage.show()

    def _add_holiday(self, coming: ComingHoliday) -> None:
        holiday = coming.holiday
        name = self._services.words(holiday.name)
        self.holidays.add(plain(f"{holiday.day:%d-%m} {name[:1].upper()}{name[1:]}"))
        for visit in coming.skipped[:_MOST_VISITS]:
            self.holidays.add(self._skipped(visit))
        more = len(coming.skipped) - _MOST_VISITS
        if more > 0:
            self.holidays.add(plain(self.tr("og %n mere", "", more), "caption"))

    def _skipped(self, visit: PlannedVisit) -> QWidget:
        """Return a line that leads to a visit and, where the plan proposes a day, moves it there."""
        name = f"{visit.workplace} {clock_time(visit.start)}"
        line = QWidget()
        row = FlowLayout(line, gap=em(self, 0.43))
        shown = _line(name)
        shown.clicked.connect(lambda: self.visit_asked.emit(visit.id))
        row.addWidget(shown)
        if visit.proposal is not None:
            text = self.tr("Flyt til {date}").format(date=f"{visit.proposal:%d-%m}")
            moved = button(text, name=f"{name}: {text}")
            moved.clicked.connect(lambda: self.accepted.emit(visit))
            row.addWidget(moved)
        return line

    def _holiday_words(self, choice: str) -> str:
        if choice == "move":
            return self.tr("Fremmøder på helligdage foreslås flyttet til næste hverdag.")
        if choice == "keep":
            return self.tr("Fremmøder på helligdage holdes som planlagt.")
        return self.tr("Fremmøder på helligdage springes over, indtil du vælger en ny dag.")


def _line(text: str) -> ActionButton:
    made = button(literal(text), "link", elided=True)
    made.setToolTip(text)
    return made


def _covered(translated: words.Words, coverage: Coverage) -> str:
    return translate("Plan", "Planlagt {planned} · holdt {held} · aflyst {cancelled}").format(
        planned=words.hours(translated, coverage.planned_minutes),
        held=words.hours(translated, coverage.held_minutes),
        cancelled=words.hours(translated, coverage.cancelled_minutes),
    )


def _left_over(coverage: Coverage) -> tuple[str, ...]:
    """Return what else there is to know of a month, as far as there is any of it."""
    told = (
        (coverage.skipped, translate("Plan", "Sprunget over: {count}")),
        (coverage.zero, translate("Plan", "Uden henvendelser: {count}")),
        (coverage.unanswered, translate("Plan", "Ikke afklaret: {count}")),
    )
    return tuple(text.format(count=count) for count, text in told if count)


class _CardList(Card):
    """A card whose lines are made anew."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.body.setSpacing(em(self, 0.29))
        self.lines: list[QWidget] = []

    def add(self, line: QWidget) -> None:
        """Add a line below the others."""
        is_button = isinstance(line, ActionButton)
        alignment = Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0)
        self.body.addWidget(line, 0, alignment)
        self.lines.append(line)

    def empty(self) -> None:
        """Take all lines away."""
        for line in self.lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
