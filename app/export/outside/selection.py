"""What of a plan stands in a report: the tables of its readers, and the corrections they do not have."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from app.export.disclosure import Table
from app.export.disclosure.ledger import Figure
from app.export.outside.asking import Asked
from app.export.outside.detail import reduced, shown_families
from app.export.outside.ground import Ground
from app.export.outside.history import printed_months
from app.export.outside.kept import Kept
from app.export.outside.months import Close
from app.export.outside.parts import ALL, CONTACTS, RESTATED, Omitted
from app.export.outside.profiles import SPLITS, Family, families_of
from app.export.outside.scopes import PROJECT, Scope
from app.models.releases import PLAN


class Selection(NamedTuple):
    """What a report prints of the plans.

    ``restated`` are the corrected months among it: month, revision before and after.
    """

    families: frozenset[Family]
    tables: tuple[Table, ...]
    figures: Mapping[str, Figure]
    restated: tuple[tuple[str, int, int], ...]
    left_out: tuple[Omitted, ...]


def selected(ground: Ground, plan: Kept, asked: Asked) -> Selection:
    """Return what the readers of a report get of a plan; no tables may be left."""
    families = families_of(asked.profile, whole=asked.scope == PROJECT)
    families = shown_families(asked.detail, families)
    tables = [part for table in plan.release.tables if (part := _of(table, families)) is not None]
    restated = {}
    for before, after, had in _corrections(ground, plan, asked):
        table = _restated(ground, asked.scope, (before, after), had & families)
        if table.rows:
            restated[table.key] = (after.month, before.revision, after.revision)
            tables.append(table)
    shown = tuple(reduced(tables, asked.detail))
    have = {
        f"{RESTATED}.{month}"
        for month in printed_months(ground.kept, asked.profile.value, asked.scope)
    }
    told = {cell: figure for each in ground.kept for cell, figure in each.release.figures.items()}
    return Selection(
        families,
        shown,
        {cell: told[cell] for table in shown for cell in table.ids()},
        tuple(restated[table.key] for table in shown if table.key in restated),
        tuple(each for each in plan.left_out if _concerns(each, families, have)),
    )


def _of(table: Table, families: frozenset[Family]) -> Table | None:
    """Return a table of a plan as these readers get it; None where they do not."""
    if table.key.startswith(RESTATED):
        return None
    if not table.key.startswith(Family.ACTIVITY):
        return table if table.key in families else None
    if Family.PLACES in families or len(table.rows) == 1:
        return table
    # The line of all comes last; without those of workplaces it is the only one.
    return Table(table.key, (ALL,), table.columns, table.cells[-1:])


def _concerns(omitted: Omitted, families: frozenset[Family], corrections: Collection[str]) -> bool:
    """Tell whether something that is left out would have stood in the report of these readers."""
    return omitted.table in (CONTACTS, *corrections) or omitted.table in families


def _corrections(
    ground: Ground, plan: Kept, asked: Asked
) -> Iterable[tuple[Close, Close, frozenset[Family]]]:
    """Yield the months before, as these readers have them, and as they were planned last."""
    until = ground.kept[: ground.kept.index(plan) + 1]
    newest = printed_months(until, PLAN, asked.scope)
    have = printed_months(ground.kept, asked.profile.value, asked.scope)
    for month, (before, families) in sorted(have.items()):
        after = newest[month][0] if month in newest else before
        if month < plan.close.month and after.revision > before.revision:
            yield before, after, families


def _restated(
    ground: Ground, scope: Scope, editions: tuple[Close, Close], families: frozenset[Family]
) -> Table:
    """Return what an earlier month was corrected to: all its figures, whether they changed or not.

    Which of them changed says something; it is said where at least k persons are concerned.
    """
    before, after = (_printed(ground.plans(scope), close, families) for close in editions)
    columns = tuple(str(close.revision) for close in editions)
    cells = tuple((before.get(row), after[row]) for row in after)
    return Table(f"{RESTATED}.{editions[1].month}", tuple(after), columns, cells)


def _printed(plans: Iterable[Kept], close: Close, families: frozenset[Family]) -> dict[str, str]:
    """Return the cells of a revision of a month by family and code, from the plans that print them."""
    found: dict[str, str] = {}
    for plan in plans:
        for table in plan.release.tables:
            for row, cell in _rows(table, plan.close, close):
                if row.partition(".")[0] in families:
                    found.setdefault(row, cell)
    return found


def _rows(table: Table, planned: Close, close: Close) -> Iterable[tuple[str, str]]:
    """Yield the cells of a table that are figures of a revision of a month, by family and code."""
    if table.key == f"{RESTATED}.{close.month}" and str(close.revision) in table.columns:
        place = table.columns.index(str(close.revision))
        named = zip(table.rows, (row[place] for row in table.cells), strict=True)
    elif planned != close:
        return
    elif table.key == Family.ACTIVITY:
        # The line of all, or of the only workplace.
        codes = (f"{Family.ACTIVITY.value}.{column}" for column in table.columns)
        named = zip(codes, table.cells[-1], strict=True)
    elif table.key in SPLITS and close.month in table.columns:
        place = table.columns.index(close.month)
        codes = (f"{table.key}.{row}" for row in table.rows)
        named = zip(codes, (row[place] for row in table.cells), strict=True)
    else:
        return
    yield from ((name, cell) for name, cell in named if cell is not None)
