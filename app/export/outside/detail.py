"""How much of a report goes out: smaller reports for where the whole one would give too much away."""

from collections.abc import Sequence
from enum import StrEnum

from app.export.disclosure import Table
from app.export.outside.layout import ALL
from app.export.outside.profiles import Family
from app.texts import Text


class Detail(StrEnum):
    """What is shown of the tables of a profile, the most first."""

    FULL = "full"
    GROUPS = "groups"
    TO_DATE = "to-date"
    SUMS = "sums"


DETAILS = {
    Detail.FULL: Text("Alle tabeller", "All tables"),
    Detail.GROUPS: Text(
        "Vis grupper i stedet for enkelte koder", "Show groups instead of single codes"
    ),
    Detail.TO_DATE: Text("Vis kun året til dato", "Show the year to date only"),
    Detail.SUMS: Text("Vis kun summerne", "Show the sums only"),
}
_CODES = (Family.REASONS, Family.ADVICE)


def reduced(tables: Sequence[Table], detail: Detail) -> list[Table]:
    """Return what remains of some tables; nothing may remain."""
    if detail is Detail.FULL:
        return list(tables)
    found = [table for table in tables if table.key not in _CODES]
    if detail is Detail.TO_DATE:
        return [_longest(table) for table in found if _is_to_date(table)]
    if detail is Detail.SUMS:
        return [_total(table) for table in found if ALL in table.rows]
    return found


def _is_to_date(table: Table) -> bool:
    return table.key == "activity_to_date" or ".." in table.columns[-1]


def _longest(table: Table) -> Table:
    if table.key == "activity_to_date":
        return table
    return Table(table.key, table.rows, table.columns[-1:], tuple(row[-1:] for row in table.cells))


def _total(table: Table) -> Table:
    place = table.rows.index(ALL)
    return Table(table.key, (ALL,), table.columns, (table.cells[place],))
