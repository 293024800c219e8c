"""Referrals and promises as the laptops told of them last, written into the lead's store.

They come whole with every summary. What was made in a contact waits until that contact's month is
here, because its workplace and its person are the contact's.
"""

import zlib
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.team.made_ids import made_id
from app.models.team.recognising import Node
from app.models.team.reported import Arrival
from app.models.team.summary import Joined, Summary, ToldPromise, ToldReferral

if TYPE_CHECKING:
    from app.models.store import Store

_FIRST, _SECOND = "-01", "-02"
_ADD_REFERRAL = (
    "INSERT INTO referral (id, inquiry_id, person_id, advice_code, offer_id, provider,"
    " suggested_on, state, state_on, reason, quota, outcome, outcome_words, note, created_at,"
    " changed_at) VALUES (?, ?, ?, ?, NULL, '', ?, ?, ?, '', NULL, ?, '', '', ?, ?)"
)
_ADD_SESSION = "INSERT INTO referral_session (referral_id, position, held_on) VALUES (?, ?, ?)"
_ADD_PROMISE = (
    "INSERT INTO followup (id, due_on, text, workplace_id, done_on, created_at, changed_at)"
    " VALUES (?, ?, '', ?, ?, ?, ?)"
)


class Snapshot(msgspec.Struct, frozen=True, kw_only=True):
    """What of a summary is not of its month."""

    referrals: tuple[ToldReferral, ...] = ()
    promises: tuple[ToldPromise, ...] = ()
    joined: tuple[Joined, ...] = ()
    erased: tuple[str, ...] = ()


def keep_snapshot(store: "Store", arrival: Arrival, told: Summary) -> set[Node] | None:
    """Keep the newest snapshot of a laptop; return the references of which it says something else.

    None where a newer one is here already.
    """
    source, database = arrival.sender.source, store.database
    row = database.execute(
        "SELECT place_in_line, device, seq FROM reported_snapshot WHERE source = ?", (source,)
    ).fetchone()
    newness = (arrival.sender.place_in_line, arrival.sender.device, arrival.seq)
    if row is not None and tuple(row) > newness:
        return None
    snapshot = Snapshot(
        referrals=told.referrals, promises=told.promises, joined=told.joined, erased=told.erased
    )
    body = zlib.compress(msgspec.json.encode(snapshot), 6)
    database.execute(
        "INSERT OR REPLACE INTO reported_snapshot (source, place_in_line, device, seq, body)"
        " VALUES (?, ?, ?, ?, ?)",
        (source, *newness, body),
    )
    return _keep_bonds(store, source, snapshot)


def _keep_bonds(store: "Store", source: str, snapshot: Snapshot) -> set[Node]:
    """Write who was joined and who was erased, and return whom that changes."""
    database = store.database
    joined = {(pair.ref, pair.into) for pair in snapshot.joined}
    rows = database.execute("SELECT ref, into_ref FROM reported_join WHERE source = ?", (source,))
    former_joined = {(ref, into) for ref, into in rows.fetchall()}
    rows = database.execute("SELECT ref FROM reported_erased WHERE source = ?", (source,))
    former_erased, erased = {ref for (ref,) in rows.fetchall()}, set(snapshot.erased)
    if joined != former_joined:
        database.execute("DELETE FROM reported_join WHERE source = ?", (source,))
        database.execute_many(
            "INSERT INTO reported_join (source, ref, into_ref) VALUES (?, ?, ?)",
            [(source, *pair) for pair in sorted(joined)],
        )
    if erased != former_erased:
        database.execute("DELETE FROM reported_erased WHERE source = ?", (source,))
        database.execute_many(
            "INSERT INTO reported_erased (source, ref) VALUES (?, ?)",
            [(source, ref) for ref in sorted(erased)],
        )
    refs = erased ^ former_erased
    if joined != former_joined:
        # A chain of joins changes for all of its references, also where one link stays.
        refs |= {ref for pair in joined | former_joined for ref in pair}
    return {Node(source, ref) for ref in refs}


def write_cases(store: "Store", source: str) -> None:
    """Write the referrals and promises of a laptop anew from what it told last."""
    database = store.database
    drop_cases(store, source)
    row = database.execute(
        "SELECT body FROM reported_snapshot WHERE source = ?", (source,)
    ).fetchone()
    if row is None:
        return
    snapshot = msgspec.json.decode(zlib.decompress(row[0]), type=Snapshot)
    for number, referral in enumerate(snapshot.referrals):
        _write_referral(store, source, number, referral)
    codes = dict(database.execute("SELECT code, id FROM workplace").fetchall())
    for number, promise in enumerate(snapshot.promises):
        _write_promise(store, source, number, promise, codes)


def drop_cases(store: "Store", source: str) -> None:
    """Remove the referrals and promises that were written for a laptop."""
    for kind in ("referral", "followup"):
        store.database.execute(
            f"DELETE FROM {kind} WHERE id IN"
            " (SELECT record_id FROM reported_case WHERE source = ? AND kind = ?)",
            (source, kind),
        )
    store.database.execute("DELETE FROM reported_case WHERE source = ?", (source,))


def _write_referral(store: "Store", source: str, number: int, told: ToldReferral) -> None:
    contact = _contact(store, source, told.contact) if told.contact else None
    person = _person(store, source, told.person) if told.person else None
    if (told.contact and contact is None) or (told.person and person is None):
        return  # the month in which it was made is not here yet
    key = made_id("referral", source, str(number))
    now = store.now()
    row = (key, contact, person, told.advice, told.suggested + _FIRST, told.state)
    store.database.execute(_ADD_REFERRAL, (*row, told.since + _FIRST, told.outcome, now, now))
    for position, month in enumerate(told.sessions):
        store.database.execute(_ADD_SESSION, (key, position, month + _FIRST))
    _note(store, source, "referral", key)


def _write_promise(
    store: "Store", source: str, number: int, told: ToldPromise, codes: dict[str, str]
) -> None:
    key = made_id("followup", source, str(number))
    done: str | None = None
    if told.done:
        done = told.done + (_SECOND if told.late else _FIRST)
    # At noon on the first, so that the local month is that month.
    made = f"{told.made}{_FIRST}T12:00:00.000Z"
    place = codes.get(told.workplace)
    due = told.due + _FIRST
    store.database.execute(_ADD_PROMISE, (key, due, place, done, made, store.now()))
    _note(store, source, "followup", key)


def _note(store: "Store", source: str, kind: str, key: str) -> None:
    store.database.execute(
        "INSERT INTO reported_case (source, kind, record_id) VALUES (?, ?, ?)", (source, kind, key)
    )


def _contact(store: "Store", source: str, contact: str) -> Any:
    """Return the contact; where two months tell of it, as it was moved, that of the newer one."""
    row = store.database.execute(
        "SELECT i.id FROM reported_contact r JOIN reported_month m ON m.id = r.month_id"
        " JOIN inquiry i ON i.seq = r.inquiry_seq WHERE r.source = ? AND r.contact = ?"
        " ORDER BY m.place_in_line DESC, m.device DESC, m.seq DESC LIMIT 1",
        (source, contact),
    ).fetchone()
    return row[0] if row else None


def _person(store: "Store", source: str, ref: str) -> Any:
    row = store.database.execute(
        "SELECT person_id FROM reported_person WHERE source = ? AND ref = ?", (source, ref)
    ).fetchone()
    return row[0] if row else None
