"""A visit begins, runs, and ends with what came of it, also when nobody came."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from app.errors import InvalidInput, UserError
from app.models.registration import InquiryDraft, register
from app.models.store import Store
from app.models.types import Counsellor, Shift, Visit, VisitStatus, Workplace
from app.models.visits import minutes_held
from tests.stores import new_store

MIDNIGHT = datetime(2026, 11, 21, 22, 50, tzinfo=UTC)
"""23.50 in Denmark."""


class Watch:
    """A clock that is set by hand."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def lem(store: Store) -> Workplace:
    return store.workplaces.add(Workplace(code="LEM", name="Vestas i Lem"))


def test_a_visit_is_started_and_ended(store: Store, lem: Workplace) -> None:
    started = store.visits.start(lem.id, shift=Shift.DAY, place="Kantinen")
    assert started.status is VisitStatus.RUNNING
    assert store.visits.running() == started

    ended = store.visits.end(started.id)
    assert (ended.status, ended.place, ended.shift) == (VisitStatus.HELD, "Kantinen", Shift.DAY)
    assert store.visits.running() is None
    assert store.visits.last_at(lem.id) == ended


def test_a_visit_to_which_nobody_came_is_held(store: Store, lem: Workplace) -> None:
    visit = store.visits.end(store.visits.start(lem.id).id)
    assert visit.status is VisitStatus.HELD
    assert store.inquiries.of_visit(visit.id) == ()


def test_only_one_visit_of_a_counsellor_runs_at_a_time(store: Store, lem: Workplace) -> None:
    store.visits.start(lem.id)
    with pytest.raises(UserError) as refused:
        store.visits.start(lem.id)
    assert "Afslut det først" in refused.value.message("da")
    assert store.visits.count() == 1


def test_two_counsellors_may_be_out_at_once(store: Store, lem: Workplace) -> None:
    store.visits.start(lem.id)
    other = store.counsellors.add(Counsellor(initials="JH", name="Jens Holm"))
    store.settings.set("counsellor", other.id)
    assert store.visits.running() is None
    assert store.visits.start(lem.id).counsellor_id == other.id


def test_a_visit_that_does_not_run_cannot_be_ended(store: Store, lem: Workplace) -> None:
    ended = store.visits.end(store.visits.start(lem.id).id)
    with pytest.raises(UserError):
        store.visits.end(ended.id)


def test_a_visit_over_midnight_belongs_to_the_day_on_which_it_began(tmp_path: Path) -> None:
    watch = Watch(MIDNIGHT)
    store = new_store(tmp_path, watch)
    lem = store.workplaces.add(Workplace(code="LEM", name="Vestas i Lem"))
    started = store.visits.start(lem.id, shift=Shift.NIGHT)
    watch.now += timedelta(minutes=45)
    ended = store.visits.end(started.id)
    assert (ended.date, minutes_held(ended)) == (date(2026, 11, 21), 45)
    assert store.visits.on(date(2026, 11, 21)) == (ended,)
    assert store.visits.on(date(2026, 11, 22)) == ()
    store.close()


def test_a_clock_that_was_set_back_makes_no_visit_end_before_it_began(tmp_path: Path) -> None:
    watch = Watch(MIDNIGHT)
    store = new_store(tmp_path, watch)
    lem = store.workplaces.add(Workplace(code="LEM", name="Vestas i Lem"))
    started = store.visits.start(lem.id)
    watch.now -= timedelta(hours=1)
    assert minutes_held(store.visits.end(started.id)) == 0
    store.close()


def test_the_hour_that_comes_twice_in_autumn_is_counted_twice() -> None:
    visit = Visit(
        workplace_id=Workplace(code="A", name="A").id,
        counsellor_id=Counsellor(initials="A", name="A").id,
        date=date(2026, 10, 25),
        status=VisitStatus.HELD,
        started_at="2026-10-25T00:30:00.000Z",
        ended_at="2026-10-25T01:30:00.000Z",
    )
    assert minutes_held(visit) == 60
    assert minutes_held(replace(visit, status=VisitStatus.CANCELLED)) == 0


def test_visits_are_listed_by_day_and_time(store: Store, lem: Workplace) -> None:
    who = store.settings.counsellor_id
    made = [
        store.visits.add(
            Visit(
                workplace_id=lem.id,
                counsellor_id=who,
                date=date(2026, 11, day),
                status=VisitStatus.HELD,
                started_at=f"2026-11-{day:02d}T{hour:02d}:00:00.000Z",
                ended_at=f"2026-11-{day:02d}T{hour + 1:02d}:00:00.000Z",
            )
        )
        for day, hour in ((3, 12), (2, 8), (3, 9))
    ]
    assert store.visits.between(date(2026, 11, 2), date(2026, 11, 3)) == (made[1], made[2], made[0])
    assert store.visits.last_at(lem.id) == made[0]


def test_a_held_visit_needs_an_end_after_its_beginning(store: Store, lem: Workplace) -> None:
    visit = store.visits.start(lem.id)
    with pytest.raises(InvalidInput):
        store.visits.change(replace(visit, status=VisitStatus.HELD, ended_at="2020-01-01"))


def test_a_contact_during_the_visit_belongs_to_it(store: Store, lem: Workplace) -> None:
    visit = store.visits.start(lem.id)
    made = register(
        store,
        InquiryDraft(date=visit.date, workplace_id=lem.id, visit_id=visit.id, reasons=("P01",)),
    )
    assert store.inquiries.of_visit(visit.id) == (made.inquiry,)
