"""The pack beside the reports that went out: what both together give away.

The attacker has every report of the project with all its sums (docs/decisions/0010) and counts the
rows of the pack. Every figure of the project that a report prints or withholds is then held between
what the rows say at least and at most; so is the sum of the months of every time that stands at a
row. Where less is left open of a withheld count than the reports leave, the pack gives it away.

Figures that were corrected since the report do not fit the rows. What they would tell is not true,
so these are not set against each other.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.export.disclosure import Bounds, Cell, Ledger, Relation, Rule, System, View, attack
from app.export.disclosure.attack import Contradiction
from app.export.disclosure.model import UNKNOWN, shown
from app.export.disclosure.pieces import pieces
from app.export.disclosure.protection import needs_with
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.disclosure.threshold import Need
from app.export.evaluator.said import COLUMN, Said, Span
from app.export.outside.kept import ledger_of, read, truth_of
from app.export.outside.scopes import PROJECT
from app.models.evaluator_rows import months_of
from app.models.periods import Period, parse_month
from app.models.releases import StoredRelease

Stop = Callable[[], bool]

_FIRST = 100
"""How many cells are attacked at first: of a pack that leaks, mostly one of them does."""


class Figure(NamedTuple):
    """A figure of the project in a report: what is counted, and when."""

    measure: str
    code: str
    span: Span


class Reports:
    """The reports that went out, read once."""

    def __init__(self, stored: Sequence[StoredRelease], rule: Rule) -> None:
        self.ledger: Ledger = ledger_of(read(stored))
        self.truth: Mapping[str, Cell] = truth_of(stored)
        self.view: View = self.ledger.view()
        system = System(self.truth.values(), self.view.relations)
        known = {cell: self.view.known.get(cell, UNKNOWN) for cell in system.cells}
        self.needs: Mapping[str, Need] = needs_with(system, rule, self.ledger, known)
        self.figures: Mapping[Figure, str] = _newest(self.view.known)
        self._before: dict[str, Bounds] = {}

    def given_away(
        self, known: Mapping[str, Bounds], relations: Sequence[Relation], stop: Stop | None = None
    ) -> Iterator[str]:
        """Yield the withheld cells of which less is left open than the reports alone leave.

        A figure that no report prints or marks may be known from the pack alone: that is what its
        k and l are for. It must not be known better from both. Leaks are looked for one by one:
        who only wants to know whether there is any, need not wait for all.

        Args:
            known: what else is known: of cells of the reports, or of new ones.
            relations: how new cells and those of the reports add up.
            stop: asked before every cell.

        Raises:
            Contradiction: reports and rows cannot both be true.
            Stopped: ``stop`` said so.
        """
        view = self._with(known, relations)
        touched = set(known).union(*((r.total, *r.parts) for r in relations))
        try:
            parts = pieces(view.relations, view.known)
        except ValueError as error:
            raise Contradiction from error
        near = {cell for part in parts if touched.intersection(part.cells) for cell in part.cells}
        near |= touched
        asked = [cell for cell in self.needs if cell in near]
        for some in (asked[:_FIRST], asked[_FIRST:]):
            ranges = attack(view, stop, some)
            for cell in some:
                after = ranges.get(cell, view.known[cell])
                if _met(self.needs[cell], after) or after == self._alone(cell):
                    continue
                if self.view.known[cell] != UNKNOWN or after != known.get(cell):
                    yield cell

    def _with(self, known: Mapping[str, Bounds], relations: Sequence[Relation]) -> View:
        joint = dict(self.view.known)
        for cell, bounds in known.items():
            joint[cell] = joint.get(cell, UNKNOWN).meet(bounds)
        for relation in relations:
            for cell in (relation.total, *relation.parts):
                joint.setdefault(cell, UNKNOWN)
        if any(high is not None and high < low for low, high in joint.values()):
            raise Contradiction
        return View(tuple(dict.fromkeys((*self.view.relations, *relations))), joint)

    def _alone(self, cell: str) -> Bounds:
        """Return what the reports alone leave open of a cell."""
        if cell not in self._before:
            self._before |= attack(self.view, cells=(cell,))
            self._before.setdefault(cell, self.view.known[cell])
        return self._before[cell]


class Leak(NamedTuple):
    """A withheld figure that the rows give away: the column it is known by, and the code."""

    column: str
    code: str


def given_away(reports: Reports, said: Said, stop: Stop | None = None) -> Iterator[Leak]:
    """Yield through which columns of the pack figures are known that a report withholds.

    Errors as for :meth:`Reports.given_away`.
    """
    known: dict[str, Bounds] = {}
    relations: list[Relation] = []
    for figure, cell in reports.figures.items():
        bounds = said.of(*figure)
        if _allows(bounds, reports.truth[cell].value):
            known[cell] = bounds
    for measure, code in dict.fromkeys((each.measure, each.code) for each in reports.figures):
        for total, bounds, parts in _sums(reports, said, measure, code):
            known[total] = bounds
            relations.append(Relation(total, parts))
    yield from map(_leak, reports.given_away(known, relations, stop))


def _leak(cell: str) -> Leak:
    _, _, measure, last = cell.split("|")
    return Leak(COLUMN[measure], last.partition("~")[0].partition("@")[0])


def _sums(
    reports: Reports, said: Said, measure: str, code: str
) -> Iterator[tuple[str, Bounds, tuple[str, ...]]]:
    """Yield the sum of the months of every time that a report or a row has for one figure."""
    own = [figure.span for figure in reports.figures if figure[:2] == (measure, code)]
    for span in dict.fromkeys((*own, *sorted(said.spans))):
        months = [Period.month(day) for day in months_of(Period(*span))]
        if len(months) == 1:
            continue
        parts = {
            f"{measure}|{code}|{month.first}": reports.figures.get(
                Figure(measure, code, Span(month.first, month.last))
            )
            for month in months
        }
        printed = [reports.truth[cell].value for cell in parts.values() if cell]
        total = reports.figures.get(Figure(measure, code, span))
        bounds = said.of(measure, code, span)
        if total is not None:
            bounds = bounds.meet(shown(reports.truth[total].value))
        least = bounds.low if len(printed) == len(parts) else 0
        if _allows(Bounds(least, bounds.high), sum(printed)):
            name = total or f"{measure}|{code}|{span.first}..{span.last}"
            bounds = said.of(measure, code, span)
            yield name, bounds, tuple(cell or name for name, cell in parts.items())


def _newest(known: Iterable[str]) -> dict[Figure, str]:
    """Return the cell of every figure of the project that rows can be held against.

    Of a corrected figure it is that of the last correction.
    """
    found: dict[Figure, tuple[int, str]] = {}
    for cell in known:
        if "~" in cell or not cell.startswith(f"{PROJECT.key}|"):
            continue
        _, name, measure, last = cell.split("|")
        code, _, edition = last.removesuffix(ACTIVITY_MARK).partition("@")
        if measure not in COLUMN or "-Q" in name:
            continue
        first, _, month = name.rpartition("..")
        begin = parse_month(first or month)
        figure = Figure(measure, code, Span(begin.first, parse_month(month).last))
        found[figure] = max(found.get(figure, (0, "")), (int(edition or 1), cell))
    return {figure: cell for figure, (_, cell) in found.items()}


def _allows(bounds: Bounds, value: int) -> bool:
    return bounds.low <= value and (bounds.high is None or value <= bounds.high)


def _met(need: Need, bounds: Bounds) -> bool:
    return need.met(bounds.low, math.inf if bounds.high is None else bounds.high)
