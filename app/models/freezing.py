"""Freezing a month: counting everything that its reports print, and what disclosure control needs."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.models.frozen import Frozen, FrozenPlace, FrozenScope, FrozenSpan
from app.models.frozen_cells import CellCounter
from app.models.over_time import twelve_months
from app.models.periods import Period
from app.models.tallies import tally

if TYPE_CHECKING:
    from app.models.store import Store


Progress = Callable[[int, int], None]
"""Is told how many of how many countings are done, and may raise to stop."""


def freeze(store: "Store", month: Period, progress: Progress | None = None) -> Frozen:
    """Count a month and the year to its end: the project, every workplace, every organisation."""
    places = _places(store)
    scopes = (("", ()), *(("", (place.code,)) for place in places), *_organisations(places))
    # In January the month is the year to date.
    periods = tuple(dict.fromkeys((month, Period.year_to_date(month.last))))
    total = len(periods) * len(scopes)
    done = 0

    def step() -> None:
        nonlocal done
        if progress is not None:
            progress(done, total)
        done += 1

    return Frozen(
        month=f"{month.first:%Y-%m}",
        places=places,
        spans=tuple(_span(store, period, scopes, step) for period in periods),
    )


def _places(store: "Store") -> tuple[FrozenPlace, ...]:
    organisations = {each.id: each.name for each in store.organisations.all()}
    return tuple(
        FrozenPlace(
            code=place.code,
            name=place.name,
            organisation=organisations.get(place.organisation_id, "")
            if place.organisation_id
            else "",
            sector=place.sector,
            headcount=place.headcount,
        )
        for place in sorted(store.workplaces.all(), key=lambda each: each.code)
    )


def _span(
    store: "Store",
    period: Period,
    scopes: Iterable[tuple[str, tuple[str, ...]]],
    step: Callable[[], None],
) -> FrozenSpan:
    counter = CellCounter(store, period)
    found = []
    for organisation, codes in scopes:
        step()
        counted = replace(tally(store, period, codes), universe={})
        found.append(
            FrozenScope(
                codes=codes,
                organisation=organisation,
                tally=counted,
                months=twelve_months(store, period.last, codes),
                cells=counter.cells(counted, codes or None),
            )
        )
    outside = counter.cells(found[0].tally, ("",))
    return FrozenSpan(period=period, scopes=tuple(found), outside=outside)


def _organisations(places: tuple[FrozenPlace, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the workplaces of each organisation that has more than one: one alone is the same."""
    found: dict[str, tuple[str, ...]] = {}
    for place in places:
        if place.organisation:
            found[place.organisation] = (*found.get(place.organisation, ()), place.code)
    return [(name, codes) for name, codes in sorted(found.items()) if len(codes) > 1]
