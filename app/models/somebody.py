"""Nothing new is written about somebody who was erased: it would stand in no list."""

from typing import TYPE_CHECKING

from app.models.checking import Checker
from app.models.people import is_erased
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store


def require_somebody(
    check: Checker, store: "Store", person_id: RecordId | None, inquiry_id: RecordId | None
) -> None:
    """Note a problem when the person, or the one whose inquiry it is, was erased."""
    inquiry = store.inquiries.find(inquiry_id) if inquiry_id is not None else None
    ids = {person_id, inquiry.person_id if inquiry is not None else None} - {None}
    known = [store.people.find(each) for each in ids if each is not None]
    check.require(
        not any(person is not None and is_erased(person) for person in known),
        "person_id",
        "Personen er slettet for altid. Der kan ikke skrives mere om personen.",
        "The person was erased for good. Nothing more can be written about them.",
    )
