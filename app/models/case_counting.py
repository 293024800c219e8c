"""The referrals and follow-ups of a period in sums."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from app.models.case_tallies import FollowUpTally, ReferralSums, ReferralTally, median_hundredths
from app.models.counted_cases import (
    CountedReferral,
    read_counted_promises,
    read_counted_referrals,
    within,
)
from app.models.periods import Period
from app.models.referral_words import OUTCOMES, REFERRAL_STATES
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

NOT_ASKED = "not_asked"
"""How the empty outcome is written in a tally."""


def count_referrals(
    store: "Store", period: Period, places: Collection[RecordId], *, chosen: bool
) -> ReferralTally:
    """Return the referrals of a period.

    ``chosen``: only those made in inquiries that concern one of ``places`` count.
    """
    found = read_counted_referrals(store, period, places if chosen else None)
    made = [one for one in found if one.was_made(period)]
    ended = [one for one in found if one.has_ended(period)]
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
    promises = read_counted_promises(store, period, places if chosen else None)
    done = [one for one in promises if one.was_done(period)]
    return FollowUpTally(
        made=sum(within(one.made_on, period) for one in promises),
        due=sum(within(one.due_on, period) for one in promises),
        done=len(done),
        done_late=sum(one.is_late for one in done),
        open=sum(one.was_open(period) for one in promises),
    )


def _sums(referrals: Iterable[CountedReferral], period: Period) -> ReferralSums:
    listed = tuple(referrals)
    made = [one for one in listed if one.was_made(period)]
    ended = [one for one in listed if one.has_ended(period)]
    return ReferralSums(
        made=len(made),
        open=sum(one.is_open for one in made),
        sessions=sum(len(one.sessions_in(period)) for one in listed),
        ended=len(ended),
        median_sessions_hundredths=median_hundredths([len(one.sessions) for one in ended]),
    )
