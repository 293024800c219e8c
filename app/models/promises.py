"""Open follow-ups as they are shown: with the person, the workplace and the talk they came from."""

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from app.models.types import FollowUp

if TYPE_CHECKING:
    from app.models.store import Store


class Due(StrEnum):
    """How a due date lies to today."""

    LATE = "late"
    TODAY = "today"
    THIS_WEEK = "this_week"
    LATER = "later"


class Promise(msgspec.Struct, frozen=True, kw_only=True):
    """One open follow-up.

    ``person``, ``phone`` and ``workplace`` are empty where there is none; ``inquiry_on`` is the
    day of the talk in which it was promised.
    """

    followup: FollowUp
    person: str
    phone: str
    workplace: str
    inquiry_on: date | None

    def due(self, today: date) -> Due:
        """Return where the due date lies; a week ends with its Sunday."""
        day = self.followup.due_on
        if day < today:
            return Due.LATE
        if day == today:
            return Due.TODAY
        sunday = today + timedelta(days=6 - today.weekday())
        return Due.THIS_WEEK if day <= sunday else Due.LATER


def open_promises(store: "Store", until: date | None = None) -> tuple[Promise, ...]:
    """Return what is not done yet, the longest due first; with ``until`` what is due by then."""
    rows = store.database.query(
        "SELECT f.id, coalesce(p.name, '') AS person, coalesce(p.phone, '') AS phone,"
        " coalesce(w.name, '') AS workplace, i.date AS inquiry_on FROM followup f"
        " LEFT JOIN person p ON p.id = f.person_id"
        " LEFT JOIN workplace w ON w.id = f.workplace_id"
        " LEFT JOIN inquiry i ON i.id = f.inquiry_id WHERE f.done_on IS NULL"
    )
    about = {row.pop("id"): row for row in rows}
    return tuple(
        msgspec.convert({"followup": followup, **about[followup.id]}, Promise, strict=False)
        for followup in store.followups.open(until)
    )


def snoozed(followup: FollowUp, today: date, days: int) -> date:
    """Return the due date ``days`` later; what is late is put off from today."""
    return max(followup.due_on, today) + timedelta(days=days)
