"""What the rows of a pack say about a figure of a report: at least so many, and at most.

A row counts for certain where its time lies within that of the figure and its value can be nothing
else; it may count where time or value are coarser than that, or withheld. Who is left out may count
anywhere.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from app.export.disclosure import Bounds
from app.export.evaluator.codes import (
    AGES,
    NO_WORKPLACE,
    NOT_TOLD,
    WIDE_AGES,
    WIDE_CHANNELS,
    WIDE_KINDS,
    WIDE_ROLES,
    WITHHELD,
)
from app.export.evaluator.quasi import QUASI_COLUMNS
from app.export.evaluator.release import Release, ReleasedRow
from app.models.evaluator_rows import ContactRow, months_of
from app.models.frozen_cells import Measure
from app.models.periods import Period
from app.models.types import AgeBand, Channel, ContactKind, Gender, Role, Sector, SickLeave

ALL = "all"

_Forms = Mapping[str, frozenset[str]]
"""By the codes of a report: all that a row can show where that code was registered."""


def _forms(told: Mapping[str, Sequence[str]]) -> _Forms:
    return {code: frozenset((*shown, WITHHELD)) for code, shown in told.items()}


_OF_CONTACTS: dict[str, tuple[str, _Forms]] = {
    Measure.CONTACTS: ("kind", _forms({k: (k.value, WIDE_KINDS[k]) for k in ContactKind})),
    Measure.ROLE: ("role", _forms({r or NOT_TOLD: (r or NOT_TOLD, WIDE_ROLES[r]) for r in Role})),
    Measure.CHANNEL: ("channel", _forms({c: (c.value, WIDE_CHANNELS[c]) for c in Channel})),
    Measure.SICK_LEAVE: (
        "sick_leave",
        _forms({s or NOT_TOLD: (s or NOT_TOLD,) for s in SickLeave}),
    ),
}
_OF_FIRST: dict[str, tuple[str, _Forms]] = {
    Measure.GENDER: ("gender", _forms({g or NOT_TOLD: (g or NOT_TOLD,) for g in Gender})),
    Measure.AGE: ("age", _forms({a or NOT_TOLD: (AGES[a], WIDE_AGES[a]) for a in AgeBand})),
    Measure.SECTOR: (
        "sector",
        _forms({s.value: (s.value,) for s in Sector} | {NOT_TOLD: (NO_WORKPLACE,)}),
    ),
}
_MENTIONED: Mapping[str, str] = {
    Measure.REASONS_ALL_TOTAL: "reason_group",
    Measure.REASONS_ALL_GROUP: "reason_group",
    Measure.REASONS_ALL_CODE: "reason",
    Measure.ADVICE_ALL_TOTAL: "advice",
    Measure.ADVICE_ALL_CODE: "advice",
}
COLUMN: Mapping[str, str] = {
    **{measure: column for measure, (column, _) in (_OF_CONTACTS | _OF_FIRST).items()},
    **_MENTIONED,
    Measure.SECTOR: "workplace",
}
"""The column (or the ladder) from which the rows tell about a measure of a report."""


Months = frozenset[date]
"""A time, by the first days of its months, which need not follow one another."""


class Said:
    """Asks the released rows about the figures of reports."""

    def __init__(self, release: Release, contacts: Sequence[ContactRow]) -> None:
        self._whole = frozenset(months_of(release.period))
        self._left_out = release.left_out
        times = {time: _months(*time) for time in {_time(row) for row in release.rows}}
        self._rows = [(times[_time(row)], row) for row in release.rows]
        self._groups = {code: group for row in contacts for group, code in row.reasons}
        self._known: dict[tuple[str, str], dict[Months, tuple[int, int]]] = {}

    @property
    def times(self) -> frozenset[Months]:
        """Every time that stands at a row, and the whole period."""
        return frozenset((self._whole, *(months for months, _ in self._rows)))

    def of(self, measure: str, code: str, months: Months) -> Bounds:
        """Return the least and the greatest count that the rows allow for a figure of a time."""
        least = most = 0
        for of_row, (sure, possible) in self._sums(measure, code).items():
            if not months.isdisjoint(of_row):
                least += sure if of_row <= months else 0
                most += possible
        if not months <= self._whole or (self._left_out and measure in _MENTIONED):
            return Bounds(least, None)
        return Bounds(least, most + self._left_out)

    def _sums(self, measure: str, code: str) -> Mapping[Months, tuple[int, int]]:
        """Return for every time of a row how often such rows count for certain, and at most."""
        known = self._known.get((measure, code))
        if known is None:
            known = {}
            for months, row in self._rows:
                before, counts = known.get(months, (0, 0)), self._counts(row, measure, code)
                known[months] = (before[0] + counts[0], before[1] + counts[1])
            self._known[measure, code] = known
        return known

    def _counts(self, row: ReleasedRow, measure: str, code: str) -> tuple[int, int]:
        """Return how often a row counts for certain, and at most."""
        if measure in _MENTIONED:
            return self._mentions(row, measure, code)
        if (measure, code) == (Measure.CONTACTS, ALL):
            return 1, 1
        sure = possible = True
        if measure in _OF_FIRST:
            sure, possible = _shows(row, *_OF_CONTACTS[Measure.CONTACTS], ContactKind.FIRST)
        column, forms = (_OF_CONTACTS | _OF_FIRST)[measure]
        surely, possibly = _shows(row, column, forms, code)
        return int(sure and surely), int(possible and possibly)

    def _mentions(self, row: ReleasedRow, measure: str, code: str) -> tuple[int, int]:
        if measure == Measure.REASONS_ALL_TOTAL:
            return (len(row.reasons),) * 2
        if measure == Measure.ADVICE_ALL_TOTAL:
            return (len(row.advice),) * 2
        if measure == Measure.REASONS_ALL_GROUP:
            return (sum(group == code for group, _ in row.reasons),) * 2
        if measure == Measure.REASONS_ALL_CODE:
            shown = [one for _, one in row.reasons]
            group = self._groups.get(code)
            hidden = (group, WITHHELD) in row.reasons or (group is None and WITHHELD in shown)
        else:
            shown = list(row.advice)
            hidden = WITHHELD in shown
        sure = shown.count(code)
        return sure, max(sure, int(hidden))


def _shows(row: ReleasedRow, column: str, forms: _Forms, code: str) -> tuple[bool, bool]:
    """Tell whether a row shows a code for certain, and whether it may be behind what it shows."""
    shown = row.sick_leave if column == "sick_leave" else row.quasi[QUASI_COLUMNS.index(column)]
    fitting = [each for each, told in forms.items() if shown in told]
    return fitting == [code], code in fitting


def _time(row: ReleasedRow) -> tuple[str, str]:
    """Return the first and the last day that stand at a row."""
    first, last = row.quasi[1:3]
    return first, last


def _months(first: str, last: str) -> Months:
    return frozenset(months_of(Period(date.fromisoformat(first), date.fromisoformat(last))))
