"""A choice of period: a month, a quarter, the year to date, or any two dates."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.widgets.date_field import DateField
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, em, label
from app.ui.widgets.periods import PeriodKind, neighbour, period_around
from app.ui.widgets.segmented import Option, Segmented


class PeriodPicker(QWidget):
    """``changed(first, last)`` is sent with both days included, also when one is chosen at last.

    ``refused`` is sent when what was typed is no period: then :meth:`period` is the one before.

    ``kinds`` are those to choose from; of one alone nothing is to be chosen.
    ``title(kind, first, last)`` names a period ("oktober 2026"), ``parse`` reads typed dates,
    ``parse_month`` typed months: between the arrows one types the month that the period is around.
    """

    changed = Signal(object, object)
    refused = Signal()

    def __init__(
        self,
        title: Callable[[PeriodKind, date, date], str],
        parse: Callable[[str], date | None],
        parse_month: Callable[[str], date | None],
        today: date,
        parent: QWidget | None = None,
        *,
        kinds: Sequence[PeriodKind] = ("month", "quarter", "year", "own"),
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._kind: PeriodKind = "month"
        self._valid = True
        self._error = label("", "error")
        self._period = period_around("month", today)
        offered = [option for option in self._options() if option.key in kinds]
        self._kinds = Segmented(self.tr("Periode"), offered, look="chip")
        if len(offered) == 1:
            self._kinds.hide()
        self._kinds.set_value("month")
        self._kinds.changed.connect(self._kind_chosen)
        self.back = _arrow("chevron-left", self.tr("Forrige periode"))
        self._on = _arrow("chevron-right", self.tr("Næste periode"))
        self.back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))
        self._parse_month = parse_month
        self.month = QLineEdit()
        self.month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.month.setAccessibleName(self.tr("Periode: skriv en måned"))
        self.month.setToolTip(self.tr("Skriv en måned, fx 9/2019 eller sept. 2019"))
        self.month.editingFinished.connect(self._month_typed)
        self.month.textEdited.connect(lambda _: self._error.hide())
        self.first = DateField(self.tr("Fra og med"), parse, required=True)
        self.last = DateField(self.tr("Til og med"), parse, required=True)
        self.first.judged.connect(lambda _: self._dates_typed())
        self.last.judged.connect(lambda _: self._dates_typed())
        self._lay_out()
        self._show()

    def kind(self) -> PeriodKind:
        """Return which kind of period is chosen."""
        return self._kind

    def period(self) -> tuple[date, date]:
        """Return the first and last day, both included."""
        return self._period

    def is_valid(self) -> bool:
        """Tell whether the period is what the fields say."""
        return self._valid

    def set_period(self, kind: PeriodKind, first: date, last: date) -> None:
        """Show a period without sending ``changed``."""
        self._kind, self._period = kind, (first, last)
        self._kinds.set_value(kind)
        self._show()

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) period."""
        self._change(neighbour(self._kind, self._period, by))

    def _options(self) -> list[Option]:
        return [
            Option("month", self.tr("Måned")),
            Option("quarter", self.tr("Kvartal")),
            Option("year", self.tr("År til dato")),
            Option("own", self.tr("Egen periode")),
        ]

    def _lay_out(self) -> None:
        self._own = QWidget()
        own = QHBoxLayout(self._own)
        own.setContentsMargins(0, 0, 0, 0)
        for field in (self.first, self.last):
            words = label(field.line.accessibleName(), "caption")
            words.setBuddy(field.line)
            own.addWidget(words)
            own.addWidget(field)
        self._steps = QWidget()
        steps = QHBoxLayout(self._steps)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(em(self, 0.29))
        steps.addWidget(self.back)
        steps.addWidget(self.month)
        steps.addWidget(self._on)
        flow = FlowLayout(gap=em(self, 0.57))
        for part in (self._kinds, self._steps, self._own):
            flow.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(flow)
        column.addWidget(self._error)

    def _kind_chosen(self, kind: PeriodKind) -> None:
        self._kind = kind
        self._change(self._period if kind == "own" else period_around(kind, self._period[1]))

    def _month_typed(self) -> None:
        """Go to the period around the month that was typed; what is none changes nothing."""
        if not self.month.isModified():
            return
        typed = self.month.text().strip()
        month = self._parse_month(typed)
        if month is not None:
            self._change(period_around(self._kind, month))
        else:
            self._show_title()
            said = self.tr("»{text}« er ikke en måned. Skriv fx 9/2019 eller sept. 2019.")
            self._error.setText(said.format(text=typed))
            self._error.show()
            announce(self.month, self._error.text())
        self.month.selectAll()

    def _show_title(self) -> None:
        """Name the period where a month can be typed, with room for all of it."""
        title = self._title(self._kind, *self._period)
        self.month.setText(title)
        room = self.month.fontMetrics().horizontalAdvance(title) + em(self, 2)
        self.month.setFixedWidth(max(em(self, 11), room))

    def _dates_typed(self) -> None:
        first, last = self.first.value(), self.last.value()
        if not (first and last and self.first.is_valid() and self.last.is_valid()):
            self._refuse("")  # the field says what is wrong
        elif first > last:
            self._refuse(self.tr("Den sidste dag ligger før den første."))
        else:
            self._change((first, last))

    def _refuse(self, message: str) -> None:
        if message and message != self._error.text():
            announce(self, message)
        self._error.setText(message)
        self._error.setVisible(bool(message))
        self._valid = False
        self.refused.emit()

    def _change(self, period: tuple[date, date]) -> None:
        changed = period != self._period or not self._valid
        self._period = period
        self._show()
        if changed:
            announce(self, self.month.text())
            self.changed.emit(*period)

    def _show(self) -> None:
        own = self._kind == "own"
        self._own.setVisible(own)
        self._steps.setVisible(not own)
        self._show_title()
        self._valid = True
        self._error.hide()
        self._error.clear()
        self.first.set_value(self._period[0])
        self.last.set_value(self._period[1])


def _arrow(icon: str, name: str) -> QToolButton:
    made = QToolButton()
    made.setProperty("kind", "quiet")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    made.setToolTip(name)
    icons.set_icon(made, icon, "text", em(made, 1.2))
    return made
