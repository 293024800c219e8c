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
    """One record that was created, updated or deleted; ``kind`` is its repository's kind.

    ``for_good`` says that the values from before were erased: nothing brings them back.
    """

    kind: str
    record_id: RecordId
    action: Action
    for_good: bool = False


class Changes(msgspec.Struct, frozen=True):
    """All that one transaction changed; ``change_set`` is the handle for undoing it."""

    change_set: str
    records: tuple[Change, ...]
    origin: str = ""

    def touches(self, *kinds: str) -> bool:
        """Tell whether a record of one of ``kinds`` is among the changes."""
        return any(change.kind in kinds for change in self.records)

    @property
    def erased(self) -> bool:
        """Whether something was erased for good, so that nothing from before can be taken back."""
        return any(change.for_good for change in self.records)


Subscriber = Callable[[Changes], None]
