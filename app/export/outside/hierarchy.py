"""How workplaces add up to organisations and to the project in a month."""

from collections.abc import Iterable, Sequence

from app.export.disclosure import Cell
from app.export.disclosure.recomputing import ACTIVITY_MARK
from app.export.outside.entries import Entries, Entry
from app.export.outside.figures import Block, figures_of
from app.export.outside.months import VISITS, Close
from app.export.outside.profiles import Family
from app.export.outside.scopes import PROJECT, Kind, Scope, place
from app.export.outside.sheet import ALL_CONTACTS, Sheet, edition_of, is_activity
from app.models.frozen_cells import Measure
from app.models.tallies import NOT_TOLD
from app.models.types import Channel

OUTSIDE = "outside"
"""The measure of contacts that concern no workplace."""

BUSY = "busy"
"""What visits without contacts leave of the visits."""

_NOWHERE = (Measure.CONTACTS.value, "phone_no_workplace")

THERE = (Measure.CHANNEL.value, Channel.WORKPLACE.value)
_AT_VISITS = {ALL_CONTACTS, THERE}
"""Figures that count everybody who came to a visit."""

NEW = "new"
"""The measure of first contacts at a workplace that does not report them."""


def outside_cell(sheet: Sheet, closes: Sequence[Close], span: str) -> str:
    """Add the contacts that concern no workplace, and return their cell."""
    counts = [sheet.months.outside(close, Measure.CONTACTS)["all"].count for close in closes]
    if span == closes[0].month:
        edition = f"@{closes[0].revision}" if closes[0].revision > 1 else ""
    else:
        edition = edition_of(span, {close.month: close.revision for close in closes})
    name = f"{PROJECT.key}|{span}|{OUTSIDE}|all{edition}{ACTIVITY_MARK}"
    cell = sheet.put(Cell(name, sum(counts)))
    if span != closes[0].month:
        sheet.add_up(cell, [outside_cell(sheet, [close], close.month) for close in closes])
    return cell


def link_places(sheet: Sheet, entries: Entries) -> None:
    """Add the sums over the workplaces and organisations that take part."""
    for entry in sorted(entries):
        if entry.scope.kind is Kind.PLACE:
            continue
        knows_kinds = Family.KINDS in entries[entry]
        for family in sorted(entries[entry] - {Family.PLACES, Family.QUARTER, Family.SECTOR}):
            if units := _units(sheet, entry, family, entries):
                _link(sheet, entry, family, units, knows_kinds=knows_kinds)
            if any(unit.kind is Kind.ORGANISATION for unit in units):
                _link_all(sheet, entry, family, entries)
        if entry.scope == PROJECT:
            _link_outside(sheet, entry, entries[entry])


def link_sectors(sheet: Sheet, block: Block, entries: Entries) -> None:
    """Add that the first contacts of a sector are those of its workplaces.

    There are no more of them at a workplace than contacts, and that number is shown.
    """
    parts: dict[str, list[str]] = {}
    for close in block.closes:
        of_month = []
        for each in sheet.months.frozen(close).places:
            entry = Entry(place(each.code), close)
            new = _new_at(sheet, *entry)
            sheet.at_most(sheet.figure(*entry, Measure.CONTACTS, "all"), [new], "known")
            if Family.KINDS in entries.get(entry, ()):
                sheet.add_up(sheet.figure(*entry, Measure.CONTACTS, "first"), [new])
            parts.setdefault(each.sector.value or NOT_TOLD, []).append(new)
            of_month.append(new)
        _link_organisations(sheet, close, entries)
        first = sheet.months.outside(close, Measure.CONTACTS)["first"].count
        new = _put_new(sheet, OUTSIDE, close, first)
        nowhere = sheet.figure(PROJECT, close, Measure.CONTACTS, "phone_no_workplace")
        sheet.at_most(outside_cell(sheet, [close], close.month), [new, nowhere], "known")
        parts.setdefault(NOT_TOLD, []).append(new)
        if len(block.closes) > 1:
            whole = sheet.figure(PROJECT, close, Measure.CONTACTS, "first")
            sheet.add_up(whole, [*of_month, new])
    for measure, code in figures_of(sheet, block, Family.SECTOR):
        if code in parts:
            sheet.add_up(block.cell(sheet, measure, code), parts[code])


def _link_organisations(sheet: Sheet, close: Close, entries: Entries) -> None:
    """Add that the first contacts of an organisation are those of its workplaces."""
    for entry in sorted(entries):
        if entry.close != close or entry.scope.kind is not Kind.ORGANISATION:
            continue
        if Family.KINDS in entries[entry]:
            members = entry.scope.members(sheet.months.frozen(close))
            parts = [_new_at(sheet, place(code), close) for code in members]
            sheet.add_up(sheet.figure(*entry, Measure.CONTACTS, "first"), parts)


def _new_at(sheet: Sheet, scope: Scope, close: Close) -> str:
    """Add the first contacts of a workplace, reported or not, and return their cell."""
    first = sheet.count(scope, close, Measure.CONTACTS, "first").count
    return _put_new(sheet, scope.key, close, first)


