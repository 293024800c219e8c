"""Visits by month and kind of workplace: activity, not attributes of people.

Four things that look like nothing are kept apart: a visit to which nobody came (``zero_contact``), a
true zero (``counted``), figures that are withheld because too few are employed there, and months
for which the project recorded no visits at all.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.export.evaluator.codes import Size, VisitState, size_of
from app.models.evaluator_rows import EvaluatorData, PresenceRow, months_of
from app.models.periods import Period
from app.models.types import Sector
from app.models.visit_counting import total

Kind = tuple[Sector, Size]
Line = tuple[str, ...]


def visit_lines(data: EvaluatorData) -> Iterator[Line]:
    """Yield a line for every month and every kind of workplace that the project has in the period.

    They hold all columns of visits.csv but the origin.
    """
    places: defaultdict[tuple[object, Kind], list[PresenceRow]] = defaultdict(list)
    for row in data.presence:
        if row.open or any(row.sums):
            places[row.month, (row.sector, size_of(row.headcount))].append(row)
    sectors, sizes = list(Sector), list(Size)
    kinds = sorted(
        {kind for _, kind in places},
        key=lambda kind: (sectors.index(kind[0]), sizes.index(kind[1])),
    )
    for month in months_of(data.period):
        whole = Period.month(month)
        for kind in kinds:
            rows = places.get((month, kind), ())
            state = _state(data, rows, recorded=month in data.recorded)
            days = (whole.first.isoformat(), whole.last.isoformat())
            yield (*days, kind[0].value, kind[1].value, state.value, *_figures(rows, state))


def _state(data: EvaluatorData, rows: Sequence[PresenceRow], *, recorded: bool) -> VisitState:
    if not rows:
        return VisitState.NO_WORKPLACE
    if not recorded:
        return VisitState.NOT_RECORDED
    # Workplaces whose headcount nobody has entered may be small, so they count as having none.
    employed = sum(row.headcount or 0 for row in rows)
    return VisitState.SUPPRESSED if employed < data.least_headcount else VisitState.COUNTED


def _figures(rows: Sequence[PresenceRow], state: VisitState) -> Line:
    """Return held visits, those without contacts, and the hours held; empty unless counted."""
    if state is not VisitState.COUNTED:
        return "", "", ""
    sums = total(row.sums for row in rows)
    hundredths = (sums.minutes * 100 + 30) // 60
    return str(sums.held), str(sums.zero), f"{hundredths // 100}.{hundredths % 100:02}"
