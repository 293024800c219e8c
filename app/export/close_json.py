"""Months and their close as objects of JSON; described in docs/close-json.md."""

from typing import Any

from app.export.closing import Closing
from app.export.differences import Difference
from app.models.close_types import MonthClose
from app.models.close_words import check_words
from app.models.month_checks import Check, CheckList
from app.models.month_state import MonthState

JsonObject = dict[str, Any]


def month_object(state: MonthState, closing: Closing | None = None) -> JsonObject:
    """Return a month; ``closing`` has what the data would now give for the whole project."""
    return {
        "month": f"{state.month.first:%Y-%m}",
        "state": state.state.value,
        "revisions": [
            _revision(close, by) for close, by in zip(state.revisions, state.initials, strict=True)
        ],
        "releases": list(state.releases),
        "sent": state.is_sent,
        "checks": _checks(state.checks) if state.checks is not None else [],
        "changed": [difference_object(each) for each in closing.changed] if closing else [],
    }


def closing_object(closing: Closing) -> JsonObject:
    """Return the revision that printed figures are of, and what the data would now give."""
    changed = [difference_object(each) for each in closing.changed]
    return _revision(closing.close, closing.by) | {"changed": changed}


def difference_object(difference: Difference) -> JsonObject:
    """Return one figure that differs; hours are in minutes."""
    return {
        "table": difference.table,
        "row": difference.row,
        "column": difference.column,
        "unit": difference.unit.value,
        "closed": difference.before or 0,
        "now": difference.now or 0,
    }


def _revision(close: MonthClose, by: str) -> JsonObject:
    return {
        "month": close.month,
        "revision": close.revision,
        "closed_on": close.closed_on.isoformat(),
        "closed_at": close.created_at,
        "closed_by": by,
        "reason": close.reason,
    }


def _checks(checks: CheckList) -> list[JsonObject]:
    found = []
    for check in Check:
        findings = checks.of(check)
        if findings:
            words = check_words(check, len(findings))
            found.append(
                {
                    "check": check.value,
                    "count": len(findings),
                    "refs": [finding.ref for finding in findings],
                    "text": {"da": words.da, "en": words.en},
                }
            )
    return found
