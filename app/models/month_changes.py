"""Whether the data of a closed month would give other figures today.

Some figures of a tally are those of the day of counting and move on by themselves: what became of a
referral, and what somebody said of it. They are no corrections.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.case_counting import count_followups
from app.models.case_tallies import FollowUpTally
from app.models.close_types import MonthClose
from app.models.frozen import Cells, unpack
from app.models.frozen_cells import CellCounter, Measure
from app.models.periods import Period, parse_month
from app.models.tallies import tally
from app.models.tally_types import Tally
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_OF_THE_DAY = (Measure.REFERRAL_STATE, Measure.REFERRAL_OUTCOME)

Figures = Mapping[tuple[str, ...], int]


def corrected_months(store: "Store", before: date) -> tuple[Period, ...]:
    """Return the closed months of the same year before a day whose data give other figures now.

    They are in the year to date, which is counted from the data as they are.
    """
    newest = {close.month: close for close in store.month_closes.since(f"{before.year}-01")}
    months = [parse_month(month) for month in sorted(newest)]
    return tuple(
        month
        for month in months
        if month.first < before and is_corrected(store, newest[f"{month.first:%Y-%m}"])
    )


def is_corrected(store: "Store", close: MonthClose) -> bool:
    """Tell whether a month would now have other figures, in the project or at any workplace.

    The tally of the project holds the visits and activities of every workplace; what else is
    counted by workplace is compared from one reading of the contacts, not from a tally for each.
    """
    month = parse_month(close.month)
    span = unpack(close.figures).span(month)
    assert span is not None, "a closed month holds its own figures"
    whole = span.scope(())
    assert whole is not None, "and those of the project"
    if lasting(tally(store, month)) != lasting(whole.tally):
        return True
    counter = CellCounter(store, month)
    ids = {place.code: place.id for place in store.workplaces.all()}
    return any(
        _counts(counter.cells(kept.tally, kept.codes)) != _counts(kept.cells)
        or _promises(store, month, ids[kept.codes[0]]) != kept.tally.followups
        for kept in span.scopes
        if len(kept.codes) == 1 and kept.codes[0] in ids
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


def _counts(cells: Cells) -> Figures:
    """Return the lasting counts of cells that are not zero."""
    return {
        (measure, code): cell.count
        for measure, codes in cells.items()
        if measure not in _OF_THE_DAY
        for code, cell in codes.items()
        if cell.count
    }


def _promises(store: "Store", month: Period, place_id: RecordId) -> FollowUpTally:
    return count_followups(store, month, (place_id,), chosen=True)


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
