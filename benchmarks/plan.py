"""Opening weeks of a plan of 2,000 workplaces, ten years back and ten years ahead.

The weeks are opened in turn, so that every kind of week meets the same machine; beside them stands
how long it takes to read the rows of the rules alone.
"""

import gc
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.models.conflicts import find_conflicts
from app.models.plan import PlannedVisit, find_planned, read_plan
from app.models.store import Store
from benchmarks.plan_seed import TODAY, seeded_plan

T = TypeVar("T")
ROUNDS, WARMING = 100, 5
ALONE = "the rows of the rules alone"
ALLOWED_MS = 100
WEEKS = {"this year": (0, 45), "the last ten years": (-510, -1), "the next ten years": (0, 520)}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = seeded_plan(Path(folder))
        gc.disable()  # as the window does, which collects between two events
        try:
            _measure(store)
        finally:
            gc.enable()
            store.close()


def _measure(store: Store) -> None:
    draw = random.Random(7)
    # The first rounds read the file and decode the rules.
    for _ in range(WARMING):
        _round(store, draw)
    rounds, memory = [], []
    for _ in range(ROUNDS):
        rounds.append(_round(store, draw))
        memory.append(_resident_mb())
    alone = [seconds[ALONE] for seconds in rounds]
    for name in rounds[0]:
        times = [seconds[name] for seconds in rounds]
        p95 = sorted(times)[round(0.95 * ROUNDS) - 1]
        ratio = statistics.median(b / a for a, b in zip(alone, times, strict=True))
        print(
            f"{name:30} median {statistics.median(times) * 1e3:6.1f} ms  p95 {p95 * 1e3:6.1f} ms"
            f"  {ratio:5.2f} of the rows"
        )
    print(f"allowed for a week: p95 {ALLOWED_MS} ms")
    print(f"memory after {ROUNDS // 2} and {ROUNDS} rounds: {memory[ROUNDS // 2]}, {memory[-1]} MB")


def _round(store: Store, draw: random.Random) -> dict[str, float]:
    """Return the seconds that each kind of reading took once."""
    seconds = {ALONE: _time(lambda: _rows(store))[0]}
    plan: tuple[PlannedVisit, ...] = ()
    for name, (first, last) in WEEKS.items():
        week = TODAY + timedelta(weeks=draw.randint(first, last))
        seconds[f"a week of {name}"], plan = _time(partial(_week, store, week))
    one = plan[len(plan) // 2].id
    seconds["one visit by its id"], _ = _time(lambda: find_planned(store, one))
    seconds["the conflicts of a week"], _ = _time(lambda: find_conflicts(store, plan, ()))
    return seconds


def _week(store: Store, monday: date) -> tuple[PlannedVisit, ...]:
    return read_plan(store, monday, monday + timedelta(days=6))


def _rows(store: Store) -> int:
    sql = "SELECT * FROM presence_rule WHERE valid_until IS NULL"
    return len(store.database.execute(sql).fetchall())


def _time(work: Callable[[], T]) -> tuple[float, T]:
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def _resident_mb() -> int:
    """Return the most memory that the process has had; macOS tells it in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1_048_576 if sys.platform == "darwin" else 1024)
