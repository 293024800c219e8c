"""An old store is brought up to date wholly or not at all, whatever happens meanwhile."""

import os
import random
import resource
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import UserError
from app.models.backup import list_backups, row_counts, verify_backup
from app.models.cipher import integrity
from app.models.opening import open_store
from app.models.schema import pending_steps
from app.paths import Paths
from tests.data.stores import make

OLDEST = make.HERE / "schema-1"
KILLS, LIMITS = 30, 12
DONE, REFUSED = 0, 3

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")


def old_store(folder: Path) -> Paths:
    paths = Paths(folder)
    shutil.copytree(OLDEST, paths.data_dir)
    return paths


def open_in_a_child(paths: Paths, prepare: Callable[[], None] = lambda: None) -> int:
    """Begin to open the store in a process of its own and return its id."""
    child = os.fork()
    if child:
        return child
    outcome = 1
    try:
        prepare()
        store, _ = open_store(paths, make.PASSPHRASE)
        store.close()
        outcome = DONE
    except UserError:
        outcome = REFUSED
    finally:
        os._exit(outcome)


def outcome_of(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def read_all(paths: Paths) -> dict[str, int]:
    """Open the store, see that it is sound and up to date, and return its rows by table."""
    store, key = open_store(paths, make.PASSPHRASE)
    with closing(store):
        assert pending_steps(store.database) == ()
        assert integrity(store.database) == []
        for backup in list_backups(paths.backups):
            verify_backup(backup, key)
        return row_counts(store.database)


def test_dying_at_any_moment_of_a_migration_loses_nothing(tmp_path: Path) -> None:
    chance = random.Random()
    begun = time.perf_counter()
    rows = read_all(old_store(tmp_path / "whole"))
    length = time.perf_counter() - begun
    outcomes = []
    for number in range(KILLS):
        paths = old_store(tmp_path / str(number))
        child = open_in_a_child(paths)
        _sleep(chance.uniform(0, length))
        os.kill(child, signal.SIGKILL)
        outcomes.append(outcome_of(child))
        assert read_all(paths) == rows
    assert outcomes.count(-signal.SIGKILL) > KILLS // 4, "hardly any died on the way"


def test_a_disk_that_is_full_refuses_the_migration_and_keeps_the_store(tmp_path: Path) -> None:
    rows = read_all(old_store(tmp_path / "whole"))
    size = (tmp_path / "whole" / "vejviser.db").stat().st_size
    outcomes = []
    for number in range(LIMITS):
        paths = old_store(tmp_path / str(number))
        room = size * number // (LIMITS - 4)
        outcomes.append(outcome_of(open_in_a_child(paths, lambda room=room: _limit(room))))
        assert read_all(paths) == rows
    assert outcomes == sorted(outcomes, reverse=True)
    assert set(outcomes) == {DONE, REFUSED}


def _limit(size: int) -> None:
    """Let no file of this process grow beyond ``size``, as if the disk was full then."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _sleep(seconds: float) -> None:
    """Wait without giving the processor away: the moment of death is the point here."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass
