"""Reading goes straight to the driver; sqlite-utils comes when something is written."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.models.cipher import Database, DataKey, OperationalError, open_database
from tests.stores import new_store

KEY = DataKey(bytes(range(32)))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(open_database(tmp_path / "vejviser.db", KEY, create=True)) as database:
        database.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT) STRICT")
        yield database


def test_rows_come_by_the_names_of_their_columns(db: Database) -> None:
    db.table("people").insert_all([{"id": 1, "name": "Lone"}, {"id": 2, "name": "Åse"}])
    rows = db.query("SELECT id, name AS called FROM people WHERE id > ?", (1,))
    assert list(rows) == [{"id": 2, "called": "Åse"}]
    assert list(db.query("SELECT * FROM people WHERE id = :id", {"id": 3})) == []


def test_a_wrong_query_fails_when_it_is_asked(db: Database) -> None:
    with pytest.raises(OperationalError):
        db.query("SELECT age FROM people")


def test_both_ways_write_in_one_transaction(db: Database) -> None:
    db.execute("BEGIN")
    db.execute("INSERT INTO people (name) VALUES ('Lone')")
    db.table("people").insert({"name": "Åse"})
    assert db["people"].count == 2
    db.rollback()
    assert db["people"].count == 0
    db.rollback()  # nothing is open: nothing happens


def test_a_store_is_opened_and_read_without_sqlite_utils(tmp_path: Path) -> None:
    with closing(new_store(tmp_path)):
        pass
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            """
import sys
from datetime import date
from pathlib import Path
from app.models.opening import open_store
from app.paths import Paths
from app.ui.pages.today.reading import read_today

store, key = open_store(Paths(Path(sys.argv[1])), sys.argv[2])
assert read_today(store, date(2026, 11, 21)).choices == ()
assert "sqlite_utils" not in sys.modules
store.prepare_to_write()
assert "sqlite_utils" in sys.modules
store.close()
""",
            str(tmp_path / "data"),
            "en ganske lang adgangssætning",
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.returncode, done.stderr) == (0, "")
