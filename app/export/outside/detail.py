"""How much of a report goes out, as whoever makes it chooses."""

from collections.abc import Sequence
from enum import StrEnum

from app.export.disclosure import Table
from app.export.outside.parts import ALL
from app.export.outside.profiles import Family, Profile, families_of
from app.export.outside.scopes import PROJECT, Scope
from app.models.periods import Period
from app.texts import Text


class Detail(StrEnum):
    """What is shown of the tables of a profile, the most first."""

    FULL = "full"
    GROUPS = "groups"
    MAIN = "main"
    TO_DATE = "to-date"
    SUMS = "sums"
    ACTIVITY = "activity"


CHOICES = {
    Detail.FULL: Text("Alle tabeller", "All tables"),
    Detail.GROUPS: Text("Uden enkelte årsager og råd", "Without single reasons and advice"),
    Detail.MAIN: Text(
        "Fremmøder, henvendelser og årsagsgrupper", "Visits, inquiries and reason groups"
    ),
    Detail.TO_DATE: Text("Kun året til dato", "The year to date only"),
    Detail.SUMS: Text("Kun summerne", "The sums only"),
    Detail.ACTIVITY: Text(
        "Kun fremmøder og antal henvendelser", "Visits and the number of inquiries only"
    ),
}
"""What is shown, for a list to choose from."""

_CODES = (Family.REASONS, Family.ADVICE)
_FAMILIES = {
    Detail.MAIN: frozenset((Family.ACTIVITY, Family.KINDS, Family.GROUPS, Family.PLACES)),
    Detail.ACTIVITY: frozenset((Family.ACTIVITY, Family.PLACES)),
}
"""What a detail shows of the families of a profile, where it leaves families out."""


def choices(profile: Profile, scope: Scope, month: Period) -> tuple[Detail, ...]:
    """Return how much of a report can be shown: only what makes a difference to it."""
    families = families_of(profile, whole=scope == PROJECT)
    left_out = set()
    if not families.intersection(_CODES):
        left_out.add(Detail.GROUPS)
    if families <= _FAMILIES[Detail.MAIN]:
        left_out.add(Detail.MAIN)
    if month.first.month == 1:
        left_out.add(Detail.TO_DATE)
    return tuple(detail for detail in Detail if detail not in left_out)


def shown_families(detail: Detail, families: frozenset[Family]) -> frozenset[Family]:
    """Return the families of a profile that take part in a report of this detail."""
    return families & _FAMILIES.get(detail, families)


def reduced(tables: Sequence[Table], detail: Detail) -> list[Table]:
    """Return what remains of some tables; nothing may remain."""
    if detail is Detail.FULL or detail in _FAMILIES:
        return list(tables)
    found = [table for table in tables if table.key not in _CODES]
    if detail is Detail.TO_DATE:
        return [_longest(table) for table in found if _is_to_date(table)]
    if detail is Detail.SUMS:
        return [_total(table) for table in found if ALL in table.rows or len(table.rows) == 1]
    return found


def _is_to_date(table: Table) -> bool:
    return table.key == "activity_to_date" or ".." in table.columns[-1]


def _longest(table: Table) -> Table:
    if table.key == "activity_to_date":
        return table
    return Table(table.key, table.rows, table.columns[-1:], tuple(row[-1:] for row in table.cells))


def _total(table: Table) -> Table:
    """Return the sum of a table; the line of the only workplace is the sum of all."""
    place = table.rows.index(ALL) if ALL in table.rows else 0
    return Table(table.key, (table.rows[place],), table.columns, (table.cells[place],))
