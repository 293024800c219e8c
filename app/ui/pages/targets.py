"""What a page can be opened with: the second argument of ``Services.go``."""

from dataclasses import dataclass

from app.models.types import RecordId


@dataclass(frozen=True, slots=True)
class EditInquiry:
    """Correct a stored inquiry on the registration page."""

    inquiry_id: RecordId


@dataclass(frozen=True, slots=True)
class DuplicateInquiry:
    """Begin a new inquiry with the workplace, person, reasons and advice of a stored one."""

    inquiry_id: RecordId


@dataclass(frozen=True, slots=True)
class ForPerson:
    """Begin a new inquiry of a person who is known."""

    person_id: RecordId