def _put_new(sheet: Sheet, whose: str, close: Close, first: int) -> str:
    edition = f"@{close.revision}" if close.revision > 1 else ""
    return sheet.put(Cell(f"{whose}|{close.month}|{NEW}|first{edition}{ACTIVITY_MARK}", first))


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


def _link_all(sheet: Sheet, entry: Entry, family: Family, entries: Entries) -> None:
    """Add that the project is all its workplaces, whatever organisations lie between.

    Who reads of every workplace need not know of an organisation that reports by itself, and sums
    over its figures are not in the file of these readers.
    """
    members = entry.scope.members(sheet.months.frozen(entry.close))
    places = [place(code) for code in members]
    if all(family in entries.get(Entry(each, entry.close), ()) for each in places):
        _link(sheet, entry, family, places, knows_kinds=Family.KINDS in entries[entry])


def _link(
    sheet: Sheet, entry: Entry, family: Family, units: Sequence[Scope], *, knows_kinds: bool
) -> None:
    frozen = sheet.months.frozen(entry.close)
    covered = {code for unit in units for code in unit.members(frozen)}
    missing = [code for code in entry.scope.members(frozen) if code not in covered]
    block = Block(entry.scope, (entry.close,), entry.close.month)
    for figure in figures_of(sheet, block, family):
        total = sheet.figure(*entry, *figure)
        parts = [sheet.figure(unit, entry.close, *figure) for unit in units]
        is_contacts = figure == (Measure.CONTACTS.value, "all")
        if not missing and (entry.scope != PROJECT or figure[0] == VISITS):
            sheet.add_up(total, parts)
        elif not missing and is_contacts:
            sheet.add_up(total, [*parts, outside_cell(sheet, [entry.close], entry.close.month)])
        else:
            headcount = sum(sheet.months.headcount(entry.close, place(code)) for code in missing)
            persons = _least(sheet, entry.close, figure, missing, (total, *parts))
            rest = sheet.leave(
                total,
                parts,
                persons,
                headcount if is_activity(*figure) else None,
            )
            if rest is not None:
                _hide_that_all_are_alike(sheet, entry, figure, units, rest)
            if rest is not None and figure in _AT_VISITS:
                calls = entry.scope == PROJECT and is_contacts and knows_kinds
                also = [sheet.figure(*entry, *_NOWHERE)] if calls else []
                _at_most_there(sheet, entry, units, rest, also)


def _hide_that_all_are_alike(
    sheet: Sheet, entry: Entry, figure: tuple[str, str], units: Sequence[Scope], row: str
) -> None:
    """Note where all who are left beside some units stand in one row."""
    beside = [(unit, entry.close) for unit in units]
    for whole in sheet.shared_by_all(figure, [entry], beside):
        total = sheet.figure(*entry, *whole)
        parts = [sheet.figure(*each, *whole) for each in beside]
        left = sheet.leave(total, parts, sheet.persons(total, *parts))
        if left is not None:
            sheet.hide_nobody_elsewhere(row, left)


def _at_most_there(
    sheet: Sheet, entry: Entry, units: Sequence[Scope], rest: str, also: Sequence[str]
) -> None:
    """Add that visits with contacts are no more than contacts also beside what reports by itself.

    ``also`` are contacts among the ``rest`` that were at no visit.
    """
    busy = [_busy(sheet, Entry(scope, entry.close)) for scope in (entry.scope, *units)]
    cells = [cell for cell in busy if cell is not None]
    if len(cells) < len(busy):
        return
    whole, *parts = cells
    if sheet.cells[whole].value >= sum(sheet.cells[part].value for part in parts):
        left = sheet.leave(whole, parts, None)
        if left is not None:
            sheet.at_most(rest, [left, *also], "more")


def _busy(sheet: Sheet, entry: Entry) -> str | None:
    """Return the cell of the visits with contacts; None where the sums do not have it."""
    held, zero = (sheet.figure(*entry, VISITS, code) for code in ("held", "zero"))
    return sheet.at_most(held, [zero], BUSY)


def _link_outside(sheet: Sheet, entry: Entry, families: frozenset[Family]) -> None:
    """Add who is with and without a workplace: who calls about none, and who was talked to at one."""
    if Family.PLACES not in families:
        return
    outside = outside_cell(sheet, [entry.close], entry.close.month)
    if Family.KINDS in families:
        sheet.leave(outside, [sheet.figure(*entry, *_NOWHERE)], None)
    if Family.CHANNEL in families:
        everybody, there = (sheet.figure(*entry, *each) for each in (ALL_CONTACTS, THERE))
        sheet.at_most(everybody, [there, outside], "calls")


def _least(
    sheet: Sheet,
    close: Close,
    figure: tuple[str, str],
    missing: Iterable[str],
    cells: Sequence[str],
) -> int | None:
    """Return how many persons are behind what the units lack, at least."""
    known = sheet.persons(*cells)
    if known is None:
        return None
    counts = (sheet.count(place(code), close, *figure).persons for code in missing)
    return max(known, *counts, 1)
