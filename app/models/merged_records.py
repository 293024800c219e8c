"""The records that were merged into one, and which of them a split is about."""

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from app.errors import Conflict
from app.models.changes import Action
from app.models.clock import from_stamp, local
from app.models.types import Person, RecordId
from app.models.words import short_date
from app.texts import Text

if TYPE_CHECKING:
    from app.models.audit import AuditEntry
    from app.models.store import Store

_UNCHANGED = Text("Personen er uændret.", "The person is unchanged.")


class MergedRecord(msgspec.Struct, frozen=True, kw_only=True):
    """A record that was merged into another one, and the day on which that was done."""

    person: Person
    merged_on: date


def merging_of(store: "Store", merged_id: RecordId) -> "AuditEntry":
    """Return the change by which a merged record was merged."""
    return next(
        entry
        for entry in reversed(store.audit.of_record(merged_id))
        if entry.action is Action.UPDATE and "merged_into" in entry.fields
    )


def merged_records(store: "Store", person_id: RecordId) -> tuple[MergedRecord, ...]:
    """Return the records merged into one, and those merged into these, nearest first."""
    return tuple(
        MergedRecord(
            person=store.people.get(one),
            merged_on=local(from_stamp(merging_of(store, one).at)).date(),
        )
        for one in store.people.merged_under(person_id)
    )


def record_to_split(store: "Store", person_id: RecordId) -> Person:
    """Return the merged record that is meant: the one named, or the only one in the one named.

    Raises:
        NotFound: there is no such record.
        Conflict: nothing is merged there, or more than one record.
    """
    person = store.people.get(person_id)
    if person.merged_into is not None:
        return person
    merged = merged_records(store, person_id)
    if len(merged) == 1:
        return merged[0].person
    if not merged:
        raise Conflict(
            _UNCHANGED,
            Text("Den er ikke samlet med en anden.", "It is not merged with another one."),
            Text("Vælg en, der er samlet.", "Choose one that is merged."),
        )
    lines = [(each.person.id, each.person.name, short_date(each.merged_on)) for each in merged]
    danish = "\n".join(f"  {one}  {name}  samlet {day}" for one, name, day in lines)
    english = "\n".join(f"  {one}  {name}  merged {day}" for one, name, day in lines)
    raise Conflict(
        _UNCHANGED,
        Text(
            f"Den har flere poster, der er samlet i den:\n{danish}",
            f"Several records are merged into it:\n{english}",
        ),
        Text("Vælg den, der skal skilles ud.", "Choose the one to take out."),
    )
