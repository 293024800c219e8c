"""Erasing a person for good; why it is done like this stands in docs/decisions/0008-erasure.md.

The contacts stay, because published figures must not change, but nobody stands behind them: a new
record with a random id and without a name keeps together what is counted together. Promises and
referrals stay for the same reason, with their days and codes only. Everything else goes: row,
words, notes, drafts, and the values that the trail of changes has kept.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import uuid4

import msgspec

from app.errors import Conflict
from app.models.access import Access, Way
from app.models.backup_holdings import Holdings, find_holdings
from app.models.changes import Action
from app.models.cipher import sweep
from app.models.clock import local, next_stamp
from app.models.emptying import empty_promises, empty_referrals
from app.models.inquiry_drafts import discard_draft
from app.models.mentions import mentions_of
from app.models.people import ERASED_NAME, is_erased
from app.models.person_traces import Traces, find_traces
from app.models.retention_due import OPEN_REFERRALS
from app.models.rules import age_band
from app.models.store import Store
from app.models.team.devices import Devices
from app.models.team.roles import require_own_records
from app.models.team.rosters import Rosters
from app.models.team.summarising import keep_gone_refs
from app.models.team.tokens import SummaryKeys
from app.models.types import Inquiry, Person, RecordId
from app.paths import Paths
from app.texts import Text

_EARLIEST_YEAR = 1900


class Erasure(msgspec.Struct, frozen=True, kw_only=True):
    """What was erased, in numbers: nothing here names anybody.

    ``people`` is how many persons were erased at once, ``records`` how many records they had.
    ``contacts``, ``followups`` and ``referrals`` are still counted, without anybody behind them
    and without a word in them; ``notes`` were theirs. ``open_followups`` and ``open_referrals`` are
    those of them that are not done yet, ``linked`` the contacts that were anonymous once, ``merged``
    the records that were merged into theirs. ``named_elsewhere`` is how many texts about others seem
    to name them; these are left. ``changes`` lost the values they had kept. ``swept`` tells whether
    the file was rewritten at once; otherwise what the journal still has goes when the last window is
    closed.
    """

    erased_at: datetime
    people: int = 1
    records: int
    contacts: int
    notes: int
    followups: int
    referrals: int
    open_followups: int = 0
    open_referrals: int = 0
    linked: int = 0
    merged: int = 0
    named_elsewhere: int = 0
    drafts: int
    changes: int
    holdings: Holdings
    swept: bool


def foresee_erasure(store: Store, paths: Paths, person_id: RecordId) -> Erasure:
    """Return what erasing a person would remove and which backups hold them; nothing is changed.

    Raises:
        NotFound: there is no such person.
        Conflict: they were erased before.
    """
    return foresee_erasures(store, paths, (person_id,))


def foresee_erasures(store: Store, paths: Paths, people: Sequence[RecordId]) -> Erasure:
    """Return what erasing these persons together would remove; as :func:`foresee_erasure`."""
    for person_id in people:
        if is_erased(store.people.get(person_id)):
            raise Conflict(
                Text("Der blev ikke slettet noget.", "Nothing was erased."),
                Text("Personen er slettet allerede.", "The person was erased before."),
                Text("Henvendelserne tælles kun endnu.", "The inquiries are only counted now."),
            )
    return _told(store, paths, [find_traces(store, each, doubtful=True) for each in people])


def erase_person(store: Store, paths: Paths, person_id: RecordId) -> Erasure:
    """Erase a person so that nothing brings them back; every tally stays as it was.

    Must not run inside a transaction, as the file is rewritten afterwards.

    Raises:
        NotAtALead: this is a lead's installation, which knows nobody.
        NotFound: there is no such person.
        Conflict: they were erased before.
    """
    if store.database.conn.in_transaction:
        raise RuntimeError("a person is erased outside of transactions")
    told = foresee_erasure(store, paths, person_id)
    with store.atomic():
        remove_person(store, person_id, Way.REQUEST)
    return msgspec.structs.replace(told, swept=sweep(store.database))


def remove_person(store: Store, person_id: RecordId, way: Way) -> None:
    """Do what :func:`erase_person` does inside a transaction that is under way.

    The file still has to be swept when that has ended. ``way`` is why, for the log of look-ups.
    """
    require_own_records(store)
    traces = find_traces(store, person_id, doubtful=True)
    for kept in traces.drafts:
        discard_draft(store, kept.id)
    entries = (*traces.entries, *traces.elsewhere)
    store.audit.forget_entries([entry.seq for entry in entries])
    _loosen(store, traces)
    nobody = _leave_contacts(store, traces)
    # That somebody was looked up and erased stays told, but of nobody in particular.
    store.access.rename(traces.people, nobody)
    store.access.note(Access.ERASED, (nobody,), way)


def stand_in_year(birth_year: int | None, contact_years: Sequence[int]) -> int | None:
    """Return a year of birth that falls into the same age band at every contact, and tells no more.

    It is the middle one of all that do, whatever the true one is.
    """
    if birth_year is None or not contact_years:
        return None
    bands = [age_band(birth_year, year) for year in contact_years]
    latest = max(birth_year, *contact_years)
    fitting = [
        year
        for year in range(_EARLIEST_YEAR, latest + 1)
        if [age_band(year, contact) for contact in contact_years] == bands
    ]
    return fitting[len(fitting) // 2]


def _told(store: Store, paths: Paths, people: Sequence[Traces]) -> Erasure:
    ids = [traces.person.id for traces in people]
    contacts = [contact for each in ids for contact in store.inquiries.of_person(each)]
    promises = [each for one in ids for each in store.followups.of_person(one)]
    referrals = [each for one in ids for each in store.referrals.of_person(one)]
    entries = {e.seq: e for traces in people for e in (*traces.entries, *traces.elsewhere)}
    return Erasure(
        erased_at=local(store.clock()),
        people=len(people),
        records=len(frozenset().union(*(traces.people for traces in people))),
        contacts=len(contacts),
        notes=sum(bool(contact.note) for contact in contacts),
        followups=len(promises),
        referrals=len(referrals),
        open_followups=sum(each.done_on is None for each in promises),
        open_referrals=sum(each.state in OPEN_REFERRALS for each in referrals),
        linked=len(store.linked_contacts.of_inquiries([contact.id for contact in contacts])),
        merged=sum(len(store.people.merged_under(each)) for each in ids),
        named_elsewhere=len(mentions_of(store, *(traces.person for traces in people))),
        drafts=len({kept.id for traces in people for kept in traces.drafts}),
        changes=sum(bool(entry.before or entry.after) for entry in entries.values()),
        holdings=find_holdings(store, paths, frozenset().union(*(t.ids for t in people))),
        swept=False,
    )


def _loosen(store: Store, traces: Traces) -> None:
    """Remove what told that some records are of one person: code words, links, mergings."""
    for table in ("linked_contact", "moved_record"):
        _delete(store, table, "person_id", traces.people)
    for column in ("person_id", "other_id"):
        _delete(store, "different_people", column, traces.people)
    for inquiry_id in traces.inquiries:
        store.database.execute("UPDATE inquiry SET alias_id = NULL WHERE id = ?", (inquiry_id,))
    _delete(store, "alias", "id", traces.aliases)
    for alias_id in traces.aliases:
        store.note_erasure(store.aliases.kind, alias_id, Action.DELETE)


def _delete(store: Store, table: str, column: str, ids: Collection[RecordId]) -> None:
    store.database.execute(
        f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",
        (msgspec.json.encode(sorted(ids)).decode(),),
    )


def _leave_contacts(store: Store, traces: Traces) -> RecordId:
    """Give what is counted to nobody in particular, remove the person, and return nobody's id."""
    person = traces.person
    contacts = store.inquiries.of_person(person.id)
    promises = store.followups.of_person(person.id)
    referrals = store.referrals.of_person(person.id)
    # Random, not made of the time as other ids: it shall tell nothing at all.
    nobody = RecordId(str(uuid4()))
    if contacts or promises or referrals:
        _keep_what_is_counted(store, nobody, person, contacts)
    empty_promises(store, promises, nobody)
    empty_referrals(store, referrals, nobody)
    days = [contact.date for contact in contacts]
    for contact in contacts:
        # The order of contacts on one day decides which of them was the first; alone, it is the
        # day that is counted.
        time = contact.time if days.count(contact.date) > 1 else ""
        changed_at = max(store.now(), next_stamp(contact.changed_at))
        store.database.execute(
            "UPDATE inquiry SET person_id = ?, time = ?, note = '', changed_at = ? WHERE seq = ?",
            (nobody, time, changed_at, contact.seq),
        )
        store.note_erasure(store.inquiries.kind, contact.id, Action.UPDATE)
    merged = store.people.merged_under(person.id)
    _tell_the_lead(store, (*merged, person.id), nobody)
    for one in (*merged[::-1], person.id):
        store.database.execute("DELETE FROM person WHERE id = ?", (one,))
        store.audit.rename(one, nobody)
    store.note_erasure(store.people.kind, nobody, Action.DELETE)
    return nobody


def _tell_the_lead(store: Store, people: Sequence[RecordId], nobody: RecordId) -> None:
    """Let the next letter say that these are forgotten, where a lead was ever told of them."""
    if Rosters(store).current() is not None:
        keep_gone_refs(store, SummaryKeys(ref_key=Devices(store).ref_key()), people, nobody)


def _keep_what_is_counted(
    store: Store, nobody: RecordId, person: Person, contacts: Sequence[Inquiry]
) -> None:
    """Add the record that keeps contacts together: gender and age band are counted, no more."""
    year = stand_in_year(person.birth_year, [contact.date.year for contact in contacts])
    now = store.now()
    store.database.execute(
        "INSERT INTO person (id, name, gender, birth_year, phone, workplace_id, import_key, search,"
        " created_at, changed_at) VALUES (?, ?, ?, ?, '', NULL, '', '', ?, ?)",
        (nobody, ERASED_NAME, person.gender, year, now, now),
    )
