"""The attack on files, without the true figures."""

import msgspec
import pytest

from app.export.disclosure.attack import attack
from app.export.disclosure.ledger import Figure, Ledger, Mode, Release, Table, joined
from app.export.disclosure.model import Bounds, Relation
from app.export.disclosure.protection import protect
from app.export.disclosure.recomputing import InconsistentReleases, recompute
from app.export.disclosure.threshold import Rule
from tests.export.disclosure.months import compose, invented


def release(name: str, relations: list[Relation], **figures: Figure) -> Release:
    table = Table("t", ("r",), tuple(figures), (tuple(figures),))
    return Release(
        id=name, date="2026-01-31", k=5, mode=Mode.SUPPRESSION, base=0, tables=(table,),
        figures=figures, relations=tuple(relations), previous="",
    )  # fmt: skip


def test_it_finds_what_the_exact_attack_finds() -> None:
    one = invented(4, 5, 3, 40, seed=2)
    releases = []
    for key, table in one.tables.items():
        done = protect(one.system.within(set(table.ids())), Rule(5), list(table.ids()))
        alone = compose(Ledger(), one.system, [table], done.figures, id=key, date="", k=5)
        releases.append(alone)
    ranges = attack(joined(releases))
    narrow = {c: b for c, b in ranges.items() if b.high is not None and b.high - b.low < 3}
    assert {each.cell: each.bounds for each in recompute(releases).findings} == narrow
    assert len(narrow) > 20


def test_a_small_month_between_two_sums_is_found_although_nobody_published_it() -> None:
    sums = [Relation("y2", ("y1", "m2"))]
    (found,) = recompute([release("1", [], y1=20), release("2", sums, y2=22)]).findings
    assert (found.cell, found.bounds, found.withheld) == ("m2", Bounds(2, 2), False)
    assert recompute([release("1", [], y1=20), release("2", sums, y2=26)]).findings == ()


def test_with_a_smaller_k_less_is_promised() -> None:
    sums = [Relation("all", ("a", "b"))]
    five = release("1", sums, all=4, a=None, b=None)
    assert len(recompute([five]).findings) == 2
    assert recompute([msgspec.structs.replace(five, k=3)]).findings == ()


@pytest.mark.parametrize(
    "relations",
    [
        [Relation("a", ("b", "c")), Relation("b", ("a", "d"))],
        [Relation("e", ("a", "b"))],
        [Relation("f", ("a",))],
    ],
)
def test_figures_that_cannot_be_true_are_refused(relations: list[Relation]) -> None:
    hostile = release("1", relations, a=None, b=None, c=None, d=None, e=1, f=0)
    with pytest.raises(InconsistentReleases):
        recompute([hostile])
