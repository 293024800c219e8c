"""Referrals and promises as the laptops told of them last, written into the lead's store.

They come whole with every summary. What was made in a contact waits until that contact's month is
here, because its workplace and its person are the contact's.
"""

import zlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from app.models.team.former_codes import FormerCodes
from app.models.team.made_ids import made_id
from app.models.team.references import Node
from app.models.team.reported import Arrival
from app.models.team.summary import Joined, Summary, ToldPromise, ToldReferral

if TYPE_CHECKING:
    from app.models.store import Store

_FIRST, _SECOND = "-01", "-02"
_LEVEL = 1
"""A snapshot is replaced by the next one: packing it fast is worth more than packing it small."""

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


class Snapshots:
    """The newest snapshot of every laptop; lives for one transaction."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._kept: dict[str, Snapshot] = {}

    def keep(self, arrival: Arrival, told: Summary) -> set[Node]:
        """Keep a snapshot that is the newest; return the references of which it says something else."""
        source, database = arrival.sender.source, self._store.database
        row = database.execute(
            "SELECT place_in_line, device, seq FROM reported_snapshot WHERE source = ?", (source,)
        ).fetchone()
        newness = (arrival.sender.place_in_line, arrival.sender.device, arrival.seq)
        if row is not None and tuple(row) > newness:
            return set()
        snapshot = Snapshot(
            referrals=told.referrals, promises=told.promises, joined=told.joined, erased=told.erased
        )
        body = zlib.compress(msgspec.json.encode(snapshot), _LEVEL)
        database.execute(
            "INSERT OR REPLACE INTO reported_snapshot (source, place_in_line, device, seq, body)"
            " VALUES (?, ?, ?, ?, ?)",
            (source, *newness, body),
        )
        self._kept[source] = snapshot
        return _keep_bonds(self._store, source, snapshot)

    def of(self, source: str) -> Snapshot:
        """Return the newest snapshot of a laptop, empty where there is none."""
        if source in self._kept:
            return self._kept[source]
        row = self._store.database.execute(
            "SELECT body FROM reported_snapshot WHERE source = ?", (source,)
        ).fetchone()
        return msgspec.json.decode(zlib.decompress(row[0]), type=Snapshot) if row else Snapshot()


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


def write_cases(store: "Store", source: str, told: Snapshot, former: FormerCodes) -> None:
    """Bring the referrals and promises of a laptop to what it told last.

    Every summary tells of all there ever were, so only what differs is written: else the work of
    one month would grow with the years.
    """
    referrals = _referrals(store, source, told.referrals)
    _settle(store, source, "referral", _HERE_REFERRALS, referrals, _write_referral)
    promises = _promises(store, source, told.promises, former)
    _settle(store, source, "followup", _HERE_PROMISES, promises, _write_promise)


def drop_cases(store: "Store", source: str) -> None:
    """Remove the referrals and promises that were written for a laptop."""
    for kind in ("referral", "followup"):
        store.database.execute(
            f"DELETE FROM {kind} WHERE id IN"
            " (SELECT record_id FROM reported_case WHERE source = ? AND kind = ?)",
            (source, kind),
        )
    store.database.execute("DELETE FROM reported_case WHERE source = ?", (source,))


_Row = tuple[Any, ...]
"""The columns of a record that a summary tells of."""

_HERE_REFERRALS = """
SELECT r.id, r.inquiry_id, r.person_id, r.advice_code, r.suggested_on, r.state, r.state_on,
       r.outcome, (SELECT group_concat(held_on, ' ') FROM (SELECT held_on FROM referral_session
       WHERE referral_id = r.id ORDER BY position))
FROM reported_case c JOIN referral r ON r.id = c.record_id
WHERE c.source = ? AND c.kind = 'referral'
"""
_HERE_PROMISES = """
SELECT f.id, f.due_on, f.workplace_id, f.done_on, f.created_at
FROM reported_case c JOIN followup f ON f.id = c.record_id
WHERE c.source = ? AND c.kind = 'followup'
"""
# Where two months tell of a contact, as it was moved, it is that of the newer one.
_CONTACTS = """
SELECT value, (SELECT i.id FROM reported_contact r JOIN reported_month m ON m.id = r.month_id
  JOIN inquiry i ON i.seq = r.inquiry_seq WHERE r.source = ?2 AND r.contact = value
  ORDER BY m.place_in_line DESC, m.device DESC, m.seq DESC LIMIT 1)
