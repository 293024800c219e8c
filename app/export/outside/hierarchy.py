"""How workplaces add up to organisations and to the project."""

from collections.abc import Iterable, Sequence

from app.export.disclosure import Cell
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.outside.entries import Entries, Entry
from app.export.outside.figures import figures_of
from app.export.outside.months import VISITS, Close
from app.export.outside.profiles import Family
from app.export.outside.scopes import PROJECT, Kind, Scope, place
from app.export.outside.sheet import ALL_CONTACTS, OF_CONTACTS, Among, Sheet, spans_of
from app.models.frozen_cells import Measure

OUTSIDE = "outside"
"""The measure of contacts that concern no workplace."""


def outside_cell(sheet: Sheet, close: Close, span: str) -> str:
    """Add the contacts that concern no workplace, and return their cell."""
    count = sheet.months.outside(close, spans_of(close)[span]).count
    revision = close.revision
    while revision > 1:
        before = Close(close.month, revision - 1)
        if sheet.months.outside(before, spans_of(close)[span]).count != count:
            break
        revision -= 1
    edition = f"@{revision}" if revision > 1 else ""
    return sheet.put(Cell(f"{PROJECT.key}|{span}|{OUTSIDE}|all{edition}{ACTIVITY_MARK}", count))


def link_places(sheet: Sheet, entries: Entries) -> None:
    """Add the sums over the workplaces and organisations that take part."""
    for entry in sorted(entries):
        if entry.scope.kind is Kind.PLACE:
            continue
        for family in sorted(entries[entry] - {Family.PLACES, Family.QUARTER}):
            units = _units(sheet, entry, family, entries)
            for span in spans_of(entry.close):
                if family is Family.SECTOR:
                    _sectors(sheet, entry, span, entries)
                elif units:
                    _link(sheet, entry, span, family, units, entries)


def _units(sheet: Sheet, entry: Entry, family: Family, entries: Entries) -> list[Scope]:
    """Return what a scope is made of and takes part: organisations, and workplaces beside them."""
    frozen = sheet.months.frozen(entry.close)
    members = set(entry.scope.members(frozen))
    there = [
        other.scope
        for other in sorted(entries)
        if other.close == entry.close and family in entries[other]
    ]
    units: list[Scope] = []
    if entry.scope == PROJECT:
        units = [scope for scope in there if scope.kind is Kind.ORGANISATION]
        for unit in units:
            members -= set(unit.members(frozen))
    return [*units, *(s for s in there if s.kind is Kind.PLACE and s.name in members)]


def _link(
    sheet: Sheet,
    entry: Entry,
    span: str,
    family: Family,
    units: Sequence[Scope],
    entries: Entries,
) -> None:
    frozen = sheet.months.frozen(entry.close)
    covered = {code for unit in units for code in unit.members(frozen)}
    missing = [code for code in entry.scope.members(frozen) if code not in covered]
    for figure in figures_of(sheet, entry, span, family):
        total = sheet.figure(*entry, span, *figure)
        parts = [sheet.figure(unit, entry.close, span, *figure) for unit in units]
        is_contacts = figure == (Measure.CONTACTS.value, "all")
        if not missing and (entry.scope != PROJECT or figure[0] == VISITS):
            sheet.add_up(total, parts)
        elif not missing and is_contacts:
            outside = outside_cell(sheet, entry.close, span)
            sheet.add_up(total, [*parts, outside])
            if Family.KINDS in entries[entry]:
                nowhere = sheet.figure(*entry, span, Measure.CONTACTS, "phone_no_workplace")
                period = spans_of(entry.close)[span]
                sheet.leave(outside, [nowhere], sheet.months.persons_outside(entry.close, period))
        else:
            persons = _least(sheet, entry.close, span, figure, missing, (total, *parts))
            if is_contacts or figure[0] == VISITS:
                sheet.leave(total, parts, persons, _headcount(sheet, entry.close, missing))
            else:
                among = _among(sheet, entry, span, units, missing, figure[0] in OF_CONTACTS)
                sheet.leave(total, parts, persons, among=among)


def _headcount(sheet: Sheet, close: Close, missing: Iterable[str]) -> int:
    return sum(sheet.months.headcount(close, place(code)) for code in missing)


def _among(
    sheet: Sheet,
    entry: Entry,
    span: str,
    units: Sequence[Scope],
    missing: Sequence[str],
    once: bool,
) -> Among:
    """Return the contacts of the workplaces that do not report, and of none."""
    total = sheet.figure(*entry, span, *ALL_CONTACTS)
    parts = [sheet.figure(unit, entry.close, span, *ALL_CONTACTS) for unit in units]
    headcount = _headcount(sheet, entry.close, missing) if missing else None
    return Among(sheet.leave(total, parts, None, headcount), once)


def _least(
    sheet: Sheet,
    close: Close,
    span: str,
    figure: tuple[str, str],
    missing: Iterable[str],
    cells: Sequence[str],
) -> int | None:
    """Return how many persons are behind what the units lack, at least."""
    known = sheet.persons(*cells)
    if known is None:
        return None
    counts = (sheet.count(place(code), close, span, *figure).persons for code in missing)
    return max(known, *counts, 1)


def _sectors(sheet: Sheet, entry: Entry, span: str, entries: Entries) -> None:
    """Add that the first contacts of a sector are those of its workplaces.

    An organisation whose workplaces are of several sectors says nothing of any of them.
    """
    frozen = sheet.months.frozen(entry.close)
    sectors = {each.code: each.sector.value for each in frozen.places}
    by_sector: dict[str, list[Scope]] = {}
    for unit in _units(sheet, entry, Family.KINDS, entries):
        kinds = {sectors[code] for code in unit.members(frozen)}
        if len(kinds) == 1:
            by_sector.setdefault(kinds.pop(), []).append(unit)
    for measure, code in figures_of(sheet, entry, span, Family.SECTOR):
        if code in by_sector:
            total = sheet.figure(*entry, span, measure, code)
            first = [
                sheet.figure(unit, entry.close, span, Measure.CONTACTS, "first")
                for unit in by_sector[code]
            ]
            sheet.leave(total, first, sheet.persons(total, *first))
