"""Who a report is for, and which families of figures each of them gets.

Reasons and advice are those of all inquiries. The same over first contacts would let a reader
subtract one from the other; so would the inquiries that mention a group, and they do not add up.
Referrals are too few to be shown at all.
"""

from enum import StrEnum
from typing import NamedTuple

from app.models.frozen_cells import Measure
from app.texts import Text


class Profile(StrEnum):
    """The readers of a report."""

    INTERNAL = "internal"
    STEERING = "steering"
    PUBLIC = "public"


PROFILES = {
    Profile.INTERNAL: Text("Intern", "Internal"),
    Profile.STEERING: Text("Styregruppe", "Steering group"),
    Profile.PUBLIC: Text("Offentlig", "Public"),
}


class Family(StrEnum):
    """Figures that stand or fall together: all codes of one table."""

    ACTIVITY = "activity"
    KINDS = "kinds"
    GENDER = "gender"
    AGE = "age"
    SECTOR = "sector"
    ROLE = "role"
    SICK_LEAVE = "sick_leave"
    CHANNEL = "channel"
    GROUPS = "groups"
    REASONS = "reasons"
    ADVICE = "advice"
    PLACES = "places"
    """The activity of every workplace of the scope."""

    QUARTER = "quarter"
    """Groups of reasons by workplace, of the quarter that ends with the month."""


class Split(NamedTuple):
    """How a family is counted: its measure, and measure and code of what its codes add up to."""

    measure: Measure
    total: tuple[str, str]


_ALL = (Measure.CONTACTS.value, "all")
_FIRST = (Measure.CONTACTS.value, "first")
SPLITS = {
    Family.KINDS: Split(Measure.CONTACTS, _ALL),
    Family.GENDER: Split(Measure.GENDER, _FIRST),
    Family.AGE: Split(Measure.AGE, _FIRST),
    Family.SECTOR: Split(Measure.SECTOR, _FIRST),
    Family.ROLE: Split(Measure.ROLE, _ALL),
    Family.SICK_LEAVE: Split(Measure.SICK_LEAVE, _ALL),
    Family.CHANNEL: Split(Measure.CHANNEL, _ALL),
    Family.GROUPS: Split(Measure.REASONS_ALL_GROUP, (Measure.REASONS_ALL_TOTAL.value, "total")),
    Family.REASONS: Split(Measure.REASONS_ALL_CODE, (Measure.REASONS_ALL_GROUP.value, "")),
    Family.ADVICE: Split(Measure.ADVICE_ALL_CODE, (Measure.ADVICE_ALL_TOTAL.value, "total")),
}
"""Families that split a total by one list of codes; single reasons add up to their groups."""

ATTRIBUTES = frozenset(
    (
        *(Family.GENDER, Family.AGE, Family.ROLE, Family.SICK_LEAVE),
        *(Family.GROUPS, Family.REASONS, Family.ADVICE),
    )
)
"""Families that say something of the people themselves; the others say where and how they came."""

NEEDS = {
    Family.GENDER: Family.KINDS,
    Family.AGE: Family.KINDS,
    Family.SECTOR: Family.KINDS,
    Family.REASONS: Family.GROUPS,
}
"""Families whose total is a figure of another one."""

_PUBLIC = (Family.ACTIVITY, Family.KINDS, Family.GENDER, Family.AGE, Family.CHANNEL, Family.GROUPS)
_STEERING = (
    *_PUBLIC,
    *(Family.SECTOR, Family.ROLE, Family.SICK_LEAVE, Family.REASONS, Family.ADVICE),
    *(Family.PLACES, Family.QUARTER),
)
_OF_PLACES = (
    *(Family.ACTIVITY, Family.KINDS, Family.GENDER, Family.ROLE, Family.CHANNEL, Family.GROUPS),
)


def families_of(profile: Profile, *, whole: bool) -> frozenset[Family]:
    """Return what a profile shows, of the whole project or of a workplace or an organisation."""
    if whole:
        return frozenset(_PUBLIC if profile is Profile.PUBLIC else _STEERING)
    if profile is Profile.PUBLIC:
        return frozenset((Family.ACTIVITY, Family.KINDS, Family.GROUPS))
    return frozenset((*_OF_PLACES, Family.PLACES))


def sum_of(family: Family) -> tuple[str, str]:
    """Return measure and code of the sum of a table: of single reasons that of all groups."""
    return SPLITS[Family.GROUPS if family is Family.REASONS else family].total


def all_families(*, whole: bool) -> frozenset[Family]:
    """Return what any of the readers gets, of the whole project or of a workplace."""
    return families_of(Profile.STEERING, whole=whole) | families_of(Profile.PUBLIC, whole=whole)
