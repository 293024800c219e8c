"""What belongs to a person beside their contacts: promises and referrals.

One that was made in a contact follows it, whoever has the contact; the others are the person's.
"""

from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from app.models.identity_types import MovedKind
from app.models.repository import Repository
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_KINDS = (MovedKind.FOLLOWUP, MovedKind.REFERRAL)
"""The kinds of record that have a ``person_id`` and an ``inquiry_id``, each of which may be None."""


def pass_on(
    store: "Store", inquiry_id: RecordId, before: RecordId | None, after: RecordId | None
) -> None:
    """Give what was made in a contact to whoever has the contact now."""
    for kind in _KINDS:
        repository = store.repositories[kind]
        for record_id in _ids(store, kind, "inquiry_id = ? AND person_id IS ?", inquiry_id, before):
            _give(repository, record_id, after)


def own_belongings(store: "Store", person_id: RecordId) -> tuple[tuple[MovedKind, RecordId], ...]:
    """Return what is the person's without having been made in a contact."""
    return tuple(
        (kind, record_id)
        for kind in _KINDS
        for record_id in _ids(store, kind, "person_id = ? AND inquiry_id IS NULL", person_id)
    )


def give_belonging(
    store: "Store", kind: MovedKind, record_id: RecordId, before: RecordId, after: RecordId
) -> None:
    """Give a promise or a referral to another person, if it is still that of ``before``."""
    repository = store.repositories[kind]
    record = repository.find(record_id)
    if record is not None and record.person_id == before:
        _give(repository, record_id, after)


def _give(repository: Repository[Any], record_id: RecordId, person_id: RecordId | None) -> None:
    repository.change(replace(repository.get(record_id), person_id=person_id))


def _ids(
    store: "Store", kind: MovedKind, condition: str, *values: RecordId | None
) -> list[RecordId]:
    rows = store.database.execute(
        f"SELECT id FROM {store.repositories[kind].table} WHERE {condition} ORDER BY id", values
    )
    return [RecordId(record_id) for (record_id,) in rows.fetchall()]
