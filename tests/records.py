"""Records for tests, with only what the test is about left to say."""

from datetime import date
from typing import Any

from app.models.store import Store
from app.models.types import (
    Channel,
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
