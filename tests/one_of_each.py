"""One record of every kind, in which every field says something."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.models.clock import stamp
from app.models.store import Store
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
    Record,
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
    )
    return record, {"provider": "Stifinder Sundhed", "valid_until": None}


def a_visit(store: Store) -> Made:
    record = Visit(
        workplace_id=add_workplace(store).id,
        counsellor_id=store.settings.counsellor_id,
        date=date(2026, 11, 20),
        status=VisitStatus.HELD,
        shift=Shift.EVENING,
        place="Kantinen",
        started_at=stamp(NOW),
        ended_at=stamp(NOW),
        remark="Ingen kom",
    )
    return record, {"shift": Shift.NONE, "remark": ""}


def a_person(store: Store) -> Made:
    record = Person(
        name="Lone Bæk",
        gender=Gender.WOMAN,
        birth_year=1974,
        phone="20 30 40 50",
        workplace_id=add_workplace(store).id,
        import_key="P001",
    )
    return record, {"birth_year": None, "phone": "+45 60 70 80 90"}


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
    contact = add_contact(store, add_person(store))
    record = FollowUp(
        due_on=date(2026, 12, 1),
        text="Send pjecen",
        inquiry_id=contact.id,
        person_id=contact.person_id,
        workplace_id=add_workplace(store).id,
    )
    return record, {"done_on": date(2026, 11, 30), "text": ""}


Maker = Callable[[Store], Made]
KINDS: dict[str, Maker] = {
    "counsellor": a_counsellor,
    "organisation": an_organisation,
    "workplace": a_workplace,
    "offer": an_offer,
    "visit": a_visit,
    "person": a_person,
    "inquiry": an_inquiry,
    "followup": a_followup,
}
"""What makes a record of a kind, ready to be added to its repository."""
