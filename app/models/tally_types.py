"""What a tally holds: whole numbers under the names of their universe.

The names of the fields are those of the JSON form, which is described in docs/tally-json.md.
"""

import msgspec

from app.models.periods import Period
from app.texts import Text

FORMAT = "vejviser-tally/1"


class Contacts(msgspec.Struct, frozen=True, kw_only=True):
    """Contacts by kind; the four kinds add up to ``all``."""

    first: int
    returning: int
    phone_no_workplace: int
    anonymous: int
    all: int


class WorkplaceTally(msgspec.Struct, frozen=True, kw_only=True):
    """The contacts of one workplace and the held visits there.

    ``minutes`` is the exact time held, ``hours`` the same in whole hours, rounded half up.
    ``visit_contacts`` are the contacts that belong to one of the held visits.
    """

    workplace: str
    first: int
    returning: int
    anonymous: int
    all: int
    visits: int
    zero_visits: int
    hours: int
    minutes: int
    visit_contacts: int


class Persons(msgspec.Struct, frozen=True, kw_only=True):
    """First contacts of registered persons by what is known of the person."""

    gender: dict[str, int]
    age: dict[str, int]
    sector: dict[str, int]
    role: dict[str, int]


class ReasonMentions(msgspec.Struct, frozen=True, kw_only=True):
    """Mentions of reasons, and how many inquiries mention a group at least once."""

    total: int
    by_group: dict[str, int]
    by_code: dict[str, int]
    inquiries_by_group: dict[str, int]


class AdviceMentions(msgspec.Struct, frozen=True, kw_only=True):
    """Pieces of advice given."""

    total: int
    by_code: dict[str, int]


class Reasons(msgspec.Struct, frozen=True, kw_only=True):
    """Reasons over the first contacts of registered persons, and over every inquiry."""

    first: ReasonMentions
    all: ReasonMentions


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """Advice over the first contacts of registered persons, and over every inquiry."""

    first: AdviceMentions
    all: AdviceMentions


class VisitTally(msgspec.Struct, frozen=True, kw_only=True):
    """Visits by the day on which they began.

    ``contacts`` belong to one of the ``held`` visits. ``contacts_per_100_hours`` is rounded half
    up and 0 when no time was held.
    """

    held: int
    zero: int
    cancelled: int
    minutes: int
    hours: int
    contacts: int
    contacts_per_100_hours: int


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is counted for a period, for all workplaces or for chosen ones.

    ``workplaces`` are the chosen codes, empty for the whole project. ``without_workplace`` are
    the contacts that no row of ``by_workplace`` holds. ``said_returning`` are contacts of people
    who are not registered and say that they have been there before.
    """

    format: str = FORMAT
    period: Period
    workplaces: tuple[str, ...]
    contacts: Contacts
    by_workplace: tuple[WorkplaceTally, ...]
    without_workplace: Contacts
    persons: Persons
    persons_seen: int
    said_returning: int
    reasons: Reasons
    advice: Advice
    roles: dict[str, int]
    sick_leave: dict[str, int]
    channels: dict[str, int]
    visits: VisitTally
    universe: dict[str, Text]


def hours_of(minutes: int) -> int:
    """Return minutes as whole hours, rounded half up."""
    return (minutes + 30) // 60


def per_100_hours(contacts: int, minutes: int) -> int:
    """Return contacts per 100 hours as a whole number, rounded half up; 0 when there is no time."""
    return (2 * 6000 * contacts + minutes) // (2 * minutes) if minutes else 0
