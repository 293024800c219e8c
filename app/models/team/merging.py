"""Taking summaries into a lead's store: any order, any number of times, the same figures.

What one laptop told of one month is replaced as a whole by a newer revision, or by the device that
took the place of the one before. Everything else in the store, such as who is whose, follows from
what is reported now and from nothing else.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.models.changes import Action
from app.models.cipher import fit_cache
from app.models.team.copies import months_since_copy
from app.models.team.former_codes import FormerCodes
from app.models.team.recognising import Recognition
from app.models.team.references import Node
from app.models.team.reported import Arrival, MergeReceipt, Sum, Verdict
from app.models.team.reported_cases import Snapshots, drop_cases, write_cases
from app.models.team.reported_counsellors import ReportedCounsellors
from app.models.team.reported_months import add_month, drop_month
from app.models.team.reported_places import claimed_codes, settle_places
from app.models.team.roles import require_lead
from app.models.team.summary import NotASummary, Summary, read_summary
from app.models.types import RecordId, TermKind
from app.texts import Text

if TYPE_CHECKING:
    from app.models.store import Store

REPORTED = "reported_month"
"""The kind of record that is told to change when a summary was taken in."""


def merge(store: "Store", arrival: Arrival) -> MergeReceipt:
    """Take one summary in and return its receipt.

    Raises:
        NotASummary: the content cannot be used; nothing is changed.
        OnlyAtALead: this is no lead's installation.
    """
    return merge_many(store, [arrival])[0]


def merge_many(store: "Store", arrivals: Iterable[Arrival]) -> list[MergeReceipt]:
    """Take summaries in, all in one transaction or none of them; errors as for :func:`merge`.

    A caller with files from outside reads each of them first, so that one bad file does not stand in
    the way of the others.
    """
    require_lead(store)
    fit_cache(store.database)
    with store.joined():
        merging = _Merging(store)
        # All are read before anything is written: what cannot be used has changed nothing.
        told = [(arrival, merging.read(arrival)) for arrival in arrivals]
        store.database.execute("PRAGMA defer_foreign_keys = ON")
        receipts = [merging.take(arrival, summary) for arrival, summary in told]
        merging.finish()
    return receipts


class _Merging:
    """One transaction in which summaries are taken in."""

    def __init__(self, store: "Store") -> None:
        self._store, self._database = store, store.database
        self._who = Recognition(store)
        self._contacts = int(self._database.execute("SELECT count(*) FROM inquiry").fetchone()[0])
        self._codes = {kind: store.taxonomy.codes(kind) for kind in TermKind}
        self._former = FormerCodes(store)
        self._counsellors = ReportedCounsellors(store)
        self._snapshots = Snapshots(store)
        self._sources: set[str] = set()
        self._places: set[str] = set()

    def take(self, arrival: Arrival, told: Summary) -> MergeReceipt:
        """Write what a letter tells, and return its receipt."""
        verdict, former = self._verdict(arrival)
        self._remember(arrival, verdict)
        contacts, people = self._contacts, self._who.people
        if verdict in (Verdict.NEW, Verdict.REPLACED):
            copied = former is not None and self._is_of_copy(former, arrival.sender.device)
            gone_contacts, gone_people = self._drop(former) if former is not None else (0, 0)
            self._add(arrival, told)
        elif verdict is Verdict.KNOWN:
            return self._receipt(arrival, verdict, _all_known(contacts, len(told.contacts)),
                                 _all_known(people, self._persons_in(told)))  # fmt: skip
        else:
            return self._receipt(arrival, verdict, _all_known(contacts, 0), _all_known(people, 0))
        told_people = self._persons_in(told)
        receipt = self._receipt(
            arrival,
            verdict,
            _sum(contacts, len(told.contacts), gone_contacts, self._contacts),
            _sum(people, told_people, gone_people, self._who.people),
        )
        return replace(receipt, replaces_copy=copied)

    def _is_of_copy(self, month_id: int, device: str) -> bool:
        """Tell whether a month is from a device that this one replaced, since two wrote as that one."""
        row = self._database.execute(
            "SELECT device, month FROM reported_month WHERE id = ?", (month_id,)
        ).fetchone()
        return row[0] != device and row[1] in months_since_copy(self._store, row[0])

    def finish(self) -> None:
        """Write what was only noted while single summaries were taken in."""
        settle_places(self._store, self._places)
        for source in sorted(self._sources | self._who.moved):
            write_cases(self._store, source, self._snapshots.of(source), self._former)

    def read(self, arrival: Arrival) -> Summary:
        """Return the summary of a letter, checked against its header and the code lists here."""
        told = arrival.told or read_summary(arrival.payload)
        if (told.month, told.revision) != (arrival.month, arrival.revision):
            raise NotASummary(
                Text(
                    "Brevet siger noget andet om måneden end sit indhold.",
                    "The letter tells of another month than its content.",
                )
            )
        reasons = {code for contact in told.contacts for code in contact.reasons}
        advice = {code for contact in told.contacts for code in contact.advice}
        advice |= {referral.advice for referral in told.referrals}
        unknown = (reasons - self._codes[TermKind.REASON]) | (advice - self._codes[TermKind.ADVICE])
        if unknown:
            listed = ", ".join(sorted(unknown)[:5])
            raise NotASummary(
                Text(
                    f"Det bruger koder, som ikke findes her: {listed}.",
                    f"It uses codes that are not here: {listed}.",
                )
            )
        return told

    def _verdict(self, arrival: Arrival) -> tuple[Verdict, int | None]:
        """Return what comes of a letter, and the reported month that it replaces."""
        device = arrival.sender.device
        seen = self._database.execute(
            "SELECT hash, seq, month, revision, payload_hash FROM reported_letter"
            " WHERE device = ?1 AND verdict <> 'forked'"
            " AND (seq = ?2 OR (month = ?3 AND revision = ?4))",
            (device, arrival.seq, arrival.month, arrival.revision),
        ).fetchall()
        same = (arrival.month, arrival.revision, arrival.payload_hash)
        if any(tuple(row[2:]) != same for row in seen):
            return Verdict.FORKED, None
        if any(row[1] == arrival.seq and row[0] != arrival.hash for row in seen):
            return Verdict.FORKED, None
        if seen:
            return Verdict.KNOWN, None
        if self._is_of_other_chain(arrival):
            return Verdict.FORKED, None
        row = self._database.execute(
            "SELECT id, place_in_line, device, revision FROM reported_month"
            " WHERE source = ? AND month = ?",
            (arrival.sender.source, arrival.month),
        ).fetchone()
        if row is None:
            return Verdict.NEW, None
        newness = (arrival.sender.place_in_line, device, arrival.revision)
        if tuple(row[1:]) > newness:
            return Verdict.OLDER, None
        return Verdict.REPLACED, int(row[0])

    def _is_of_other_chain(self, arrival: Arrival) -> bool:
        """Tell whether a letter follows one that was refused, or not the one that was taken.

        Two computers with the same keys go on under the same numbers, each after its own letter. The
        months of both must not be mixed: what is registered on one alone would be nowhere.
        """
        if not arrival.previous:
            return False
        row = self._database.execute(
            "SELECT 1 FROM reported_letter WHERE device = ?1 AND ((hash = ?2 AND verdict = 'forked')"
            " OR (seq = ?3 AND hash <> ?2 AND verdict <> 'forked')) LIMIT 1",
            (arrival.sender.device, arrival.previous, arrival.seq - 1),
        ).fetchone()
        return row is not None

    def _remember(self, arrival: Arrival, verdict: Verdict) -> None:
        self._database.execute(
            "INSERT OR IGNORE INTO reported_letter"
            " (hash, device, seq, follows, month, revision, payload_hash, verdict, received_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (arrival.hash, arrival.sender.device, arrival.seq, arrival.follows, arrival.month,
             arrival.revision, arrival.payload_hash, verdict, self._store.now()),
        )  # fmt: skip

    def _drop(self, month_id: int) -> tuple[int, int]:
        """Remove a reported month; return how many contacts and persons are gone with it."""
        contacts, people = self._contacts, self._who.people
        source, nodes = _told_in(self._store, month_id)
        drop_cases(self._store, source)
        self._places |= claimed_codes(self._store, month_id)
        self._contacts -= drop_month(self._store, month_id)
        self._who.renew(nodes)
        return contacts - self._contacts, people - self._who.people

    def _add(self, arrival: Arrival, told: Summary) -> None:
        source = arrival.sender.source
        counsellor = self._counsellors.of(arrival.sender)
        month_id = add_month(self._store, arrival, told, counsellor, self._former)
        self._contacts += len(told.contacts)
        self._places |= {place.code for place in told.places}
        nodes = {Node(source, person.ref) for person in told.persons}
        nodes |= self._snapshots.keep(arrival, told)
        self._who.renew(nodes)
        self._sources.add(source)
        self._store.tell_of(REPORTED, RecordId(str(month_id)), Action.CREATE)

    def _persons_in(self, told: Summary) -> int:
        return len({person.ref for person in told.persons})

    def _receipt(
        self, arrival: Arrival, verdict: Verdict, contacts: Sum, persons: Sum
    ) -> MergeReceipt:
        return MergeReceipt(
            hash=arrival.hash,
            device=arrival.sender.device,
            month=arrival.month,
            revision=arrival.revision,
            verdict=verdict,
            contacts=contacts,
            persons=persons,
        )


def _sum(before: int, told: int, gone: int, after: int) -> Sum:
    """Return a sum; what is told and adds nobody was known here, or turned two into one.

    What adds more than is told has parted some who counted as one, and so has what left more behind.
    """
    known = before - max(gone, 0) + told - after
    return Sum(
        before=before,
        told=told,
        known=max(known, 0),
        gone=max(gone, 0),
        after=after,
        parted=max(-known, 0),
    )


def _all_known(before: int, told: int) -> Sum:
    return Sum(before=before, told=told, known=told, gone=0, after=before)


def _told_in(store: "Store", month_id: int) -> tuple[str, set[Node]]:
    """Return the laptop of a reported month, and the references of which it tells."""
    row = store.database.execute("SELECT source FROM reported_month WHERE id = ?", (month_id,))
    source = str(row.fetchone()[0])
    rows = store.database.execute(
        "SELECT ref FROM reported_claim WHERE month_id = ?", (month_id,)
    ).fetchall()
    return source, {Node(source, ref) for (ref,) in rows}
