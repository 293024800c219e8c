"""Opening weeks of a plan of 2,000 workplaces, ten years back and ten years ahead.

The weeks are opened in turn, so that every kind of week meets the same machine; beside them stands
how long it takes to read the rows of the rules alone.
"""

import gc
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.models.conflicts import find_conflicts
from app.models.opening import open_store
from app.models.plan import PlannedVisit, find_planned, read_plan
from app.models.store import Store
from app.paths import Paths
from benchmarks.figures import report
from benchmarks.plan_seed import TODAY
from tests.stores import PASSPHRASE, standing_clock

T = TypeVar("T")
ROUNDS, WARMING = 100, 5
MEMORY_YEARS = (1, 10, 20)
ALONE = "the rows of the rules alone"
ALLOWED_MS = 100
WEEKS = {"this year": (0, 45), "the last ten years": (-510, -1), "the next ten years": (0, 520)}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # In processes of their own: seeding takes more memory than opening all the weeks.
        _run("benchmarks.plan_seed", folder)
        _run("benchmarks.plan", folder)
        _run("benchmarks.plan_page", folder)


def _run(module: str, folder: Path) -> None:
    subprocess.run([sys.executable, "-m", module, str(folder)], check=True)


def measure(folder: Path) -> None:
    """Print how long reading takes, and the memory of a process that has read more and more."""
    store, _ = open_store(Paths(folder / "data"), PASSPHRASE, clock=standing_clock())
    gc.disable()  # as the window does, which collects between two events
    try:
        _measure_memory(store)
        _measure(store)
    finally:
        gc.enable()
        store.close()


def _measure(store: Store) -> None:
    draw = random.Random(7)
    for _ in range(WARMING):
        _round(store, draw)
    rounds = [_round(store, draw) for _ in range(ROUNDS)]
    alone = [seconds[ALONE] for seconds in rounds]
    for name in rounds[0]:
        times = [seconds[name] for seconds in rounds]
        ratio = statistics.median(b / a for a, b in zip(alone, times, strict=True))
        report(f"{name} ({ratio:.2f} of the rows)", times)
    print(f"allowed for a week: p95 {ALLOWED_MS} ms")


def _measure_memory(store: Store) -> None:
    """Read every week of one year, then of more; the rows of the rules come with the first."""
    for years in MEMORY_YEARS:
        for weeks in range(-52 * years // 2, 52 * years // 2):
            _week(store, TODAY + timedelta(weeks=weeks))
        print(f"memory after all weeks of {years:2} years: {_resident_mb()} MB")


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


if __name__ == "__main__":
    measure(Path(sys.argv[1]))
