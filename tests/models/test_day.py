"""The day and its promises, read from a real store."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.models.day import read_day, start_choices
from app.models.promises import Due, open_promises, snoozed
from app.models.store import Store
from app.models.types import Channel, FollowUp, Inquiry, RecordId, VisitStatus, Workplace
from tests.stores import new_store

TODAY = date(2026, 11, 21)


class MovingClock:
    """A clock that the test turns."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def workplace(store: Store, code: str, name: str, **values: object) -> Workplace:
    return store.workplaces.add(Workplace(code=code, name=name, **values))  # type: ignore[arg-type]


def talk(store: Store, place: RecordId | None, visit: RecordId | None, day: date) -> Inquiry:
    return store.inquiries.add(
        Inquiry(
            date=day,
            workplace_id=place,
            visit_id=visit,
            counsellor_id=store.settings.counsellor_id,
            channel=Channel.WORKPLACE if place else Channel.PHONE,
        )
    )


def test_a_night_visit_still_runs_the_next_day_and_stands_first(tmp_path: Path) -> None:
    clock = MovingClock()
    store = new_store(tmp_path, clock)
    night = workplace(store, "NAT", "Natholdet på Arla")
    morning = workplace(store, "MOR", "Morgenmødet")
    clock.now = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)  # half past midnight on the 21st
    early = store.visits.start(morning.id)
    store.visits.end(early.id)
    clock.now = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)  # 23.00 on the 20th, a clock set back
    late = store.visits.start(night.id)
    talk(store, night.id, late.id, date(2026, 11, 20))
    clock.now = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)

    day = read_day(store)

    assert day.day == TODAY
    assert day.running is not None
    assert [line.workplace for line in day.visits] == ["Natholdet på Arla", "Morgenmødet"]
    assert [line.contacts for line in day.visits] == [1, 0]
    assert day.visits[1].visit.status is VisitStatus.HELD
    assert len(day.rows) == 1
    store.close()


def test_contacts_outside_visits_and_those_of_last_month_are_counted(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    lem = workplace(store, "LEM", "Lem")
    visit = store.visits.start(lem.id)
    talk(store, lem.id, visit.id, TODAY)
    talk(store, None, None, TODAY)
    talk(store, None, None, TODAY - timedelta(days=1))
    for day in (date(2026, 9, 30), date(2026, 10, 1), date(2026, 10, 31), date(2026, 11, 1)):
        talk(store, lem.id, None, day)

    day_read = read_day(store)

    assert day_read.outside == 1
    assert day_read.last_month.contacts == 2
    assert day_read.running is not None
    assert (day_read.running.contacts, day_read.running.anonymous) == (1, 1)
    store.close()


def test_where_a_visit_starts_is_guessed_from_where_visits_were_held(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    yesterday = TODAY - timedelta(days=1)
    workplace(store, "SLUT", "Slut", ended_on=yesterday)
    workplace(store, "AA", "Aabenraa")
    workplace(store, "OST", "Østergård")
    often = workplace(store, "LEM", "Lem")
    store.visits.end(store.visits.start(often.id, place="Kantinen").id)
    workplace(store, "BO", "Bo Vest", ended_on=TODAY)

    choices = start_choices(store)

    assert [c.workplace.name for c in choices] == ["Lem", "Bo Vest", "Østergård", "Aabenraa"]
    assert choices[0].place == "Kantinen"
    store.close()


@pytest.mark.parametrize(
    ("days", "due"),
    [(-1, Due.LATE), (0, Due.TODAY), (1, Due.THIS_WEEK), (2, Due.LATER)],
)
def test_a_promise_is_late_today_this_week_or_later(tmp_path: Path, days: int, due: Due) -> None:
    store = new_store(tmp_path)
    day = TODAY + timedelta(days=days)  # TODAY is a Saturday: the week ends tomorrow
    store.followups.add(FollowUp(due_on=day))

    (promise,) = open_promises(store)

    assert promise.due(TODAY) is due
    assert (promise.person, promise.workplace, promise.inquiry_on) == ("", "", None)
    store.close()


def test_a_late_promise_is_put_off_from_today_and_a_coming_one_from_its_day() -> None:
    late = FollowUp(due_on=TODAY - timedelta(days=30))
    coming = FollowUp(due_on=TODAY + timedelta(days=3))
    assert snoozed(late, TODAY, 1) == TODAY + timedelta(days=1)
    assert snoozed(coming, TODAY, 7) == TODAY + timedelta(days=10)
