"""Protection of the next release with all that went out before."""

import pytest

from app.export.disclosure.attack import View, attack
from app.export.disclosure.cuts import Unprotectable
from app.export.disclosure.ledger import Ledger, Table, compose
from app.export.disclosure.model import MARKED, Bounds, Cell, Relation, State, System, shown
from app.export.disclosure.protection import ClosedFigureChanged, Protected, protect
from app.export.disclosure.solver import Stopped
from app.export.disclosure.suppression import Progress
from app.export.disclosure.threshold import Rule
from tests.export.disclosure.months import invented, release_month
from tests.export.disclosure.two_way import two_way

RULE = Rule(5)
PAIR = Relation("sum", ("a", "b"))


def pair(a: int, b: int) -> System:
    return System([Cell("a", a, a), Cell("b", b, b), Cell("sum", a + b, a + b)], [PAIR])


def published(system: System, done: Protected, ledger: Ledger = Ledger()) -> Ledger:  # noqa: B008
    cells = tuple(done.figures)
    table = Table("t", ("r",), cells, (cells,))
    name = str(len(ledger.releases) + 1)
    return ledger.append(
        compose(ledger, system, [table], done.figures, id=name, date="2026-01-31", k=RULE.k)
    )


def test_a_small_count_takes_the_cheaper_neighbour_with_it() -> None:
    done = protect(pair(2, 30), RULE, ["a", "b", "sum"])
    assert done.figures == {"a": None, "b": None, "sum": 32}
    assert (done.primary, done.secondary) == ({"a"}, {"b"})
    assert (done.lost, done.optimal) == (30, True)
    low, high = done.certificate.ranges()["a"]
    assert low == 1
    assert 4 <= high <= 31


def test_two_truths_that_are_published_alike_have_one_certificate() -> None:
    one, other = (
        protect(pair(*figures), RULE, ["a", "b", "sum"]) for figures in ((2, 30), (3, 29))
    )
    assert one.figures == other.figures
    assert one.certificate == other.certificate


def test_a_true_zero_is_shown_and_words_stay_words() -> None:
    system = System(
        [Cell("a", 9, 9), Cell("b", 0, 0), Cell("c", 0, None, None, State.NO_VISITS),
         Cell("d", 0, None, None, State.NOT_ASKED), Cell("sum", 9, 9)],
        [Relation("sum", ("a", "b", "c", "d"))],
    )  # fmt: skip
    done = protect(system, RULE, list(system.cells))
    assert list(done.figures.values()) == [9, 0, State.NO_VISITS, State.NOT_ASKED, 9]


def test_what_counts_is_persons_not_contacts() -> None:
    many_contacts = System([Cell("a", 12, 2), Cell("b", 40, 35), Cell("sum", 52, 37)], [PAIR])
    done = protect(many_contacts, RULE, ["a", "b", "sum"])
    assert done.primary == {"a"}
    low, high = done.certificate.ranges()["a"]
    assert low == 1
    assert high >= RULE.k - 1


def test_activity_of_a_small_place_is_withheld() -> None:
    system = System(
        [Cell("small", 12, headcount=8), Cell("large", 40, headcount=300), Cell("all", 52)],
        [Relation("all", ("small", "large"))],
    )
    assert protect(system, Rule(5, 20), list(system.cells)).primary == {"small"}
    assert protect(system, Rule(5, 0), list(system.cells)).primary == set()


def test_a_lone_figure_takes_its_sum_along() -> None:
    system = two_way([[2, 0], [0, 30]])
    done = protect(system, RULE, list(system.cells))
    assert {"0,0", "0,+", "+,0"} <= done.primary
    found = attack(View(tuple(system.relations), {
        c: MARKED if f is None else shown(system.value(c)) for c, f in done.figures.items()
    }))  # fmt: skip
    assert found["0,0"].low == 1
    assert (found["0,0"].high or 99) >= 4


def test_what_must_be_shown_can_make_a_release_impossible() -> None:
    with pytest.raises(Unprotectable) as error:
        protect(pair(2, 30), RULE, ["a", "b", "sum"], keep=["b", "sum"])
    assert error.value.cell == "a"


def test_a_month_that_nobody_publishes_is_protected_between_two_sums() -> None:
    system = System(
        [Cell("jan", 20, 20), Cell("feb", 2, 2), Cell("to feb", 22, 22)],
        [Relation("to feb", ("jan", "feb"))],
    )
    january = protect(system, RULE, ["jan"])
    assert january.figures == {"jan": 20}
    ledger = published(system, january)
    assert protect(system, RULE, ["to feb"], ledger=ledger).figures == {"to feb": None}


def test_what_was_withheld_stays_withheld_and_what_was_shown_stays_shown() -> None:
    one = invented(places=3, reasons=4, months=2, contacts=40, seed=3)
    ledger, first = release_month(one, 1, Ledger(), RULE)
    again = protect(one.up_to(1), RULE, list(first.figures), ledger=ledger)
    assert again.figures == first.figures


def test_a_published_figure_that_is_another_one_now_is_noticed() -> None:
    ledger = published(pair(9, 30), protect(pair(9, 30), RULE, ["a", "b", "sum"]))
    with pytest.raises(ClosedFigureChanged):
        protect(pair(9, 31), RULE, ["a"], ledger=ledger)


def test_a_larger_k_cannot_undo_what_was_released_with_a_smaller_one() -> None:
    system = System([*pair(4, 30).cells.values(), Cell("new", 6, 6)], [PAIR])
    ledger = published(system, protect(system, Rule(3), ["a", "b", "sum"]))
    assert protect(system, Rule(10), ["new"], ledger=ledger).figures == {"new": None}


def test_k_is_three_to_ten() -> None:
    for k in (2, 11):
        with pytest.raises(ValueError, match="3…10"):
            protect(pair(2, 30), Rule(k), ["a"])


def test_stopping_before_anything_is_safe() -> None:
    one = invented(places=8, reasons=9, months=2, contacts=60, seed=5)
    with pytest.raises(Stopped):
        protect(one.system, RULE, list(one.system.cells), watch=lambda _: False)


def test_stopping_later_gives_a_safe_pattern_and_says_how_good_it_is() -> None:
    one = invented(places=8, reasons=9, months=3, contacts=60, seed=5)
    asked = list(one.system.cells)
    best = protect(one.system, RULE, asked)
    stopped = protect(one.system, RULE, asked, watch=lambda progress: progress.cost is None)
    assert stopped.bound - 1 <= best.lost <= stopped.lost
    ranges = stopped.certificate.ranges()
    assert all(ranges[cell][0] <= 4 <= ranges[cell][1] for cell in stopped.primary)


def test_progress_tells_cost_and_bound() -> None:
    told: list[Progress] = []

    def watch(progress: Progress) -> bool:
        told.append(progress)
        return True

    system = two_way([[2, 9, 30], [8, 7, 12], [3, 25, 6]])
    done = protect(system, RULE, list(system.cells), watch=watch)
    assert told
    assert all(p.cost is None or p.cost >= p.bound - 1e-6 for p in told)
    assert done.bound <= done.lost + 1


def test_two_figures_of_one_person_in_a_row_are_not_left_alone() -> None:
    # Two marks that sum to 2 say that each is 1; the row needs more.
    system = two_way([[1, 1, 20], [9, 8, 30]])
    done = protect(system, RULE, list(system.cells))
    low, high = done.certificate.ranges()["0,0"]
    assert (low, high) >= (1, 4)
    assert done.secondary


def test_a_figure_in_several_releases_is_met_in_all() -> None:
    assert Bounds(1, None).meet(Bounds(0, 9)) == Bounds(1, 9)
