"""The store: encrypted, all or nothing, told once, and plain about what went wrong."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from app import log
from app.errors import Conflict, DamagedStore, InvalidInput, NotFound, UserError
from app.models.backup import row_counts
from app.models.changes import Action, Change, Changes
from app.models.cipher import IntegrityError
from app.models.opening import open_with_key
from app.models.store import Store
from app.models.types import Person, RecordId
from app.paths import Paths
from tests.records import add_contact, add_person, add_promise, add_workplace, new_contact
from tests.stores import StoreMould, new_store

CANARY = "Kanariefugl"


@pytest.fixture(scope="module")
def mould(tmp_path_factory: pytest.TempPathFactory) -> StoreMould:
    return StoreMould(tmp_path_factory.mktemp("mould"))


@pytest.fixture
def second(store: Store, tmp_path: Path) -> Iterator[Store]:
    """Another program on the same data."""
    with closing(second_store(store, tmp_path)) as opened:
        yield opened


def second_store(store: Store, folder: Path) -> Store:
    assert store.key is not None
    return open_with_key(Paths(folder / "data"), store.key)


def contents(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table."""
    return {
        table: store.database.execute(f'SELECT * FROM "{table}"').fetchall()
        for table in row_counts(store.database)
    }


def heard(store: Store) -> list[Changes]:
    told: list[Changes] = []
    store.subscribe(told.append)
    return told


def test_an_open_store_keeps_the_promises_about_durability_and_leaks(store: Store) -> None:
    promised = {
        "cipher_status": "1",
        "foreign_keys": 1,
        "journal_mode": "wal",
        "synchronous": 2,  # FULL
        "secure_delete": 1,
        "temp_store": 2,  # in memory
        "trusted_schema": 0,
    }
    found = {name: store.database.execute(f"PRAGMA {name}").fetchone()[0] for name in promised}
    assert found == promised


def test_no_file_of_the_store_shows_anything_readable(store: Store, tmp_path: Path) -> None:
    place = add_workplace(store, remark=f"{CANARY} remark")
    person = add_person(store, f"{CANARY} Hansen", phone="20304050", workplace_id=place.id)
    contact = add_contact(store, person, note=f"{CANARY} note")
    add_promise(store, text=f"{CANARY} promise", inquiry_id=contact.id)
    store.drafts.save("inquiry", f'"{CANARY} draft"')
    store.inquiries.change(replace(contact, note="a shorter note"))
    written = {path.name: path.read_bytes() for path in (tmp_path / "data").iterdir()}
    store.close()
    written |= {f"closed {p.name}": p.read_bytes() for p in (tmp_path / "data").iterdir()}

    assert {"vejviser.db", "vejviser.db-wal", "vejviser.key.json"} <= written.keys()
    assert len(written["vejviser.db-wal"]) > 10_000
    for name, data in written.items():
        for secret in (CANARY, "20304050", "SQLite format 3", "CREATE TABLE", "VESTAS"):
            assert secret.encode() not in data, name
            assert secret.encode("utf-16-le") not in data, name


def test_a_store_belongs_to_the_thread_that_opened_it(store: Store) -> None:
    with ThreadPoolExecutor(1) as other, pytest.raises(Exception, match="thread"):
        other.submit(store.people.count).result()


class Spoilt(BaseException):
    """Something that no code expects, like a key press in the middle."""


def break_a_check(store: Store) -> None:
    store.database.execute("INSERT INTO term VALUES ('reason', 'lower case', 'P', 1, '', NULL)")


def break_a_rule(store: Store) -> None:
    store.people.add(Person(name=" "))


def ask_for_nobody(store: Store) -> None:
    store.people.get(RecordId("nobody"))


def refer_to_nobody(store: Store) -> None:
    store.inquiries.add(new_contact(store, visit_id="no visit"))


def be_interrupted(store: Store) -> None:
    raise Spoilt


