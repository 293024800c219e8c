"""Advice stands in front for a reason, and what the workplace offers stands among it."""

from app.models.store import Store
from app.models.suggesting import suggest_advice
from app.models.types import Offer, OfferKind, RecordId, TermKind
from tests.records import DAY, add_workplace

OFTEN = {
    "P01": ("A04", "A01", "A03", "A11", "A05"),
    "S01": ("A02", "A01", "A03", "A16", "A10"),
}
ALL = {f"A{number:02}" for number in range(1, 18)}


def offer(code: str, provider: str = "Stifinder") -> Offer:
    return Offer(
        kind=OfferKind.HEALTH_INSURANCE,
        provider=provider,
        workplace_id=RecordId("w"),
        advice_code=code,
    )


def codes(reasons: tuple[str, ...], offers: tuple[Offer, ...] = (), most: int = 6) -> list[str]:
    return [s.code for s in suggest_advice(reasons, OFTEN, offers, ALL, most)]


def test_one_reason_gives_its_advice_in_order() -> None:
    assert codes(("P01",)) == ["A04", "A01", "A03", "A11", "A05"]


def test_advice_that_two_reasons_share_comes_first() -> None:
    assert codes(("P01", "S01"))[:2] == ["A01", "A03"]


def test_an_offer_lifts_its_advice_and_says_why() -> None:
    lifted = suggest_advice(("P01",), OFTEN, (offer("A01"),), ALL)
    assert [s.code for s in lifted[:2]] == ["A01", "A04"]
    assert (lifted[0].reasons, [o.provider for o in lifted[0].offers]) == (("P01",), ["Stifinder"])
    assert (lifted[1].reasons, lifted[1].offers) == (("P01",), ())


def test_what_is_offered_is_never_crowded_out() -> None:
    crowded = codes(("P01", "S01"), (offer("A09"), offer("A06")), most=4)
    assert crowded == ["A01", "A03", "A06", "A09"]


def test_before_any_reason_there_are_only_offers() -> None:
    assert codes((), (offer("A01"), offer("A01", "Danica"))) == ["A01"]
    assert (
        len(suggest_advice((), OFTEN, (offer("A01"), offer("A01", "Danica")), ALL)[0].offers) == 2
    )
    assert codes(()) == []


def test_a_retired_code_and_an_offer_without_code_are_left_out() -> None:
    valid = ALL - {"A04", "A01"}
    found = suggest_advice(("P01",), OFTEN, (offer(""), offer("A01")), valid)
    assert [s.code for s in found] == ["A03", "A11", "A05"]


def test_the_shipped_suggestions_know_every_reason(store: Store) -> None:
    add_workplace(store)
    often = store.taxonomy.suggestions()
    reasons = {term.code for term in store.taxonomy.terms(TermKind.REASON, DAY)}
    advice = {term.code for term in store.taxonomy.terms(TermKind.ADVICE, DAY)}
    assert set(often) == reasons
    assert all(suggest_advice((reason,), often, (), advice) for reason in reasons)


def test_what_everybody_can_use_lifts_nothing_and_stands_beside_its_advice() -> None:
    everybody = Offer(kind=OfferKind.COACHING, provider="Coach & Co", advice_code="A02")
    assert codes((), (everybody,)) == []
    suggested = suggest_advice(("S01",), OFTEN, (everybody, offer("A01")), ALL)
    assert [s.code for s in suggested[:2]] == ["A01", "A02"], "the workplace's own is lifted"
    assert suggested[1].offers == (everybody,)
