"""The pack beside the reports that went out: what both together give away.

The attacker has every report of the project with all its sums (docs/decisions/0010) and counts the
rows of the pack. Every figure of the project that a report prints or withholds is then held between
what the rows say at least and at most; so is the sum of the months of every time that stands at a
row. Where less is left open of a withheld count than the reports leave, the pack gives it away.

Figures that were corrected since the report do not fit the rows. What they would tell is not true,
so these are not set against each other.
"""

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.export.disclosure import Bounds, Cell, Ledger, Relation, Rule, System, View, attack
from app.export.disclosure.attack import Contradiction
from app.export.disclosure.model import UNKNOWN
from app.export.disclosure.pieces import pieces
from app.export.disclosure.protection import begins_elsewhere, needs_with
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.disclosure.threshold import Need
from app.export.evaluator.said import COLUMN, Months, Said
from app.export.outside.kept import cells_of_truth, ledger_of, read
from app.export.outside.months import Close
from app.export.outside.scopes import PROJECT
from app.export.outside.sheet import month_cell, named
from app.models.frozen_cells import Measure
from app.models.periods import parse_month
from app.models.releases import StoredRelease

Stop = Callable[[], bool]

_FIRST = 100
"""How many cells are attacked at first: of a pack that leaks, mostly one of them does."""


class Figure(NamedTuple):
    """A figure of the project in a report: what is counted, and in which months."""

    measure: str
    code: str
    months: Months


class Reports:
    """The reports that went out, read once.

    ``figures`` are the cells of the project's figures that rows can be held against, ``single``
    those of their single months, which may stand in no report: months of few are only told of
    together. ``sums`` are the figures of several months as sums of single ones.
    """

    def __init__(self, stored: Sequence[StoredRelease], rule: Rule) -> None:
        self._kept = read(stored)
        self.ledger: Ledger = ledger_of(self._kept)
        self.truth: Mapping[str, Cell] = cells_of_truth(stored)
        self.view: View = self.ledger.view()
        system = System(self.truth.values(), self.view.relations)
        known = {cell: self.view.known.get(cell, UNKNOWN) for cell in system.cells}
        self.needs: Mapping[str, Need] = needs_with(system, rule, self.ledger, known)
        self.figures, self.single = _newest(self.view.known)
        self.sums: Sequence[Relation] = tuple(self._sums())
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
                if self._leaves_enough(cell, after):
                    continue
                if self.view.known[cell] != UNKNOWN or after != known.get(cell):
                    yield cell

    def that_went_out(self) -> tuple[str, ...]:
        """Return the names of the reports, without the plans, which go to nobody; the oldest first."""
        return tuple(each.stored.id for each in self._kept if not each.is_plan)

    def with_figure_of(self, cells: Collection[str]) -> tuple[str, ...]:
        """Return those of them in which any of some cells has its place, printed or marked."""
        return tuple(
            each.stored.id
            for each in self._kept
            if not each.is_plan and not each.release.figures.keys().isdisjoint(cells)
        )

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

    def _sums(self) -> Iterator[Relation]:
        """Yield the sums of single months, as far as the figures of the reports are such sums."""
        for cell in self.figures.values():
            figure = named(cell)
            assert figure is not None, "only figures are held against rows"
            parts = tuple(
                month_cell(PROJECT, Close(*close), figure.measure, figure.code)
                for close in figure.revisions.items()
            )
            printed = [self.truth[part].value for part in parts if part in self.truth]
            least, value = sum(printed), self.truth[cell].value
            is_whole = len(printed) == len(parts)
            if len(parts) > 1 and (least == value or (least < value and not is_whole)):
                yield Relation(cell, parts)

    def _leaves_enough(self, cell: str, after: Bounds) -> bool:
        """Tell whether enough is left open of a cell, or no less than the reports alone leave.

        Where the marks and zeros of the reports put the beginning of a range, its values are
        counted from there; see :func:`~app.export.disclosure.protection.with_real_floors`.
        """
        need = self.needs[cell]
        if _met(need, after):
            return True
        alone = self._alone(cell)
        if after == alone:
            return True
        moved = Need(alone.low, alone.low + need.width, need.width)
        return not _met(need, alone) and begins_elsewhere(need, alone) and _met(moved, after)

    def _alone(self, cell: str) -> Bounds:
        """Return what the reports alone leave open of a cell."""
        if cell not in self._before:
            self._before |= attack(self.view, cells=(cell,))
            self._before.setdefault(cell, self.view.known[cell])
        return self._before[cell]


class Leak(NamedTuple):
    """A withheld figure that the rows give away: the column it is known by, the code, its cell."""

    column: str
    code: str
    cell: str


