"""Where fractions promise what no whole-number table keeps.

Of a, b and c, a + b and b + c are 5, so a is c, and a + c + e is 6: e is even. A linear programme
lets e be anything from 1 to 4.
"""

from app.export.disclosure.attack import View, attack
from app.export.disclosure.certificate import certify
from app.export.disclosure.cuts import Task
from app.export.disclosure.leaks import Tables, broken
from app.export.disclosure.model import MARKED, Bounds, Cell, Relation, System, shown
from app.export.disclosure.suppression import cheapest, costs
from app.export.disclosure.threshold import Need

VALUES = {"a": 2, "b": 3, "c": 2, "e": 2, "a+b": 5, "b+c": 5, "a+c+e": 6}
SUMS = ["a+b", "b+c", "a+c+e"]
SYSTEM = System(
    (Cell(cell, value, value) for cell, value in VALUES.items()),
    (Relation(total, tuple(total.split("+"))) for total in SUMS),
)
VIEW = View(
    tuple(SYSTEM.relations),
    {cell: shown(VALUES[cell]) if cell in SUMS else MARKED for cell in VALUES},
)


def task() -> Task:
    return Task(
        SYSTEM, {"e": Need(1, 4, 3)}, dict.fromkeys("abce", MARKED), costs(SYSTEM, SUMS), width=3
    )


def test_the_attack_reaches_the_whole_numbers_only() -> None:
    assert attack(VIEW) == {
        "a": Bounds(1, 2), "b": Bounds(3, 4), "c": Bounds(1, 2), "e": Bounds(2, 4),
    }  # fmt: skip


def test_the_certificate_claims_no_more() -> None:
    assert certify(VIEW, 3).ranges()["e"] == (2, 4)


def test_a_pattern_that_only_fractions_make_safe_is_passed_over() -> None:
    assert broken(task(), (), Tables(task())) == []
    pattern = cheapest(task())
    assert pattern.optimal
    assert pattern.hidden in ({"a+b"}, {"b+c"})
    assert pattern.certificate.ranges()["e"][0] == 1


def test_stopped_in_between_it_is_still_safe_in_whole_numbers() -> None:
    pattern = cheapest(task(), watch=lambda progress: progress.cost is None)
    assert pattern.certificate.ranges()["e"][0] == 1
