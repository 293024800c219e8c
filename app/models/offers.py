"""Offers: what the people of a workplace can already use."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from app.models.checking import Checker
from app.models.repository import Repository
from app.models.types import Offer, OfferKind, RecordId
from app.texts import Text

USUAL_ADVICE: Mapping[OfferKind, str] = MappingProxyType(
    {
        OfferKind.HEALTH_INSURANCE: "A01",
        OfferKind.PENSION: "A01",
        OfferKind.STAFF_PHYSIOTHERAPY: "A11",
    }
)
"""The advice that an offer usually belongs to, by its kind; proposed, never imposed."""


class Offers(Repository[Offer]):
    """Keeps the offers of workplaces and of whole organisations."""

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

    def _check(self, record: Offer) -> None:
        check = Checker(Text("Tilbuddet blev ikke gemt.", "The offer was not saved."))
        check.require(
            bool(record.provider.strip()),
            "provider",
            "Skriv, hvem der leverer tilbuddet.",
            "Enter who provides the offer.",
        )
        check.require(
            (record.workplace_id is None) != (record.organisation_id is None),
            "workplace_id",
            "Tilbuddet skal høre til en arbejdsplads eller en organisation.",
            "The offer must belong to a workplace or to an organisation.",
        )
        check.require(
            not (record.valid_from and record.valid_until)
            or record.valid_from <= record.valid_until,
            "valid_until",
            "Slutdatoen ligger før startdatoen.",
            "The end lies before the start.",
        )
        check.finish()


def is_valid(offer: Offer, on: date) -> bool:
    """Tell whether ``offer`` is valid on a day; open ends are valid for ever."""
    begun = offer.valid_from is None or offer.valid_from <= on
    return begun and (offer.valid_until is None or on <= offer.valid_until)
