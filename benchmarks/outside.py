"""Reports for others: the demo project, month by month, for all readers, in processor time.

Three cases, each with the steering group, the public and the two workplaces with most inquiries as
readers: every month of two years is released as it is closed (``monthly``), eleven months are closed
before the first report (``late``), and then the public gets every month first (``public``). Every plan
is protected together with all before it.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from app.export.outside.files import render_files
from app.export.outside.months import Months
from app.export.outside.profiles import Profile
from app.export.outside.releasing import (
    Asked,
    Protected,
    protect_request,
    read_request,
    write_release,
)
from app.export.outside.report import outside_labels, outside_report
from app.export.outside.scopes import PROJECT, Scope, place
from app.models.demo import build_demo
from app.models.frozen_cells import Measure
from app.models.month_closing import close_month
from app.models.periods import parse_month
from app.models.store import Store
from app.paths import Paths

MONTHS = [*(f"2018-{m:02}" for m in range(1, 13)), *(f"2019-{m:02}" for m in range(1, 11))]
BUDGET = 10.0
"""Seconds of processor time that the whole report of a month may take."""


class Case(NamedTuple):
    """How many months are closed before the first report, and the months that are reported.

    With ``public_first`` the public gets each month before the steering group does.
    """

    closed: int
    reported: Sequence[str]
    public_first: bool = False


CASES = {
    "monthly": Case(0, MONTHS[1:]),
    "late": Case(11, MONTHS[10:16]),
    "public": Case(11, MONTHS[10:14], public_first=True),
}


class Taken(NamedTuple):
    """What one report took; ``plans`` is how many months were planned for it."""

    month: str
    reader: str
    seconds: float
    plans: int
    outcome: str


def measure(case: Case) -> Iterator[Taken]:
    """Yield what each report of a case takes: read, protected, written as files and kept."""
    with tempfile.TemporaryDirectory() as folder:
        store, _ = build_demo(Paths(Path(folder) / "data"))
        store.settings.set("least_headcount", 0)
        for name in MONTHS[: case.closed]:
            close_month(store, parse_month(name), anyway=True)
        for name in case.reported:
            if MONTHS.index(name) >= case.closed:
                close_month(store, parse_month(name), anyway=True)
            readers = _readers(store, case.reported[0])
            if case.public_first:
                readers = [readers[1], readers[0], *readers[2:]]
            for profile, scope in readers:
                yield _measured(store, Asked(profile, parse_month(name), scope), name)
        store.close()


def _readers(store: Store, month: str) -> list[tuple[Profile, Scope]]:
    months = Months(store.month_closes.all())
    close = months.newest(month)
    assert close is not None, "the first month is closed"

    def contacts(scope: Scope) -> int:
        counts = months.counts(close, scope, close.period, Measure.CONTACTS)
        return counts["all"].count if counts else 0

    places = [place(each.code) for each in months.frozen(close).places]
    busiest = sorted(places, key=contacts, reverse=True)[:2]
    whole = [(Profile.STEERING, PROJECT), (Profile.PUBLIC, PROJECT)]
    return [*whole, *((Profile.STEERING, each) for each in busiest)]


def _measured(store: Store, asked: Asked, month: str) -> Taken:
    begun = time.process_time()
    protected = protect_request(read_request(store, asked))
    _write(store, protected)
    taken = time.process_time() - begun
    outcome = f"{protected.hidden} withheld of {len(protected.release.figures)}"
    reader = asked.scope.name or asked.profile.value
    return Taken(month, reader, taken, len(protected.plans), outcome)


def _write(store: Store, protected: Protected) -> None:
    labels = outside_labels(store, protected.request, "da")
    render_files(outside_report(protected, labels, "da", demo=True), ("pdf", "xlsx"))
    write_release(store, protected)


def main() -> None:
    """Print what every report took, what the months grew to, and whether the budget was kept."""
    for name, case in CASES.items():
        slowest, growth = 0.0, dict[str, float]()
        for each in measure(case):
            slowest = max(slowest, each.seconds)
            growth[each.month] = max(growth.get(each.month, 0.0), each.seconds)
            print(
                f"{name}  {each.month}  {each.reader:10} {each.seconds:5.1f} s "
                f" {each.plans:2} planned  {each.outcome}",
                flush=True,
            )
        print(f"{name}: slowest by month ", *(f"{seconds:.1f}" for seconds in growth.values()))
        print(
            f"{name}: the slowest report {slowest:.1f} s (budget {BUDGET:.0f} s; a backlog is planned once)"
        )
