"""Of whom a table may tell: nobody can be singled out by setting one table against another.

A table about people splits a crowd: the contacts of a scope in some months. Where two crowds
overlap, a reader can set one table against the other: a 0 beside a mark tells what those have who
are only in the larger one. So all crowds that were ever split cut the contacts into pieces, and
every piece must have nobody in it, or at least k persons. Then whatever can be worked out, zeros
included, is about a piece of at least k.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from app.export.outside.editions import OF_FIRST, Editions
from app.export.outside.months import Months
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.scopes import PROJECT, Scope, place
from app.models.frozen_cells import Measure

NOWHERE = ""
"""The workplace of contacts that concern none."""


class Crowd(NamedTuple):
    """The contacts of a scope in some months; ``first`` where only first contacts are split."""

    scope: Scope
    months: frozenset[str]
    first: bool


class _Persons(NamedTuple):
    all: int
    first: int
    anonymous: int


_Unit = tuple[str, str]
"""A workplace and a month."""


class Crowds:
    """The crowds that were split so far, and which others may be."""

    def __init__(self, months: Months, editions: Editions, k: int, split: Iterable[Crowd]) -> None:
        self._months, self._editions, self._k = months, editions, k
        self._split: dict[Crowd, frozenset[_Unit]] = {}
        self._persons: dict[str, Mapping[str, _Persons]] = {}
        for crowd in split:
            self.add(crowd)

    def add(self, crowd: Crowd) -> None:
        """Take note that a crowd is split.

        Who splits first contacts tells how many of all contacts they are: that is a split, too.
        """
        for each in {crowd, crowd._replace(first=False)}:
            self._split[each] = self._units(each)

    def of(self, scope: Scope, first: bool) -> list[Crowd]:
        """Return the crowds of a scope that are split."""
        return [crowd for crowd in self._split if (crowd.scope, crowd.first) == (scope, first)]

    def allows(self, crowd: Crowd, *others: Crowd) -> bool:
        """Tell whether a crowd may be split, together with some others, beside all that are."""
        if crowd.first and not self.allows(*(c._replace(first=False) for c in (crowd, *others))):
            return False
        old = {c: units for c, units in self._split.items() if c.first == crowd.first}
        new = old | {each: self._units(each) for each in (crowd, *others)}
        before = set(_pieces(old))
        return all(
            piece in before or self._is_large(piece, first=crowd.first) for piece in _pieces(new)
        )

    def is_empty(self, crowd: Crowd) -> bool:
        """Tell whether there is nobody in a crowd."""
        return self._has_nobody(self._units(crowd), first=crowd.first)

    def _has_nobody(self, piece: Collection[_Unit], *, first: bool) -> bool:
        there = (self._of(month)[code] for code, month in piece)
        return not any(each.first if first else each.all for each in there)

    def _is_large(self, piece: Collection[_Unit], *, first: bool) -> bool:
        enough = self._least(piece, first=first) >= self._k
        return enough or self._has_nobody(piece, first=first)

    def _least(self, piece: Collection[_Unit], *, first: bool) -> int:
        """Return how many persons are in a piece at least; who came often counts once."""
        by_month: dict[str, set[str]] = {}
        for code, month in piece:
            by_month.setdefault(month, set()).add(code)
        of_first = sum(self._of(month)[code].first for code, month in piece)
        if first:
            return of_first
        return max(of_first, *(self._in_month(month, codes) for month, codes in by_month.items()))

    def _in_month(self, month: str, codes: Collection[str]) -> int:
        known = self._of(month)
        here = [known[code] for code in codes]
        elsewhere = sum(each.all for code, each in known.items() if code not in codes)
        registered = sum(each.first for each in here) + max(each.anonymous for each in here)
        largest = max(each.all for each in here)
        return max(registered, largest, self._in_project(month) - elsewhere)

    def _in_project(self, month: str) -> int:
        close = self._editions.of(month)
        assert close is not None, "a crowd is made of closed months"
        counts = self._months.counts(close, PROJECT, close.period, Measure.CONTACTS)
        return counts["all"].persons

    def _units(self, crowd: Crowd) -> frozenset[_Unit]:
        found: set[_Unit] = set()
        for month in crowd.months:
            close = self._editions.of(month)
            if close is None:
                continue
            codes = set(crowd.scope.members(self._months.frozen(close)))
            found.update((code, month) for code in codes)
            if crowd.scope == PROJECT:
                found.add((NOWHERE, month))
        return frozenset(found)

    def _of(self, month: str) -> Mapping[str, _Persons]:
        """Return the persons at every workplace in a month."""
        if month not in self._persons:
            close = self._editions.of(month)
            assert close is not None, "a crowd is made of closed months"
            found = {}
            for each in self._months.frozen(close).places:
                scope = place(each.code)
                counts = self._months.counts(close, scope, close.period, Measure.CONTACTS)
                found[each.code] = _persons(counts)
            found[NOWHERE] = _persons(self._months.contacts_outside(close))
            self._persons[month] = found
        return self._persons[month]


def is_about_first(family: Family) -> bool:
    """Tell whether a family splits first contacts only."""
    return family in OF_FIRST


def family_of_measure(measure: str) -> Family | None:
    """Return the family that a measure splits by; None for activity."""
    found = (family for family, split in SPLITS.items() if split.measure == measure)
    return next(found, None)


def _pieces(split: Mapping[Crowd, frozenset[_Unit]]) -> list[frozenset[_Unit]]:
    """Return the contacts that lie in the same crowds."""
    inside: dict[_Unit, list[Crowd]] = {}
    for crowd, units in split.items():
        for unit in units:
            inside.setdefault(unit, []).append(crowd)
    pieces: dict[frozenset[Crowd], set[_Unit]] = {}
    for unit, crowds in inside.items():
        pieces.setdefault(frozenset(crowds), set()).add(unit)
    return [frozenset(piece) for piece in pieces.values()]


def _persons(counts: Mapping[str, object]) -> _Persons:
    persons = {code: getattr(count, "persons", 0) for code, count in counts.items()}
    return _Persons(persons.get("all", 0), persons.get("first", 0), persons.get("anonymous", 0))
