"""Rounding to multiples that still add up."""

import random

import pytest

from app.export.disclosure.cuts import Unprotectable
from app.export.disclosure.ledger import Ledger, Table, compose
from app.export.disclosure.model import Cell, Relation, State, System
from app.export.disclosure.protection import protect
from app.export.disclosure.rounding import Unroundable, protect_by_rounding, round_figures
from app.export.disclosure.threshold import Rule
from tests.export.disclosure.two_way import random_table, two_way


def table_of(system: System) -> Table:
    return Table("t", ("r",), tuple(system.cells), (tuple(system.cells),))


@pytest.mark.parametrize("seed", range(20))
def test_figures_go_to_a_neighbour_and_add_up(seed: int) -> None:
    draw = random.Random(seed)
    system = two_way(random_table(draw, 5, 6, 6))
    figures = round_figures(system, list(system.cells))
    for cell, figure in figures.items():
        assert isinstance(figure, int)
        assert figure % 5 == 0
        assert abs(figure - system.value(cell)) < 5
    for total, parts in system.relations:
        assert figures[total] == sum(int(figures[part] or 0) for part in parts)


def test_no_rounding_moves_the_figures_less() -> None:
    for seed in range(30):
        draw = random.Random(seed)
        system = two_way(random_table(draw, 2, 2, 6))
        figures = round_figures(system, list(system.cells))
        moved = sum(abs(int(figures[c] or 0) - system.value(c)) for c in system.cells)
        assert moved == least_move(system)


def least_move(system: System) -> int:
    """Try every neighbour of the four inner cells."""
    inner = [f"{row},{column}" for row in (0, 1) for column in (0, 1)]
    found = []
    for choice in range(16):
        value = {c: system.value(c) // 5 * 5 + 5 * (choice >> n & 1) for n, c in enumerate(inner)}
        for total, parts in sorted(system.relations, key=lambda each: each.total == "+,+"):
            value[total] = sum(value[part] for part in parts)
        moves = {c: abs(value[c] - system.value(c)) for c in system.cells}
        if all(move < 5 and (move == 0 or system.value(c) % 5) for c, move in moves.items()):
            found.append(sum(moves.values()))
    return min(found)


def test_words_stay_words() -> None:
    system = System([Cell("a", 0, None, None, State.NOT_ASKED), Cell("b", 7, 7)], [])
    assert round_figures(system, ["a", "b"]) == {"a": State.NOT_ASKED, "b": 5}


def test_sums_that_cannot_be_rounded_together_are_refused() -> None:
    # 2 + 3 = 5 stays 5, so all threes go the same way: to 0 or to 15, neither of them beside 9.
    values = {"a": 2, "b": 3, "c": 3, "d": 3, "ab": 5, "ac": 5, "ad": 5, "bcd": 9}
    relations = [Relation(f"a{other}", ("a", other)) for other in "bcd"]
    relations.append(Relation("bcd", ("b", "c", "d")))
    system = System((Cell(cell, value, value) for cell, value in values.items()), relations)
    with pytest.raises(Unroundable):
        round_figures(system, list(values))


def test_a_rounded_table_leaves_every_small_count_its_values() -> None:
    for seed in range(10):
        system = two_way(random_table(random.Random(seed), 4, 4, 4))
        done = protect_by_rounding(system, Rule(5), [table_of(system)])
        ranges = done.certificate.ranges()
        for cell in system.cells.values():
            if 0 < cell.value < 5:
                low, high = ranges[cell.id]
                assert low <= 1
                assert high >= 4


def test_rounding_beside_what_was_published_exactly_can_leak() -> None:
    system = System(
        [Cell("a", 1, 1), Cell("b", 8, 8), Cell("sum", 9, 9)], [Relation("sum", ("a", "b"))]
    )
    figures = protect(system, Rule(5), ["sum"]).figures
    table = Table("t", ("r",), ("sum",), (("sum",),))
    ledger = Ledger().append(
        compose(Ledger(), system, [table], figures, id="1", date="2026-01-31", k=5)
    )
    # 8 becomes 10, which says 6 or more; of 9, that leaves 3 at most.
    with pytest.raises(Unprotectable) as error:
        protect_by_rounding(system, Rule(5), [Table("u", ("r",), ("b",), (("b",),))], ledger=ledger)
    assert error.value.cell == "a"


def test_the_base_must_hide_as_much_as_k_asks() -> None:
    system = two_way([[2, 9], [8, 7]])
    with pytest.raises(ValueError, match="fewer values"):
        protect_by_rounding(system, Rule(7), [table_of(system)])
