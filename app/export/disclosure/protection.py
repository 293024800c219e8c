"""Protect the next release together with all that went out before.

The attack is always on the union: a table that is safe alone may give away a month when the year to
date is set against the months before it. What is withheld stays withheld, what was shown stays
shown, so only the new cells can still be chosen.
"""

import math
import time
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from app.export.disclosure.attack import View
from app.export.disclosure.certificate import Certificate, room, together
from app.export.disclosure.cuts import Task, Unprotectable
from app.export.disclosure.ledger import Figure, Ledger
from app.export.disclosure.model import MARKED, UNKNOWN, Bounds, Relation, State, System, shown
from app.export.disclosure.pieces import Piece, pieces
from app.export.disclosure.solver import Stop
from app.export.disclosure.suppression import (
    Pattern,
    Progress,
    Watch,
    certified,
    cheapest,
    costs,
)
from app.export.disclosure.threshold import NONE_OF_THEM, Need, Rule, needs_of


class ClosedFigureChanged(ValueError):
    """A figure that was published is another one now: a correction needs a cell of its own."""


class Protected(NamedTuple):
    """What of the asked cells may be shown.

    ``figures`` are for the release. ``primary`` is withheld for its own sake and ``secondary`` to
    protect others; this distinction stays inside. ``lost`` is the sum of the values of the
    secondary cells, ``bound`` what it is at least in any safe pattern, and ``optimal`` tells whether
    no safe pattern costs less. ``certificate`` covers this and all earlier releases. ``task`` is what
    was solved, and ``hidden`` the cells that were chosen; see :func:`with_more_sums`.
    """

    figures: dict[str, Figure]
    primary: frozenset[str]
    secondary: frozenset[str]
    lost: int
    bound: float
    optimal: bool
    certificate: Certificate
    task: Task
    hidden: frozenset[str]


def protect(
    system: System,
    rule: Rule,
    asked: Collection[str],
    *,
    ledger: Ledger = Ledger(),  # noqa: B008 - immutable
    keep: Collection[str] = (),
    watch: Watch | None = None,
    seconds: float | None = None,
    earlier: Certificate | None = None,
) -> Protected:
    """Return which of the asked cells may be shown, hiding as little as possible.

    Args:
        system: the true figures of all cells that are asked for, that were published, and that must
            be protected although nobody publishes them (a month between two sums to date).
        rule: the thresholds.
        asked: the cells of the new release.
        ledger: the earlier releases.
        keep: cells that must be shown.
        watch: told the progress; returns False to stop.
        seconds: stop the search for the cheapest pattern after so long.
        earlier: the certificate of the earlier releases: with it the new one is found sooner.

    Raises:
        Unprotectable: not even hiding everything that may be hidden would be enough.
        Stopped: stopped before a safe pattern was found.
        ClosedFigureChanged: a published figure is another one now.
        ValueError: the system lacks a cell that was asked for or published.
    """
    joint = task_of(system, rule, asked, ledger=ledger, keep=keep)._replace(earlier=earlier)
    floored, pattern = _cheapest_with_floors(joint, watch, seconds)
    while more := of_open_numbers(joint, pattern.certificate):
        joint = joint._replace(needs={**joint.needs, **more})
        floored, pattern = _cheapest_with_floors(joint, watch, seconds)
    known = joint.known(pattern.hidden)
    marked = {cell for cell in asked if known[cell] == MARKED}
    primary = {cell for cell in marked if rule.withholds(system.cells[cell])}
    return Protected(
        figures={cell: _figure(system, cell, marked) for cell in asked},
        primary=frozenset(primary),
        secondary=frozenset(marked - primary),
        lost=sum(system.value(cell) for cell in pattern.hidden),
        bound=pattern.bound,
        optimal=pattern.optimal,
        certificate=pattern.certificate,
        task=floored,
        hidden=pattern.hidden & floored.free.keys(),
    )


