"""Retention periods, what is due, and the log of look-ups as JSON; see docs/retention.md."""

from app.export.json_objects import JsonObject
from app.export.person_json import access_object
from app.models.access_reading import AccessRow
from app.models.case_types import RetentionPeriod
from app.models.retention_due import Due
from app.models.retention_periods import Standing


def period_object(period: RetentionPeriod, standing: Standing) -> JsonObject:
    """Return one period, and how it stands today."""
    return {
        "subject": period.subject.value,
        "months": period.months,
        "legal_basis": period.legal_basis,
        "valid_from": period.valid_from.isoformat(),
        "standing": standing.value,
    }


def due_object(due: Due) -> JsonObject:
    """Return one thing that may go."""
    return {
        "due": due.key,
        "subject": due.subject.value,
        "person": due.person_id if due.person else None,
        "name": due.person,
        "since": due.since.isoformat(),
        "until": due.until.isoformat(),
        "count": due.count,
    }


def logged_object(row: AccessRow) -> JsonObject:
    """Return a line of the log with the id of whose data they were, None for nobody."""
    return {
        **access_object(row),
        "person": row.person_id or None,
        "kind": row.kind,
        "count": row.count,
    }
