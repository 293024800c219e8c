"""Starting a visit: a few letters of the workplace, Enter, Enter."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.models.day import StartChoice
from app.models.folding import search_text, search_words
from app.models.types import Shift
from app.models.words import SHIFTS
from app.ui.pages.today import words
from app.ui.services import Services
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.hit import Hit
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em, label, literal
from app.ui.widgets.segmented import Option, Segmented
from app.ui.widgets.typeahead import TypeAhead

if TYPE_CHECKING:
    from app.models.day_plan import DayPlan
    from app.models.plan import PlannedVisit

_QUICK = 4
"""Workplaces visited most often that have a button of their own."""

_NO_SHIFT = "none"


class StartVisit(QWidget):
    """Sends ``started(workplace_id, shift, place)`` when a visit shall begin."""

    started = Signal(str, str, str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._choices: tuple[StartChoice, ...] = ()
        self._chosen: StartChoice | None = None
        self._plan: DayPlan | None = None
        self.workplace = TypeAhead(
            self.tr("Arbejdsplads"), self._find, self.tr("Skriv en arbejdsplads"), keep_text=True
        )
        self.workplace.chosen.connect(self.choose)
        self.workplace.edited.connect(lambda _: self._unchoose())
        self._quick = QWidget()
        self._quick_row = FlowLayout(self._quick, gap=em(self, 0.43))
        self.shift = Segmented(
            self.tr("Vagt"),
            [
                Option(shift.value or _NO_SHIFT, services.words(text))
                for shift, text in SHIFTS.items()
            ],
            look="chip",
        )
        self.planned = label("", "good", wrap=True)
        self.planned.hide()
        self.place = QLineEdit()
        self.place.setAccessibleName(self.tr("Sted"))
        self.place.setPlaceholderText(self.tr("Sted, fx kantinen"))
        self.place.returnPressed.connect(self._start)
        self.start = button(self.tr("Start fremmøde"))
        self.start.setAutoDefault(True)  # Enter presses it, as Space does
        self.start.clicked.connect(self._start)
        self._lay_out()
        self._show_details()

    def set_choices(self, choices: Sequence[StartChoice]) -> None:
        """Offer these workplaces, the likeliest first; what is being chosen stays."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        drop_widgets(self._quick_row)
        for choice in self._choices[:_QUICK]:
            made = button(literal(choice.workplace.name), elided=True)
            made.clicked.connect(lambda _=False, each=choice.workplace.id: self.choose(each))
            self._quick_row.addWidget(made)
        ids = {choice.workplace.id for choice in self._choices}
        if self._chosen is not None and self._chosen.workplace.id not in ids:
            self.clear()
        elif self._chosen is None and self.workplace.text() and self.workplace.line.hasFocus():
            self.workplace.refresh()  # somebody typed before the answer came

    def set_plan(self, plan: "DayPlan") -> None:
        """Know what is planned today: where a visit is, that one starts."""
        self._plan = plan

    @property
    def is_untouched(self) -> bool:
        """Whether nothing has been typed or chosen."""
        return self._chosen is None and not self.workplace.text()

    def choose(self, workplace_id: str) -> None:
        """Take a workplace with its place and shift, planned or likely; Enter then starts the visit."""
        self._chosen = next(c for c in self._choices if c.workplace.id == workplace_id)
        self.workplace.set_text(self._chosen.workplace.name)
        planned = self._plan.planned_at(workplace_id) if self._plan is not None else None
        shift = self._chosen.shift if planned is None else planned.shift
        self.shift.set_value(shift.value or _NO_SHIFT)
        self.place.setText(self._chosen.place if planned is None else planned.room)
        self._tell_what_is_planned(planned)
        self._show_details()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forget what was chosen."""
        self.workplace.clear()
        self._unchoose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._chosen is not None:
            self.clear()
            self.workplace.setFocus()
        else:
            super().keyPressEvent(event)

    def _tell_what_is_planned(self, planned: "PlannedVisit | None") -> None:
        told = ""
        if planned is not None:
            told = self.tr(
                "Der er planlagt fremmøde her i dag {hours}. Det er det, du starter."
            ).format(hours=words.span(planned.start, planned.end))
        self.planned.setText(told)
        self.planned.setVisible(bool(told))
        self.start.setAccessibleDescription(told)

    def _lay_out(self) -> None:
        choose = QHBoxLayout()
        choose.setSpacing(em(self, 0.86))
        choose.addWidget(label(self.tr("Start et fremmøde"), "strong"))
        choose.addWidget(self.workplace, 1)
        self._details = QWidget()
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(em(self, 0.57))
        details.addWidget(self.planned)
        details.addWidget(self.shift)
        last = QHBoxLayout()
        last.setSpacing(em(self, 0.57))
        last.addWidget(self.place, 1)
        last.addWidget(self.start)
        details.addLayout(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        column.addLayout(choose)
        column.addWidget(self._quick)
        column.addWidget(self._details)

    def _find(self, text: str) -> list[Hit]:
        wanted = search_words(text)
        return [
            Hit(choice.workplace.id, choice.workplace.name, choice.place)
            for choice in self._choices
            if all(
                f" {word}" in search_text(choice.workplace.name, choice.workplace.code)
                for word in wanted
            )
        ]

    def _unchoose(self) -> None:
        self._chosen = None
        self._show_details()

    def _show_details(self) -> None:
        self._details.setVisible(self._chosen is not None)
        self._quick.setVisible(self._chosen is None)

    def _start(self) -> None:
        if self._chosen is not None:
            shift = self.shift.value()
            place = self.place.text().strip()
            self.started.emit(
                self._chosen.workplace.id, Shift.NONE if shift == _NO_SHIFT else shift, place
            )
