"""The referrals of the demo project's lived-in weeks: coaching, as far as it may have come."""

from datetime import date, timedelta

from msgspec.structs import replace

from app.models.case_types import Outcome, Referral, ReferralState
from app.models.inquiry_list import InquiryFilter
from app.models.referring import COACHING_ADVICE, new_referral, plan_from_inquiry
from app.models.store import Store
from app.models.types import Identity, Offer, OfferKind

_COACHING = Offer(
    kind=OfferKind.COACHING,
    provider="Coachhuset",
    advice_code=COACHING_ADVICE,
    phone="70000190",
    note="op til tre samtaler efter aftale",
    quota=3,
)
_TRAINING = Offer(
    kind=OfferKind.TRAINING,
    provider="Sundhedscentret",
    advice_code="A09",
    phone="70000191",
    note="hold med start hver måned",
)
_EVERY = 2
"""Of so many who were advised to be coached, one let themselves be referred."""

_COURSES = (
    (ReferralState.COMPLETED, 2, Outcome.HELPED, "Jeg sover igen og er på arbejde"),
    (ReferralState.COMPLETED, 3, Outcome.HELPED_SOME, ""),
    (ReferralState.DECLINED, 0, Outcome.NOT_ASKED, ""),
    (ReferralState.COMPLETED, 5, Outcome.HELPED, "Det tog tid, men nu tør jeg sige fra"),
    (ReferralState.STOPPED, 1, Outcome.NO_CHANGE, ""),
    (ReferralState.COMPLETED, 2, Outcome.NOT_ASKED, ""),
)
"""What becomes of one after the other; those of the last weeks have not come as far."""

_REASONS = {ReferralState.DECLINED: "Har ikke tid nu", ReferralState.STOPPED: "Flyttede"}
_WEEK = timedelta(weeks=1)


def refer_recent(store: Store, first: date, today: date) -> None:
    """Add what everybody can use, and refer some who came from ``first`` to the day before today."""
    for offer in (_COACHING, _TRAINING):
        store.offers.add(replace(offer, valid_from=first))
    wanted = InquiryFilter(first=first, last=today - timedelta(days=1), advice=COACHING_ADVICE)
    rows = store.inquiries.rows(store.inquiries.list_seqs(wanted))
    registered = [row for row in rows[::-1] if row.identity is Identity.REGISTERED]
    for number, row in enumerate(registered[::_EVERY]):
        plan = plan_from_inquiry(store, row.id)
        fitting = plan.fitting(COACHING_ADVICE)
        made = new_referral(plan, COACHING_ADVICE, fitting[0] if fitting else None)
        made = replace(made, suggested_on=row.date, state_on=row.date)
        store.referrals.add(_lived(made, number, today))


def _lived(made: Referral, number: int, today: date) -> Referral:
    """Return a referral as it stands today."""
    state, held, outcome, words = _COURSES[number % len(_COURSES)]
    sessions = [made.suggested_on + _WEEK * (2 * each + 1) for each in range(held)]
    ended = (sessions[-1] if sessions else made.suggested_on) + _WEEK
    if ended < today:
        return replace(
            made,
            state=state,
            state_on=ended,
            reason=_REASONS.get(state, ""),
            sessions=tuple(sessions),
            outcome=outcome,
            outcome_words=words,
        )
    past = tuple(day for day in sessions if day < today)
    if past:
        return replace(made, state=ReferralState.STARTED, state_on=past[0], sessions=past)
    if number % 2:
        return replace(made, state=ReferralState.ACCEPTED)
    return made