def given_away(reports: Reports, said: Said, stop: Stop | None = None) -> Iterator[Leak]:
    """Yield through which columns of the pack figures are known that a report withholds.

    Errors as for :meth:`Reports.given_away`.
    """
    known = _of_single_months(reports, said)
    for figure, cell in reports.figures.items():
        bounds = said.of(*figure)
        if _allows(bounds, reports.truth[cell].value):
            known[cell] = bounds
    relations = list(reports.sums)
    for measure, code in dict.fromkeys(figure[:2] for figure in reports.figures):
        for total, bounds, parts in _sums_of_times(reports, said, measure, code):
            known[total] = bounds
            relations.append(Relation(total, parts))
    yield from map(_leak, reports.given_away(known, relations, stop))


def _leak(cell: str) -> Leak:
    measure, last = cell.rsplit("|", 2)[1:]
    code = last.partition("~")[0].partition("@")[0].removesuffix(ACTIVITY_MARK)
    # What follows about visits follows from the number of contacts.
    return Leak(COLUMN.get(measure, COLUMN[Measure.CONTACTS]), code, cell)


def _of_single_months(reports: Reports, said: Said) -> dict[str, Bounds]:
    """Return what the rows say of single months that reports only tell of together with others.

    Where a printed sum cannot be made of that, one of its months was corrected since.
    """
    figures = {cell: figure for figure, cell in reports.single.items()}
    found: dict[str, Bounds] = {}
    corrected: set[str] = set()
    for total, parts in reports.sums:
        own = {
            part: said.of(*figures[part]) if part in figures else UNKNOWN
            for part in parts
            if part not in reports.truth
        }
        rest = reports.truth[total].value
        rest -= sum(reports.truth[part].value for part in parts if part in reports.truth)
        highs = [bounds.high for bounds in own.values() if bounds.high is not None]
        high = sum(highs) if len(highs) == len(own) else None
        found |= own
        if not _allows(Bounds(sum(bounds.low for bounds in own.values()), high), rest):
            corrected.update(own)
    return {cell: bounds for cell, bounds in found.items() if cell not in corrected}


def _sums_of_times(
    reports: Reports, said: Said, measure: str, code: str
) -> Iterator[tuple[str, Bounds, tuple[str, ...]]]:
    """Yield the sum of the months of every time that a row has, for one figure."""
    for months in sorted(said.times, key=sorted):
        if len(months) == 1:
            continue
        parts = [
            reports.single.get(
                Figure(measure, code, frozenset({month})), f"{measure}|{code}|{month}"
            )
            for month in sorted(months)
        ]
        printed = [reports.truth[part].value for part in parts if part in reports.truth]
        bounds = said.of(measure, code, months)
        least = bounds.low if len(printed) == len(parts) else 0
        if _allows(Bounds(least, bounds.high), sum(printed)):
            yield f"{measure}|{code}|{min(months)}..{max(months)}", bounds, tuple(parts)


def _newest(known: Iterable[str]) -> tuple[Mapping[Figure, str], Mapping[Figure, str]]:
    """Return the cells of the project's figures that rows can be held against.

    First those of the reports, then those of single months, in a report by themselves or not. Of a
    corrected figure it is that of the last correction.
    """
    figures: dict[Figure, tuple[list[int], str]] = {}
    single: dict[Figure, int] = {}
    for cell in known:
        figure = named(cell)
        if figure is None or figure.scope != PROJECT.key or figure.measure not in COLUMN:
            continue
        days = {month: parse_month(month).first for month in figure.revisions}
        whole = Figure(figure.measure, figure.code, frozenset(days.values()))
        revisions = [revision for _, revision in sorted(figure.revisions.items())]
        figures[whole] = max(figures.get(whole, ([], "")), (revisions, cell))
        for month, revision in figure.revisions.items():
            alone = whole._replace(months=frozenset({days[month]}))
            single[alone] = max(single.get(alone, 0), revision)
    return (
        {figure: cell for figure, (_, cell) in figures.items()},
        {each: _single_cell(each, revision) for each, revision in single.items()},
    )


def _single_cell(figure: Figure, revision: int) -> str:
    (month,) = figure.months
    return month_cell(PROJECT, Close(f"{month:%Y-%m}", revision), figure.measure, figure.code)


def _allows(bounds: Bounds, value: int) -> bool:
    return bounds.low <= value and (bounds.high is None or value <= bounds.high)


def _met(need: Need, bounds: Bounds) -> bool:
    return need.met(bounds.low, math.inf if bounds.high is None else bounds.high)
