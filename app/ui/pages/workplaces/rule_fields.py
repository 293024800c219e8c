"""The fields of a presence rule, in the order in which one would say it."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.models.plan_types import PresenceRule
from app.models.plan_words import SHORT_WEEKDAYS, WEEKDAYS
from app.models.typed_dates import parse_date
from app.models.types import Shift
from app.models.words import SHIFTS
from app.ui.pages.plan.time_field import TimeField
from app.ui.pages.workplaces.counsellors_field import CounsellorsField
from app.ui.pages.workplaces.places_field import PlacesField
from app.ui.pages.workplaces.rhythm_field import RhythmField
from app.ui.pages.workplaces.rule_reading import ShownRules
from app.ui.services import Services
from app.ui.widgets.chips import ChipBoard, ChipGroup, ChipItem
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import em
from app.ui.widgets.segmented import Option, Segmented


class RuleFields(QWidget):
    """Shows a rule and returns what became of it; ``changed`` is sent when a person edits.

    ``begins`` is the first day of a new rule; of one that ``has_begun``, the first day on which it
    is another, and ``reason`` says why. The ``preview`` stands between what it depends on most.
    """

    changed = Signal()

    def __init__(
        self,
        services: Services,
        shown: ShownRules,
        base: PresenceRule,
        preview: QWidget,
        *,
        has_begun: bool,
    ) -> None:
        super().__init__()
        self._services = services
        self._has_begun = has_begun
        self.rhythm = RhythmField(services)
        self.weekdays = self._weekdays()
        self.time, self.minutes = TimeField(self.tr("Klokken")), QLineEdit()
        self.minutes.setMaxLength(4)
        self.shift = Segmented(
            self.tr("Vagt"),
            [Option(key.value, services.words(text)) for key, text in SHIFTS.items()],
            look="chip",
        )
        self.counsellors = CounsellorsField(
            [who for who in shown.counsellors if who.active or who.id in base.counsellor_ids]
        )
        self.first_time = Choice(self.tr("Første gang"), ())
        self.begins = self._date_field(self.tr("Fra"), required=True)
        self.valid_until = self._date_field(self.tr("Sidste dag"))
        self.reason, self.remark = QLineEdit(), QLineEdit()
        self.places = PlacesField(shown.addresses)
        self._grids = (FormGrid(), FormGrid(), FormGrid(), FormGrid())
        self._lay_out(preview)
        self._connect()

    def grids(self) -> tuple[FormGrid, ...]:
        """Return the grids of fields, from above."""
        return self._grids

    def offer_first_times(self, options: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer the weeks in which the rhythm can begin, where there is more than one."""
        self.first_time.set_options(options)
        self.first_time.set_value(chosen)
        self._grids[1].set_row_visible("anchor", len(options) > 1)

    def applied_to(self, rule: PresenceRule) -> PresenceRule:
        """Return the rule with what stands in the fields; what is no number is 0."""
        minutes, days = self.minutes.text().strip(), self.weekdays.keys()
        return replace(
            rule,
            every_weeks=self.rhythm.value(),
            weekdays=tuple(sorted(map(int, days))),
            time=self.time.time(),
            minutes=int(minutes) if minutes.isdecimal() else 0,
            shift=Shift(self.shift.value()),
            places=self.places.value(),
            counsellor_ids=self.counsellors.value(),
            valid_until=self.valid_until.value(),
            remark=self.remark.text().strip(),
        )

    def show_rule(self, rule: PresenceRule) -> None:
        """Show a rule."""
        self.rhythm.set_value(rule.every_weeks)
        self.weekdays.set_selected([str(day) for day in rule.weekdays])
        self.time.set_time(rule.time)
        self.minutes.setText(str(rule.minutes) if rule.minutes else "")
        self.shift.set_value(rule.shift)
        self.places.set_value(rule.places)
        self.counsellors.set_value(rule.counsellor_ids)
        self.valid_until.set_value(rule.valid_until)
        self.remark.setText(rule.remark)

    def _weekdays(self) -> ChipBoard:
        words = self._services.words
        board = ChipBoard(self.tr("Ugedage"))
        names = [words(name).capitalize() for name in SHORT_WEEKDAYS]
        days = [ChipItem(str(number), name) for number, name in enumerate(names, start=1)]
        board.set_groups([ChipGroup("", days)])
        for day, name in zip(days, WEEKDAYS, strict=True):
            board.chip(day.key).setAccessibleName(words(name))
        board.setFocusProxy(board.chip("1"))
        return board

    def _date_field(self, name: str, *, required: bool = False) -> DateField:
        services = self._services
        return DateField(name, lambda text: parse_date(text, services.today()), required=required)

    def _lay_out(self, preview: QWidget) -> None:
        rhythm, clock, validity, where = self._grids
        rhythm.add_row("every_weeks", self.tr("Hvor tit"), self.rhythm)
        rhythm.add_row("weekdays", self.tr("Ugedage"), self.weekdays)
        rhythm.add_row("shift", self.tr("Vagt"), self.shift)
        rhythm.add_row("counsellor_ids", self.tr("Vejledere"), self.counsellors)
        clock.add_row("time", self.tr("Klokken"), self.time)
        clock.add_row("minutes", self.tr("Minutter"), self.minutes)
        if self._has_begun:
            kept = self.tr("Tidligere fremmøder ændres ikke.")
            validity.add_row("valid_from", self.tr("Ændres fra"), self.begins, kept)
            validity.add_row("reason", self.tr("Hvorfor"), self.reason, self.tr("Fx at flere kom."))
        else:
            validity.add_row("valid_from", self.tr("Gælder fra"), self.begins)
        clock.add_row("anchor", self.tr("Første gang"), self.first_time)
        open_end = self.tr("Lad feltet stå tomt, så længe I kommer der.")
        validity.add_row("valid_until", self.tr("Sidste dag"), self.valid_until, open_end)
        where.add_row("places", self.tr("Sted"), self.places)
        where.add_row("remark", self.tr("Bemærkning"), self.remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(em(self, 0.71))
        for part in (rhythm, Columns((clock, validity), least=44, gap=1.7), preview, where):
            column.addWidget(part)

    def _connect(self) -> None:
        for line in (self.time, self.minutes, self.reason, self.remark):
            line.textEdited.connect(lambda _: self.changed.emit())
        for field in (self.rhythm, self.places, self.counsellors):
            field.changed.connect(self.changed)
        for day in (self.begins, self.valid_until):
            day.changed.connect(lambda _: self.changed.emit())
        self.weekdays.toggled.connect(lambda *_: self.changed.emit())
        self.shift.changed.connect(lambda _: self.changed.emit())
