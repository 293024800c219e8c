"""What the people of a workplace can use, of its own and of its organisation, day by day."""

from datetime import date

import pytest

from app.errors import InvalidInput
from app.models.offer_list import why_offered, with_owners
from app.models.offers import is_valid
from app.models.store import Store
from app.models.types import Offer, OfferKind, RecordId, Workplace
from app.texts import Text
from tests.records import add_workplace

INSURANCE = OfferKind.HEALTH_INSURANCE
DAY = date(2026, 11, 21)


@pytest.fixture
def lem(store: Store) -> Workplace:
    vestas = store.organisations.ensure("Vestas")
    return store.workplaces.add(Workplace(code="LEM", name="Lem", organisation_id=vestas.id))


def providers(offers: tuple[Offer, ...]) -> list[str]:
    return [offer.provider for offer in offers]


def test_own_offers_and_those_of_the_organisation_stand_together(
    store: Store, lem: Workplace
) -> None:
    other = store.workplaces.add(Workplace(code="ARLA", name="Arla"))
    store.offers.add(Offer(kind=OfferKind.TRAINING, provider="Fitness", workplace_id=lem.id))
    store.offers.add(
        Offer(kind=INSURANCE, provider="Stifinder", organisation_id=lem.organisation_id)
    )
    store.offers.add(Offer(kind=INSURANCE, provider="En anden", workplace_id=other.id))

    assert providers(store.offers.of_workplace(lem.id)) == ["Stifinder", "Fitness"]
    assert lem.organisation_id is not None
    assert providers(store.offers.of_organisation(lem.organisation_id)) == ["Stifinder"]


def test_a_workplace_without_organisation_gets_nobody_elses_offers(store: Store) -> None:
    alone = store.workplaces.add(Workplace(code="ALENE", name="Alene"))
    vestas = store.organisations.ensure("Vestas")
    store.offers.add(Offer(kind=INSURANCE, provider="Stifinder", organisation_id=vestas.id))
    assert store.offers.of_workplace(alone.id) == ()


@pytest.mark.parametrize(
    ("first", "last", "valid"),
    [
        (None, None, True),
        (DAY, DAY, True),
        (date(2026, 11, 22), None, False),
        (None, date(2026, 11, 20), False),
        (date(2026, 1, 1), date(2026, 12, 31), True),
    ],
)
def test_an_offer_holds_from_its_first_to_its_last_day(
    store: Store, lem: Workplace, first: date | None, last: date | None, valid: bool
) -> None:
    offer = store.offers.add(
        Offer(
            kind=INSURANCE,
            provider="Stifinder",
            workplace_id=lem.id,
            valid_from=first,
            valid_until=last,
        )
    )
    assert is_valid(offer, DAY) is valid
    assert bool(store.offers.of_workplace(lem.id, DAY)) is valid
    assert store.offers.of_workplace(lem.id) == (offer,)


@pytest.mark.parametrize(
    ("offer", "field"),
    [
        (Offer(kind=INSURANCE, provider=" ", workplace_id=RecordId("x")), "provider"),
        (Offer(kind=INSURANCE, provider="Stifinder", quota=0), "quota"),
        (
            Offer(
                kind=INSURANCE,
                provider="Stifinder",
                workplace_id=RecordId("x"),
                organisation_id=RecordId("y"),
            ),
            "workplace_id",
        ),
        (
            Offer(
                kind=INSURANCE,
                provider="Stifinder",
                workplace_id=RecordId("x"),
                valid_from=DAY,
                valid_until=date(2026, 11, 20),
            ),
            "valid_until",
        ),
    ],
)
def test_what_is_wrong_is_named(store: Store, offer: Offer, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        store.offers.add(offer)
    assert [problem.field for problem in caught.value.problems] == [field]


def test_what_is_for_everybody_can_be_used_everywhere_and_stands_last(
    store: Store, lem: Workplace
) -> None:
    everybody = store.offers.add(Offer(kind=OfferKind.COACHING, provider="Coach & Co"))
    past = store.offers.add(Offer(kind=INSURANCE, provider="Forbi", valid_until=DAY))
    owner = store.offers.add(
        Offer(kind=INSURANCE, provider="Stifinder", organisation_id=lem.organisation_id)
    )
    own = store.offers.add(Offer(kind=OfferKind.TRAINING, provider="Fitness", workplace_id=lem.id))

    later = date(2026, 11, 22)
    assert store.offers.usable(lem.id, later) == (own, owner, everybody)
    assert store.offers.usable(None, later) == (everybody,)
    assert set(store.offers.of_project()) == {everybody, past}
    assert everybody not in store.offers.of_workplace(lem.id), "it is not the workplace's to keep"
    assert providers(store.offers.all()) == ["Coach & Co", "Fitness", "Forbi", "Stifinder"]


@pytest.mark.parametrize(
    ("kind", "danish", "english"),
    [
        (OfferKind.PENSION, "har en pensionsordning hos", "has a pension scheme with"),
        (OfferKind.COACHING, "har coaching hos", "has coaching with"),
    ],
)
def test_why_an_offer_stands_there_is_a_sentence(
    store: Store, kind: OfferKind, danish: str, english: str
) -> None:
    lem = add_workplace(store)
    offer = store.offers.add(Offer(kind=kind, provider="Danica", workplace_id=lem.id))
    (shown,) = with_owners(store, [offer])
    assert why_offered(shown) == Text(f"{lem.name} {danish} Danica", f"{lem.name} {english} Danica")
