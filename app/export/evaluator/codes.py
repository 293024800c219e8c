"""The codes of version 2 of the pack that are no codes of the program itself.

Every code begins with a letter, so that no spreadsheet takes one for a number or a date. They are
frozen with the schema: resources/schema/evaluator-2.json says what each means.
"""

from enum import StrEnum

from app.models.types import AgeBand, Channel, ContactKind, Role

WITHHELD = "withheld"
"""Known, and not told here because too few would look alike."""

NOT_TOLD = "not_told"
"""Not asked, or not told by the person: there is nothing to withhold."""

NO_WORKPLACE = "none"
"""The contact has no workplace, as many a call has."""

NONE_RECORDED = "none_recorded"
"""No reason was registered at the contact: a true zero."""


class Origin(StrEnum):
    """What the rows of a pack are, said in every one of them."""

    REAL = "real"
    DEMO = "demo"
    SYNTHETIC = "synthetic"


class Size(StrEnum):
    """How many are employed at a workplace."""

    UNDER_50 = "under_50"
    FROM_50 = "from_50_to_249"
    FROM_250 = "from_250"
    NOT_KNOWN = "not_known"


class VisitState(StrEnum):
    """What the figures of one line of visits are; only ``COUNTED`` has any."""

    COUNTED = "counted"
    SUPPRESSED = "suppressed"
    NOT_RECORDED = "not_recorded"
    NO_WORKPLACE = "no_workplace"


class CountStatus(StrEnum):
    """What one count of the tallies is; only ``WITHHELD`` has none."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    WITHHELD = "withheld"
    ROWS_SHOWN = "rows_shown"


AGES = {
    AgeBand.NOT_TOLD: NOT_TOLD,
    AgeBand.UNDER_19: "under_19",
    AgeBand.FROM_19: "from_19_to_28",
    AgeBand.FROM_29: "from_29_to_38",
    AgeBand.FROM_39: "from_39_to_48",
    AgeBand.FROM_49: "from_49_to_58",
    AgeBand.OVER_58: "over_58",
}
WIDE_AGES = {
    AgeBand.NOT_TOLD: NOT_TOLD,
    AgeBand.UNDER_19: "under_39",
    AgeBand.FROM_19: "under_39",
    AgeBand.FROM_29: "under_39",
    AgeBand.FROM_39: "from_39",
    AgeBand.FROM_49: "from_39",
    AgeBand.OVER_58: "from_39",
}
WIDE_ROLES = {
    Role.NOT_TOLD: NOT_TOLD,
    Role.EMPLOYEE: Role.EMPLOYEE.value,
    Role.UNION_REP: "function",
    Role.SAFETY_REP: "function",
    Role.MANAGER: "function",
    Role.HR: "function",
    Role.OTHER: "function",
}
WIDE_KINDS = {
    ContactKind.FIRST: "registered",
    ContactKind.RETURNING: "registered",
    ContactKind.PHONE_NO_WORKPLACE: "not_registered",
    ContactKind.ANONYMOUS: "not_registered",
}
WIDE_CHANNELS = {
    Channel.WORKPLACE: "face_to_face",
    Channel.ELSEWHERE: "face_to_face",
    Channel.PHONE: "remote",
    Channel.EMAIL: "remote",
    Channel.VIDEO: "remote",
}


def size_of(headcount: int | None) -> Size:
    """Return the band of a number of employed."""
    if headcount is None:
        return Size.NOT_KNOWN
    if headcount < 50:
        return Size.UNDER_50
    return Size.FROM_50 if headcount < 250 else Size.FROM_250
