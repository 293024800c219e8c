"""A refusal names the cell, the earlier release, and the cheapest ways out."""

import pytest

from app.export.disclosure.ledger import Figure, Ledger, Release, Table, compose
from app.export.disclosure.model import Cell, Relation, System
from app.export.disclosure.refusal import (
    Candidate,
    Kind,
    Refusal,
    find_leaks,
    own_candidates,
    ways_out,
)  # fmt: skip
from app.export.disclosure.solver import Stopped
from app.export.disclosure.threshold import Rule
from app.texts import Text

RULE = Rule(5)
SYSTEM = System(
    [Cell("jan", 20, 20), Cell("feb", 2, 2), Cell("mar", 9, 9), Cell("to feb", 22, 22),
     Cell("to mar", 31, 31), Cell("other", 50, 50)],
    [Relation("to feb", ("jan", "feb")), Relation("to mar", ("to feb", "mar"))],
)  # fmt: skip


def release(ledger: Ledger, name: str, **figures: Figure) -> Release:
    shown = {cell.replace("_", " "): figure for cell, figure in figures.items()}
    table = Table("t", ("r",), tuple(shown), (tuple(shown),))
    return compose(ledger, SYSTEM, [table], shown, id=name, date="2026-03-31", k=5)


def so_far() -> Ledger:
    ledger = Ledger().append(release(Ledger(), "januar", jan=20))
    return ledger.append(release(ledger, "andet", other=50))


def named(cell: str) -> Text:
    return Text(f"tallet {cell}", f"figure {cell}")


def test_the_leak_names_the_release_that_is_needed_for_it() -> None:
    ledger = so_far()
    (leak,) = find_leaks(SYSTEM, RULE, release(ledger, "februar", to_feb=22), ledger)
    assert (leak.cell, leak.bounds, leak.releases) == ("feb", (2, 2), ("januar",))


def test_a_small_count_that_is_shown_is_a_leak_of_its_own() -> None:
    (leak,) = find_leaks(SYSTEM, RULE, release(Ledger(), "1", feb=2), Ledger())
    assert (leak.cell, leak.releases) == ("feb", ())


def test_a_withheld_figure_that_can_be_worked_out_is_a_leak_even_if_large() -> None:
    ledger = so_far()
    leaks = find_leaks(SYSTEM, RULE, release(ledger, "2", to_mar=31, mar=None, feb=None), ledger)
    assert leaks == []
    leaks = find_leaks(SYSTEM, RULE, release(ledger, "2", to_mar=31, mar=9, feb=None), ledger)
    assert [leak.cell for leak in leaks] == ["feb"]


def test_a_safe_release_has_no_leaks() -> None:
    ledger = so_far()
    assert find_leaks(SYSTEM, RULE, release(ledger, "2", to_mar=31), ledger) == []


def test_ways_out_are_ordered_by_what_they_still_show() -> None:
    ledger = so_far()
    longer = Candidate(Kind.LONGER, Text("Vis til marts", "Show to March"), SYSTEM, ["to mar"])
    candidates = [*own_candidates(SYSTEM, ["to feb", "feb"]), longer]
    found = ways_out(RULE, ledger, candidates)
    assert [(way.kind, way.shows, way.hides) for way in found] == [
        (Kind.LONGER, 1, 0), (Kind.COARSER, 0, 1), (Kind.HIDE_MORE, 0, 2),
    ]  # fmt: skip


def test_the_first_ways_out_can_be_enough() -> None:
    candidates = own_candidates(SYSTEM, ["to feb", "feb"])
    (found,) = ways_out(RULE, so_far(), candidates, enough=1)
    assert found.kind is Kind.HIDE_MORE


def test_the_search_for_ways_out_can_be_stopped() -> None:
    with pytest.raises(Stopped):
        ways_out(RULE, so_far(), own_candidates(SYSTEM, ["to feb"]), watch=lambda _: False)


def test_the_message_is_for_a_counsellor_and_repeats_no_figure() -> None:
    ledger = so_far()
    leaks = find_leaks(SYSTEM, RULE, release(ledger, "februar", to_feb=22), ledger)
    ways = ways_out(RULE, ledger, own_candidates(SYSTEM, ["to feb"]))
    refusal = Refusal(leaks, ways, named)
    assert refusal.message("da") == (
        "Tallene blev ikke udgivet: »tallet feb« kan regnes ud. "
        "Det sker, når tallene holdes op mod det, der er udgivet før: tallet januar. "
        "Vælg: Skjul flere tal (0 tal vises, 1 skjules)."
    )
    assert "could" not in refusal.message("en")
    assert "“figure feb” can be worked out" in refusal.message("en")


def test_without_a_way_out_it_says_what_helps_in_general() -> None:
    leaks = find_leaks(SYSTEM, RULE, release(Ledger(), "1", feb=2), Ledger())
    assert "Vis mindre (grovere grupper, kun summer)" in Refusal(leaks, [], named).message("da")
