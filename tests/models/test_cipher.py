import copy
import hashlib
import os
import pickle
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import Conflict, DamagedStore, NotFound, UserError
from app.models import cipher
from app.models.cipher import Database, DataKey, open_copy, open_database, vacuum_into

KEY = DataKey(bytes(range(32)))
OTHER_KEY = DataKey(bytes(32))
CANARY = "Kanariefugl Hansen"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "vejviser.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    database = open_database(path, KEY, create=True)
    database.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
    database.execute(
        "CREATE TABLE notes (person INTEGER NOT NULL REFERENCES people, text TEXT) STRICT"
    )
    with database.atomic():
        for number in range(200):
            database.execute("INSERT INTO people (name) VALUES (?)", (f"{CANARY} {number}" * 5,))
    yield database
    database.close()


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        item.name: hashlib.sha256(item.read_bytes()).hexdigest()
        for item in folder.iterdir()
        if item.suffix != ".lock"
    }


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def test_nothing_readable_reaches_the_disk_and_the_files_are_the_owners(
    db: Database, path: Path
) -> None:
    files = [path, path.with_name("vejviser.db-wal"), path.with_name("vejviser.db-shm")]
    for file in files:
        assert CANARY.encode() not in file.read_bytes()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not path.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("cipher_status", "1"),
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("temp_store", 2),
        ("cache_size", -32768),
        ("busy_timeout", 5000),
    ],
)
def test_an_open_database_keeps_its_promises(db: Database, pragma: str, value: object) -> None:
    assert db.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    assert db.conn.isolation_level is None


def test_what_was_written_is_there_again(db: Database, path: Path) -> None:
    db.close()
    with closing(open_database(path, KEY)) as again:
        assert again["people"].count == 200
        assert cipher.integrity(again) == []


def test_a_missing_an_empty_and_an_existing_file_are_told_apart(db: Database, path: Path) -> None:
    db.close()
    with pytest.raises(NotFound):
        open_database(path.with_name("other.db"), KEY)
    empty = path.with_name("empty.db")
    empty.touch()
    with pytest.raises(DamagedStore):
        open_database(empty, KEY)
    assert empty.stat().st_size == 0
    before = fingerprints(path.parent)
    with pytest.raises(Conflict):
        open_database(path, KEY, create=True)
    assert fingerprints(path.parent) == before


def test_no_new_database_is_made_beside_the_journal_of_a_lost_one(path: Path) -> None:
    path.with_name("vejviser.db-wal").write_bytes(b"last saves")
    with pytest.raises(Conflict):
        open_database(path, KEY, create=True)
    assert not path.exists()


@pytest.mark.parametrize("place", [0, 16, 100, 4000])
def test_a_first_page_that_the_key_does_not_open_is_damage_and_stays_as_it_is(
    db: Database, path: Path, place: int
) -> None:
    db.close()
    flip(path, place)
    before = fingerprints(path.parent)
    with pytest.raises(DamagedStore) as caught:
        open_database(path, KEY)
    assert caught.value.exit_code == 4
    assert "Databasen er beskadiget." in caught.value.message("da")
    assert fingerprints(path.parent) == before


def test_another_key_and_another_kind_of_file_change_nothing(db: Database, path: Path) -> None:
    db.close()
    foreign = path.with_name("foreign.db")
    foreign.write_bytes(b"SQLite format 3\0" + bytes(8176))
    before = fingerprints(path.parent)
    for file, key in ((path, OTHER_KEY), (foreign, KEY)):
        with pytest.raises(DamagedStore):
            open_database(file, key)
    assert fingerprints(path.parent) == before


def test_a_damaged_page_further_on_is_found_by_reading_and_by_the_check(
    db: Database, path: Path
) -> None:
    db.close()
    flip(path, 4096 * 6 + 50)
    with closing(open_database(path, KEY)) as damaged:
        assert any("page 7" in line for line in cipher.integrity(damaged))
    with (
        closing(open_database(path, KEY)) as damaged,
        pytest.raises(DamagedStore),
        cipher.explained_errors(),
    ):
        damaged.execute("SELECT sum(length(name)) FROM people").fetchone()


def test_a_file_cut_short_is_damage(db: Database, path: Path) -> None:
    db.close()
    os.truncate(path, 4096 * 6)
    with pytest.raises(DamagedStore):
        open_database(path, KEY)
    assert path.stat().st_size == 4096 * 6


def test_a_reference_to_nobody_does_not_pass_the_check(db: Database) -> None:
    with pytest.raises(cipher.IntegrityError):
        db.execute("INSERT INTO notes VALUES (999, 'x')")
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute("INSERT INTO notes VALUES (999, 'x')")
    assert cipher.integrity(db) == ["notes: row 1 refers to a missing row of people"]


