"""What a person has agreed to, each with the day on which they did."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.models.types import Person, RecordId
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class Consent(StrEnum):
    """What is agreed to; the value is the field of the person that has the day."""

    REGISTRATION = "consent_on"
    EVALUATOR = "evaluator_consent_on"


CONSENTS = {
    Consent.REGISTRATION: Text("Samtykke til registrering", "Consent to registration"),
    Consent.EVALUATOR: Text("Må ringes op af evaluator", "May be phoned by an evaluator"),
}
"""What each is called where it is shown with its day."""


def agreed_on(person: Person, consent: Consent) -> date | None:
    """Return the day on which a person agreed; None where they did not, or withdrew it."""
    days = {
        Consent.REGISTRATION: person.consent_on,
        Consent.EVALUATOR: person.evaluator_consent_on,
    }
    return days[consent]


def set_consent(store: "Store", person_id: RecordId, consent: Consent, day: date | None) -> Person:
    """Note that a person agreed on a day, or with None that they do not, or no longer do.

    Raises:
        NotFound: there is no such person.
        InvalidInput: the day lies in the time to come.
    """
    with store.atomic():
        return store.people.change(replace(store.people.get(person_id), **{consent.value: day}))
