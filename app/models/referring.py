"""Making a referral: for whom, and which offer is proposed for a piece of advice."""

from datetime import date

import msgspec

from app.models.case_types import Referral
from app.models.clock import local_today
from app.models.offer_list import why_offered, with_owners
from app.models.store import Store
from app.models.types import Offer, OfferKind, RecordId
from app.texts import Text

COACHING_ADVICE = "A02"
"""The advice for which the project has a usual number of sessions, also without an offer."""


class ReferralPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What a referral can be made of.

    ``advice`` are the codes that were given in the inquiry. ``offers`` are all that can be used on
    the day, those of the own workplace first, and ``why`` says of each whose it is;
    ``usual_sessions`` is what the project agrees on for coaching. ``who`` is the name of the
    person, empty for an anonymous one, ``inquiry_on`` the day of the inquiry, None without one.
    """

    inquiry_id: RecordId | None
    person_id: RecordId | None
    who: str
    inquiry_on: date | None
    day: date
    advice: tuple[str, ...]
    offers: tuple[Offer, ...]
    why: dict[RecordId, Text]
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
    return _plan(
        store,
        inquiry_id=inquiry.id,
        person_id=inquiry.person_id,
        inquiry_on=inquiry.date,
        workplace_id=inquiry.workplace_id,
        advice=inquiry.advice,
    )


def plan_for_person(store: Store, person_id: RecordId) -> ReferralPlan:
    """Return what can be proposed to a person: in their newest inquiry, where they have any.

    Raises:
        NotFound: there is no such person.
    """
    contacts = store.inquiries.of_person(person_id)
    if contacts:
        return plan_from_inquiry(store, contacts[-1].id)
    return _plan_without_inquiry(store, person_id)


def plan_of_referral(store: Store, referral: Referral) -> ReferralPlan:
    """Return what can be proposed where a referral that exists is corrected."""
    if referral.inquiry_id is not None:
        return plan_from_inquiry(store, referral.inquiry_id)
    assert referral.person_id is not None
    return _plan_without_inquiry(store, referral.person_id)


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


def _plan_without_inquiry(store: Store, person_id: RecordId) -> ReferralPlan:
    person = store.people.get(person_id)
    return _plan(
        store,
        inquiry_id=None,
        person_id=person_id,
        inquiry_on=None,
        workplace_id=person.workplace_id,
        advice=(),
    )


def _plan(
    store: Store,
    *,
    inquiry_id: RecordId | None,
    person_id: RecordId | None,
    inquiry_on: date | None,
    workplace_id: RecordId | None,
    advice: tuple[str, ...],
) -> ReferralPlan:
    person = store.people.get(person_id) if person_id else None
    day = local_today(store.clock)
    offers = store.offers.usable(workplace_id, day)
    return ReferralPlan(
        inquiry_id=inquiry_id,
        person_id=person_id,
        who=person.name if person else "",
        inquiry_on=inquiry_on,
        day=day,
        advice=advice,
        offers=offers,
        why={one.offer.id: why_offered(one) for one in with_owners(store, offers)},
        usual_sessions=int(store.settings.get("coaching_sessions")),
    )
