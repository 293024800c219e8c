"""Offers: what the people of a workplace, of an organisation or of the project can use."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from msgspec.structs import replace

from app.models.checking import Checker
from app.models.repository import Repository
from app.models.types import Offer, OfferKind, RecordId
from app.texts import Text

USUAL_ADVICE: Mapping[OfferKind, str] = MappingProxyType(
    {
        OfferKind.HEALTH_INSURANCE: "A01",
        OfferKind.PENSION: "A01",
        OfferKind.STAFF_PHYSIOTHERAPY: "A11",
        OfferKind.COACHING: "A02",
    }
)
"""The advice that an offer usually belongs to, by its kind; proposed, never imposed."""

_MOST_SESSIONS = 99


class Offers(Repository[Offer]):
    """Keeps the offers of workplaces, of whole organisations and of the whole project."""

    kind = "offer"
    table = "offer"
    record_type = Offer

    def of_workplace(self, workplace_id: RecordId, on: date | None = None) -> tuple[Offer, ...]:
        """Return what the people of one workplace can use, the organisation's offers included.

        With ``on``, only what is valid on that day.
        """
        offers = self._select(
            "WHERE workplace_id = :id OR organisation_id ="
            " (SELECT organisation_id FROM workplace WHERE id = :id) ORDER BY kind, provider",
            {"id": workplace_id},  # type: ignore[arg-type]
        )
        return tuple(offer for offer in offers if on is None or is_valid(offer, on))

    def of_organisation(self, organisation_id: RecordId) -> tuple[Offer, ...]:
        """Return what belongs to a whole organisation."""
        return tuple(
            self._select("WHERE organisation_id = ? ORDER BY kind, provider", (organisation_id,))
        )

    def of_project(self) -> tuple[Offer, ...]:
        """Return what everybody in the project can use, wherever they work."""
        where = "WHERE workplace_id IS NULL AND organisation_id IS NULL ORDER BY kind, provider"
        return tuple(self._select(where))

    def usable(self, workplace_id: RecordId | None, on: date) -> tuple[Offer, ...]:
        """Return all that somebody of a workplace (or of none) can use on a day.

        What is nearest to them comes first: the workplace's own, the organisation's, everybody's.
        """
        near = self.of_workplace(workplace_id, on) if workplace_id else ()
        own = sorted(near, key=lambda offer: offer.workplace_id is None)
        return (*own, *(offer for offer in self.of_project() if is_valid(offer, on)))

    def all(self) -> tuple[Offer, ...]:
        """Return every offer, also those that are past, by provider."""
        return tuple(self._select("ORDER BY provider, id"))

    def delete(self, record_id: RecordId) -> Offer:
        """Delete an offer; referrals to it keep the name of the provider. Undo brings all back."""
        with self._store.atomic():
            for referral in self._store.referrals.of_offer(record_id):
                self._store.referrals.change(replace(referral, offer_id=None))
            return super().delete(record_id)

    def _check(self, record: Offer) -> None:
        check = Checker(Text("Tilbuddet blev ikke gemt.", "The offer was not saved."))
        check.require(
            bool(record.provider.strip()),
            "provider",
            "Skriv, hvem der leverer tilbuddet.",
            "Enter who provides the offer.",
        )
        check.require(
            record.workplace_id is None or record.organisation_id is None,
            "workplace_id",
            "Tilbuddet kan ikke høre til både en arbejdsplads og en organisation.",
            "The offer cannot belong to both a workplace and an organisation.",
        )
        check.require(
            not (record.valid_from and record.valid_until)
            or record.valid_from <= record.valid_until,
            "valid_until",
            "Slutdatoen ligger før startdatoen.",
            "The end lies before the start.",
        )
        check.require(
            record.quota is None or 1 <= record.quota <= _MOST_SESSIONS,
            "quota",
            f"Antallet af sessioner skal være fra 1 til {_MOST_SESSIONS}.",
            f"The number of sessions must be from 1 to {_MOST_SESSIONS}.",
        )
        self._refuse_cpr(check, record, "provider", "phone", "note")
        check.finish()


def is_for_all(offer: Offer) -> bool:
    """Tell whether everybody in the project can use it, wherever they work."""
    return offer.workplace_id is None and offer.organisation_id is None


def is_valid(offer: Offer, on: date) -> bool:
    """Tell whether ``offer`` is valid on a day; open ends are valid for ever."""
    begun = offer.valid_from is None or offer.valid_from <= on
    return begun and (offer.valid_until is None or on <= offer.valid_until)
