"""The cells and sums of a release while they are put together."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from app.export.disclosure import Cell, Relation, State, System
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.outside.months import VISITS, Close, Months
from app.export.outside.profiles import ATTRIBUTES, SPLITS, Family, sum_of
from app.export.outside.scopes import Kind, Scope
from app.models.frozen import Count
from app.models.frozen_cells import Measure
from app.models.periods import Period
from app.models.tallies import NOT_TOLD

NOBODY = Count(0, 0)
ALL_CONTACTS = (Measure.CONTACTS.value, "all")
_OF_ACTIVITY = (VISITS, Measure.CHANNEL)
_CONTACTS_OF_ACTIVITY = ("all", "phone_no_workplace")
_NAMED_ONCE = frozenset({Family.REASONS, Family.ADVICE})
_WHOLES = {
    SPLITS[family].measure.value: (
        (sum_of(family), ALL_CONTACTS) if family in _NAMED_ONCE else (sum_of(family),)
    )
    for family in ATTRIBUTES
}
"""What a measure that says something of the people is counted among.

Who all name one reason may name others, too, but each of them once: these are held against contacts
as well. A group may be mentioned twice by the same person.
"""

ELSEWHERE = "~elsewhere-"
"""What stands between a row in which everybody stands and the mark of what it is counted among."""

Asked = Mapping[str, tuple[str, str]]
"""Codes of reasons and advice with the first and the last month in which they could be chosen."""


def spans_of(close: Close) -> dict[str, Period]:
    """Return the month and the year to its end by their names; in January they are the same."""
    spans = {close.month: close.period}
    if close.year_to_date != close.period:
        spans[f"{close.year}-01..{close.month}"] = close.year_to_date
    return spans


def is_activity(measure: str, code: str) -> bool:
    """Tell whether a figure is about what was done, and how, and not about the people.

    How many called about no workplace is such: whoever calls so is known by nothing.
    """
    if measure == Measure.CONTACTS:
        return code in _CONTACTS_OF_ACTIVITY
    return measure in _OF_ACTIVITY


class Sheet:
    """Collects cells, each as it was first kept, and sums between them.

    The figures of a month are the ground; what spans several months is the sum of them. ``stored``
    are the cells of the ledger: they are never counted again.
    """

    def __init__(self, months: Months, stored: Mapping[str, Cell], asked: Asked) -> None:
        self.months = months
        self._asked = asked
        self.cells: dict[str, Cell] = dict(stored)
        self._relations: dict[Relation, None] = {}

    def system(self) -> System:
        """Return what was collected."""
        return System(self.cells.values(), self._relations)

    def figure(self, scope: Scope, close: Close, measure: str, code: str) -> str:
        """Add the cell of one count in a month and return its identifier.

        A revision in which the figure did not change has the cell of the one before.
        """
        revision = self._revision(scope, close, measure, code)
        name = month_cell(scope, Close(close.month, revision), measure, code)
        if name not in self.cells:
            self.cells[name] = self._cell(name, scope, [close], (measure, code))
            for whole in self.shared_by_all((measure, code), [(scope, close)]):
                self.hide_nobody_elsewhere(name, self.figure(scope, close, *whole))
        return name

    def over(
        self, scope: Scope, span: str, closes: Sequence[Close], measure: str, code: str
    ) -> str:
        """Add the cell of one count over these months and return its identifier.

        ``span`` names the period; what of it is left out, and which figures were corrected, stands
        in the identifier.
        """
        revisions = {c.month: self._revision(scope, c, measure, code) for c in closes}
        name = _named(scope, span, measure, code, edition_of(span, revisions))
        if name not in self.cells:
            self.cells[name] = self._cell(name, scope, closes, (measure, code))
            for whole in self.shared_by_all((measure, code), [(scope, each) for each in closes]):
                self.hide_nobody_elsewhere(name, self.over(scope, span, closes, *whole))
        return name

    def count(self, scope: Scope, close: Close, measure: str, code: str) -> Count:
        """Return a count as it was frozen; 0 for a code that was not there yet."""
        return self.months.counts(close, scope, close.period, measure).get(code, NOBODY)

    def put(self, cell: Cell) -> str:
        """Add a cell unless it is there, and return its identifier."""
        self.cells.setdefault(cell.id, cell)
        return cell.id

    def add_up(self, total: str, parts: Sequence[str]) -> None:
        """Note that a cell is the sum of others; what it lacks in an old ledger is left open."""
        distinct = tuple(dict.fromkeys(parts))
        if not distinct or total in distinct:
            return
        if self.cells[total].value == sum(self.cells[part].value for part in distinct):
            self._relations[Relation(total, distinct)] = None
        else:
            self.leave(total, distinct, self.persons(total, *distinct))

    def at_most(self, total: str, parts: Sequence[str], what: str) -> str | None:
        """Note that some cells together are no more than another; ``what`` names the rest.

        Returns the rest, or None where it is not so: what the figures break is no rule for them.
        """
        rest = self.cells[total].value - sum(self.cells[part].value for part in parts)
        if rest < 0:
            return None
        name = f"{total.removesuffix(ACTIVITY_MARK)}~{what}{ACTIVITY_MARK}"
        left = self.put(Cell(name, rest))
        self.add_up(total, (*parts, left))
        return left

    def shared_by_all(
        self,
        figure: tuple[str, str],
        places: Sequence[tuple[Scope, Close]],
        without: Sequence[tuple[Scope, Close]] = (),
    ) -> list[tuple[str, str]]:
        """Return the figures that count the same people as this one, of whom it tells something.

        These are what it is counted among, of some scopes and months ``without`` some parts of them.
        That nobody was asked says nothing.
        """
        measure, code = figure
        if code == NOT_TOLD or measure not in _WHOLES:
            return []

        def left(of: tuple[str, str]) -> int:
            counted = sum(self.count(*place, *of).count for place in places)
            return counted - sum(self.count(*part, *of).count for part in without)

        value = left(figure)
        return [whole for whole in _WHOLES[measure] if value > 0 and left(whole) == value]

    def hide_nobody_elsewhere(self, row: str, whole: str) -> None:
        """Note that everybody stands in one row, and that nobody may know that."""
        mark = hashlib.sha256(whole.encode()).hexdigest()[:12]
        rest = Cell(f"{row}{ELSEWHERE}{mark}{ACTIVITY_MARK}", 0, elsewhere=True)
        self.add_up(whole, (row, self.put(rest)))

    def leave(
        self, total: str, parts: Sequence[str], persons: int | None, headcount: int | None = None
    ) -> str | None:
        """Note that a cell is the sum of others and of what nobody publishes.

        What is left may be below zero, where something was corrected in between; then the other
        cells are the larger sum. ``persons`` is how many distinct persons are behind it at least
        (None: it is activity), as far as that is known. Returns the cell of what is left, or None
        where the sum is one of the parts.
        """
        if total in parts:
            return None
        left = self.cells[total].value - sum(self.cells[part].value for part in parts)
        mark = hashlib.sha256("\n".join((total, *parts)).encode()).hexdigest()[:12]
        least = None if persons is None else min(abs(left), max(1, persons)) if left else 0
        end = ACTIVITY_MARK if persons is None else ""
        name = f"{total}~{mark}{end}"
        rest = self.put(Cell(name, abs(left), least, headcount))
        if left >= 0:
            self._relations[Relation(total, (*parts, rest))] = None
        else:
            value = sum(self.cells[part].value for part in parts)
            together = self.put(Cell(f"{total}~{mark}+{ACTIVITY_MARK}", value))
            self._relations[Relation(together, tuple(parts))] = None
            self._relations[Relation(together, (total, rest))] = None
        return rest

    def persons(self, *cells: str) -> int | None:
        """Return the most persons that the first can have beyond the others, at least."""
        known = [self.cells[cell].persons for cell in cells]
        if known[0] is None:
            return None
        return known[0] - sum(each or 0 for each in known[1:])

    def _revision(self, scope: Scope, close: Close, measure: str, code: str) -> int:
        """Return the revision in which a figure of a month became what it is."""
        figure, revision = (measure, code), close.revision
        now = self._stands(scope, close, figure)
        while revision > 1:
            before = Close(close.month, revision - 1)
            known = self.months.scope(before, scope, before.period) is not None
            if not known or self._stands(scope, before, figure) != now:
                break
            revision -= 1
        return revision

    def _stands(self, scope: Scope, close: Close, figure: tuple[str, str]) -> tuple[int, State]:
        """Return a count of a month, and what it is: a zero changes where somebody came after all."""
        count = self.count(scope, close, *figure).count
        return count, State.COUNTED if count else self._why_zero(scope, [close], figure)

    def _cell(
        self, name: str, scope: Scope, closes: Sequence[Close], figure: tuple[str, str]
    ) -> Cell:
        counts = [self.count(scope, close, *figure) for close in closes]
        value = sum(count.count for count in counts)
        state = State.COUNTED if value else self._why_zero(scope, closes, figure)
        if not is_activity(*figure):
            return Cell(name, value, self.persons_over(scope, closes, figure), state=state)
        own = scope.kind is not Kind.PROJECT
        headcount = self.months.headcount(closes[-1], scope) if own else None
        return Cell(name, value, headcount=headcount, state=state)

    def persons_over(self, scope: Scope, closes: Sequence[Close], figure: tuple[str, str]) -> int:
        """Return how many distinct persons are behind a figure over some months, at least.

        Persons do not add up, but those of the year to date were counted: what is not in these
        months, and what was corrected since, can be as many persons less.
        """
        counts = [self.count(scope, close, *figure) for close in closes]
        largest = max(count.persons for count in counts)
        if len(closes) == 1 or not largest:
            return largest
        year = self.months.counts(closes[-1], scope, closes[-1].year_to_date, figure[0])
        whole = year.get(figure[1], NOBODY)
        others = self.months.names(f"{closes[0].year}-01", closes[-1].month)
        here = {close.month for close in closes}
        missing = [
            self.count(scope, close, *figure)
            for month in others
            if month not in here and (close := self.months.newest(month)) is not None
        ]
        counted = sum(count.count for count in (*counts, *missing))
        beside = sum(count.persons for count in missing) + abs(whole.count - counted)
        return max(largest, whole.persons - beside)

    def _why_zero(self, scope: Scope, closes: Sequence[Close], figure: tuple[str, str]) -> State:
        """Tell a true zero from a question that was not put, and from places nobody visited.

        Where nobody visited and nobody called, that holds for all figures of the inquiries: the
        parts of a sum are what the sum is.
        """
        measure, code = figure
        if measure.endswith("by_code") and code in self._asked:
            first, last = self._asked[code]
            if last < closes[0].month or first > closes[-1].month:
                return State.NOT_ASKED
        if measure == VISITS:
            return State.COUNTED
        came = any(
            self.count(scope, close, *each).count
            for close in closes
            for each in (ALL_CONTACTS, (VISITS, "held"))
        )
        return State.COUNTED if came else State.NO_VISITS


class Named(NamedTuple):
    """What the identifier of a figure says: whose it is, and of which months it is the sum.

    ``revisions`` are these months, each with the revision in which the figure got its value.
    """

    scope: str
    revisions: Mapping[str, int]
    measure: str
    code: str


def named(cell: str) -> Named | None:
    """Return what an identifier says; None for what a sum lacks, which is no figure of a period."""
    # An organisation may be called anything, so what follows its name is taken from the end.
    scope, span, measure, rest = cell.rsplit("|", 3)
    if "~" in rest:
        return None
    code, _, edition = rest.removesuffix(ACTIVITY_MARK).partition("@")
    months, marks = months_of(span), edition.split(",") if edition else []
    if months == [span]:
        return Named(scope, {span: int(edition or 1)}, measure, code)
    left_out = {mark[1:] for mark in marks if mark.startswith("-")}
    corrected = dict(mark.split(".") for mark in marks if not mark.startswith("-"))
    revisions = {m: int(corrected.get(m[5:], 1)) for m in months if m[5:] not in left_out}
    return Named(scope, revisions, measure, code)


def span_of(cell: str) -> str:
    """Return the name of the period that a cell of the sheet is about."""
    return cell.rsplit("|", 3)[1]


def year_of(cell: str) -> str:
    """Return the year that a cell of the sheet is about: nothing in it spans two."""
    return span_of(cell)[:4]


def measure_of(cell: str) -> str:
    """Return what a cell of the sheet counts."""
    return cell.rsplit("|", 3)[2]


def month_cell(scope: Scope, close: Close, measure: str, code: str) -> str:
    """Return the identifier of a figure of a month, by the revision in which it got its value."""
    edition = f"@{close.revision}" if close.revision > 1 else ""
    return _named(scope, close.month, measure, code, edition)


def months_of(span: str) -> list[str]:
    """Return the months of a period by its name: a month, a year to date, a quarter, or a list."""
    if "-Q" in span:
        year, _, number = span.partition("-Q")
        last = 3 * int(number)
        return [f"{year}-{month:02}" for month in range(last - 2, last + 1)]
    if ".." in span:
        return [f"{span[:4]}-{month:02}" for month in range(1, int(span[-2:]) + 1)]
    return span.split("+")


def edition_of(span: str, revisions: Mapping[str, int]) -> str:
    """Return the mark of a figure over a period: which months were corrected, which are left out."""
    marks = [f"{month[5:]}.{number}" for month, number in revisions.items() if number > 1]
    marks += [f"-{month[5:]}" for month in months_of(span) if month not in revisions]
    return "@" + ",".join(marks) if marks else ""


def _named(scope: Scope, span: str, measure: str, code: str, edition: str) -> str:
    end = ACTIVITY_MARK if is_activity(measure, code) else ""
    return "|".join((scope.key, span, measure, code)) + edition + end