def test_no_other_file_can_be_attached_but_vacuum_works(db: Database, tmp_path: Path) -> None:
    for name in (str(tmp_path / "plain.db"), ":memory:"):
        with pytest.raises(cipher.DatabaseError, match="authoriz"):
            db.execute("ATTACH ? AS other", (name,))
        with pytest.raises(cipher.DatabaseError, match="authoriz"):
            db.execute(f"ATTACH '{name}' AS other KEY ''")
    with pytest.raises(cipher.DatabaseError, match="authoriz"):
        db.execute("VACUUM INTO ?", (str(tmp_path / "plain.db"),))
    assert not (tmp_path / "plain.db").exists()
    db.execute("VACUUM")
    assert db["people"].count == 200


def test_a_copy_is_encrypted_with_the_same_key_and_is_opened_without_a_trace(
    db: Database, tmp_path: Path
) -> None:
    target = tmp_path / "copies æøå" / "copy.db"
    target.parent.mkdir()
    vacuum_into(db, target)
    assert CANARY.encode() not in target.read_bytes()
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    before = fingerprints(target.parent)
    with closing(open_copy(target, KEY)) as copied:
        assert copied["people"].count == 200
        assert cipher.integrity(copied) == []
        with pytest.raises(UserError), cipher.explained_errors():
            copied.execute("DELETE FROM people")
    assert fingerprints(target.parent) == before
    with pytest.raises(DamagedStore):
        open_copy(target, OTHER_KEY)
    with pytest.raises(UserError):
        vacuum_into(db, tmp_path / "missing" / "copy.db")
    with pytest.raises(cipher.DatabaseError, match="already exists"):
        vacuum_into(db, target)


def test_two_programs_share_the_data_and_a_busy_one_is_named(db: Database, path: Path) -> None:
    with closing(open_database(path, KEY)) as second:
        second.execute("INSERT INTO people (name) VALUES ('second')")
        assert db["people"].count == 201
        second.execute("PRAGMA busy_timeout = 0")
        with db.atomic():
            db.execute("INSERT INTO people (name) VALUES ('first')")
            assert second["people"].count == 201
            with pytest.raises(Conflict) as caught, cipher.explained_errors():
                second.execute("INSERT INTO people (name) VALUES ('third')")
        assert "prøv igen" in caught.value.message("da")
        assert second["people"].count == 202


def test_a_full_disk_is_explained_and_loses_nothing(db: Database) -> None:
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError) as caught, cipher.explained_errors():
        db.execute("INSERT INTO people (name) VALUES (?)", ("x" * 50_000,))
    assert "Disken er fuld." in caught.value.message("da")
    assert db["people"].count == 200
    assert cipher.integrity(db) == []


def test_a_write_protected_file_and_folder_are_explained(db: Database, tmp_path: Path) -> None:
    db.execute("PRAGMA query_only = ON")
    with pytest.raises(UserError) as caught, cipher.explained_errors():
        db.execute("DELETE FROM people")
    assert "skrivebeskyttet" in caught.value.message("da")

    if os.geteuid() == 0:  # nothing is forbidden to root but the kernel's own folders
        forbidden = Path("/sys")
    else:
        forbidden = tmp_path / "locked"
        forbidden.mkdir(mode=0o500)
    with pytest.raises(UserError) as caught:
        open_database(forbidden / "vejviser.db", KEY, create=True)
    assert "skrivebeskyttet" in caught.value.message("da")


def test_a_broken_rule_stays_a_fault_of_the_program(db: Database) -> None:
    with pytest.raises(cipher.IntegrityError), cipher.explained_errors():
        db.execute("INSERT INTO people (name) VALUES (NULL)")
    with pytest.raises(cipher.OperationalError), cipher.explained_errors():
        db.execute("SELECT nothing FROM nowhere")


def test_a_key_is_32_bytes_and_shows_itself_to_nobody() -> None:
    for raw in (b"", b"short", bytes(31), bytes(33)):
        with pytest.raises(ValueError, match="32 bytes"):
            DataKey(raw)
    assert "00" not in repr(OTHER_KEY) + str(OTHER_KEY) + f"{OTHER_KEY}"
    assert KEY != OTHER_KEY
    for spread in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError):
            spread(KEY)


def run(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )


def test_a_connection_that_closes_meanwhile_takes_nothing_away_from_an_opening(
    db: Database, path: Path
) -> None:
    """The last one to close removes the file beside the database, between any two questions."""
    db.close()
    end = time.monotonic() + 1

    def come_and_go() -> None:
        while time.monotonic() < end:
            with closing(open_database(path, KEY)) as other:
                other.execute("INSERT INTO people (name) VALUES ('Bo')")

    with ThreadPoolExecutor(max_workers=1) as beside:
        others = beside.submit(come_and_go)
        while not others.done():
            with pytest.raises(Conflict):
                open_database(path, KEY, create=True)
        others.result()


def test_the_cipher_writes_nothing_to_the_terminal(db: Database, path: Path) -> None:
    db.close()
    flip(path, 4096 * 6 + 50)
    done = run(
        """
import sys
from pathlib import Path
from app.errors import DamagedStore
from app.models.cipher import DataKey, integrity, open_database

path = Path(sys.argv[1])
try:
    open_database(path, DataKey(bytes(32)))
except DamagedStore:
    pass
database = open_database(path, DataKey(bytes(range(32))))
assert integrity(database)
database.close()
""",
        str(path),
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
