"""The system of a release: every figure that matters, and every sum that a reader can form.

The figures of a scope add up by codes, over the months of a year, and over workplaces. What a sum
lacks (a month between two releases, the workplaces that do not report by themselves, what a
correction added) is a cell of its own that nobody publishes.
"""

from collections.abc import Mapping

from app.export.disclosure import Cell, Rule, System
from app.export.outside.chains import link_months
from app.export.outside.entries import Entries, Entry, connected
from app.export.outside.figures import figures_of, groups_of
from app.export.outside.hierarchy import link_places
from app.export.outside.months import Close, Months
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.quarters import link_quarter
from app.export.outside.sheet import ALL_CONTACTS, Among, Asked, Sheet, spans_of
from app.models.frozen_cells import Measure
from app.models.store import Store
from app.models.types import TermKind


class Codes:
    """What the lists of codes say: the group of each reason, and when a code could be chosen."""

    def __init__(self, store: Store, months: Months, closes: tuple[Close, ...]) -> None:
        day = max(closes).period.last
        terms = [term for kind in TermKind for term in store.taxonomy.terms(kind, day)]
        self.groups: Mapping[str, str] = {term.code: term.group for term in terms if term.group}
        self.asked: Asked = {
            term.code: (f"{term.valid_from:%Y-%m}", _last_month(term.retired_on)) for term in terms
        }


def frame(
    months: Months,
    codes: Codes,
    entries: Entries,
    stored: Mapping[str, Cell],
    rule: Rule,
) -> tuple[System, Sheet]:
    """Return the system of these entries and of all cells in the ledger.

    Args:
        months: the closed months.
        codes: the lists of codes.
        entries: what is printed now and was printed before.
        stored: the cells of the ledger as they were then.
        rule: the thresholds.
    """
    sheet = Sheet(months, stored, codes.asked)
    whole = connected(entries, months)
    for entry in sorted(whole):
        for span in spans_of(entry.close):
            _sums(sheet, entry, whole[entry], span, codes.groups)
    link_months(sheet, whole)
    link_places(sheet, whole)
    for entry in sorted(whole):
        if Family.QUARTER in whole[entry]:
            link_quarter(sheet, entry.close, whole, rule.headcount)
    return sheet.system(), sheet


def _sums(
    sheet: Sheet,
    entry: Entry,
    families: frozenset[Family],
    span: str,
    groups: Mapping[str, str],
) -> None:
    """Add the figures of an entry and how they add up by codes."""
    for family in sorted(families):
        named = {
            figure: sheet.figure(*entry, span, *figure)
            for figure in figures_of(sheet, entry, span, family)
        }
        if family not in SPLITS:
            continue
        split = SPLITS[family]
        parts = [name for (measure, _), name in named.items() if measure == split.measure]
        if family is Family.REASONS:
            by_group = groups_of(sheet, entry, span, groups)
            for group, members in by_group.items():
                total = sheet.figure(*entry, span, split.total[0], group)
                sheet.add_up(total, [named[split.measure, code] for code in members])
        else:
            sheet.add_up(sheet.figure(*entry, span, *split.total), parts)
    if Family.CHANNEL in families and Family.KINDS in families:
        phone = sheet.figure(*entry, span, Measure.CHANNEL, "phone")
        nowhere = sheet.figure(*entry, span, Measure.CONTACTS, "phone_no_workplace")
        sheet.leave(
            phone,
            [nowhere],
            sheet.persons(phone, nowhere),
            among=Among(sheet.figure(*entry, span, *ALL_CONTACTS), True),
        )


def _last_month(retired_on: object) -> str:
    return f"{retired_on:%Y-%m}" if retired_on is not None else "9999-12"
