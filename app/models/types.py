"""The records of the domain and their closed vocabularies.

Records are immutable values: to change one, make a copy with :func:`msgspec.structs.replace` and
hand it to its repository. Dates and times of day are local to Denmark; ``*_at`` stamps are UTC.
The empty string, never None, stands for "not told" in a vocabulary.
"""

from datetime import date
from enum import StrEnum
from typing import NewType

import msgspec

RecordId = NewType("RecordId", str)
"""UUIDv7 in text form; that of a visit from a presence rule also has the day of its occurrence."""


Day = date
"""A local date, in a record whose field ``date`` hides the name of the type."""


class Profession(StrEnum):
    """What a counsellor is by training."""

    SOCIAL_WORKER = "social_worker"
    PHYSIOTHERAPIST = "physiotherapist"
    OTHER = "other"


class Sector(StrEnum):
    """Who owns a workplace."""

    PRIVATE = "private"
    MUNICIPAL = "municipal"
    REGIONAL = "regional"
    STATE = "state"
    OTHER = "other"


class ContactRole(StrEnum):
    """What a contact person is at a workplace."""

    MANAGER = "manager"
    HR = "hr"
    UNION_REP = "union_rep"
    SAFETY_REP = "safety_rep"
    OTHER = "other"


class OfferKind(StrEnum):
    """What a workplace's people can already use."""

    HEALTH_INSURANCE = "health_insurance"
    PENSION = "pension"
    STAFF_PHYSIOTHERAPY = "staff_physiotherapy"
    PSYCHOLOGIST = "psychologist"
    TRAINING = "training"
    COACHING = "coaching"
    OTHER = "other"


class VisitStatus(StrEnum):
    """Where a visit stands."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    CANCELLED = "cancelled"
    MOVED = "moved"


class Shift(StrEnum):
    """The shift a visit is for; empty when the workplace has none."""

    NONE = ""
    DAY = "day"
    EVENING = "evening"
    NIGHT = "night"


class Identity(StrEnum):
    """Whether the person let themselves be registered."""

    REGISTERED = "registered"
    ANONYMOUS = "anonymous"


class ContactKind(StrEnum):
    """The four kinds that add up to all contacts; derived, never typed."""

    FIRST = "first"
    RETURNING = "returning"
    PHONE_NO_WORKPLACE = "phone_no_workplace"
    ANONYMOUS = "anonymous"


class Channel(StrEnum):
    """Where or how the contact took place."""

    WORKPLACE = "workplace"
    ELSEWHERE = "elsewhere"
    PHONE = "phone"
    EMAIL = "email"
    VIDEO = "video"


class PromisedChannel(StrEnum):
    """How a promise shall be kept: a channel, or empty where that is left open."""

    OPEN = ""
    WORKPLACE = "workplace"
    ELSEWHERE = "elsewhere"
    PHONE = "phone"
    EMAIL = "email"
    VIDEO = "video"


class Role(StrEnum):
    """What the person is at the workplace."""

    NOT_TOLD = ""
    EMPLOYEE = "employee"
    UNION_REP = "union_rep"
    SAFETY_REP = "safety_rep"
    MANAGER = "manager"
    HR = "hr"
    OTHER = "other"


class SickLeave(StrEnum):
    """The sick-leave state at the contact."""

    NOT_TOLD = ""
    NONE = "none"
    AT_RISK = "at_risk"
    PARTIAL = "partial"
    FULL = "full"


class Gender(StrEnum):
    """The gender that the person told."""

    NOT_TOLD = ""
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class AgeBand(StrEnum):
    """Age at contact, as the year difference, in the bands of the evaluation."""

    NOT_TOLD = ""
    UNDER_19 = "under 19"
    FROM_19 = "19-28"
    FROM_29 = "29-38"
    FROM_39 = "39-48"
    FROM_49 = "49-58"
    OVER_58 = "over 58"


class Repeat(StrEnum):
    """How often a promise comes back when it was kept; empty for never."""

    NEVER = ""
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"


class TermKind(StrEnum):
    """The two code lists of the taxonomy."""

    REASON = "reason"
    ADVICE = "advice"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What every stored record has; both stamps are set by the store."""

    id: RecordId = RecordId("")
    created_at: str = ""
    changed_at: str = ""


class Counsellor(Record, frozen=True, kw_only=True):
    """A person who registers; ``initials`` are unique in the project."""

    initials: str
    name: str
    profession: Profession = Profession.OTHER
    active: bool = True


class Organisation(Record, frozen=True, kw_only=True):
    """The employer that workplaces belong to."""

    name: str
    cvr: str = ""


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """One address of a workplace."""

    street: str = ""
    postcode: str = ""
    city: str = ""


