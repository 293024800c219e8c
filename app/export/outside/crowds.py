"""Of whom a table may tell: nobody can be singled out by setting one table against another.

A table about people splits a crowd: the contacts of a scope in some months. Where two crowds
overlap, a reader can set one table against the other: a 0 beside a mark tells what those have who
are only in the larger one. So all crowds that were ever split cut the contacts into pieces, and
every piece must have nobody in it, or at least k persons. Then whatever can be worked out, zeros
included, is about a piece of at least k.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from app.export.outside.changes import NOWHERE, OF_FIRST
from app.export.outside.editions import Editions
from app.export.outside.months import Close, Months
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.scopes import PROJECT, Scope, place
from app.models.frozen_cells import Measure


class Crowd(NamedTuple):
    """The contacts of a scope in some months; ``first`` where only first contacts are split."""

    scope: Scope
    months: frozenset[str]
    first: bool


class _Persons(NamedTuple):
    all: int
    first: int
    anonymous: int


_NOBODY = _Persons(0, 0, 0)
_Unit = tuple[str, str]
"""A workplace and a month."""


class Crowds:
    """The crowds that were split so far, and which others may be."""

    def __init__(self, months: Months, editions: Editions, k: int, split: Iterable[Crowd]) -> None:
        self._months, self._editions, self._k = months, editions, k
        self._split: dict[Crowd, frozenset[_Unit]] = {}
        self._persons: dict[Close, Mapping[str, _Persons]] = {}
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
        before = set(_pieces(old).values())
        return all(
            piece in before or self._is_large(piece, scopes, first=crowd.first)
            for scopes, piece in _pieces(new).items()
        )

    def have(self, scope: Scope, closes: Iterable[Close]) -> bool:
        """Tell whether a scope gets these editions, or later ones, by itself."""
        found = [(self._editions.of(scope, close.month), close) for close in closes]
        return all(edition is not None and edition >= close for edition, close in found)

    def is_empty(self, crowd: Crowd) -> bool:
        """Tell whether there is nobody in a crowd."""
        return self._has_nobody(self._units(crowd), [crowd], first=crowd.first)

    def _has_nobody(
        self, piece: Collection[_Unit], having: Iterable[Crowd], *, first: bool
    ) -> bool:
        there = [
            self._at(close, code)
            for month, codes in _by_month(piece).items()
            for close in self._closes(having, month)
            for code in codes
        ]
        return not any(each.first if first else each.all for each in there)

    def _is_large(self, piece: Collection[_Unit], having: Iterable[Crowd], *, first: bool) -> bool:
        enough = self._least(piece, having, first=first) >= self._k
        return enough or self._has_nobody(piece, having, first=first)

    def _least(self, piece: Collection[_Unit], having: Iterable[Crowd], *, first: bool) -> int:
        """Return how many persons are in a piece at least; who came often counts once.

        Who has it in several editions has it in the smallest.
        """
        closes = {m: (self._closes(having, m), codes) for m, codes in _by_month(piece).items()}
        of_first = sum(
            min(sum(self._at(close, code).first for code in codes) for close in editions)
            for editions, codes in closes.values()
        )
        if first:
            return of_first
        in_months = (
            min(self._in_month(close, codes) for close in editions)
            for editions, codes in closes.values()
        )
        return max(of_first, *in_months)

    def _in_month(self, close: Close, codes: Collection[str]) -> int:
        known = self._of(close)
        here = [self._at(close, code) for code in codes]
        elsewhere = sum(each.all for code, each in known.items() if code not in codes)
        registered = sum(each.first for each in here) + max(each.anonymous for each in here)
        largest = max(each.all for each in here)
        counts = self._months.counts(close, PROJECT, close.period, Measure.CONTACTS)
        return max(registered, largest, counts["all"].persons - elsewhere)

    def _closes(self, having: Iterable[Crowd], month: str) -> set[Close]:
        """Return the editions of a month in which crowds are told of it."""
        found = {self._editions.of(scope, month) for scope in {crowd.scope for crowd in having}}
        return {close for close in found if close is not None}

    def _units(self, crowd: Crowd) -> frozenset[_Unit]:
        found: set[_Unit] = set()
        for month in crowd.months:
            close = self._editions.of(crowd.scope, month)
            if close is None:
                continue
            codes = set(crowd.scope.members(self._months.frozen(close)))
            found.update((code, month) for code in codes)
            if crowd.scope == PROJECT:
                found.add((NOWHERE, month))
        return frozenset(found)

    def _at(self, close: Close, code: str) -> _Persons:
        return self._of(close).get(code, _NOBODY)

    def _of(self, close: Close) -> Mapping[str, _Persons]:
        """Return the persons at every workplace in a month."""
        if close not in self._persons:
            found = {}
            for each in self._months.frozen(close).places:
                scope = place(each.code)
                counts = self._months.counts(close, scope, close.period, Measure.CONTACTS)
                found[each.code] = _persons(counts)
            found[NOWHERE] = _persons(self._months.outside(close, Measure.CONTACTS))
            self._persons[close] = found
        return self._persons[close]


def is_about_first(family: Family) -> bool:
    """Tell whether a family splits first contacts only."""
    return family in OF_FIRST


def family_of_measure(measure: str) -> Family | None:
    """Return the family that a measure splits by; None for activity."""
    found = (family for family, split in SPLITS.items() if split.measure == measure)
    return next(found, None)


def _pieces(split: Mapping[Crowd, frozenset[_Unit]]) -> dict[frozenset[Crowd], frozenset[_Unit]]:
    """Return the contacts that lie in the same crowds, by these crowds."""
    inside: dict[_Unit, list[Crowd]] = {}
    for crowd, units in split.items():
        for unit in units:
            inside.setdefault(unit, []).append(crowd)
    pieces: dict[frozenset[Crowd], set[_Unit]] = {}
    for unit, crowds in inside.items():
        pieces.setdefault(frozenset(crowds), set()).add(unit)
    return {crowds: frozenset(piece) for crowds, piece in pieces.items()}


def _by_month(piece: Iterable[_Unit]) -> dict[str, set[str]]:
    """Return the workplaces of a piece by month."""
    found: dict[str, set[str]] = {}
    for code, month in piece:
        found.setdefault(month, set()).add(code)
    return found


def _persons(counts: Mapping[str, object]) -> _Persons:
    persons = {code: getattr(count, "persons", 0) for code, count in counts.items()}
    return _Persons(persons.get("all", 0), persons.get("first", 0), persons.get("anonymous", 0))
