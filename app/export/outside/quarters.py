"""The table of a quarter in two directions: groups of reasons by workplace.

Workplaces below the minimum headcount stand in it together, with what concerns no workplace.
How many different persons are behind a quarter was never counted: at least as many as in its
largest month, and that is what the threshold is held against.
"""

from collections.abc import Sequence

from app.export.disclosure import Cell
from app.export.outside.entries import Entries, Entry, quarter_of
from app.export.outside.months import Close
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.scopes import PROJECT, Scope, place
from app.export.outside.sheet import Sheet
from app.models.frozen_cells import Measure

OTHERS = "others"
TOTAL = "total"
_GROUP, _TOTAL = Measure.REASONS_ALL_GROUP.value, Measure.REASONS_ALL_TOTAL.value


class Quarter:
    """The cells of one quarter by workplace and group."""

    def __init__(
        self, sheet: Sheet, closes: tuple[Close, Close, Close], least_headcount: int
    ) -> None:
        self.sheet, self.closes = sheet, closes
        close = closes[-1]
        self.name = f"{close.year}-Q{int(close.month[5:]) // 3}"
        frozen = sheet.months.frozen(close)
        self.groups = tuple(
            sheet.months.counts(close, PROJECT, close.period, SPLITS[Family.GROUPS].measure)
        )
        large = [place(p.code) for p in frozen.places if (p.headcount or 0) >= least_headcount]
        if self._name(OTHERS, (_TOTAL, TOTAL)) in sheet.cells:
            # Once printed, the lines stay as they were, whatever the headcount is set to since.
            printed = [place(p.code) for p in frozen.places]
            large = [s for s in printed if self._name(s.key, (_TOTAL, TOTAL)) in sheet.cells]
        self.places = tuple(large)

    def cell(self, scope: Scope, group: str) -> str:
        """Add a cell of a scope and return it; ``total`` is the group of all."""
        figure = (_TOTAL, TOTAL) if group == TOTAL else (_GROUP, group)
        counts = [self.sheet.count(scope, c, c.month, *figure) for c in self.closes]
        value = sum(count.count for count in counts)
        persons = max(count.persons for count in counts)
        return self.sheet.put(Cell(self._name(scope.key, figure), value, persons))

    def others(self, group: str) -> str:
        """Add the cell of all that stands in no line of its own, and return it."""
        total = self.sheet.cells[self.cell(PROJECT, group)]
        shown = [self.sheet.cells[self.cell(scope, group)] for scope in self.places]
        value = total.value - sum(cell.value for cell in shown)
        persons = max(1, (total.persons or 0) - sum(cell.persons or 0 for cell in shown))
        figure = (_TOTAL, TOTAL) if group == TOTAL else (_GROUP, group)
        return self.sheet.put(Cell(self._name(OTHERS, figure), value, min(value, persons)))

    def lines(self) -> list[tuple[str, list[str]]]:
        """Return every line of the table by its key: the groups and their total."""
        columns = (*self.groups, TOTAL)
        found = [(s.key, [self.cell(s, group) for group in columns]) for s in self.places]
        found.append((OTHERS, [self.others(group) for group in columns]))
        return [*found, (PROJECT.key, [self.cell(PROJECT, group) for group in columns])]

    def _name(self, scope: str, figure: tuple[str, str]) -> str:
        revisions = [close.revision for close in self.closes]
        edition = "@" + ".".join(map(str, revisions)) if max(revisions) > 1 else ""
        return "|".join((scope, self.name, *figure)) + edition


def link_quarter(sheet: Sheet, close: Close, entries: Entries, least_headcount: int) -> None:
    """Add the table of the quarter that ends with a month, and the months that it is the sum of."""
    closes = quarter_of(close, sheet.months)
    if closes is None:
        return
    quarter = Quarter(sheet, closes, least_headcount)
    lines = quarter.lines()
    for _, cells in lines:
        sheet.add_up(cells[-1], cells[:-1])
    for column in zip(*(cells for _, cells in lines), strict=True):
        sheet.add_up(column[-1], column[:-1])
    for scope in (PROJECT, *quarter.places):
        if all(Family.GROUPS in entries.get(Entry(scope, each), ()) for each in closes):
            _sum_of_months(sheet, quarter, scope, closes)


def _sum_of_months(sheet: Sheet, quarter: Quarter, scope: Scope, closes: Sequence[Close]) -> None:
    for group in (*quarter.groups, TOTAL):
        figure = (_TOTAL, TOTAL) if group == TOTAL else (_GROUP, group)
        months = [sheet.figure(scope, each, each.month, *figure) for each in closes]
        sheet.add_up(quarter.cell(scope, group), months)
