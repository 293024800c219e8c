"""Follow-ups as objects of JSON, described in docs/followups-json.md, and as lines of text."""

from datetime import date

import msgspec

from app.export.json_objects import Codes, JsonObject
from app.export.plan_rows import one_line
from app.models.promise_list import PromiseList
from app.models.promise_words import PROMISED_CHANNELS, REPEATS
from app.models.promises import Due, Promise
from app.models.types import RecordId
from app.models.words import grouped_phone, short_date
from app.texts import Language, Text

DONE, DELETED = "done", "deleted"
"""The states of a follow-up that is not open; those of an open one are in :class:`Due`."""

_STATES = {
    Due.LATE.value: Text("over tid", "late"),
    Due.TODAY.value: Text("i dag", "today"),
    Due.THIS_WEEK.value: Text("denne uge", "this week"),
    Due.LATER.value: Text("venter", "waiting"),
    DONE: Text("gjort", "done"),
    DELETED: Text("slettet", "deleted"),
}


class FollowUpRow(msgspec.Struct, frozen=True):
    """One follow-up with what became of it; ``deleted_on`` is a local day, None where it is there."""

    promise: Promise
    state: str
    deleted_on: date | None = None


def followup_row(promise: Promise, today: date) -> FollowUpRow:
    """Return a follow-up that is there, with its state today."""
    done = promise.followup.done_on is not None
    return FollowUpRow(promise, DONE if done else promise.due(today).value)


def followup_rows(found: PromiseList, today: date) -> list[FollowUpRow]:
    """Return all follow-ups: the open ones, the kept ones and the deleted ones."""
    rows = [followup_row(promise, today) for promise in (*found.open, *found.kept)]
    return rows + [FollowUpRow(each.promise, DELETED, each.deleted_on) for each in found.deleted]


def followup_object(row: FollowUpRow, codes: Codes) -> JsonObject:
    """Return one follow-up."""
    promise, followup = row.promise, row.promise.followup
    return {
        "followup": followup.id,
        "due_on": followup.due_on.isoformat(),
        "state": row.state,
        "text": followup.text,
        "channel": followup.channel.value,
        "repeat": followup.repeat.value,
        "comment": followup.comment,
        "person": followup.person_id,
        "name": promise.person,
        "phone": promise.phone,
        "workplace": codes.workplaces.get(followup.workplace_id or RecordId("")),
        "inquiry": followup.inquiry_id,
        "inquiry_on": _day(promise.inquiry_on),
        "visit": followup.visit_id,
        "visit_on": _day(promise.visit_on),
        "done_on": _day(followup.done_on),
        "deleted_on": _day(row.deleted_on),
        "created_at": followup.created_at,
        "changed_at": followup.changed_at,
    }


def followup_line(row: FollowUpRow, language: Language) -> str:
    """Return one follow-up as a line of text."""
    promise, followup = row.promise, row.promise.followup
    channel, repeat = PROMISED_CHANNELS[followup.channel], REPEATS[followup.repeat]
    parts = (
        followup.id,
        short_date(followup.due_on),
        _STATES[row.state].in_language(language),
        followup.text,
        promise.person,
        grouped_phone(promise.phone),
        promise.workplace,
        channel.in_language(language) if followup.channel else "",
        repeat.in_language(language) if followup.repeat else "",
        followup.comment,
    )
    return "  ".join(filter(None, map(one_line, parts)))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
