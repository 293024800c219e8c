"""Everything about one inquiry, the private note and the history of changes included."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.models.inquiry_details import InquiryDetails
from app.models.people import is_erased
from app.models.taxonomy import Term
from app.ui.pages.inquiries import detail_words
from app.ui.pages.inquiries.linking import LinkingPart
from app.ui.pages.referrals import words as referral_words
from app.ui.pages.scrolled import Scrolled
from app.ui.services import Services
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.group_title import Dot
from app.ui.widgets.icon_view import IconView
from app.ui.widgets.measure import button, em, hairline, label


class DetailsPane(QFrame):
    """Shows one inquiry; ``edit_asked``, ``duplicate_asked`` and ``delete_asked`` are its buttons.

    ``person_asked`` asks for the page of the person whom it is about, ``promise_asked`` for a new
    follow-up, ``refer_asked`` for sending them on to an offer.
    """

    edit_asked = Signal()
    duplicate_asked = Signal()
    delete_asked = Signal()
    person_asked = Signal()
    promise_asked = Signal()
    refer_asked = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._terms: dict[str, Term] = {}
        self.shown: InquiryDetails | None = None
        self.setProperty("surface", "card")
        self.setMinimumSize(em(self, 16), em(self, 13))
        self._scrolled = Scrolled()
        self._nothing = label(self.tr("Vælg en henvendelse for at se den her."), "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.edit = button(self.tr("Ret"), name=self.tr("Ret henvendelsen (F2)"))
        self.duplicate = button(
            self.tr("Kopiér til ny"), "quiet", name=self.tr("Kopiér til ny henvendelse (Ctrl+D)")
        )
        self.person = button(self.tr("Personen"), "quiet", name=self.tr("Åbn personens side"))
        self.promise = button(
            self.tr("Følg op"), "quiet", name=self.tr("Ny opfølgning på henvendelsen")
        )
        self.refer = button(
            self.tr("Henvis …"), "quiet", name=self.tr("Henvis til et tilbud ud fra rådene")
        )
        self.delete = button(
            self.tr("Slet"), "quiet", name=self.tr("Slet henvendelsen (Delete); kan fortrydes")
        )
        for made, asked in (
            (self.edit, self.edit_asked),
            (self.person, self.person_asked),
            (self.promise, self.promise_asked),
            (self.refer, self.refer_asked),
            (self.duplicate, self.duplicate_asked),
            (self.delete, self.delete_asked),
        ):
            made.setToolTip(made.accessibleName())
            made.clicked.connect(asked)
        self.linking = LinkingPart(services)
        self.linking.opened.connect(self._make_room)
        self._buttons = QWidget()
        row = FlowLayout(self._buttons, gap=em(self, 0.43))
        for made in (
            *(self.edit, self.person, self.promise, self.refer),
            *(self.duplicate, self.linking.button, self.delete),
        ):
            row.addWidget(made)
        side = em(self, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(side, side, side, em(self, 0.57))
        column.addWidget(self._nothing, 1)
        column.addWidget(self._scrolled, 1)
        column.addWidget(self.linking, 1)
        column.addWidget(self._buttons)
        self.show_details(None)

    def set_terms(self, terms: Sequence[Term]) -> None:
        """Use these labels for codes."""
        self._terms = {term.code: term for term in terms}

    def show_details(self, details: InquiryDetails | None) -> None:
        """Show an inquiry, or that none is chosen."""
        self.shown = details
        self._nothing.setVisible(details is None)
        self._scrolled.setVisible(details is not None)
        self._buttons.setVisible(details is not None)
        self.linking.show_details(details)
        person = details.person if details is not None else None
        erased = person is not None and is_erased(person)
        self.person.setVisible(person is not None and not erased)
        for made in (self.promise, self.refer):
            made.setVisible(details is not None and not erased)
        content = QWidget()
        content.setProperty("transparent", "true")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, em(self, 0.5), 0)
        column.setSpacing(em(self, 0.57))
        if details is not None:
            self._fill(column, details)
            self.setAccessibleName(detail_words.title(self._services, details))
        column.addStretch(1)
        self._scrolled.setWidget(content)  # the one before is deleted

    def _make_room(self, linking: bool) -> None:
        """Let the form stand in the place of the details while it is there."""
        there = self.shown is not None and not linking
        self._scrolled.setVisible(there)
        self._buttons.setVisible(there)

    def _fill(self, column: QVBoxLayout, details: InquiryDetails) -> None:
        words, services = detail_words, self._services
        column.addWidget(_text(words.title(services, details), "heading"))
        column.addWidget(_text(words.subtitle(services, details), "caption"))
        self._add_codes(column, self.tr("Årsager"), details.inquiry.reasons)
        self._add_codes(column, self.tr("Råd"), details.inquiry.advice)
        column.addWidget(hairline())
        column.addWidget(_pairs(self, words.facts(services, details)))
        if details.inquiry.note:
            column.addWidget(self._note(details.inquiry.note))
        for followup in details.followups:
            column.addWidget(_text(words.follow_up(followup), "caption"))
        for referral in details.referrals:
            told = referral_words.one_line(services, referral, self._terms)
            column.addWidget(_text(told, "caption"))
        column.addWidget(hairline())
        column.addWidget(label(self.tr("Ændringer"), "section"))
        for line in details.history:
            column.addWidget(_text(words.change(services, line), "caption"))

    def _add_codes(self, column: QVBoxLayout, title: str, codes: tuple[str, ...]) -> None:
        if not codes:
            return
        column.addWidget(label(title, "section"))
        for code in codes:
            term = self._terms.get(code)
            line = QWidget()
            row = QGridLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setColumnStretch(1, 1)
            if term is not None and term.group:
                row.addWidget(Dot(term.group), 0, 0)
            row.addWidget(_text(self._services.words(term.label) if term else code), 0, 1)
            column.addWidget(line)

    def _note(self, note: str) -> QFrame:
        well = QFrame()
        well.setProperty("surface", "well")
        grid = QGridLayout(well)
        grid.setColumnStretch(1, 1)
        grid.addWidget(IconView("lock", "muted", 1.0), 0, 0)
        private = self.tr("Privat note: kommer aldrig med i opgørelser")
        grid.addWidget(label(private, "caption", wrap=True), 0, 1)
        grid.addWidget(_text(note), 1, 0, 1, 2)
        return well


def _text(text: str, role: str = "") -> QLabel:
    made = label(text, role, wrap=True)
    made.setTextFormat(Qt.TextFormat.PlainText)  # what people wrote is never markup
    return made


def _pairs(parent: QWidget, facts: Sequence[tuple[str, str]]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(em(parent, 0.86))
    grid.setVerticalSpacing(em(parent, 0.29))
    grid.setColumnStretch(1, 1)
    for line, (name, value) in enumerate(facts):
        grid.addWidget(label(name, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_text(value), line, 1)
    return holder
