"""A planned visit is started, or recorded afterwards as held, with its real times."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import InvalidInput, UserError
from app.models.clock import local
from app.models.plan import PlanStatus, find_planned, read_plan
from app.models.plan_types import PresenceRule
from app.models.planning import hold_visit, plan_visit, require_today, start_visit
from app.models.recurrence import local_span
from app.models.store import Store
from app.models.types import RecordId, Shift, Workplace
from app.models.visit_ids import visit_id
from app.models.visits import minutes_held
from tests.records import add_contact, add_counsellor, add_rule, add_workplace
from tests.stores import new_store

TODAY = date(2026, 11, 21)
"""A Saturday."""
LAST_FRIDAY, FRIDAY = date(2026, 11, 20), date(2026, 11, 27)


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM", "Vestas i Lem")


@pytest.fixture
def rule(store: Store, lem: Workplace) -> PresenceRule:
    """Fridays 9.00 to 10.00."""
    return add_rule(store, lem)


@pytest.fixture
def friday(rule: PresenceRule) -> RecordId:
    return visit_id(rule.series_id, FRIDAY)


def test_a_visit_is_started_by_whom_the_plan_says(store: Store, friday: RecordId) -> None:
    started = start_visit(store, friday)
    assert store.visits.running() == started
    ended = store.visits.end(started.id)
    found = find_planned(store, friday)
    assert (found.status, found.contacts, found.visit) == (PlanStatus.HELD, 0, ended)


def test_a_visit_belongs_to_the_day_on_which_it_really_began(
    store: Store, friday: RecordId
) -> None:
    """Planned for Friday, begun on the Saturday before: both days tell the same."""
    started = start_visit(store, friday)
    assert (started.date, started.occurrence) == (TODAY, FRIDAY)
    (found,) = read_plan(store, TODAY, FRIDAY)
    assert (found.day, found.start.date(), found.status) == (TODAY, TODAY, PlanStatus.RUNNING)


def test_a_night_visit_begun_after_midnight_is_found_on_its_day(tmp_path: Path) -> None:
    half_past_midnight = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)
    store = new_store(tmp_path, lambda: half_past_midnight)
    rule = add_rule(store, add_workplace(store), time="23:45", shift=Shift.NIGHT)
    started = start_visit(store, visit_id(rule.series_id, FRIDAY))
    assert started.date == FRIDAY + timedelta(days=1)
    assert [visit.id for visit in read_plan(store, FRIDAY, FRIDAY)] == []
    assert [visit.id for visit in read_plan(store, started.date, started.date)] == [started.id]
    store.close()


@pytest.mark.parametrize(
    ("now", "is_meant"),
    [
        (datetime(2026, 11, 26, 10, tzinfo=UTC), False),
        (datetime(2026, 11, 26, 22, 30, tzinfo=UTC), True),  # half an hour before midnight
        (datetime(2026, 11, 27, 20, tzinfo=UTC), True),  # late, but on its day
        (datetime(2026, 11, 28, 10, tzinfo=UTC), False),
    ],
)
def test_a_visit_around_midnight_may_start_on_either_day(
    tmp_path: Path, now: datetime, is_meant: bool
) -> None:
    store = new_store(tmp_path, lambda: now)
    rule = add_rule(store, add_workplace(store), time="00:15", shift=Shift.NIGHT)
    visit = visit_id(rule.series_id, FRIDAY)
    if is_meant:
        require_today(store, visit)
    else:
        with pytest.raises(UserError) as refused:
            require_today(store, visit)
        assert refused.value.why.da == "Det er planlagt til fredag 27-11-2026."
    store.close()


def test_only_one_visit_runs_at_a_time(store: Store, lem: Workplace, friday: RecordId) -> None:
    running = store.visits.start(lem.id)
    with pytest.raises(UserError) as refused:
        start_visit(store, friday)
    assert "Afslut det først." in refused.value.message("da")
    store.visits.end(running.id)
    start_visit(store, friday)


@pytest.mark.parametrize(
    ("planned", "starting", "there"),
    [
        (("KM",), "KM", ("KM",)),
        (("KM", "JH"), "KM", ("KM", "JH")),
        (("JH", "KM"), "KM", ("KM", "JH")),
        (("JH",), "KM", ("KM",)),  # stands in
        (("JH", "AA"), "KM", ("KM", "AA")),  # stands in for the responsible one
    ],
)
def test_who_starts_a_visit_is_responsible_for_it(
    store: Store,
    lem: Workplace,
    planned: tuple[str, ...],
    starting: str,
    there: tuple[str, ...],
) -> None:
    for initials in ("JH", "AA"):
        add_counsellor(store, initials)
    ids = {each.initials: each.id for each in store.counsellors.all()}
    rule = add_rule(store, lem, counsellor_ids=tuple(ids[initials] for initials in planned))
    store.settings.set("counsellor", ids[starting])
    started = start_visit(store, visit_id(rule.series_id, FRIDAY))
    assert find_planned(store, started.id).counsellors == there
    assert store.visits.running() == started


def test_a_visit_is_recorded_as_held_afterwards_with_its_real_times(
    store: Store, rule: PresenceRule
) -> None:
    friday = visit_id(rule.series_id, LAST_FRIDAY)
    start, _ = local_span(LAST_FRIDAY, "09:10", 1)
    held = hold_visit(store, friday, start, start + timedelta(minutes=75))
    assert (held.date, minutes_held(held)) == (LAST_FRIDAY, 75)
    assert (held.time, held.minutes) == ("09:00", 60)  # what was planned is not forgotten
    found = find_planned(store, friday)
    assert f"{found.start:%H.%M}–{found.end:%H.%M}" == "09.10–10.25"


def test_a_visit_is_held_for_the_time_that_really_passed(tmp_path: Path) -> None:
    """From 23.00 to 7.00 in the night to 25 October 2026 nine hours pass."""
    store = new_store(tmp_path, lambda: datetime(2026, 10, 26, tzinfo=UTC))
    lem = add_workplace(store)
    planned = plan_visit(
        store, workplace_id=lem.id, day=date(2026, 10, 24), time="23:00", minutes=540
    )
    start = local(datetime(2026, 10, 24, 21, tzinfo=UTC))
    held = hold_visit(store, planned.id, start, local(datetime(2026, 10, 25, 6, tzinfo=UTC)))
    assert minutes_held(held) == find_planned(store, held.id).minutes == 540
    store.close()


def test_a_visit_is_not_held_before_it_is_over_nor_backwards(
    store: Store, friday: RecordId
) -> None:
    with pytest.raises(InvalidInput) as refused:
        hold_visit(store, friday, *local_span(FRIDAY, "09:00", 60))
    assert "når det er slut" in refused.value.message("da")
    end, start = local_span(LAST_FRIDAY, "09:00", 60)
    with pytest.raises(InvalidInput):
        hold_visit(store, friday, start, end)
    assert store.visits.count() == 0


def test_the_contacts_of_a_visit_are_counted(store: Store, friday: RecordId) -> None:
    visit = start_visit(store, friday)
    for day in (TODAY, TODAY + timedelta(days=1)):
        add_contact(store, day=day, visit_id=visit.id)
    assert find_planned(store, friday).contacts == 2
    assert [each.contacts for each in read_plan(store, TODAY, FRIDAY)] == [2]
