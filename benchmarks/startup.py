"""Time to a usable, unlocked window, beside an empty PySide6 window of the same run.

Every figure is from the start of the process until the window is painted with what it shows first:
nothing, the gate, or the unlocked page I dag. The store's key derivation is set to its cheapest,
so that what is compared is the window.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from app.paths import APP_NAME
from tests.stores import PASSPHRASE, new_store

ROUNDS = 15
MODES = ("empty", "gate", "unlocked")
ALLOWED = 2.5


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        new_store(Path(folder)).close()
        (Path(folder) / "data").rename(Path(folder) / APP_NAME)
        seconds: dict[str, list[float]] = {mode: [] for mode in MODES}
        # The first round warms the disk cache and makes the backup of the day.
        for _ in range(ROUNDS + 1):
            for mode in MODES:
                seconds[mode].append(_run(mode, folder))
    counted = {mode: times[1:] for mode, times in seconds.items()}
    for mode, times in counted.items():
        ratio = statistics.median(b / a for a, b in zip(counted["empty"], times, strict=True))
        print(
            f"{mode:9} median {statistics.median(times) * 1e3:5.0f} ms,"
            f" least {min(times) * 1e3:5.0f} ms, {ratio:.2f} of an empty window"
        )
    print(f"allowed for unlocked: {ALLOWED} of an empty window; {ROUNDS} rounds, side by side")


def _run(mode: str, folder: str) -> float:
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    environment |= {"XDG_DATA_HOME": folder, "PASSPHRASE": PASSPHRASE}
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
