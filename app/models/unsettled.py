"""Planned visits that were neither held nor cancelled: asked about once, on the next day of use.

A visit is asked about on the first day after it on which the program is used, all that day long,
and never on a later one. What is kept is on which days the program asked, not up to which day: so
a clock that was wrong for a while leaves a day that is far ahead or long past, and neither is
between the day on which a visit was to be held and the day after it.
"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from app.models.clock import from_stamp, local, local_today
from app.models.plan import PlannedVisit, read_plan
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

LOOKED_BACK = timedelta(days=7)
"""What lies further back is not asked about; nobody remembers."""

_ONE_DAY = timedelta(days=1)
_DAYS_KEPT = 30
"""Days of use that are remembered, in the order of use: a week's, and those of a wrong clock."""

_VISITS_KEPT = 50


def ask(store: "Store") -> tuple[PlannedVisit, ...]:
    """Return what is asked about today, and remember that today was a day for asking."""
    found = unsettled(store)
    today = local_today(store.clock).isoformat()
    days = _words(store, "plan_asked_days")
    if today not in days:
        store.settings.set("plan_asked_days", " ".join([*days, today][-_DAYS_KEPT:]))
    return found


def unsettled(store: "Store") -> tuple[PlannedVisit, ...]:
    """Return the visits that are asked about today, in order; only those of the current counsellor.

    A visit belongs to the day on which it ends. It is asked about only if it stood in the plan on
    that day: a rule that is entered with a beginning in the past asks nothing.
    """
    today = local_today(store.clock)
    first, last = _first_day(store, today), today - _ONE_DAY
    if first > last:
        return ()
    silent = set(_words(store, "plan_not_asked"))
    mine = {store.settings.counsellor_id}
    return tuple(
        visit
        # What began on the evening before the first day ends on it.
        for visit in read_plan(store, first - _ONE_DAY, last, counsellor_ids=mine)
        if visit.is_open
        and first <= visit.end.date() <= last
        and visit.id not in silent
        and _planned_at(store, visit).date() <= visit.end.date()
    )


def ask_no_more(store: "Store", record_id: RecordId) -> None:
    """Do not ask about one visit again; in the plan it stays as it is."""
    silent = [*_words(store, "plan_not_asked"), record_id]
    store.settings.set("plan_not_asked", " ".join(silent[-_VISITS_KEPT:]))


def _first_day(store: "Store", today: date) -> date:
    """Return the first day whose visits have not been asked about on an earlier day."""
    asked = (date.fromisoformat(day) for day in _words(store, "plan_asked_days"))
    return max([today - LOOKED_BACK, *(day for day in asked if day < today)])


def _planned_at(store: "Store", visit: PlannedVisit) -> datetime:
    """Return when a visit came into the plan, as a local time."""
    if visit.rule_id is not None:
        return local(from_stamp(store.presence_rules.get(visit.rule_id).created_at))
    assert visit.visit is not None, "what follows from no rule is stored"
    return local(from_stamp(visit.visit.created_at))


def _words(store: "Store", setting: str) -> list[str]:
    return str(store.settings.get(setting)).split()
