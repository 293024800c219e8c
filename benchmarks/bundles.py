"""Taking the bundles of a whole country into one lead's store, and the report of a month of it.

98 municipalities with 10 counsellors each over 5 years are 58,800 bundles. Without ``--full`` a
part of the country is taken (:data:`SHARE` municipalities, all five years); what is reckoned from
it for the whole is too little, because work grows with the store. ``--full`` takes all of it. The
bundles come in the order of their random names: nothing that belongs together comes together. They
are taken in by what the command line and the window call, receipts and all.
"""

import resource
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from app.export import make_report, write
from app.export.cube import CubeFormat, write_cube
from app.export.letters.handing import Offered, take_files
from app.models.opening import open_with_key
from app.models.periods import Period
from app.models.store import Store
from app.models.tallies import tally
from app.models.team.lead_status import lead_status, reported_months
from app.paths import Paths
from benchmarks.bundle_seed import (
    COUNSELLORS,
    FIRST_YEAR,
    MONTHS,
    MUNICIPALITIES,
    Laptop,
    make_project,
    write_bundles,
)

SHARE = 10
"""Municipalities that are taken without ``--full``."""

WHOLE = MUNICIPALITIES * COUNSELLORS * MONTHS
MINUTES, REPORT_SECONDS, MEMORY_MB = 15.0, 2.0, 1024.0
STEPS = 8
MONTH = Period.month(date(FIRST_YEAR + 4, 10, 1))
ALL_MONTHS = Period(date(FIRST_YEAR, 1, 1), date(FIRST_YEAR + 4, 12, 31))


def main(*, full: bool = False) -> None:
    """Make the bundles, take them in step by step, and write the report of a month."""
    municipalities = MUNICIPALITIES if full else SHARE
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        letters = folder / "letters"
        letters.mkdir()
        lead, laptops = make_project(folder, municipalities * COUNSELLORS)
        with closing(lead):
            _make(laptops, letters)
            paths = sorted(letters.iterdir())
            seconds, worked = _take_in_steps(lead, paths)
            rate = len(paths) / seconds
            print(f"taken in: {len(paths)} bundles in {seconds / 60:.1f} min, {rate:.0f} a second")
            print(f"work for them: {worked / 60:.1f} min of one core")
            growth = "" if full else ", did the work not grow with the store (it doubles)"
            _budget(f"all {WHOLE} at this rate{growth}:", WHOLE / rate / 60, MINUTES, "min")
            key = lead.key
        assert key is not None
        with closing(open_with_key(Paths(folder / "data"), key)) as lead:
            _look_back(lead, folder / "out")
        _budget("peak memory", _peak_mb(), MEMORY_MB, "MB")


def _make(laptops: Sequence[Laptop], letters: Path) -> None:
    begun = time.perf_counter()
    with ProcessPoolExecutor(2, mp_context=_SPAWN) as pool:
        sizes = list(pool.map(partial(write_bundles, folder=letters), laptops, chunksize=4))
    seconds, count = time.perf_counter() - begun, len(laptops) * MONTHS
    print(
        f"made: {count} bundles of {len(laptops)} laptops, {sum(sizes) / 1e6:.0f} MB,"
        f" in {seconds:.0f} s"
    )


def _take_in_steps(lead: Store, paths: Sequence[Path]) -> tuple[float, float]:
    """Take all files in and print each step; return the seconds by the clock and those of work."""
    spent, worked_in_all, step = 0.0, 0.0, -(-len(paths) // STEPS)
    for start in range(0, len(paths), step):
        part = [Offered(path, folder=path.parent) for path in paths[start : start + step]]
        begun, worked = time.perf_counter(), time.process_time()
        refused = [one.path.name for one in take_files(lead, part) if one.reason]
        seconds, worked = time.perf_counter() - begun, time.process_time() - worked
        assert not refused, "every bundle that was made here is taken"
        spent, worked_in_all = spent + seconds, worked_in_all + worked
        _print_step(lead, start + len(part), len(part) / seconds, worked / len(part))
    return spent, worked_in_all


def _print_step(lead: Store, done: int, rate: float, worked: float) -> None:
    begun = time.perf_counter()
    counted = tally(lead, MONTH)
    seconds = time.perf_counter() - begun
    print(
        f"{done:6} bundles: {rate:4.0f} a second, {worked * 1e3:5.2f} ms of one core for each,"
        f" {_size_mb(lead):5.0f} MB, memory {_peak_mb():4.0f} MB,"
        f" tally of a month with {counted.contacts.all:5} contacts {seconds:.2f} s",
        flush=True,
    )


_SPAWN = get_context("spawn")


def _look_back(lead: Store, out: Path) -> None:
    """Print the times of what a lead does with the figures of a month."""
    for when in ("just opened", "once more"):
        begun, worked = time.perf_counter(), time.process_time()
        made_report = make_report(lead, MONTH)
        counted = time.perf_counter() - begun
        write(made_report, ("pdf", "xlsx", "csv"), out)
        seconds, worked = time.perf_counter() - begun, time.process_time() - worked
        _budget(f"the report of a month in three files, {when}", seconds, REPORT_SECONDS, "s")
        print(
            f"  of it counting and tables {counted:.1f} s; work for all {worked:.1f} s of one core"
        )
    for form in ("pdf", "xlsx", "csv"):
        begun = time.perf_counter()
        write(made_report, (form,), out)
        print(f"  as {form}: {time.perf_counter() - begun:.2f} s")
    begun = time.perf_counter()
    lead_status(lead, reported_months(lead))
    print(f"who has sent what: {time.perf_counter() - begun:.2f} s")
    for form in CubeFormat:
        begun = time.perf_counter()
        folder = write_cube(lead, ALL_MONTHS, out, form)
        size = sum(path.stat().st_size for path in folder.iterdir()) / 1e6
        print(f"the cube as {form}: {time.perf_counter() - begun:.1f} s, {size:.0f} MB")
    print(f"database {_size_mb(lead):.0f} MB, {lead.inquiries.count()} contacts")


def _budget(what: str, measured: float, allowed: float, unit: str) -> None:
    print(f"{what} {measured:.1f} {unit} ({measured / allowed:.0%} of the budget)", flush=True)


def _size_mb(lead: Store) -> float:
    pages, size = (
        int(lead.database.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "page_size")
    )
    return pages * size / 1e6


def _peak_mb() -> float:
    """Return the largest memory that this process has had; Linux counts it in KiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
