"""Follow-ups as they are shown: with the person, the workplace, the talk and the visit."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

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
    """One follow-up.

    ``person``, ``phone`` and ``workplace`` are empty where there is none; ``inquiry_on`` is the
    day of the talk in which it was promised, ``visit_on`` that of the visit it is about.
    """

    followup: FollowUp
    person: str = ""
    phone: str = ""
    workplace: str = ""
    inquiry_on: date | None = None
    visit_on: date | None = None

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
    return told(store, store.followups.open(until))


def told(store: "Store", followups: Sequence[FollowUp]) -> tuple[Promise, ...]:
    """Return follow-ups with what they are about; what that is may be gone by now."""
    people = _named(store, "person", "name, phone", (each.person_id for each in followups))
    places = _named(store, "workplace", "name", (each.workplace_id for each in followups))
    talks = _named(store, "inquiry", "date", (each.inquiry_id for each in followups))
    visits = _named(store, "visit", "date", (each.visit_id for each in followups))
    promises = (
        {
            "followup": each,
            "person": people.get(each.person_id, {}).get("name", ""),
            "phone": people.get(each.person_id, {}).get("phone", ""),
            "workplace": places.get(each.workplace_id, {}).get("name", ""),
            "inquiry_on": talks.get(each.inquiry_id, {}).get("date"),
            "visit_on": visits.get(each.visit_id, {}).get("date"),
        }
        for each in followups
    )
    return tuple(msgspec.convert(each, Promise, strict=False) for each in promises)


def snoozed(followup: FollowUp, today: date, days: int) -> date:
    """Return the due date ``days`` later; what is late is put off from today."""
    return max(followup.due_on, today) + timedelta(days=days)


def begun_line(today: date) -> str:
    """Return how a line of a comment begins: with the day on which it is written."""
    return f"{today:%d-%m}: "


def with_line(comment: str, line: str) -> str:
    """Return a comment with one more line below what stands there."""
    return "\n".join(filter(None, (comment, line)))


def _named(
    store: "Store", table: str, columns: str, ids: Iterable[str | None]
) -> dict[str | None, dict[str, Any]]:
    wanted = msgspec.json.encode(sorted({each for each in ids if each is not None})).decode()
    rows = store.database.query(
        f"SELECT id, {columns} FROM {table} WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
    )
    return {row["id"]: row for row in rows}
