"""A workplace with its organisation and offers is saved, taken back and deleted as one."""

from datetime import date

import pytest
from msgspec.structs import replace

from app.errors import Conflict, InvalidInput, UserError
from app.models.plan_types import Activity, ActivityKind, ClosingDays
from app.models.store import Store
from app.models.types import (
    Address,
    ContactRole,
    Inquiry,
    Offer,
    OfferKind,
    Sector,
    Workplace,
    WorkplaceContact,
)
from app.models.workplace_drafts import OfferDraft, WorkplaceDraft, draft_of
from app.models.workplace_editing import delete_workplace, save_workplace
from tests.records import add_rule

INSURANCE = Offer(
    kind=OfferKind.HEALTH_INSURANCE, provider="Stifinder", phone="70 00 00 00", advice_code="A01"
)
LEM = WorkplaceDraft(
    workplace=Workplace(
        code="VESTAS-LEM",
        name=" Vestas i Lem ",
        sector=Sector.PRIVATE,
        headcount=450,
        p_number="10 00 00 00 01",
        addresses=(Address(street="Smed Hansens Vej 27", postcode="6940", city="Lem"), Address()),
        contacts=(WorkplaceContact(role=ContactRole.HR, name="Bente", email="bente@example.org"),),
    ),
    organisation="Vestas",
    cvr="10 40 37 82",
    offers=(OfferDraft(offer=INSURANCE, shared=True),),
)
RINGKOEBING = WorkplaceDraft(
    workplace=Workplace(code="VESTAS-RI", name="Vestas i Ringkøbing"), organisation="vestas"
)


def problems_of(store: Store, draft: WorkplaceDraft) -> set[str]:
    with pytest.raises(InvalidInput) as caught:
        save_workplace(store, draft)
    return {problem.field for problem in caught.value.problems}


def test_a_new_workplace_brings_its_organisation_and_offers(store: Store) -> None:
    saved = save_workplace(store, LEM)

    assert (saved.name, saved.p_number) == ("Vestas i Lem", "1000000001")
    assert len(saved.addresses) == 1
    assert [(o.name, o.cvr) for o in store.organisations.all()] == [("Vestas", "10403782")]
    assert [o.provider for o in store.offers.of_workplace(saved.id)] == ["Stifinder"]


def test_one_undo_takes_all_of_it_back_and_redo_brings_it_again(store: Store) -> None:
    with store.atomic() as change_set:
        saved = save_workplace(store, LEM)

    redo = store.undo(change_set)
    assert store.workplaces.count() == store.organisations.count() == store.offers.count() == 0

    store.undo(redo)
    assert draft_of(store, saved.id).organisation == "Vestas"
    assert store.offers.count() == 1


def test_a_shared_offer_stands_at_every_workplace_of_the_organisation(store: Store) -> None:
    save_workplace(store, LEM)
    other = save_workplace(store, RINGKOEBING)

    assert [o.offer.provider for o in draft_of(store, other.id).offers] == ["Stifinder"]
    assert store.organisations.count() == 1
    assert store.organisations.all()[0].cvr == "10403782", "joining does not empty it"


def test_every_problem_of_the_form_is_told_at_once(store: Store) -> None:
    save_workplace(store, LEM)
    wrong = WorkplaceDraft(
        workplace=Workplace(
            code="VESTAS-LEM",
            name="",
            p_number="123",
            started_on=date(2026, 5, 1),
            ended_on=date(2026, 4, 1),
            contacts=(WorkplaceContact(role=ContactRole.HR, name="", email="bente"),),
        ),
        organisation="Arla",
        cvr="10403783",
        offers=(OfferDraft(offer=replace(INSURANCE, provider="")),),
    )

    assert problems_of(store, wrong) == {
        "name",
        "code",
        "p_number",
        "ended_on",
        "contacts.0.name",
        "contacts.0.email",
        "cvr",
        "offers.0.provider",
    }
    assert store.workplaces.count() == 1
    assert [o.name for o in store.organisations.all()] == ["Vestas"]


def test_a_shared_offer_needs_an_organisation(store: Store) -> None:
    assert problems_of(store, replace(LEM, organisation="")) == {"organisation"}


