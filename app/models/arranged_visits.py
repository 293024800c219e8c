"""What was arranged for single visits of a rule, when the rule itself changes."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from app.models.plan_types import PresenceRule
from app.models.recurrence import covers, has_occurrence, place_on
from app.models.types import Visit, VisitStatus

if TYPE_CHECKING:
    from app.models.store import Store

_ARRANGED = (VisitStatus.PLANNED, VisitStatus.MOVED, VisitStatus.CANCELLED)


def drop_arranged(store: "Store", rule: PresenceRule, day: date) -> None:
    """Delete what was arranged for the visits of one version from ``day`` on."""
    for visit, _ in _arranged(store, rule, day):
        store.visits.delete(visit.id)


def carry_over(store: "Store", before: PresenceRule, after: PresenceRule, day: date) -> None:
    """Settle what was arranged from ``day`` on for the visits of ``before``, now ``after``.

    Where the rule still has the visit, the arrangement holds, and all that was not arranged
    otherwise follows the rule; a moved visit keeps its time and place, only the counsellors
    follow. Where it has not, a moved visit stands alone and everything else is dropped.
    """
    for visit, occurrence in _arranged(store, before, day):
        _settle(store, visit, occurrence, before, after)


def settle_series(
    store: "Store", before: Sequence[PresenceRule], after: Sequence[PresenceRule], day: date
) -> None:
    """Settle as :func:`carry_over` what was arranged from ``day`` on, for all versions of a series."""
    for old in before:
        for visit, occurrence in tuple(_arranged(store, old, day)):
            new = next((rule for rule in after if covers(rule, occurrence)), None)
            _settle(store, visit, occurrence, old, new)


def _settle(
    store: "Store", visit: Visit, occurrence: date, before: PresenceRule, after: PresenceRule | None
) -> None:
    if after is None or not has_occurrence(after, occurrence):
        if visit.status is VisitStatus.MOVED:
            store.visits.stand_alone(visit)
        else:
            store.visits.delete(visit.id)
        return
    changes = _counsellors_that_follow(visit, before, after)
    if visit.status is not VisitStatus.MOVED:
        old, new = _planned(before, occurrence), _planned(after, occurrence)
        changes |= {name: new[name] for name in new if getattr(visit, name) == old[name]}
    store.visits.change(replace(visit, **changes))


def _arranged(store: "Store", rule: PresenceRule, day: date) -> Iterator[tuple[Visit, date]]:
    for visit in store.visits.of_series(rule.series_id, day):
        occurrence = visit.occurrence
        if occurrence is not None and visit.status in _ARRANGED and covers(rule, occurrence):
            yield visit, occurrence


def _counsellors_that_follow(
    visit: Visit, before: PresenceRule, after: PresenceRule
) -> dict[str, Any]:
    if (visit.counsellor_id, *visit.also) != before.counsellor_ids:
        return {}
    first, *others = after.counsellor_ids
    return {"counsellor_id": first, "also": tuple(others)}


def _planned(rule: PresenceRule, day: date) -> dict[str, Any]:
    where = place_on(rule, day)
    return {
        "workplace_id": rule.workplace_id,
        "time": rule.time,
        "minutes": rule.minutes,
        "shift": rule.shift,
        "place": where.room,
        "address": where.address,
        "remark": rule.remark,
    }
