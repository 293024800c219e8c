"""Which revision of a closed month each reader gets: a correction of few waits, for them alone.

Marks beside true zeros say "at least one", so a figure that goes from 0 to a mark tells of those who
were added. Whoever has several editions, or reads of a workplace beside the project, sets one against
the other. So all editions that went out cut what was corrected into pieces, as tables cut the contacts
(:mod:`app.export.outside.crowds`), and a scope gets an edition only if every piece changed no figure,
or concerns k persons at least. The project chooses first, then who else reports, in the order in which
they are planned: where a workplace has too few of a correction, it waits, and nobody else.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from app.export.outside.changes import Changes, Piece
from app.export.outside.entries import Entries
from app.export.outside.months import Close, Months
from app.export.outside.profiles import Family
from app.export.outside.scopes import PROJECT, Scope
from app.models.frozen import Frozen

_Out = Mapping[Scope, frozenset[int]]
"""The revisions of a month that each scope has."""


class Editions:
    """The revisions that have gone out, and those that may."""

    def __init__(self, months: Months, out: Entries, k: int) -> None:
        """Take the entries that went out, and how many persons a correction must concern."""
        self._months, self._k = months, k
        self._out: dict[str, dict[Scope, frozenset[int]]] = {}
        self._reporting: dict[str, set[Scope]] = {}
        for (scope, close), families in out.items():
            of_month = self._out.setdefault(close.month, {})
            of_month[scope] = of_month.get(scope, frozenset()) | {close.revision}
            if Family.ACTIVITY in families:
                self._reporting.setdefault(close.month, set()).add(scope)
        self._found: dict[tuple[Scope, str], Close | None] = {}

    def of(self, scope: Scope, month: str) -> Close | None:
        """Return the revision of a month that goes out for a scope; None where the month is open."""
        key = (scope, month)
        if key not in self._found:
            newest = self._months.newest(month)
            self._found[key] = newest and self._choose(scope, newest)
        return self._found[key]

    def waits(self, scope: Scope, month: str) -> bool:
        """Tell whether a newer revision is kept back for a scope, as it changed too little."""
        return self.of(scope, month) != self._months.newest(month)

    def stays(self, scope: Scope, month: str) -> bool:
        """Tell whether that is for good: the project has a newer revision than a part of it."""
        ours, whole = self.of(scope, month), self.of(PROJECT, month)
        return ours is not None and whole is not None and ours < whole

    def closed(self, first: str, last: str) -> list[str]:
        """Return the closed months from the first to the last."""
        return self._months.names(first, last)

    def frozen(self, close: Close) -> Frozen:
        """Return the figures of a revision."""
        return self._months.frozen(close)

    def _choose(self, scope: Scope, newest: Close) -> Close:
        month, out = newest.month, self._presumed(scope, newest.month)
        own = max(out.get(scope, {0}))
        if not out:
            return newest
        changes = Changes(self._months, month)
        told = set(_pieces(changes, out))
        for revision in reversed(changes.revisions):
            if revision <= own:
                break
            more = {**out, scope: out.get(scope, frozenset()) | {revision}}
            new = set(_pieces(changes, more)) - told
            # Who belongs to an organisation may change, too, and then its figures with it.
            if own and not changes.are_of(scope, (own, revision), self._k):
                continue
            if all(changes.is_of(piece, self._k) for piece in new):
                return Close(month, revision)
        return Close(month, own or changes.revisions[0])

    def _presumed(self, scope: Scope, month: str) -> dict[Scope, frozenset[int]]:
        """Return what is out once everybody who is planned before a scope has what they may get."""
        out = dict(self._out.get(month, {}))
        if not out or scope == PROJECT:
            return out
        others = sorted(self._reporting.get(month, set()) - {PROJECT})
        for each in (PROJECT, *(other for other in others if other < scope)):
            edition = self.of(each, month)
            assert edition is not None, "what is out is closed"
            out[each] = out.get(each, frozenset()) | {edition.revision}
        return out


def _pieces(changes: Changes, out: _Out) -> Iterator[Piece]:
    """Yield what was corrected and is told, cut by who is told of it, and in which editions."""
    found: dict[frozenset[tuple[Scope, int]], dict[str, tuple[int, int]]] = {}
    units = {scope: changes.units(scope) for scope in out}
    for unit in changes.units(PROJECT):
        for before, after in pairwise(changes.revisions):
            having = frozenset(
                (scope, revision)
                for scope, revisions in out.items()
                if unit in units[scope]
                for revision in revisions
                if revision >= after
            )
            if having:
                piece = found.setdefault(having, {})
                first, _ = piece.get(unit, (before, after))
                piece[unit] = (first, after)
    for piece in found.values():
        yield frozenset((unit, *span) for unit, span in piece.items())
