"""A proof that starts from an earlier one shows the same, and more sums are proved or refused."""

import json
import random
from itertools import pairwise

import pytest

from app.export.disclosure.attack import View, attack
from app.export.disclosure.certificate import Certificate, certify
from app.export.disclosure.check_release import check
from app.export.disclosure.ledger import Ledger
from app.export.disclosure.model import MARKED, UNKNOWN, Cell, Relation, System, shown
from app.export.disclosure.pieces import Addition, pieces
from app.export.disclosure.protection import Protected, protect, with_more_sums
from app.export.disclosure.release_json import encode_release
from app.export.disclosure.threshold import Rule
from tests.export.disclosure.months import invented, release_all
from tests.export.disclosure.two_way import random_table, two_way

WIDTH = 3
RULE = Rule(5)


def ends(certificate: Certificate) -> dict[str, tuple[int, int]]:
    """Return the least value of every cell, and the greatest as far as it is sought."""
    ranges = certificate.ranges().items()
    return {cell: (low, min(high, max(1, low) + WIDTH)) for cell, (low, high) in ranges}


@pytest.mark.parametrize("seed", range(4))
def test_it_shows_the_same_ends_as_one_from_nothing(seed: int) -> None:
    ledger, _ = release_all(invented(4, 4, 5, 40, seed), RULE)
    ledgers = [Ledger(ledger.releases[:number]) for number in range(1, 6)]
    for before, after in pairwise(ledgers):
        earlier = certify(before.view(), WIDTH)
        found = certify(after.view(), WIDTH, None, earlier)
        assert ends(found) == ends(certify(after.view(), WIDTH))
        check(json.loads(encode_release(after, found)))


@pytest.mark.parametrize("seed", range(30))
def test_no_table_lies_beyond_the_limits_of_single_sums(seed: int) -> None:
    draw = random.Random(seed)
    system = two_way(random_table(draw, 4, 5, 3.0))
    known = {
        cell: draw.choice((MARKED, UNKNOWN)) if draw.random() < 0.5 else shown(each.value)
        for cell, each in system.cells.items()
        if each.value
    }
    known = {cell: known.get(cell, shown(0)) for cell in system.cells}
    exact = attack(View(tuple(system.relations), known))
    for piece in pieces(system.relations, known):
        for cell, low, high in zip(piece.cells, *Addition(piece).limits(), strict=True):
            assert low <= exact[cell].low
            assert exact[cell].high is None or exact[cell].high <= high


@pytest.fixture
def found() -> Protected:
    """A table whose margins are all shown: 19, 19 and 18 in the rows, 15, 20 and 21 below."""
    system = two_way([[2, 9, 8], [7, 3, 9], [6, 8, 4]])
    done = protect(system, RULE, list(system.cells))
    assert (done.figures["0,0"], done.figures["2,+"], done.figures["+,1"]) == (None, 18, 20)
    return done


def with_rest(system: System, total: str, *parts: str) -> System:
    """Return the system with the rule that some cells are no more than another."""
    rest = system.value(total) - sum(system.value(part) for part in parts)
    cells = (*system.cells.values(), Cell("rest", rest))
    return System(cells, (*system.relations, Relation(total, (*parts, "rest"))))


def test_a_sum_that_narrows_nothing_is_in_the_new_proof(found: Protected) -> None:
    system = with_rest(found.task.system, "+,1", "0,0")
    after = with_more_sums(found, system)
    assert after is not None
    assert after.figures == found.figures
    places = [after.certificate.cells.index(cell) for cell in ("0,0", "rest")]
    assert all(sum(row[n] for n in places) == 20 for row in after.certificate.alternatives)


def test_a_sum_that_tells_too_much_makes_the_pattern_unsafe(found: Protected) -> None:
    """Who knows that it is no more than 20 − 18 knows that it is 1 or 2."""
    assert with_more_sums(found, with_rest(found.task.system, "+,1", "0,0", "2,+")) is None
