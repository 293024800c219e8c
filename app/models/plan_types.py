"""The records of the presence plan: rules, closing days and activities.

Times of day are HH:MM on Danish clocks; a length is in minutes that really pass, also in the night
when the clocks change, as a duration in RFC 5545 (3.3.6) is.
"""

from datetime import date
from enum import StrEnum

import msgspec

from app.models.types import Record, RecordId, Shift


class RulePlace(msgspec.Struct, frozen=True, kw_only=True):
    """Where a counsellor sits: the room, and the address where the workplace has several."""

    room: str = ""
    address: str = ""


class PresenceRule(Record, frozen=True, kw_only=True):
    """Presence every n-th week on fixed weekdays, in force from ``valid_from`` to ``valid_until``.

    ``weekdays`` are ISO numbers (1 is Monday), in order. The weeks are counted from ``anchor``, the
    Monday of a week in which the rule has visits; weeks begin on Monday (RFC 5545: ``WKST=MO``).
    Several ``places`` are used in turn, the first in the anchor's week. ``counsellor_ids`` are who
    sits there; the first one is responsible.

    A rule that is changed ends, and a new version of the same ``series_id`` (the id of the first
    version) begins: what has been does not move. ``end_reason`` says why this version ended.
    """

    series_id: RecordId = RecordId("")
    workplace_id: RecordId
    every_weeks: int = 1
    weekdays: tuple[int, ...]
    time: str
    minutes: int = 60
    shift: Shift = Shift.NONE
    places: tuple[RulePlace, ...] = ()
    counsellor_ids: tuple[RecordId, ...]
    anchor: date
    valid_from: date
    valid_until: date | None = None
    end_reason: str = ""
    remark: str = ""


class ClosingDays(Record, frozen=True, kw_only=True):
    """Days on which a workplace (None: every one) is closed, both ends included."""

    workplace_id: RecordId | None = None
    first_on: date
    last_on: date
    reason: str = ""


class ActivityKind(StrEnum):
    """What was done beside the visits."""

    TALK_LIAISON = "talk_liaison"
    TALK_MANAGERS = "talk_managers"
    TALK_STAFF = "talk_staff"
    NETWORK = "network"
    OTHER = "other"


class ActivityStatus(StrEnum):
    """Where an activity stands."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Activity(Record, frozen=True, kw_only=True):
    """A talk or a network meeting; it is counted by the day on which it began.

    ``participants`` is None until it is told. ``topics`` are codes of the dated list of topics.
    """

    date: date
    time: str
    minutes: int = 60
    kind: ActivityKind
    status: ActivityStatus = ActivityStatus.PLANNED
    title: str = ""
    place: str = ""
    participants: int | None = None
    topics: tuple[str, ...] = ()
    workplace_ids: tuple[RecordId, ...] = ()
    counsellor_ids: tuple[RecordId, ...]
    reason: str = ""
    remark: str = ""
