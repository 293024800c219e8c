"""What the revisions of a closed month changed, at which workplaces, and for how many persons at least."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from app.export.outside.months import Close, Months
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.scopes import PROJECT, Scope, place
from app.models.frozen import Count
from app.models.frozen_cells import Measure

OF_FIRST = frozenset({Family.GENDER, Family.AGE, Family.SECTOR})
"""Families that are about first contacts only; all others are about all contacts."""

NOWHERE = ""
"""The workplace of contacts that concern none."""

Piece = frozenset[tuple[str, int, int]]
"""What was corrected at some workplaces, each between two revisions."""

_Figure = tuple[Measure, str]
_NONE = Count(0, 0)


class _Change(NamedTuple):
    """By how much a figure changed, and by how many persons; below zero where it became less."""

    counted: int
    persons: int


class Changes:
    """The figures of a month, compared between its revisions."""

    def __init__(self, months: Months, month: str) -> None:
        self._months, self._month = months, month
        self.revisions: tuple[int, ...] = months.revisions(month)
        self._found: dict[tuple[str, int, int, _Figure], _Change] = {}

    def units(self, scope: Scope) -> frozenset[str]:
        """Return the workplaces that a scope had in any revision; the project has what is at none."""
        codes = {
            code
            for revision in self.revisions
            for code in scope.members(self._months.frozen(Close(self._month, revision)))
        }
        return frozenset(codes | {NOWHERE} if scope == PROJECT else codes)

    def is_of(self, piece: Piece, k: int) -> bool:
        """Tell whether what a piece changed, if anything, certainly concerns k persons."""
        return all(self._is_of(piece, figures, k) for figures in self._figures)

    def are_of(self, scope: Scope, span: tuple[int, int], k: int) -> bool:
        """Tell whether the figures of a scope changed not at all, or for k persons at least."""
        for figures in self._figures:
            changed = [self._of_scope(scope, *span, figure) for figure in figures]
            has_changed = any(each.counted for each in changed)
            if has_changed and max(abs(each.persons) for each in changed) < k:
                return False
        return True

    def _is_of(self, piece: Piece, figures: Iterable[_Figure], k: int) -> bool:
        has_changed = False
        for figure in figures:
            count = sum(self._of(*span, figure).counted for span in piece)
            if count and self._persons(piece, figure) >= k:
                return True
            has_changed = has_changed or count != 0
        return not has_changed

    def _persons(self, piece: Piece, figure: _Figure) -> int:
        """Return how many persons of a piece changed a figure at least.

        These are what a larger whole changed without what others in it did, and what these
        workplaces did between other revisions.
        """
        first, last = min(span[1] for span in piece), max(span[2] for span in piece)
        inside = {unit: (before, after) for unit, before, after in piece}
        wholes = [PROJECT, *(place(unit) for unit in inside if unit and len(inside) == 1)]
        least = 0
        for whole in wholes:
            beside = 0
            for unit in self.units(whole):
                before, after = inside.get(unit, (last, last))
                for span in ((first, before), (after, last)):
                    beside += abs(self._of(unit, *span, figure).persons)
            changed = abs(self._of_scope(whole, first, last, figure).persons)
            least = max(least, changed - beside)
        return least

    def _of(self, unit: str, before: int, after: int, figure: _Figure) -> _Change:
        key = (unit, before, after, figure)
        if key not in self._found:
            self._found[key] = _between(*(self._at(unit, each, figure) for each in key[1:3]))
        return self._found[key]

    def _of_scope(self, scope: Scope, before: int, after: int, figure: _Figure) -> _Change:
        return _between(*(self._count(scope, each, figure) for each in (before, after)))

    def _at(self, unit: str, revision: int, figure: _Figure) -> Count:
        if unit != NOWHERE:
            return self._count(place(unit), revision, figure)
        measure, code = figure
        return self._months.outside(Close(self._month, revision), measure).get(code, _NONE)

    def _count(self, scope: Scope, revision: int, figure: _Figure) -> Count:
        close, (measure, code) = Close(self._month, revision), figure
        return self._months.counts(close, scope, close.period, measure).get(code, _NONE)

    @cached_property
    def _figures(self) -> tuple[Sequence[_Figure], Sequence[_Figure]]:
        """The figures of all contacts, and those of first contacts."""
        closes = [Close(self._month, revision) for revision in self.revisions]

        def named(measures: Iterable[Measure]) -> list[_Figure]:
            found = dict.fromkeys(
                (measure, code)
                for measure in measures
                for close in closes
                for code in self._months.counts(close, PROJECT, close.period, measure)
            )
            return list(found)

        of_all = [split.measure for family, split in SPLITS.items() if family not in OF_FIRST]
        of_first = [SPLITS[family].measure for family in sorted(OF_FIRST)]
        first = (Measure.CONTACTS, "first")
        return named(dict.fromkeys(of_all)), [first, *named(of_first)]


def _between(before: Count, after: Count) -> _Change:
    return _Change(after.count - before.count, after.persons - before.persons)
