"""Tallies equal an independent count, whatever the project looks like."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from app.export.tally_json import to_json
from app.models.clock import stamp
from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import last_weeks, tally, twelve_months
from app.models.types import (
    Channel,
    Gender,
    Identity,
    Inquiry,
    Person,
    Role,
    Sector,
    SickLeave,
    TermKind,
    Visit,
    VisitStatus,
    Workplace,
)
from tests.models.independent_count import PlainContact, PlainProject, PlainVisit, count
from tests.stores import new_store

# Days where months, years and leap days meet, so that contacts share them and their minutes.
DAYS = (
    "2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01", "2024-02-28", "2024-02-29",
    "2024-03-01", "2024-03-31", "2024-12-31", "2025-01-01",
)  # fmt: skip
TIMES = ("", "00:00", "09:00", "09:01", "23:59")
WORKPLACES = {"ALFA": "private", "BETA": "municipal", "GAMMA": "state"}
CODES = {"reasons": ["P01", "P02", "S01", "F05", "R02", "O03"], "advice": ["A01", "A02", "A17"]}

optional_place = st.sampled_from([None, *WORKPLACES])
people = st.lists(
    st.tuples(
        st.sampled_from(["", "woman", "man", "other"]),
        st.one_of(st.none(), st.sampled_from([1924, 1965, 1966, 1975, 1995, 1996, 2005, 2006])),
    ),
    min_size=1,
    max_size=4,
)
visits = st.lists(
    st.builds(
        PlainVisit,
        workplace=st.sampled_from(list(WORKPLACES)),
        date=st.sampled_from(DAYS),
        status=st.sampled_from(["held", "held", "held", "cancelled", "moved", "planned"]),
        seconds=st.sampled_from([0, 29, 30, 89, 90, 1799, 1800, 3600, 5430, 8 * 3600]),
    ),
    max_size=6,
)


@st.composite
def projects(draw: st.DrawFn) -> PlainProject:
    """Draw a project as plain rows."""
    persons, plain_visits = draw(people), draw(visits)
    places = st.sampled_from([None, *range(len(plain_visits))])
    contacts = []
    for number in range(draw(st.integers(0, 14))):
        person = draw(st.sampled_from([None, *range(len(persons))]))
        contacts.append(
            PlainContact(
                number=number,
                date=draw(st.sampled_from(DAYS)),
                time=draw(st.sampled_from(TIMES)),
                person=person,
                workplace=draw(optional_place),
                visit=draw(places),
                channel=draw(st.sampled_from([str(channel) for channel in Channel])),
                role=draw(st.sampled_from([str(role) for role in Role])),
                sick_leave=draw(st.sampled_from([str(state) for state in SickLeave])),
                reasons=draw(st.lists(st.sampled_from(CODES["reasons"]), unique=True)),
                advice=draw(st.lists(st.sampled_from(CODES["advice"]), unique=True)),
                said_returning=person is None and draw(st.booleans()),
            )
        )
    retired = draw(st.dictionaries(st.sampled_from(["P02", "R02", "A17"]), st.sampled_from(DAYS)))
    return PlainProject(dict(WORKPLACES), persons, contacts, plain_visits, retired)


corrections = st.lists(
    st.tuples(
        st.integers(0, 13),
        st.one_of(st.none(), st.tuples(st.sampled_from(DAYS), st.sampled_from(TIMES))),
    ),
    max_size=5,
)
"""Which contact, and either its new date and time or None: deleted."""


class _TakeBackError(Exception):
    """Ends a transaction so that the next example finds the store empty."""


@contextmanager
def taken_back(store: Store) -> Iterator[None]:
    """Run the block in a transaction that is never committed."""
    with suppress(_TakeBackError), store.atomic():
        yield
        raise _TakeBackError


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    opened = new_store(tmp_path_factory.mktemp("random"))
    yield opened
    opened.close()


class _Writer:
    """Writes a plain project into the store as a counsellor would have entered it."""

    def __init__(self, store: Store, project: PlainProject) -> None:
        self.store, self.project = store, project
        self.places = {
            code: store.workplaces.add(Workplace(code=code, name=code, sector=Sector(sector))).id
            for code, sector in project.workplaces.items()
        }
        self.people = [
            store.people.add(Person(name=f"Person {n}", gender=Gender(gender), birth_year=born)).id
            for n, (gender, born) in enumerate(project.people)
        ]
        self.visits = [self._visit(visit) for visit in project.visits]
        self.contacts = {contact.number: self._contact(contact) for contact in project.contacts}
        for code, day in project.retired.items():
            kind = TermKind.ADVICE if code.startswith("A") else TermKind.REASON
            store.taxonomy.retire(kind, code, date.fromisoformat(day))

    def _visit(self, visit: PlainVisit) -> Any:
        start = datetime.fromisoformat(f"{visit.date}T08:00:00+00:00").astimezone(UTC)
        return self.store.visits.add(
            Visit(
                workplace_id=self.places[visit.workplace],
                counsellor_id=self.store.settings.counsellor_id,
                date=date.fromisoformat(visit.date),
                status=VisitStatus(visit.status),
                started_at=stamp(start),
                ended_at=stamp(start + timedelta(seconds=visit.seconds)),
            )
        ).id

    def _contact(self, contact: PlainContact) -> Inquiry:
        known = contact.person is not None
        return self.store.inquiries.add(
            Inquiry(
                date=date.fromisoformat(contact.date),
                time=contact.time,
                counsellor_id=self.store.settings.counsellor_id,
                workplace_id=self.places[contact.workplace] if contact.workplace else None,
                visit_id=None if contact.visit is None else self.visits[contact.visit],
                channel=Channel(contact.channel),
                identity=Identity.REGISTERED if known else Identity.ANONYMOUS,
                person_id=None if contact.person is None else self.people[contact.person],
                role=Role(contact.role),
                sick_leave=SickLeave(contact.sick_leave),
                reasons=tuple(contact.reasons),
                advice=tuple(contact.advice),
                said_returning=contact.said_returning,
            )
        )

    def correct(self, number: int, change: tuple[str, str] | None) -> None:
        """Move or delete a contact, here and in the plain project."""
        found = [contact for contact in self.project.contacts if contact.number == number]
        if not found:
            return
        stored = self.contacts[number]
        if change is None:
            self.project.contacts.remove(found[0])
            self.store.inquiries.delete(stored.id)
        else:
            found[0].date, found[0].time = change
            moved = replace(stored, date=date.fromisoformat(change[0]), time=change[1])
            self.contacts[number] = self.store.inquiries.change(moved)


@settings(max_examples=120)
@given(
    project=projects(),
    changes=corrections,
    ends=st.tuples(st.sampled_from(DAYS), st.sampled_from(DAYS)),
    chosen=st.lists(st.sampled_from(list(WORKPLACES)), unique=True, max_size=2),
)
def test_a_tally_equals_an_independent_count(
    store: Store,
    project: PlainProject,
    changes: list[tuple[int, tuple[str, str] | None]],
    ends: tuple[str, str],
    chosen: list[str],
) -> None:
    first, last = min(ends), max(ends)
    with taken_back(store):
        writer = _Writer(store, project)
        for number, change in changes:
            writer.correct(number, change)
        period = Period(date.fromisoformat(first), date.fromisoformat(last))
        counted = json.loads(to_json(tally(store, period, chosen)))
        terms = {
            "reasons": [t.code for t in store.taxonomy.terms(TermKind.REASON, period.last)],
            "advice": [t.code for t in store.taxonomy.terms(TermKind.ADVICE, period.last)],
        }
        expected = count(project, first, last, chosen, terms)
        assert {name: counted[name] for name in expected} == expected
        assert set(counted) - set(expected) == {"format", "period", "workplaces", "universe"}


@settings(max_examples=40)
@given(project=projects(), day=st.sampled_from(DAYS), chosen=st.sampled_from([[], ["BETA"]]))
def test_lines_over_months_and_weeks_hold_every_contact_once(
    store: Store, project: PlainProject, day: str, chosen: list[str]
) -> None:
    today = date.fromisoformat(day)
    with taken_back(store):
        _Writer(store, project)
        counted = [c for c in project.contacts if not chosen or c.workplace in chosen]
        months = twelve_months(store, today, chosen)
        assert len(months) == 12
        assert months[-1].month == day[:7]
        for month, contacts in months:
            assert contacts == len([c for c in counted if c.date[:7] == month])
        weeks = last_weeks(store, today, 8)
        assert len(weeks) == 8
        assert (weeks[-1].year, weeks[-1].week) == today.isocalendar()[:2]
        for year, week, contacts in weeks:
            days = [date.fromisoformat(c.date) for c in project.contacts]
            assert contacts == len([d for d in days if d.isocalendar()[:2] == (year, week)])