def with_more_sums(found: Protected, system: System, stop: Stop | None = None) -> Protected | None:
    """Return what was found with a certificate for who knows more sums; None where it is not safe.

    No pattern is cheaper then: who knows more can work out more.

    Args:
        found: what was found for a part of the sums.
        system: all of them, and the cells they need that nobody publishes.
        stop: asked now and then.

    Raises:
        Stopped: ``stop`` said so.
    """
    task = found.task
    new = {cell: UNKNOWN for cell in system.cells if cell not in task.system.cells}
    cells = {**system.cells, **task.system.cells}
    relations = dict.fromkeys((*system.relations, *task.system.relations))
    task = task._replace(
        system=System(cells.values(), relations),
        fixed={**task.fixed, **new},
        earlier=found.certificate,
    )
    certificate, unmet = certified(task, found.hidden, stop)
    if unmet or of_open_numbers(task, certificate):
        return None
    return found._replace(certificate=certificate, task=task)


def task_of(
    system: System,
    rule: Rule,
    asked: Collection[str],
    *,
    ledger: Ledger = Ledger(),  # noqa: B008 - immutable
    keep: Collection[str] = (),
) -> Task:
    """Return the task of protecting the asked cells together with all earlier releases.

    Args and errors as for :func:`protect`.
    """
    rule.checked()
    earlier = ledger.view()
    for name in (*asked, *earlier.known):
        if name not in system.cells:
            raise ValueError(f"the system lacks {name}")
    for name, (low, high) in earlier.known.items():
        value = system.value(name)
        if value < low or (high is not None and value > high):
            raise ClosedFigureChanged(f"{name} was published as another figure")
    joint = with_relations(system, earlier.relations)
    fixed: dict[str, Bounds] = {}
    free: list[str] = []
    kept, chosen = set(keep), set(asked)
    for cell in joint.cells.values():
        before = earlier.known.get(cell.id, UNKNOWN)
        if before != UNKNOWN or cell.id not in chosen:
            fixed[cell.id] = before
        elif cell.value and rule.withholds(cell):
            fixed[cell.id] = MARKED
        elif cell.value == 0 or cell.id in kept:
            fixed[cell.id] = shown(cell.value)
        else:
            free.append(cell.id)
    withheld = {cell for cell, bounds in fixed.items() if bounds == MARKED}
    widest = fixed | dict.fromkeys(free, MARKED)
    usual: dict[str, Need] = {}
    needs = needs_with(joint, rule, ledger, widest, withheld)
    among_few = {cell for cell, need in needs.items() if need.low == NONE_OF_THEM}
    if among_few:
        of_many = needs_with(joint, rule, ledger, widest, joint.cells)
        usual = {cell: of_many[cell] for cell in of_many if cell in among_few}
    return Task(joint, needs, fixed, costs(joint, free), rule.width, usual=usual)


def with_real_floors(task: Task, stop: Stop | None = None) -> Task:
    """Return the task with ranges that begin where they must, whatever is withheld.

    Marks and zeros can say more than :func:`~app.export.disclosure.model.floors` finds: where a zero
    became a mark, what grew with it is one more than it was. No pattern hides that, so the k−1
    values are counted from there; but not among so few contacts that none of them must be possible.

    Raises:
        Unprotectable: a cell has fewer than k−1 values even so.
        Stopped: ``stop`` said so.
    """
    wanting = beyond_reach(task, task.needs, stop)
    numbers = {
        task.system.cells[cell].among for cell in wanting if task.needs[cell].low == NONE_OF_THEM
    }
    if numbers:
        task = _with_hidden_numbers(task, numbers)
        wanting = beyond_reach(task, task.needs, stop)
    needs = dict(task.needs)
    for cell, (low, high) in wanting.items():
        need = task.needs[cell]
        if not begins_elsewhere(need, Bounds(low, high)):
            raise Unprotectable(cell)
        needs[cell] = Need(low, low + need.width, need.width)
    return task._replace(needs=needs)


