"""Who stands behind the rows of a figure, for those who may see it; every look is logged."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from app.models.access import Access, Way
from app.models.figure_rows import FigureRow, Kind
from app.models.people import ERASED_NAME
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store


def read_whose(store: "Store", rows: Sequence[FigureRow]) -> dict[RecordId, str]:
    """Return the name of the person, or the title of the activity, of each row that has one.

    The log of look-ups gets a line for every person who is named; erased ones are called
    :data:`~app.models.people.ERASED_NAME` and nobody is logged for them.
    """
    names = _names(store, rows)
    titles = _texts(store, "title", "activity", [r.id for r in rows if r.kind is Kind.ACTIVITY])
    store.access.note_if_possible(Access.LOOKED_UP, _still_known(names), Way.FIGURE)
    found = {
        row.id: titles.get(row.id, "") if row.person_id is None else names.get(row.person_id, "")
        for row in rows
    }
    return {row_id: text for row_id, text in found.items() if text}


def note_names_copied(store: "Store", rows: Sequence[FigureRow]) -> None:
    """Write whose rows were copied; nobody stands behind some."""
    names = _names(store, rows)
    store.access.note_if_possible(Access.EXPORTED, _still_known(names), Way.CLIPBOARD)


def _names(store: "Store", rows: Sequence[FigureRow]) -> dict[RecordId, str]:
    people = {row.person_id for row in rows if row.person_id is not None}
    return _texts(store, "name", "person", people)


def _still_known(names: Mapping[RecordId, str]) -> list[RecordId]:
    return sorted(person_id for person_id, name in names.items() if name != ERASED_NAME)


def _texts(
    store: "Store", column: str, table: str, ids: Collection[RecordId]
) -> dict[RecordId, str]:
    rows = store.database.execute(
        f"SELECT id, {column} FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(sorted(ids)).decode(),),
    ).fetchall()
    return {RecordId(record_id): text for record_id, text in rows}