FROM json_each(?1)
"""
_PERSONS = """
SELECT ref, person_id FROM reported_person
WHERE source = ?2 AND ref IN (SELECT value FROM json_each(?1))
"""
_WORKPLACES = "SELECT code, id FROM workplace WHERE code IN (SELECT value FROM json_each(?1))"


def _settle(
    store: "Store",
    source: str,
    kind: str,
    read_here: str,
    wanted: dict[str, _Row],
    write: Callable[["Store", str, _Row], None],
) -> None:
    """Make the records of a kind those that are wanted, given by their ids."""
    rows = store.database.execute(read_here, (source,)).fetchall()
    here: dict[str, _Row] = {key: tuple(row) for key, *row in rows}
    for key in here.keys() - wanted.keys():
        store.database.execute(f"DELETE FROM {kind} WHERE id = ?", (key,))
        store.database.execute(
            "DELETE FROM reported_case WHERE source = ? AND kind = ? AND record_id = ?",
            (source, kind, key),
        )
    for key, row in wanted.items():
        if here.get(key) == row:
            continue
        if key in here:
            store.database.execute(f"DELETE FROM {kind} WHERE id = ?", (key,))
        else:
            store.database.execute(
                "INSERT INTO reported_case (source, kind, record_id) VALUES (?, ?, ?)",
                (source, kind, key),
            )
        write(store, key, row)


def _referrals(store: "Store", source: str, told: Sequence[ToldReferral]) -> dict[str, _Row]:
    """Return the referrals as rows by their ids, but those whose month is not here yet."""
    contacts = _found(store, _CONTACTS, {each.contact for each in told}, source)
    persons = _found(store, _PERSONS, {each.person for each in told}, source)
    rows: dict[str, _Row] = {}
    for number, each in enumerate(told):
        contact, person = contacts.get(each.contact), persons.get(each.person)
        if (each.contact and contact is None) or (each.person and person is None):
            continue
        rows[made_id("referral", source, str(number))] = (
            contact,
            person,
            each.advice,
            each.suggested + _FIRST,
            each.state,
            each.since + _FIRST,
            each.outcome,
            " ".join(month + _FIRST for month in each.sessions) or None,
        )
    return rows


def _promises(
    store: "Store", source: str, told: Sequence[ToldPromise], former: FormerCodes
) -> dict[str, _Row]:
    codes = {each.workplace for each in told} - {""}
    places: dict[str, str | None] = dict(_found(store, _WORKPLACES, codes))
    places |= {code: former.place(code) for code in codes - places.keys()}
    rows: dict[str, _Row] = {}
    for number, each in enumerate(told):
        done = each.done + (_SECOND if each.late else _FIRST) if each.done else None
        # At noon on the first, so that the local month is that month.
        made = f"{each.made}{_FIRST}T12:00:00.000Z"
        key = made_id("followup", source, str(number))
        rows[key] = (each.due + _FIRST, places.get(each.workplace), done, made)
    return rows


def _found(store: "Store", query: str, keys: set[str], *more: str) -> dict[str, str]:
    """Return the ids that a query finds for keys of a summary; the empty key has none."""
    listed = msgspec.json.encode(sorted(keys - {""})).decode()
    return dict(store.database.execute(query, (listed, *more)).fetchall())


def _write_referral(store: "Store", key: str, row: _Row) -> None:
    *facts, sessions = row
    now = store.now()
    store.database.execute(_ADD_REFERRAL, (key, *facts, now, now))
    held = enumerate(sessions.split()) if sessions else ()
    store.database.execute_many(_ADD_SESSION, [(key, position, day) for position, day in held])


def _write_promise(store: "Store", key: str, row: _Row) -> None:
    store.database.execute(_ADD_PROMISE, (key, *row, store.now()))
