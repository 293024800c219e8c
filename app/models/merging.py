"""Merging two records of one person, and splitting them again.

The record that goes keeps its own values and says in ``merged_into`` whose it is now; what was its
own is noted (:class:`~app.models.identity_types.MovedRecord`), so that a split gives back exactly
that. Merged records may be merged further: a contact always lies with the record that stands, and
its first owner is remembered.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from app.errors import Conflict
from app.models.belongings import give_belonging, own_belongings, pass_on
from app.models.identity_types import MovedKind
from app.models.merged_records import merging_of, record_to_split
from app.models.people import is_erased
from app.models.store import Store
from app.models.types import Person, RecordId
from app.texts import Text

CHOICES = ("name", "gender", "birth_year", "phone", "workplace_id")
"""What can be chosen from either record."""

CONSENTS = ("consent_on", "evaluator_consent_on")
"""What the record that stays takes over where it has none of its own and nothing was chosen."""

_NOT_MERGED = Text("Personerne blev ikke samlet.", "The persons were not merged.")


def kept_values(keep: Person, other: Person) -> dict[str, Any]:
    """Return what ``keep`` has after a merging in which nothing was chosen: its own, then theirs."""
    return {
        name: getattr(keep, name) or getattr(other, name)
        for name in (*CHOICES, *CONSENTS)
        if not getattr(keep, name) and getattr(other, name)
    }


def merge_people(
    store: Store,
    keep_id: RecordId,
    other_id: RecordId,
    chosen: Mapping[str, Any] | None = None,
) -> Person:
    """Merge ``other_id`` into ``keep_id`` and return the record that stays.

    ``chosen`` are the values of :data:`CHOICES` and :data:`CONSENTS` that it shall have; without
    it, it keeps its own and is completed by the other.

    Raises:
        NotFound: one of them is not there.
        Conflict: they are the same record, or one was merged or erased before.
    """
    with store.atomic():
        keep, other = store.people.get(keep_id), store.people.get(other_id)
        _require_two(keep, other)
        values = kept_values(keep, other) | dict(chosen or {})
        keep = store.people.change(replace(keep, **values))
        store.people.change(replace(other, merged_into=keep_id))
        for contact in store.inquiries.of_person(other_id):
            store.moved_records.keep(MovedKind.INQUIRY, contact.id, other_id)
            store.inquiries.hand_over(contact, keep_id)
            pass_on(store, contact.id, other_id, keep_id)
        for kind, record_id in own_belongings(store, other_id):
            store.moved_records.keep(kind, record_id, other_id)
            give_belonging(store, kind, record_id, other_id, keep_id)
    return keep


def split_person(store: Store, person_id: RecordId) -> Person:
    """Take a merged record out again, with its own contacts and those of records merged into it.

    It is named by its own id, or by that of the person it was merged into where it is the only one.
    What was added since stays where it was added. Values that the other record took over from
    this one go back, unless they were corrected since.

    Raises:
        NotFound: there is no such record.
        Conflict: it is not merged into another one, or several records are merged into it.
    """
    with store.atomic():
        person = record_to_split(store, person_id)
        person_id = person.id
        holder = store.people.standing(person_id)
        _give_back_values(store, person)
        standing = store.people.change(replace(person, merged_into=None))
        for one in (person_id, *store.people.merged_under(person_id)):
            _give_back(store, one, holder.id, person_id)
    return standing


def _require_two(keep: Person, other: Person) -> None:
    if keep.id == other.id:
        raise Conflict(
            _NOT_MERGED,
            Text("Det er den samme person.", "They are the same record."),
            Text("Vælg to forskellige.", "Choose two different ones."),
        )
    if any(is_erased(one) for one in (keep, other)):
        raise Conflict(
            _NOT_MERGED,
            Text("En af dem er slettet for altid.", "One of them was erased for good."),
            Text("Vælg to, der findes endnu.", "Choose two that are still there."),
        )
    if any(one.merged_into is not None for one in (keep, other)):
        raise Conflict(
            _NOT_MERGED,
            Text("En af dem er samlet allerede.", "One of them is merged already."),
            Text("Vælg den, den er samlet med.", "Choose the one it was merged with."),
        )


def _give_back(store: Store, owner: RecordId, holder: RecordId, after: RecordId) -> None:
    """Give what was once ``owner``'s from ``holder`` to ``after``, and what is theirs for good."""
    for moved in store.moved_records.of_person(owner):
        if owner == after:
            store.moved_records.forget(moved.kind, moved.record_id)
        if moved.kind is not MovedKind.INQUIRY:
            give_belonging(store, moved.kind, moved.record_id, holder, after)
            continue
        contact = store.inquiries.find(moved.record_id)
        if contact is not None and contact.person_id == holder:
            store.inquiries.hand_over(contact, after)
            pass_on(store, contact.id, holder, after)


def _give_back_values(store: Store, person: Person) -> None:
    """Let the record that this one was merged into have what it had before, where still unchanged."""
    assert person.merged_into is not None
    merging = merging_of(store, person.id)
    keeper = store.people.get(person.merged_into)
    for entry in store.audit.of_change_set(merging.change_set):
        if entry.record_id != keeper.id or entry.before is None or entry.after is None:
            continue
        before, after = (
            msgspec.json.decode(payload, type=Person) for payload in (entry.before, entry.after)
        )
        had = {
            name: getattr(before, name)
            for name in entry.fields
            if name in (*CHOICES, *CONSENTS) and getattr(keeper, name) == getattr(after, name)
        }
        keeper = store.people.change(replace(keeper, **had))
