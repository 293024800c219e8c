"""Workplaces that a laptop told of and the lead did not know: made, kept up to date, and dropped.

What the lead has entered or changed always holds. Of a workplace that only reports tell of, the
newest month tells what it is, whatever the order of arrival.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.models.folding import search_text
from app.models.team.former_codes import FormerCodes
from app.models.team.made_ids import made_id
from app.models.team.summary import Summary
from app.models.types import RecordId

if TYPE_CHECKING:
    from app.models.store import Store

_NEWEST = """
SELECT p.name, p.sector, p.headcount, p.started, p.ended FROM reported_place p
JOIN reported_month m ON m.id = p.month_id WHERE p.code = ?
ORDER BY m.month DESC, m.source DESC LIMIT 1
"""
_ADD = (
    "INSERT INTO workplace (id, code, name, sector, headcount, p_number, started_on, ended_on,"
    " place, visibility, remark, search, created_at, changed_at)"
    " VALUES (?, ?, ?, ?, ?, '', ?, ?, '', '', '', ?, ?, ?)"
)


def claim_places(
    store: "Store", month_id: int, told: Summary, former: FormerCodes
) -> dict[str, RecordId]:
    """Remember what a summary tells of workplaces; return the ids of all that it names.

    A laptop may still call one by a code that the lead has changed.
    """
    ids = {}
    for place in told.places:
        store.database.execute(
            "INSERT INTO reported_place (month_id, code, name, sector, headcount, started, ended)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (month_id, place.code, place.name, place.sector, place.headcount, place.started,
             place.ended),
        )  # fmt: skip
        row = store.database.execute(
            "SELECT id FROM workplace WHERE code = ?", (place.code,)
        ).fetchone()
        known = RecordId(row[0]) if row else former.place(place.code)
        ids[place.code] = known or _make(store, place.code)
    return ids


def claimed_codes(store: "Store", month_id: int) -> set[str]:
    """Return the codes of which a reported month tells."""
    rows = store.database.execute("SELECT code FROM reported_place WHERE month_id = ?", (month_id,))
    return {code for (code,) in rows.fetchall()}


def told_by_reports_alone(store: "Store") -> frozenset[RecordId]:
    """Return the workplaces that are here because laptops told of them, untouched by the lead."""
    rows = store.database.execute(
        "SELECT w.id FROM workplace w JOIN place_made m ON m.workplace_id = w.id"
        " WHERE w.changed_at = m.changed_at"
    )
    return frozenset(RecordId(place_id) for (place_id,) in rows.fetchall())


def keep_places(store: "Store", places: Iterable[RecordId]) -> None:
    """Let workplaces be the lead's own from now on, whatever laptops tell of them."""
    for place_id in places:
        _let_go(store, place_id)


def settle_places(store: "Store", codes: Iterable[str]) -> None:
    """Bring workplaces that were made here to what is told of them now; drop those nobody names."""
    for code in sorted(codes):
        row = store.database.execute(
            "SELECT w.id, w.changed_at = m.changed_at FROM workplace w"
            " JOIN place_made m ON m.workplace_id = w.id WHERE w.code = ?",
            (code,),
        ).fetchone()
        if row is None:
            continue
        place_id, untouched = row
        if not untouched:
            _let_go(store, place_id)  # the lead has taken it over
            continue
        newest = store.database.execute(_NEWEST, (code,)).fetchone()
        if newest is None:
            _let_go(store, place_id)
            store.database.execute("DELETE FROM workplace WHERE id = ?", (place_id,))
            continue
        name, sector, headcount, started, ended = newest
        store.database.execute(
            "UPDATE workplace SET name = ?, sector = ?, headcount = ?, started_on = ?,"
            " ended_on = ?, search = ? WHERE id = ?",
            (
                name,
                sector,
                headcount,
                _day(started),
                _day(ended),
                search_text(name, code),
                place_id,
            ),
        )


def _make(store: "Store", code: str) -> RecordId:
    place_id, now = made_id("workplace", code), store.now()
    row = (place_id, code, code, "other", None, None, None, search_text(code), now, now)
    store.database.execute(_ADD, row)
    store.database.execute(
        "INSERT INTO place_made (workplace_id, changed_at) VALUES (?, ?)", (place_id, now)
    )
    return place_id


def _let_go(store: "Store", place_id: str) -> None:
    store.database.execute("DELETE FROM place_made WHERE workplace_id = ?", (place_id,))


def _day(month: str) -> str | None:
    return f"{month}-01" if month else None
