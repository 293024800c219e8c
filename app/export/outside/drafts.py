"""What a plan is made of: every table that anybody may get of a month, and all sums around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType

import msgspec

from app.export.disclosure import Cell, Certificate, Rule, System, Table
from app.export.outside.chains import link_pools, link_years_to_date
from app.export.outside.crowds import Crowds
from app.export.outside.entries import Entries, Entry, merged
from app.export.outside.frame import AtMost, Frame
from app.export.outside.gaps import Gaps, gaps_of
from app.export.outside.ground import Ground
from app.export.outside.history import crowds_of, printed_months
from app.export.outside.layout import Contents, Restated, layout
from app.export.outside.months import Close
from app.export.outside.parts import (
    RESTATED,
    Part,
    Why,
    Without,
    before_protection,
    one_row,
    sparse,
)
from app.export.outside.profiles import Family, all_families
from app.export.outside.quarters import quarter_lines, quarter_of
from app.export.outside.scopes import PROJECT, Scope
from app.export.outside.told import Told, told_of
from app.models.frozen import Frozen
from app.models.releases import PLAN

Quarter = tuple[Sequence[Close], Sequence[Scope]]
"""The months of a quarter, and the workplaces with a line of their own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The plan of a month for a scope before it is protected.

    ``entries`` are the months that its figures are made of, ``truth`` are the cells that the ledger
    does not have yet. ``once`` are rules that do not stand among the sums yet, ``minded`` the numbers
    of contacts of which they do. ``without`` is what is left out, and why; ``yielding`` are visits
    and hours of the whole scope that may be withheld for the sake of others, as nothing could be told
    otherwise.
    """

    framing: "Framing"
    entries: Entries
    restated: tuple[Restated, ...]
    system: System
    truth: Mapping[str, Cell]
    tables: tuple[Table, ...]
    gaps: Gaps
    once: tuple[AtMost, ...] = ()
    minded: frozenset[str] = frozenset()
    yielding: frozenset[str] | None = None
    without: Without = field(default_factory=dict)

    @property
    def close(self) -> Close:
        """The revision of the month."""
        return self.framing.close

    @property
    def rule(self) -> Rule:
        """The thresholds."""
        return self.framing.ground.rule

    @property
    def proven(self) -> Certificate | None:
        """The certificate of the ledger so far."""
        return self.framing.ground.proven

    @property
    def frozen(self) -> Frozen:
        """The figures of the month."""
        return self.framing.ground.months.frozen(self.close)


@dataclass(frozen=True)
class Framing:
    """Whose plan of which month is made; it can be framed with any of its tables left out.

    ``ground`` is that of the years which the plan is about, ``corrections`` are those of earlier
    months that no plan for the scope has yet.
    """

    ground: Ground
    scope: Scope
    close: Close
    corrections: tuple[Restated, ...] = ()

    @property
    def years(self) -> frozenset[str]:
        """The years that the plan is about."""
        return frozenset({self.close.year, *(each.after.year for each in self.corrections)})

    @cached_property
    def _told(self) -> tuple[Told, Quarter]:
        """The periods that may be split, and the quarter with its lines: without it nothing."""
        ground, close = self.ground, self.close
        crowds = Crowds(ground.months, ground.editions, ground.rule.k, crowds_of(ground.kept))
        told = told_of(crowds, ground.editions, self.scope, close, ground.open_before(close))
        closes = quarter_of(ground.editions, close) if self.scope == PROJECT else ()
        places = quarter_lines(crowds, ground.months, closes, ground.rule.headcount)
        return told, (closes if places else (), places)

    def usefully(self) -> Draft:
        """Return the draft without tables most of whose figures are too small."""
        draft = self.framed()
        few = sparse(draft.tables, before_protection(draft.system.cells, draft.rule))
        few += one_row(draft.tables, draft.system.cells)
        # What tells too much in groups tells no less in single reasons.
        few += [Part(Family.REASONS, part.span) for part in few if part.key == Family.GROUPS]
        return self.framed(dict.fromkeys(few, Why.FEW)) if few else draft

    def _as_promised(self, system: System) -> System:
        """Return the system in which a larger least headcount asks nothing of months planned before."""
        planned = self.ground.headcounts
        return System(
            (
                msgspec.structs.replace(cell, headcount=None)
                if _unprotected(cell, planned)
                else cell
                for cell in system.cells.values()
            ),
            system.relations,
        )

    def framed(self, without: Without = MappingProxyType({})) -> Draft:
        """Return the draft without some parts; these take no part in the sums either."""
        ground = self.ground
        told, quarter = self._told
        restated = [
            each
            for each in self.corrections
            if Part(f"{RESTATED}.{each.after.month}") not in without
        ]
        families = all_families(whole=self.scope == PROJECT)
        if Part(Family.QUARTER) in without:
            quarter = ((), ())
        contents = Contents(told, families, restated, quarter, without)
        own = _entries(contents)
        frame = Frame(ground.months, ground.codes, merged(ground.before, own), ground.cells)
        tables = layout(frame, contents)
        printed = {cell for table in tables for cell in table.ids()}
        link_years_to_date(frame.sheet, sorted(printed), ground.rule.k)
        link_pools(frame.sheet)
        return Draft(
            framing=self,
            entries=own,
            restated=tuple(restated),
            system=self._as_promised(frame.sheet.system()),
            truth={c: cell for c, cell in frame.sheet.cells.items() if c not in ground.cells},
            tables=tuple(tables),
            gaps=gaps_of(told),
            once=tuple(frame.once),
            without=without,
        )


def _unprotected(cell: Cell, planned: Mapping[str, int]) -> bool:
    """Tell whether the activity of a month was large enough to be shown when that was planned."""
    if cell.headcount is None:
        return False
    least = planned.get(cell.id.rsplit("|", 3)[1])
    return least is not None and cell.headcount >= least


def framing_of(ground: Ground, scope: Scope, close: Close) -> Framing:
    """Return the framing of a plan on what is there of the years that it is about."""
    families, found = all_families(whole=scope == PROJECT), []
    for month, (before, had) in sorted(printed_months(ground.kept, PLAN, scope).items()):
        after = ground.editions.of(scope, month)
        if month >= close.month or after is None or after == before:
            continue
        # What was corrected elsewhere is no news here.
        if not ground.months.is_unchanged(scope, before, after):
            found.append(Restated(before, after, had & families))
    framing = Framing(ground, scope, close, tuple(found))
    return replace(framing, ground=ground.in_years(framing.years))


def _entries(contents: Contents) -> dict[Entry, frozenset[Family]]:
    """Return the months that the figures of a plan are made of."""
    told, families, without = contents.told, contents.families, contents.without
    scope = told.scope
    own: dict[Entry, frozenset[Family]] = {}

    def add(scope: Scope, close: Close, needed: frozenset[Family]) -> None:
        entry = Entry(scope, close)
        own[entry] = own.get(entry, frozenset()) | needed

    for span, closes in ((told.close.month, (told.close,)), (told.close.span, told.to_date)):
        for close in closes:
            add(scope, close, families & {Family.ACTIVITY})
            if Part(Family.PLACES, span) not in without:
                add(scope, close, families & {Family.PLACES})
    for first in (False, True):
        if told.months[first]:
            add(scope, told.close, contents.split(told.close.month, first=first))
        for block in told.blocks[first]:
            if len(block.closes) == 1:
                add(scope, block.closes[0], contents.split(told.close.span, first=first))
    for each in contents.restated:
        add(scope, each.before, each.families)
        add(scope, each.after, each.families)
    closes_of_quarter, places = contents.quarter
    for close in closes_of_quarter:
        for each_scope in (PROJECT, *places):
            add(each_scope, close, frozenset({Family.GROUPS}))
    return own
