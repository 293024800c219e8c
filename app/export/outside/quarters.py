"""The table of a quarter in two directions: groups of reasons by workplace.

A workplace has a line of its own where that tells of nobody (see :mod:`app.export.outside.crowds`);
all others stand in one line together, with what concerns no workplace.
"""

from collections.abc import Sequence

from app.export.disclosure import Cell
from app.export.outside.crowds import Crowd, Crowds
from app.export.outside.editions import Editions
from app.export.outside.figures import Block
from app.export.outside.frame import Frame
from app.export.outside.months import Close, Months
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.scopes import PROJECT, Scope, place
from app.models.frozen_cells import Measure

OTHERS = "others"
TOTAL = "total"
_GROUP, _TOTAL = Measure.REASONS_ALL_GROUP.value, Measure.REASONS_ALL_TOTAL.value


def quarter_of(editions: Editions, close: Close) -> tuple[Close, ...]:
    """Return the months of the quarter that ends with a month; none where one of them is open."""
    number = int(close.month[5:])
    if number % 3:
        return ()
    names = [f"{close.year}-{each:02}" for each in (number - 2, number - 1)]
    found = [editions.of(PROJECT, name) for name in names]
    there = [each for each in found if each is not None]
    return (*there, close) if len(there) == len(names) else ()


def quarter_lines(
    crowds: Crowds, months: Months, closes: Sequence[Close], least_headcount: int
) -> tuple[Scope, ...]:
    """Return the workplaces that have a line of their own, and note these crowds."""
    names = frozenset(close.month for close in closes)
    project = Crowd(PROJECT, names, first=False)
    if not closes or not crowds.allows(project):
        return ()
    found = []
    for each in months.frozen(closes[-1]).places:
        scope = place(each.code)
        crowd = Crowd(scope, names, first=False)
        counts = [months.counts(c, scope, c.period, Measure.CONTACTS).get("all") for c in closes]
        is_there = None not in counts and any(count and count.count for count in counts)
        is_large = (each.headcount or 0) >= least_headcount
        may = is_large and crowds.have(scope, closes)
        if is_there and may and crowds.allows(crowd, project):
            crowds.add(crowd)
            found.append(scope)
    if found:
        crowds.add(project)
    return tuple(found)


class Quarter:
    """The cells of one quarter by workplace and group."""

    def __init__(self, frame: Frame, closes: Sequence[Close], places: Sequence[Scope]) -> None:
        self._frame, self._closes, self._places = frame, tuple(closes), places
        close = closes[-1]
        self._name = f"{close.year}-Q{int(close.month[5:]) // 3}"
        measure = SPLITS[Family.GROUPS].measure
        self.groups = tuple(frame.sheet.months.counts(close, PROJECT, close.period, measure))

    def lines(self) -> list[tuple[str, list[str]]]:
        """Add every line of the table by its key, the groups and their total, and its sums."""
        columns = (*self.groups, TOTAL)
        found = [(s.key, [self._cell(s, group) for group in columns]) for s in self._places]
        whole = [self._cell(PROJECT, group) for group in columns]
        parts = zip(*(cells for _, cells in found), strict=True)
        others = [self._others(total, each) for total, each in zip(whole, parts, strict=True)]
        found += [(OTHERS, others), (PROJECT.key, whole)]
        for _, cells in found:
            self._frame.sheet.add_up(cells[-1], cells[:-1])
        return found

    def _cell(self, scope: Scope, group: str) -> str:
        figure = (_TOTAL, TOTAL) if group == TOTAL else (_GROUP, group)
        months = [Block(scope, (close,), close.month) for close in self._closes]
        return self._frame.sum_over(Block(scope, self._closes, self._name), figure, months)

    def _others(self, total: str, parts: Sequence[str]) -> str:
        """Add the cell of all that stands in no line of its own, and return it."""
        sheet = self._frame.sheet
        value = sheet.cells[total].value - sum(sheet.cells[part].value for part in parts)
        persons = max(1, sheet.persons(total, *parts) or 0)
        name = total.replace(PROJECT.key, OTHERS, 1)
        others = sheet.put(Cell(name, value, min(value, persons)))
        sheet.add_up(total, [*parts, others])
        return others
