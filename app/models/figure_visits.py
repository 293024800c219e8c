"""The visits of the plan behind a figure of them, and the inquiries that belong to visits.

What a figure counts is told here of one visit after the other; :mod:`app.models.visit_counting`
counts the same without making a record of each.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from app.models.clock import local_today
from app.models.figure_keys import NO_SHIFT, FigureKey
from app.models.figure_reported_visits import reported_visits_behind
from app.models.figure_rows import RATES, Behind, FigureRow, Kind, Measure
from app.models.periods import Period
from app.models.plan import PlannedVisit, PlanStatus, read_plan
from app.models.visits import minutes_held

if TYPE_CHECKING:
    from app.models.store import Store

PER_100_HOURS = "per_100_hours"
_OTHER_NAMES = {
    "visits": "held",
    "zero_visits": "zero",
    "visit_contacts": "contacts",
    "contacts_per_100_hours": PER_100_HOURS,
    "contacts_per_100_hours_low": "low",
    "contacts_per_100_hours_high": "high",
}
"""What the figures of a workplace or of all visits are called in :data:`_FIGURES`."""
VISIT_FIGURES_OF_WORKPLACE = frozenset(
    {"visits", "zero_visits", "visit_contacts", "minutes", "hours", "zero_minutes", "zero_hours"}
    | {"planned", "planned_minutes", "planned_hours", "unplanned", "unanswered"}
    | {"cancelled", "cancelled_minutes", "cancelled_hours", "skipped", PER_100_HOURS}
)
"""The figures of a row of ``by_workplace`` that count visits, and the rate that is printed of it."""


class _Figure(NamedTuple):
    counts: Callable[[PlannedVisit, date], bool]
    measure: Measure = Measure.RECORDS
    amount: Callable[[PlannedVisit], int] = lambda _: 1


def visits_behind(store: "Store", key: FigureKey, period: Period, codes: Sequence[str]) -> Behind:
    """Return the visits that a figure counts; for ``contacts`` the inquiries that belong to them.

    In a lead's store they are what each laptop reported of them.
    """
    name = _OTHER_NAMES.get(key.figure, key.figure)
    if store.settings.is_lead:
        return reported_visits_behind(store, name, key, period, codes)
    figure = _FIGURES[name]
    today = local_today(store.clock)
    found = [
        visit
        for visit in _visits(store, period, codes)
        if _is_in(visit, key) and figure.counts(visit, today)
    ]
    if figure is _CONTACTS:
        return _inquiries(store, found)
    held = figure.measure in RATES
    rows = tuple(
        FigureRow(
            kind=Kind.VISIT,
            id=visit.id,
            date=visit.day,
            workplace=visit.code,
            state=visit.status.value,
            amount=figure.amount(visit),
            minutes=_minutes_held(visit) if held else 0,
        )
        for visit in found
    )
    return Behind(kind=Kind.VISIT, measure=figure.measure, rows=rows)


def _visits(store: "Store", period: Period, codes: Sequence[str]) -> tuple[PlannedVisit, ...]:
    places = [place.id for place in store.workplaces.all() if place.code in codes]
    return read_plan(store, period.first, period.last, workplace_ids=places)


def _is_in(visit: PlannedVisit, key: FigureKey) -> bool:
    """Tell whether a visit is at the workplace, on the shift, weekday and in the month of a key."""
    of_visit = {
        "workplace": visit.code,
        "shift": visit.shift.value or NO_SHIFT,
        "weekday": str(visit.day.isoweekday()),
        "month": f"{visit.day:%Y-%m}",
    }
    return all(getattr(key, name) in ("", value) for name, value in of_visit.items())


def _inquiries(store: "Store", visits: Sequence[PlannedVisit]) -> Behind:
    wanted = msgspec.json.encode([visit.id for visit in visits]).decode()
    rows = store.database.query(
        "SELECT 'inquiry' AS kind, i.id, i.date, coalesce(w.code, '') AS workplace,"
        " k.kind AS state, i.person_id FROM inquiry i JOIN inquiry_kind k ON k.seq = i.seq"
        " LEFT JOIN workplace w ON w.id = i.workplace_id"
        " WHERE i.visit_id IN (SELECT value FROM json_each(?)) ORDER BY i.date, i.time, i.seq",
        (wanted,),
    )
    found = msgspec.convert(tuple(rows), tuple[FigureRow, ...], strict=False)
    return Behind(kind=Kind.INQUIRY, measure=Measure.RECORDS, rows=found)


def _minutes_held(visit: PlannedVisit) -> int:
    return minutes_held(visit.visit) if visit.visit is not None else 0


def _minutes_planned(visit: PlannedVisit) -> int:
    """Return the planned length; 0 where none is known."""
    return visit.minutes if visit.visit is None else visit.visit.minutes or 0


def _contacts(visit: PlannedVisit) -> int:
    return visit.contacts


def _is_held(visit: PlannedVisit, _: date) -> bool:
    return visit.status is PlanStatus.HELD


def _is_zero(visit: PlannedVisit, _: date) -> bool:
    return visit.status is PlanStatus.HELD and not visit.contacts


def _is_cancelled(visit: PlannedVisit, _: date) -> bool:
    return visit.status is PlanStatus.CANCELLED


def _is_skipped(visit: PlannedVisit, _: date) -> bool:
    return visit.status is PlanStatus.SKIPPED


def _is_planned(visit: PlannedVisit, _: date) -> bool:
    """Tell whether a visit stood in the plan, whatever became of it, and was not skipped."""
    if visit.visit is None:
        return visit.status is not PlanStatus.SKIPPED
    began = visit.status in (PlanStatus.HELD, PlanStatus.RUNNING)
    return visit.visit.minutes is not None or not began


def _is_unplanned(visit: PlannedVisit, today: date) -> bool:
    return _is_held(visit, today) and not _is_planned(visit, today)


def _is_unanswered(visit: PlannedVisit, today: date) -> bool:
    return visit.is_open and visit.day < today


_CONTACTS = _Figure(_is_held)
_FIGURES = {
    "held": _Figure(_is_held),
    "minutes": _Figure(_is_held, Measure.MINUTES, _minutes_held),
    "hours": _Figure(_is_held, Measure.HOURS, _minutes_held),
    "zero": _Figure(_is_zero),
    "zero_minutes": _Figure(_is_zero, Measure.MINUTES, _minutes_held),
    "zero_hours": _Figure(_is_zero, Measure.HOURS, _minutes_held),
    "contacts": _CONTACTS,
    PER_100_HOURS: _Figure(_is_held, Measure.RATE, _contacts),
    "low": _Figure(_is_held, Measure.LOW, _contacts),
    "high": _Figure(_is_held, Measure.HIGH, _contacts),
    "planned": _Figure(_is_planned),
    "planned_minutes": _Figure(_is_planned, Measure.MINUTES, _minutes_planned),
    "planned_hours": _Figure(_is_planned, Measure.HOURS, _minutes_planned),
    "unplanned": _Figure(_is_unplanned),
    "unanswered": _Figure(_is_unanswered),
    "cancelled": _Figure(_is_cancelled),
    "cancelled_minutes": _Figure(_is_cancelled, Measure.MINUTES, _minutes_planned),
    "cancelled_hours": _Figure(_is_cancelled, Measure.HOURS, _minutes_planned),
    "skipped": _Figure(_is_skipped),
}
