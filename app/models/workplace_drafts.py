"""What has been typed about a workplace: the place, its organisation and its offers.

Unsaved changes are kept for every workplace, so that looking at another one loses nothing.
"""

from typing import TypeVar

import msgspec
from msgspec.structs import replace

from app.models.store import Store
from app.models.types import Address, Offer, Organisation, RecordId, Workplace

DRAFT_KIND = "workplace"
NEW = RecordId("")
"""The id of a workplace that has not been saved yet."""

S = TypeVar("S", bound=msgspec.Struct)


class OfferDraft(msgspec.Struct, frozen=True, kw_only=True):
    """One offer as far as it has been typed; ``shared`` gives it to the whole organisation."""

    offer: Offer
    shared: bool = False


class WorkplaceDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A workplace as far as it has been typed.

    ``organisation`` and ``cvr`` are those of the organisation that it belongs to; a name that is
    not known yet makes a new one. ``removed_offers`` are stored offers to delete.
    """

    workplace: Workplace = Workplace(code="", name="")
    organisation: str = ""
    cvr: str = ""
    offers: tuple[OfferDraft, ...] = ()
    removed_offers: tuple[RecordId, ...] = ()


class WorkplaceDrafts(msgspec.Struct, frozen=True, kw_only=True):
    """The unsaved changes by the id of their workplace, :data:`NEW` for one not saved yet."""

    drafts: dict[str, WorkplaceDraft] = {}


def draft_of(store: Store, workplace_id: RecordId) -> WorkplaceDraft:
    """Return the draft with which a stored workplace can be changed."""
    workplace = store.workplaces.get(workplace_id)
    owner = organisation_of(store, workplace)
    offers = tuple(
        OfferDraft(offer=offer, shared=offer.organisation_id is not None)
        for offer in store.offers.of_workplace(workplace_id)
    )
    return WorkplaceDraft(
        workplace=workplace,
        organisation=owner.name if owner else "",
        cvr=owner.cvr if owner else "",
        offers=offers,
    )


def read_drafts(store: Store) -> dict[str, WorkplaceDraft]:
    """Return the unsaved changes by the id of their workplace; none where they cannot be read."""
    kept = store.drafts.decoded(DRAFT_KIND, WorkplaceDrafts)
    return kept.drafts if kept else {}


def save_drafts(store: Store, drafts: dict[str, WorkplaceDraft]) -> None:
    """Keep unsaved changes, in place of those kept before."""
    if drafts:
        payload = msgspec.json.encode(WorkplaceDrafts(drafts=drafts)).decode()
        store.drafts.save(DRAFT_KIND, payload)
    else:
        store.drafts.discard(DRAFT_KIND)


def tidied(draft: WorkplaceDraft) -> WorkplaceDraft:
    """Return the draft without stray blanks, empty addresses, empty contacts and empty offers."""
    place = draft.workplace
    addresses = tuple(_trimmed(address) for address in place.addresses)
    contacts = tuple(_trimmed(contact) for contact in place.contacts)
    workplace = replace(
        _trimmed(place),
        p_number="".join(place.p_number.split()),
        addresses=tuple(address for address in addresses if address != Address()),
        contacts=tuple(c for c in contacts if c.name or c.phone or c.email),
    )
    offers = tuple(replace(item, offer=_trimmed(item.offer)) for item in draft.offers)
    return replace(
        draft,
        workplace=workplace,
        organisation=" ".join(draft.organisation.split()),
        cvr="".join(draft.cvr.split()),
        offers=tuple(item for item in offers if not is_empty_offer(item.offer)),
    )


def is_empty_offer(offer: Offer) -> bool:
    """Tell whether nothing was typed that would be a pity to lose."""
    typed = (offer.provider, offer.phone, offer.link, offer.note)
    return not (offer.id or any(typed))


def organisation_of(store: Store, workplace: Workplace | None) -> Organisation | None:
    """Return the organisation of a workplace, or None."""
    if workplace is None or workplace.organisation_id is None:
        return None
    return store.organisations.get(workplace.organisation_id)


def _trimmed(record: S) -> S:
    texts = {
        name: value.strip()
        for name in record.__struct_fields__
        if type(value := getattr(record, name)) is str
    }
    return replace(record, **texts)
