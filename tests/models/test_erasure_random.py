"""Whoever is erased, in whatever order and with whatever done after: the figures are as without it."""

from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.case_types import Outcome, ReferralState
from app.models.erasure import erase_person
from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from app.models.tally_types import Tally
from app.models.types import Gender, RecordId, Role
from app.paths import Paths
from tests.records import add_contact, add_person, add_promise, add_referral, add_workplace
from tests.stores import StoreMould

DAYS = ("2024-12-30", "2024-12-31", "2025-01-01", "2025-06-15", "2026-02-28", "2026-11-20")
PERIODS = tuple(
    Period(date.fromisoformat(first), date.fromisoformat(last))
    for first in DAYS
    for last in DAYS
    if first <= last
)
PLACES = ((), ("ALFA",), ("ALFA", "BETA"))


class Plain(NamedTuple):
    """A contact: whose, when, where, about what."""

    person: int | None
    day: str
    time: str
    place: str | None
    reason: str
    role: Role


persons = st.lists(
    st.tuples(st.sampled_from(list(Gender)), st.sampled_from([None, 1924, 1966, 1975, 1996, 2006])),
    min_size=1,
    max_size=3,
)
contacts = st.lists(
    st.builds(
        Plain,
        person=st.sampled_from([None, 0, 0, 1, 2]),
        day=st.sampled_from(DAYS),
        time=st.sampled_from(["", "00:00", "09:00", "23:59"]),
        place=st.sampled_from([None, "ALFA", "BETA"]),
        reason=st.sampled_from(["P01", "S01"]),
        role=st.sampled_from([Role.NOT_TOLD, Role.MANAGER]),
    ),
    min_size=1,
    max_size=9,
)


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> StoreMould:
    return StoreMould(tmp_path_factory.mktemp("mould"))


def build(
    store: Store, people: list[tuple[Gender, int | None]], talks: list[Plain]
) -> list[tuple[str, str]]:
    """Fill a store; return the id of the person (empty for none) and of the inquiry of each talk."""
    with store.atomic():
        places = {code: add_workplace(store, code).id for code in ("ALFA", "BETA")}
        known = [
            add_person(store, f"Person {n}", gender=gender, birth_year=born)
            for n, (gender, born) in enumerate(people)
        ]
        made = []
        for number, talk in enumerate(talks):
            person = known[talk.person % len(known)] if talk.person is not None else None
            inquiry = add_contact(
                store,
                person,
                date.fromisoformat(talk.day),
                talk.time,
                workplace_id=places[talk.place] if talk.place else None,
                reasons=(talk.reason,),
                role=talk.role,
                note="privat",
            )
            add_promise(
                store,
                inquiry.date + timedelta(days=number),
                inquiry_id=inquiry.id,
                person_id=inquiry.person_id,
                workplace_id=inquiry.workplace_id,
                done_on=inquiry.date if number % 2 else None,
            )
            states = tuple(ReferralState)
            add_referral(
                store,
                inquiry,
                suggested_on=inquiry.date,
                state=states[number % len(states)],
                reason="privat",
                sessions=(inquiry.date,)[:number],
                outcome=Outcome.HELPED if number % 3 else Outcome.NOT_ASKED,
            )
            made.append((person.id if person else "", inquiry.id))
        for person in known:
            add_promise(store, date(2026, 11, 20), person_id=person.id)
            held = date(2025, 1, 1)
            add_referral(store, person_id=person.id, suggested_on=held, sessions=(held,))
    return made


def figures(store: Store) -> list[Tally]:
    return [tally(store, period, places) for period in PERIODS[::4] for places in PLACES]


@settings(max_examples=25, deadline=None)
@given(
    people=persons,
    talks=contacts,
    erased=st.lists(st.integers(0, 8), max_size=3),
    deleted=st.lists(st.integers(0, 8), max_size=2, unique=True),
)
def test_an_erasure_is_seen_in_no_figure(
    mould: StoreMould,
    people: list[tuple[Gender, int | None]],
    talks: list[Plain],
    erased: list[int],
    deleted: list[int],
) -> None:
    with mould.copy() as untouched, mould.copy() as store:
        build(untouched, people, talks)
        made = build(store, people, talks)
        gone = {made[n % len(made)][0] for n in erased} - {""}
        for person_id in sorted(gone):
            erase_person(store, Paths(Path("nowhere")), RecordId(person_id))
        assert figures(store) == figures(untouched)
        assert not gone & {row[0] for row in store.database.execute("SELECT id FROM person")}

        # What is corrected later moves the first contact on, as it would have done.
        for number in deleted:
            for each in (untouched, store):
                for row in each.inquiries.rows((number + 1,)):
                    each.inquiries.delete(row.id)
        assert figures(store) == figures(untouched)
