"""A project of a year with few people at three workplaces, one of them too small to be shown."""

import random
from collections.abc import Sequence
from copy import copy
from datetime import date

import msgspec

from app.models.month_closing import close_month, restate_month
from app.models.periods import Period
from app.models.store import Store
from app.models.types import (
    Gender,
    Organisation,
    Person,
    Role,
    Sector,
    SickLeave,
    Visit,
    VisitStatus,
    Workplace,
)
from tests.records import add_contact, add_person, add_workplace

_REASONS = ("P01", "P02", "S01", "S02", "F05", "R02", "O03")
_ADVICE = ("A01", "A02", "A17")
SECTORS = {"STOR": "private", "MELLEM": "municipal", "LILLE": "municipal", "NY": "state"}
"""Of the workplaces of a :class:`Year`."""


def month(number: int) -> Period:
    return Period.month(date(2025, number, 1))


class Year:
    """Registers, closes and corrects month after month; the same seed gives the same year."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store, self.draw = store, random.Random(seed)
        self.people = [
            add_person(
                store,
                f"Person {n}",
                gender=self.draw.choice(list(Gender)[1:3]),
                birth_year=self.draw.randint(1955, 2000),
            )
            for n in range(40)
        ]
        self.places: list[Workplace] = [
            add_workplace(store, "STOR", sector=Sector.PRIVATE, headcount=300),
            add_workplace(store, "MELLEM", sector=Sector.MUNICIPAL, headcount=60),
            add_workplace(store, "LILLE", sector=Sector.MUNICIPAL, headcount=8),
        ]

    def continued(self, store: Store) -> "Year":
        """Return the same year, to go on with in a copy of its store."""
        year = copy(self)
        year.store, year.draw = store, random.Random()
        year.draw.setstate(self.draw.getstate())
        return year

    def join(self, name: str, *codes: str) -> None:
        """Make an organisation of some workplaces."""
        owner = self.store.organisations.add(Organisation(name=name))
        self.places = [
            self.store.workplaces.change(msgspec.structs.replace(each, organisation_id=owner.id))
            if each.code in codes
            else each
            for each in self.places
        ]

    def contact(self, number: int) -> None:
        """Register one contact in a month."""
        place = self.draw.choice([*self.places, None])
        person = self.draw.choice([*self.people, None])
        add_contact(
            self.store,
            person,
            date(2025, number, self.draw.randint(1, 28)),
            workplace_id=place.id if place else None,
            reasons=tuple(self.draw.sample(_REASONS, self.draw.randint(0, 2))),
            advice=tuple(self.draw.sample(_ADVICE, self.draw.randint(0, 2))),
            role=self.draw.choice(list(Role)),
            sick_leave=self.draw.choice(list(SickLeave)),
        )

    def held(self, place: Workplace, day: date) -> Visit:
        """Be at a workplace for an hour."""
        (counsellor, *_) = self.store.counsellors.all()
        return self.store.visits.add(
            Visit(
                workplace_id=place.id,
                counsellor_id=counsellor.id,
                date=day,
                time="09:00",
                minutes=60,
                status=VisitStatus.HELD,
                started_at=f"{day}T08:00:00Z",
                ended_at=f"{day}T09:00:00Z",
            )
        )

    def meet(self, place: Workplace, turn: int, people: Sequence[Person | None]) -> None:
        """Be at a workplace in January, where these people come."""
        made = self.held(place, date(2025, 1, 1 + turn))
        for person in people:
            add_contact(self.store, person, made.date, workplace_id=place.id, visit_id=made.id)

    def visit(self, number: int, visits: int) -> None:
        """Be at a workplace several times in a month; somebody comes to every other visit."""
        for turn in range(visits):
            place = self.places[turn % len(self.places)]
            made = self.held(place, date(2025, number, 1 + turn))
            if turn % 2:
                add_contact(
                    self.store,
                    self.draw.choice([*self.people, None]),
                    made.date,
                    workplace_id=made.workplace_id,
                    visit_id=made.id,
                    role=self.draw.choice(list(Role)),
                )

    def live(self, number: int) -> None:
        """Register what happens in a month, and close it; a new workplace comes in June."""
        if number == 6:
            self.places.append(add_workplace(self.store, "NY", sector=Sector.STATE, headcount=45))
        for _ in range(self.draw.randint(8, 35)):
            self.contact(number)
        close_month(self.store, month(number), anyway=True)

    def correct(self, number: int, contacts: int = 1) -> None:
        """Find contacts of a closed month that were forgotten, and restate the month."""
        for _ in range(contacts):
            self.contact(number)
        restate_month(self.store, month(number), "En henvendelse manglede")
