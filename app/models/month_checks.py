"""What should be looked at before a month is closed, each thing with where it is mended."""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.models.clock import local_today
from app.models.close_words import contact_line, letters_line, visit_line
from app.models.inquiry_drafts import kept_drafts
from app.models.month_changes import corrected_months
from app.models.periods import Period, month_name, parse_month
from app.models.plan import read_plan
from app.models.team.coverage import letter_gaps
from app.models.team.laptops import Laptops
from app.models.team.senders import missing_senders
from app.models.types import RecordId, VisitStatus
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store


class Check(StrEnum):
    """One point of the check list; only ``NOT_OVER`` cannot be set aside."""

    NOT_OVER = "not_over"
    NO_DATA = "no_data"
    RUNNING = "running_visit"
    UNSETTLED = "unsettled_visit"
    DRAFT = "draft"
    NO_REASON = "no_reason"
    NOT_REPORTED = "not_reported"
    LETTER_LOST = "letter_lost"
    EARLIER_OPEN = "earlier_open"
    CORRECTED = "corrected_not_restated"


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was found: ``ref`` is the id of a visit, draft, contact or computer, or a month."""

    check: Check
    ref: str
    text: Text
    day: date


class CheckList(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was found for a month, in the order of the points."""

    month: Period
    findings: tuple[Finding, ...]

    @property
    def is_over(self) -> bool:
        """Whether the month has ended, so that it can be closed at all."""
        return all(finding.check is not Check.NOT_OVER for finding in self.findings)

    @property
    def is_clear(self) -> bool:
        """Whether nothing was found."""
        return not self.findings

    def of(self, check: Check) -> tuple[Finding, ...]:
        """Return what was found at one point."""
        return tuple(finding for finding in self.findings if finding.check is check)


def check_month(store: "Store", month: Period) -> CheckList:
    """Go through the check list for a month."""
    if local_today(store.clock) <= month.last:
        over = Finding(
            check=Check.NOT_OVER, ref=f"{month.first:%Y-%m}", text=month.label, day=month.last
        )
        return CheckList(month=month, findings=(over,))
    return CheckList(
        month=month,
        findings=(
            *_no_data(store, month),
            *_running(store, month),
            *_unsettled(store, month),
            *_drafts(store, month),
            *_without_reason(store, month),
            *_not_reported(store, month),
            *_letters_lost(store, month),
            *_months(Check.EARLIER_OPEN, open_months(store, month.first)),
            *_months(Check.CORRECTED, corrected_months(store, month.first)),
        ),
    )


_ANYTHING = (
    "SELECT date FROM inquiry UNION ALL SELECT date FROM activity WHERE status = 'held'"
    " UNION ALL SELECT date FROM visit WHERE status IN ('held', 'running')"
    " UNION ALL SELECT month || '-01' FROM reported_visit WHERE held > 0"
)
"""The days on which anything is registered; of what laptops reported of visits, the month's first."""


def open_months(store: "Store", before: date) -> tuple[Period, ...]:
    """Return the months before a day in which anything is registered and that are not closed."""
    rows = store.database.execute(
        f"SELECT DISTINCT substr(date, 1, 7) AS month FROM ({_ANYTHING})"
        " WHERE date < ? ORDER BY month",
        (before.isoformat(),),
    )
    closed = store.month_closes.months()
    return tuple(parse_month(month) for (month,) in rows.fetchall() if month not in closed)


def _no_data(store: "Store", month: Period) -> list[Finding]:
    """Return the month itself where nothing is registered in it: perhaps another one was meant.

    At a lead a month in which laptops reported that nothing happened was meant.
    """
    days = (month.first.isoformat(), month.last.isoformat())
    reported = "SELECT month || '-01' FROM reported_month"
    query = f"SELECT 1 FROM ({_ANYTHING} UNION ALL {reported}) WHERE date BETWEEN ? AND ? LIMIT 1"
    if store.database.execute(query, days).fetchall():
        return []
    ref = f"{month.first:%Y-%m}"
    return [Finding(check=Check.NO_DATA, ref=ref, text=month_name(month.first), day=month.first)]


def _running(store: "Store", month: Period) -> list[Finding]:
    names = {place.id: place.name for place in store.workplaces.all()}
    return [
        Finding(
            check=Check.RUNNING,
            ref=visit.id,
            text=visit_line(visit.date, names[visit.workplace_id]),
            day=visit.date,
        )
        for visit in store.visits.between(month.first, month.last)
        if visit.status is VisitStatus.RUNNING
    ]


def _unsettled(store: "Store", month: Period) -> list[Finding]:
    if store.settings.is_lead:
        return []  # its rules plan nothing there; each computer settles its own visits
    return [
        Finding(
            check=Check.UNSETTLED,
            ref=visit.id,
            text=visit_line(visit.day, visit.workplace),
            day=visit.day,
        )
        for visit in read_plan(store, month.first, month.last)
        if visit.is_open
    ]


def _drafts(store: "Store", month: Period) -> list[Finding]:
    return [
        Finding(
            check=Check.DRAFT, ref=kept.id, text=contact_line(kept.draft.date), day=kept.draft.date
        )
        for kept in kept_drafts(store)
        if not kept.draft.is_empty and month.first <= kept.draft.date <= month.last
    ]


def _without_reason(store: "Store", month: Period) -> list[Finding]:
    if store.settings.is_lead:
        return []  # looked at where they were registered, before that month was closed there
    rows = store.database.execute(
        "SELECT i.id, i.date, coalesce(w.name, '') FROM inquiry i"
        " LEFT JOIN workplace w ON w.id = i.workplace_id WHERE i.date BETWEEN ? AND ?"
        " AND NOT EXISTS (SELECT 1 FROM inquiry_reason r WHERE r.inquiry_seq = i.seq)"
        " ORDER BY i.date, i.time, i.seq",
        (month.first.isoformat(), month.last.isoformat()),
    ).fetchall()
    found = []
    for inquiry_id, day_text, place in rows:
        day, ref = date.fromisoformat(day_text), RecordId(inquiry_id)
        text = contact_line(day, place)
        found.append(Finding(check=Check.NO_REASON, ref=ref, text=text, day=day))
    return found


def _not_reported(store: "Store", month: Period) -> list[Finding]:
    """Return the computers whose figures a lead still lacks; nobody else lacks any."""
    if not store.settings.is_lead:
        return []
    return [
        Finding(
            check=Check.NOT_REPORTED,
            ref=sender.device,
            text=Text(f"{sender.name} ({sender.initials})", f"{sender.name} ({sender.initials})"),
            day=month.last,
        )
        for sender in missing_senders(store, f"{month.first:%Y-%m}")
    ]


def _letters_lost(store: "Store", month: Period) -> list[Finding]:
    """Return the computers of which a lead lacks letters that may tell of the month."""
    if not store.settings.is_lead:
        return []
    return [
        Finding(
            check=Check.LETTER_LOST,
            ref=gap.laptop,
            text=letters_line(gap.laptop, gap.letters),
            day=month.last,
        )
        for gap in letter_gaps(store, Laptops(store), month)
    ]


def _months(check: Check, months: tuple[Period, ...]) -> list[Finding]:
    return [
        Finding(
            check=check, ref=f"{month.first:%Y-%m}", text=month_name(month.first), day=month.first
        )
        for month in months
    ]
