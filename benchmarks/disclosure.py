"""Disclosure control: one table of 15 by 25, and a year of such tables released month by month."""

import time

from app.export.disclosure.attack import attack
from app.export.disclosure.ledger import Ledger, compose
from app.export.disclosure.protection import Protected, protect
from app.export.disclosure.recomputing import recompute
from app.export.disclosure.suppression import Progress
from app.export.disclosure.threshold import Rule
from tests.export.disclosure.months import Project, invented, release_month

RULE = Rule(5)
PLACES, REASONS, MONTHS = 15, 25, 12
TABLE_BUDGET = 2.0
YEAR_BUDGET = 300.0


def main() -> None:
    for contacts in (60, 300, 1_000, 3_000):
        one_table(contacts)
    month_by_month()
    all_at_once()


def one_table(contacts: int) -> None:
    """Protect, certify and attack one table with its margins."""
    one = invented(PLACES, REASONS, 1, contacts, seed=1)
    begun = time.perf_counter()
    done = protect(one.system, RULE, list(one.system.cells))
    protected = time.perf_counter()
    ledger = Ledger().append(
        compose(Ledger(), one.system, one.of_month(1), done.figures, id="1", date="", k=RULE.k)
    )
    attack(ledger.view())
    seconds = time.perf_counter() - begun
    print(
        f"table of {contacts:5} contacts {seconds:7.2f} s, of which the attack"
        f" {begun + seconds - protected:5.2f} s ({seconds / TABLE_BUDGET:4.0%} of the budget):"
        f" {figures(done)}"
    )


def month_by_month() -> None:
    """Release a year, every month with its table and its table to date, after all earlier ones."""
    one = invented(PLACES, REASONS, MONTHS, 60, seed=7)
    ledger, begun = Ledger(), time.perf_counter()
    for month in range(1, MONTHS + 1):
        own = time.perf_counter()
        ledger, done = release_month(one, month, ledger, RULE)
        print(f"month {month:2} {time.perf_counter() - own:7.2f} s: {figures(done)}")
    report_year("the year, month by month", time.perf_counter() - begun)
    begun = time.perf_counter()
    found = recompute(ledger.releases)
    seconds = time.perf_counter() - begun
    print(
        f"attack on the whole year {seconds:7.2f} s: {len(found.findings)} of {found.hidden} found"
    )


def all_at_once() -> None:
    """Release the same year at once, and show cost and bound while it is sought."""
    one: Project = invented(PLACES, REASONS, MONTHS, 60, seed=7)
    begun, told = time.perf_counter(), -10.0

    def watch(progress: Progress) -> bool:
        nonlocal told
        if progress.cost is not None and progress.seconds > told + 10:
            told = progress.seconds
            print(
                f"  after {told:5.0f} s: at most {progress.cost:.0f}, at least {progress.bound:.0f}"
            )
        return True

    done = protect(one.system, RULE, list(one.system.cells), watch=watch, seconds=YEAR_BUDGET / 2)
    report_year("the year at once", time.perf_counter() - begun)
    print(f"  {figures(done)}")


def report_year(what: str, seconds: float) -> None:
    print(f"{what} {seconds:7.2f} s ({seconds / YEAR_BUDGET:4.0%} of the budget)")


def figures(done: Protected) -> str:
    gap = "optimal" if done.optimal else f"at least {done.bound:.0f}"
    return (
        f"{len(done.primary)} primary, {len(done.secondary)} secondary, {done.lost} lost ({gap}),"
        f" {len(done.certificate.alternatives)} alternatives"
    )
