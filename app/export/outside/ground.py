"""What the reports of a project stand on: closed months and the ledger, read once, free of the store."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from app.export.disclosure import Cell, Certificate, Ledger, Rule
from app.export.outside.editions import Editions
from app.export.outside.entries import Entries, merged
from app.export.outside.frame import Codes
from app.export.outside.kept import Kept, cells_of_truth, ledger_of, read
from app.export.outside.months import Close, Months
from app.export.outside.scopes import Scope
from app.export.outside.sheet import year_of
from app.models.clock import local_today
from app.models.month_checks import open_months
from app.models.store import Store
from app.models.types import RecordId


@dataclass(frozen=True)
class Ground:
    """The closed months with all that was planned and released so far.

    ``cells`` are those of the ledger with their true figures. ``open`` are the months (``YYYY-MM``)
    that hold anything and are not closed. ``counsellor_id`` is who makes what is added; whatever is
    added makes another ground.
    """

    months: Months
    kept: tuple[Kept, ...]
    cells: Mapping[str, Cell]
    rule: Rule
    today: date
    codes: Codes
    open: tuple[str, ...]
    counsellor_id: RecordId

    @cached_property
    def ledger(self) -> Ledger:
        """What was planned and released, as the engine takes it."""
        return ledger_of(self.kept)

    @cached_property
    def before(self) -> Entries:
        """The months whose figures are in the ledger, with the families that are."""
        found: Entries = {}
        for each in self.kept:
            found = merged(found, each.entries)
        return found

    @cached_property
    def editions(self) -> Editions:
        """Which revisions of the months went out, and which may."""
        return Editions(self.months, self.before, self.rule.k)

    def in_years(self, years: Collection[str]) -> "Ground":
        """Return what is planned of some years, on which a plan of them is made: no sum spans two.

        Releases that print plans tell nothing that these do not.
        """
        kept = (each.in_years(years) for each in self.kept)
        return replace(
            self,
            kept=tuple(each for each in kept if each.content.entries),
            cells={name: cell for name, cell in self.cells.items() if year_of(name) in years},
        )

    @property
    def proven(self) -> Certificate | None:
        """The certificate of the ledger; None where it is empty, or promised less than is due now."""
        due = max(self.rule.k, *(each.release.k for each in self.kept), 0)
        last = self.kept[-1] if self.kept else None
        return last.certificate if last and last.release.k >= due else None

    @property
    def released(self) -> tuple[Kept, ...]:
        """The reports that went out; plans are for the store alone."""
        return tuple(each for each in self.kept if not each.is_plan)

    def plan(self, scope: Scope, close: Close) -> Kept | None:
        """Return the plan of a month for a scope, or None where there is none yet."""
        found = (each for each in self.plans(scope) if each.close == close)
        return next(found, None)

    def plans(self, scope: Scope) -> tuple[Kept, ...]:
        """Return the plans for a scope, the oldest first."""
        there = (each for each in self.kept if each.is_plan)
        return tuple(each for each in there if each.stored.scope == scope.key)

    @cached_property
    def headcounts(self) -> Mapping[str, int]:
        """The least headcount with which each month was planned, the smallest where it changed."""
        found: dict[str, int] = {}
        for each in self.kept:
            if each.is_plan:
                month, headcount = each.stored.month, each.content.headcount
                found[month] = min(headcount, found.get(month, headcount))
        return found

    def open_before(self, close: Close) -> tuple[str, ...]:
        """Return the months of the year so far that hold anything and are not closed."""
        return tuple(m for m in self.open if m.startswith(close.year) and m < close.month)

    def with_one_more(self, kept: Kept, cells: Mapping[str, Cell]) -> "Ground":
        """Return the ground on which one plan more stands, with the cells that came with it."""
        return replace(self, kept=(*self.kept, kept), cells={**self.cells, **cells})

    def going_on_from(self, other: "Ground | None") -> "Ground":
        """Return this ground with the plans of another one that was the same and went further."""
        if other is None or other.kept[: len(self.kept)] != self.kept:
            return self
        same = replace(
            other, kept=self.kept, cells=self.cells, months=self.months, codes=self.codes
        )
        is_same = (
            same == self
            and other.months.are_those_of(self.months)
            and other.codes.are_those_of(self.codes)
        )
        return replace(self, kept=other.kept, cells=other.cells) if is_same else self


def ground_of(store: Store) -> Ground:
    """Read what reports stand on.

    Raises:
        ValueError: the ledger is damaged.
    """
    closes, today = store.month_closes.all(), local_today(store.clock)
    rows, settings = store.releases.all(), store.settings
    return Ground(
        months=Months(closes),
        kept=read(rows),
        cells=cells_of_truth(rows),
        rule=Rule(int(settings.get("protection_k")), int(settings.get("least_headcount"))),
        today=today,
        codes=Codes(store, max([*(each.month for each in closes), f"{today:%Y-%m}"])),
        open=tuple(f"{month.first:%Y-%m}" for month in open_months(store, today)),
        counsellor_id=store.settings.counsellor_id,
    )
