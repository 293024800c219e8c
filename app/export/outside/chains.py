"""What a corrected month has beyond what it was: a cell that nobody publishes."""

from itertools import pairwise

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


def _month(entry: Entry) -> Block:
    return Block(entry.scope, (entry.close,), entry.close.month)
