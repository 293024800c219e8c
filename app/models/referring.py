"""Making a referral: for whom, and which offer is proposed for a piece of advice."""

from datetime import date

import msgspec

from app.models.case_types import Referral
from app.models.clock import local_today
from app.models.store import Store
from app.models.types import Offer, OfferKind, RecordId

COACHING_ADVICE = "A02"
"""The advice for which the project has a usual number of sessions, also without an offer."""


class ReferralPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What a referral can be made of.

    ``advice`` are the codes that were given in the inquiry. ``offers`` are all that can be used on
    the day, those of the own workplace first; ``usual_sessions`` is what the project agrees on for
    coaching. ``who`` is the name of the person, empty for an anonymous one.
    """

    inquiry_id: RecordId | None
    person_id: RecordId | None
    who: str
    day: date
    advice: tuple[str, ...]
    offers: tuple[Offer, ...]
    usual_sessions: int

    def fitting(self, advice_code: str) -> tuple[Offer, ...]:
        """Return the offers for one piece of advice, the likeliest first."""
        return tuple(offer for offer in self.offers if offer.advice_code == advice_code)

    def quota(self, advice_code: str, offer: Offer | None) -> int | None:
        """Return how many sessions are proposed: those of the offer, else the usual ones."""
        if offer is not None and offer.quota is not None:
            return offer.quota
        coaching = advice_code == COACHING_ADVICE or (
            offer is not None and offer.kind is OfferKind.COACHING
        )
        return self.usual_sessions if coaching else None


def plan_from_inquiry(store: Store, inquiry_id: RecordId) -> ReferralPlan:
    """Return what can be proposed in an inquiry; raise NotFound when there is none."""
    inquiry = store.inquiries.get(inquiry_id)
    person = store.people.get(inquiry.person_id) if inquiry.person_id else None
    day = local_today(store.clock)
    return ReferralPlan(
        inquiry_id=inquiry.id,
        person_id=inquiry.person_id,
        who=person.name if person else "",
        day=day,
        advice=inquiry.advice,
        offers=store.offers.usable(inquiry.workplace_id, day),
        usual_sessions=int(store.settings.get("coaching_sessions")),
    )


def plan_for_person(store: Store, person_id: RecordId) -> ReferralPlan:
    """Return what can be proposed to a person: in their newest inquiry, where they have any.

    Raises:
        NotFound: there is no such person.
    """
    person = store.people.get(person_id)
    contacts = store.inquiries.of_person(person_id)
    if contacts:
        return plan_from_inquiry(store, contacts[-1].id)
    day = local_today(store.clock)
    return ReferralPlan(
        inquiry_id=None,
        person_id=person_id,
        who=person.name,
        day=day,
        advice=(),
        offers=store.offers.usable(person.workplace_id, day),
        usual_sessions=int(store.settings.get("coaching_sessions")),
    )


def new_referral(plan: ReferralPlan, advice_code: str, offer: Offer | None) -> Referral:
    """Return a referral as it is proposed, not stored yet."""
    return Referral(
        inquiry_id=plan.inquiry_id,
        person_id=plan.person_id,
        advice_code=advice_code,
        offer_id=offer.id if offer else None,
        provider=offer.provider if offer else "",
        suggested_on=plan.day,
        state_on=plan.day,
        quota=plan.quota(advice_code, offer),
    )
