"""The choices of the page: period, workplaces, universe; and what became of an export."""

from datetime import date

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.models.periods import Period
from app.ui.pages.period_choice import period_picker
from app.ui.pages.reports.workplace_filter import WorkplaceFilter
from app.ui.services import Services
from app.ui.widgets.columns import Columns
from app.ui.widgets.measure import em, label
from app.ui.widgets.notice import Notice
from app.ui.widgets.periods import PeriodKind, kind_of
from app.ui.widgets.segmented import Option, Segmented


class Place(msgspec.Struct, frozen=True):
    """What is chosen: a period and how it is stepped through, workplaces, and the universe."""

    kind: PeriodKind
    first: date
    last: date
    codes: tuple[str, ...]
    over: str


class Controls(QWidget):
    """``changed`` for another period or other workplaces, ``over_changed`` for the universe.

    ``outside_asked`` carries the profile of a report for others, ``folder_asked`` opens the folder
    that a file was written to.
    """

    changed = Signal()
    over_changed = Signal(str)
    outside_asked = Signal(str)
    folder_asked = Signal()

    def __init__(
        self,
        services: Services,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.picker = period_picker(services)
        self.workplaces = WorkplaceFilter()
        self.over = Segmented(
            self.tr("Årsager og råd"),
            [Option("all", self.tr("Alle")), Option("first", self.tr("Unikke"))],
            look="chip",
        )
        self.over.set_value("all")
        self.profile = Segmented(
            self.tr("Hvem den er til"),
            [
                Option("internal", self.tr("Intern")),
                Option("steering", self.tr("Styregruppe …")),
                Option("public", self.tr("Offentlig …")),
            ],
            look="chip",
        )
        self.profile.set_value("internal")
        self.internal = Notice(
            self.tr(
                "Interne tal: de er ikke beskyttet mod, at nogen kan genkendes. "
                "Del dem ikke uden for projektet."
            ),
            action=self.tr("Pakke til evaluator …"),
        )
        self.saved = Notice("", "good", self.tr("Åbn mappen"))
        self.saved.hide()
        self._lay_out()
        self.picker.changed.connect(lambda *_: self.changed.emit())
        self.workplaces.changed.connect(self.changed)
        self.over.changed.connect(self.over_changed)
        self.profile.changed.connect(self._leave_internal)
        self.saved.activated.connect(self.folder_asked)

    def _leave_internal(self, profile: str) -> None:
        """Send whom a report is wanted for; what stands here stays internal."""
        self.profile.set_value("internal")
        if profile != "internal":
            self.outside_asked.emit(profile)

    def period(self) -> Period:
        """Return the chosen period."""
        return Period(*self.picker.period())

    def set_period(self, period: Period) -> None:
        """Choose a period; how it is stepped through follows from its ends."""
        self.picker.set_period(kind_of(period.first, period.last), period.first, period.last)

    def place(self) -> Place:
        """Return all that is chosen."""
        first, last = self.picker.period()
        codes = self.workplaces.codes()
        return Place(self.picker.kind(), first, last, codes, self.over.value())

    def set_place(self, place: Place) -> None:
        """Choose all of it, without sending anything."""
        self.picker.set_period(place.kind, place.first, place.last)
        self.workplaces.set_codes(place.codes)
        self.over.set_value(place.over)

    def first_button(self) -> QPushButton:
        """Return where the focus belongs when the page is entered."""
        kinds = self.picker.findChild(Segmented)
        assert isinstance(kinds, Segmented)
        return kinds.button(self.picker.kind())

    def say(self, text: str, *, openable: bool) -> None:
        """Show what became of an export; ``openable`` offers to open its folder."""
        self.saved.set_text(text)
        self.saved.button.setVisible(openable)
        self.saved.setVisible(bool(text))

    def _lay_out(self) -> None:
        over = QWidget()
        beside = QHBoxLayout(over)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(label(self.over.accessibleName(), "caption"))
        beside.addWidget(self.over, 1, Qt.AlignmentFlag.AlignVCenter)
        choices = Columns(
            (self.picker, self.workplaces, over), least=_ONE_LINE, shares=(0, 0, 1), gap=0.86
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.71))
        column.addWidget(choices)
        column.addWidget(self.profile)
        column.addWidget(self.internal)
        column.addWidget(self.saved)


_ONE_LINE = 68
"""The width in text sizes at which all choices stand in one line."""
