"""Months and tables to date: safe one by one is not safe together."""

import pytest

from app.export.disclosure.attack import View, attack
from app.export.disclosure.ledger import Ledger, compose, joined
from app.export.disclosure.protection import protect
from app.export.disclosure.threshold import Rule
from tests.export.disclosure.months import Project, invented, release_all

RULE = Rule(5)


@pytest.fixture(scope="module")
def four_months() -> Project:
    """10 workplaces by 12 reasons, four months and three tables to date, 60 contacts a month."""
    return invented(places=10, reasons=12, months=4, contacts=60, seed=7)


def primary_cells(one: Project) -> set[str]:
    return {c for c, cell in one.system.cells.items() if RULE.withholds(cell)}


def test_tables_that_are_safe_alone_leak_together(four_months: Project) -> None:
    releases = []
    for key, table in four_months.tables.items():
        system = four_months.system.within(set(table.ids()))
        done = protect(system, RULE, list(table.ids()))
        release = compose(Ledger(), system, [table], done.figures, id=key, date="", k=5)
        alone = Ledger().append(release).view()
        assert all(not bounds.exact for bounds in attack(alone).values())
        releases.append(release)
    view = View(tuple(four_months.system.relations), joined(releases).known)
    exact = {cell for cell, bounds in attack(view).items() if bounds.exact}
    primary = primary_cells(four_months)
    assert len(primary) > 200
    assert len(exact & primary) > len(primary) // 2


def test_tables_protected_together_do_not(four_months: Project) -> None:
    ledger, _ = release_all(four_months, RULE)
    found = attack(ledger.view())
    for cell in primary_cells(four_months):
        low, high = found[cell]
        assert high is None or high - low >= RULE.k - 2, cell
    inner = [c for c in primary_cells(four_months) if c[0] == "m" and "+" not in c]
    assert all(found[c].low == 1 and (found[c].high or 99) >= RULE.k - 1 for c in inner)
