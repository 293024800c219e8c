"""The figures of a family: which codes it has in a month."""

from collections.abc import Mapping

from app.export.outside.entries import Entry
from app.export.outside.months import VISITS
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.sheet import ALL_CONTACTS, Sheet, spans_of
from app.models.frozen_cells import Measure

ACTIVITY = (
    *((VISITS, "held"), (VISITS, "zero"), (VISITS, "minutes")),
    (Measure.CONTACTS.value, "all"),
)
_OWN_TOTAL = (Family.GROUPS, Family.ADVICE)
"""Families whose total belongs to no other."""


def figures_of(sheet: Sheet, entry: Entry, span: str, family: Family) -> list[tuple[str, str]]:
    """Return measure and code of every figure of a family, its total first where it has one."""
    if family is Family.ACTIVITY:
        return list(ACTIVITY)
    if family not in SPLITS:
        return []
    measure, total = SPLITS[family]
    found = [(measure.value, code) for code in codes_of(sheet, entry, span, measure)]
    return [total, *found] if family in _OWN_TOTAL else found


def is_split(sheet: Sheet, entry: Entry, span: str, k: int) -> bool:
    """Tell whether enough persons came in a period for anything to be told of them."""
    return sheet.count(*entry, span, *ALL_CONTACTS).persons >= k


def codes_of(sheet: Sheet, entry: Entry, span: str, measure: Measure) -> list[str]:
    """Return the codes of a measure in the order in which they were frozen."""
    period = spans_of(entry.close)[span]
    counts = sheet.months.counts(entry.close, entry.scope, period, measure)
    return [code for code in counts if (measure, code) != (Measure.CONTACTS, "all")]


def groups_of(
    sheet: Sheet, entry: Entry, span: str, groups: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return the single reasons of each group."""
    found: dict[str, list[str]] = {}
    for code in codes_of(sheet, entry, span, Measure.REASONS_ALL_CODE):
        found.setdefault(groups[code], []).append(code)
    return found
