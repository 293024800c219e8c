"""Time to a usable, unlocked window, beside an empty PySide6 window of the same run.

Every figure is from the start of the process until the window is painted with what it shows first:
nothing, the gate, or the unlocked page I dag, of a new project and of one with a plan of 30 rules.
The store's key derivation is set to its cheapest, so that what is compared is the window.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.models.plan_types import RulePlace
from app.paths import APP_NAME
from tests.records import add_rule, add_workplace
from tests.stores import PASSPHRASE, new_store

ROUNDS = 15
RULES = 30
NEW, PLANNED = "new", "planned"
MODES = {
    "empty window": ("empty", NEW),
    "gate": ("gate", NEW),
    "unlocked, new project": ("unlocked", NEW),
    f"unlocked, {RULES} rules": ("unlocked", PLANNED),
}
ALLOWED = 2.5


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for project, rules in ((NEW, 0), (PLANNED, RULES)):
            _make_project(folder / project, rules)
        seconds: dict[str, list[float]] = {mode: [] for mode in MODES}
        # The first round warms the disk cache and makes the backup of the day.
        for _ in range(ROUNDS + 1):
            for title, (mode, project) in MODES.items():
                seconds[title].append(_run(mode, folder / project))
    counted = {mode: times[1:] for mode, times in seconds.items()}
    for mode, times in counted.items():
        empty = counted["empty window"]
        ratio = statistics.median(b / a for a, b in zip(empty, times, strict=True))
        print(
            f"{mode:21} median {statistics.median(times) * 1e3:5.0f} ms,"
            f" least {min(times) * 1e3:5.0f} ms, {ratio:.2f} of an empty window"
        )
    print(f"allowed for unlocked: {ALLOWED} of an empty window; {ROUNDS} rounds, side by side")


def _make_project(folder: Path, rules: int) -> None:
    folder.mkdir()
    store = new_store(folder)
    with store.atomic():
        for number in range(rules):
            days = sorted({number % 5 + 1, number % 3 + 3})
            add_rule(
                store,
                add_workplace(store, f"W{number:02d}", f"Arbejdsplads {number}"),
                weekdays=tuple(days),
                every_weeks=number % 3 + 1,
                time=f"{7 + number % 9:02d}:30",
                places=(RulePlace(room="Kantinen"), RulePlace(room="Mødelokalet")),
            )
    store.close()
    (folder / "data").rename(folder / APP_NAME)


def _run(mode: str, folder: Path) -> float:
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    environment |= {"XDG_DATA_HOME": str(folder), "PASSPHRASE": PASSPHRASE}
    # A shell that forbids compiled files would have every module compiled anew at each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.time()
    shown = subprocess.run(
        [sys.executable, "-m", "benchmarks.startup_window", mode],
        check=True,
        env=environment,
        capture_output=True,
        text=True,
    )
    return float(shown.stdout) - begun
