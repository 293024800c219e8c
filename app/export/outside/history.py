"""What earlier releases printed, read off their tables: crowds that were split, months by edition."""

from collections.abc import Iterable, Iterator

from app.export.disclosure import Table
from app.export.outside.crowds import Crowd, family_of_measure, is_about_first
from app.export.outside.kept import Kept
from app.export.outside.months import Close
from app.export.outside.parts import RESTATED
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.quarters import OTHERS
from app.export.outside.scopes import Scope
from app.export.outside.sheet import named


def crowds_of(kept: Iterable[Kept]) -> set[Crowd]:
    """Return every crowd that a release has split."""
    return {
        crowd
        for each in kept
        for table in each.release.tables
        if _is_split(table)
        for crowd in _crowds(table)
    }


def printed_months(
    kept: Iterable[Kept], profile: str, scope: Scope
) -> dict[str, tuple[Close, frozenset[Family]]]:
    """Return the months that readers of a report, or plans, have: each as it was printed last."""
    found: dict[str, tuple[Close, frozenset[Family]]] = {}
    for each in kept:
        stored = each.stored
        if (stored.profile, stored.scope) != (profile, scope.key):
            continue
        for month, _, revision in each.restated:
            tables = [t for t in each.release.tables if t.key == f"{RESTATED}.{month}"]
            names = {row.partition(".")[0] for table in tables for row in table.rows}
            found[month] = (Close(month, revision), frozenset(map(Family, names)))
        families = {
            Family(table.key)
            for table in each.release.tables
            if table.key == Family.ACTIVITY or (_is_split(table) and stored.month in table.columns)
        }
        if families:
            found[stored.month] = (Close(stored.month, stored.revision), frozenset(families))
    return found


def _is_split(table: Table) -> bool:
    return table.key == Family.QUARTER or table.key in {family.value for family in SPLITS}


def _crowds(table: Table) -> Iterator[Crowd]:
    for cell in table.ids():
        figure = named(cell)
        if figure is None or figure.scope == OTHERS or family_of_measure(figure.measure) is None:
            continue
        # The total of a table of first contacts is a figure of another table.
        own = Family.GROUPS if table.key == Family.QUARTER else Family(table.key)
        yield Crowd(Scope.of(figure.scope), frozenset(figure.revisions), is_about_first(own))
