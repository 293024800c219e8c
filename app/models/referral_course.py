"""The days of a referral: which of them cannot be, and from when a state counts."""

from collections.abc import Sequence
from datetime import date

from app.models.case_types import Referral, ReferralState
from app.models.checking import Checker
from app.models.words import short_date

_OVER = (ReferralState.COMPLETED, ReferralState.STOPPED, ReferralState.DECLINED)
"""After these days there are no more sessions."""


def check_course(check: Checker, referral: Referral) -> None:
    """Note what cannot have happened in that order; each would be counted in the wrong month."""
    suggested, sessions = referral.suggested_on, referral.sessions
    early, last = min(sessions, default=suggested), max(sessions, default=suggested)
    begun, since = short_date(suggested), short_date(referral.state_on)
    check.require(
        early >= suggested,
        "sessions",
        f"Sessionen {short_date(early)} ligger før henvisningen {begun}.",
        f"The session on {short_date(early)} lies before the referral on {begun}.",
    )
    for day in sorted({day for day in sessions if sessions.count(day) > 1}):
        check.require(
            False,
            "sessions",
            f"Der er allerede en session den {short_date(day)}.",
            f"There is a session on {short_date(day)} already.",
        )
    check.require(
        referral.state_on >= suggested,
        "state_on",
        f"Status kan ikke gælde fra {since}: det er før henvisningen {begun}.",
        f"The state cannot hold from {since}: that is before the referral on {begun}.",
    )
    check.require(
        referral.state not in _OVER or last <= max(referral.state_on, suggested),
        "state_on",
        f"Den er slut fra {since}, men der er en session den {short_date(last)}.",
        f"It is over from {since} on, but there is a session on {short_date(last)}.",
    )


def state_day(before: Referral, state: ReferralState, held: Sequence[date], today: date) -> date:
    """Return from when a state counts that is told with the sessions just held, or with none.

    It begins with the first of them and ends with the last one; what it was before, it was since.
    """
    if state is before.state:
        return max((before.state_on, *held)) if state in _OVER else before.state_on
    if not held:
        return today
    return max(held) if state in _OVER else min(held)
