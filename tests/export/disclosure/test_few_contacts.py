"""What is counted among so few contacts that their number says much."""

from collections.abc import Collection

import pytest

from app.export.disclosure.attack import attack
from app.export.disclosure.cuts import Unprotectable
from app.export.disclosure.ledger import Ledger, Table, compose
from app.export.disclosure.model import Bounds, Cell, Relation, System
from app.export.disclosure.protection import protect
from app.export.disclosure.threshold import Rule

RULE = Rule(5, 20)
SUMS = [
    Relation("to feb all", ("feb all", "jan all")),
    Relation("to feb women", ("feb women", "jan women")),
    Relation("to feb men", ("feb men", "jan men")),
    Relation("feb all", ("feb women", "feb men")),
    Relation("jan all", ("jan women", "jan men")),
    Relation("to feb all", ("to feb women", "to feb men")),
]


def year(women: int, men: int, headcount: int | None = None, feb: int = 9) -> System:
    """January is never printed; February has nine men, and as many women or none."""
    jan = women + men
    people = {
        "jan women": women, "jan men": men, "feb women": feb, "feb men": 9,
        "to feb women": feb + women, "to feb men": 9 + men,
    }  # fmt: skip
    cells = [Cell(c, n, n, among=f"{c.rpartition(' ')[0]} all") for c, n in people.items()]
    of_all = {"jan all": jan, "feb all": feb + 9, "to feb all": feb + 9 + jan}
    contacts = [Cell(c, n, headcount=headcount) for c, n in of_all.items()]
    return System([*cells, *contacts], SUMS)


def left_open(system: System, cell: str, keep: Collection[str] = ()) -> Bounds:
    """Return what a reader of all but January can work out about a cell."""
    asked = [cell for cell in system.cells if not cell.startswith("jan")]
    return attack_on(system, asked, keep)[cell]


def attack_on(system: System, asked: list[str], keep: Collection[str] = ()) -> dict[str, Bounds]:
    """Return what a reader knows of every cell when these have been released."""
    done = protect(system, RULE, asked, keep=keep)
    table = Table("t", ("r",), tuple(asked), (tuple(asked),))
    release = compose(Ledger(), system, [table], done.figures, id="1", date="2026-02-28", k=RULE.k)
    view = Ledger().append(release).view()
    return {**view.known, **attack(view)}


def test_of_one_contact_that_is_told_either_may_be_true() -> None:
    told = ("feb all", "to feb all")
    assert left_open(year(1, 0), "jan all", told) == (1, 1)
    assert left_open(year(1, 0), "jan women", told) == (0, 1)


def five(headcount: int | None = None) -> System:
    """Five people in three groups, one of them the only contact of January."""
    people = [Cell("a", 2, 2), Cell("b", 2, 2), Cell("five", 5, 5)]
    january = [Cell("jan all", 1, headcount=headcount), Cell("jan", 1, 1, among="jan all")]
    small = [Cell("small all", 30, headcount=8), Cell("two places", 31)]
    sums = [Relation("five", ("a", "b", "jan")), Relation("two places", ("jan all", "small all"))]
    return System([*people, *january, *small], sums)


def test_of_one_contact_that_is_not_told_the_usual_room_is_left() -> None:
    """The place is too small for its number of contacts, so 0…3 is less than there could be."""
    found = attack_on(five(headcount=8), ["a", "b", "five"])
    assert found["jan"].high is None or found["jan"].high >= RULE.k - 1


def test_of_one_contact_that_is_withheld_for_another_the_usual_room_is_left() -> None:
    found = attack_on(five(), ["a", "b", "five", "jan all", "small all", "two places"])
    assert found["jan all"] != (1, 1)
    assert found["jan"].high is None or found["jan"].high >= RULE.k - 1


def test_what_would_tell_that_it_is_one_of_them_hides_how_few_there_are() -> None:
    """In February came no woman: a mark in the year to date is January's."""
    low, high = left_open(year(1, 0, feb=0), "jan women")
    assert low <= 1
    assert high is None or high >= RULE.k - 1
    number = left_open(year(1, 0, feb=0), "jan all")
    assert number.high is None or number.high - number.low >= RULE.width


def test_where_the_number_was_told_before_the_release_is_refused() -> None:
    system = year(1, 0, feb=0)
    table = Table("t", ("r",), ("jan all",), (("jan all",),))
    january = compose(Ledger(), system, [table], {"jan all": 1}, id="1", date="", k=RULE.k)
    asked = [cell for cell in system.cells if not cell.startswith("jan")]
    with pytest.raises(Unprotectable):
        protect(system, RULE, asked, ledger=Ledger().append(january))


def test_a_count_that_one_contact_can_raise_twice_keeps_the_usual_top() -> None:
    """Two reasons of one group in one contact: the group is named twice, or not at all."""
    system = System(
        [Cell("jan all", 1), Cell("feb all", 30), Cell("to feb all", 31),
         Cell("jan group", 2, 1, among="jan all", once=False), Cell("feb group", 40, 30),
         Cell("to feb group", 42, 31)],
        [SUMS[0], Relation("to feb group", ("feb group", "jan group"))],
    )  # fmt: skip
    low, high = left_open(system, "jan group")
    assert low == 0
    assert high is None or high >= RULE.k - 1
