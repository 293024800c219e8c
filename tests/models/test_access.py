"""Who looked up whom is written down once, found again, and tells of nobody who was erased."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from app.models.access import Access, AccessFilter, Way
from app.models.access_reading import access_words, read_access
from app.models.erasure import erase_person
from app.models.people import ERASED_NAME
from app.models.store import Store
from app.paths import Paths
from tests.records import DAY, add_contact, add_counsellor, add_person
from tests.stores import NOW, new_store

Later = Callable[[timedelta], None]
_MINUTE = timedelta(minutes=1)


class Watch:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def store(tmp_path: Path, watch: Watch) -> Store:
    return new_store(tmp_path, watch)


def told(store: Store, wanted: AccessFilter | None = None) -> list[tuple[str, str]]:
    return [(row.person, access_words(row).en) for row in read_access(store, wanted)]


def test_a_second_look_within_ten_minutes_is_the_same_one(store: Store, watch: Watch) -> None:
    lone = add_person(store)
    for minutes in (0, 4, 9, 10):
        watch.now = NOW + minutes * _MINUTE
        store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    assert store.access.count() == 1
    watch.now = NOW + 11 * _MINUTE
    store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    assert [row.at.strftime("%H.%M") for row in read_access(store)] == ["09.35", "09.24"]


def test_another_way_person_or_counsellor_is_another_line(store: Store) -> None:
    lone, bo = add_person(store), add_person(store, "Bo Holm")
    store.access.note(Access.LOOKED_UP, [lone.id, bo.id, lone.id], Way.PAGE)
    store.access.note(Access.EXPORTED, [lone.id], Way.PDF, Way.JSON)
    store.access.note(Access.EXPORTED, [lone.id], Way.PDF)
    other = add_counsellor(store, "JB")
    store.settings.set("counsellor", other.id)
    store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    assert told(store) == [
        ("Lone Bæk", "opened the person's page"),
        ("Lone Bæk", "wrote the access file as PDF; wrote the access file as JSON"),
        ("Bo Holm", "opened the person's page"),
        ("Lone Bæk", "opened the person's page"),
    ]


def test_of_several_ways_only_the_new_ones_are_another_line(store: Store) -> None:
    lone = add_person(store)
    store.access.note(Access.EXPORTED, [lone.id], Way.PDF)
    store.access.note(Access.EXPORTED, [lone.id], Way.PDF, Way.JSON)
    store.access.note(Access.EXPORTED, [lone.id], Way.JSON)
    assert [row.ways for row in read_access(store)] == [(Way.JSON,), (Way.PDF,)]


def test_lines_are_found_by_person_counsellor_and_day(store: Store, watch: Watch) -> None:
    lone, bo = add_person(store, phone="20304050"), add_person(store, "Bo Holm")
    me, other = store.settings.counsellor_id, add_counsellor(store, "JB")
    store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    # Half past midnight in Denmark is still the day before in UTC.
    watch.now = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)
    store.settings.set("counsellor", other.id)
    store.access.note(Access.LOOKED_UP, [bo.id], Way.PAGE)

    def people(**wanted: object) -> list[str]:
        return [row.person for row in read_access(store, AccessFilter(**wanted))]  # type: ignore[arg-type]

    assert people() == ["Bo Holm", "Lone Bæk"]
    assert people(text="lone bæk") == ["Lone Bæk"]
    assert people(text="2030") == ["Lone Bæk"]
    assert people(people=[bo.id]) == ["Bo Holm"]
    assert people(counsellor_id=me) == ["Lone Bæk"]
    assert people(last=date(2026, 11, 21)) == ["Lone Bæk"]
    assert people(first=date(2026, 11, 22)) == ["Bo Holm"]
    assert [line.record_id for line in store.access.lines(limit=1)] == [bo.id]


def test_a_clock_that_was_set_back_hides_no_look(store: Store, watch: Watch) -> None:
    lone = add_person(store)
    store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    watch.now = NOW - timedelta(days=400)
    store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
    assert store.access.count() == 2


def test_a_transaction_that_is_taken_back_takes_its_line_along(store: Store) -> None:
    lone = add_person(store)

    def look_and_fail() -> None:
        with store.atomic():
            store.access.note(Access.LOOKED_UP, [lone.id], Way.PAGE)
            raise LookupError

    with pytest.raises(LookupError):
        look_and_fail()
    assert store.access.count() == 0


def test_reading_goes_on_where_nothing_can_be_written(store: Store) -> None:
    lone = add_person(store)
    store.database.execute("PRAGMA query_only = ON")
    store.access.note_if_possible(Access.LOOKED_UP, [lone.id], Way.PAGE)
    assert store.people.get(lone.id) == lone
    store.database.execute("PRAGMA query_only = OFF")
    assert store.access.count() == 0


def test_after_an_erasure_the_lines_tell_of_nobody(store: Store, tmp_path: Path) -> None:
    lone, bo = add_person(store), add_person(store, "Bo Holm")
    contact = add_contact(store, lone, DAY)
    store.access.note(Access.LOOKED_UP, [lone.id, bo.id], Way.PAGE)
    erase_person(store, Paths(tmp_path / "data"), lone.id)
    assert told(store) == [
        ("", "erased the person"),
        ("Bo Holm", "opened the person's page"),
        ("", "opened the person's page"),
    ]
    assert lone.id not in {line.record_id for line in store.access.lines()}
    nobody = store.inquiries.get(contact.id).person_id
    assert [line.record_id for line in store.access.lines()].count(nobody or lone.id) == 2
    assert told(store, AccessFilter(text=ERASED_NAME)) == []
