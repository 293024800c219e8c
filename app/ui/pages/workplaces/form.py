"""The form of one workplace."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.workplace_drafts import WorkplaceDraft
from app.ui.pages.scrolled import Scrolled
from app.ui.pages.workplaces.details import Details, Organisations
from app.ui.pages.workplaces.offer_row import NEW_OFFER, OfferRow, OfferWords
from app.ui.pages.workplaces.people_and_places import AddressRow, ContactRow
from app.ui.pages.workplaces.presence import Presence
from app.ui.pages.workplaces.rows import Rows
from app.ui.widgets.card import Card
from app.ui.widgets.date_field import DateField
from app.ui.widgets.measure import em, label


@dataclass(frozen=True, slots=True)
class FormWords:
    """The words to choose among, as (key, words), and how typed dates are read.

    ``advice`` is asked for each new offer: the code list is read after the form was made.
    """

    sectors: tuple[tuple[str, str], ...]
    contact_roles: tuple[tuple[str, str], ...]
    offer_kinds: tuple[tuple[str, str], ...]
    advice: Callable[[], tuple[tuple[str, str], ...]]
    parse_date: Callable[[str], date | None]


class WorkplaceForm(QWidget):
    """Shows a draft and returns what became of it; ``changed`` is sent when a person edits."""

    changed = Signal()

    def __init__(self, words: FormWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded = WorkplaceDraft()
        self.details = Details(words.sectors, words.parse_date)
        self.presence = Presence()
        self.offers = Rows(lambda: _fresh_offer(words), self.tr("Tilføj tilbud"))
        self.contacts = Rows(
            lambda: ContactRow(words.contact_roles), self.tr("Tilføj kontaktperson")
        )
        self.addresses = Rows(AddressRow, self.tr("Tilføj adresse"))
        self._lay_out()
        for part in (self.details, self.presence, self.offers, self.contacts, self.addresses):
            part.changed.connect(self.changed)

    def set_draft(
        self, draft: WorkplaceDraft, known: Organisations, taken_codes: tuple[str, ...]
    ) -> None:
        """Show a draft; ``known`` organisations are offered while a name is typed."""
        self._loaded = draft
        self.details.show_draft(draft, known, taken_codes)
        self.presence.show_workplace(draft.workplace)
        self.offers.set_values(draft.offers)
        self.contacts.set_values(draft.workplace.contacts)
        self.addresses.set_values(draft.workplace.addresses)

    def draft(self) -> WorkplaceDraft:
        """Return what stands in the form."""
        loaded = self._loaded
        workplace = self.presence.applied_to(self.details.applied_to(loaded.workplace))
        offers = self.offers.values()
        stored = {item.offer.id for item in loaded.offers if item.offer.id}
        removed = (stored | set(loaded.removed_offers)) - {item.offer.id for item in offers}
        return WorkplaceDraft(
            workplace=replace(
                workplace, addresses=self.addresses.values(), contacts=self.contacts.values()
            ),
            organisation=self.details.organisation.text().strip(),
            cvr="".join(self.details.cvr.text().split()),
            offers=offers,
            removed_offers=tuple(sorted(removed)),
        )

    def unreadable_date(self) -> DateField | None:
        """Take over the dates that are being typed; return the first field that holds none."""
        unreadable = [field for field in self.findChildren(DateField) if not field.take_typed()]
        return unreadable[0] if unreadable else None

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say what is wrong beside each field and show the first one."""
        first = self.details.say_problems(problems)
        for prefix, rows in (("offers.", self.offers), ("contacts.", self.contacts)):
            own = {
                key.removeprefix(prefix): text
                for key, text in problems.items()
                if key.startswith(prefix)
            }
            wrong = rows.set_problems(own)
            first = first or wrong
        if first is not None:
            self.go_to(first)

    def go_to(self, field: QWidget) -> None:
        """Scroll to a field and give it the focus."""
        target = field.focusProxy() or field
        if target.focusPolicy() == Qt.FocusPolicy.NoFocus:
            inside = (w for w in target.findChildren(QWidget) if w.property("invalid") == "true")
            target = next(inside, target)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        # The messages that were just written must find their room before it is known where to go.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._scroll.ensureWidgetVisible(target, 0, em(self, 3))

    def _lay_out(self) -> None:
        self._scroll = Scrolled()
        sections = (
            (self.tr("Arbejdsplads"), "", self.details),
            (
                self.tr("Tilbud"),
                self.tr("Det, folk her allerede kan bruge. Det står fremme, når du registrerer."),
                self.offers,
            ),
            (self.tr("Fremmøde"), "", self.presence),
            (self.tr("Kontaktpersoner"), "", self.contacts),
            (self.tr("Adresser"), "", self.addresses),
        )
        for title, help_text, part in sections:
            card = Card(title)
            if help_text:
                card.body.addWidget(label(help_text, "caption", wrap=True))
            card.body.addWidget(part)
            self._scroll.column.addWidget(card)
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)


def _fresh_offer(words: FormWords) -> OfferRow:
    row = OfferRow(OfferWords(words.offer_kinds, words.advice(), words.parse_date))
    row.set_value(NEW_OFFER)
    return row