def _with_hidden_numbers(task: Task, numbers: Collection[str | None]) -> Task:
    """Return the task with these numbers of contacts withheld, where they can still be.

    Then there is usual room again for what is counted among them.
    """
    known = task.known(task.free)
    withheld = {number for number in numbers if number is not None and not known[number].exact}
    room_of_it = Need(1, 1 + task.width, task.width)
    usual = {c: n for c, n in task.usual.items() if task.system.cells[c].among in withheld}
    return task._replace(
        needs={**task.needs, **usual, **dict.fromkeys(withheld, room_of_it)},
        fixed={**task.fixed, **dict.fromkeys(withheld & task.free.keys(), MARKED)},
        free={cell: cost for cell, cost in task.free.items() if cell not in withheld},
    )


def begins_elsewhere(need: Need, bounds: Bounds) -> bool:
    """Tell whether a range that misses a need has its k−1 values all the same."""
    low, high = bounds
    return need.low != NONE_OF_THEM and (high is None or high - low >= need.width)


def beyond_reach(task: Task, cells: Collection[str], stop: Stop | None = None) -> dict[str, Bounds]:
    """Return those of the cells whose need is not met although all is withheld that may be.

    Each stands with what is left open: the least value exactly, the greatest as far as it matters.
    """
    known = task.known(task.free)
    width = max((need.width for need in task.needs.values()), default=0)
    view = View(tuple(task.system.relations), known)
    ranges = room(view, width, cells, stop, task.earlier)
    found = {cell: ranges.get(cell, known[cell]) for cell in cells if cell in task.needs}
    return {
        cell: Bounds(low, high)
        for cell, (low, high) in found.items()
        if not task.needs[cell].met(low, math.inf if high is None else high)
    }


def _cheapest_with_floors(
    task: Task, watch: Watch | None, seconds: float | None
) -> tuple[Task, Pattern]:
    # Asked first, because a search for what cannot be found takes far longer.
    floored = with_real_floors(task, watch and told_by(watch, time.monotonic()))
    found = _cheapest_of_all(floored, watch, seconds)
    withheld = task.free.keys() - floored.free.keys()
    cost = sum(task.free[cell] for cell in withheld)
    return floored, found._replace(
        hidden=found.hidden | withheld, cost=found.cost + cost, bound=found.bound + cost
    )


def told_by(watch: Watch, begun: float) -> Stop:
    """Return what stops when a watch does, while nothing is known of the cost yet."""
    return lambda: not watch(Progress(None, 0.0, time.monotonic() - begun))


def of_open_numbers(task: Task, certificate: Certificate) -> dict[str, Need]:
    """Return the needs of cells among few contacts that have too little room, as nobody knows how few.

    Where the number of contacts is told, no more can stay open than there are; a pattern that hides
    it must leave the usual room.
    """
    ranges = certificate.ranges()
    found = {}
    for cell, usual in task.usual.items():
        low, high = ranges.get(task.system.cells[cell].among or cell, (0, 0))
        if low < high and task.needs[cell] != usual and not usual.met(*ranges[cell]):
            found[cell] = usual
    return found


def promised(rule: Rule, ledger: Ledger) -> Rule:
    """Return the rule by which the weakest of all releases was made."""
    return Rule(min((rule.k, *(each.k for each in ledger.releases))), rule.headcount)


def with_relations(system: System, relations: Sequence[Relation]) -> System:
    """Return the system with these relations as well."""
    return System(system.cells.values(), dict.fromkeys((*system.relations, *relations)))


