"""The referrals and follow-ups of a period, read to be counted."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from app.models.case_types import Outcome, ReferralState
from app.models.clock import from_stamp, local
from app.models.periods import Period
from app.models.referrals import ENDED_STATES, OPEN_STATES
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_ONE_DAY = timedelta(days=1)


class CountedReferral(msgspec.Struct, frozen=True):
    """A referral; whom and which workplace it concerns tells :func:`concerned_by`."""

    id: RecordId
    advice_code: str
    suggested_on: date
    state: ReferralState
    state_on: date
    outcome: Outcome
    sessions: tuple[date, ...]

    @property
    def is_open(self) -> bool:
        """Whether somebody still waits for something."""
        return self.state in OPEN_STATES

    def was_made(self, period: Period) -> bool:
        """Tell whether it was suggested in a period."""
        return within(self.suggested_on, period)

    def has_ended(self, period: Period) -> bool:
        """Tell whether it was completed or stopped in a period, after at least one session."""
        ended = self.state in ENDED_STATES and within(self.state_on, period)
        return ended and bool(self.sessions)

    def sessions_in(self, period: Period) -> tuple[date, ...]:
        """Return the days in a period on which a session was held."""
        return tuple(day for day in self.sessions if within(day, period))


class Concerned(NamedTuple):
    """The code of the workplace that the inquiry of a referral concerns, or empty, and the person."""

    workplace: str
    person_id: RecordId | None


class CountedPromise(msgspec.Struct, frozen=True):
    """A promise; ``inquiry_on`` and ``inquiry_at`` are None where it was not made in an inquiry."""

    id: RecordId
    workplace: str
    person_id: RecordId | None
    created_at: str
    due_on: date
    done_on: date | None
    inquiry_on: date | None
    inquiry_at: str | None

    @property
    def made_on(self) -> date:
        """The day of the talk with which it was written down, else the day of writing it."""
        written = _day_of(self.created_at)
        if self.inquiry_on is None or self.inquiry_at is None:
            return written
        together = written == _day_of(self.inquiry_at)
        return self.inquiry_on if together else written

    def was_done(self, period: Period) -> bool:
        """Tell whether it was kept in a period."""
        return self.done_on is not None and within(self.done_on, period)

    @property
    def is_late(self) -> bool:
        """Whether it was kept after its due date."""
        return self.done_on is not None and self.done_on > self.due_on

    def was_open(self, period: Period) -> bool:
        """Tell whether it was made by the end of a period and not kept by then."""
        return self.made_on <= period.last and (self.done_on is None or self.done_on > period.last)


def within(day: date, period: Period) -> bool:
    """Tell whether a day lies in a period."""
    return period.first <= day <= period.last


def read_counted_referrals(
    store: "Store", period: Period, places: Collection[RecordId] | None
) -> list[CountedReferral]:
    """Return the referrals of which anything lies in the period; None for all ``places``."""
    rows = store.database.query(
        "SELECT r.id, r.advice_code, r.suggested_on, r.state, r.state_on, r.outcome,"
        " (SELECT json_group_array(held_on) FROM referral_session s WHERE s.referral_id = r.id)"
        " AS sessions FROM referral r"
        " WHERE r.id IN (SELECT id FROM referral WHERE suggested_on BETWEEN :first AND :last"
        " UNION SELECT id FROM referral WHERE state_on BETWEEN :first AND :last"
        " UNION SELECT referral_id FROM referral_session WHERE held_on BETWEEN :first AND :last)"
        " AND (:places IS NULL OR (SELECT workplace_id FROM inquiry i WHERE i.id = r.inquiry_id)"
        " IN (SELECT value FROM json_each(:places)))",
        _bound(period, places),
    )
    read = ({**row, "sessions": msgspec.json.decode(row["sessions"])} for row in rows)
    return msgspec.convert(list(read), list[CountedReferral])


def concerned_by(store: "Store", referrals: Collection[RecordId]) -> dict[RecordId, Concerned]:
    """Return the workplace and the person of each of these referrals."""
    rows = store.database.execute(
        "SELECT r.id, coalesce(w.code, ''), coalesce(r.person_id, i.person_id)"
        " FROM referral r LEFT JOIN inquiry i ON i.id = r.inquiry_id"
        " LEFT JOIN workplace w ON w.id = i.workplace_id"
        " WHERE r.id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(sorted(referrals)).decode(),),
    )
    return {RecordId(referral_id): Concerned(*told) for referral_id, *told in rows.fetchall()}


def read_counted_promises(
    store: "Store", period: Period, places: Collection[RecordId] | None
) -> list[CountedPromise]:
    """Return the promises of which anything can lie in the period; None for all ``places``."""
    rows = store.database.query(
        "SELECT f.id, coalesce(w.code, '') AS workplace, coalesce(f.person_id, i.person_id) AS"
        " person_id, f.created_at, f.due_on, f.done_on, i.date AS inquiry_on,"
        " i.created_at AS inquiry_at FROM followup f LEFT JOIN inquiry i ON i.id = f.inquiry_id"
        " LEFT JOIN workplace w ON w.id = f.workplace_id"
        " WHERE (f.due_on BETWEEN :first AND :last OR f.done_on BETWEEN :first AND :last"
        " OR ((f.created_at < :after OR i.date <= :last) AND (coalesce(f.done_on, :after) > :last"
        " OR f.created_at >= :before OR i.date >= :first)))"
        " AND (:places IS NULL OR f.workplace_id IN (SELECT value FROM json_each(:places)))",
        # Stamps are in UTC, the period's days are local ones.
        _bound(period, places)
        | {
            "before": (period.first - _ONE_DAY).isoformat(),
            "after": (period.last + 2 * _ONE_DAY).isoformat(),
        },
    )
    return msgspec.convert(list(rows), list[CountedPromise])


@lru_cache(maxsize=4096)
def _day_of(text: str) -> date:
    """Return the local day of a stamp; at a lead's, thousands of promises have the same."""
    return local(from_stamp(text)).date()


def _bound(period: Period, places: Collection[RecordId] | None) -> dict[str, Any]:
    return {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "places": None if places is None else msgspec.json.encode(sorted(places)).decode(),
    }
