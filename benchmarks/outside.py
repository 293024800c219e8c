"""Reports for the outside: every month of the demo project, protected and written as PDF."""

import tempfile
import time
from contextlib import suppress
from pathlib import Path

from app.export.disclosure import Refusal
from app.export.outside.detail import Detail
from app.export.outside.files import render_files
from app.export.outside.profiles import Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.report import outside_labels, outside_report
from app.models.demo import build_demo
from app.models.month_closing import close_month
from app.models.periods import Period, parse_month
from app.models.store import Store
from app.paths import Paths

MONTHS = [*(f"2018-{m:02}" for m in range(2, 13)), *(f"2019-{m:02}" for m in range(1, 11))]
BUDGET = 10.0
"""Seconds that a normal month's whole report may take."""


def measure(months: int = len(MONTHS)) -> list[float]:
    """Return the seconds that each month took, all that was released before it included."""
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        store, _ = build_demo(Paths(Path(folder) / "data"))
        store.settings.set("least_headcount", 0)
        for name in MONTHS[:months]:
            month = parse_month(name)
            close_month(store, month, anyway=True)
            begun = time.perf_counter()
            protected = _protected(store, month)
            labels = outside_labels(store, protected.request, "da")
            render_files(outside_report(protected, labels, "da", demo=True), ("pdf", "xlsx"))
            write_release(store, protected)
            taken.append(time.perf_counter() - begun)
            print(f"{name}  {taken[-1]:5.1f} s  {protected.hidden} withheld")
        store.close()
    return taken


def _protected(store: Store, month: Period) -> Protected:
    """Return the month, or less of it where the whole would give too much away."""
    for detail in Detail:
        asked = Asked(Profile.STEERING, month, detail=detail)
        with suppress(Refusal):
            return protect_request(read_request(store, asked))
    raise RuntimeError("not even the sums can go out")


def main() -> None:
    """Print the time of every month, and whether the slowest kept the budget."""
    slowest = max(measure())
    print(f"the slowest month: {slowest:.1f} s (budget {BUDGET:.0f} s)")
