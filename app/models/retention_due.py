"""What has been kept longer than its retention period: listed and asked about, never deleted here.

A period is over when its months have gone since the day that counts: the last contact of a person,
the contact of a note, the day on which a promise was kept or a referral came to its end, the day of
a change. Somebody without contacts counts from the day of entry. Without a valid period nothing is ever due.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.case_types import ReferralState, RetentionPeriod, RetentionSubject
from app.models.clock import day_stamps, from_stamp, local, local_today
from app.models.people import ERASED_NAME
from app.models.retention_periods import months_later
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_DAY = timedelta(days=1)

OPEN_REFERRALS = (ReferralState.SUGGESTED, ReferralState.ACCEPTED, ReferralState.STARTED)
"""The states in which something is still to come."""

PERSONAL_KINDS = (
    *("person", "inquiry", "followup", "referral", "alias"),
    *("linked_contact", "moved_record", "different_people"),
)
"""Kinds of record whose old values in the trail of changes are about people who came."""


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that may go.

    ``record_id`` is that of the record; of the history it is the period itself, and ``count`` says
    how many changes it is. ``since`` is the day from which the months count, ``until`` the day on
    which they were over. ``person`` is a name, empty for an anonymous contact.
    """

    subject: RetentionSubject
    record_id: RecordId
    since: date
    until: date
    person_id: RecordId | None = None
    person: str = ""
    count: int = 1

    @property
    def key(self) -> str:
        """What the thing is called on the command line."""
        return f"{self.subject}:{self.record_id}"


_OPEN_REFERRALS = ", ".join(f"'{state}'" for state in OPEN_REFERRALS)
_NAMED = f"coalesce(nullif(p.name, '{ERASED_NAME}'), '') AS person"
_QUERIES = {
    RetentionSubject.PERSON: (
        "SELECT d.id AS record_id, d.since, d.id AS person_id, d.name AS person FROM"
        " (SELECT p.id, p.name, coalesce(max(i.date), substr(p.created_at, 1, 10)) AS since"
        " FROM person p LEFT JOIN inquiry i ON i.person_id = p.id"
        f" WHERE p.name <> '{ERASED_NAME}' AND p.merged_into IS NULL"
        " GROUP BY p.id HAVING since <= :bound) d"
        " WHERE NOT EXISTS (SELECT 1 FROM followup f WHERE f.done_on IS NULL AND"
        " (f.person_id = d.id OR f.inquiry_id IN (SELECT id FROM inquiry WHERE person_id = d.id)))"
        f" AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.state IN ({_OPEN_REFERRALS}) AND"
        " (r.person_id = d.id OR r.inquiry_id IN (SELECT id FROM inquiry WHERE person_id = d.id)))"
    ),
    RetentionSubject.NOTE: (
        f"SELECT i.id AS record_id, i.date AS since, i.person_id, {_NAMED} FROM inquiry i"
        " LEFT JOIN person p ON p.id = i.person_id WHERE i.note <> '' AND i.date <= :bound"
    ),
    RetentionSubject.FOLLOWUP: (
        f"SELECT f.id AS record_id, f.done_on AS since, p.id AS person_id, {_NAMED} FROM followup f"
        " LEFT JOIN inquiry i ON i.id = f.inquiry_id"
        " LEFT JOIN person p ON p.id = coalesce(f.person_id, i.person_id)"
        " WHERE f.done_on <= :bound AND f.text || f.comment <> ''"
    ),
    RetentionSubject.REFERRAL: (
        f"SELECT r.id AS record_id, r.state_on AS since, p.id AS person_id, {_NAMED}"
        " FROM referral r LEFT JOIN inquiry i ON i.id = r.inquiry_id"
        " LEFT JOIN person p ON p.id = coalesce(r.person_id, i.person_id)"
        f" WHERE r.state NOT IN ({_OPEN_REFERRALS}) AND r.state_on <= :bound"
        " AND r.reason || r.outcome_words || r.note <> ''"
    ),
}


def due_list(store: "Store") -> tuple[Due, ...]:
    """Return everything that is due today, subject by subject, the longest due first."""
    return tuple(_due(store, local_today(store.clock)))


def count_due(store: "Store") -> int:
    """Return how many things are due today; quick where no period has been set."""
    return len(due_list(store))


def old_changes(store: "Store", period: RetentionPeriod, today: date) -> tuple[int, date | None]:
    """Return how many changes of people have values older than the period, and the oldest day."""
    row = store.database.execute(
        f"SELECT count(*), min(at) FROM audit WHERE {OLD_VALUES}",
        old_values(last_day(today, period.months)),
    ).fetchone()
    return int(row[0]), local(from_stamp(row[1])).date() if row[1] else None


OLD_VALUES = (
    "(before IS NOT NULL OR after IS NOT NULL) AND at < :end"
    " AND kind IN (SELECT value FROM json_each(:kinds))"
)
"""The condition for changes whose values are too old; for :func:`old_values`."""


def old_values(last: date) -> dict[str, Any]:
    """Return the values of :data:`OLD_VALUES`: changes up to and with the day ``last``."""
    return {"end": day_stamps(last)[1], "kinds": msgspec.json.encode(PERSONAL_KINDS).decode()}


def last_day(today: date, months: int) -> date:
    """Return the newest day whose ``months`` are over today."""
    newest = months_later(today, -months)
    # On the last day of a short month several days of a longer one are over.
    while months_later(newest + _DAY, months) <= today:
        newest += _DAY
    return newest


def _due(store: "Store", today: date) -> Iterator[Due]:
    periods = store.retention_periods.valid(today)
    for subject in RetentionSubject:
        period = periods.get(subject)
        if period is None:
            continue
        if subject is RetentionSubject.HISTORY:
            yield from _due_history(store, period, today)
        else:
            yield from sorted(
                _due_rows(store, subject, period.months, today),
                key=lambda each: (each.since, each.record_id),
            )


def _due_rows(store: "Store", subject: RetentionSubject, months: int, today: date) -> Iterator[Due]:
    bound = last_day(today, months).isoformat()
    for row in store.database.query(_QUERIES[subject], {"bound": bound}):
        since = date.fromisoformat(row.pop("since"))
        yield Due(subject=subject, since=since, until=months_later(since, months), **row)


def _due_history(store: "Store", period: RetentionPeriod, today: date) -> Iterator[Due]:
    count, oldest = old_changes(store, period, today)
    if oldest is not None:
        yield Due(
            subject=RetentionSubject.HISTORY,
            record_id=period.id,
            since=oldest,
            until=months_later(oldest, period.months),
            count=count,
        )
