"""The system of a release: every figure of a month that matters, and every sum a reader can form.

The figures of a scope add up by codes and over workplaces; what a sum lacks (the workplaces that do
not report by themselves, what a correction added) is a cell of its own that nobody publishes. What a
reader knows of how visits and contacts are counted stands here as well: "no more than" is a sum with
a rest of 0 or more. The list is in docs/decisions/0013-reports-for-the-outside.md.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from app.export.disclosure import Cell
from app.export.outside.chains import link_corrections
from app.export.outside.entries import Entries, Entry, connected
from app.export.outside.figures import Block, figures_of, groups_of
from app.export.outside.hierarchy import BUSY, THERE, link_places, link_sectors, outside_cell
from app.export.outside.months import VISITS, Months
from app.export.outside.profiles import SPLITS, Family
from app.export.outside.sheet import ALL_CONTACTS, Asked, Sheet
from app.models.frozen_cells import Measure
from app.models.periods import parse_month
from app.models.store import Store
from app.models.types import TermKind

_FIRST = (Measure.CONTACTS.value, "first")
_NOWHERE = (Measure.CONTACTS.value, "phone_no_workplace")
_HELD, _ZERO = (VISITS, "held"), (VISITS, "zero")


class Codes:
    """What the lists of codes say: the group of each reason, and when a code could be chosen."""

    def __init__(self, store: Store, month: str) -> None:
        """Read them as they are at the end of a month."""
        day = parse_month(month).last
        terms = [term for kind in TermKind for term in store.taxonomy.terms(kind, day)]
        self.groups: Mapping[str, str] = {term.code: term.group for term in terms if term.group}
        self.asked: Asked = {
            term.code: (f"{term.valid_from:%Y-%m}", _last_month(term.retired_on)) for term in terms
        }

    def are_those_of(self, other: "Codes") -> bool:
        """Tell whether two lists of codes say the same."""
        return (self.groups, self.asked) == (other.groups, other.asked)


class AtMost(NamedTuple):
    """A figure that is never larger than another one; ``what`` names the difference.

    There is one for every reason and advice, and hardly any of them ever matters. So they are not
    put into the sums before they do; see :func:`~app.export.outside.releasing.protect_request`.
    """

    most: str
    cell: str
    what: str


class Frame:
    """The sheet of a release with the sums of every month; those of longer periods are added."""

    def __init__(
        self, months: Months, codes: Codes, entries: Entries, stored: Mapping[str, Cell]
    ) -> None:
        """Take the ``entries`` that are printed now or were before, and the cells of the ledger."""
        self.sheet = Sheet(months, stored, codes.asked)
        self.groups = codes.groups
        self.once: list[AtMost] = []
        self.entries = connected(entries, months)
        for entry in sorted(self.entries):
            block = Block(entry.scope, (entry.close,), entry.close.month)
            self._sums(block, self.entries[entry])
            self._visits(block, self.entries[entry])
        link_corrections(self.sheet, self.entries)
        link_places(self.sheet, self.entries)

    def pool(self, block: Block, families: frozenset[Family]) -> None:
        """Add the sums of some months that are only ever told of together."""
        self._sums(block, families)
        months = [Block(block.scope, (close,), close.month) for close in block.closes]
        for figure in (ALL_CONTACTS, _FIRST, _NOWHERE, _HELD, _ZERO):
            self.sum_over(block, figure, months)
        self._visits(block, families)
        for month in months:
            # Their number is shown month by month.
            first, nowhere = (month.cell(self.sheet, *each) for each in (_FIRST, _NOWHERE))
            self.sheet.at_most(month.cell(self.sheet, *ALL_CONTACTS), [first, nowhere], "kinds")
            if Family.PLACES in self.entries[Entry(month.scope, month.closes[0])]:
                outside = outside_cell(self.sheet, month.closes, month.span)
                self.sheet.at_most(outside, [nowhere], "kinds")
        if Family.CHANNEL in families and self._have_places(months):
            outside = outside_cell(self.sheet, block.closes, block.span)
            everybody, there = (block.cell(self.sheet, *each) for each in (ALL_CONTACTS, THERE))
            self.sheet.at_most(everybody, [there, outside], "calls")

    def _have_places(self, months: Iterable[Block]) -> bool:
        """Tell whether the number of inquiries of single workplaces is told of all these months."""
        entries = (self.entries[Entry(month.scope, month.closes[0])] for month in months)
        return all(Family.PLACES in families for families in entries)

    def sum_over(
        self, block: Block, figure: tuple[str, str], parts: list[Block] | tuple[Block, ...]
    ) -> str:
        """Add that a figure is the sum of those of other blocks, and return its cell."""
        cell = block.cell(self.sheet, *figure)
        self.sheet.add_up(cell, [part.cell(self.sheet, *figure) for part in parts])
        return cell

    def _sums(self, block: Block, families: frozenset[Family]) -> None:
        """Add the figures of a block and how they add up by codes."""
        sheet = self.sheet
        for family in sorted(families):
            named = {
                figure: block.cell(sheet, *figure) for figure in figures_of(sheet, block, family)
            }
            if family not in SPLITS:
                continue
            split = SPLITS[family]
            parts = [name for (measure, _), name in named.items() if measure == split.measure]
            if family is Family.REASONS:
                for group, members in groups_of(sheet, block, self.groups).items():
                    total = block.cell(sheet, split.total[0], group)
                    sheet.add_up(total, [named[split.measure, code] for code in members])
            else:
                sheet.add_up(block.cell(sheet, *split.total), parts)
            if family in (Family.REASONS, Family.ADVICE):
                self._once(block, parts)
        if Family.SECTOR in families:
            link_sectors(sheet, block, self.entries)
        if Family.CHANNEL in families and Family.KINDS in families:
            phone = block.cell(sheet, Measure.CHANNEL, "phone")
            nowhere = block.cell(sheet, Measure.CONTACTS, "phone_no_workplace")
            sheet.leave(phone, [nowhere], sheet.persons(phone, nowhere))

    def _once(self, block: Block, cells: list[str]) -> None:
        """Note that no contact names the same reason or advice twice."""
        contacts = block.cell(self.sheet, *ALL_CONTACTS)
        for cell in cells:
            measure, code = cell.rsplit("|", 2)[1:]
            self.once.append(AtMost(contacts, cell, f"{measure}.{code}"))

    def _visits(self, block: Block, families: frozenset[Family]) -> None:
        """Add that a visit with contacts has one at least, and none of them by phone."""
        held, zero, contacts = (
            block.cell(self.sheet, *each) for each in (_HELD, _ZERO, ALL_CONTACTS)
        )
        busy = self.sheet.at_most(held, [zero], BUSY)
        if busy is None:
            return
        self.sheet.at_most(contacts, [busy], "more")
        if Family.CHANNEL in families:
            self.sheet.at_most(block.cell(self.sheet, *THERE), [busy], "more")
        if Family.KINDS in families:
            self.sheet.at_most(contacts, [busy, block.cell(self.sheet, *_NOWHERE)], "apart")


def _last_month(retired_on: date | None) -> str:
    """Return the last month with a day on which a code could be chosen; that of retiring is none."""
    return f"{retired_on - timedelta(days=1):%Y-%m}" if retired_on is not None else "9999-12"
