"""How the months of a scope hang together: the year to date, and what a correction changed."""

from collections.abc import Sequence
from itertools import pairwise

from app.export.outside.entries import Entries, Entry
from app.export.outside.figures import figures_of
from app.export.outside.months import Close
from app.export.outside.profiles import Family
from app.export.outside.sheet import ALL_CONTACTS, OF_CONTACTS, Sheet, spans_of


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
                limit = _limit(
                    sheet,
                    figure,
                    sheet.figure(*after, span, *ALL_CONTACTS),
                    [sheet.figure(*before, span, *ALL_CONTACTS)],
                )
                sheet.leave(new, [old], changed, sheet.cells[new].headcount, limit)


def _to_date(sheet: Sheet, family: Family, entry: Entry, before: Entry | None) -> None:
    """Add the sum to date: that of the month before, the month, and what lies between them."""
    spans = list(spans_of(entry.close))
    if len(spans) == 1:
        return
    month, year = spans
    first = before.close.month if before else f"{entry.close.year}-00"
    between = sheet.months.between(first, entry.close.month)
    adjacent = before is not None and int(first[5:]) + 1 == int(month[5:])
    for figure in figures_of(sheet, entry, year, family):
        total = sheet.figure(*entry, year, *figure)
        parts = [sheet.figure(*entry, month, *figure)]
        if before is not None:
            parts.append(sheet.figure(*before, list(spans_of(before.close))[-1], *figure))
        value = sum(sheet.cells[part].value for part in dict.fromkeys(parts))
        if adjacent and value == sheet.cells[total].value:
            sheet.add_up(total, parts)
        else:
            persons = _least(sheet, entry, figure, between, sheet.persons(total, *parts))
            contacts = [sheet.figure(*entry, month, *ALL_CONTACTS)]
            if before is not None:
                contacts.append(
                    sheet.figure(*before, list(spans_of(before.close))[-1], *ALL_CONTACTS)
                )
            limit = _limit(sheet, figure, sheet.figure(*entry, year, *ALL_CONTACTS), contacts)
            sheet.leave(total, parts, persons, sheet.cells[total].headcount, limit)


def _limit(sheet: Sheet, figure: tuple[str, str], total: str, parts: Sequence[str]) -> int | None:
    """Return how many contacts lie between, for the figures that are a part of them."""
    if figure[0] not in OF_CONTACTS:
        return None
    left = sheet.cells[total].value - sum(sheet.cells[part].value for part in parts)
    return abs(left) or None


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
