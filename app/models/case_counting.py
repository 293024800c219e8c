"""The referrals and follow-ups of a period in sums."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.case_tallies import FollowUpTally, ReferralSums, ReferralTally, median_hundredths
from app.models.case_types import Outcome, ReferralState
from app.models.clock import from_stamp, local
from app.models.periods import Period
from app.models.referral_words import OUTCOMES, REFERRAL_STATES
from app.models.referrals import ENDED_STATES, OPEN_STATES
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

NOT_ASKED = "not_asked"
"""How the empty outcome is written in a tally."""


class _Referral(msgspec.Struct, frozen=True):
    advice_code: str
    suggested_on: date
    state: ReferralState
    state_on: date
    outcome: Outcome
    sessions: tuple[date, ...]


class _Promise(msgspec.Struct, frozen=True):
    """``inquiry_on`` and ``inquiry_at`` are None where it was not made in an inquiry."""

    created_at: str
    due_on: date
    done_on: date | None
    inquiry_on: date | None
    inquiry_at: str | None

    @property
    def made_on(self) -> date:
        """The day of the talk with which it was written down, else the day of writing it."""
        written = local(from_stamp(self.created_at)).date()
        if self.inquiry_on is None or self.inquiry_at is None:
            return written
        together = written == local(from_stamp(self.inquiry_at)).date()
        return self.inquiry_on if together else written


def count_referrals(
    store: "Store", period: Period, places: Collection[RecordId], *, chosen: bool
) -> ReferralTally:
    """Return the referrals of a period.

    ``chosen``: only those made in inquiries that concern one of ``places`` count.
    """
    found = _referrals(store, period, places if chosen else None)
    made = [one for one in found if _within(one.suggested_on, period)]
    ended = [one for one in found if _has_ended(one, period)]
    states = Counter(one.state for one in made)
    outcomes = Counter(one.outcome for one in ended)
    codes = {one.advice_code for one in found}
    return ReferralTally(
        all=_sums(found, period),
        by_state={state.value: states[state] for state in REFERRAL_STATES},
        by_advice={
            code: _sums([one for one in found if one.advice_code == code], period)
            for code in sorted(codes)
        },
        by_outcome={outcome.value or NOT_ASKED: outcomes[outcome] for outcome in OUTCOMES},
    )


def count_followups(
    store: "Store", period: Period, places: Collection[RecordId], *, chosen: bool
) -> FollowUpTally:
    """Return the promises of a period; ``chosen``: only those at one of ``places`` count."""
    promises = _promises(store, period, places if chosen else None)
    done = [one for one in promises if one.done_on is not None and _within(one.done_on, period)]
    return FollowUpTally(
        made=sum(_within(one.made_on, period) for one in promises),
        due=sum(_within(one.due_on, period) for one in promises),
        done=len(done),
        done_late=sum(one.done_on is not None and one.done_on > one.due_on for one in done),
        open=sum(
            one.made_on <= period.last and (one.done_on is None or one.done_on > period.last)
            for one in promises
        ),
    )


def _sums(referrals: Iterable[_Referral], period: Period) -> ReferralSums:
    listed = tuple(referrals)
    made = [one for one in listed if _within(one.suggested_on, period)]
    ended = [one for one in listed if _has_ended(one, period)]
    return ReferralSums(
        made=len(made),
        open=sum(one.state in OPEN_STATES for one in made),
        sessions=sum(_within(day, period) for one in listed for day in one.sessions),
        ended=len(ended),
        median_sessions_hundredths=median_hundredths([len(one.sessions) for one in ended]),
    )


def _has_ended(referral: _Referral, period: Period) -> bool:
    ended = referral.state in ENDED_STATES and _within(referral.state_on, period)
    return ended and bool(referral.sessions)


def _within(day: date, period: Period) -> bool:
    return period.first <= day <= period.last


def _referrals(
    store: "Store", period: Period, places: Collection[RecordId] | None
) -> list[_Referral]:
    """Return the referrals of which anything lies in the period."""
    rows = store.database.query(
        "SELECT r.advice_code, r.suggested_on, r.state, r.state_on, r.outcome,"
        " (SELECT json_group_array(held_on) FROM referral_session s WHERE s.referral_id = r.id)"
        " AS sessions FROM referral r LEFT JOIN inquiry i ON i.id = r.inquiry_id"
        " WHERE (r.suggested_on BETWEEN :first AND :last OR r.state_on BETWEEN :first AND :last"
        " OR EXISTS (SELECT 1 FROM referral_session s WHERE s.referral_id = r.id"
        " AND s.held_on BETWEEN :first AND :last))"
        " AND (:places IS NULL OR i.workplace_id IN (SELECT value FROM json_each(:places)))",
        _bound(period, places),
    )
    read = ({**row, "sessions": msgspec.json.decode(row["sessions"])} for row in rows)
    return msgspec.convert(list(read), list[_Referral])


def _promises(
    store: "Store", period: Period, places: Collection[RecordId] | None
) -> list[_Promise]:
    """Return the promises of which anything can lie in the period."""
    rows = store.database.query(
        "SELECT f.created_at, f.due_on, f.done_on, i.date AS inquiry_on,"
        " i.created_at AS inquiry_at FROM followup f LEFT JOIN inquiry i ON i.id = f.inquiry_id"
        " WHERE (coalesce(f.done_on, :last) >= :first OR f.due_on >= :first"
        " OR f.created_at >= :first OR i.date >= :first)"
        " AND (:places IS NULL OR f.workplace_id IN (SELECT value FROM json_each(:places)))",
        _bound(period, places),
    )
    return msgspec.convert(list(rows), list[_Promise])


def _bound(period: Period, places: Collection[RecordId] | None) -> dict[str, Any]:
    return {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "places": None if places is None else msgspec.json.encode(sorted(places)).decode(),
    }
