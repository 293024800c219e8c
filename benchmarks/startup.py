"""Time to a usable, unlocked window, beside an empty PySide6 window of the same run.

Every figure is from the start of the process until the window is painted with what it shows first.
The store's key derivation is set to its cheapest, so that what is compared is the window.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.stores import new_store

ROUNDS = 9
MODES = ("empty", "unlocked")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        new_store(Path(folder)).close()
        seconds: dict[str, list[float]] = {mode: [] for mode in MODES}
        for _ in range(ROUNDS + 1):
            for mode in MODES:
                seconds[mode].append(_run(mode, folder))
    # The first round warms the disk cache.
    medians = {mode: statistics.median(times[1:]) for mode, times in seconds.items()}
    for mode in MODES:
        print(f"{mode:10} median {medians[mode] * 1e3:7.0f} ms of {ROUNDS} runs")
    ratios = [b / a for a, b in zip(seconds["empty"][1:], seconds["unlocked"][1:], strict=True)]
    print(f"ratio      median {statistics.median(ratios):7.2f}  (allowed 2.5)")


def _run(mode: str, folder: str) -> float:
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    # A shell that forbids compiled files would have every module compiled anew at each start.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.time()
    shown = subprocess.run(
        [sys.executable, "-m", "benchmarks.startup_window", mode, folder],
        check=True,
        env=environment,
        capture_output=True,
        text=True,
    )
    return float(shown.stdout) - begun
