"""What a report is framed from, and the figures and tables of it in as much detail as is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from app.export.disclosure import Cell, Rule, System, Table
from app.export.outside.detail import Detail, reduced, shown_families
from app.export.outside.entries import Entries, Entry
from app.export.outside.frame import Codes, frame
from app.export.outside.kept import Kept
from app.export.outside.layout import layout
from app.export.outside.months import Months
from app.export.outside.profiles import Family


class Framed(NamedTuple):
    """A report in one detail: what it prints, the system that is protected, and its tables.

    ``truth`` are the cells that the ledger does not know yet.
    """

    entries: Mapping[Entry, frozenset[Family]]
    system: System
    truth: Mapping[str, Cell]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class Framing:
    """What was read of the store for a report, free of it; ``families`` are those of its profile."""

    months: Months
    codes: Codes
    kept: tuple[Kept, ...]
    stored: Mapping[str, Cell]
    rule: Rule
    entry: Entry
    families: frozenset[Family]
    restated: tuple[tuple[Entry, Entry], ...]

    def framed(self, detail: Detail) -> Framed:
        """Return the report in a detail; no tables may be left.

        Families that the detail leaves out take no part: nobody prints them, so they need no more
        protection than before.
        """
        before = published(self.kept)
        families = shown_families(detail, self.families)
        own = {self.entry: families} | {
            new: families & before[old] - {Family.PLACES, Family.QUARTER}
            for old, new in self.restated
        }
        system, sheet = frame(self.months, self.codes, merged(before, own), self.stored, self.rule)
        tables = layout(
            sheet,
            self.entry,
            families,
            [(old, new, own[new]) for old, new in self.restated],
            k=self.rule.k,
            least_headcount=self.rule.headcount,
            released={cell for each in self.kept for cell in each.release.figures},
        )
        truth = {name: cell for name, cell in sheet.cells.items() if name not in self.stored}
        return Framed(own, system, truth, tuple(reduced(tables, detail)))


def published(kept: tuple[Kept, ...]) -> dict[Entry, frozenset[Family]]:
    """Return what all releases printed."""
    found: dict[Entry, frozenset[Family]] = {}
    for each in kept:
        found = merged(found, each.entries)
    return found


def merged(one: Entries, other: Entries) -> dict[Entry, frozenset[Family]]:
    """Return the families of both by entry."""
    return {
        entry: one.get(entry, frozenset()) | other.get(entry, frozenset())
        for entry in (*one, *other)
    }
