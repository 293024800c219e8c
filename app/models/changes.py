"""What a committed transaction changed, told to whoever shows it."""

from collections.abc import Callable
from enum import StrEnum

import msgspec

from app.models.types import RecordId


class Action(StrEnum):
    """What happened to a record."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


class Change(msgspec.Struct, frozen=True):
    """One record that was created, updated or deleted; ``kind`` is its repository's kind."""

    kind: str
    record_id: RecordId
    action: Action


class Changes(msgspec.Struct, frozen=True):
    """All that one transaction changed; ``change_set`` is the handle for undoing it."""

    change_set: str
    records: tuple[Change, ...]
    origin: str = ""

    def touches(self, *kinds: str) -> bool:
        """Tell whether a record of one of ``kinds`` is among the changes."""
        return any(change.kind in kinds for change in self.records)


Subscriber = Callable[[Changes], None]
