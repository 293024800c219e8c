"""The head of the plan: what is shown, whose visits, and what can be made of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.models.types import Counsellor, RecordId
from app.ui import icons
from app.ui.pages.plan.export_menu import ExportButton
from app.ui.pages.plan.place_filter import PlaceFilter
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label
from app.ui.widgets.segmented import Option, Segmented


class Controls(QWidget):
    """``stepped(by)``, ``today_asked()``, ``mode_chosen(mode)`` and ``filtered()``.

    ``new_visit_asked()``, ``new_activity_asked()`` and ``export_asked(format)`` are its buttons.
    """

    stepped = Signal(int)
    today_asked = Signal()
    mode_chosen = Signal(str)
    filtered = Signal()
    new_visit_asked = Signal()
    new_activity_asked = Signal()
    export_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = False
        self.back = _arrow("chevron-left", self.tr("Forrige (Page Up)"))
        self.on = _arrow("chevron-right", self.tr("Næste (Page Down)"))
        self.title = label("", "strong")
        self.title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title.setMinimumWidth(em(self, _USUAL_TITLE))
        self.today = button(self.tr("I dag"), name=self.tr("Vis i dag (T)"))
        self.mode = Segmented(
            self.tr("Vis"),
            [
                Option("day", self.tr("Dag")),
                Option("week", self.tr("Uge")),
                Option("month", self.tr("Måned")),
            ],
        )
        self.counsellor = Choice(self.tr("Vejleder"), [])
        self.counsellor.setMinimumContentsLength(_LONGEST_NAME)
        self.place = PlaceFilter(self.tr("Arbejdsplads"), self.tr("Alle arbejdspladser"))
        self.export = ExportButton()
        self.new_visit = button(self.tr("Nyt fremmøde"), "primary")
        self.new_visit.setToolTip(self.tr("Nyt fremmøde (Ctrl+Skift+N)"))
        self.new_activity = button(self.tr("Ny aktivitet"))
        self._lay_out()
        self._connect()

    def show_span(self, mode: str, title: str) -> None:
        """Show what is shown, and let a screen reader say it where it is new."""
        self.mode.set_value(mode)
        if title != self.title.text():
            self.title.setText(title)
            announce(self, title)

    def show_counsellors(self, counsellors: Sequence[Counsellor], chosen: RecordId) -> None:
        """Offer the counsellors, of whom one is chosen, or with "" all."""
        active = [each for each in counsellors if each.active or each.id == chosen]
        self.counsellor.set_options(
            [
                ("", self.tr("Alle vejledere")),
                *((each.id, f"{each.initials} · {each.name}") for each in active),
            ]
        )
        self.counsellor.set_value(chosen)
        self._known = True
        self.counsellor.setVisible(len(active) > 1)

    def counsellor_id(self) -> RecordId | None:
        """Return whose visits are shown, "" for everybody's; None before anybody is known."""
        return RecordId(self.counsellor.value()) if self._known else None

    def clear_filters(self) -> None:
        """Show everybody's visits at all workplaces, without sending ``filtered``."""
        self._known = True
        self.counsellor.set_value("")
        self.place.show_all()

    def _lay_out(self) -> None:
        steps = _flow((self.back, self.title, self.on), em(self, 0.29))
        title = label(self.tr("Fremmødeplan"), "title")
        gap = em(self, 0.57)
        first = _flow((title, steps, self.today, self.mode), gap)
        last = _flow((self.export, self.new_activity, self.new_visit), gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.57))
        column.addWidget(Columns((first, last), least=_ONE_LINE, shares=(1, 0), gap=0.57))
        column.addWidget(_flow((self.counsellor, self.place), gap))

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.stepped.emit(-1))
        self.on.clicked.connect(lambda: self.stepped.emit(1))
        self.today.clicked.connect(self.today_asked)
        self.mode.changed.connect(self.mode_chosen)
        self.counsellor.chosen.connect(lambda _: self.filtered.emit())
        self.place.changed.connect(self.filtered)
        self.export.asked.connect(self.export_asked)
        self.new_activity.clicked.connect(self.new_activity_asked)
        self.new_visit.clicked.connect(self.new_visit_asked)


_USUAL_TITLE = 8.6
"""Room for every day, week and month, so that the arrows stay where they are."""

_LONGEST_NAME = 16
"""Letters of a counsellor's name that are shown."""

_ONE_LINE = 72
"""The width in text sizes at which everything above the filters stands in one line."""


def _flow(widgets: Sequence[QWidget], gap: int) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, gap=gap)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


def _arrow(icon: str, name: str) -> QToolButton:
    made = QToolButton()
    made.setProperty("kind", "quiet")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    made.setToolTip(name)
    icons.set_icon(made, icon, "text", em(made, 1.2))
    return made
