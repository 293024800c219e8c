"""The closed months as disclosure control sees them: counts by scope, span and code."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from app.export.outside.scopes import Scope
from app.models.close_types import MonthClose
from app.models.frozen import Count, Frozen, FrozenScope, unpack
from app.models.frozen_cells import Measure
from app.models.periods import Period, parse_month

VISITS = "visits"
"""The measure of visits: ``held``, ``zero`` (held, and nobody came) and ``minutes`` held."""


class Close(NamedTuple):
    """One revision of a closed month (``YYYY-MM``)."""

    month: str
    revision: int

    @property
    def period(self) -> Period:
        """The month."""
        return _month(self.month)

    @property
    def year_to_date(self) -> Period:
        """The year to the end of the month."""
        return _year_to_date(self.month)

    @property
    def span(self) -> str:
        """The name of the year to the end of the month."""
        return f"{self.year}-01..{self.month}"

    @property
    def year(self) -> str:
        """The year it lies in."""
        return self.month[:4]


# A report asks for the same few months some hundred thousand times.
@cache
def _month(month: str) -> Period:
    return parse_month(month)


@cache
def _year_to_date(month: str) -> Period:
    return Period.year_to_date(_month(month).last)


class Months:
    """The revisions of the closed months, each unpacked once."""

    def __init__(self, closes: Sequence[MonthClose]) -> None:
        self._closes = {Close(close.month, close.revision): close for close in closes}
        self._frozen: dict[Close, Frozen] = {}
        self._same: dict[tuple[Scope, Close, Close], bool] = {}
        self._scopes: dict[tuple[Close, Scope, Period], FrozenScope | None] = {}

    def are_those_of(self, other: "Months") -> bool:
        """Tell whether two have the same revisions with the same figures."""
        return self._closes == other._closes

    def has(self, close: Close) -> bool:
        """Tell whether there is such a revision."""
        return close in self._closes

    def of(self, close: Close) -> MonthClose:
        """Return the record of a revision."""
        return self._closes[close]

    def frozen(self, close: Close) -> Frozen:
        """Return the figures of a revision."""
        if close not in self._frozen:
            self._frozen[close] = unpack(self._closes[close].figures)
        return self._frozen[close]

    def newest(self, month: str) -> Close | None:
        """Return the newest revision of a month, or None where it is open."""
        return max((close for close in self._closes if close.month == month), default=None)

    def revisions(self, month: str) -> tuple[int, ...]:
        """Return the revisions of a month, the oldest first."""
        return tuple(sorted(close.revision for close in self._closes if close.month == month))

    def names(self, first: str, last: str) -> list[str]:
        """Return the closed months from the first to the last."""
        return sorted({close.month for close in self._closes if first <= close.month <= last})

    def scope(self, close: Close, scope: Scope, period: Period) -> FrozenScope | None:
        """Return the figures of a scope in the month or in the year to it."""
        key = (close, scope, period)
        if key not in self._scopes:
            frozen = self.frozen(close)
            codes, span = scope.codes(frozen), frozen.span(period)
            self._scopes[key] = span.scope(codes) if span and codes is not None else None
        return self._scopes[key]

    def counts(
        self, close: Close, scope: Scope, period: Period, measure: str
    ) -> Mapping[str, Count]:
        """Return the counts of a measure by code; nothing where the scope was not there."""
        found = self.scope(close, scope, period)
        if found is None:
            return {}
        if measure == VISITS:
            visits = found.tally.visits
            figures = {"held": visits.held, "zero": visits.zero, "minutes": visits.minutes}
            return {code: Count(count, 0) for code, count in figures.items()}
        return found.cells[measure]

    def outside(self, close: Close, measure: Measure) -> Mapping[str, Count]:
        """Return the counts of a measure of a month for what concerns no workplace."""
        span = self.frozen(close).span(close.period)
        assert span is not None, "a closed month holds itself"
        return span.outside[measure]

    def are_same(self, scope: Scope, one: Close, other: Close) -> bool:
        """Tell whether two editions of a month have the same counts of people for a scope."""
        key = (scope, one, other)
        if key not in self._same:
            first, second = (self.scope(close, scope, close.period) for close in (one, other))
            self._same[key] = (
                first is not None and second is not None and _counts(first) == _counts(second)
            )
        return self._same[key]

    def is_unchanged(self, scope: Scope, one: Close, other: Close) -> bool:
        """Tell whether two editions of a month have the same figures for a scope, visits among them."""
        visits = [self.counts(close, scope, close.period, VISITS) for close in (one, other)]
        return self.are_same(scope, one, other) and visits[0] == visits[1]

    def headcount(self, close: Close, scope: Scope) -> int:
        """Return how many are employed there, as far as it is told; 0 where it is not."""
        members = scope.members(self.frozen(close))
        places = self.frozen(close).places
        return sum(place.headcount or 0 for place in places if place.code in members)


def _counts(found: FrozenScope) -> dict[tuple[str, str], int]:
    return {
        (measure, code): count.count
        for measure, counts in found.cells.items()
        for code, count in counts.items()
        if count.count
    }
