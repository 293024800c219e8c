"""Records for tests, with only what the test is about left to say."""

from datetime import date
from typing import Any

from app.models.case_types import Referral
from app.models.plan_types import PresenceRule
from app.models.store import Store
from app.models.types import (
    Channel,
    Counsellor,
    FollowUp,
    Identity,
    Inquiry,
    Person,
    Workplace,
)

DAY = date(2026, 11, 20)


def add_workplace(store: Store, code: str = "VESTAS-LEM", name: str = "", **more: Any) -> Workplace:
    """Store a workplace; without a name it is called as its code."""
    return store.workplaces.add(Workplace(code=code, name=name or code.title(), **more))


def add_person(store: Store, name: str = "Lone Bæk", **more: Any) -> Person:
    """Store a registered person."""
    return store.people.add(Person(name=name, **more))


def add_contact(
    store: Store, person: Person | None = None, day: date = DAY, time: str = "", **more: Any
) -> Inquiry:
    """Store a contact of ``person``, or an anonymous one, by the counsellor of the store."""
    return store.inquiries.add(new_contact(store, person, day, time, **more))


def new_contact(
    store: Store, person: Person | None = None, day: date = DAY, time: str = "", **more: Any
) -> Inquiry:
    """Return a contact that is not stored yet."""
    values: dict[str, Any] = {
        "date": day,
        "time": time,
        "counsellor_id": store.settings.counsellor_id,
        "channel": Channel.WORKPLACE,
        "identity": Identity.REGISTERED if person else Identity.ANONYMOUS,
        "person_id": person.id if person else None,
        "reasons": ("P01",),
    }
    return Inquiry(**values | more)


def add_promise(store: Store, due_on: date = DAY, **more: Any) -> FollowUp:
    """Store a promise."""
    return store.followups.add(FollowUp(due_on=due_on, **more))


def add_referral(store: Store, inquiry: Inquiry | None = None, **more: Any) -> Referral:
    """Store a referral to coaching, suggested on the day that the tests are about."""
    values: dict[str, Any] = {
        "inquiry_id": inquiry.id if inquiry else None,
        "person_id": inquiry.person_id if inquiry else None,
        "advice_code": "A02",
        "suggested_on": DAY,
    }
    values |= more
    return store.referrals.add(Referral(**{"state_on": values["suggested_on"]} | values))


def add_counsellor(store: Store, initials: str, name: str = "", **more: Any) -> Counsellor:
    """Store another counsellor; without a name they are called by their initials."""
    return store.counsellors.add(Counsellor(initials=initials, name=name or initials, **more))


def add_rule(store: Store, workplace: Workplace, **more: Any) -> PresenceRule:
    """Store a rule of the store's counsellor: Fridays 9.00 to 10.00 since 6 November 2026."""
    values: dict[str, Any] = {
        "workplace_id": workplace.id,
        "weekdays": (5,),
        "time": "09:00",
        "minutes": 60,
        "counsellor_ids": (store.settings.counsellor_id,),
        "valid_from": date(2026, 11, 6),
    }
    values |= more
    return store.presence_rules.add(PresenceRule(**{"anchor": values["valid_from"]} | values))
