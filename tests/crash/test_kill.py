"""Kill -9 at any moment of a working day: what was told to be saved is saved."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from app.models.cipher import integrity
from app.models.opening import open_store
from app.models.registration import read_draft
from app.models.store import Store
from app.models.types import Workplace
from app.paths import Paths
from tests.crash.planning_day import state_of
from tests.crash.workday import ENDED, SAVED, STARTED, TRYING
from tests.records import add_counsellor, add_rule, add_workplace
from tests.stores import PASSPHRASE, new_store

ROOT = Path(__file__).parents[2]
KILLS, PLANNING_KILLS = 200, 60
MOST_SAVES = 8
"""A worker dies before, within or after one of this many saves."""
LONGEST_OPENING = 0.03
LONGEST_SAVE = 0.003
"""Seconds, on a quick machine; a slow one dies earlier in what it does, which is as good."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")


class Ledger:
    """What the store must hold, from what the workers told."""

    def __init__(self) -> None:
        self.notes: dict[str, str] = {}
        self.visits: dict[str, str] = {}
        self.draft: str | None = None
        self.trying: dict[str, Any] = {}
        self.saves = 0

    def hear(self, line: dict[str, Any]) -> None:
        """Take one line of a worker into account."""
        if line["word"] == TRYING:
            self.trying = line
        elif line["word"] == SAVED:
            self.trying = {}
            self.saves += 1
            self._saved(line)

    def _saved(self, line: dict[str, Any]) -> None:
        match line["what"]:
            case "add" | "edit":
                self.notes[line["id"]] = line["note"]
                if line["what"] == "add":
                    self.draft = None
            case "delete":
                del self.notes[line["id"]]
            case "visit":
                self.visits[line["id"]] = line["status"]
            case "draft":
                self.draft = line["note"]

    def check(self, store: Store) -> None:
        """Compare with the store; the one save that was under way is there wholly or not at all."""
        stored = dict(store.database.execute("SELECT id, note FROM inquiry"))
        expected = dict(self.notes)
        what, record, note = (self.trying.get(key) for key in ("what", "id", "note"))
        if what == "edit" and stored.get(record) == note:
            expected[record] = note
        elif what == "delete" and record not in stored:
            del expected[record]
        elif what == "add":
            added = set(stored) - set(expected)
            assert [stored[new] for new in added] in ([], [note])
            expected |= dict.fromkeys(added, note)
        assert stored == expected
        kept = read_draft(store)
        draft = kept.note if kept else None
        if draft != self.draft:
            assert (what, draft) in {("draft", note), ("add", None)}
        statuses = dict(store.database.execute("SELECT id, status FROM visit"))
        lost = {v: s for v, s in self.visits.items() if s == "held" and statuses[v] != "held"}
        assert lost == {}
        self.notes, self.draft, self.trying = expected, draft, {}


class PlanLedger:
    """What the plan must be: as it was when the last save was told, or as the one under way."""

    def __init__(self, state: str) -> None:
        self.saves = 0
        self._states = {state}

    def hear(self, line: dict[str, Any]) -> None:
        """Take one line of a worker into account."""
        if line["word"] == TRYING:
            self._states.add(line["state"])
        else:
            self._states = {line["state"]}
            self.saves += 1

    def check(self, store: Store) -> None:
        """Compare with the store."""
        state = state_of(store)
        assert state in self._states
        self._states = {state}


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    store = new_store(tmp_path)
    place = store.workplaces.add(Workplace(code="VEST", name="Fabrik Vest"))
    store.visits.end(store.visits.start(place.id).id)
    store.close()
    return Paths(tmp_path / "data")


@pytest.fixture
def planned(tmp_path: Path) -> Paths:
    store = new_store(tmp_path)
    for counsellor in ("JB", "LS"):
        add_counsellor(store, counsellor)
    for code in ("VEST", "SYD", "NORD"):
        add_rule(store, add_workplace(store, code), weekdays=(1, 2, 3, 4, 5, 6, 7))
    store.close()
    return Paths(tmp_path / "data")


@contextmanager
def workers_of(program: str, paths: Paths) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-m", f"tests.crash.{program}", str(paths.data_dir)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.stdin.close()


def kill_one(
    workers: subprocess.Popen[str], seed: int, saves: int, life: float
) -> Iterator[dict[str, Any]]:
    """Kill one worker ``life`` seconds after it began the save of that number; 0 is its start.

    Yields what it said, also just before its death.
    """
    workers.stdin.write(f"{seed}\n")
    workers.stdin.flush()
    pid, begun, killed = 0, 0, False
    for text in workers.stdout:
        line = json.loads(text)
        if line["word"] == ENDED:
            assert killed, "a worker died of itself"
            return
        pid = line.get("pid", pid)
        if line["word"] in (TRYING, SAVED):
            yield line
        begun += line["word"] == TRYING
        if line["word"] == (TRYING if saves else STARTED) and begun == saves:
            _sleep(life)
            os.kill(pid, signal.SIGKILL)
            killed = True


def _sleep(seconds: float) -> None:
    """Wait without giving the processor away: the moment of death is the point here."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_no_acknowledged_save_is_lost(paths: Paths) -> None:
    ledger = Ledger()
    with workers_of("workday", paths) as workers:
        kill_many(workers, KILLS, paths, ledger)
    assert ledger.saves > KILLS, "the workers hardly came to work"
    _check_the_trail(paths)


def test_no_acknowledged_change_of_the_plan_is_lost_and_none_is_half_there(planned: Paths) -> None:
    store, _ = open_store(planned, PASSPHRASE)
    ledger = PlanLedger(state_of(store))
    store.close()
    with workers_of("planning_day", planned) as workers:
        kill_many(workers, PLANNING_KILLS, planned, ledger)
    assert ledger.saves > PLANNING_KILLS, "the workers hardly came to work"


def kill_many(
    workers: subprocess.Popen[str], kills: int, paths: Paths, ledger: Ledger | PlanLedger
) -> None:
    """Kill one worker after the other and compare the store with the ledger after each."""
    chance = random.Random()
    for seed in range(kills):
        # Every fifth dies while it opens the store, the others while they work.
        saves = chance.randint(1, MOST_SAVES) if seed % 5 else 0
        life = chance.uniform(0, LONGEST_SAVE if saves else LONGEST_OPENING)
        for line in kill_one(workers, seed, saves, life):
            ledger.hear(line)
        store, _ = open_store(paths, PASSPHRASE)
        try:
            ledger.check(store)
            if seed % 10 == 0:
                assert integrity(store.database) == []
        finally:
            store.close()


def _check_the_trail(paths: Paths) -> None:
    """Every record that is there was noted when it was made, and the file is sound."""
    store, _ = open_store(paths, PASSPHRASE)
    try:
        assert integrity(store.database) == []
        unnoted = store.database.execute(
            "SELECT count(*) FROM inquiry i WHERE NOT EXISTS"
            " (SELECT 1 FROM audit a WHERE a.record_id = i.id AND a.action = 'create')"
        ).fetchone()
        assert unnoted == (0,)
    finally:
        store.close()
