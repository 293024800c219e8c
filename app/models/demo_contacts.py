"""The contacts of the demo project's lived-in weeks: people, matters and promises; all invented."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from msgspec.structs import replace

from app.models.plan import PlannedVisit
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.types import (
    AgeBand,
    Channel,
    FollowUp,
    Gender,
    Identity,
    Inquiry,
    Role,
    SickLeave,
)

_SEED = 2018
_NUMBERS = 90
"""So many phone numbers are given away, each to one person; what comes after them are offers'."""

_PROMISED_EVERY = 3
_ASKED_EVERY = 2
"""Of so many new persons, one lets an evaluator ring."""

_LATE = 2
"""How many promises of the last days nobody has got round to."""

_REGISTERED = 0.7
_RETURNING = 0.3

_WOMEN = (
    "Agnete",
    "Birgitte",
    "Camilla",
    "Ditte",
    "Freja",
    "Gudrun",
    "Ida",
    "Lærke",
    "Signe",
    "Tove",
)
_MEN = (
    "Anders",
    "Bjarne",
    "Carsten",
    "Esben",
    "Flemming",
    "Henrik",
    "Jørgen",
    "Ove",
    "Søren",
    "Villy",
)
_FAMILIES = ("Ager", "Bjerre", "Dalgaard", "Frost", "Gade", "Højgaard", "Krogh", "Lindberg", "Myrup",
             "Nygaard", "Overgaard", "Rask", "Sønderby", "Thorup", "Ørskov")  # fmt: skip
_REASONS = (
    "P01",
    "P02",
    "P06",
    "P01",
    "S01",
    "S06",
    "S01",
    "F01",
    "F04",
    "R02",
    "R01",
    "P04",
    "O01",
)
_NOTES = (
    "Ondt efter løft i mandags. Prøver øvelser først.",
    "Sover dårligt, siden skiftet til nathold.",
    "Vil tale med lederen, før der søges om noget.",
    "Kender ikke ordningen. Fik nummeret med hjem.",
    "",
    "",
    "",
)
_PROMISES = (
    "Ringer om forsikringens svar",
    "Sender skema til §56-aftale",
    "Hører, hvordan samtalen med lederen gik",
    "Finder nummeret på Børn & Familie",
)


class Contacts:
    """Invents contacts, always the same for the same day."""

    def __init__(self, store: Store, today: date) -> None:
        self.random = Random(_SEED)
        self._store = store
        self._today = today
        self._counsellors = tuple(counsellor.id for counsellor in store.counsellors.all())
        self._suggestions = store.taxonomy.suggestions()
        self._numbers = self.random.sample(range(_NUMBERS), _NUMBERS)
        self._names = {person.name for person in store.people.all()}
        self._contacts = 0
        self._due: list[FollowUp] = []

    def at_visit(self, visit: PlannedVisit, count: int) -> None:
        """Let ``count`` people come to a visit, one after the other."""
        for number in range(count):
            talk = visit.start + timedelta(minutes=18 * number + self.random.randrange(5))
            registered = self.random.random() < _REGISTERED
            who = self._person(visit) if registered else self._somebody()
            self._register(
                **self._matter() | who,
                date=visit.day,
                time=f"{talk:%H:%M}",
                workplace_id=visit.workplace_id,
                visit_id=visit.id,
                counsellor_id=visit.counsellor_ids[0],
                channel=Channel.WORKPLACE,
            )

    def phone_call(self, day: date) -> None:
        """Take a call from somebody who tells neither name nor workplace."""
        self._register(
            **self._matter(),
            date=day,
            time=f"{self.random.randrange(8, 15):02d}:{self.random.randrange(12) * 5:02d}",
            counsellor_id=self.random.choice(self._counsellors),
            channel=Channel.PHONE,
        )

    def keep_promises(self) -> None:
        """Do what was promised in time, except for the last that were due."""
        for promise in sorted(self._due, key=lambda each: each.due_on)[:-_LATE]:
            self._store.followups.change(replace(promise, done_on=promise.due_on))

    def _register(self, **values: Any) -> None:
        self._contacts += 1
        asked = self._contacts % _ASKED_EVERY == 0
        draft = InquiryDraft(**values, evaluator_consent=asked)
        due_on = draft.date + timedelta(days=self.random.choice((3, 7, 14)))
        if draft.identity is Identity.ANONYMOUS or self._contacts % _PROMISED_EVERY:
            register(self._store, draft)
            return
        text = _PROMISES[self._contacts // _PROMISED_EVERY % len(_PROMISES)]
        made = register(self._store, replace(draft, follow_up_on=due_on, follow_up_text=text))
        if made.follow_up is not None and due_on < self._today:
            self._due.append(made.follow_up)

    def _person(self, visit: PlannedVisit) -> dict[str, Any]:
        """Return somebody known at the workplace who was not there that day, or somebody new."""
        known = [
            contacts
            for person in self._store.people.at_workplace(visit.workplace_id)
            if (contacts := self._store.inquiries.of_person(person.id))
            and all(contact.date != visit.day for contact in contacts)
        ]
        if known and self.random.random() < _RETURNING:
            return self._again(self.random.choice(known))
        gender = self.random.choice((Gender.WOMAN, Gender.WOMAN, Gender.MAN))
        return {
            "identity": Identity.REGISTERED,
            "name": self._new_name(gender),
            "gender": gender,
            "birth_year": self._today.year - self.random.randrange(22, 64),
            "phone": self._new_number() if self.random.random() < 0.5 else "",
        }

    def _again(self, contacts: Sequence[Inquiry]) -> dict[str, Any]:
        """Return somebody with these contacts: the role is the same, the note another."""
        told = {contact.note for contact in contacts}
        return {
            "identity": Identity.REGISTERED,
            "person_id": contacts[-1].person_id,
            "role": contacts[-1].role,
            "note": self.random.choice([note for note in _NOTES if not note or note not in told]),
        }

    def _new_name(self, gender: Gender) -> str:
        first_names = _WOMEN if gender is Gender.WOMAN else _MEN
        names = (f"{first} {family}" for first in first_names for family in _FAMILIES)
        name = self.random.choice([one for one in names if one not in self._names])
        self._names.add(name)
        return name

    def _new_number(self) -> str:
        return f"700001{self._numbers.pop():02d}" if self._numbers else ""

    def _somebody(self) -> dict[str, Any]:
        """Return what an anonymous person may tell."""
        told = self.random.choice((AgeBand.NOT_TOLD, AgeBand.FROM_29, AgeBand.FROM_39))
        return {
            "gender": self.random.choice((Gender.NOT_TOLD, Gender.WOMAN, Gender.MAN)),
            "age_band": told,
            "said_returning": self.random.random() < 0.2,
        }

    def _matter(self) -> dict[str, Any]:
        reason = self.random.choice(_REASONS)
        advice = self._suggestions.get(reason, ())[: self.random.choice((1, 1, 2))]
        return {
            "role": self.random.choices((Role.EMPLOYEE, Role.MANAGER, Role.UNION_REP), (12, 1, 1))[
                0
            ],
            "sick_leave": self.random.choices(
                (SickLeave.NONE, SickLeave.AT_RISK, SickLeave.PARTIAL, SickLeave.NOT_TOLD),
                (5, 5, 1, 2),
            )[0],
            "reasons": (reason,),
            "advice": advice,
            "minutes": self.random.choice((10, 15, 15, 20, 30)),
            "note": self.random.choice(_NOTES),
        }
