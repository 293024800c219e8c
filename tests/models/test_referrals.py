"""Referrals: suggested, used, ended, and what becomes of them when something around them goes."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput
from app.models.case_types import Outcome, Referral, ReferralState
from app.models.referral_course import state_day
from app.models.referral_list import count_open, list_referrals, referrals_of_person
from app.models.referrals import is_over_quota, not_asked
from app.models.referring import new_referral, plan_for_person, plan_from_inquiry
from app.models.registration import InquiryDraft, draft_of, move_to_person, register
from app.models.store import Store
from app.models.types import Identity, Inquiry, Offer, OfferKind, Workplace
from tests.records import DAY, add_contact, add_person, add_referral, add_workplace

TODAY = date(2026, 11, 21)
COACHING = OfferKind.COACHING


@pytest.fixture
def lem(store: Store) -> Workplace:
    vestas = store.organisations.ensure("Vestas")
    return add_workplace(store, "LEM", "Vestas i Lem", organisation_id=vestas.id)


@pytest.fixture
def talk(store: Store, lem: Workplace) -> Inquiry:
    person = add_person(store, phone="20304050", workplace_id=lem.id)
    return add_contact(store, person, workplace_id=lem.id, advice=("A02", "A01"))


def test_sessions_are_held_one_by_one_and_the_first_begins_it(store: Store, talk: Inquiry) -> None:
    made = add_referral(store, talk, suggested_on=date(2026, 11, 2), quota=2)
    assert made.state is ReferralState.SUGGESTED

    begun = store.referrals.hold_session(made.id)
    assert (begun.state, begun.state_on, begun.sessions) == ("started", TODAY, (TODAY,))
    earlier = store.referrals.hold_session(made.id, date(2026, 11, 20))
    assert earlier.sessions == (date(2026, 11, 20), TODAY), "in the order of their days"
    assert not is_over_quota(earlier)

    third = store.referrals.hold_session(made.id, date(2026, 11, 9))
    assert is_over_quota(third), "worth a warning, and stored all the same"
    assert store.referrals.get(made.id).sessions == (date(2026, 11, 9), date(2026, 11, 20), TODAY)


def test_a_forgotten_session_of_an_ended_referral_changes_no_state(
    store: Store, talk: Inquiry
) -> None:
    made = add_referral(store, talk, state=ReferralState.COMPLETED, state_on=TODAY)
    assert store.referrals.hold_session(made.id).state is ReferralState.COMPLETED


def refused(store: Store, record: Referral) -> list[str]:
    """Return what is said to a correction, and that it is said to a new one too."""
    with pytest.raises(InvalidInput) as corrected:
        store.referrals.correct(record)
    with pytest.raises(InvalidInput) as added:
        store.referrals.add(record)
    assert added.value.problems == corrected.value.problems
    return [problem.text.da for problem in corrected.value.problems]


def test_days_that_cannot_have_been_are_refused(store: Store, talk: Inquiry) -> None:
    made = add_referral(store, talk, suggested_on=date(2026, 11, 10))
    before, after = date(2026, 11, 9), date(2026, 11, 12)
    early = replace(made, sessions=(before, after))
    assert refused(store, early) == ["Sessionen 09-11-2026 ligger før henvisningen 10-11-2026."]
    twice = replace(made, sessions=(after, after))
    assert refused(store, twice) == ["Der er allerede en session den 12-11-2026."]
    (told,) = refused(store, replace(made, state=ReferralState.ACCEPTED, state_on=before))
    assert told == "Status kan ikke gælde fra 09-11-2026: det er før henvisningen 10-11-2026."
    for state in (ReferralState.COMPLETED, ReferralState.STOPPED, ReferralState.DECLINED):
        over = replace(made, state=state, state_on=date(2026, 11, 11), sessions=(after,))
        (told,) = refused(store, replace(over, reason="Rejste"))
        assert told == "Den er slut fra 11-11-2026, men der er en session den 12-11-2026."
    assert store.referrals.get(made.id) == made


def test_a_script_that_runs_again_adds_no_session(store: Store, talk: Inquiry) -> None:
    made = add_referral(store, talk)
    begun = store.referrals.hold_session(made.id)
    with pytest.raises(InvalidInput) as caught:
        store.referrals.hold_session(made.id)
    assert "Der er allerede en session den 21-11-2026." in caught.value.message("da")
    ended = store.referrals.set_state(made.id, ReferralState.COMPLETED)
    with pytest.raises(InvalidInput):
        store.referrals.set_state(made.id, ReferralState.STOPPED, on=date(2026, 11, 20))
    assert store.referrals.get(made.id) == ended
    assert ended.sessions == begun.sessions


def test_what_was_stored_before_the_rules_still_follows_its_person(
    store: Store, talk: Inquiry
) -> None:
    made = add_referral(store, talk)
    old = store.referrals.change(replace(made, sessions=(date(2020, 1, 1), date(2020, 1, 1))))
    store.referrals.follow(replace(talk, person_id=None))
    assert store.referrals.get(made.id).sessions == old.sessions


@pytest.mark.parametrize(
    ("before", "state", "held", "since"),
    [
        (ReferralState.SUGGESTED, ReferralState.STARTED, (DAY, TODAY), DAY),
        (ReferralState.SUGGESTED, ReferralState.COMPLETED, (DAY, TODAY), TODAY),
        (ReferralState.STARTED, ReferralState.STOPPED, (DAY,), DAY),
        (ReferralState.SUGGESTED, ReferralState.ACCEPTED, (), TODAY),
        (ReferralState.STARTED, ReferralState.STARTED, (TODAY,), date(2026, 11, 2)),
        (ReferralState.COMPLETED, ReferralState.COMPLETED, (DAY,), DAY),
    ],
)
def test_a_state_counts_from_the_day_of_the_session_it_is_told_with(
    before: ReferralState, state: ReferralState, held: tuple[date, ...], since: date
) -> None:
    first = date(2026, 11, 2)
    was = Referral(advice_code="A02", suggested_on=first, state=before, state_on=first)
    assert state_day(was, state, held, TODAY) == since


def test_only_what_has_happened_can_be_entered(store: Store, talk: Inquiry) -> None:
    made = add_referral(store, talk)
    tomorrow = date(2026, 11, 22)
    with pytest.raises(InvalidInput) as caught:
        store.referrals.hold_session(made.id, tomorrow)
    assert "sessions" in {problem.field for problem in caught.value.problems}
    with pytest.raises(InvalidInput) as caught:
        store.referrals.correct(replace(made, suggested_on=tomorrow, state_on=tomorrow))
    assert [problem.field for problem in caught.value.problems] == ["suggested_on", "state_on"]
    assert store.referrals.get(made.id) == made


def test_a_declined_one_says_why(store: Store, talk: Inquiry) -> None:
    made = add_referral(store, talk)
    with pytest.raises(InvalidInput) as caught:
        store.referrals.set_state(made.id, ReferralState.DECLINED, "  ")
    assert [problem.field for problem in caught.value.problems] == ["reason"]
    declined = store.referrals.set_state(made.id, ReferralState.DECLINED, "Har ikke tid")
    assert (declined.state_on, declined.reason) == (TODAY, "Har ikke tid")
    assert list_referrals(store, only_open=True) == ()
    assert count_open(store) == 0


def test_an_ended_one_is_asked_about_until_somebody_has(store: Store, talk: Inquiry) -> None:
    ended = store.referrals.set_state(add_referral(store, talk).id, ReferralState.STOPPED)
    assert not_asked(ended)
    told = replace(ended, outcome=Outcome.WORSE, outcome_words="Det blev værre")
    assert not not_asked(store.referrals.change(told))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"advice_code": "A99"}, "advice_code"),
        ({"inquiry_id": None, "person_id": None}, "person_id"),
        ({"quota": 0}, "quota"),
        ({"quota": 100}, "quota"),
    ],
)
def test_what_is_wrong_is_named(
    store: Store, talk: Inquiry, change: dict[str, object], field: str
) -> None:
    right = Referral(inquiry_id=talk.id, advice_code="A02", suggested_on=DAY, state_on=DAY, quota=3)
    with pytest.raises(InvalidInput) as caught:
        store.referrals.add(replace(right, **change))
    assert [problem.field for problem in caught.value.problems] == [field]


def test_a_change_is_audited_and_taken_back(store: Store, talk: Inquiry) -> None:
    made = add_referral(store, talk)
    with store.atomic() as change_set:
        store.referrals.hold_session(made.id)
    (entry,) = store.audit.of_change_set(change_set)
    assert entry.fields == ("state", "state_on", "sessions")
    redo = store.undo(change_set)
    assert store.referrals.get(made.id) == made
    store.undo(redo)
    assert store.referrals.get(made.id).sessions == (TODAY,)


def test_those_who_wait_longest_stand_first_with_whom_to_ring(store: Store, talk: Inquiry) -> None:
    coach = store.offers.add(Offer(kind=COACHING, provider="Coach & Co", phone="70000001"))
    newer = add_referral(store, talk)
    add_referral(store, talk, state=ReferralState.COMPLETED, suggested_on=date(2026, 9, 1))
    older = add_referral(
        store, add_contact(store), suggested_on=date(2026, 10, 1), offer_id=coach.id
    )
    first, second = list_referrals(store, only_open=True)
    assert (first.referral, second.referral) == (older, newer)
    assert (first.person, first.workplace, first.offer_phone) == ("", "", "70000001")
    told = (second.person, second.phone, second.workplace, second.code, second.inquiry_on)
    assert told == ("Lone Bæk", "20304050", "Vestas i Lem", "LEM", DAY)
    assert len(list_referrals(store, only_open=False)) == 3
    assert talk.person_id is not None
    assert len(referrals_of_person(store, talk.person_id)) == 2


def test_what_fits_is_proposed_and_the_nearest_first(
    store: Store, lem: Workplace, talk: Inquiry
) -> None:
    assert lem.organisation_id is not None
    everybody = store.offers.add(Offer(kind=COACHING, provider="Alle", advice_code="A02", quota=5))
    owner = store.offers.add(
        Offer(
            kind=COACHING,
            provider="Vestas",
            advice_code="A02",
            organisation_id=lem.organisation_id,
        )
    )
    own = store.offers.add(
        Offer(kind=COACHING, provider="Lem", advice_code="A02", workplace_id=lem.id)
    )
    store.offers.add(replace(everybody, provider="Forbi", valid_until=date(2026, 11, 20)))
    plan = plan_from_inquiry(store, talk.id)

    assert (plan.advice, plan.who) == (("A02", "A01"), "Lone Bæk")
    assert plan.fitting("A02") == (own, owner, everybody)
    assert plan.fitting("A01") == ()
    assert plan.quota("A02", everybody) == 5, "the offer's own number"
    assert plan.quota("A02", None) == 3, "three by agreement"
    assert plan.quota("A01", None) is None
    store.settings.set("coaching_sessions", 4)
    plan = plan_from_inquiry(store, talk.id)
    stored = store.referrals.add(new_referral(plan, "A02", own))
    assert (stored.provider, stored.offer_id, stored.quota) == ("Lem", own.id, 4)
    assert (stored.inquiry_id, stored.person_id) == (talk.id, talk.person_id)


def test_a_person_is_referred_in_their_newest_talk(store: Store, talk: Inquiry) -> None:
    assert talk.person_id is not None
    assert plan_for_person(store, talk.person_id).inquiry_id == talk.id
    new = add_person(store, "Bo Holm")
    plan = plan_for_person(store, new.id)
    assert (plan.inquiry_id, plan.person_id, plan.advice) == (None, new.id, ())


def test_it_goes_with_its_inquiry_and_comes_back_with_it(store: Store, talk: Inquiry) -> None:
    made = add_referral(store, talk, sessions=(DAY, TODAY))
    with store.atomic() as change_set:
        store.inquiries.delete(talk.id)
    assert store.referrals.count() == 0
    store.undo(change_set)
    assert store.referrals.get(made.id) == made


def test_it_outlives_the_offer_and_keeps_the_name_of_the_provider(
    store: Store, talk: Inquiry
) -> None:
    offer = store.offers.add(Offer(kind=COACHING, provider="Coach & Co"))
    made = add_referral(store, talk, offer_id=offer.id, provider="Coach & Co")
    with store.atomic() as change_set:
        store.offers.delete(offer.id)
    left = store.referrals.get(made.id)
    assert (left.offer_id, left.provider) == (None, "Coach & Co")
    store.undo(change_set)
    assert store.referrals.get(made.id) == made


def test_it_follows_its_inquiry_to_another_person(store: Store, talk: Inquiry) -> None:
    known = add_person(store, "Kirsten Bæk", birth_year=1974)
    mistaken = register(
        store,
        InquiryDraft(
            date=DAY, identity=Identity.REGISTERED, name="K. Bæk", reasons=("P01",), advice=("A02",)
        ),
    )
    assert mistaken.person is not None
    made = add_referral(store, mistaken.inquiry)
    loose = add_referral(store, person_id=mistaken.person.id)
    move_to_person(store, mistaken.inquiry.id, known.id)
    assert store.referrals.get(made.id).person_id == known.id
    assert store.referrals.get(loose.id).person_id == known.id

    draft = draft_of(store, store.inquiries.get(mistaken.inquiry.id))
    register(store, replace(draft, identity=Identity.ANONYMOUS, person_id=None))
    assert store.referrals.get(made.id).person_id is None