def needs_with(
    system: System,
    rule: Rule,
    ledger: Ledger,
    known: Mapping[str, Bounds],
    withheld: Collection[str] = (),
) -> dict[str, Need]:
    """Return the needs of all withheld cells: the new ones by the rule, and those of the ledger.

    What an earlier release promised cannot be raised afterwards where its k was smaller, and is kept
    where it was larger. ``withheld`` as for :func:`~app.export.disclosure.threshold.needs_of`.
    """
    needs = needs_of(system, rule, known, withheld)
    smallest = promised(rule, ledger).k
    by_k = {rule.k: dict(needs)}
    for cell, bounds in ledger.view().known.items():
        needs.pop(cell, None)
        if bounds.exact:
            continue
        k = ledger.promised.get(cell, smallest)
        if k not in by_k:
            by_k[k] = needs_of(system, rule._replace(k=k), known, withheld)
        if cell in by_k[k]:
            needs[cell] = by_k[k][cell]
        elif bounds == MARKED:
            needs[cell] = Need(None, None, rule._replace(k=k).width)
    return needs


def split(task: Task) -> list[Task]:
    """Return tasks that can be solved one by one, because no chain of open sums connects them.

    Those in which there is nothing to choose stay together, as the last one.
    """
    choices: list[list[Piece]] = []
    without_choice: list[Piece] = []
    for piece in pieces(task.system.relations, task.known(task.free)):
        if any(cell in task.free for cell in piece.cells):
            choices.append([piece])
        else:
            without_choice.append(piece)
    groups = [*choices, without_choice] if without_choice else choices
    return [_part(task, group) for group in groups]


def _part(task: Task, group: Sequence[Piece]) -> Task:
    """Return the task of some pieces."""
    relations = dict.fromkeys(each.relation for piece in group for each in piece.sums)
    own = {cell for piece in group for cell in piece.cells}
    names = own.union(*((r.total, *r.parts) for r in relations))
    return task._replace(
        system=System([task.system.cells[n] for n in task.system.cells if n in names], relations),
        needs={cell: need for cell, need in task.needs.items() if cell in own},
        fixed={cell: bounds for cell, bounds in task.fixed.items() if cell in names},
        free={cell: cost for cell, cost in task.free.items() if cell in own},
        usual={},
    )


def _cheapest_of_all(task: Task, watch: Watch | None, seconds: float | None) -> Pattern:
    """Return the patterns of independent tasks together, the largest task last."""
    begun = time.monotonic()
    hidden: frozenset[str] = frozenset()
    cost, bound, optimal = 0.0, 0.0, True
    parts = split(task)
    certificates: dict[int, Certificate] = {}
    for number in sorted(range(len(parts)), key=lambda n: len(parts[n].free)):
        part = parts[number]
        left = None if seconds is None else max(0.0, seconds - (time.monotonic() - begun))
        heard = watch and _added(watch, cost, bound, begun)
        found = cheapest(part, heard, left) if part.free else _unchanged(part, heard)
        hidden |= found.hidden
        cost, bound, optimal = cost + found.cost, bound + found.bound, optimal and found.optimal
        certificates[number] = found.certificate
    # In the order of the figures: that of the search would tell where most could be chosen.
    in_order = (certificates[number] for number in range(len(parts)))
    return Pattern(hidden, cost, bound, optimal, together(in_order))


def _unchanged(task: Task, watch: Watch | None) -> Pattern:
    """Return the pattern of a task in which there is nothing to choose: the proof is all it needs."""
    stop = watch and told_by(watch, time.monotonic())
    certificate, unmet = certified(task, (), stop)
    if unmet:
        raise Unprotectable(unmet[0])
    return Pattern(frozenset(), 0.0, 0.0, optimal=True, certificate=certificate)


def _added(watch: Watch, cost: float, bound: float, begun: float) -> Watch:
    def told(progress: Progress) -> bool:
        of_all = None if progress.cost is None else progress.cost + cost
        return watch(Progress(of_all, progress.bound + bound, time.monotonic() - begun))

    return told


def _figure(system: System, cell: str, marked: Collection[str]) -> Figure:
    if cell in marked:
        return None
    state = system.cells[cell].state
    return system.value(cell) if state is State.COUNTED else state
