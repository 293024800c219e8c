"""Random tables, checked by an attacker who tries whole-number tables one by one."""

import random
from collections.abc import Sequence
from itertools import product

import pytest

from app.export.disclosure.cuts import Task
from app.export.disclosure.model import MARKED, Cell, Relation, System, shown
from app.export.disclosure.suppression import cheapest, costs
from app.export.disclosure.threshold import Rule, needs_of
from tests.export.disclosure.brute_force import Attacker
from tests.export.disclosure.two_way import random_table


def attacker_on(inner: Sequence[Sequence[int]]) -> Attacker:
    """Return the attacker on a table of rows and columns."""
    counts = {(r, c): count for r, row in enumerate(inner) for c, count in enumerate(row)}
    return Attacker(counts, (len(inner), len(inner[0])))


def system_of(attacker: Attacker) -> System:
    """Return what the attacker looks at as a system of the engine."""
    cells = (Cell(str(place), count, count) for place, count in attacker.truth.items())
    sums = ((str(total), tuple(map(str, parts))) for total, parts in attacker.lines)
    return System(cells, (Relation(total, parts) for total, parts in sums))


def protected(system: System, rule: Rule) -> tuple[set[str], set[str]]:
    """Return the primary and the secondary cells."""
    primary = {cell for cell in system.cells if rule.withholds(system.cells[cell])}
    fixed = {c: shown(0) for c in system.cells if system.value(c) == 0}
    fixed |= dict.fromkeys(primary, MARKED)
    free = costs(system, (cell for cell in system.cells if cell not in fixed))
    needs = needs_of(system, rule, fixed | dict.fromkeys(free, MARKED))
    pattern = cheapest(Task(system, needs, fixed, free, rule.width))
    assert pattern.optimal
    return primary, set(pattern.hidden)


@pytest.mark.parametrize("seed", range(20))
def test_nothing_hidden_can_be_worked_out(seed: int) -> None:
    draw = random.Random(seed)
    for _ in range(60):
        inner = random_table(draw, draw.randint(2, 4), draw.randint(2, 4), draw.choice((2, 5, 9)))
        k = draw.choice((3, 4, 5, 5, 7))
        attacker = attacker_on(inner)
        system = system_of(attacker)
        primary, secondary = protected(system, Rule(k))
        at = {str(place): place for place in attacker.truth}
        assert attacker.leaks({at[cell] for cell in primary | secondary}, k) == [], (inner, k)


@pytest.mark.parametrize("seed", range(10))
def test_nothing_hidden_can_be_worked_out_in_three_directions(seed: int) -> None:
    """Here the corners of the attacker's programme can be fractions that no table reaches."""
    draw = random.Random(2_000 + seed)
    for _ in range(4):
        shape = (2, draw.randint(2, 3), draw.randint(2, 3))
        inner = {
            place: min(20, int(draw.expovariate(1 / 5)))
            for place in product(*(range(size) for size in shape))
        }
        k = draw.choice((3, 4, 5))
        attacker = Attacker(inner, shape)
        primary, secondary = protected(system_of(attacker), Rule(k))
        at = {str(place): place for place in attacker.truth}
        assert attacker.leaks({at[cell] for cell in primary | secondary}, k) == [], (inner, k)


@pytest.mark.parametrize("seed", range(10))
def test_no_cheaper_pattern_would_do(seed: int) -> None:
    draw = random.Random(1_000 + seed)
    for _ in range(20):
        inner = random_table(draw, 2, draw.choice((2, 2, 2, 3)), draw.choice((3, 6, 9)))
        k = draw.choice((3, 4, 5))
        attacker = attacker_on(inner)
        system = system_of(attacker)
        primary, secondary = protected(system, Rule(k))
        at = {str(place): place for place in attacker.truth}
        cost = sum(system.value(cell) for cell in secondary)
        for cheaper in attacker.cheaper_patterns({at[cell] for cell in primary}, cost):
            assert attacker.leaks(cheaper, k), (inner, k, cheaper, secondary)


def test_the_attacker_by_trial_finds_what_is_left_open() -> None:
    attacker = attacker_on([[2, 7], [6, 5]])
    assert attacker.leaks({(0, 0)}, 3) == [(0, 0)]
    # In one row, 2 + 7 is still 9, but each column gives its cell away.
    assert sorted(attacker.leaks({(0, 0), (0, 1)}, 3)) == [(0, 0), (0, 1)]
    assert attacker.leaks({(0, 0), (0, 1), (1, 0), (1, 1)}, 3) == []
    # 2 and 7, 6 and 5 leave 1…8 open for the 2, which is not enough for ten persons.
    assert (0, 0) in attacker.leaks({(0, 0), (0, 1), (1, 0), (1, 1)}, 10)
