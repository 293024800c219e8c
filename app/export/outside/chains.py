"""How the months of a scope hang together: the year to date, and what a correction changed."""

from collections.abc import Sequence
from itertools import pairwise

from app.export.outside.entries import Entries, Entry
from app.export.outside.figures import figures_of
from app.export.outside.months import Close
from app.export.outside.profiles import Family
from app.export.outside.sheet import ALL_CONTACTS, OF_CONTACTS, Among, Sheet, spans_of


def link_months(sheet: Sheet, entries: Entries) -> None:
    """Add the sums to date and the corrections of every family in every scope."""
    chains: dict[tuple[str, str, Family], list[Entry]] = {}
    for entry in sorted(entries):
        for family in entries[entry]:
            chains.setdefault((entry.scope.key, entry.close.year, family), []).append(entry)
    for (_, _, family), chain in sorted(chains.items()):
        for before, after in pairwise(chain):
            if before.close.month == after.close.month:
                _correct(sheet, family, before, after)
        for entry in chain:
            _to_date(sheet, family, entry, _before(sheet, entry, chain))


def _before(sheet: Sheet, entry: Entry, chain: Sequence[Entry]) -> Entry | None:
    """Return the month on whose sum to date an entry goes on, as it was by then."""
    earlier = [each for each in chain if each.close.month < entry.close.month]
    if not earlier:
        return None
    month = max(each.close.month for each in earlier)
    editions = [each for each in earlier if each.close.month == month]
    by_then = [each for each in editions if sheet.months.is_before(each.close, entry.close)]
    return by_then[-1] if by_then else editions[0]


def _correct(sheet: Sheet, family: Family, before: Entry, after: Entry) -> None:
    """Add what a correction changed, in the month and in the year to it."""
    for span in spans_of(after.close):
        for figure in figures_of(sheet, after, span, family):
            old = sheet.figure(*before, span, *figure)
            new = sheet.figure(*after, span, *figure)
            if old != new:
                persons = sheet.persons(new, old)
                changed = None if persons is None else abs(persons)
                among = _among(sheet, family, figure, (after, span), [(before, span)])
                sheet.leave(new, [old], changed, sheet.cells[new].headcount, among)


def _to_date(sheet: Sheet, family: Family, entry: Entry, before: Entry | None) -> None:
    """Add the sum to date: that of the month before, the month, and what lies between them."""
    spans = list(spans_of(entry.close))
    if len(spans) == 1:
        return
    month, year = spans
    first = before.close.month if before else f"{entry.close.year}-00"
    between = sheet.months.between(first, entry.close.month)
    adjacent = before is not None and int(first[5:]) + 1 == int(month[5:])
    goes_on = [(entry, month)]
    if before is not None:
        goes_on.append((before, list(spans_of(before.close))[-1]))
    for figure in figures_of(sheet, entry, year, family):
        total = sheet.figure(*entry, year, *figure)
        parts = [sheet.figure(*each, span, *figure) for each, span in goes_on]
        value = sum(sheet.cells[part].value for part in dict.fromkeys(parts))
        if adjacent and value == sheet.cells[total].value:
            sheet.add_up(total, parts)
        else:
            persons = _least(sheet, entry, figure, between, sheet.persons(total, *parts))
            among = _among(sheet, family, figure, (entry, year), goes_on)
            sheet.leave(total, parts, persons, sheet.cells[total].headcount, among)


def _among(
    sheet: Sheet,
    family: Family,
    figure: tuple[str, str],
    total: tuple[Entry, str],
    parts: Sequence[tuple[Entry, str]],
) -> Among | None:
    """Return the contacts that lie between, for a figure about people.

    A correction can change more figures than contacts: where one went another way than their
    number, or further, it says nothing of how large the others can be.
    """
    if family is Family.ACTIVITY:
        return None
    entry, span = total
    names = [sheet.figure(*each, s, *ALL_CONTACTS) for each, s in (total, *parts)]
    number = _left(sheet, names)
    if not number:
        return None
    cell = sheet.leave(names[0], names[1:], None, sheet.cells[names[0]].headcount)
    once = figure[0] in OF_CONTACTS and all(
        0 <= left * (1 if number > 0 else -1) <= abs(number)
        for kind in (Family.KINDS, family)
        for each in figures_of(sheet, entry, span, kind)
        if each[0] in OF_CONTACTS
        for left in [_left(sheet, [sheet.figure(*e, s, *each) for e, s in (total, *parts)])]
    )
    return Among(cell, once)


def _left(sheet: Sheet, names: Sequence[str]) -> int:
    """Return what the first cell has beyond the others."""
    first, *others = (sheet.cells[name].value for name in names)
    return first - sum(others)


def _least(
    sheet: Sheet,
    entry: Entry,
    figure: tuple[str, str],
    between: Sequence[Close],
    known: int | None,
) -> int | None:
    """Return how many persons are behind what lies between at least: those of its largest month."""
    if known is None:
        return None
    of_months = (sheet.count(entry.scope, close, close.month, *figure).persons for close in between)
    return max(known, *of_months, 1)
