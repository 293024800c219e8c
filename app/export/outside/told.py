"""Which periods a report tells of: the month, the year to it, and what must wait.

A month of too few is not split. Nor is it part of a year to date that is split, until it makes up a
crowd together with other such months; see :mod:`app.export.outside.crowds`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.export.outside.crowds import Crowd, Crowds
from app.export.outside.editions import Editions
from app.export.outside.figures import Block
from app.export.outside.months import Close
from app.export.outside.scopes import PROJECT, Scope


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a scope: ``split`` by whether it is about first contacts only.

    ``to_date`` are the months so far, none where one of them is ``missing`` or where the month is
    the first of the year. The blocks of a split are those of which its year to date is the sum; nobody
    came in the ``empty`` months.
    """

    scope: Scope
    close: Close
    to_date: tuple[Close, ...]
    missing: tuple[str, ...]
    months: dict[bool, bool] = field(default_factory=dict)
    blocks: dict[bool, tuple[Block, ...]] = field(default_factory=dict)
    empty: frozenset[str] = frozenset()

    @property
    def month(self) -> Block:
        """The month itself."""
        return Block(self.scope, (self.close,), self.close.month)

    @property
    def year(self) -> Block | None:
        """All months so far; None where there is no year to date."""
        return Block(self.scope, self.to_date, self.close.span) if self.to_date else None

    def split(self, *, first: bool) -> list[Block]:
        """Return the periods by which a table about people is split."""
        found = [self.month] if self.months[first] else []
        closes = sorted(close for block in self.blocks[first] for close in block.closes)
        if closes:
            found.append(Block(self.scope, tuple(closes), self.close.span))
        return found

    def left_out(self, *, first: bool) -> list[str]:
        """Return the months that a split year to date lacks; one in which nobody came lacks nobody."""
        there = {close.month for block in self.blocks[first] for close in block.closes}
        months = [close.month for close in self.to_date]
        return [month for month in months if month not in there | self.empty]


def told_of(
    crowds: Crowds, editions: Editions, scope: Scope, close: Close, missing: Sequence[str]
) -> Told:
    """Return what may be told of a scope, and note the crowds that are split by it.

    ``missing`` are the months of the year so far that hold anything and are not closed.
    """
    names = editions.closed(f"{close.year}-01", close.month)
    closes = [close if name == close.month else editions.of(scope, name) for name in names]
    known = (each for each in closes if each is not None)
    there = tuple(each for each in known if scope.codes(editions.frozen(each)) is not None)
    is_first_month = close.year_to_date == close.period
    to_date = () if missing or is_first_month else there
    alone = {each.month: Crowd(scope, frozenset({each.month}), first=False) for each in to_date}
    empty = frozenset(name for name, crowd in alone.items() if crowds.is_empty(crowd))
    told = Told(scope, close, to_date, tuple(missing), empty=empty)
    for first in (False, True):
        month = Crowd(scope, frozenset({close.month}), first)
        told.months[first] = crowds.allows(month)
        if told.months[first]:
            crowds.add(month)
        told.blocks[first] = _blocks(crowds, told, first=first)
    return told


def _blocks(crowds: Crowds, told: Told, *, first: bool) -> tuple[Block, ...]:
    scope = told.scope
    large = [
        close
        for close in told.to_date
        if crowds.allows(Crowd(scope, frozenset({close.month}), first))
    ]
    small = [close for close in told.to_date if close not in large] if scope == PROJECT else []
    earlier = frozenset[str]().union(*(crowd.months for crowd in crowds.of(scope, first)))
    known = [close for close in small if close.month in earlier]
    for pooled in (small, known, []):
        chosen = frozenset(close.month for close in (*large, *pooled))
        crowd = Crowd(scope, chosen, first)
        # Zeros of the months that are left would read as if nobody had come in the others.
        misleads = len(chosen) < len(told.to_date) and crowds.is_empty(crowd)
        if chosen and not misleads and crowds.allows(crowd):
            crowds.add(crowd)
            return (
                *(Block(scope, (close,), close.month) for close in large),
                *_pools(crowds, scope, pooled, first=first),
            )
    return ()


def _pools(crowds: Crowds, scope: Scope, small: Sequence[Close], *, first: bool) -> list[Block]:
    """Return the months that only ever stood together, as one block each time."""
    pools: dict[frozenset[Crowd], list[Close]] = {}
    for close in small:
        inside = frozenset(c for c in crowds.of(scope, first) if close.month in c.months)
        pools.setdefault(inside, []).append(close)
    return [
        Block(scope, tuple(pool), "+".join(close.month for close in pool))
        for pool in pools.values()
    ]
