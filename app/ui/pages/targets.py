"""What a page can be opened with: the second argument of ``Services.go``."""

import msgspec

from app.models.types import RecordId


class EditInquiry(msgspec.Struct, frozen=True):
    """Correct a stored inquiry on the registration page."""

    inquiry_id: RecordId


class DuplicateInquiry(msgspec.Struct, frozen=True):
    """Begin a new inquiry with the workplace, person, reasons and advice of a stored one."""

    inquiry_id: RecordId


class ShowPerson(msgspec.Struct, frozen=True):
    """Show the page of a person."""

    person_id: RecordId


class ForPerson(msgspec.Struct, frozen=True):
    """Begin a new inquiry of a person who is known."""

    person_id: RecordId


class ComparePeople(msgspec.Struct, frozen=True):
    """Show two records side by side, to be merged or told apart."""

    one: RecordId
    other: RecordId
