"""The directory of offers: all of them with whose they are, found by any word."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.models.folding import search_text, search_words, word_start
from app.models.offers import is_valid
from app.models.sorting import danish_key
from app.models.types import Offer, OfferKind
from app.models.words import OFFER_KINDS, short_date
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class OfferScope(StrEnum):
    """For whom an offer is."""

    PROJECT = "project"
    ORGANISATION = "organisation"
    WORKPLACE = "workplace"


OFFER_SCOPES = {
    OfferScope.PROJECT: Text("Hele projektet", "The whole project"),
    OfferScope.ORGANISATION: Text("En organisation", "One organisation"),
    OfferScope.WORKPLACE: Text("En arbejdsplads", "One workplace"),
}


_IN_ENGLISH = {
    OfferKind.PENSION: "a pension scheme",
    OfferKind.PSYCHOLOGIST: "a psychologist",
    OfferKind.OTHER: "an offer",
}
"""Kinds that take an article in a sentence, or are no word of a sentence at all."""
_IN_DANISH = {OfferKind.PENSION: "en pensionsordning", OfferKind.OTHER: "et tilbud"}


class ShownOffer(msgspec.Struct, frozen=True, kw_only=True):
    """One offer; ``owner`` is the workplace or the organisation, empty for the whole project."""

    offer: Offer
    owner: str

    @property
    def scope(self) -> OfferScope:
        """For whom it is."""
        if self.offer.workplace_id is not None:
            return OfferScope.WORKPLACE
        if self.offer.organisation_id is not None:
            return OfferScope.ORGANISATION
        return OfferScope.PROJECT


def list_offers(
    store: "Store", query: str = "", *, valid_on: date | None = None, language_index: int = 0
) -> tuple[ShownOffer, ...]:
    """Return the offers in which every word of ``query`` begins a word, by owner and provider.

    Those of the whole project come first. With ``valid_on`` only what holds on that day.
    ``language_index`` says in which language the kinds are searched: 0 Danish, 1 English.
    """
    offers = store.offers.all()
    shown = with_owners(
        store, (one for one in offers if valid_on is None or is_valid(one, valid_on))
    )
    words = search_words(query)
    found = (
        one
        for one in shown
        if all(word_start(word) in _search_column(one, language_index) for word in words)
    )
    return tuple(sorted(found, key=_order))


def with_owners(store: "Store", offers: Iterable[Offer]) -> tuple[ShownOffer, ...]:
    """Return offers with the names of those whose they are."""
    owners = {
        **{place.id: place.name for place in store.workplaces.all()},
        **{owner.id: owner.name for owner in store.organisations.all()},
    }
    return tuple(
        ShownOffer(
            offer=offer,
            owner=owners.get(offer.workplace_id or offer.organisation_id or offer.id, ""),
        )
        for offer in offers
    )


def why_offered(shown: ShownOffer) -> Text:
    """Return why an offer stands in front of somebody: "Vestas har Coaching hos Coach & Co"."""
    offer = shown.offer
    kind = OFFER_KINDS[offer.kind]
    if not shown.owner:
        return Text(
            f"alle kan bruge {offer.provider} ({kind.da.lower()})",
            f"everybody can use {offer.provider} ({kind.en.lower()})",
        )
    return Text(
        f"{shown.owner} har {_IN_DANISH.get(offer.kind, kind.da.lower())} hos {offer.provider}",
        f"{shown.owner} has {_IN_ENGLISH.get(offer.kind, kind.en.lower())} with {offer.provider}",
    )


def sessions_agreed(offer: Offer) -> Text:
    """Return how many sessions an offer has by agreement; empty where there is no agreement."""
    if offer.quota is None:
        return Text("", "")
    return Text(f"sessioner: {offer.quota}", f"sessions: {offer.quota}")


def validity_words(offer: Offer) -> Text:
    """Return from when and until when an offer is valid; empty where it always is."""
    first, last = offer.valid_from, offer.valid_until
    if first and last:
        days = (short_date(first), short_date(last))
        return Text("gælder {} til {}".format(*days), "valid {} to {}".format(*days))
    if first:
        return Text(f"gælder fra {short_date(first)}", f"valid from {short_date(first)}")
    if last:
        return Text(f"gælder til {short_date(last)}", f"valid until {short_date(last)}")
    return Text("", "")


def _search_column(shown: ShownOffer, language_index: int) -> str:
    offer = shown.offer
    kind = OFFER_KINDS[offer.kind]
    named = (kind.da, kind.en)[language_index]
    return search_text(offer.provider, shown.owner, named, offer.note, offer.phone, offer.link)


def _order(shown: ShownOffer) -> tuple[bool, object, object]:
    return bool(shown.owner), danish_key(shown.owner), danish_key(shown.offer.provider)
