"""The retention periods with their history, and the form of one of them."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import InvalidInput
from app.models.case_types import RetentionPeriod, RetentionSubject
from app.models.retention_periods import LONGEST, Standing, standing_of
from app.models.retention_words import MEANINGS, NO_PERIOD, STANDINGS, SUBJECTS, period_words
from app.models.store import Store
from app.models.typed_dates import parse_date
from app.models.types import RecordId
from app.ui.pages.focus import holds_focus
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.choice import Choice
from app.ui.widgets.date_field import DateField
from app.ui.widgets.entry_list import Entry, EntryList
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form import FormGrid
from app.ui.widgets.measure import button, em, label

_ROW_HEIGHT = 3.9
_ROWS = 5
"""How many lines of the list are seen without scrolling."""


class RetentionPeriodsCard(Card):
    """A line for every period, and one for every subject that has none; the form edits one."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._periods: dict[str, RetentionPeriod] = {}
        self._chosen = ""
        self._filled: tuple[str, ...] = ()
        self.set_title(self.tr("Kommunens perioder"))
        self.list = EntryList(self.tr("Opbevaringsperioder, de nyeste øverst"))
        self.list.setMinimumHeight(em(self, _ROW_HEIGHT * _ROWS))
        self.subject = Choice(
            self.tr("Hvad"), [(key.value, services.words(text)) for key, text in SUBJECTS.items()]
        )
        self.meaning = label("", "caption", wrap=True)
        self.months, self.basis = QLineEdit(), QLineEdit()
        today = services.today
        self.valid_from = DateField(
            self.tr("Gælder fra"), lambda text: parse_date(text, today()), required=True
        )
        self.save_button = button(self.tr("Gem perioden"), "primary")
        self.delete_button = button(self.tr("Slet perioden"))
        self._form = FormGrid()
        self._lay_out()
        self._fill(RetentionSubject.PERSON, None)
        self.list.chosen.connect(self._choose)
        self.subject.chosen.connect(lambda _: self._show_meaning())
        self.save_button.clicked.connect(self.save)
        self.delete_button.clicked.connect(self.delete)
        for line in (self.months, self.basis):
            line.returnPressed.connect(self.save)

    def reload(self) -> None:
        """Read the periods; what is being typed stays."""
        self._services.runner.run(
            lambda store: store.retention_periods.all(), self._show, key="settings.retention"
        )

    def save(self) -> None:
        """Store what stands in the form; one of the same subject and day is corrected."""
        if not self.valid_from.take_typed():
            self.valid_from.line.setFocus()
            return
        subject, day = RetentionSubject(self.subject.value()), self.valid_from.value()
        months, basis = self._typed_months(), self.basis.text()
        assert day is not None

        def job(store: Store, day: date = day) -> RetentionPeriod:
            return store.retention_periods.set(subject, months, basis, day)

        self._services.commands.run(self.tr("Perioden er gemt"), job, self._saved, self._refused)

    def delete(self) -> None:
        """Delete the chosen period; it can be taken back."""
        period = self._periods.get(self._chosen)
        if period is None:
            return
        self._services.commands.run(
            self.tr("Perioden er slettet"),
            lambda store: store.retention_periods.delete(RecordId(period.id)),
            lambda _: self._deleted(period.subject),
        )

    def _lay_out(self) -> None:
        about = self.tr(
            "Vejviser sætter ingen periode og sletter intet af sig selv: kommunen bestemmer, hvor "
            "længe noget gemmes, og med hvilken hjemmel. Den nyeste periode, der gælder på dagen, "
            "tæller; de tidligere bliver stående."
        )
        self.body.addWidget(label(about, "caption", wrap=True))
        self.body.addWidget(self.list)
        self._form.add_row("subject", self.tr("Hvad"), self.subject)
        self._form.add_row("months", self.tr("Måneder"), self.months)
        self._form.add_row(
            "legal_basis",
            self.tr("Hjemmel"),
            self.basis,
            self.tr("I ord, som kommunen har givet den: lov, paragraf, bevaringsbestemmelse."),
        )
        self._form.add_row("valid_from", self.tr("Gælder fra"), self.valid_from)
        self.body.addWidget(self.meaning)
        self.body.addWidget(self._form)
        foot = QWidget()
        flow = FlowLayout(foot, gap=em(self, 0.57))
        flow.addWidget(self.save_button)
        flow.addWidget(self.delete_button)
        self.body.addWidget(foot)

    def _show(self, periods: tuple[RetentionPeriod, ...]) -> None:
        before = self._periods.get(self._chosen)
        self._periods = {period.id: period for period in periods}
        if before is not None and before.id not in self._periods:
            # Undone or deleted elsewhere: the form goes back to the subject without a period.
            self._chosen = before.subject.value
            self.delete_button.setEnabled(False)
        self.list.show_entries(self._entries(periods), self._chosen)
        typing = self._typed() != self._filled
        if not typing and self._chosen:
            self._choose(self._chosen)

    def _entries(self, periods: tuple[RetentionPeriod, ...]) -> list[Entry]:
        said, today = self._services.words, self._services.today()
        entries: list[Entry] = []
        for subject in RetentionSubject:
            name = said(SUBJECTS[subject])
            theirs = [
                (period, standing_of(period, periods, today))
                for period in periods
                if period.subject is subject
            ]
            if Standing.HOLDS not in (standing for _, standing in theirs):
                entries.append(Entry(subject.value, name, said(NO_PERIOD), muted=True))
            for period, standing in theirs:
                other = standing is not Standing.HOLDS
                heading = f"{name} ({said(STANDINGS[standing])})" if other else name
                told = said(period_words(period))
                entries.append(Entry(period.id, heading, told, muted=other))
        return entries

    def _choose(self, chosen: str) -> None:
        self._chosen = chosen
        period = self._periods.get(chosen)
        self._fill(period.subject if period else RetentionSubject(chosen), period)

    def _fill(self, subject: RetentionSubject, period: RetentionPeriod | None) -> None:
        self.subject.set_value(subject)
        self.months.setText(str(period.months) if period else "")
        self.basis.setText(period.legal_basis if period else "")
        self.valid_from.set_value(period.valid_from if period else self._services.today())
        self.delete_button.setEnabled(period is not None)
        self._form.clear_problems()
        self._show_meaning()
        self._filled = self._typed()

    def _show_meaning(self) -> None:
        text = self._services.words(MEANINGS[RetentionSubject(self.subject.value())])
        self.meaning.setText(text)
        self.subject.setAccessibleDescription(text)

    def _typed(self) -> tuple[str, ...]:
        fields = (self.months, self.basis, self.valid_from.line)
        return (self.subject.value(), *(field.text() for field in fields))

    def _typed_months(self) -> int:
        """Return the number that was typed, 0 for what is none: no period can have that."""
        text = self.months.text().strip()
        return int(text) if text.isdecimal() and len(text) <= len(str(LONGEST)) else 0

    def _saved(self, period: RetentionPeriod) -> None:
        self._chosen = period.id
        self._fill(period.subject, period)
        self.reload()

    def _deleted(self, subject: RetentionSubject) -> None:
        held = holds_focus(self.delete_button)
        self._chosen = ""
        self._fill(subject, None)
        self.reload()
        if held:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidInput):
            said = self._services.words
            self._form.set_problems({p.field: said(p.text) for p in error.problems})
        else:
            self._services.notices.show_error(error)