def test_another_name_corrects_the_only_workplace_and_leaves_a_shared_organisation(
    store: Store,
) -> None:
    lem = save_workplace(store, LEM)
    renamed = save_workplace(store, replace(draft_of(store, lem.id), organisation="Vestas A/S"))
    assert [o.name for o in store.organisations.all()] == ["Vestas A/S"]
    assert [w.id for w in store.workplaces.search("vestas a/s")] == [lem.id]

    save_workplace(store, replace(RINGKOEBING, organisation="Vestas A/S"))
    save_workplace(store, replace(draft_of(store, renamed.id), organisation="Nordex"))
    assert [o.name for o in store.organisations.all()] == ["Nordex", "Vestas A/S"]
    assert store.offers.of_workplace(lem.id) == (), "the shared offer stays with Vestas A/S"


def test_an_organisation_that_nobody_belongs_to_any_more_is_gone(store: Store) -> None:
    save_workplace(store, LEM)
    other = save_workplace(store, replace(RINGKOEBING, organisation="Nordex"))

    save_workplace(store, replace(draft_of(store, other.id), organisation="Vestas"))

    assert [o.name for o in store.organisations.all()] == ["Vestas"]


def test_offers_are_changed_added_and_removed_with_the_workplace(store: Store) -> None:
    draft = draft_of(store, save_workplace(store, LEM).id)
    training = OfferDraft(offer=Offer(kind=OfferKind.TRAINING, provider="Fitness"))

    draft = draft_of(store, save_workplace(store, replace(draft, offers=(training,))).id)
    assert {o.offer.provider for o in draft.offers} == {"Fitness", "Stifinder"}

    gone = next(o.offer for o in draft.offers if o.shared)
    kept = tuple(o for o in draft.offers if not o.shared)
    save_workplace(store, replace(draft, offers=kept, removed_offers=(gone.id,)))
    assert [o.offer.provider for o in draft_of(store, draft.workplace.id).offers] == ["Fitness"]


def test_a_draft_that_is_out_of_date_is_refused(store: Store) -> None:
    first = draft_of(store, save_workplace(store, LEM).id)
    ticking = replace(first, workplace=replace(first.workplace, changed_at="2026-01-01"))

    with pytest.raises(Conflict):
        save_workplace(store, ticking)


def test_only_a_workplace_that_nothing_refers_to_is_deleted(store: Store) -> None:
    used, unused = save_workplace(store, LEM), save_workplace(store, RINGKOEBING)
    who = store.settings.counsellor_id
    store.inquiries.add(
        Inquiry(date=date(2026, 11, 21), workplace_id=used.id, counsellor_id=who, reasons=("P01",))
    )

    with pytest.raises(UserError) as refused:
        delete_workplace(store, used.id)
    assert refused.value.why.da == "Den er i brug: 1 henvendelse."

    delete_workplace(store, unused.id)
    assert [w.id for w in store.workplaces.all()] == [used.id]
    assert store.offers.count() == 1


def test_a_workplace_with_rules_and_activities_stays_and_its_closing_days_go_with_it(
    store: Store,
) -> None:
    planned, closed = save_workplace(store, LEM), save_workplace(store, RINGKOEBING)
    add_rule(store, planned)
    for day in (date(2026, 12, 1), date(2026, 12, 2)):
        activity = Activity(
            date=day,
            time="15:00",
            kind=ActivityKind.NETWORK,
            workplace_ids=(planned.id,),
            counsellor_ids=(store.settings.counsellor_id,),
        )
        store.activities.add(activity)
    for owner in (closed.id, None):
        store.closing_days.add(
            ClosingDays(workplace_id=owner, first_on=date(2026, 12, 24), last_on=date(2026, 12, 31))
        )

    with pytest.raises(UserError) as refused:
        delete_workplace(store, planned.id)
    assert refused.value.why.da == "Den er i brug: 1 fremmøderegel, 2 aktiviteter."

    with store.atomic() as change_set:
        delete_workplace(store, closed.id)
    assert [days.workplace_id for days in store.closing_days.of_workplace(closed.id)] == [None]
    store.undo(change_set)
    assert len(store.closing_days.of_workplace(closed.id)) == 2


def test_a_deleted_workplace_comes_back_with_its_offers(store: Store) -> None:
    draft = replace(LEM, offers=(OfferDraft(offer=INSURANCE, shared=False),))
    lem = save_workplace(store, draft)

    with store.atomic() as change_set:
        delete_workplace(store, lem.id)
    assert store.organisations.count() == store.offers.count() == 0

    store.undo(change_set)
    assert [o.offer.provider for o in draft_of(store, lem.id).offers] == ["Stifinder"]
