"""Which figures take part in a release: those that are printed, and those that connect them."""

from collections.abc import Mapping
from typing import NamedTuple

from app.export.outside.months import Close, Months
from app.export.outside.profiles import NEEDS, Family
from app.export.outside.scopes import PROJECT, Kind, Scope, organisations, place


class Entry(NamedTuple):
    """The figures of a scope in a revision of a month."""

    scope: Scope
    close: Close


Entries = Mapping[Entry, frozenset[Family]]


def merged(one: Entries, other: Entries) -> Entries:
    """Return all entries of two, each with the families of both."""
    return {
        entry: one.get(entry, frozenset()) | other.get(entry, frozenset())
        for entry in (*one, *other)
    }


def connected(entries: Entries, months: Months) -> dict[Entry, frozenset[Family]]:
    """Return the entries with all that a reader can set against them.

    A workplace is part of its organisation and of the project, so these come along, published or
    not. So does whoever has the month in another edition with the same figures: who sees that
    nothing changed there sets them against the whole.
    """
    found = dict(entries)
    known: dict[Entry, frozenset[Family]] = {}
    while known != found:
        known = dict(found)
        for entry, families in known.items():
            _add(found, entry, families | {Family.ACTIVITY} | _totals(families))
            alike = _unchanged(entry, families, known, months)
            for other, needed in (*_around(entry, families, known, months), *alike):
                _add(found, other, needed)
    return found


def _totals(families: frozenset[Family]) -> frozenset[Family]:
    return frozenset(NEEDS[family] for family in families if family in NEEDS)


def _add(
    entries: dict[Entry, frozenset[Family]], entry: Entry, families: frozenset[Family]
) -> None:
    entries[entry] = entries.get(entry, frozenset()) | families


def _around(
    entry: Entry, families: frozenset[Family], entries: Entries, months: Months
) -> list[tuple[Entry, frozenset[Family]]]:
    scope, close = entry
    frozen = months.frozen(close)
    found: list[tuple[Entry, frozenset[Family]]] = []
    if Family.PLACES in families:
        activity = frozenset({Family.ACTIVITY})
        found += [(Entry(place(code), close), activity) for code in scope.members(frozen)]
    shared = families - {Family.PLACES, Family.QUARTER}
    if scope.kind is not Kind.PROJECT:
        found.append((Entry(PROJECT, close), shared))
    if scope.kind is Kind.PLACE:
        released = {each.scope for each in entries}
        found += [
            (Entry(each, close), shared)
            for each in organisations(frozen)
            if each in released and scope.name in each.members(frozen)
        ]
    return found


def _unchanged(
    entry: Entry, families: frozenset[Family], entries: Entries, months: Months
) -> list[tuple[Entry, frozenset[Family]]]:
    """Return the parts of a whole that have the month in another edition with the same figures."""
    scope, close = entry
    if scope.kind is Kind.PLACE:
        return []
    members = set(scope.members(months.frozen(close)))
    return [
        (Entry(other.scope, close), families & has - {Family.PLACES, Family.QUARTER})
        for other, has in entries.items()
        if other.close.month == close.month
        and other.close != close
        and other.scope != scope
        and months.are_same(other.scope, other.close, close)
        and set(other.scope.members(months.frozen(close))) < members
    ]