FAILURES = {
    break_a_check: IntegrityError,
    break_a_rule: InvalidInput,
    ask_for_nobody: NotFound,
    refer_to_nobody: IntegrityError,
    be_interrupted: Spoilt,
}
WRITES = {
    "workplace": lambda store, n: add_workplace(store, f"W{n}"),
    "person": lambda store, n: add_person(store, f"Person {n}"),
    "contact": lambda store, n: add_contact(store, reasons=("P01", "S01"), advice=("A01",)),
    "promise": lambda store, n: add_promise(store, text=f"{n}"),
    "setting": lambda store, n: store.settings.set("project", f"Projekt {n}"),
    "draft": lambda store, n: store.drafts.save("inquiry", f"{n}"),
    "code": lambda store, n: store.taxonomy.retire("reason", "P01", date(2026, 1, 1)),
}


@given(
    before=st.lists(st.sampled_from(sorted(WRITES)), max_size=4),
    inside=st.lists(st.sampled_from(sorted(WRITES)), max_size=6),
    failure=st.sampled_from(list(FAILURES)),
)
def test_a_transaction_that_fails_anywhere_leaves_nothing(
    mould: StoreMould, before: list[str], inside: list[str], failure: Any
) -> None:
    with mould.copy() as store:
        for number, name in enumerate(before):
            WRITES[name](store, number)
        kept = contents(store)
        told = heard(store)

        def write_and_fail() -> None:
            with store.atomic():
                for number, name in enumerate(inside):
                    WRITES[name](store, 100 + number)
                failure(store)

        with pytest.raises(FAILURES[failure]):
            write_and_fail()
        assert contents(store) == kept
        assert told == []
        add_person(store)  # the store goes on working
        assert [change.kind for changes in told for change in changes.records] == ["person"]


@given(failure=st.sampled_from([break_a_check, break_a_rule, ask_for_nobody, refer_to_nobody]))
def test_a_part_that_fails_takes_back_itself_and_the_rest_may_go_on(
    mould: StoreMould, failure: Any
) -> None:
    with mould.copy() as store:
        told = heard(store)
        with store.atomic() as outer:
            first = add_person(store, "Før")
            with suppress(UserError, IntegrityError), store.atomic() as inner:
                assert inner == outer
                add_person(store, "Imens")
                failure(store)
            last = add_person(store, "Efter")
        assert [person.name for person in store.people.all()] == ["Før", "Efter"]
        assert told == [
            Changes(
                outer,
                tuple(Change("person", person.id, Action.CREATE) for person in (first, last)),
            )
        ]
        assert len(store.audit.of_change_set(outer)) == 2


def test_one_transaction_is_told_once_and_only_when_it_is_on_disk(
    store: Store, second: Store
) -> None:
    seen: list[tuple[Changes, int]] = []
    store.subscribe(lambda changes: seen.append((changes, second.people.count())))
    store.origin = "window 1"

    with store.atomic() as change_set:
        person = add_person(store)
        with store.atomic():
            contact = add_contact(store, person)
        store.people.change(replace(person, phone="20304050"))
        assert seen == []
        assert second.people.count() == 0

    (changes, people_on_disk) = seen[0]
    assert len(seen) == 1
    assert people_on_disk == 1
    assert changes == Changes(
        change_set,
        (
            Change("person", person.id, Action.CREATE),
            Change("inquiry", contact.id, Action.CREATE),
            Change("person", person.id, Action.UPDATE),
        ),
        "window 1",
    )
    assert changes.touches("inquiry")
    assert not changes.touches("workplace", "visit")


def test_a_transaction_that_changes_nothing_is_told_to_nobody(store: Store) -> None:
    person = add_person(store)
    told = heard(store)
    with store.atomic():
        store.people.change(person)
        store.drafts.save("inquiry", "{}")
    assert told == []


