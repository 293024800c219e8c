"""The day on which a backup goes is the day on which the rule of thinning would remove it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.models.backup import make_backup, restore
from app.models.backup_holdings import expected_end, find_holdings
from app.models.opening import open_with_key
from app.models.store import Store
from app.models.thinning import to_thin
from app.paths import Paths
from tests.records import add_person
from tests.stores import NOW

TODAY = date(2026, 11, 20)  # a Friday


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, 30, tzinfo=UTC)


def test_each_goes_on_the_day_on_which_it_would_be_thinned() -> None:
    made = {at(TODAY - timedelta(days=days)) for days in (0, 1, 2, 10, 40, 200)}
    ends = expected_end(made, TODAY)
    present, gone = set(made), {}
    day = TODAY
    while len(gone) < len(made):
        day += timedelta(days=1)
        if day.isoweekday() <= 5:
            present.add(at(day))
            for moment in to_thin(present, day):
                present.discard(moment)
                if moment in made:
                    gone[moment] = day
    assert ends == gone


def test_the_last_of_a_month_stays_a_year() -> None:
    (ends,) = expected_end({at(date(2026, 10, 30))}, TODAY).values()
    assert ends is not None
    assert date(2027, 10, 1) <= ends <= date(2027, 11, 30)


def test_nothing_goes_today() -> None:
    made = {at(TODAY - timedelta(days=days)) for days in range(30)}
    assert all(end and end > TODAY for end in expected_end(made, TODAY).values())


def test_what_a_restore_kept_stays_until_somebody_removes_it(store: Store, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    person, key = add_person(store), store.key
    assert key is not None
    backup = make_backup(store.database, key, paths.backups, paths.envelope, store.clock())
    store.database.close()
    restore(backup, paths, key, NOW)
    again = open_with_key(paths, key, clock=store.clock)
    try:
        holdings = find_holdings(again, paths, {person.id})
    finally:
        again.close()
    assert [each.goes_on is None for each in holdings.files].count(True) == 1
    assert holdings.kept == 1


def test_a_file_that_cannot_be_read_may_hold_anybody(store: Store, tmp_path: Path) -> None:
    paths = Paths(tmp_path / "data")
    assert store.key is not None
    person = add_person(store)
    backup = make_backup(store.database, store.key, paths.backups, paths.envelope, store.clock())
    backup.database.write_bytes(b"not a database" * 1000)
    holdings = find_holdings(store, paths, {person.id})
    assert [each.path for each in holdings.files] == [backup.database]
