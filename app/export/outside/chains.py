"""How months hang together that were corrected, or told of together only."""

from itertools import pairwise

from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.outside.entries import Entries, Entry
from app.export.outside.figures import Block, figures_of
from app.export.outside.sheet import Sheet


def link_corrections(sheet: Sheet, entries: Entries) -> None:
    """Add what lies between the revisions of a month that have both gone out.

    How many persons are behind it is not known exactly; it is held against the least there can be.
    """
    chains: dict[tuple[str, str], list[Entry]] = {}
    for entry in sorted(entries):
        chains.setdefault((entry.scope.key, entry.close.month), []).append(entry)
    for chain in chains.values():
        for before, after in pairwise(chain):
            for family in sorted(entries[before] & entries[after]):
                for figure in figures_of(sheet, _month(after), family):
                    old, new = (sheet.figure(*each, *figure) for each in (before, after))
                    if old != new:
                        persons = sheet.persons(new, old)
                        changed = None if persons is None else abs(persons)
                        sheet.leave(new, [old], changed, sheet.cells[new].headcount)


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


def _month(entry: Entry) -> Block:
    return Block(entry.scope, (entry.close,), entry.close.month)
