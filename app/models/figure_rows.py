"""What stands behind a figure: the records that it counts, and how they make it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from app.models.case_tallies import median_hundredths
from app.models.tally_types import hours_of, per_100_hours
from app.models.types import RecordId
from app.models.visit_tallies import rate_limits


class Kind(StrEnum):
    """What a row is a record of."""

    INQUIRY = "inquiry"
    PERSON = "person"
    VISIT = "visit"
    ACTIVITY = "activity"
    REFERRAL = "referral"
    FOLLOWUP = "followup"


class Measure(StrEnum):
    """How the rows make the figure.

    ``RECORDS`` counts them; the sums add up their amounts. ``VISITS`` and ``CONTACTS`` are sums of what
    laptops reported. The rate divides amounts by minutes,
    ``LOW`` and ``HIGH`` are the limits around it.
    """

    RECORDS = "records"
    MENTIONS = "mentions"
    MINUTES = "minutes"
    HOURS = "hours"
    SESSIONS = "sessions"
    PARTICIPANTS = "participants"
    VISITS = "visits"
    CONTACTS = "contacts"
    MEDIAN = "median"
    RATE = "rate"
    LOW = "low"
    HIGH = "high"


SUMS = frozenset(
    {Measure.MENTIONS, Measure.MINUTES, Measure.SESSIONS, Measure.PARTICIPANTS}
    | {Measure.VISITS, Measure.CONTACTS}
)
RATES = frozenset({Measure.RATE, Measure.LOW, Measure.HIGH})


class FigureRow(msgspec.Struct, frozen=True, kw_only=True):
    """One record behind a figure; it names nobody.

    ``date`` is the day for which it counts, ``workplace`` a code (several with a comma, empty for
    none), ``state`` the kind of an inquiry or activity or the state of anything else. ``amount``
    is what it adds: 1, mentions, minutes, sessions, participants or, for a rate, inquiries, and
    ``minutes`` is then the time held. ``person_id`` is whose record it is, None for nobody's.
    """

    kind: Kind
    id: RecordId
    date: date
    workplace: str
    state: str
    amount: int = 1
    minutes: int = 0
    person_id: RecordId | None = None


class Behind(msgspec.Struct, frozen=True, kw_only=True):
    """The rows behind a figure, by date, and the figure that they make."""

    kind: Kind
    measure: Measure
    rows: tuple[FigureRow, ...]

    @property
    def value(self) -> int | None:
        """The figure, in the unit of the tally; None where the tally has none."""
        return _VALUES[self.measure](self.rows)


def by_date(rows: Iterable[FigureRow]) -> tuple[FigureRow, ...]:
    """Return rows in the order of their days, those of one day as they are given."""
    return tuple(sorted(rows, key=lambda row: row.date))


def _sum(rows: Sequence[FigureRow]) -> int:
    return sum(row.amount for row in rows)


def _minutes(rows: Sequence[FigureRow]) -> int:
    return sum(row.minutes for row in rows)


_VALUES: Mapping[Measure, Callable[[Sequence[FigureRow]], int | None]] = {
    Measure.RECORDS: len,
    Measure.MENTIONS: _sum,
    Measure.MINUTES: _sum,
    Measure.HOURS: lambda rows: hours_of(_sum(rows)),
    Measure.SESSIONS: _sum,
    Measure.PARTICIPANTS: _sum,
    Measure.VISITS: _sum,
    Measure.CONTACTS: _sum,
    Measure.MEDIAN: lambda rows: median_hundredths([row.amount for row in rows]),
    Measure.RATE: lambda rows: per_100_hours(_sum(rows), _minutes(rows)),
    Measure.LOW: lambda rows: rate_limits(_sum(rows), _minutes(rows))[0],
    Measure.HIGH: lambda rows: rate_limits(_sum(rows), _minutes(rows))[1],
}
