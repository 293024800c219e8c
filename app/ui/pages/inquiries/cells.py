"""What the cells of the list say, on screen and on the clipboard."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.models.inquiry_list import InquiryRow, InquirySort
from app.models.people import ERASED_NAME
from app.models.taxonomy import Term
from app.models.types import Channel, Identity
from app.models.words import CHANNELS, KINDS, ROLES, SICK_LEAVES, grouped_phone
from app.models.words import short_date as day_text
from app.models.words import short_time as time_text
from app.ui.pages.inquiries.inquiries_table import Column
from app.ui.services import Services
from app.ui.widgets.clipboard import tab_separated

translate = QCoreApplication.translate

SORTS = {
    Column.PERSON: InquirySort.PERSON,
    Column.KIND: InquirySort.KIND,
    Column.WORKPLACE: InquirySort.WORKPLACE,
    Column.COUNSELLOR: InquirySort.COUNSELLOR,
}
"""The orders by word; the first column has the two orders by time."""


class Cells:
    """Words for rows, with the labels of the code lists."""

    def __init__(self, services: Services) -> None:
        self._words = services.words
        self._terms: dict[str, Term] = {}

    def set_terms(self, terms: Sequence[Term]) -> None:
        """Use these labels for codes."""
        self._terms = {term.code: term for term in terms}

    def headings(self) -> list[str]:
        """Return the headings of the columns of the list."""
        return [
            translate("Inquiries", "Dato"),
            translate("Inquiries", "Person"),
            translate("Inquiries", "Slags"),
            translate("Inquiries", "Arbejdsplads"),
            translate("Inquiries", "Årsager"),
            translate("Inquiries", "Råd"),
            translate("Inquiries", "Vejleder"),
        ]

    def text(self, row: InquiryRow, column: Column) -> str:
        """Return the text of one cell."""
        match column:
            case Column.WHEN:
                return f"{day_text(row.date)} {time_text(row.time)}".strip()
            case Column.PERSON:
                return self._person(row)
            case Column.KIND:
                return self._words(KINDS[row.kind])
            case Column.WORKPLACE:
                return self._place(row)
            case Column.REASONS:
                return ", ".join(label for _, label in self.tags(row, column))
            case Column.ADVICE:
                return ", ".join(label for _, label in self.tags(row, column))
            case Column.COUNSELLOR:
                return row.counsellor

    def tags(self, row: InquiryRow, column: Column) -> tuple[tuple[str, str], ...]:
        """Return group and short label of the codes in a cell; advice has no group."""
        codes = {Column.REASONS: row.reasons, Column.ADVICE: row.advice}.get(column, ())
        return tuple((self._group(code), self._label(code)) for code in codes)

    def as_tsv(self, rows: Sequence[InquiryRow]) -> str:
        """Return rows with headings as tab-separated lines that a spreadsheet takes as text."""
        return tab_separated([self._copied_headings(), *(self._copied(row) for row in rows)])

    def _copied_headings(self) -> list[str]:
        return [
            translate("Inquiries", "Dato"),
            translate("Inquiries", "Klokkeslæt"),
            translate("Inquiries", "Slags"),
            translate("Inquiries", "Person"),
            translate("Inquiries", "Fødselsår"),
            translate("Inquiries", "Telefon"),
            translate("Inquiries", "Kode"),
            translate("Inquiries", "Arbejdsplads"),
            translate("Inquiries", "Form"),
            translate("Inquiries", "Rolle"),
            translate("Inquiries", "Sygefravær"),
            translate("Inquiries", "Årsager"),
            translate("Inquiries", "Råd"),
            translate("Inquiries", "Minutter"),
            translate("Inquiries", "Vejleder"),
        ]

    def _copied(self, row: InquiryRow) -> list[str]:
        return [
            day_text(row.date),
            time_text(row.time),
            self._words(KINDS[row.kind]),
            self._person_name(row),
            "" if row.person == ERASED_NAME else str(row.birth_year or ""),
            grouped_phone(row.phone),
            row.workplace_code,
            row.workplace,
            self._words(CHANNELS[row.channel]),
            self._words(ROLES[row.role]),
            self._words(SICK_LEAVES[row.sick_leave]),
            self.text(row, Column.REASONS),
            self.text(row, Column.ADVICE),
            "" if row.minutes is None else str(row.minutes),
            row.counsellor,
        ]

    def _person(self, row: InquiryRow) -> str:
        if row.identity is Identity.ANONYMOUS:
            return f"»{row.code_word}«" if row.code_word else ""
        if row.birth_year and row.person != ERASED_NAME:
            return f"{row.person} ({row.birth_year})"
        return self._person_name(row)

    def _person_name(self, row: InquiryRow) -> str:
        erased = row.person == ERASED_NAME
        return translate("Inquiries", "Slettet person") if erased else row.person

    def _place(self, row: InquiryRow) -> str:
        if row.channel in (Channel.PHONE, Channel.EMAIL, Channel.VIDEO):
            channel = self._words(CHANNELS[row.channel])
            return f"{row.workplace} ({channel.lower()})" if row.workplace else channel
        return row.workplace

    def _group(self, code: str) -> str:
        term = self._terms.get(code)
        return term.group if term else ""

    def _label(self, code: str) -> str:
        term = self._terms.get(code)
        return self._words(term.short) if term else code
