"""One visit, rule or activity as an object of JSON; described in docs/plan-json.md."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from app.export.plan_rows import PlanRow
from app.models.periods import Period
from app.models.plan_advice import Suggestion, Unvisited
from app.models.plan_types import Activity, PresenceRule
from app.models.recurrence import local_end, local_start
from app.models.store import Store
from app.models.types import RecordId
from app.models.worth import PresenceWorth

JsonObject = dict[str, Any]


def to_json(document: object) -> bytes:
    """Return an object or a list of objects as indented UTF-8 JSON."""
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def visit_object(row: PlanRow) -> JsonObject:
    """Return a visit of the plan; start and end are local times with their offset."""
    return {
        "visit": row.id,
        "workplace": row.codes[0],
        "start": row.start.isoformat(timespec="seconds"),
        "end": row.end.isoformat(timespec="seconds"),
        "shift": row.shift.value,
        "place": row.place,
        "counsellors": list(row.counsellors),
        "status": row.status,
        "rule": row.rule_id,
    }


def worth_object(
    period: Period,
    figures: Sequence[PresenceWorth],
    advice: Sequence[Suggestion],
    waiting: Sequence[Unvisited],
) -> JsonObject:
    """Return what the presence of a period brought, what is suggested, and where nobody has been."""
    return {
        "format": "vejviser-worth/1",
        "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
        "worth": [_figures_object(one) for one in figures],
        "suggestions": [
            {"text": {"da": one.text.da, "en": one.text.en}, **_figures_object(one.figures)}
            for one in advice
        ],
        "unvisited": [
            {
                "workplace": one.code,
                "last_held": one.last_held and one.last_held.isoformat(),
                "days": one.days,
            }
            for one in waiting
        ],
    }


def _figures_object(one: PresenceWorth) -> JsonObject:
    return {
        "workplace": one.code,
        "shift": one.shift.value,
        "weekday": one.weekday,
        "visits": one.visits,
        "zero_visits": one.zero_visits,
        "minutes": one.minutes,
        "contacts": one.contacts,
        "per_100_hours": one.per_100_hours,
        "low": one.low,
        "high": one.high,
    }


class Codes:
    """The codes of workplaces and the initials of counsellors, read once."""

    def __init__(self, store: Store) -> None:
        self.workplaces: Mapping[RecordId, str] = {p.id: p.code for p in store.workplaces.all()}
        self.initials: Mapping[RecordId, str] = {c.id: c.initials for c in store.counsellors.all()}

    def rule_object(self, rule: PresenceRule) -> JsonObject:
        """Return one version of a presence rule."""
        return {
            "rule": rule.id,
            "series": rule.series_id,
            "workplace": self.workplaces[rule.workplace_id],
            "every_weeks": rule.every_weeks,
            "weekdays": list(rule.weekdays),
            "time": rule.time,
            "minutes": rule.minutes,
            "shift": rule.shift.value,
            "places": [{"room": one.room, "address": one.address} for one in rule.places],
            "counsellors": [self.initials[who] for who in rule.counsellor_ids],
            "first_week": rule.anchor.isoformat(),
            "valid_from": rule.valid_from.isoformat(),
            "valid_until": rule.valid_until and rule.valid_until.isoformat(),
            "end_reason": rule.end_reason,
            "remark": rule.remark,
        }

    def activity_object(self, activity: Activity) -> JsonObject:
        """Return one activity."""
        start = local_start(activity.date, activity.time)
        return {
            "activity": activity.id,
            "kind": activity.kind.value,
            "status": activity.status.value,
            "start": start.isoformat(timespec="seconds"),
            "end": local_end(start, activity.minutes).isoformat(timespec="seconds"),
            "title": activity.title,
            "place": activity.place,
            "participants": activity.participants,
            "topics": list(activity.topics),
            "workplaces": [self.workplaces[place] for place in activity.workplace_ids],
            "counsellors": [self.initials[who] for who in activity.counsellor_ids],
            "reason": activity.reason,
            "remark": activity.remark,
        }