class WorkplaceContact(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to talk to about the visits, not a person seeking help."""

    role: ContactRole
    name: str
    phone: str = ""
    email: str = ""


class Workplace(Record, frozen=True, kw_only=True):
    """A company site or municipal unit where the counsellors sit."""

    code: str
    name: str
    organisation_id: RecordId | None = None
    sector: Sector = Sector.OTHER
    headcount: int | None = None
    p_number: str = ""
    started_on: date | None = None
    ended_on: date | None = None
    place: str = ""
    visibility: str = ""
    remark: str = ""
    addresses: tuple[Address, ...] = ()
    contacts: tuple[WorkplaceContact, ...] = ()


class Offer(Record, frozen=True, kw_only=True):
    """Something the people of one workplace, of one organisation or (neither) of all can use.

    ``quota`` is the number of sessions by agreement; None where there is no such agreement.
    """

    kind: OfferKind
    provider: str
    workplace_id: RecordId | None = None
    organisation_id: RecordId | None = None
    advice_code: str = ""
    phone: str = ""
    link: str = ""
    note: str = ""
    valid_from: date | None = None
    valid_until: date | None = None
    quota: int | None = None


class Visit(Record, frozen=True, kw_only=True):
    """One occurrence of presence at a workplace.

    ``date`` is the local date on which it begins. ``time`` (HH:MM on Danish clocks) and
    ``minutes`` are what is planned, empty and None where nothing was; ``started_at`` and
    ``ended_at`` are the real times (UTC stamps), empty until they have happened. ``also`` are the
    counsellors who are there beside ``counsellor_id``.

    A visit of a presence rule names the ``series_id`` and its ``occurrence``, the day on which the
    rule has it; the id is made of both, see :mod:`app.models.visit_ids`. ``reason`` says why it
    was cancelled or moved.
    """

    workplace_id: RecordId
    counsellor_id: RecordId
    also: tuple[RecordId, ...] = ()
    date: date
    time: str = ""
    minutes: int | None = None
    status: VisitStatus = VisitStatus.RUNNING
    shift: Shift = Shift.NONE
    place: str = ""
    address: str = ""
    started_at: str = ""
    ended_at: str = ""
    series_id: RecordId | None = None
    occurrence: Day | None = None
    reason: str = ""
    remark: str = ""


class Person(Record, frozen=True, kw_only=True):
    """Somebody who let themselves be registered.

    ``consent_on`` is the day of the consent to registration, ``evaluator_consent_on`` that of the
    consent to be phoned by an evaluator; None where it was not given or was withdrawn. A record that
    turned out to be of somebody known already has ``merged_into``, see :mod:`app.models.merging`.
    """

    name: str
    gender: Gender = Gender.NOT_TOLD
    birth_year: int | None = None
    phone: str = ""
    workplace_id: RecordId | None = None
    import_key: str = ""
    consent_on: date | None = None
    evaluator_consent_on: date | None = None
    merged_into: RecordId | None = None


class Inquiry(Record, frozen=True, kw_only=True):
    """One contact, the unit that is counted.

    ``seq`` is the entry sequence given by the store (0 before it is stored). ``time`` is HH:MM or
    empty. ``gender`` and ``age_band`` are for anonymous contacts only; a registered person carries
    their own. ``said_returning``: an anonymous person says that they have been there before.
    ``alias_id`` is the code word that the person chose, see :mod:`app.models.case_types`.
    """

    seq: int = 0
    date: date
    time: str = ""
    workplace_id: RecordId | None = None
    visit_id: RecordId | None = None
    counsellor_id: RecordId
    channel: Channel = Channel.WORKPLACE
    identity: Identity = Identity.ANONYMOUS
    person_id: RecordId | None = None
    gender: Gender = Gender.NOT_TOLD
    age_band: AgeBand = AgeBand.NOT_TOLD
    role: Role = Role.NOT_TOLD
    sick_leave: SickLeave = SickLeave.NOT_TOLD
    reasons: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    minutes: int | None = None
    said_returning: bool = False
    alias_id: RecordId | None = None
    note: str = ""


class FollowUp(Record, frozen=True, kw_only=True):
    """Something the counsellor promised to do.

    ``channel`` is how, empty where that is left open. ``repeat`` brings it back when it is done.
    ``comment`` is what happened since.
    """

    due_on: date
    text: str = ""
    channel: PromisedChannel = PromisedChannel.OPEN
    repeat: Repeat = Repeat.NEVER
    comment: str = ""
    inquiry_id: RecordId | None = None
    person_id: RecordId | None = None
    workplace_id: RecordId | None = None
    visit_id: RecordId | None = None
    done_on: date | None = None
