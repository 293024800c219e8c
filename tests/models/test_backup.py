import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import (
    Conflict,
    DamagedEnvelope,
    DamagedStore,
    NotFound,
    UserError,
    WrongPassphrase,
)
from app.models import backup as backups
from app.models import cipher, keys
from app.models.cipher import Database, open_database
from app.paths import Paths
from tests.crashing import crash_at_every_step

CHEAP = keys.KdfParameters(passes=1, memory_kib=64, lanes=1)
PASSPHRASE = "fire små grå æsler"
ENVELOPE, KEY, _ = keys.create_envelope(PASSPHRASE, params=CHEAP)
STRANGER, STRANGERS_KEY, _ = keys.create_envelope(PASSPHRASE, params=CHEAP)
NOW = datetime(2026, 11, 20, 14, 30, 15, 250_000, tzinfo=UTC)
CANARY = "Kanariefugl Hansen"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data æøå")


@pytest.fixture
def db(paths: Paths) -> Iterator[Database]:
    database = new_store(paths)
    yield database
    database.close()


def new_store(paths: Paths) -> Database:
    paths.data_dir.mkdir(exist_ok=True)
    keys.write_envelope(paths.envelope, ENVELOPE)
    database = open_database(paths.database, KEY, create=True)
    database.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT) STRICT")
    database.execute("CREATE TABLE visits (id INTEGER PRIMARY KEY) STRICT")
    database.execute("CREATE VIRTUAL TABLE search USING fts5 (name)")
    add_people(database, 100)
    return database


def add_people(db: Database, count: int) -> None:
    with db.atomic():
        for _ in range(count):
            db.execute("INSERT INTO people (name) VALUES (?)", (CANARY * 10,))


def make(db: Database, paths: Paths, now: datetime = NOW) -> backups.Backup:
    return backups.make_backup(db, KEY, paths.backups, paths.envelope, now)


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        str(item.relative_to(folder)): hashlib.sha256(item.read_bytes()).hexdigest()
        for item in sorted(folder.rglob("*"))
        if item.is_file() and not item.name.endswith((".lock", "-shm"))
    }


def people_in(paths: Paths) -> int:
    key = keys.open_with_passphrase(keys.read_envelope(paths.envelope), PASSPHRASE)
    with closing(open_database(paths.database, key)) as database:
        assert cipher.integrity(database) == []
        return int(database["people"].count)


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def test_a_backup_is_an_encrypted_private_pair_with_the_moment_in_its_name(
    db: Database, paths: Paths
) -> None:
    made = make(db, paths)
    assert made.database.name == "vejviser-2026-11-20T14-30-15-250Z.db"
    assert made.envelope.name == "vejviser-2026-11-20T14-30-15-250Z.key.json"
    assert made.made_at == NOW
    assert made.size == made.database.stat().st_size
    for file in (made.database, made.envelope):
        assert CANARY.encode() not in file.read_bytes()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(paths.backups.stat().st_mode) == 0o700
    assert backups.list_backups(paths.backups) == [made]
    assert backups.backup_at(made.database) == made


def test_trying_a_backup_counts_its_rows_and_changes_nothing(db: Database, paths: Paths) -> None:
    made = make(db, paths)
    add_people(db, 1)
    before = fingerprints(paths.backups)
    assert backups.verify_backup(made, PASSPHRASE) == {"people": 100, "visits": 0}
    assert backups.verify_backup(made, KEY) == {"people": 100, "visits": 0}
    assert fingerprints(paths.backups) == before


def test_wrong_passphrase_damaged_envelope_and_damaged_copy_are_told_apart(
    db: Database, paths: Paths
) -> None:
    made = make(db, paths)
    with pytest.raises(WrongPassphrase):
        backups.verify_backup(made, "ikke den rigtige")
    with pytest.raises(UserError) as caught:
        backups.verify_backup(made, STRANGERS_KEY)
    assert "hører til andre data" in caught.value.message("da")

    for place in (50, made.size - 50):
        flip(made.database, place)
        with pytest.raises(DamagedStore):
            backups.verify_backup(made, KEY)
        flip(made.database, place)
    assert backups.verify_backup(made, KEY)

    flip(made.envelope, 90)
    with pytest.raises(DamagedEnvelope):
        backups.verify_backup(made, PASSPHRASE)


