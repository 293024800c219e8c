"""The cells and sums of a release while they are put together."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.export.disclosure import Cell, Relation, State, System
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.outside.months import VISITS, Close, Months
from app.export.outside.scopes import Kind, Scope
from app.models.frozen import Count
from app.models.frozen_cells import Measure
from app.models.periods import Period

NOBODY = Count(0, 0)
ALL_CONTACTS = (Measure.CONTACTS.value, "all")
OF_CONTACTS = frozenset(
    {
        Measure.CONTACTS.value,
        *(Measure.GENDER.value, Measure.AGE.value, Measure.SECTOR.value),
        *(Measure.ROLE.value, Measure.SICK_LEAVE.value, Measure.CHANNEL.value),
        *(Measure.REASONS_ALL_CODE.value, Measure.ADVICE_ALL_CODE.value),
    }
)
"""Measures of which no figure is larger than the number of contacts: each counts there once."""

_ACTIVITY = {
    (VISITS, "held"),
    (VISITS, "zero"),
    (VISITS, "minutes"),
    ALL_CONTACTS,
}

Asked = Mapping[str, tuple[str, str]]
"""Codes of reasons and advice with the first and the last month in which they could be chosen."""


class Among(NamedTuple):
    """The cell of the contacts that a figure is about, and whether each counts there once at most."""

    number: str | None
    once: bool


def spans_of(close: Close) -> dict[str, Period]:
    """Return the month and the year to its end by their names; in January they are the same."""
    spans = {close.month: close.period}
    if close.year_to_date != close.period:
        spans[f"{close.year}-01..{close.month}"] = close.year_to_date
    return spans


class Sheet:
    """Collects cells, each as it was first kept, and sums between them.

    ``stored`` are the cells of the ledger: they are never counted again.
    """

    def __init__(self, months: Months, stored: Mapping[str, Cell], asked: Asked) -> None:
        self.months = months
        self._stored, self._asked = stored, asked
        self.cells: dict[str, Cell] = dict(stored)
        self._relations: dict[Relation, None] = {}

    def system(self) -> System:
        """Return what was collected."""
        return System(self.cells.values(), self._relations)

    def figure(self, scope: Scope, close: Close, span: str, measure: str, code: str) -> str:
        """Add the cell of one count and return its identifier.

        A revision in which the figure did not change has the cell of the one before.
        """
        period = spans_of(close)[span]
        count = self.count(scope, close, span, measure, code)
        revision = close.revision
        while revision > 1:
            before = Close(close.month, revision - 1)
            known = self.months.scope(before, scope, period) is not None
            if not known or self.count(scope, before, span, measure, code).count != count.count:
                break
            revision -= 1
        name = "|".join((scope.key, span, measure, code)) + _edition(revision)
        name += ACTIVITY_MARK if (measure, code) in _ACTIVITY else ""
        if name not in self.cells:
            self.cells[name] = self._cell(name, scope, close, span, (measure, code), count)
        return name

    def count(self, scope: Scope, close: Close, span: str, measure: str, code: str) -> Count:
        """Return a count as it was frozen; 0 for a code that was not there yet."""
        period = spans_of(close)[span]
        return self.months.counts(close, scope, period, measure).get(code, NOBODY)

    def put(self, cell: Cell) -> str:
        """Add a cell unless it is there, and return its identifier."""
        self.cells.setdefault(cell.id, cell)
        return cell.id

    def add_up(self, total: str, parts: Sequence[str]) -> None:
        """Note that a cell is the sum of others."""
        distinct = tuple(dict.fromkeys(parts))
        if distinct and total not in distinct:
            self._relations[Relation(total, distinct)] = None

    def leave(
        self,
        total: str,
        parts: Sequence[str],
        persons: int | None,
        headcount: int | None = None,
        among: Among | None = None,
    ) -> str | None:
        """Note that a cell is the sum of others and of what nobody publishes.

        What is left may be below zero, where something was corrected in between; then the other
        cells are the larger sum. ``persons`` is how many distinct persons are behind it at least
        (None: it is activity), as far as that is known, ``among`` the contacts it is about.
        Returns the cell of what is left, or None where the sum is one of the parts.
        """
        if total in parts:
            return None
        left = self.cells[total].value - sum(self.cells[part].value for part in parts)
        mark = hashlib.sha256("\n".join((total, *parts)).encode()).hexdigest()[:12]
        least = None if persons is None else min(abs(left), max(1, persons)) if left else 0
        end = ACTIVITY_MARK if persons is None else ""
        number, once = among or Among(None, True)
        name = f"{total}~{mark}{end}"
        rest = self.put(Cell(name, abs(left), least, headcount, among=number, once=once))
        if left >= 0:
            self.add_up(total, (*parts, rest))
        else:
            value = sum(self.cells[part].value for part in parts)
            together = self.put(Cell(f"{total}~{mark}+{ACTIVITY_MARK}", value))
            self.add_up(together, parts)
            self.add_up(together, (total, rest))
        return rest

    def persons(self, *cells: str) -> int | None:
        """Return the most persons that the first can have beyond the others, at least."""
        known = [self.cells[cell].persons for cell in cells]
        if known[0] is None:
            return None
        return known[0] - sum(each or 0 for each in known[1:])

    def _cell(
        self,
        name: str,
        scope: Scope,
        close: Close,
        span: str,
        figure: tuple[str, str],
        count: Count,
    ) -> Cell:
        state = State.COUNTED if count.count else self._why_zero(scope, close, span, figure)
        if figure not in _ACTIVITY:
            return Cell(
                name,
                count.count,
                count.persons,
                state=state,
                among=self.figure(scope, close, span, *ALL_CONTACTS),
                once=figure[0] in OF_CONTACTS,
            )
        own = scope.kind is not Kind.PROJECT
        headcount = self.months.headcount(close, scope) if own else None
        return Cell(name, count.count, headcount=headcount, state=state)

    def _why_zero(self, scope: Scope, close: Close, span: str, figure: tuple[str, str]) -> State:
        """Tell a true zero from a question that was not put, and from places nobody visited."""
        measure, code = figure
        if measure.endswith("by_code") and code in self._asked:
            first, last = self._asked[code]
            if last < span[:7] or first > close.month:
                return State.NOT_ASKED
        if figure == (Measure.CONTACTS.value, "all"):
            held = self.count(scope, close, span, VISITS, "held")
            return State.COUNTED if held.count else State.NO_VISITS
        return State.COUNTED


def _edition(revision: int) -> str:
    return f"@{revision}" if revision > 1 else ""
