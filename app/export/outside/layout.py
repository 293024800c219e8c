"""The tables of a release as the engine takes them: which cell stands at which place."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from app.export.disclosure import Table
from app.export.outside.crowds import is_about_first
from app.export.outside.figures import ACTIVITY, Block, codes_of
from app.export.outside.frame import Frame
from app.export.outside.hierarchy import OUTSIDE, outside_cell
from app.export.outside.months import Close
from app.export.outside.parts import ALL, CONTACTS, RESTATED, Part
from app.export.outside.profiles import SPLITS, Family, sum_of
from app.export.outside.quarters import TOTAL, Quarter
from app.export.outside.scopes import PROJECT, Scope, place
from app.export.outside.told import Told

ACTIVITY_COLUMNS = ("held", "zero", "minutes", CONTACTS)


class Restated(NamedTuple):
    """A corrected month: what was printed of it, and what goes out instead."""

    before: Close
    after: Close
    families: frozenset[Family]


class Contents(NamedTuple):
    """What a report prints; ``quarter`` are its months and the workplaces with their own line.

    ``without`` are the parts that are left out.
    """

    told: Told
    families: frozenset[Family]
    restated: Sequence[Restated]
    quarter: tuple[Sequence[Close], Sequence[Scope]]
    without: Collection[Part] = ()

    def split(self, span: str, *, first: bool) -> frozenset[Family]:
        """Return the families that are split in the month or in the year to it."""
        return frozenset(
            family
            for family in self.families
            if family in SPLITS
            and is_about_first(family) == first
            and Part(family, span) not in self.without
        )


def layout(frame: Frame, contents: Contents) -> list[Table]:
    """Return the tables of a report, and add the sums of what spans several months."""
    told = contents.told
    found = _activity(frame, contents)
    for first in (False, True):
        split = contents.split(told.close.span, first=first)
        for block in told.blocks[first]:
            if split and len(block.closes) > 1:
                frame.pool(block, split)
    found += [
        _split(frame, contents, family)
        for family in Family
        if family in SPLITS and family in contents.families
    ]
    closes, places = contents.quarter
    if places:
        found.append(_quarter(Quarter(frame, closes, places)))
    found += [_restated(frame, told.scope, each) for each in contents.restated]
    return [table for table in found if table.columns]


def _activity(frame: Frame, contents: Contents) -> list[Table]:
    """Return what was done, and where: a table for the month and one for the year to it."""
    told, without = contents.told, contents.without
    frozen, scope = frame.sheet.months.frozen(told.close), told.scope
    found = []
    for block in (told.month, told.year):
        if block is None:
            continue
        is_split = Family.PLACES in contents.families
        is_split = is_split and Part(Family.PLACES, block.span) not in without
        members = scope.members(frozen) if is_split else ()
        rows = {code: _activity_cells(frame, _at(frame, block, place(code))) for code in members}
        columns: tuple[str, ...] = ACTIVITY_COLUMNS
        if Part(CONTACTS, block.span) in without:
            columns = columns[:-1]
        elif scope == PROJECT and members:
            outside = outside_cell(frame.sheet, block.closes, block.span)
            rows[OUTSIDE] = (None, None, None, outside)
        if len(members) != 1:
            rows[ALL] = _activity_cells(frame, block)
        key = "activity" if block.span == told.month.span else "activity_to_date"
        cells = tuple(row[: len(columns)] for row in rows.values())
        found.append(Table(key, tuple(rows), columns, cells))
    return found


def _at(frame: Frame, block: Block, scope: Scope) -> Block:
    """Return the months of a block in which a workplace took part."""
    months = frame.sheet.months
    there = tuple(c for c in block.closes if scope.codes(months.frozen(c)) is not None)
    return Block(scope, there, block.span)


def _activity_cells(frame: Frame, block: Block) -> tuple[str | None, ...]:
    months = [Block(block.scope, (close,), close.month) for close in block.closes]
    return tuple(frame.sum_over(block, figure, months) for figure in ACTIVITY)


def _split(frame: Frame, contents: Contents, family: Family) -> Table:
    """Return a table of one list of codes with its total: the month, and the year to it."""
    told, first = contents.told, is_about_first(family)
    columns = [
        block
        for block in told.split(first=first)
        if Part(family, block.span) not in contents.without
    ]
    if not columns:
        return Table(family.value, (), (), ())
    measure, total = SPLITS[family].measure, sum_of(family)
    codes = codes_of(frame.sheet, columns[-1], measure)
    figures = [*((measure.value, code) for code in codes), total]
    cells = tuple(
        tuple(
            frame.sum_over(block, figure, told.blocks[first])
            if block.span != told.close.month
            else block.cell(frame.sheet, *figure)
            for block in columns
        )
        for figure in figures
    )
    return Table(family.value, (*codes, ALL), tuple(block.span for block in columns), cells)


def _quarter(quarter: Quarter) -> Table:
    lines = quarter.lines()
    keys = tuple(key.removeprefix("place:") for key, _ in lines)
    cells = tuple(tuple(cells) for _, cells in lines)
    return Table(Family.QUARTER, keys, (*quarter.groups, TOTAL), cells)


def _restated(frame: Frame, scope: Scope, restated: Restated) -> Table:
    """Return what an earlier month was corrected to: all its figures, whether they changed or not.

    Which of them changed says something; it is said where at least k persons are concerned.
    """
    before, after, families = restated
    month = Block(scope, (after,), after.month)
    rows: dict[str, tuple[str, ...]] = {}
    for family in Family:
        if family in families:
            for name, figure in _printed(frame, month, family):
                rows[name] = tuple(
                    frame.sheet.figure(scope, close, *figure) for close in (before, after)
                )
    editions = (str(before.revision), str(after.revision))
    return Table(f"{RESTATED}.{after.month}", tuple(rows), editions, tuple(rows.values()))


def _printed(frame: Frame, block: Block, family: Family) -> list[tuple[str, tuple[str, str]]]:
    if family is Family.ACTIVITY:
        named = zip(ACTIVITY_COLUMNS, ACTIVITY, strict=True)
        return [(f"{family.value}.{name}", figure) for name, figure in named]
    if family not in SPLITS:
        return []
    measure, total = SPLITS[family].measure, sum_of(family)
    codes = codes_of(frame.sheet, block, measure)
    found = [(f"{family.value}.{code}", (measure.value, code)) for code in codes]
    return [*found, (f"{family.value}.{ALL}", total)]