def test_without_its_envelope_or_under_another_name_a_file_is_no_backup(
    db: Database, paths: Paths
) -> None:
    made = make(db, paths)
    foreign = paths.backups / "vejviser-2026-99-99T14-30-15-250Z.db"
    foreign.write_bytes(b"not ours")
    foreign.with_name(foreign.stem + ".key.json").write_bytes(b"not ours")
    assert backups.list_backups(paths.backups) == [made]
    made.envelope.unlink()
    assert backups.list_backups(paths.backups) == []
    for path in (made.database, foreign, paths.backups / "missing.db"):
        with pytest.raises(NotFound):
            backups.backup_at(path)
    assert backups.list_backups(paths.data_dir / "nowhere") == []


def test_a_year_of_backups_thins_out_and_each_that_stays_opens(db: Database, paths: Paths) -> None:
    first = NOW - timedelta(days=80)
    (paths.backups).mkdir()
    notes = paths.backups / "læs mig.txt"
    notes.write_text("not a backup")
    for day in range(81):
        make(db, paths, first + timedelta(days=day))
    left = backups.list_backups(paths.backups)
    assert [item.made_at.date().isoformat() for item in left] == [
        *("2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-16"),
        *("2026-11-15", "2026-11-14", "2026-11-08", "2026-11-01"),
        *("2026-10-31", "2026-09-30"),
    ]
    assert notes.exists()
    assert len(list(paths.backups.glob("*.key.json"))) == len(left)
    for item in left:
        assert backups.verify_backup(item, KEY) == {"people": 100, "visits": 0}


def test_two_backups_in_one_moment_are_two(db: Database, paths: Paths) -> None:
    made = {make(db, paths).database for _ in range(3)}
    assert len(made) == len(backups.list_backups(paths.backups)) == 3


def test_when_a_backup_fails_the_older_ones_stay(db: Database, paths: Paths) -> None:
    for day in range(3):
        make(db, paths, NOW - timedelta(days=day + 1))
    before = fingerprints(paths.backups)

    keys.write_envelope(paths.envelope, STRANGER)
    with pytest.raises(UserError):
        make(db, paths)
    paths.envelope.write_bytes(b"{}")
    with pytest.raises(DamagedEnvelope):
        make(db, paths)
    keys.write_envelope(paths.envelope, ENVELOPE)

    db.close()
    flip(paths.database, 4096 * 8 + 50)
    with closing(open_database(paths.database, KEY)) as damaged, pytest.raises(DamagedStore):
        make(damaged, paths)
    assert fingerprints(paths.backups) == before


@pytest.mark.parametrize("saves", [1, 4, 9])
def test_a_backup_beside_the_work_holds_what_was_saved_when_it_was_made(
    db: Database, paths: Paths, saves: int
) -> None:
    with closing(open_database(paths.database, KEY)) as window:
        left = saves

        def save_once_more(statement: str) -> None:
            nonlocal left
            if left and ("count(*)" in statement or "VACUUM" in statement):
                left -= 1
                add_people(window, 1)

        db.conn.set_trace_callback(save_once_more)
        made = make(db, paths)
        db.conn.set_trace_callback(None)
    assert left == 0
    assert backups.verify_backup(made, KEY)["people"] == 100 + saves


def test_saving_without_a_pause_is_given_as_the_reason(db: Database, paths: Paths) -> None:
    with closing(open_database(paths.database, KEY)) as window:
        db.conn.set_trace_callback(lambda _: add_people(window, 1))
        with pytest.raises(Conflict) as caught:
            make(db, paths)
        db.conn.set_trace_callback(None)
    assert "gemte imens" in caught.value.message("da")
    assert fingerprints(paths.backups) == {}


def test_a_folder_that_cannot_be_written_is_explained(db: Database, paths: Paths) -> None:
    in_the_way = paths.data_dir / "file"
    in_the_way.touch()
    with pytest.raises(UserError):
        backups.make_backup(db, KEY, in_the_way / "backups", paths.envelope, NOW)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_dying_at_any_step_of_a_backup_leaves_only_backups_that_open(
    db: Database, paths: Paths
) -> None:
    make(db, paths, NOW - timedelta(hours=1))
    db.close()

    def action() -> None:
        with closing(open_database(paths.database, KEY)) as database:
            make(database, paths)

    def check() -> None:
        found = backups.list_backups(paths.backups)
        assert len(found) in (1, 2)
        for item in found:
            assert backups.verify_backup(item, PASSPHRASE)["people"] == 100
        if len(found) == 2:
            found[0].database.unlink()

    assert crash_at_every_step(action, check) >= 10
    with closing(open_database(paths.database, KEY)) as database:
        make(database, paths, NOW + timedelta(days=1))
    assert not list(paths.backups.glob("*.part"))
    assert len(list(paths.backups.glob("*.key.json"))) == 2


