"""The figures of a family: which codes it has, and the cells of a month or of several."""

from collections.abc import Mapping
from typing import NamedTuple

from app.export.outside.months import VISITS, Close
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.scopes import Scope
from app.export.outside.sheet import Sheet
from app.models.frozen_cells import Measure

ACTIVITY = (
    *((VISITS, "held"), (VISITS, "zero"), (VISITS, "minutes")),
    (Measure.CONTACTS.value, "all"),
)
_OWN_TOTAL = (Family.GROUPS, Family.ADVICE)
"""Families whose total belongs to no other."""


class Block(NamedTuple):
    """A scope in one or several months that are taken together; ``span`` names the period."""

    scope: Scope
    closes: tuple[Close, ...]
    span: str

    def cell(self, sheet: Sheet, measure: str, code: str) -> str:
        """Add the cell of a figure and return it."""
        if self.span == self.closes[0].month:
            return sheet.figure(self.scope, self.closes[0], measure, code)
        return sheet.over(self.scope, self.span, self.closes, measure, code)


def figures_of(sheet: Sheet, block: Block, family: Family) -> list[tuple[str, str]]:
    """Return measure and code of every figure of a family, its total first where it has one."""
    if family is Family.ACTIVITY:
        return list(ACTIVITY)
    if family not in SPLITS:
        return []
    measure, total = SPLITS[family]
    found = [(measure.value, code) for code in codes_of(sheet, block, measure)]
    return [total, *found] if family in _OWN_TOTAL else found


def codes_of(sheet: Sheet, block: Block, measure: Measure) -> list[str]:
    """Return the codes of a measure in the order in which they were frozen, the newest last."""
    found: dict[str, None] = {}
    for close in block.closes:
        found.update(dict.fromkeys(sheet.months.counts(close, block.scope, close.period, measure)))
    return [code for code in found if (measure, code) != (Measure.CONTACTS, "all")]


def groups_of(sheet: Sheet, block: Block, groups: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the single reasons of each group."""
    found: dict[str, list[str]] = {}
    for code in codes_of(sheet, block, Measure.REASONS_ALL_CODE):
        found.setdefault(groups[code], []).append(code)
    return found
