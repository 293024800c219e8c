"""Whether the data of a closed month would give other figures today.

Some figures of a tally are those of the day of counting and move on by themselves: what became of a
referral, and what somebody said of it. They are no corrections.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.close_types import MonthClose
from app.models.frozen import Frozen, unpack
from app.models.periods import Period, parse_month
from app.models.tallies import tally
from app.models.tally_types import Tally

if TYPE_CHECKING:
    from app.models.store import Store

Figures = Mapping[tuple[str, ...], int]


def corrected_months(store: "Store", before: date) -> tuple[Period, ...]:
    """Return the closed months before a day whose data would now give other figures."""
    newest = {close.month: close for close in store.month_closes.all()}
    months = [parse_month(month) for month in sorted(newest)]
    return tuple(
        month
        for month in months
        if month.first < before and is_corrected(store, newest[f"{month.first:%Y-%m}"])
    )


def is_corrected(store: "Store", close: MonthClose) -> bool:
    """Tell whether a month would now have other figures, in the project or at any workplace."""
    month, frozen = parse_month(close.month), unpack(close.figures)
    known = {place.code for place in store.workplaces.all()}
    return any(
        lasting(tally(store, month, codes)) != lasting(kept)
        for codes, kept in _tallies(frozen, month)
        if known.issuperset(codes)
    )


def lasting(counted: Tally) -> Figures:
    """Return the figures that only a correction changes, by their path; zeros are left out.

    A workplace or a code that was added later, without a figure, thus makes no difference.
    """
    document = msgspec.to_builtins(counted)
    for name in ("period", "workplaces", "universe", "format"):
        del document[name]
    for name in ("by_state", "by_outcome"):
        del document["referrals"][name]
    return {path: figure for path, figure in _leaves(document, ()) if path[-1] != "open"} | {
        ("followups", "open"): counted.followups.open
    }


def _tallies(frozen: Frozen, month: Period) -> Iterator[tuple[tuple[str, ...], Tally]]:
    """Yield the tally of the project and of each workplace, of which those of others consist."""
    span = frozen.span(month)
    assert span is not None, "a closed month holds its own figures"
    for scope in span.scopes:
        if not scope.organisation:
            yield scope.codes, scope.tally


def _leaves(node: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    if isinstance(node, dict):
        for name, below in node.items():
            yield from _leaves(below, (*path, name))
    elif isinstance(node, tuple):
        for below in node:
            # A row is known by its words: workplace, and for presence shift and weekday.
            words = [
                str(below[name]) for name in ("workplace", "shift", "weekday") if name in below
            ]
            figures = {
                name: figure
                for name, figure in below.items()
                if name not in ("workplace", "shift", "weekday")
            }
            yield from _leaves(figures, (*path, *words))
    elif node:
        yield path, node
