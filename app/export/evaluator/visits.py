"""Visits by month and kind of workplace: activity, not attributes of people.

Four things that look like nothing are kept apart: a visit to which nobody came (``zero_contact``), a
true zero (``counted``), figures that are withheld because too few are employed there, and months
for which the project recorded no visits at all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from app.export.evaluator.codes import Size, VisitState, size_of
from app.models.evaluator_rows import EvaluatorData, PresenceRow, months_of
from app.models.periods import Period
from app.models.types import Sector
from app.models.visit_counting import total

Kind = tuple[Sector, Size]
Line = tuple[str, ...]
Places = Mapping[tuple[date, Kind], Sequence[PresenceRow]]


def places_of(data: EvaluatorData) -> Places:
    """Return which workplaces stand together in a line: those of a month and a kind."""
    places: defaultdict[tuple[date, Kind], list[PresenceRow]] = defaultdict(list)
    for row in data.presence:
        if row.open or any(row.sums):
            places[row.month, (row.sector, size_of(row.headcount))].append(row)
    return places


def visit_lines(
    data: EvaluatorData, hidden: Collection[tuple[date, Kind]] = frozenset()
) -> Iterator[Line]:
    """Yield a line for every month and every kind of workplace that the project has in the period.

    They hold all columns of visits.csv but the origin. ``hidden`` lines are withheld whatever is
    employed there, because a report that went out would give them to whoever subtracts.
    """
    places = places_of(data)
    sectors, sizes = list(Sector), list(Size)
    kinds = sorted(
        {kind for _, kind in places},
        key=lambda kind: (sectors.index(kind[0]), sizes.index(kind[1])),
    )
    for month in months_of(data.period):
        whole = Period.month(month)
        for kind in kinds:
            rows = places.get((month, kind), ())
            state = state_of(data, rows, month)
            if state is VisitState.COUNTED and (month, kind) in hidden:
                state = VisitState.SUPPRESSED
            days = (whole.first.isoformat(), whole.last.isoformat())
            yield (*days, kind[0].value, kind[1].value, state.value, *_figures(rows, state))


def state_of(data: EvaluatorData, rows: Sequence[PresenceRow], month: date) -> VisitState:
    """Return what the figures of these workplaces in a month are, looked at alone."""
    if not rows:
        return VisitState.NO_WORKPLACE
    if month not in data.recorded:
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
