"""How months hang together that were corrected, or told of together only."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.outside.entries import Entries, Entry
from app.export.outside.figures import Block, figures_of
from app.export.outside.months import Close
from app.export.outside.profiles import Family
from app.export.outside.scopes import Scope
from app.export.outside.sheet import Named, Sheet, named

_SEVERAL = 2


def link_corrections(sheet: Sheet, entries: Entries) -> None:
    """Add what lies between the revisions of a month that have both gone out.

    How many persons are behind it is not known exactly; it is held against the least there can be.
    """
    chains: dict[tuple[str, str, Family], list[Entry]] = {}
    for entry in sorted(entries):
        for family in sorted(entries[entry]):
            chains.setdefault((entry.scope.key, entry.close.month, family), []).append(entry)
    for (_, _, family), chain in sorted(chains.items()):
        for before, after in pairwise(chain):
            _link_editions(sheet, before, after, family)


def _link_editions(sheet: Sheet, before: Entry, after: Entry, family: Family) -> None:
    for figure in figures_of(sheet, _month(after), family):
        old, new = (sheet.figure(*each, *figure) for each in (before, after))
        if old == new:
            continue
        persons = sheet.persons(new, old)
        changed = None if persons is None else abs(persons)
        rest = sheet.leave(new, [old], changed, sheet.cells[new].headcount)
        if rest is not None:
            _hide_that_all_are_alike(sheet, before, after, figure, rest)


def _hide_that_all_are_alike(
    sheet: Sheet, before: Entry, after: Entry, figure: tuple[str, str], row: str
) -> None:
    """Note where all who were added by a correction, or taken away, stand in one row."""
    for more, less in ((after, before), (before, after)):
        for whole in sheet.shared_by_all(figure, [more], [less]):
            large, small = (sheet.figure(*each, *whole) for each in (more, less))
            left = sheet.leave(large, [small], None)
            if left is not None:
                sheet.hide_nobody_elsewhere(row, left)


def link_pools(sheet: Sheet) -> None:
    """Add what months that were told of together have to do with one another by themselves.

    A workplace that reports by itself brings the months of the project along.
    """
    for name in list(sheet.cells):
        whose, span, measure, rest = (name.rsplit("|", 3) + [""] * 3)[:4]
        if "+" not in span or "~" in rest:
            continue
        end = ACTIVITY_MARK if rest.endswith(ACTIVITY_MARK) else ""
        code, _, marks = rest.removesuffix(ACTIVITY_MARK).partition("@")
        editions = dict(mark.split(".") for mark in marks.split(",") if mark)
        months = [
            "|".join((whose, month, measure, code))
            + (f"@{editions[month[5:]]}" if month[5:] in editions else "")
            + end
            for month in span.split("+")
        ]
        there = [month for month in months if month in sheet.cells]
        if len(there) == len(months):
            sheet.add_up(name, there)
        elif there:
            sheet.at_most(name, there, "others")


def link_years_to_date(sheet: Sheet, cells: Iterable[str], k: int) -> None:
    """Add what lies between a year to date and earlier ones, where it is of few or all are alike.

    Months that are left out by themselves stand between two years to date all the same. What lies
    between these and is a single month stands in the sums already.
    """
    earlier: dict[tuple[str, str, str], list[tuple[str, Named]]] = {}
    for name in sheet.cells:
        figure = _to_date(name)
        if figure is not None:
            whose = (figure.scope, figure.measure, figure.code)
            earlier.setdefault(whose, []).append((name, figure))
    for name in cells:
        figure = _to_date(name)
        if figure is None:
            continue
        for other, before in earlier[figure.scope, figure.measure, figure.code]:
            if before.revisions.items() < figure.revisions.items():
                months = dict(figure.revisions.items() - before.revisions.items())
                _add_between(sheet, (name, other), figure, months, k)


def _add_between(
    sheet: Sheet, cells: tuple[str, str], figure: Named, months: Mapping[str, int], k: int
) -> None:
    scope, kind = Scope.of(figure.scope), (figure.measure, figure.code)
    closes = [Close(month, months[month]) for month in sorted(months)]
    value = sheet.cells[cells[0]].value - sheet.cells[cells[1]].value
    if len(closes) < _SEVERAL or value <= 0:
        return
    is_of_few = sheet.persons_over(scope, closes, kind) < k
    if is_of_few or sheet.shared_by_all(kind, [(scope, close) for close in closes]):
        span = "+".join(close.month for close in closes)
        between = sheet.over(scope, span, closes, *kind)
        sheet.add_up(cells[0], (cells[1], between))


def _to_date(cell: str) -> Named | None:
    """Return what a cell says if it is a year to date of people."""
    is_activity = cell.endswith(ACTIVITY_MARK)
    return named(cell) if ".." in cell.rsplit("|", 3)[1] and not is_activity else None


def _month(entry: Entry) -> Block:
    return Block(entry.scope, (entry.close,), entry.close.month)
