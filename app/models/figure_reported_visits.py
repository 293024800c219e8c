"""The visits behind a figure in a lead's store: the sums of each laptop, as it reported them.

No single visit is told there. A row is what one laptop told of one workplace in one month.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.models.figure_keys import NO_SHIFT, FigureKey
from app.models.figure_rows import Behind, FigureRow, Kind, Measure
from app.models.periods import Period, parse_month
from app.models.plan import PlanStatus
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store


class _Figure(NamedTuple):
    column: str
    measure: Measure = Measure.VISITS
    state: PlanStatus = PlanStatus.HELD


_FIGURES = {
    "held": _Figure("held"),
    "minutes": _Figure("minutes", Measure.MINUTES),
    "hours": _Figure("minutes", Measure.HOURS),
    "zero": _Figure("zero"),
    "zero_minutes": _Figure("zero_minutes", Measure.MINUTES),
    "zero_hours": _Figure("zero_minutes", Measure.HOURS),
    "contacts": _Figure("contacts", Measure.CONTACTS),
    "per_100_hours": _Figure("contacts", Measure.RATE),
    "low": _Figure("contacts", Measure.LOW),
    "high": _Figure("contacts", Measure.HIGH),
    "planned": _Figure("planned", state=PlanStatus.PLANNED),
    "planned_minutes": _Figure("planned_minutes", Measure.MINUTES, PlanStatus.PLANNED),
    "planned_hours": _Figure("planned_minutes", Measure.HOURS, PlanStatus.PLANNED),
    "unplanned": _Figure("unplanned"),
    "unanswered": _Figure("unanswered", state=PlanStatus.PLANNED),
    "cancelled": _Figure("cancelled", state=PlanStatus.CANCELLED),
    "cancelled_minutes": _Figure("cancelled_minutes", Measure.MINUTES, PlanStatus.CANCELLED),
    "cancelled_hours": _Figure("cancelled_minutes", Measure.HOURS, PlanStatus.CANCELLED),
    "skipped": _Figure("skipped", state=PlanStatus.SKIPPED),
}
_QUERY = """
SELECT v.month, m.source, w.code, sum(v.{column}), sum(v.minutes)
FROM reported_visit v JOIN reported_month m ON m.id = v.month_id
JOIN workplace w ON w.id = v.workplace_id
WHERE v.month > substr(date(:first, '-1 day'), 1, 7) AND v.month <= substr(:last, 1, 7)
  AND (:places = '[]' OR w.code IN (SELECT value FROM json_each(:places)))
  AND :workplace IN ('', w.code) AND :month IN ('', v.month)
  AND (:shift = '' OR v.shift = CASE :shift WHEN :no_shift THEN '' ELSE :shift END)
  AND :weekday IN ('', CAST(v.weekday AS TEXT))
GROUP BY 1, 2, 3 HAVING sum(v.{counted}) > 0 ORDER BY 1, 3, 2
"""


def reported_visits_behind(
    store: "Store", figure: str, key: FigureKey, period: Period, codes: Sequence[str]
) -> Behind:
    """Return what each laptop reported of the visits that a figure counts.

    ``figure`` is the name of the figure among those of visits, such as ``held`` or ``per_100_hours``.
    """
    chosen = _FIGURES[figure]
    rated = chosen.measure in (Measure.RATE, Measure.LOW, Measure.HIGH)
    rows = store.database.execute(
        _QUERY.format(column=chosen.column, counted="held" if rated else chosen.column),
        {
            "first": period.first.isoformat(),
            "last": period.last.isoformat(),
            "places": msgspec.json.encode(list(codes)).decode(),
            "workplace": key.workplace,
            "month": key.month,
            "shift": key.shift,
            "no_shift": NO_SHIFT,
            "weekday": key.weekday,
        },
    ).fetchall()
    return Behind(
        kind=Kind.VISIT,
        measure=chosen.measure,
        rows=tuple(
            FigureRow(
                kind=Kind.VISIT,
                id=RecordId(f"{month}:{source}:{code}"),
                date=parse_month(month).first,
                workplace=code,
                state=chosen.state.value,
                amount=amount,
                minutes=minutes if rated else 0,
            )
            for month, source, code, amount, minutes in rows
        ),
    )
