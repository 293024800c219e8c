"""The question before anything that has run out is erased: what goes, what stays, yes or no."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout, QWidget

from app.export.erasure_words import backup_words, kept_words, named_words
from app.models.case_types import RetentionSubject
from app.models.clock_check import ClockDoubt
from app.models.erasure import Erasure
from app.models.retention_due import Due
from app.models.retention_words import SUBJECTS
from app.models.words import short_date, whole_number
from app.ui.services import Services
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.measure import announce, button, em, label

_TEXTS = (RetentionSubject.NOTE, RetentionSubject.FOLLOWUP, RetentionSubject.REFERRAL)
"""Of these the words go, and the rest is still counted."""


class RetentionQuestion(QFrame):
    """Where the clock is doubted, somebody must say first that the date is right."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.setProperty("tone", "danger")
        column = QVBoxLayout(self)
        side = em(self, 0.86)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(em(self, 0.57))
        title = label(self.tr("Slet de valgte for altid?"), "strong", wrap=True)
        self.told = label("", wrap=True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.clock = QCheckBox()
        self.no = button(self.tr("Behold dem"), name=self.tr("Behold dem (Esc)"))
        self.yes = button(self.tr("Slet for altid"), "danger")
        self.clock.toggled.connect(lambda _: self._set_yes())
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=em(self, 0.57))
        flow.addWidget(self.no)
        flow.addWidget(self.yes)
        for widget in (title, self.told, self.clock, buttons):
            column.addWidget(widget)

    @property
    def clock_is_right(self) -> bool:
        """Whether somebody said so."""
        return not self.clock.isHidden() and self.clock.isChecked()

    def ask(self, chosen: Sequence[Due], erasure: Erasure | None, doubt: ClockDoubt | None) -> None:
        """Show what the erasure does."""
        lines = tuple(self._lines(chosen, erasure))
        self.told.setText("\n".join(f"• {line}" for line in lines))
        self.clock.setChecked(False)
        self.clock.setVisible(doubt is not None)
        if doubt is not None:
            today = short_date(doubt.today)
            self.clock.setText(self.tr("Datoen er rigtig: i dag er det {day}").format(day=today))
        self._set_yes()
        self.show()
        announce(self, " ".join(lines))

    def _set_yes(self) -> None:
        self.yes.setEnabled(self.clock.isHidden() or self.clock.isChecked())

    def _lines(self, chosen: Sequence[Due], erasure: Erasure | None) -> Iterator[str]:
        said = self._services.words
        for subject in RetentionSubject:
            count = sum(due.count for due in chosen if due.subject is subject)
            if count:
                yield f"{said(SUBJECTS[subject])}: {whole_number(count)}"
        if erasure is not None:
            for text in (kept_words(erasure), *backup_words(erasure), *named_words(erasure)):
                yield said(text)
            yield self.tr("Der skrives en kvittering, som ikke siger hvem.")
        if any(due.subject in _TEXTS for due in chosen):
            yield self.tr("Noter, opfølgninger og henvisninger får kun teksterne slettet.")
        if any(due.subject is not RetentionSubject.PERSON for due in chosen):
            yield self.tr("Sikkerhedskopierne har det hele, indtil de selv slettes.")
        yield self.tr("Det kan ikke fortrydes.")
