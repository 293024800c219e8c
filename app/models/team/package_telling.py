"""What a package changes, gathered while it is taken, in words that people know the records by."""

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.team.package_changes import Fate, FieldChange, PackageChange
from app.models.team.package_shelves import Shelf
from app.models.team.reported_places import told_by_reports_alone
from app.models.words import short_date

if TYPE_CHECKING:
    from app.models.store import Store


class Telling:
    """The changes so far."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        # What a lead has of laptops' reports alone was entered by nobody.
        self._reported = told_by_reports_alone(store)
        self.changes: list[PackageChange] = []

    def fields(
        self, shelf: Shelf[Any, Any], mine: Any, wanted: Any, before: Any | None
    ) -> tuple[FieldChange, ...]:
        """Return how ``wanted`` differs from ``mine``, which the package before had as ``before``."""
        entered = set(shelf.differing(mine, before)) if before is not None else None
        if mine.id in self._reported:
            entered = set()
        return tuple(
            FieldChange(
                name=name,
                here=told_value(self._store, getattr(mine, name)),
                package=told_value(self._store, getattr(wanted, name)),
                # Of what was never a package's, an empty field is nothing that could be lost.
                entered_here=(
                    name in entered if entered is not None else bool(getattr(mine, name))
                ),
            )
            for name in shelf.differing(mine, wanted)
        )

    def tell(
        self,
        kind: str,
        name: str,
        fate: Fate,
        fields: tuple[FieldChange, ...] = (),
        *,
        lost: bool = False,
    ) -> None:
        """Note what becomes of a record."""
        lost = lost or any(field.entered_here for field in fields)
        self.changes.append(
            PackageChange(kind=kind, name=name, fate=fate, fields=fields, lost=lost)
        )


def told_value(store: "Store", value: Any) -> str:
    """Return the value of a field as people read it; records are named, empty ones are ""."""
    if value is None:
        return ""
    if isinstance(value, date):
        return short_date(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "; ".join(told_value(store, one) for one in value)
    if isinstance(value, msgspec.Struct):
        texts = (told_value(store, one) for one in msgspec.structs.astuple(value))
        return " ".join(text for text in texts if text)
    if isinstance(value, str):
        return _named(store, value)
    return str(value)


def _named(store: "Store", text: str) -> str:
    """Return what the record is called whose id this text is, otherwise the text."""
    for query in (
        "SELECT name FROM organisation WHERE id = ?",
        "SELECT code FROM workplace WHERE id = ?",
        "SELECT initials FROM counsellor WHERE id = ?",
    ):
        row = store.database.execute(query, (text,)).fetchone()
        if row is not None:
            return str(row[0])
    return text
