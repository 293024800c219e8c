"""The history that the page of a person shows: master data, mergings, splits and linked talks."""

from typing import TYPE_CHECKING, Any

import msgspec

from app.models.audit import AuditEntry
from app.models.changes import Action
from app.models.inquiry_details import HistoryLine, history_lines
from app.models.types import RecordId
from app.models.words import short_date
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

_MERGED = Text("samlet med {name}", "merged with {name}")
_SPLIT = Text("skilt ad fra {name}", "split from {name}")
_LINKED = Text("samtalen {day} knyttet til", "the talk of {day} linked")
_UNLINKED = Text("samtalen {day} gjort anonym igen", "the talk of {day} made anonymous again")


def person_history(store: "Store", person_id: RecordId) -> tuple[HistoryLine, ...]:
    """Return every change of a person's record and of what it is bound to, the newest first."""
    trail = store.audit
    entries = {
        entry.seq: entry
        for entry in (
            *trail.of_record(person_id),
            *trail.turning("person", "merged_into", person_id),
            *trail.turning("linked_contact", "person_id", person_id),
        )
    }
    events = {seq: _event(store, person_id, entry) for seq, entry in entries.items()}
    # A link that went with its talk says nothing of the person.
    told = [
        entries[seq]
        for seq in sorted(entries)
        if events[seq] is not None or entries[seq].record_id == person_id
    ]
    lines = history_lines(store, told)
    return tuple(
        msgspec.structs.replace(line, event=events[entry.seq])
        for line, entry in zip(lines, told[::-1], strict=True)
    )


def _event(store: "Store", person_id: RecordId, entry: AuditEntry) -> Text | None:
    """Return what a change did to who is who; None where it is one of the master data."""
    before, after = _values(entry.before), _values(entry.after)
    if entry.kind == "linked_contact":
        inquiry = store.inquiries.find(RecordId((after or before)["inquiry_id"]))
        text = _UNLINKED if entry.action is Action.DELETE else _LINKED
        return text.format(day=short_date(inquiry.date)) if inquiry is not None else None
    if "merged_into" not in entry.fields or entry.action is not Action.UPDATE:
        return None
    into, out_of = after.get("merged_into"), before.get("merged_into")
    own = entry.record_id == person_id
    other = store.people.find(RecordId(into or out_of or "") if own else entry.record_id)
    if other is None:
        return None
    return (_MERGED if into else _SPLIT).format(name=other.name)


def _values(payload: str | None) -> dict[str, Any]:
    return {} if payload is None else msgspec.json.decode(payload, type=dict[str, Any])
