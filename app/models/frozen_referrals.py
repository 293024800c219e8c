"""The referrals of a period one by one, for the cells: whose they are and what counts in it."""

from typing import TYPE_CHECKING

import msgspec

from app.models.case_types import Outcome, ReferralState
from app.models.periods import Period
from app.models.referrals import ENDED_STATES

if TYPE_CHECKING:
    from app.models.store import Store

_ROWS = """
SELECT r.advice_code AS advice, r.state, r.outcome, coalesce(w.code, '') AS workplace,
       coalesce(r.person_id, i.person_id, i.alias_id, i.id) AS person,
       r.suggested_on BETWEEN :first AND :last AS made,
       r.state_on BETWEEN :first AND :last
         AND EXISTS (SELECT 1 FROM referral_session s WHERE s.referral_id = r.id) AS ended,
       (SELECT count(*) FROM referral_session s
         WHERE s.referral_id = r.id AND s.held_on BETWEEN :first AND :last) AS sessions
FROM referral r LEFT JOIN inquiry i ON i.id = r.inquiry_id
LEFT JOIN workplace w ON w.id = i.workplace_id
"""


class ReferralRow(msgspec.Struct, frozen=True):
    """One referral; ``sessions`` were held in the period, ``made`` and ``ended`` lie in it."""

    advice: str
    state: ReferralState
    outcome: Outcome
    workplace: str
    person: str
    made: bool
    ended: bool
    sessions: int


def referral_rows(store: "Store", period: Period) -> tuple[ReferralRow, ...]:
    """Return the referrals of which anything counts in a period.

    The workplace is that of the inquiry in which one was made, empty where there is none.
    """
    bound = {"first": period.first.isoformat(), "last": period.last.isoformat()}
    rows = msgspec.convert(
        list(store.database.query(_ROWS, bound)), list[ReferralRow], strict=False
    )
    told = (
        msgspec.structs.replace(row, ended=row.ended and row.state in ENDED_STATES) for row in rows
    )
    return tuple(row for row in told if row.made or row.ended or row.sessions)
