"""Published tables with published answers, from the tests of the R package sdcTable."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import pytest

from app.export.disclosure.attack import View, attack
from app.export.disclosure.model import MARKED, UNKNOWN, Bounds, Cell, Relation, System, shown
from app.export.disclosure.suppression import cheapest
from app.export.disclosure.threshold import Need
from tests.export.disclosure.two_way import name, task_for, two_way

DATA = Path(__file__).parents[2] / "data/disclosure/known_answers.json"
KNOWN: dict[str, Any] = json.loads(DATA.read_text("utf-8"))

NOT_EXACTLY = Need(None, None, 1)
"""sdcTable's authors ask only that no cell can be recomputed, of marks that may be 0."""


def names(places: Sequence[Sequence[int]]) -> list[str]:
    return [name(row, column) for row, column in places]


def view(system: System, hidden: Collection[str], mark: Bounds) -> View:
    known = {c: mark if c in hidden else shown(system.value(c)) for c in system.cells}
    return View(tuple(system.relations), known)


def range_k(k: int) -> Need:
    return Need(1, k - 1, k - 2)


class TestFourByFour:
    case = KNOWN["four_by_four"]
    system = two_way(case["cells"])
    primary = names(case["primary"])
    cell = name(*case["attack_with_primary_only"]["cell"])

    def test_two_hidden_cells_in_every_line_are_not_enough(self) -> None:
        found = attack(view(self.system, self.primary, UNKNOWN))
        assert list(found[self.cell]) == self.case["attack_with_primary_only"]["interval"]
        assert attack(view(self.system, self.primary, MARKED))[self.cell].exact

    def test_one_more_hidden_cell_opens_it(self) -> None:
        after = self.case["attack_after_hiding_one_more"]
        hidden = [*self.primary, *names([after["hide"]])]
        assert list(attack(view(self.system, hidden, UNKNOWN))[self.cell]) == after["interval"]
        # Who knows that a mark is at least 1 knows a little more.
        low, high = after["interval"]
        assert attack(view(self.system, hidden, MARKED))[self.cell] == Bounds(low + 1, high - 1)

    @pytest.mark.parametrize("mark", [UNKNOWN, MARKED])
    def test_the_cheapest_pattern(self, mark: Bounds) -> None:
        pattern = cheapest(task_for(self.system, self.primary, NOT_EXACTLY, 0, mark))
        assert pattern.optimal
        secondary = self.case["least_value_solution_without_bounds"]["secondary"]
        assert sorted(pattern.hidden) == names(secondary)


class TestRegionByGender:
    case = KNOWN["region_by_gender"]
    system = two_way(case["cells"])
    primary = names(case["primary"])

    @pytest.mark.parametrize("need", [NOT_EXACTLY, *map(range_k, (3, 4, 5))])
    def test_the_cheapest_pattern(self, need: Need) -> None:
        pattern = cheapest(task_for(self.system, self.primary, need, need.width))
        best = self.case["optimum_by_frequency"]
        assert (sorted(pattern.hidden), pattern.optimal) == (names(best["secondary"]), True)
        hidden = {*pattern.hidden, *self.primary}
        assert sum(self.system.value(cell) for cell in hidden) == best["objective"]


class TestLinkedRegions:
    case = KNOWN["linked_regions"]

    @property
    def system(self) -> System:
        values = dict(self.case["cells"])
        relations = [Relation("all", ("small", "big"))]
        for total, parts in self.case["totals"].items():
            values[total] = sum(values[part] for part in parts)
            relations.append(Relation(total, tuple(parts)))
        return System((Cell(cell, value) for cell, value in values.items()), relations)

    @pytest.mark.parametrize("mark", [UNKNOWN, MARKED])
    def test_what_the_two_sums_give_away_together(self, mark: Bounds) -> None:
        found = attack(view(self.system, self.case["primary"], mark))
        exact = [cell for cell, bounds in found.items() if bounds.exact]
        assert exact == self.case["attack_with_primary_only"]["exactly_disclosed"]

    @pytest.mark.parametrize("need", [NOT_EXACTLY, *map(range_k, (3, 4))])
    def test_the_cheapest_pattern(self, need: Need) -> None:
        pattern = cheapest(task_for(self.system, self.case["primary"], need, need.width))
        assert sorted(pattern.hidden) == self.case["optimum"]["secondary"]
