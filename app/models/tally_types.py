"""What a tally holds: whole numbers under the names of their universe.

The names of the fields are those of the JSON form, which is described in docs/tally-json.md.
"""

import msgspec

from app.models.case_tallies import FollowUpTally, ReferralTally
from app.models.periods import Period
from app.models.types import Shift
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
    """The contacts of one workplace and the visits there.

    ``visits`` are the held ones, ``minutes`` is the exact time held, ``hours`` the same in whole
    hours, rounded half up. ``visit_contacts`` are the contacts that belong to one of the held
    visits. The other figures of visits are those of :class:`VisitTally`.
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
    zero_minutes: int
    zero_hours: int
    planned: int
    planned_minutes: int
    planned_hours: int
    unplanned: int
    unanswered: int
    cancelled: int
    cancelled_minutes: int
    cancelled_hours: int
    skipped: int


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
    """Visits by the day on which they begin.

    ``minutes`` are those really held; ``zero`` and ``zero_minutes`` are the held visits without a
    contact. ``contacts`` belong to one of the ``held`` visits. ``contacts_per_100_hours`` is
    rounded half up and 0 when no time was held; then it has no ``_low`` and ``_high``, the limits
    of :mod:`app.models.poisson_limits`.

    ``planned`` are the visits of the plan but the ``skipped`` ones (on a holiday or a closing day),
    whatever became of them; their minutes, and those cancelled, are as planned. ``unplanned`` are
    held outside the plan. ``unanswered`` are past and neither held nor cancelled.
    """

    held: int
    zero: int
    cancelled: int
    minutes: int
    hours: int
    contacts: int
    contacts_per_100_hours: int
    contacts_per_100_hours_low: int | None
    contacts_per_100_hours_high: int | None
    zero_minutes: int
    zero_hours: int
    planned: int
    planned_minutes: int
    planned_hours: int
    unplanned: int
    unanswered: int
    cancelled_minutes: int
    cancelled_hours: int
    skipped: int


class PresenceTally(msgspec.Struct, frozen=True, kw_only=True):
    """The held visits at one workplace on one shift and weekday (1 is Monday).

    ``per_100_hours`` are contacts, rounded half up; ``low`` and ``high`` are its limits, see
    :mod:`app.models.poisson_limits`. Where no time was held the rate is 0 and has no limits.
    """

    workplace: str
    shift: Shift
    weekday: int
    visits: int
    zero_visits: int
    minutes: int
    hours: int
    contacts: int
    per_100_hours: int
    low: int | None
    high: int | None


class ActivitySums(msgspec.Struct, frozen=True, kw_only=True):
    """Activities by where they stand; minutes, hours and participants are of the held ones.

    ``participants_not_told`` are held activities of which nobody has told how many came.
    """

    planned: int
    held: int
    cancelled: int
    minutes: int
    hours: int
    participants: int
    participants_not_told: int


class ActivityTally(msgspec.Struct, frozen=True, kw_only=True):
    """Activities by the day on which they begin.

    ``all`` counts each of them once; in ``by_workplace`` it counts at every workplace it was for.
    ``topics`` are mentions at held activities.
    """

    all: ActivitySums
    by_kind: dict[str, ActivitySums]
    by_workplace: dict[str, ActivitySums]
    topics: dict[str, int]


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is counted for a period, for all workplaces or for chosen ones.

    ``workplaces`` are the chosen codes, empty for the whole project. ``without_workplace`` are
    the contacts that no row of ``by_workplace`` holds. ``said_returning`` are contacts of people
    who are not registered and say that they have been there before. ``visits_by_month`` has the
    months (``YYYY-MM``) from the first to the last with a visit, ``presence`` only what had one.
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
    visits_by_month: dict[str, VisitTally]
    presence: tuple[PresenceTally, ...]
    activities: ActivityTally
    referrals: ReferralTally
    followups: FollowUpTally
    universe: dict[str, Text]


def hours_of(minutes: int) -> int:
    """Return minutes as whole hours, rounded half up."""
    return (minutes + 30) // 60


def per_100_hours(contacts: int, minutes: int) -> int:
    """Return contacts per 100 hours as a whole number, rounded half up; 0 when there is no time."""
    return (2 * 6000 * contacts + minutes) // (2 * minutes) if minutes else 0