def test_restoring_brings_the_old_rows_back_and_keeps_the_current_ones_aside(
    db: Database, paths: Paths
) -> None:
    made = make(db, paths)
    add_people(db, 11)
    db.close()

    aside = backups.restore(made, paths, KEY, NOW)

    assert people_in(paths) == 100
    assert aside is not None
    assert aside.name == "before-restore-2026-11-20T14-30-15-250"
    assert people_in(Paths(aside)) == 111
    assert backups.list_backups(paths.backups) == [made]


def test_restoring_to_a_new_laptop_needs_only_the_pair(
    db: Database, paths: Paths, tmp_path: Path
) -> None:
    made = make(db, paths)
    laptop = Paths(tmp_path / "new laptop")
    assert backups.restore(made, laptop, KEY, NOW) is None
    assert people_in(laptop) == 100
    assert stat.S_IMODE(laptop.data_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE(laptop.database.stat().st_mode) == 0o600


def test_a_damaged_store_is_replaced_and_kept_as_it_was(db: Database, paths: Paths) -> None:
    made = make(db, paths)
    db.close()
    flip(paths.database, 50)
    damaged = paths.database.read_bytes()
    aside = backups.restore(made, paths, KEY, NOW)
    assert aside is not None
    assert (aside / paths.database.name).read_bytes() == damaged
    assert people_in(paths) == 100


def test_a_restore_brings_the_passphrase_of_its_day(db: Database, paths: Paths) -> None:
    made = make(db, paths)
    changed = keys.change_passphrase(ENVELOPE, KEY, "grøn traktor i regnvejr", params=CHEAP)
    keys.write_envelope(paths.envelope, changed)
    db.close()
    backups.restore(made, paths, KEY, NOW)
    assert people_in(paths) == 100


def test_nothing_is_restored_while_a_window_is_open(db: Database, paths: Paths) -> None:
    made = make(db, paths)
    add_people(db, 5)
    before = fingerprints(paths.data_dir)
    with pytest.raises(Conflict) as caught:
        backups.restore(made, paths, KEY, NOW)
    assert "andet vindue" in caught.value.message("da")
    assert fingerprints(paths.data_dir) == before
    add_people(db, 5)
    assert db["people"].count == 110


def test_a_backup_that_cannot_be_used_changes_nothing(db: Database, paths: Paths) -> None:
    made = make(db, paths)
    db.close()
    flip(made.database, 4096 * 5 + 9)
    before = fingerprints(paths.data_dir)
    with pytest.raises(DamagedStore):
        backups.restore(made, paths, KEY, NOW)
    with pytest.raises(UserError):
        backups.restore(made, paths, STRANGERS_KEY, NOW)
    made.envelope.write_bytes(b"{}")
    with pytest.raises(DamagedEnvelope):
        backups.restore(made, paths, KEY, NOW)
    before[str(made.envelope.relative_to(paths.data_dir))] = hashlib.sha256(b"{}").hexdigest()
    assert fingerprints(paths.data_dir) == before
    assert not list(paths.data_dir.glob("*restore*"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_dying_at_any_step_of_a_restore_loses_neither_store(paths: Paths, tmp_path: Path) -> None:
    outcomes = []
    database = new_store(paths)
    made = make(database, paths)
    add_people(database, 11)
    database.close()
    current, current_envelope = paths.database.read_bytes(), paths.envelope.read_bytes()

    def check() -> None:
        if not list(paths.data_dir.glob("restore-ready-*")):
            # Nothing to complete: one of the two is in place and whole.
            assert people_in(paths) in (100, 111)
        backups.finish_restore(paths)
        outcomes.append(people_in(paths))
        for aside in paths.data_dir.glob("before-restore-*"):
            assert people_in(Paths(aside)) == 111
            for file in aside.iterdir():
                file.unlink()
            aside.rmdir()
        for file in paths.data_dir.glob("vejviser.*"):
            file.unlink()
        paths.database.write_bytes(current)
        paths.envelope.write_bytes(current_envelope)

    assert crash_at_every_step(lambda: backups.restore(made, paths, KEY, NOW), check) >= 15
    assert set(outcomes) == {100, 111}
    assert outcomes == sorted(outcomes, reverse=True)
    assert not list(paths.data_dir.glob("restore-*"))


def test_there_is_usually_no_restore_to_complete(db: Database, paths: Paths) -> None:
    before = fingerprints(paths.data_dir)
    assert backups.finish_restore(paths) is None
    assert backups.finish_restore(Paths(paths.data_dir / "nowhere")) is None
    assert fingerprints(paths.data_dir) == before
