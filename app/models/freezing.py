"""Freezing a month: counting everything that its reports print, and what disclosure control needs."""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.models.frozen import Frozen, FrozenPlace, FrozenScope, FrozenSpan
from app.models.frozen_cells import CellCounter
from app.models.over_time import twelve_months
from app.models.periods import Period
from app.models.tallies import tally

if TYPE_CHECKING:
    from app.models.store import Store


def freeze(store: "Store", month: Period) -> Frozen:
    """Count a month and the year to its end: the project, every workplace, every organisation."""
    places = _places(store)
    # In January the month is the year to date.
    periods = dict.fromkeys((month, Period.year_to_date(month.last)))
    return Frozen(
        month=f"{month.first:%Y-%m}",
        places=places,
        spans=tuple(_span(store, period, places) for period in periods),
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


def _span(store: "Store", period: Period, places: tuple[FrozenPlace, ...]) -> FrozenSpan:
    counter = CellCounter(store, period)

    def scope(codes: tuple[str, ...], organisation: str = "") -> FrozenScope:
        counted = replace(tally(store, period, codes), universe={})
        return FrozenScope(
            codes=codes,
            organisation=organisation,
            tally=counted,
            months=twelve_months(store, period.last, codes),
            cells=counter.cells(counted, codes or None),
        )

    whole = scope(())
    return FrozenSpan(
        period=period,
        scopes=(
            whole,
            *(scope((place.code,)) for place in places),
            *(scope(codes, name) for name, codes in _organisations(places).items()),
        ),
        outside=counter.cells(whole.tally, ("",)),
    )


def _organisations(places: tuple[FrozenPlace, ...]) -> dict[str, tuple[str, ...]]:
    """Return the workplaces of each organisation that has more than one: one alone is the same."""
    found: dict[str, tuple[str, ...]] = {}
    for place in places:
        if place.organisation:
            found[place.organisation] = (*found.get(place.organisation, ()), place.code)
    return {name: codes for name, codes in sorted(found.items()) if len(codes) > 1}
