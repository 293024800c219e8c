"""Which revision of a closed month the outside gets: a correction of few waits.

Marks beside true zeros say "at least one", so a table that goes from 0 to a mark tells of those who
were added. A revision therefore goes out only where what it changed concerns at least k persons, in
every scope whose figures are out, and in what is left when these are subtracted.
"""

from collections.abc import Iterable, Mapping, Sequence

from app.export.outside.months import Close, Months
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.scopes import PROJECT, Kind, Scope
from app.models.frozen import Count, Frozen
from app.models.frozen_cells import Measure

OF_FIRST = frozenset({Family.GENDER, Family.AGE, Family.SECTOR})
"""Families that are about first contacts only; all others are about all contacts."""

_Changes = Mapping[tuple[str, str], tuple[int, int]]
_NONE = Count(0, 0)


class Editions:
    """The revisions that have gone out, and those that may."""

    def __init__(self, months: Months, out: Iterable[tuple[Scope, Close]], k: int) -> None:
        self._months, self._k = months, k
        self._scopes: dict[str, set[Scope]] = {}
        self._out: dict[str, Close] = {}
        for scope, close in out:
            self._scopes.setdefault(close.month, set()).add(scope)
            self._out[close.month] = max(close, self._out.get(close.month, close))
        self._found: dict[str, Close | None] = {}

    def of(self, month: str) -> Close | None:
        """Return the revision of a month that goes out; None where the month is open."""
        if month not in self._found:
            self._found[month] = self._choose(month)
        return self._found[month]

    def waits(self, month: str) -> bool:
        """Tell whether a newer revision than that is kept back, as it changed too little."""
        return self.of(month) != self._months.newest(month)

    def closed(self, first: str, last: str) -> list[str]:
        """Return the closed months from the first to the last."""
        return self._months.names(first, last)

    def frozen(self, close: Close) -> Frozen:
        """Return the figures of a revision."""
        return self._months.frozen(close)

    def _choose(self, month: str) -> Close | None:
        newest, out = self._months.newest(month), self._out.get(month)
        if newest is None or out is None:
            return newest
        for revision in range(newest.revision, out.revision, -1):
            if self._is_enough(out, Close(month, revision), self._scopes[month]):
                return Close(month, revision)
        return out

    def _is_enough(self, old: Close, new: Close, scopes: Iterable[Scope]) -> bool:
        if not self._months.has(new):
            return False
        places = [scope for scope in scopes if scope.kind is Kind.PLACE]
        for measures in _MEASURES:
            whole = self._changes(old, new, PROJECT, measures)
            parts = [self._changes(old, new, scope, measures) for scope in places]
            others = [self._changes(old, new, s, measures) for s in scopes if s not in places]
            each = [whole, *parts, *others, *([_beyond(whole, parts)] if parts else [])]
            if not all(self._covers(changes) for changes in each):
                return False
        return True

    def _covers(self, changes: _Changes) -> bool:
        """Tell whether nothing changed, or certainly for at least k persons."""
        if not any(count for count, _ in changes.values()):
            return True
        return max(persons for _, persons in changes.values()) >= self._k

    def _changes(
        self, old: Close, new: Close, scope: Scope, measures: Sequence[Measure]
    ) -> _Changes:
        """Return by how much each count changed, and by how many persons at least."""
        found = {}
        for measure in measures:
            before = self._months.counts(old, scope, old.period, measure)
            after = self._months.counts(new, scope, new.period, measure)
            for code in {**before, **after}:
                if measure is Measure.CONTACTS and measures is _MEASURES[1] and code != "first":
                    continue
                one, other = before.get(code, _NONE), after.get(code, _NONE)
                persons = abs(other.persons - one.persons)
                found[measure.value, code] = (abs(other.count - one.count), persons)
        return found


def _beyond(whole: _Changes, parts: Sequence[_Changes]) -> _Changes:
    """Return what changed outside of the workplaces that report by themselves, at least."""
    found = {}
    for figure, (count, persons) in whole.items():
        of_parts = [part.get(figure, (0, 0)) for part in parts]
        left = abs(count - sum(each for each, _ in of_parts))
        found[figure] = (left, max(0, persons - sum(each for _, each in of_parts)))
    return found


_MEASURES: tuple[tuple[Measure, ...], tuple[Measure, ...]] = (
    tuple({split.measure: None for family, split in SPLITS.items() if family not in OF_FIRST}),
    (Measure.CONTACTS, *(SPLITS[family].measure for family in sorted(OF_FIRST))),
)
