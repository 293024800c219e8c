"""The records of what happens around the talks: code words, referrals, retention periods.

See :mod:`app.models.types` for what all records have in common.
"""

from datetime import date
from enum import StrEnum

from app.models.types import Record, RecordId


class Alias(Record, frozen=True, kw_only=True):
    """A code word by which somebody who gives no name is recognised when they come back."""

    word: str


class ReferralState(StrEnum):
    """How far a referral has come."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    STARTED = "started"
    COMPLETED = "completed"
    STOPPED = "stopped"


class Outcome(StrEnum):
    """What the person says that it led to; empty until they were asked."""

    NOT_ASKED = ""
    HELPED = "helped"
    HELPED_SOME = "helped_some"
    NO_CHANGE = "no_change"
    WORSE = "worse"
    NOT_KNOWN = "not_known"


class Referral(Record, frozen=True, kw_only=True):
    """Somebody sent on to an offer, for one piece of advice.

    It belongs to an inquiry, to a person or to both; an anonymous one has no person. ``provider``
    is written out, so that it stays when the offer goes. ``state_on`` is the day on which it came
    to its ``state``, ``reason`` why it was declined or stopped. ``sessions`` are the days on which
    one was held; ``quota``, how many were agreed on, is a warning and no limit. ``outcome_words``
    are the person's own.
    """

    inquiry_id: RecordId | None = None
    person_id: RecordId | None = None
    advice_code: str
    offer_id: RecordId | None = None
    provider: str = ""
    suggested_on: date
    state: ReferralState = ReferralState.SUGGESTED
    state_on: date
    reason: str = ""
    quota: int | None = None
    sessions: tuple[date, ...] = ()
    outcome: Outcome = Outcome.NOT_ASKED
    outcome_words: str = ""
    note: str = ""


class RetentionSubject(StrEnum):
    """What a retention period is for."""

    PERSON = "person"
    NOTE = "note"
    FOLLOWUP = "followup"
    REFERRAL = "referral"
    HISTORY = "history"


class RetentionPeriod(Record, frozen=True, kw_only=True):
    """How long something may be kept from a day on, and by which law; entered by the municipality.

    ``months`` count from the last contact of a person, or from the day of the record itself.
    """

    subject: RetentionSubject
    months: int
    legal_basis: str
    valid_from: date
