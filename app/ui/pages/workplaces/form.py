"""The form of one workplace."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.types import RecordId
from app.models.workplace_drafts import WorkplaceDraft
from app.ui.pages.closing_days import ClosingDaysEditor
from app.ui.pages.scrolled import Scrolled, bring_into_view
from app.ui.pages.workplaces.activities_section import ActivitiesSection
from app.ui.pages.workplaces.details import Details, Organisations
from app.ui.pages.workplaces.offer_row import NEW_OFFER, OfferRow, OfferWords
from app.ui.pages.workplaces.people_and_places import AddressRow, ContactRow
from app.ui.pages.workplaces.presence import Presence
from app.ui.pages.workplaces.promises_section import PromisesSection
from app.ui.pages.workplaces.rows import Rows
from app.ui.pages.workplaces.rules_section import RulesSection
from app.ui.services import Services
from app.ui.widgets.card import Card
from app.ui.widgets.date_field import DateField
from app.ui.widgets.measure import label


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
    """Shows a draft and returns what became of it; ``changed`` is sent when a person edits.

    The rules, activities, promises and closing days of the workplace stand in it too, but are
    stored by themselves.
    """

    changed = Signal()

    def __init__(self, services: Services, words: FormWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded = WorkplaceDraft()
        self.details = Details(words.sectors, words.parse_date)
        self.presence = Presence()
        self.offers = Rows(lambda: _fresh_offer(words), self.tr("Tilføj tilbud"))
        self.contacts = Rows(
            lambda: ContactRow(words.contact_roles), self.tr("Tilføj kontaktperson")
        )
        self.addresses = Rows(AddressRow, self.tr("Tilføj adresse"))
        self.rules, self.closing_days = RulesSection(services), ClosingDaysEditor(services)
        self.activities = ActivitiesSection(services)
        self.promises = PromisesSection(services)
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

    def show_plan_of(self, workplace_id: RecordId) -> None:
        """Show the rules, activities, promises and closing days of a stored workplace, or none."""
        self.rules.show_workplace(workplace_id)
        self.activities.show_workplace(workplace_id)
        self.promises.show_workplace(workplace_id)
        self._closed.setVisible(bool(workplace_id))
        if workplace_id:
            self.closing_days.show_of(workplace_id)

    def leave(self) -> None:
        """Keep what is being typed into what is stored by itself."""
        self.rules.leave()
        self.promises.leave()

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
        fields = (f for part in (self.details, self.offers) for f in part.findChildren(DateField))
        unreadable = [field for field in fields if not field.take_typed()]
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
        bring_into_view(target)

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
            if part is self.presence:
                self._add_plan()
        self._scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    def _add_plan(self) -> None:
        self._closed = Card(self.tr("Lukkedage"))
        skipped = self.tr("Fremmøder på lukkedage og helligdage springes over.")
        self._closed.body.addWidget(label(skipped, "caption", wrap=True))
        self._closed.body.addWidget(self.closing_days)
        self._scroll.column.addWidget(self.rules)
        self._scroll.column.addWidget(self.activities)
        self._scroll.column.addWidget(self.promises)
        self._scroll.column.addWidget(self._closed)


def _fresh_offer(words: FormWords) -> OfferRow:
    row = OfferRow(OfferWords(words.offer_kinds, words.advice(), words.parse_date))
    row.set_value(NEW_OFFER)
    return row
