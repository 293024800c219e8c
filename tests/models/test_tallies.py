"""What a month's tally says about the cases that are easy to count wrongly."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import NotFound
from app.models.periods import Period, parse_period
from app.models.plan_types import Activity, ActivityKind, ActivityStatus, PresenceRule
from app.models.store import Store
from app.models.tallies import tally
from app.models.types import (
    Channel,
    Identity,
    Inquiry,
    Person,
    RecordId,
    Sector,
    TermKind,
    Visit,
    VisitStatus,
    Workplace,
)
from app.models.visits import minutes_held
from tests.stores import new_store

OCTOBER = Period.month(date(2026, 10, 1))
NOVEMBER = Period.month(date(2026, 11, 1))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def lem(store: Store) -> Workplace:
    return store.workplaces.add(Workplace(code="LEM", name="Vestas i Lem", sector=Sector.PRIVATE))


@pytest.fixture
def tarm(store: Store) -> Workplace:
    return store.workplaces.add(
        Workplace(code="TARM", name="Tarm Hjemmepleje", sector=Sector.MUNICIPAL)
    )


@pytest.fixture
def anna(store: Store) -> Person:
    return store.people.add(Person(name="Anna Lund", birth_year=1967))


def contact(store: Store, day: str, person: Person | None = None, **values: object) -> Inquiry:
    """Add a contact of a registered person, or of somebody anonymous."""
    return store.inquiries.add(
        Inquiry(
            date=date.fromisoformat(day),
            counsellor_id=store.settings.counsellor_id,
            identity=Identity.REGISTERED if person else Identity.ANONYMOUS,
            person_id=person.id if person else None,
            **values,  # type: ignore[arg-type]
        )
    )


def held(store: Store, place: Workplace, day: str, start: str, end: str) -> Visit:
    return store.visits.add(
        Visit(
            workplace_id=place.id,
            counsellor_id=store.settings.counsellor_id,
            date=date.fromisoformat(day),
            status=VisitStatus.HELD,
            started_at=f"{day}T{start}.000Z",
            ended_at=f"{day}T{end}.000Z",
        )
    )


def test_an_empty_project_has_zeros_and_no_division_by_them(store: Store, lem: Workplace) -> None:
    counted = tally(store, OCTOBER)
    assert counted.contacts.all == 0
    assert counted.visits.contacts_per_100_hours == 0
    assert [row.workplace for row in counted.by_workplace] == ["LEM"]
    assert set(counted.reasons.all.by_code.values()) == {0}
    assert len(counted.reasons.all.by_code) == 26
    assert len(counted.advice.all.by_code) == 17


def test_a_person_is_first_once_in_the_whole_project(store: Store, anna: Person) -> None:
    contact(store, "2026-10-31", anna)
    contact(store, "2026-11-01", anna)
    october, november = tally(store, OCTOBER).contacts, tally(store, NOVEMBER).contacts
    assert (october.first, october.returning) == (1, 0)
    assert (november.first, november.returning) == (0, 1)


def test_a_person_who_was_first_elsewhere_returns_at_the_chosen_workplace(
    store: Store, anna: Person, lem: Workplace, tarm: Workplace
) -> None:
    contact(store, "2026-10-05", anna, workplace_id=lem.id)
    contact(store, "2026-10-06", anna, workplace_id=tarm.id)
    counted = tally(store, OCTOBER, ["TARM"])
    assert (counted.contacts.first, counted.contacts.returning) == (0, 1)
    assert [row.workplace for row in counted.by_workplace] == ["TARM"]
    assert counted.workplaces == ("TARM",)
    assert counted.persons_seen == 1


def test_correcting_or_deleting_a_first_contact_makes_the_next_one_first(
    store: Store, anna: Person
) -> None:
    first = contact(store, "2026-10-05", anna)
    contact(store, "2026-11-02", anna)
    moved = store.inquiries.change(replace(first, date=date(2026, 11, 9)))
    assert tally(store, OCTOBER).contacts.all == 0
    assert tally(store, NOVEMBER).contacts.first == 1
    store.inquiries.delete(moved.id)
    assert tally(store, NOVEMBER).contacts.first == 1
    assert tally(store, NOVEMBER).contacts.all == 1


def test_in_the_same_minute_the_contact_entered_first_is_first(
    store: Store, anna: Person, lem: Workplace, tarm: Workplace
) -> None:
    contact(store, "2026-10-05", anna, time="09:00", workplace_id=tarm.id)
    contact(store, "2026-10-05", anna, time="09:00", workplace_id=lem.id)
    rows = {row.workplace: row for row in tally(store, OCTOBER).by_workplace}
    assert (rows["TARM"].first, rows["LEM"].first) == (1, 0)
    assert (rows["TARM"].returning, rows["LEM"].returning) == (0, 1)


def test_only_an_unregistered_call_without_a_workplace_is_of_the_phone_kind(
    store: Store, anna: Person, lem: Workplace
) -> None:
    contact(store, "2026-10-05", channel=Channel.PHONE, said_returning=True)
    contact(store, "2026-10-05", channel=Channel.PHONE, workplace_id=lem.id)
    contact(store, "2026-10-05", channel=Channel.EMAIL)
    contact(store, "2026-10-05", anna, channel=Channel.PHONE)
    counted = tally(store, OCTOBER)
    contacts = counted.contacts
    assert (contacts.first, contacts.phone_no_workplace, contacts.anonymous) == (1, 1, 2)
    assert contacts.all == 4
    assert counted.without_workplace.all == 3
    assert counted.by_workplace[0].all == 1
    assert counted.said_returning == 1


def test_the_sector_is_that_of_the_first_contact(
    store: Store, anna: Person, lem: Workplace, tarm: Workplace
) -> None:
    store.people.change(replace(anna, workplace_id=tarm.id))
    contact(store, "2026-10-05", anna, workplace_id=lem.id)
    bo = store.people.add(Person(name="Bo Dam", workplace_id=tarm.id))
    contact(store, "2026-10-05", bo, channel=Channel.PHONE)
    sector = tally(store, OCTOBER).persons.sector
    assert (sector["private"], sector["municipal"], sector["not_told"]) == (1, 0, 1)


def test_age_is_that_at_the_first_contact(store: Store, anna: Person) -> None:
    contact(store, "2025-12-31", anna)
    contact(store, "2026-01-02", anna)
    assert tally(store, parse_period("2025-12", "2026-01")).persons.age["49-58"] == 1
    assert tally(store, parse_period("2026-01", "2026-01")).persons.age["over 58"] == 0


def test_mentions_and_inquiries_that_mention_a_group_are_told_apart(
    store: Store, anna: Person
) -> None:
    contact(store, "2026-10-05", anna, reasons=("P01", "P02", "S01"), advice=("A01", "A03"))
    contact(store, "2026-10-06", anna, reasons=("P01",), advice=())
    counted = tally(store, OCTOBER)
    assert counted.reasons.all.total == 4
    assert counted.reasons.all.by_group == {"P": 3, "S": 1, "F": 0, "R": 0, "O": 0}
    assert counted.reasons.all.inquiries_by_group["P"] == 2
    assert counted.reasons.first.total == 3
    assert counted.reasons.first.inquiries_by_group["P"] == 1
    assert counted.advice.first.by_code["A01"] == 1
    assert counted.advice.all.total == 2


def test_a_retired_code_is_listed_while_it_could_be_chosen_or_was_recorded(store: Store) -> None:
    contact(store, "2026-11-03", reasons=("P02",))
    store.taxonomy.retire(TermKind.REASON, "P02", date(2026, 10, 15))
    store.taxonomy.retire(TermKind.REASON, "S02", date(2026, 10, 15))
    october, november = (tally(store, month).reasons.all.by_code for month in (OCTOBER, NOVEMBER))
    assert (october["P02"], october["S02"]) == (0, 0)
    assert november["P02"] == 1
    assert "S02" not in november
    assert list(november) == sorted(november, key=lambda code: ("PSFRO".index(code[0]), code))


def test_a_visit_nobody_came_to_is_counted_as_held_with_zero(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    empty = held(store, lem, "2026-10-06", "07:00:00", "08:29:30")
    busy = held(store, lem, "2026-10-20", "07:00:00", "08:00:00")
    store.visits.add(replace(empty, id=RecordId(""), status=VisitStatus.CANCELLED))
    for _ in range(3):
        contact(store, "2026-10-20", workplace_id=lem.id, visit_id=busy.id)
    contact(store, "2026-10-06", workplace_id=lem.id, channel=Channel.PHONE)
    counted = tally(store, OCTOBER)
    visits, row = counted.visits, counted.by_workplace[0]
    assert (visits.held, visits.zero, visits.cancelled) == (2, 1, 1)
    assert (visits.minutes, visits.hours, visits.contacts) == (150, 3, 3)
    assert visits.contacts_per_100_hours == 120
    assert (row.visits, row.zero_visits, row.minutes, row.all) == (2, 1, 150, 4)
    assert row.minutes == minutes_held(empty) + minutes_held(busy)
    assert counted.by_workplace[1].visits == 0


def test_a_night_visit_keeps_the_contacts_after_midnight(store: Store, lem: Workplace) -> None:
    visit = held(store, lem, "2026-10-31", "21:00:00", "23:00:00")
    contact(store, "2026-11-01", workplace_id=lem.id, visit_id=visit.id)
    october, november = tally(store, OCTOBER), tally(store, NOVEMBER)
    assert (october.contacts.all, november.contacts.all) == (0, 1)
    assert (october.visits.zero, october.visits.contacts) == (0, 1)
    assert (november.visits.held, november.visits.contacts) == (0, 0)


def test_an_unknown_workplace_is_named(store: Store, lem: Workplace) -> None:
    with pytest.raises(NotFound) as caught:
        tally(store, OCTOBER, ["LEM", "NEJ"])
    assert caught.value.why.da == "Der er ingen arbejdsplads med koden NEJ."


def test_every_family_of_figures_says_what_it_is_counted_over(store: Store, lem: Workplace) -> None:
    whole, chosen = tally(store, OCTOBER).universe, tally(store, OCTOBER, ["LEM"]).universe
    assert {"contacts", "persons", "reasons.first", "reasons.all", "visits"} <= set(whole)
    assert "{" not in "".join(text.da + text.en for text in (*whole.values(), *chosen.values()))
    assert "valgte arbejdspladser" in chosen["contacts"].da
    assert "valgte arbejdspladser" not in whole["contacts"].da


def test_counting_leaves_nothing_behind_and_works_inside_a_transaction(store: Store) -> None:
    with store.atomic():
        contact(store, "2026-10-05")
        assert tally(store, OCTOBER).contacts.all == 1
    assert tally(store, OCTOBER).contacts.all == 1
    left = store.database.execute("SELECT count(*) FROM temp.counted").fetchone()
    assert left == (0,)


def test_the_plan_is_part_of_the_tally_of_the_whole_and_of_each_workplace(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    store.presence_rules.add(
        PresenceRule(
            workplace_id=lem.id,
            weekdays=(1,),
            time="09:00",
            minutes=90,
            counsellor_ids=(store.settings.counsellor_id,),
            anchor=date(2026, 11, 2),
            valid_from=date(2026, 11, 2),
        )
    )
    held(store, tarm, "2026-11-03", "08:00:00", "09:30:00")
    # Mondays 2, 9 and 16 November are past and unanswered, 23 and 30 November are to come.
    counted = tally(store, NOVEMBER)
    visits = counted.visits
    assert (visits.planned, visits.planned_minutes, visits.planned_hours) == (5, 450, 8)
    assert (visits.held, visits.unplanned, visits.unanswered) == (1, 1, 3)
    assert (visits.zero_minutes, visits.zero_hours) == (90, 2)
    assert (visits.contacts_per_100_hours_low, visits.contacts_per_100_hours_high) == (0, 246)
    assert [(row.workplace, row.planned, row.unplanned) for row in counted.by_workplace] == [
        ("LEM", 5, 0),
        ("TARM", 0, 1),
    ]
    assert tally(store, NOVEMBER, ["TARM"]).visits.planned == 0


def test_months_with_visits_have_no_gap_between_them(store: Store, lem: Workplace) -> None:
    held(store, lem, "2025-11-30", "08:00:00", "09:00:00")
    held(store, lem, "2026-02-01", "08:00:00", "09:00:00")
    counted = tally(store, parse_period("2025-01", "2026-12"))
    assert {month: visits.held for month, visits in counted.visits_by_month.items()} == {
        "2025-11": 1,
        "2025-12": 0,
        "2026-01": 0,
        "2026-02": 1,
    }
    assert tally(store, OCTOBER).visits_by_month == {}


def test_an_activity_counts_at_each_of_its_workplaces_and_once_in_the_whole(
    store: Store, lem: Workplace, tarm: Workplace
) -> None:
    talk = Activity(
        date=date(2026, 10, 31),
        time="23:30",
        minutes=90,
        kind=ActivityKind.TALK_LIAISON,
        status=ActivityStatus.HELD,
        participants=12,
        topics=("T03", "T04"),
        workplace_ids=(lem.id, tarm.id),
        counsellor_ids=(store.settings.counsellor_id,),
    )
    store.activities.add(talk)
    store.activities.add(replace(talk, workplace_ids=(), participants=None, topics=("T03",)))
    store.activities.add(replace(talk, status=ActivityStatus.PLANNED, workplace_ids=(tarm.id,)))
    counted = tally(store, OCTOBER).activities
    assert (counted.all.held, counted.all.planned, counted.all.participants) == (2, 1, 12)
    assert (counted.all.minutes, counted.all.hours, counted.all.participants_not_told) == (
        180,
        3,
        1,
    )
    assert counted.by_workplace["LEM"].participants == 12
    assert (counted.by_workplace["TARM"].held, counted.by_workplace["TARM"].planned) == (1, 1)
    assert (counted.topics["T03"], counted.topics["T04"], counted.topics["T12"]) == (2, 1, 0)
    assert tally(store, OCTOBER, ["LEM"]).activities.all.held == 1
    assert tally(store, NOVEMBER).activities.all.held == 0
