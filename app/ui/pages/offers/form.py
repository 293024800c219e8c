"""The form of one offer: what, by whom, for whom, and how it is reached."""

from dataclasses import dataclass

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from app.models.folding import fold
from app.models.offers import USUAL_ADVICE
from app.models.typed_dates import parse_date
from app.models.types import Offer, OfferKind, RecordId
from app.models.words import OFFER_KINDS
from app.ui.pages.following import followed
from app.ui.pages.workplaces.inline_form import InlineForm
from app.ui.services import Services
from app.ui.widgets.choice import Choice
from app.ui.widgets.columns import Columns
from app.ui.widgets.date_field import DateField
from app.ui.widgets.form import FormGrid
from app.ui.widgets.hit import Hit
from app.ui.widgets.typeahead import TypeAhead

_TWO_COLUMNS = 50
"""Width in text sizes from which the fields stand in two columns."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody an offer can be for: one workplace, or all of an organisation."""

    id: RecordId
    name: str
    is_organisation: bool


class OfferForm(InlineForm):
    """Sends ``stored(Offer)`` with what shall be stored; a new one has no id yet.

    The field of the owner is empty for the whole project.
    """

    stored = Signal(object)

    def __init__(
        self,
        services: Services,
        offer: Offer,
        owners: tuple[Owner, ...],
        advice: tuple[tuple[str, str], ...],
    ) -> None:
        super().__init__(services, "", "")
        new = not offer.id
        self.set_heading(self.tr("Nyt tilbud") if new else self.tr("Ret tilbuddet"), self.tr("Gem"))
        self.about_key = offer.id
        self._base, self._owners = offer, owners
        self._chosen: Owner | None = None
        kinds = tuple((kind.value, services.words(text)) for kind, text in OFFER_KINDS.items())
        self.kind = Choice(self.tr("Slags"), kinds)
        self.provider = QLineEdit()
        self.owner = TypeAhead(
            self.tr("Gælder for"), self._find_owners, self.tr("Hele projektet"), keep_text=True
        )
        self.advice = Choice(
            self.tr("Hører til rådet"), (("", self.tr("Intet bestemt råd")), *advice)
        )
        self.phone, self.link, self.note = QLineEdit(), QLineEdit(), QLineEdit()
        self.quota = QLineEdit()
        self.quota.setValidator(QRegularExpressionValidator(r"[0-9]{0,2}"))
        today = services.today
        self.valid_from = DateField(self.tr("Gælder fra"), lambda text: parse_date(text, today()))
        self.valid_until = DateField(self.tr("Gælder til"), lambda text: parse_date(text, today()))
        self._reach = FormGrid()
        self._add_rows()
        self._show(offer)
        self._first = self._value()
        self.kind.chosen.connect(self._propose_advice)
        self.owner.chosen.connect(self._owner_chosen)

    def grids(self) -> tuple[FormGrid, ...]:
        """Return what it is, and how it is reached."""
        return (self.grid, self._reach)

    def first_field(self) -> QWidget:
        """Return the kind."""
        return self.kind

    def is_changed(self) -> bool:
        """Tell whether anything was entered that can be stored."""
        return self._owner_is_known() and self._value() != self._first

    def follow(self, stored: Offer) -> None:
        """Take over what became of the offer meanwhile; what was typed stays."""
        if stored == self._base:
            return
        told = followed(self._first, self._value(), stored)
        self._base = stored
        self._show(stored)
        self._first = self._value()
        self._show(told)

    def save(self) -> None:
        """Send what was entered, or say what cannot be read."""
        unreadable = self.unreadable_date()
        if unreadable is not None:
            self.go_to(unreadable.line)
        elif self._owner_is_known():
            self.stored.emit(self._value())
        else:
            wrong = self.tr("Vælg en arbejdsplads eller organisation fra listen.")
            self.say({"workplace_id": wrong})

    def _owner_is_known(self) -> bool:
        name = self.owner.text().strip()
        return not name or self._owner_named(name) is not None

    def _value(self) -> Offer:
        """Return the offer as it stands in the fields."""
        owner = self._owner_named(self.owner.text().strip())
        quota = self.quota.text().strip()
        return replace(
            self._base,
            kind=OfferKind(self.kind.value()),
            provider=self.provider.text().strip(),
            workplace_id=owner.id if owner and not owner.is_organisation else None,
            organisation_id=owner.id if owner and owner.is_organisation else None,
            advice_code=self.advice.value(),
            phone=self.phone.text().strip(),
            link=self.link.text().strip(),
            note=self.note.text().strip(),
            quota=int(quota) if quota else None,
            valid_from=self.valid_from.value(),
            valid_until=self.valid_until.value(),
        )

    def _add_rows(self) -> None:
        whose = self.tr("Skriv en arbejdsplads eller organisation; tomt er hele projektet.")
        about = self.tr("Foreslås sammen med rådet, når en henvendelse registreres.")
        none = self.tr("Tomt, når der ikke er aftalt noget antal.")
        self.grid.add_row("kind", self.tr("Slags"), self.kind)
        self.grid.add_row("provider", self.tr("Leverandør"), self.provider)
        self.grid.add_row("workplace_id", self.tr("Gælder for"), self.owner, whose)
        self.grid.add_row("advice_code", self.tr("Hører til rådet"), self.advice, about)
        self.grid.add_row("quota", self.tr("Aftalte sessioner"), self.quota, none)
        self._reach.add_row("phone", self.tr("Telefon"), self.phone)
        self._reach.add_row("link", self.tr("Link"), self.link)
        self._reach.add_row("note", self.tr("Note, fx hvad det dækker"), self.note)
        self._reach.add_row("valid_from", self.tr("Gælder fra"), self.valid_from)
        self._reach.add_row("valid_until", self.tr("Gælder til"), self.valid_until)
        self.fields.addWidget(Columns((self.grid, self._reach), least=_TWO_COLUMNS, gap=1.7))

    def _show(self, offer: Offer) -> None:
        self.kind.set_value(offer.kind)
        self.provider.setText(offer.provider)
        owner_id = offer.workplace_id or offer.organisation_id
        self._chosen = next((one for one in self._owners if one.id == owner_id), None)
        self.owner.set_text(self._chosen.name if self._chosen else "")
        self.advice.set_value(offer.advice_code)
        self.phone.setText(offer.phone)
        self.link.setText(offer.link)
        self.note.setText(offer.note)
        self.quota.setText("" if offer.quota is None else str(offer.quota))
        self.valid_from.set_value(offer.valid_from)
        self.valid_until.set_value(offer.valid_until)

    def _find_owners(self, text: str) -> list[Hit]:
        wanted = fold(text)
        kinds = {True: self.tr("Organisation"), False: self.tr("Arbejdsplads")}
        return [
            Hit(one.id, one.name, kinds[one.is_organisation])
            for one in self._owners
            if wanted in fold(one.name)
        ]

    def _owner_chosen(self, owner_id: str) -> None:
        chosen = next(one for one in self._owners if one.id == owner_id)
        self._chosen = chosen
        self.owner.set_text(chosen.name)

    def _owner_named(self, name: str) -> Owner | None:
        """Return who is meant: the one that was chosen, or the first of that name."""
        if not name:
            return None
        if self._chosen is not None and fold(self._chosen.name) == fold(name):
            return self._chosen
        return next((one for one in self._owners if fold(one.name) == fold(name)), None)

    def _propose_advice(self, kind: str) -> None:
        """Let the advice follow the kind, unless another advice was chosen for it."""
        if self.advice.value() in {"", *USUAL_ADVICE.values()}:
            self.advice.set_value(USUAL_ADVICE.get(OfferKind(kind), ""))
