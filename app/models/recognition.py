"""Recognising a person who has been there before, while they are being registered."""

from typing import TYPE_CHECKING

import msgspec

from app.models.people import is_erased
from app.models.types import Inquiry, Person, RecordId

if TYPE_CHECKING:
    from app.models.registration import InquiryDraft
    from app.models.store import Store


class KnownPerson(msgspec.Struct, frozen=True, kw_only=True):
    """A registered person with the number of their contacts and the newest of these."""

    person: Person
    contacts: int
    last: Inquiry | None


def known_person(
    store: "Store", person_id: RecordId, *, before: RecordId | None = None
) -> KnownPerson | None:
    """Return a person with their contacts, or only those before one of them.

    None where there is no such person, or they were erased: nobody is known behind what is left.
    """
    person = store.people.find(person_id)
    return None if person is None or is_erased(person) else _known(store, person, before)


def find_people(store: "Store", query: str, limit: int = 10) -> tuple[KnownPerson, ...]:
    """Return up to ``limit`` persons in whom every word of ``query`` starts a word.

    Those with the newest contact come first.
    """
    return tuple(_known(store, person) for person in store.people.search(query, limit))


def recent_people(
    store: "Store", workplace_id: RecordId | None, limit: int = 10
) -> tuple[KnownPerson, ...]:
    """Return the persons seen last at a workplace (anywhere without one), the newest first."""
    return tuple(_known(store, person) for person in store.people.seen_last(workplace_id, limit))


def likely_persons(store: "Store", draft: "InquiryDraft") -> tuple[KnownPerson, ...]:
    """Return who may be meant by the name, phone and year of birth of a draft without a person."""
    found = store.people.alike(draft.name, draft.phone, draft.birth_year)
    return tuple(_known(store, person) for person in found)


def _known(store: "Store", person: Person, before: RecordId | None = None) -> KnownPerson:
    contacts = store.inquiries.of_person(person.id)
    ids = [contact.id for contact in contacts]
    if before in ids:
        contacts = contacts[: ids.index(before)]
    last = contacts[-1] if contacts else None
    return KnownPerson(person=person, contacts=len(contacts), last=last)