def test_a_failing_subscriber_loses_nothing_and_stops_nobody(store: Store, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    log.start_logging(paths)
    told: list[Changes] = []

    def fail(changes: Changes) -> None:
        raise RuntimeError(CANARY)

    store.subscribe(fail)
    store.subscribe(told.append)
    try:
        person = add_person(store)
    finally:
        log.stop_logging()

    assert store.people.get(person.id) == person
    assert len(told) == 1
    logged = (paths.logs / log.LOG_FILE).read_text("utf-8")
    assert "A subscriber failed." in logged
    assert "RuntimeError" in logged
    assert CANARY not in logged


def test_a_subscriber_may_write_and_may_leave(store: Store) -> None:
    told: list[str] = []

    def note(changes: Changes) -> None:
        told.extend(change.kind for change in changes.records)
        leave()
        add_workplace(store)

    leave = store.subscribe(note)
    store.subscribe(lambda changes: told.append(changes.records[0].kind.upper()))
    add_person(store)
    assert told == ["person", "WORKPLACE", "PERSON"]


def test_a_full_disk_is_explained_and_loses_nothing_that_was_saved(store: Store) -> None:
    kept = add_contact(store, note="kort")
    pages = store.database.execute("PRAGMA page_count").fetchone()[0]
    store.database.execute(f"PRAGMA max_page_count = {pages}")
    before = contents(store)
    with pytest.raises(UserError) as caught:
        store.inquiries.change(replace(kept, note="lang " * 20_000))
    assert "Disken er fuld." in caught.value.message("da")
    assert contents(store) == before
    store.database.execute("PRAGMA max_page_count = 1000000")
    assert store.inquiries.change(replace(kept, note="lang " * 20_000)).note.startswith("lang")


def test_when_the_transaction_was_lost_nothing_more_is_written(store: Store) -> None:
    before = contents(store)

    def go_on() -> None:
        with store.atomic():
            add_person(store, "Før")
            store.database.execute("ROLLBACK")  # as SQLite itself does when a disk fails
            add_person(store, "Efter")

    with pytest.raises(RuntimeError, match="ended"):
        go_on()
    assert contents(store) == before


def test_a_store_that_another_program_writes_to_says_so(store: Store, second: Store) -> None:
    second.database.execute("PRAGMA busy_timeout = 0")
    with store.atomic():
        add_person(store)
        with pytest.raises(Conflict) as caught:
            add_person(second)
        assert second.people.count() == 0  # reading goes on
    assert "Et andet vindue eller program" in caught.value.message("da")
    add_person(second)
    assert store.people.count() == 2


def test_damage_met_while_reading_is_told_as_damage(tmp_path: Path) -> None:
    store = new_store(tmp_path)
    for number in range(50):
        add_person(store, f"Person {number}", phone="20304050")
    key, paths = store.key, Paths(tmp_path / "data")
    store.close()
    assert key is not None
    data = bytearray(paths.database.read_bytes())
    for page in range(8, len(data) // 4096):
        data[page * 4096 + 100] ^= 1
    paths.database.write_bytes(data)

    with pytest.raises(DamagedStore), closing(open_with_key(paths, key)) as damaged:
        damaged.people.all()
    assert paths.database.read_bytes() == data


def test_a_write_protected_store_can_be_read_and_says_why_it_is_not_written(store: Store) -> None:
    person = add_person(store)
    store.database.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError) as caught:
        store.people.delete(person.id)
    assert "skrivebeskyttet" in caught.value.message("da")
    assert store.people.all() == (person,)


def test_a_closed_store_has_dropped_its_key_and_its_listeners(store: Store) -> None:
    told = heard(store)
    store.close()
    assert store.key is None
    assert told == []
    with pytest.raises(Exception, match="closed"):
        store.people.count()
    store.close()  # twice is allowed


def test_the_repositories_know_each_other_by_kind(store: Store) -> None:
    assert set(store.repositories) == {
        "counsellor", "organisation", "workplace", "offer", "visit", "person", "inquiry",
        "followup", "referral", "imported_row", "setting", "presence_rule", "closing_days", "activity",
        "retention_period", "alias", "linked_contact", "moved_record", "different_people",
        "month_close",
    }  # fmt: skip
    assert all(kind == repository.kind for kind, repository in store.repositories.items())


def test_a_change_is_only_noted_inside_a_transaction(store: Store) -> None:
    person = add_person(store)
    with pytest.raises(RuntimeError):
        store.note_change("person", None, person)
    with pytest.raises(RuntimeError), store.atomic():
        store.note_change("person", None, None)
