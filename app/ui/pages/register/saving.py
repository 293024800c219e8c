"""What happens in the store when a contact is saved, in one transaction."""

from dataclasses import dataclass

from app.models.guards import findings
from app.models.recognition import KnownPerson, likely_persons
from app.models.registration import InquiryDraft, Registered, move_to_person, register
from app.models.store import Store
from app.models.types import Identity, RecordId


@dataclass(frozen=True, slots=True)
class Saved:
    """What was stored, and what there is to say about it.

    ``likely`` are persons known before who may be the new one; ``unmasked`` says that a text
    still holds what should not stand in it.
    """

    registered: Registered
    likely: tuple[KnownPerson, ...]
    unmasked: bool


def store_contact(
    store: Store,
    draft: InquiryDraft,
    draft_id: str,
    hit: KnownPerson | None,
    *,
    declared_new: bool,
) -> Saved:
    """Store a contact; ``hit`` was listed and not taken.

    Errors as for :func:`app.models.registration.register`.
    """
    is_new = draft.identity is Identity.REGISTERED and draft.person_id is None
    likely = likely_persons(store, draft) if is_new and not declared_new else ()
    if hit is not None and not likely:
        likely = (hit,)
    anonymous = draft.identity is Identity.ANONYMOUS
    unmasked = any(
        findings(store, text, anonymous=anonymous) for text in free_texts(draft).values()
    )
    return Saved(register(store, draft, draft_id), likely, unmasked)


def join_persons(store: Store, saved: Saved) -> RecordId:
    """Say that the new person of a saved contact is the likely one after all."""
    known = saved.likely[0].person
    return move_to_person(store, saved.registered.inquiry.id, known.id).id


def free_texts(draft: InquiryDraft) -> dict[str, str]:
    """Return what was typed freely, by field of the draft."""
    texts = {"note": draft.note, "follow_up_text": draft.follow_up_text}
    if draft.identity is Identity.REGISTERED and draft.person_id is None:
        texts["name"] = draft.name
    if draft.identity is Identity.ANONYMOUS:
        texts["code_word"] = draft.code_word
    return texts
