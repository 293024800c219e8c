"""The ladder: rows are released as fine as they can be, the others coarser, the last ones dropped.

A node says how coarse each quasi-identifier is. On the first rung all rows are tried at every
node, and the node with the least loss is taken: the points lost by the rows that are safe there,
and :data:`DROPPED` points for each of the others. What is not safe there goes on to the next rung,
which is the node with the least loss for the rest among those that are nowhere finer; and so on
until nothing more is released. Equal losses are decided by the order of the nodes, so that equal
data give equal packs.

Released groups never fall together with others: a rung releases all rows that look alike or none,
and coarser values are other words than finer ones.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from math import prod
from typing import NamedTuple

from app.errors import UserError
from app.export.evaluator.diversity import face_of, is_safe
from app.export.evaluator.quasi import FINEST, LADDERS, Node, loss_of, tables
from app.models.evaluator_rows import ContactRow
from app.models.periods import Period
from app.texts import Text

DROPPED = 150
"""What a dropped row costs: more than a row of which all but the reasons is withheld."""

_WATCHED = 1
_ALL_STEPS = prod(len(ladder.losses) for ladder in LADDERS[: _WATCHED + 1])
"""How many branches the first two quasi-identifiers make; progress is told after each."""

Progress = Callable[[int, int], None]
"""Told how many steps of how many are done; it may raise :class:`Cancelled`."""


class Cancelled(UserError):
    """Somebody does not want the pack any more; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            Text("Pakken blev ikke lavet.", "The pack was not made."),
            Text("Du annullerede.", "You cancelled."),
            Text("Der er ikke skrevet noget.", "Nothing was written."),
        )


class Rung(NamedTuple):
    """What one rung released: groups of rows that look alike at its node."""

    node: Node
    groups: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> int:
        """How many rows it released."""
        return sum(map(len, self.groups))


class Climb(NamedTuple):
    """The rungs in their order, and the rows that no rung could take; rows by their position."""

    rungs: tuple[Rung, ...]
    dropped: tuple[int, ...]


def unwatched(_done: int, _of: int) -> None:
    """Let work go on that nobody watches."""


def climb(
    rows: Sequence[ContactRow],
    whole: Period,
    k: int,
    progress: Progress = unwatched,
    floor: Node = FINEST,
) -> Climb:
    """Return which rows are released at which rung, nowhere finer than ``floor``.

    Raises what ``progress`` raises.
    """
    numbers = tables(rows, whole)
    rungs: list[Rung] = []
    left = tuple(range(len(rows)))
    while left:
        search = _Search(rows, numbers, k, floor, progress if not rungs else unwatched)
        found = search.best(left)
        if not found.groups:
            break
        rungs.append(found)
        taken = {index for group in found.groups for index in group}
        left, floor = tuple(index for index in left if index not in taken), found.node
    return Climb(tuple(rungs), left)


def with_company(
    climbed: Climb, rows: Sequence[ContactRow], k: int, others: Collection[str], *, erased: bool
) -> Climb:
    """Return a climb in which nobody is left out, or at least k persons are.

    A published sum less the rows is the sum of what was left out. Of one or two persons it would
    be their portrait; so more are left out with them, from the coarsest rung and a group that can
    spare them. ``others`` are persons left out before the climb; contacts of ``erased`` ones are
    left out anyway, and nobody knows any more of how many persons they are.
    """
    while climbed.rungs and (climbed.dropped or others or erased):
        missing = k - len({*others, *(rows[index].person for index in climbed.dropped)})
        if missing <= 0:
            break
        last = climbed.rungs[-1]
        largest = max(last.groups, key=lambda group: (len(group), group))
        spared = _spared(largest, rows, missing, climbed.dropped)
        kept = tuple(index for index in largest if index not in spared)
        if not is_safe((face_of(rows[index]) for index in kept), k):
            spared, kept = set(largest), ()
        groups = tuple(kept if group == largest else group for group in last.groups)
        rung = Rung(last.node, tuple(group for group in groups if group))
        rungs = (*climbed.rungs[:-1], rung) if rung.groups else climbed.rungs[:-1]
        climbed = Climb(rungs, tuple(sorted((*climbed.dropped, *spared))))
    return climbed


def _spared(
    group: Sequence[int], rows: Sequence[ContactRow], persons: int, dropped: Sequence[int]
) -> set[int]:
    """Return the rows in a group of the first so many persons of whom nothing is left out yet."""
    known = {rows[index].person for index in dropped}
    new = list(dict.fromkeys(p for index in group if (p := rows[index].person) not in known))
    chosen = set(new[:persons])
    return {index for index in group if rows[index].person in chosen}


class _Search:
    """Looks for the node of least loss, splitting the rows by one quasi-identifier at a time.

    A part with fewer than k persons can never become safe by further splitting, so it is counted as
    left at once; a branch that already costs more than the best node is not followed.
    """

    def __init__(
        self,
        rows: Sequence[ContactRow],
        numbers: list[list[list[int]]],
        k: int,
        floor: Node,
        progress: Progress,
    ) -> None:
        self._faces = [face_of(row) for row in rows]
        self._numbers = numbers
        self._k = k
        self._floor = floor
        self._progress = progress
        self._best: tuple[int, Node] | None = None
        self._rung = Rung(floor, ())
        self._steps = 0

    def best(self, left: tuple[int, ...]) -> Rung:
        """Return the rung of least loss for these rows; without groups where nothing is safe."""
        self._go((), [left], 0, 0)
        return self._rung

    def _go(self, node: Node, parts: list[tuple[int, ...]], lost: int, points: int) -> None:
        """Follow all nodes that begin like ``node``; ``lost`` is the loss of the rows left behind.

        ``points`` are those of the levels chosen so far, which every row of ``parts`` loses.
        """
        depth = len(node)
        if self._best is not None and lost + points * sum(map(len, parts)) > self._best[0]:
            return
        if depth == len(LADDERS):
            self._judge(node, parts, lost)
            return
        levels = range(self._floor[depth], len(LADDERS[depth].losses))
        for level in levels:
            if depth == _WATCHED:
                self._progress(self._steps, _ALL_STEPS)
                self._steps += 1
            numbers = self._numbers[depth][level]
            split, behind = [], 0
            for part in parts:
                for piece in _split(part, numbers):
                    if self._has_k(piece):
                        split.append(piece)
                    else:
                        behind += len(piece)
            more = LADDERS[depth].losses[level]
            self._go((*node, level), split, lost + behind * DROPPED, points + more)

    def _judge(self, node: Node, parts: list[tuple[int, ...]], lost: int) -> None:
        safe = [part for part in parts if is_safe((self._faces[i] for i in part), self._k)]
        released = sum(map(len, safe))
        unsafe = sum(map(len, parts)) - released
        loss = lost + unsafe * DROPPED + released * loss_of(node)
        if self._best is None or (loss, node) < self._best:
            self._best = loss, node
            self._rung = Rung(node, tuple(sorted(safe)))

    def _has_k(self, part: tuple[int, ...]) -> bool:
        seen: set[str] = set()
        for index in part:
            seen.add(self._faces[index].person)
            if len(seen) == self._k:
                return True
        return False


def _split(part: tuple[int, ...], numbers: list[int]) -> list[tuple[int, ...]]:
    pieces: defaultdict[int, list[int]] = defaultdict(list)
    for index in part:
        pieces[numbers[index]].append(index)
    return [tuple(piece) for piece in pieces.values()]
