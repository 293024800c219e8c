"""The records that say who is who: linked contacts, merged records, and people told apart.

See :mod:`app.models.linking` and :mod:`app.models.merging` for what they are for.
"""

from datetime import date
from enum import StrEnum

from app.models.types import AgeBand, Gender, Record, RecordId


class MovedKind(StrEnum):
    """What goes along when two records of one person are merged."""

    INQUIRY = "inquiry"
    FOLLOWUP = "followup"
    REFERRAL = "referral"


class LinkedContact(Record, frozen=True, kw_only=True):
    """An anonymous contact that was linked to a person later, with their consent of ``consent_on``.

    ``gender``, ``age_band`` and ``said_returning`` are what was told while it was anonymous; they
    come back when the link goes. It has the id of its inquiry after ``linked:``.
    """

    inquiry_id: RecordId
    person_id: RecordId
    gender: Gender = Gender.NOT_TOLD
    age_band: AgeBand = AgeBand.NOT_TOLD
    said_returning: bool = False
    consent_on: date


class MovedRecord(Record, frozen=True, kw_only=True):
    """Whose a record was before theirs was merged into that of somebody else.

    It has the id of the record after ``moved:`` and its ``kind``.
    """

    kind: MovedKind
    record_id: RecordId
    person_id: RecordId


class DifferentPeople(Record, frozen=True, kw_only=True):
    """Two persons who look like one and are not; ``person_id`` is the smaller of the two ids."""

    person_id: RecordId
    other_id: RecordId


def linked_id(inquiry_id: RecordId) -> RecordId:
    """Return the id of the link of an inquiry."""
    return RecordId(f"linked:{inquiry_id}")


def moved_id(kind: MovedKind, record_id: RecordId) -> RecordId:
    """Return the id of what is kept about a moved record."""
    return RecordId(f"moved:{kind}:{record_id}")
