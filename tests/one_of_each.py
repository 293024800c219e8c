"""One record of every kind, in which every field says something."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.models.case_types import (
    Alias,
    Outcome,
    Referral,
    ReferralState,
    RetentionPeriod,
    RetentionSubject,
)
from app.models.clock import stamp
from app.models.identity_types import DifferentPeople, LinkedContact, MovedKind
from app.models.plan_types import (
    Activity,
    ActivityKind,
    ActivityStatus,
    ClosingDays,
    PresenceRule,
    RulePlace,
)
from app.models.store import Store
from app.models.topics import topics
from app.models.types import (
    Address,
    AgeBand,
    Channel,
    ContactRole,
    Counsellor,
    FollowUp,
    Gender,
    Identity,
    Inquiry,
    Offer,
    OfferKind,
    Organisation,
    Person,
    Profession,
    PromisedChannel,
    Record,
    RecordId,
    Repeat,
    Role,
    Sector,
    Shift,
    SickLeave,
    Visit,
    VisitStatus,
    Workplace,
    WorkplaceContact,
)
from tests.records import add_contact, add_person, add_workplace
from tests.stores import NOW

Made = tuple[Record, dict[str, Any]]
"""A record in which every field says something, and what is changed about it later."""


def a_counsellor(store: Store) -> Made:
    record = Counsellor(initials="JB", name="Jon Bæk", profession=Profession.PHYSIOTHERAPIST)
    return record, {"active": False, "name": "Jon Bæk-Holm"}


def an_organisation(store: Store) -> Made:
    return Organisation(name="Vestas", cvr="10403782"), {"name": "Vestas Wind Systems", "cvr": ""}


def a_workplace(store: Store) -> Made:
    owner = store.organisations.ensure("Vestas")
    record = Workplace(
        code="VESTAS-LEM",
        name="Vestas i Lem",
        organisation_id=owner.id,
        sector=Sector.PRIVATE,
        headcount=450,
        p_number="1000000001",
        started_on=date(2026, 1, 1),
        ended_on=date(2028, 12, 31),
        place="Kantinen",
        visibility="Skilt ved døren",
        remark="Parkering bag porten",
        addresses=(Address(street="Smed Hansens Vej 27", postcode="6940", city="Lem"), Address()),
        contacts=(
            WorkplaceContact(role=ContactRole.HR, name="Bente", phone="1", email="b@example.org"),
            WorkplaceContact(role=ContactRole.SAFETY_REP, name="Aage"),
        ),
    )
    return record, {"headcount": None, "contacts": record.contacts[1:], "addresses": ()}


def an_offer(store: Store) -> Made:
    record = Offer(
        kind=OfferKind.HEALTH_INSURANCE,
        provider="Stifinder",
        workplace_id=add_workplace(store).id,
        advice_code="A01",
        phone="70000000",
        link="https://example.org",
        note="Oplys personalenummer",
        valid_from=date(2026, 1, 1),
        valid_until=date(2026, 12, 31),
        quota=3,
    )
    return record, {"provider": "Stifinder Sundhed", "valid_until": None, "workplace_id": None}


def a_visit(store: Store) -> Made:
    rule = store.presence_rules.add(a_presence_rule(store)[0])
    record = Visit(
        workplace_id=rule.workplace_id,
        counsellor_id=rule.counsellor_ids[0],
        also=rule.counsellor_ids[1:],
        date=date(2026, 11, 20),
        time="09:00",
        minutes=60,
        status=VisitStatus.HELD,
        shift=Shift.EVENING,
        place="Kantinen",
        address="Smed Hansens Vej 27",
        started_at=stamp(NOW),
        ended_at=stamp(NOW),
        series_id=rule.series_id,
        occurrence=date(2026, 11, 19),
        reason="Kantinen var optaget",
        remark="Ingen kom",
    )
    return record, {"shift": Shift.NONE, "remark": "", "also": ()}


def a_presence_rule(store: Store) -> Made:
    other = store.counsellors.add(Counsellor(initials="AA", name="Anne Aagaard"))
    record = PresenceRule(
        workplace_id=add_workplace(store).id,
        every_weeks=2,
        weekdays=(2, 4),
        time="09:00",
        minutes=90,
        shift=Shift.DAY,
        places=(RulePlace(room="Kantinen", address="Smed Hansens Vej 27"), RulePlace(room="Lager")),
        counsellor_ids=(store.settings.counsellor_id, other.id),
        anchor=date(2026, 11, 23),
        valid_from=date(2026, 11, 24),
        valid_until=date(2027, 6, 30),
        end_reason="Ingen kom",
        remark="Ring på ved porten",
    )
    changes = {"weekdays": (5,), "places": record.places[1:], "counsellor_ids": (other.id,)}
    return record, changes | {"valid_until": None}


def closing_days(store: Store) -> Made:
    record = ClosingDays(
        workplace_id=add_workplace(store).id,
        first_on=date(2026, 12, 21),
        last_on=date(2027, 1, 3),
        reason="Juleferie",
    )
    return record, {"workplace_id": None, "last_on": date(2026, 12, 31)}


def an_activity(store: Store) -> Made:
    other = store.counsellors.add(Counsellor(initials="AA", name="Anne Aagaard"))
    record = Activity(
        date=date(2026, 11, 25),
        time="15:00",
        minutes=45,
        kind=ActivityKind.TALK_LIAISON,
        status=ActivityStatus.CANCELLED,
        title="Tidlig indsats",
        place="Mødelokale 2",
        participants=14,
        topics=(topics()[1].code, topics()[0].code),
        workplace_ids=(add_workplace(store).id, add_workplace(store, "AERO").id),
        counsellor_ids=(other.id, store.settings.counsellor_id),
        reason="SU-mødet blev flyttet",
        remark="Tag pjecer med",
    )
    return record, {"participants": None, "topics": (), "workplace_ids": record.workplace_ids[:1]}


def a_person(store: Store) -> Made:
    record = Person(
        name="Lone Bæk",
        gender=Gender.WOMAN,
        birth_year=1974,
        phone="20 30 40 50",
        workplace_id=add_workplace(store).id,
        import_key="P001",
        consent_on=date(2026, 11, 2),
        evaluator_consent_on=date(2026, 11, 20),
    )
    return record, {"evaluator_consent_on": None, "birth_year": None, "phone": "+45 60 70 80 90"}


def an_inquiry(store: Store) -> Made:
    record = Inquiry(
        date=date(2026, 11, 20),
        time="09:24",
        workplace_id=add_workplace(store).id,
        counsellor_id=store.settings.counsellor_id,
        channel=Channel.PHONE,
        identity=Identity.ANONYMOUS,
        gender=Gender.MAN,
        age_band=AgeBand.FROM_39,
        role=Role.UNION_REP,
        sick_leave=SickLeave.AT_RISK,
        reasons=("S01", "P01", "F01"),
        advice=("A02", "A01"),
        minutes=25,
        said_returning=True,
        note="Ringer igen i næste uge",
    )
    return record, {"reasons": ("P01",), "advice": (), "minutes": None, "said_returning": False}


def a_followup(store: Store) -> Made:
    visit = store.visits.start(add_workplace(store).id)
    contact = add_contact(store, add_person(store), visit_id=visit.id)
    record = FollowUp(
        due_on=date(2026, 12, 1),
        text="Send pjecen",
        channel=PromisedChannel.EMAIL,
        repeat=Repeat.MONTH,
        comment="Den er på trapperne",
        inquiry_id=contact.id,
        person_id=contact.person_id,
        workplace_id=visit.workplace_id,
        visit_id=visit.id,
    )
    return record, {"done_on": date(2026, 11, 30), "text": "", "repeat": Repeat.NEVER}


def a_retention_period(store: Store) -> Made:
    record = RetentionPeriod(
        subject=RetentionSubject.NOTE,
        months=24,
        legal_basis="Arkivloven § 13",
        valid_from=date(2026, 1, 1),
    )
    return record, {"months": 12, "legal_basis": "Kommunens beslutning"}


def a_referral(store: Store) -> Made:
    contact = add_contact(store, add_person(store))
    offer = store.offers.add(Offer(kind=OfferKind.COACHING, provider="Coach & Co"))
    record = Referral(
        inquiry_id=contact.id,
        person_id=contact.person_id,
        advice_code="A02",
        offer_id=offer.id,
        provider="Coach & Co",
        suggested_on=date(2026, 11, 2),
        state=ReferralState.STOPPED,
        state_on=date(2026, 11, 20),
        reason="Flyttede",
        quota=3,
        sessions=(date(2026, 11, 9), date(2026, 11, 16)),
        outcome=Outcome.HELPED_SOME,
        outcome_words="Sover bedre nu",
        note="Ring ikke på jobbet",
    )
    return record, {"sessions": (), "quota": None, "outcome": Outcome.NOT_ASKED, "offer_id": None}


def an_alias(store: Store) -> Made:
    return Alias(word="blå cykel"), {"word": "gul stol"}


def two_different_people(store: Store) -> Made:
    first, second, third = sorted(add_person(store).id for _ in range(3))
    return DifferentPeople(person_id=first, other_id=second), {"other_id": third}


def link_a_contact(store: Store) -> None:
    linked = add_contact(store, add_person(store))
    add_contact(store)
    store.linked_contacts.keep(
        LinkedContact(
            inquiry_id=linked.id, person_id=linked.person_id or RecordId(""), consent_on=linked.date
        )
    )


def move_a_record(store: Store) -> None:
    store.moved_records.keep(MovedKind.INQUIRY, RecordId("moved"), add_person(store).id)


BONDS: dict[str, Callable[[Store], None]] = {
    "linked_contact": link_a_contact,
    "moved_record": move_a_record,
}
"""What fills a table that binds records together and has no stamps of its own."""

Maker = Callable[[Store], Made]
KINDS: dict[str, Maker] = {
    "counsellor": a_counsellor,
    "organisation": an_organisation,
    "workplace": a_workplace,
    "offer": an_offer,
    "visit": a_visit,
    "presence_rule": a_presence_rule,
    "closing_days": closing_days,
    "activity": an_activity,
    "person": a_person,
    "inquiry": an_inquiry,
    "followup": a_followup,
    "retention_period": a_retention_period,
    "referral": a_referral,
    "alias": an_alias,
    "different_people": two_different_people,
}
"""What makes a record of a kind, ready to be added to its repository."""
