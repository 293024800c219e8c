"""Linking anonymous contacts to a person later, with the person's consent, and undoing that.

The contact becomes registered and is counted so. What was told while it was anonymous is kept
beside it, so that unlinking gives back exactly what was there.
"""

from datetime import date

from msgspec.structs import replace

from app.errors import Conflict, UserError
from app.models.belongings import pass_on
from app.models.clock import local_today
from app.models.identity_types import LinkedContact
from app.models.people import is_erased
from app.models.store import Store
from app.models.types import AgeBand, Gender, Identity, Inquiry, RecordId
from app.models.words import short_date
from app.texts import Text

_WHAT = Text("Henvendelsen blev ikke knyttet til personen.", "The inquiry was not linked.")


def link_contact(
    store: Store, inquiry_id: RecordId, person_id: RecordId, consent_on: date
) -> Inquiry:
    """Say whose an anonymous contact is; ``consent_on`` is the day on which they agreed to that.

    Raises:
        NotFound: there is no such inquiry or person.
        Conflict: the inquiry is registered already, or nobody stands behind the person's record.
        UserError: the consent lies in the future, or before the contact.
    """
    with store.atomic():
        inquiry, person = store.inquiries.get(inquiry_id), store.people.get(person_id)
        if inquiry.identity is Identity.REGISTERED:
            raise Conflict(
                _WHAT,
                Text("Den er registreret allerede.", "It is registered already."),
                Text("Ret henvendelsen i stedet.", "Correct the inquiry instead."),
            )
        if is_erased(person) or person.merged_into is not None:
            raise Conflict(
                _WHAT,
                Text("Personen findes ikke længere.", "The person is no longer there."),
                Text("Vælg en anden person.", "Choose another person."),
            )
        _require_possible(store, inquiry, consent_on)
        linked = store.inquiries.change(
            replace(
                inquiry,
                identity=Identity.REGISTERED,
                person_id=person_id,
                gender=Gender.NOT_TOLD,
                age_band=AgeBand.NOT_TOLD,
                said_returning=False,
            )
        )
        store.linked_contacts.keep(
            LinkedContact(
                inquiry_id=inquiry_id,
                person_id=person_id,
                gender=inquiry.gender,
                age_band=inquiry.age_band,
                said_returning=inquiry.said_returning,
                consent_on=consent_on,
            )
        )
        pass_on(store, inquiry_id, None, person_id)
    return linked


def link_code_word(
    store: Store, alias_id: RecordId, person_id: RecordId, consent_on: date
) -> tuple[Inquiry, ...]:
    """Link every contact with a code word that is still anonymous; errors as for one of them."""
    with store.atomic():
        contacts = map(store.inquiries.get, store.aliases.contacts(alias_id))
        return tuple(
            link_contact(store, contact.id, person_id, consent_on)
            for contact in contacts
            if contact.identity is Identity.ANONYMOUS
        )


def unlink_contact(store: Store, inquiry_id: RecordId) -> Inquiry:
    """Make a linked contact anonymous again, with what was told then.

    Raises:
        NotFound: there is no such inquiry.
        Conflict: it was never linked.
    """
    with store.atomic():
        inquiry = store.inquiries.get(inquiry_id)
        link = store.linked_contacts.of_inquiry(inquiry_id)
        if link is None:
            raise Conflict(
                Text("Henvendelsen er uændret.", "The inquiry is unchanged."),
                Text(
                    "Den blev ikke knyttet til en person bagefter.",
                    "It was not linked to a person later.",
                ),
                Text("Ret henvendelsen i stedet.", "Correct the inquiry instead."),
            )
        holder = inquiry.person_id
        anonymous = store.inquiries.change(
            replace(
                inquiry,
                identity=Identity.ANONYMOUS,
                person_id=None,
                gender=link.gender,
                age_band=link.age_band,
                said_returning=link.said_returning,
            )
        )
        pass_on(store, inquiry_id, holder, None)
    return anonymous


def _require_possible(store: Store, inquiry: Inquiry, consent_on: date) -> None:
    next_step = Text("Skriv den dag, personen sagde ja.", "Enter the day on which they agreed.")
    if consent_on > local_today(store.clock):
        future = Text("Samtykket ligger i fremtiden.", "The consent lies in the future.")
        raise UserError(_WHAT, future, next_step)
    if consent_on < inquiry.date:
        # Nobody can agree to the link of a contact that is still to come.
        day = short_date(inquiry.date)
        early = Text(
            f"Samtykket ligger før henvendelsen, som er fra {day}.",
            f"The consent lies before the inquiry, which is of {day}.",
        )
        raise UserError(_WHAT, early, next_step)
