"""Talks and meetings are kept with who was there, what they were about and for whom."""

from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from app.errors import Conflict, InvalidInput
from app.models.plan_types import Activity, ActivityKind, ActivityStatus
from app.models.store import Store
from app.models.types import Workplace
from tests.records import add_counsellor, add_workplace

DAY = date(2026, 11, 25)


@pytest.fixture
def lem(store: Store) -> Workplace:
    return add_workplace(store, "LEM")


def add_talk(store: Store, day: date = DAY, time: str = "15:00", **more: Any) -> Activity:
    values: dict[str, Any] = {
        "kind": ActivityKind.TALK_LIAISON,
        "counsellor_ids": (store.settings.counsellor_id,),
    }
    return store.activities.add(Activity(date=day, time=time, **values | more))


def test_activities_are_told_by_day_and_time(store: Store) -> None:
    late, early = add_talk(store), add_talk(store, time="09:00")
    before = add_talk(store, date(2026, 11, 24), "23:59")
    add_talk(store, date(2026, 11, 26), "00:00")
    assert store.activities.between(date(2026, 11, 24), DAY) == (before, early, late)


def test_the_activities_of_a_workplace_are_told_with_the_newest_first(
    store: Store, lem: Workplace
) -> None:
    aero = add_workplace(store, "AERO")
    both = add_talk(store, workplace_ids=(aero.id, lem.id))
    newer = add_talk(store, date(2026, 12, 1), workplace_ids=(lem.id,))
    add_talk(store)
    assert store.activities.of_workplace(lem.id) == (newer, both)
    assert store.activities.of_workplace(aero.id) == (both,)


def test_workplaces_counsellors_and_topics_keep_their_order(store: Store, lem: Workplace) -> None:
    other = add_counsellor(store, "AA")
    me, aero = store.settings.counsellor_id, add_workplace(store, "AERO")
    talk = add_talk(
        store,
        topics=("T03", "T01"),
        workplace_ids=(lem.id, aero.id),
        counsellor_ids=(other.id, me),
    )
    assert store.activities.get(talk.id) == talk
    fewer = store.activities.change(replace(talk, topics=("T01",), workplace_ids=()))
    assert store.activities.get(talk.id) == fewer


def test_an_activity_is_held_with_its_participants(store: Store) -> None:
    talk = add_talk(store, date(2026, 11, 21), "23:00")
    assert (talk.status, talk.participants) == (ActivityStatus.PLANNED, None)
    held = replace(talk, status=ActivityStatus.HELD, participants=0)
    assert store.activities.change(held).participants == 0  # nobody came: that is told too


def test_an_activity_is_not_held_before_its_day(store: Store) -> None:
    tomorrow = add_talk(store, date(2026, 11, 22), "00:00")
    with pytest.raises(InvalidInput) as refused:
        store.activities.change(replace(tomorrow, status=ActivityStatus.HELD))
    assert [problem.field for problem in refused.value.problems] == ["date"]
    assert "når dagen er kommet" in refused.value.message("da")
    assert store.activities.get(tomorrow.id) == tomorrow


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("time", ""),
        ("time", "15.00"),
        ("minutes", 0),
        ("minutes", 1441),
        ("participants", -1),
        ("counsellor_ids", ()),
        ("topics", ("T01", "T01")),
        ("topics", ("T01", "§56")),
    ],
)
def test_a_broken_activity_is_refused_by_the_name_of_its_field(
    store: Store, field: str, value: Any
) -> None:
    talk = add_talk(store)
    with pytest.raises(InvalidInput) as refused:
        store.activities.change(replace(talk, **{field: value}))
    assert [problem.field for problem in refused.value.problems] == [field]


@pytest.mark.parametrize("reason", ["", "  "])
def test_an_activity_is_not_cancelled_without_a_reason(store: Store, reason: str) -> None:
    talk = replace(add_talk(store), status=ActivityStatus.CANCELLED)
    with pytest.raises(InvalidInput) as refused:
        store.activities.change(replace(talk, reason=reason))
    assert refused.value.problems[0].field == "reason"
    assert store.activities.change(replace(talk, reason="Sygdom")).reason == "Sygdom"


def test_everything_about_an_activity_is_taken_back_and_done_again(
    store: Store, lem: Workplace
) -> None:
    talk = add_talk(store, topics=("T01",), workplace_ids=(lem.id,))
    with store.atomic() as change:
        gone = store.activities.delete(talk.id)
    assert store.activities.count() == 0
    redo = store.undo(change)
    assert store.activities.between(DAY, DAY) == (gone,)
    store.undo(redo)
    assert store.database.execute("SELECT count(*) FROM activity_topic").fetchone() == (0,)


def test_a_workplace_with_an_activity_is_not_deleted(store: Store, lem: Workplace) -> None:
    add_talk(store, workplace_ids=(lem.id,))
    with pytest.raises(Conflict):
        store.workplaces.delete(lem.id)
