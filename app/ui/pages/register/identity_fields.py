"""Which fields of a draft belong to the person."""

from typing import Any

from app.models.folding import digits_only
from app.models.recognition import KnownPerson
from app.models.types import Gender, Identity

NOBODY: dict[str, Any] = {
    "person_id": None,
    "name": "",
    "gender": Gender.NOT_TOLD,
    "birth_year": None,
    "phone": "",
    "correct_person": False,
}
"""The fields as they are when nothing is known of anybody."""


def fields_of(known: KnownPerson) -> dict[str, Any]:
    """Return the fields of a contact with a known person; the role is the one told last."""
    person, last = known.person, known.last
    fields: dict[str, Any] = {
        "identity": Identity.REGISTERED,
        "person_id": person.id,
        "name": person.name,
        "gender": person.gender,
        "birth_year": person.birth_year,
        "phone": person.phone,
        "correct_person": False,
    }
    if last is not None and last.role:
        fields["role"] = last.role
    return fields


def is_phone(text: str) -> bool:
    """Tell whether what was typed is a number, not a name."""
    return len(digits_only(text)) >= 2 and not any(letter.isalpha() for letter in text)
