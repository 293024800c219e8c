"""What is done with the visits of the plan: plan, start, end, cancel, move, change who goes.

Every function takes the id of a visit as the plan shows it; a visit that only followed from a rule
is stored by the first thing that is done with it. All of them write through the store's audited
repositories, so that one call inside ``store.atomic()`` is one step that can be taken back.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.errors import Conflict, UserError
from app.models.checking import Checker
from app.models.clock import local, stamp
from app.models.plan import PlannedVisit, PlanStatus, find_planned
from app.models.plan_types import PresenceRule
from app.models.types import RecordId, Shift, Visit, VisitStatus
from app.models.words import short_date, weekday
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_NOT_STARTED = Text("Fremmødet blev ikke startet.", "The visit was not started.")
_NOT_HELD = Text("Fremmødet blev ikke noteret som holdt.", "The visit was not recorded as held.")
_NOT_CANCELLED = Text("Fremmødet blev ikke aflyst.", "The visit was not cancelled.")
_NOT_REINSTATED = Text("Fremmødet blev ikke genoptaget.", "The visit was not reinstated.")
_NOT_MOVED = Text("Fremmødet blev ikke flyttet.", "The visit was not moved.")
_NOT_ASSIGNED = Text("Vejlederen blev ikke skiftet.", "The counsellor was not changed.")
_NOT_PROMISED = Text("Opfølgningen blev ikke gemt.", "The follow-up was not saved.")
_STANDS = {
    PlanStatus.PLANNED: Text("Det er planlagt.", "It is planned."),
    PlanStatus.MOVED: Text("Det er flyttet.", "It has been moved."),
    PlanStatus.RUNNING: Text("Det er i gang.", "It is running."),
    PlanStatus.HELD: Text("Det er allerede holdt.", "It has been held already."),
    PlanStatus.CANCELLED: Text("Det er aflyst.", "It is cancelled."),
    PlanStatus.SKIPPED: Text("Det er sprunget over.", "It is skipped."),
}
_NEXT = {
    PlanStatus.CANCELLED: Text("Genoptag det først.", "Reinstate it first."),
    PlanStatus.RUNNING: Text("Afslut det først.", "End it first."),
    PlanStatus.SKIPPED: Text("Vælg først at holde det alligevel.", "Choose to hold it first."),
}
_REFRESH = Text("Se planen igen, og vælg derfra.", "Look at the plan again and choose there.")
_HOLD_IT = Text(
    "Notér det som holdt, hvis det blev det, eller flyt det til i dag.",
    "Record it as held if it was, or move it to today.",
)
_MOVE_IT = Text("Flyt det først til i dag.", "Move it to today first.")
_AROUND_MIDNIGHT = timedelta(hours=3)
"""How far from its planned start a visit may begin although that is on another day."""
_OPEN = (PlanStatus.PLANNED, PlanStatus.MOVED, PlanStatus.SKIPPED)


def plan_visit(
    store: "Store",
    *,
    workplace_id: RecordId,
    day: date,
    time: str,
    minutes: int,
    counsellor_ids: Sequence[RecordId] = (),
    shift: Shift = Shift.NONE,
    room: str = "",
    address: str = "",
    remark: str = "",
) -> Visit:
    """Plan one visit outside the rules, by the current counsellor unless told otherwise."""
    first, *others = counsellor_ids or (store.settings.counsellor_id,)
    return store.visits.add(
        Visit(
            workplace_id=workplace_id,
            counsellor_id=first,
            also=tuple(others),
            date=day,
            time=time,
            minutes=minutes,
            status=VisitStatus.PLANNED,
            shift=shift,
            place=room,
            address=address,
            remark=remark,
        )
    )


def start_visit(store: "Store", record_id: RecordId) -> Visit:
    """Start a planned visit now, by the current counsellor; it belongs to the day on which it began.

    Raises:
        UserError: another visit of the counsellor is running, or this one was held or cancelled.
    """
    with store.atomic():
        planned = _open_visit(store, record_id, _NOT_STARTED)
        store.visits.require_none_running(_NOT_STARTED)
        me = store.settings.counsellor_id
        others = tuple(who for who in planned.counsellor_ids if who != me)
        # Who stands in for somebody else takes their place; where both go, both were there.
        also = others if me in planned.counsellor_ids else others[1:]
        now = store.clock()
        return _store_as(
            store,
            planned,
            counsellor_id=me,
            also=also,
            date=local(now).date(),
            status=VisitStatus.RUNNING,
            started_at=stamp(now),
        )


def require_today(store: "Store", record_id: RecordId) -> None:
    """Raise UserError unless a visit that is still to be held can be meant to start now.

    One is planned for today, begins or ends today, or begins within three hours of now.
    """
    planned = find_planned(store, record_id)
    now = local(store.clock())
    today = now.date()
    near = abs(planned.start.timestamp() - now.timestamp()) <= _AROUND_MIDNIGHT.total_seconds()
    if near or today in (planned.day, planned.end.date()) or planned.status not in _OPEN:
        return
    why = Text("Det er planlagt til {weekday} {day}.", "It is planned for {weekday} {day}.").format(
        weekday=weekday(planned.day), day=short_date(planned.day)
    )
    raise UserError(_NOT_STARTED, why, _HOLD_IT if planned.day < today else _MOVE_IT)


def hold_visit(store: "Store", record_id: RecordId, started: datetime, ended: datetime) -> Visit:
    """Record afterwards that a planned visit was held, from ``started`` to ``ended`` (aware).

    Raises:
        InvalidInput: it would end before it began, or in the time to come.
    """
    check = Checker(_NOT_HELD)
    check.require(
        ended <= store.clock(),
        "ended_at",
        "Et fremmøde kan først være holdt, når det er slut.",
        "A visit has been held only when it is over.",
    )
    check.finish()
    with store.atomic():
        planned = _open_visit(store, record_id, _NOT_HELD)
        return _store_as(
            store,
            planned,
            date=local(started).date(),
            status=VisitStatus.HELD,
            started_at=stamp(started),
            ended_at=stamp(ended),
        )


def cancel_visit(store: "Store", record_id: RecordId, reason: str) -> Visit:
    """Cancel a planned visit; the reason is required."""
    check = Checker(_NOT_CANCELLED)
    check.require(
        bool(reason.strip()),
        "reason",
        "Skriv, hvorfor fremmødet er aflyst.",
        "Enter why the visit was cancelled.",
    )
    check.finish()
    with store.atomic():
        planned = _open_visit(store, record_id, _NOT_CANCELLED)
        return _store_as(store, planned, status=VisitStatus.CANCELLED, reason=reason.strip())


def reinstate_visit(store: "Store", record_id: RecordId) -> Visit:
    """Let a cancelled visit, or one on a holiday, be held as planned after all."""
    with store.atomic():
        planned = find_planned(store, record_id)
        if planned.status not in (PlanStatus.CANCELLED, PlanStatus.SKIPPED):
            raise _refused(_NOT_REINSTATED, planned)
        time, minutes = _clock_time(store, planned), planned.minutes
        status = _planned_status(store, planned, planned.day, time, minutes)
        return _store_as(store, planned, status=status, reason="")


def move_visit(
    store: "Store",
    record_id: RecordId,
    day: date,
    *,
    time: str = "",
    minutes: int | None = None,
    reason: str = "",
) -> Visit:
    """Move a planned visit to another day or time; what is left out stays as it is.

    A visit of a rule is then ``moved``; moved back to where the rule has it, ``planned`` again.
    """
    with store.atomic():
        planned = _open_visit(store, record_id, _NOT_MOVED)
        clock_time = time or _clock_time(store, planned)
        length = planned.minutes if minutes is None else minutes
        return _store_as(
            store,
            planned,
            date=day,
            time=clock_time,
            minutes=length,
            status=_planned_status(store, planned, day, clock_time, length),
            reason=reason.strip(),
        )


def assign_visit(store: "Store", record_id: RecordId, counsellor_ids: Sequence[RecordId]) -> Visit:
    """Let other counsellors go to a planned visit; the first one is responsible.

    One that is skipped has to be reinstated first: nobody goes there.
    """
    check = Checker(_NOT_ASSIGNED)
    check.require(
        bool(counsellor_ids),
        "counsellor_ids",
        "Vælg mindst én vejleder.",
        "Choose at least one counsellor.",
    )
    check.finish()
    first, *others = counsellor_ids
    with store.atomic():
        planned = _open_visit(store, record_id, _NOT_ASSIGNED)
        if planned.status is PlanStatus.SKIPPED:
            raise _refused(_NOT_ASSIGNED, planned)
        return _store_as(store, planned, counsellor_id=first, also=tuple(others))


def keep_visit(store: "Store", record_id: RecordId) -> Visit:
    """Return a visit of the plan as it is stored, so that something else can be about it.

    Raises:
        Conflict: it is skipped; to store it would let it be held.
    """
    with store.atomic():
        planned = find_planned(store, record_id)
        if planned.visit is not None:
            return planned.visit
        if planned.status is not PlanStatus.PLANNED:
            raise _refused(_NOT_PROMISED, planned)
        return _store_as(store, planned)


def _open_visit(store: "Store", record_id: RecordId, what: Text) -> PlannedVisit:
    planned = find_planned(store, record_id)
    if planned.status not in _OPEN:
        raise _refused(what, planned)
    return planned


def _store_as(store: "Store", planned: PlannedVisit, **changes: object) -> Visit:
    if planned.visit is not None:
        return store.visits.change(replace(planned.visit, **changes))
    first, *others = planned.counsellor_ids
    made = Visit(
        workplace_id=planned.workplace_id,
        counsellor_id=first,
        also=tuple(others),
        date=planned.day,
        time=_clock_time(store, planned),
        minutes=planned.minutes,
        status=VisitStatus.PLANNED,
        shift=planned.shift,
        place=planned.room,
        address=planned.address,
        series_id=planned.series_id,
        occurrence=planned.occurrence,
        remark=planned.remark,
    )
    return store.visits.arrange(replace(made, **changes))


def _rule_of(store: "Store", planned: PlannedVisit) -> PresenceRule | None:
    return None if planned.rule_id is None else store.presence_rules.get(planned.rule_id)


def _clock_time(store: "Store", planned: PlannedVisit) -> str:
    """Return when a visit begins as it is planned; the night the clocks change may shift that."""
    if planned.visit is not None and planned.visit.time:
        return planned.visit.time
    rule = _rule_of(store, planned)
    return f"{planned.start:%H:%M}" if rule is None else rule.time


def _planned_status(
    store: "Store", planned: PlannedVisit, day: date, time: str, minutes: int
) -> VisitStatus:
    """Return ``moved`` for what does not stand where its rule has it, else ``planned``."""
    if planned.occurrence is None:
        return VisitStatus.PLANNED
    rule = _rule_of(store, planned)
    on_time = rule is None or (rule.time, rule.minutes) == (time, minutes)
    return VisitStatus.PLANNED if on_time and day == planned.occurrence else VisitStatus.MOVED


def _refused(what: Text, planned: PlannedVisit) -> Conflict:
    return Conflict(what, _STANDS[planned.status], _NEXT.get(planned.status, _REFRESH))
