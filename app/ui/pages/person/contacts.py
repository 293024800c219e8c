"""The contacts of a person over time, each with what it was about."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.models.inquiry_details import InquiryDetails
from app.models.taxonomy import Term
from app.models.types import RecordId
from app.models.words import KINDS, short_date, short_time
from app.ui.pages.focus import holds_focus
from app.ui.pages.inquiries import detail_words
from app.ui.pages.line import Line
from app.ui.pages.person import words
from app.ui.services import Services
from app.ui.widgets.action_button import ActionButton
from app.ui.widgets.card import Card
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.group_title import GroupTitle
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.layouts import drop_widgets
from app.ui.widgets.measure import button, em, hairline, label


class ContactRow(Line):
    """One contact; its private note is folded away until it is asked for."""

    opened = Signal()

    def __init__(
        self, services: Services, details: InquiryDetails, terms: Mapping[str, Term]
    ) -> None:
        super().__init__()
        self.details = details
        self.note: QFrame | None = None
        inquiry = details.inquiry
        self.setAccessibleName(detail_words.subtitle(services, details))
        self.first.addWidget(label(short_date(inquiry.date), "strong"))
        self.first.addWidget(label(short_time(inquiry.time), "caption"))
        self.first.addStretch(1)
        kind = services.words(KINDS[details.kind])
        where = label(f"{kind} · {words.place(services, details)}", "caption", wrap=True)
        where.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
        self.text.addWidget(where)
        self._add_codes(services, inquiry.reasons, terms)
        if inquiry.advice:
            labels = (services.words(terms[c].label) if c in terms else c for c in inquiry.advice)
            told = self.tr("Råd: {advice}").format(advice=", ".join(labels))
            self.text.addWidget(label(told, wrap=True))
        self.text.addStretch(1)
        when = short_date(inquiry.date)
        self.open_button = button(
            self.tr("Åbn"), "quiet", name=self.tr("Åbn henvendelsen fra {date}").format(date=when)
        )
        self.open_button.clicked.connect(self.opened)
        self.note_button: ActionButton | None = None
        if inquiry.note:
            self._add_note(inquiry.note)
        self.buttons.addWidget(self.open_button)
        self.buttons.addStretch(1)

    def _add_note(self, text: str) -> None:
        note = _note(text, self.tr("Privat note: kommer aldrig med i opgørelser"))
        turn = button(self.tr("Vis note"), "quiet")
        self.buttons.addWidget(turn)
        self.add_below(note)
        self.note, self.note_button = note, turn
        turn.clicked.connect(lambda: self.fold_note(note.isVisible()))
        self.fold_note(True)

    def fold_note(self, folded: bool) -> None:
        """Fold the note away, or show it."""
        if self.note_button is None or self.note is None:
            return
        when = short_date(self.details.inquiry.date)
        self.note.setVisible(not folded)
        name = self.tr("Vis noten fra {date}") if folded else self.tr("Skjul noten fra {date}")
        self.note_button.setText(self.tr("Vis note") if folded else self.tr("Skjul note"))
        self.note_button.setAccessibleName(name.format(date=when))

    def _add_codes(
        self, services: Services, codes: Sequence[str], terms: Mapping[str, Term]
    ) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, gap=em(self, 0.71))
        for code in codes:
            term = terms.get(code)
            title = services.words(term.short) if term else code
            reason = GroupTitle(title, term.group if term else "")
            for each in reason.findChildren(QLabel):
                each.setProperty("role", "")
            flow.addWidget(reason)
        self.text.addWidget(holder)


class ContactList(Card):
    """All contacts, the newest first; ``opened`` carries the id of the one to be opened."""

    opened = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._services = services
        self._shown: tuple[InquiryDetails, ...] = ()
        self._none = label(self.tr("Ingen henvendelser endnu."), "muted", wrap=True)
        self.body.addWidget(self._none)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self.set_title(self.tr("Henvendelser"))
        self.rows: list[ContactRow] = []

    def show_contacts(
        self, contacts: tuple[InquiryDetails, ...], terms: Mapping[str, Term]
    ) -> None:
        """Show contacts; notes that were unfolded and the focus stay where nothing changed."""
        if contacts == self._shown and self.rows:
            return
        held = next((n for n, row in enumerate(self.rows) if holds_focus(row)), None)
        self._shown = contacts
        self._clear()
        for details in contacts:
            if self.rows:
                self._column.addWidget(hairline())
            row = ContactRow(self._services, details, terms)
            inquiry_id: RecordId = details.inquiry.id
            row.opened.connect(lambda asked=inquiry_id: self.opened.emit(asked))
            self.rows.append(row)
            self._column.addWidget(row)
            row.show()
        self._none.setVisible(not contacts)
        if held is not None and self.rows:
            self.rows[min(held, len(self.rows) - 1)].open_button.setFocus()

    def _clear(self) -> None:
        self.rows = []
        drop_widgets(self._column)


def _note(text: str, private: str) -> QFrame:
    well = QFrame()
    well.setProperty("surface", "well")
    grid = QGridLayout(well)
    grid.setColumnStretch(1, 1)
    grid.addWidget(IconView("lock", "muted", 1.0), 0, 0)
    grid.addWidget(label(private, "caption", wrap=True), 0, 1)
    written = label(text, wrap=True)
    written.setTextFormat(Qt.TextFormat.PlainText)
    grid.addWidget(written, 1, 0, 1, 2)
    return well
